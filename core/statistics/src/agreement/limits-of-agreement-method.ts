import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeLabels, completeNumbers, hasColumn } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import type { Limits } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { blandAltman } from './bland-altman.ts';
import { icc } from './icc.ts';

const blandAltmanSource =
  'Bland and Altman (1999), Stat Methods Med Res 8, 135-160; (2007), J Biopharm Stat 17, 571-582';

/** Two ways of measuring one quantity: bias, limits of agreement, and the reliability of a single measurement. */
export const limitsOfAgreementMethod = method({
  name: 'limits-of-agreement',
  title: {
    ko: '두 측정의 일치 한계(Bland-Altman)',
    en: 'Limits of agreement of two measurements (Bland-Altman)',
  },
  settings: z.strictObject({ level: levelSetting, multiplier: z.number().positive().default(1.96) }),
  takes: [
    { role: 'first', kind: 'number' },
    { role: 'second', kind: 'number' },
    { role: 'subject', kind: 'label', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['bias', 'lower-limit', 'upper-limit', 'icc'],
  byGroup: true,
  file: 'statistics/src/agreement/limits-of-agreement-method.ts',
  run: (roles, { level, multiplier }) => {
    const first = completeNumbers(roles, 'first');
    if (!first.ok) return first;
    const second = completeNumbers(roles, 'second');
    if (!second.ok) return second;
    const subject = hasColumn(roles, 'subject') ? completeLabels(roles, 'subject') : succeed(undefined);
    if (!subject.ok) return subject;
    const found = blandAltman(first.value, second.value, {
      level,
      multiplier,
      ...(subject.value === undefined ? {} : { subject: subject.value }),
    });
    if (!found.ok) return found;
    const reliability = icc([first.value, second.value], {
      form: { model: 'two-way', type: 'agreement', unit: 'single' },
      level,
    });
    if (!reliability.ok) return reliability;
    const { bias, biasLimits, agreement, lowerLimits, upperLimits, subjects, pairs } = found.value;
    const about = { level, n: subjects, parts: { subjects, pairs } };
    const measured = (value: number, limits: Limits, ko: string, en: string) =>
      makeEstimate({ ...about, value, limits, unit: 'score', method: { ko, en }, source: blandAltmanSource });
    return succeed({
      estimates: {
        bias: measured(bias, biasLimits, '평균 차이, t 신뢰구간', 'Mean difference, t interval'),
        'lower-limit': measured(
          agreement.low,
          lowerLimits,
          '일치 하한, t 신뢰구간',
          'Lower limit of agreement, t interval',
        ),
        'upper-limit': measured(
          agreement.high,
          upperLimits,
          '일치 상한, t 신뢰구간',
          'Upper limit of agreement, t interval',
        ),
        icc: makeEstimate({
          ...about,
          value: reliability.value.icc,
          limits: pairs === subjects ? reliability.value.limits : null,
          unit: 'ratio',
          method: { ko: '급내상관계수 ICC(A,1)', en: 'Intraclass correlation ICC(A,1)' },
          source: 'McGraw and Wong (1996), Psychological Methods 1, 30-46',
        }),
      },
      shapes: [],
      warnings: [],
    });
  },
});
