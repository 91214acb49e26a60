import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeNumbers } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { mapLimits } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { sum } from '../summary/moments.ts';
import { bivariateBinomial } from './bivariate-binomial.ts';
import { reitsma } from './reitsma.ts';

const fewStudies = 5;
const forms = {
  binomial: {
    method: { ko: '이변량 이항 혼합모형', en: 'Bivariate binomial mixed model' },
    source: 'Chu and Cole (2006), J Clin Epidemiol 59, 1331-1332',
  },
  reitsma: {
    method: { ko: '이변량 정규 모형(Reitsma, REML)', en: 'Bivariate normal model (Reitsma, REML)' },
    source: 'Reitsma and others (2005), J Clin Epidemiol 58, 982-990',
  },
} as const;

/** Studies (or sites) of accuracy together: summary sensitivity and specificity. A row is a study. */
export const accuracyMetaMethod = method({
  name: 'accuracy-meta',
  title: { ko: '진단 정확도 연구의 종합', en: 'Studies of diagnostic accuracy combined' },
  settings: z.strictObject({
    model: z.enum(['binomial', 'reitsma']).default('binomial'),
    quadraturePoints: z.number().int().min(1).max(25).default(5),
    /** Of the normal model alone: added to all cells of all studies where any is 0. */
    correction: z.number().positive().default(0.5),
    level: levelSetting,
  }),
  takes: [
    { role: 'true-positive', kind: 'number' },
    { role: 'false-negative', kind: 'number' },
    { role: 'false-positive', kind: 'number' },
    { role: 'true-negative', kind: 'number' },
  ],
  gives: ['sensitivity', 'specificity'],
  byGroup: false,
  file: 'statistics/src/meta-analysis/accuracy-meta-method.ts',
  run: (roles, { model, quadraturePoints, correction, level }) => {
    const columns: Float64Array[] = [];
    for (const role of ['true-positive', 'false-negative', 'false-positive', 'true-negative']) {
      const column = completeNumbers(roles, role);
      if (!column.ok) return column;
      columns.push(column.value);
    }
    const cell = (column: number, row: number): number => columns[column]?.[row] ?? NaN;
    const studies = Array.from({ length: roles.rows }, (_none, i) => ({
      truePositive: cell(0, i),
      falseNegative: cell(1, i),
      falsePositive: cell(2, i),
      trueNegative: cell(3, i),
    }));
    const found =
      model === 'binomial'
        ? bivariateBinomial(studies, { quadraturePoints, level })
        : reitsma(studies, { method: 'REML', correction, level });
    if (!found.ok) return found;
    const k = studies.length;
    const warnings: readonly Warning[] = k < fewStudies ? [{ kind: 'few-groups', facts: { groups: k } }] : [];
    const people = sum(columns.map(sum));
    const about = { ...forms[model], level, n: people, parts: { studies: k, people }, warnings };
    const specificity =
      'specificity' in found.value
        ? found.value.specificity
        : {
            value: 1 - found.value.falsePositive.value,
            limits: mapLimits(found.value.falsePositive.limits, (x) => 1 - x),
          };
    const { sensitivity } = found.value;
    return succeed({
      estimates: {
        sensitivity: makeEstimate({
          ...about,
          value: sensitivity.value,
          limits: sensitivity.limits,
          unit: 'probability',
        }),
        specificity: makeEstimate({
          ...about,
          value: specificity.value,
          limits: specificity.limits,
          unit: 'probability',
        }),
      },
      shapes: [],
      warnings,
    });
  },
});
