import type { Estimate } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import { numberColumn } from '@daero/domain/table';
import { z } from 'zod';
import { completeLabels } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { clip } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { icc, type IccForm } from './icc.ts';
import { completeGrid, longRatings } from './long-ratings.ts';

/** McGraw and Wong's names. */
const forms: Readonly<Record<string, { readonly form: IccForm; readonly name: string }>> = {
  '1-1': { form: { model: 'one-way', type: 'agreement', unit: 'single' }, name: 'ICC(1)' },
  '1-k': { form: { model: 'one-way', type: 'agreement', unit: 'average' }, name: 'ICC(k)' },
  'c-1': { form: { model: 'two-way', type: 'consistency', unit: 'single' }, name: 'ICC(C,1)' },
  'c-k': { form: { model: 'two-way', type: 'consistency', unit: 'average' }, name: 'ICC(C,k)' },
  'a-1': { form: { model: 'two-way', type: 'agreement', unit: 'single' }, name: 'ICC(A,1)' },
  'a-k': { form: { model: 'two-way', type: 'agreement', unit: 'average' }, name: 'ICC(A,k)' },
};

/** How much of the variation of a measurement lies between subjects: the form of the protocol, and all six beside it. A row is one measurement. */
export const iccMethod = method({
  name: 'icc',
  title: { ko: '급내상관계수', en: 'Intraclass correlation' },
  settings: z.strictObject({
    /** The form that `icc` gives, as McGraw and Wong name them: (1,1), (1,k), (C,1), (C,k), (A,1), (A,k). */
    form: z.enum(['1-1', '1-k', 'c-1', 'c-k', 'a-1', 'a-k']).default('a-1'),
    level: levelSetting,
  }),
  takes: [
    { role: 'subject', kind: 'label' },
    { role: 'rater', kind: 'label' },
    { role: 'measurement', kind: 'number' },
  ],
  gives: ['icc', ...Object.keys(forms).map((name) => `icc-${name}`)],
  byGroup: false,
  file: 'statistics/src/agreement/icc-method.ts',
  run: (roles, { form: asked, level }) => {
    const subject = completeLabels(roles, 'subject');
    if (!subject.ok) return subject;
    const rater = completeLabels(roles, 'rater');
    if (!rater.ok) return rater;
    const measured = numberColumn(roles, 'measurement');
    if (!measured.ok) return measured;
    const rating = Array.from(measured.value, (value) => (Number.isFinite(value) ? value : null));
    const grid = longRatings({ subject: subject.value, rater: rater.value, rating });
    if (!grid.ok) return grid;
    const { raters, subjects } = grid.value;
    if (raters.length < 2) return fail({ kind: 'too-few-raters', raters: raters.length });
    const columns = completeGrid(grid.value);
    if (!columns.ok) return columns;
    const estimates: Record<string, Estimate> = {};
    for (const [key, { form, name }] of Object.entries(forms)) {
      const found = icc(columns.value, { form, level });
      if (!found.ok) return found;
      const estimate = makeEstimate({
        value: found.value.icc,
        limits: clip(found.value.limits, -Infinity, 1),
        level,
        unit: 'ratio',
        n: subjects.length,
        parts: { subjects: subjects.length, raters: raters.length },
        method: { ko: `급내상관계수 ${name}, F 신뢰구간`, en: `Intraclass correlation ${name}, F interval` },
        source:
          'McGraw and Wong (1996), Psychological Methods 1, 30-46; Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428',
      });
      estimates[`icc-${key}`] = estimate;
      if (key === asked) estimates.icc = estimate;
    }
    return succeed({ estimates, shapes: [], warnings: [] });
  },
});
