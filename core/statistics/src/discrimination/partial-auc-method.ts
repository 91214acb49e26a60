import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeLabels, hasColumn, scoredCases } from '../columns.ts';
import { bootstrapSummary } from '../resampling/bootstrap-summary.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { aucBootstrap } from './auc-bootstrap.ts';
import { rocOfCounts } from './auc-of-counts.ts';
import { partialAuc } from './partial-auc.ts';
import { rocCurve } from './roc-curve.ts';

/** The area under the part of the curve that care would use, with a bootstrap of patients. */
export const partialAucMethod = method({
  name: 'partial-auc',
  title: { ko: '부분 AUC', en: 'Partial area under the ROC curve' },
  settings: z.strictObject({
    focus: z.enum(['specificity', 'sensitivity']).default('specificity'),
    from: z.number().min(0).max(1),
    to: z.number().min(0).max(1),
    replicates: z.number().int().min(200).max(20_000).default(2000),
    seed: z.number().int().min(0).default(1),
    level: levelSetting,
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'patient', kind: 'label', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['partial-auc', 'partial-auc-corrected'],
  byGroup: true,
  file: 'statistics/src/discrimination/partial-auc-method.ts',
  run: (roles, { focus, from, to, replicates, seed, level }) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const patient = hasColumn(roles, 'patient') ? completeLabels(roles, 'patient') : succeed(undefined);
    if (!patient.ok) return patient;
    const { truth, score, diseased, healthy } = cases.value;
    const curve = rocCurve(diseased, healthy);
    if (!curve.ok) return curve;
    const range = { focus, from, to };
    const found = partialAuc(curve.value, range);
    if (!found.ok) return found;
    const drawn = aucBootstrap(
      { truth, scores: [score], ...(patient.value === undefined ? {} : { patient: patient.value }) },
      {
        replicates,
        seed,
        statistic: (order, counts) => {
          const of = partialAuc(rocOfCounts(order, counts), range);
          return of.ok ? of.value.area : NaN;
        },
      },
    );
    if (!drawn.ok) return drawn;
    const { limits, variance } = bootstrapSummary(drawn.value[0] ?? [], level);
    const { area, width, corrected } = found.value;
    // The correction is a straight line of the area, so it carries the limits.
    const chance = width * (1 - (from + to) / 2);
    const correct = (x: number): number => (1 + (x - chance) / (width - chance)) / 2;
    const about = {
      level,
      n: roles.rows,
      parts: { diseased: diseased.length, healthy: healthy.length },
      seed,
      source: 'McClish (1989), Medical Decision Making 9, 190-195',
    };
    const warnings: readonly Warning[] = corrected === null ? [{ kind: 'below-chance', facts: {} }] : [];
    return succeed({
      estimates: {
        'partial-auc': makeEstimate({
          ...about,
          value: area,
          limits,
          standardError: Math.sqrt(variance),
          unit: 'auc',
          method: {
            ko: `부분 AUC, 환자 단위 붓스트랩 백분위 구간(${replicates}회)`,
            en: `Partial AUC, percentile interval of ${replicates} bootstrap samples of patients`,
          },
          warnings,
        }),
        'partial-auc-corrected': makeEstimate({
          ...about,
          value: correct(area),
          limits: { low: correct(limits.low), high: correct(limits.high) },
          unit: 'auc',
          method: {
            ko: `McClish 보정 부분 AUC, 환자 단위 붓스트랩 백분위 구간(${replicates}회)`,
            en: `McClish-corrected partial AUC, percentile interval of ${replicates} bootstrap samples of patients`,
          },
          warnings,
        }),
      },
      shapes: [],
      warnings,
    });
  },
});
