import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed, type Fault, type Result } from '@daero/domain/result';
import { z } from 'zod';
import type { TwoByTwo } from '../accuracy/binary-accuracy.ts';
import { completeLabels, completeNumbers, hasColumn } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { mapLimits, type Limits } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { sum } from '../summary/moments.ts';
import { bivariateBinomial } from './bivariate-binomial.ts';
import { reitsma } from './reitsma.ts';
import { srocShape, type BivariateFit } from './sroc-shape.ts';

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

const title = { ko: '진단 정확도 연구의 종합', en: 'Studies of diagnostic accuracy combined' };

/** Studies (or sites) of accuracy together: summary sensitivity and specificity. A row is a study. */
export const accuracyMetaMethod = method({
  name: 'accuracy-meta',
  title,
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
    { role: 'label', kind: 'label', optional: true },
  ],
  gives: ['sensitivity', 'specificity', 'sd-sensitivity', 'sd-specificity', 'correlation*'],
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
    const names = hasColumn(roles, 'label') ? completeLabels(roles, 'label') : succeed([]);
    if (!names.ok) return names;
    const found =
      model === 'binomial'
        ? binomialFit(studies, { quadraturePoints, level })
        : normalFit(studies, { correction, level });
    if (!found.ok) return found;
    const k = studies.length;
    const shape = srocShape(title, level, { studies, labels: names.value, fit: found.value });
    const warnings: Warning[] = [];
    if (k < fewStudies) warnings.push({ kind: 'few-groups', facts: { groups: k } });
    if (shape.curve.length === 0) warnings.push({ kind: 'summary-curve-absent', facts: {} });
    const people = sum(columns.map(sum));
    const about = { ...forms[model], level, n: people, parts: { studies: k, people }, warnings };
    const { sensitivity, specificity, between } = found.value;
    const spread = (value: number, ko: string, en: string) =>
      makeEstimate({
        ...about,
        value,
        limits: null,
        unit: 'logit',
        method: { ko: `${about.method.ko}: ${ko}`, en: `${about.method.en}: ${en}` },
      });
    const correlation = -between.ab / Math.sqrt(between.a * between.b);
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
        'sd-sensitivity': spread(
          Math.sqrt(between.a),
          '연구 사이 표준편차(로짓 민감도)',
          'standard deviation between studies of logit sensitivity',
        ),
        'sd-specificity': spread(
          Math.sqrt(between.b),
          '연구 사이 표준편차(로짓 특이도)',
          'standard deviation between studies of logit specificity',
        ),
        ...(Number.isFinite(correlation)
          ? {
              correlation: {
                ...spread(
                  correlation,
                  '연구 사이 로짓 민감도와 로짓 특이도의 상관',
                  'correlation between studies of logit sensitivity and logit specificity',
                ),
                unit: 'ratio' as const,
              },
            }
          : {}),
      },
      shapes: [shape],
      warnings,
    });
  },
});

type Point = { readonly value: number; readonly limits: Limits };
/** Either model on one footing: logits of sensitivity and FALSE-POSITIVE rate, as the curve needs them. */
type Fitted = BivariateFit & { readonly sensitivity: Point; readonly specificity: Point };

function binomialFit(
  studies: readonly TwoByTwo[],
  options: { readonly quadraturePoints: number; readonly level: number },
): Result<Fitted, Fault> {
  const found = bivariateBinomial(studies, options);
  if (!found.ok) return found;
  const { means, covariance, sd, correlation, sensitivity, specificity } = found.value;
  const between = sd[0] > 0 && sd[1] > 0 ? correlation * sd[0] * sd[1] : 0;
  return succeed({
    means: [means[0], -means[1]],
    covariance: {
      a: covariance[0]?.[0] ?? NaN,
      b: covariance[1]?.[1] ?? NaN,
      ab: -(covariance[0]?.[1] ?? NaN),
    },
    between: { a: sd[0] * sd[0], b: sd[1] * sd[1], ab: -between },
    sensitivity,
    specificity,
  });
}

function normalFit(
  studies: readonly TwoByTwo[],
  { correction, level }: { readonly correction: number; readonly level: number },
): Result<Fitted, Fault> {
  const found = reitsma(studies, { method: 'REML', correction, level });
  if (!found.ok) return found;
  const { means, covariance, between, sensitivity, falsePositive } = found.value;
  return succeed({
    means,
    covariance,
    between,
    sensitivity,
    specificity: {
      value: 1 - falsePositive.value,
      limits: mapLimits(falsePositive.limits, (x) => 1 - x),
    },
  });
}
