import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { shareEstimate } from '../accuracy/share-estimate.ts';
import { patientsOf, scoredCases } from '../columns.ts';
import { bootstrapEstimate } from '../resampling/bootstrap-estimate.ts';
import { bootstrapSettings, levelSetting } from '../settings.ts';
import { mean } from '../summary/moments.ts';
import { aucBootstrap } from './auc-bootstrap.ts';
import { aucDelong } from './auc-delong.ts';
import { aucInterval } from './auc-interval.ts';
import { nestedThreshold } from './nested-threshold.ts';
import { bestThresholds, rocCoordinates } from './roc-coordinates.ts';
import { rocShape } from './roc-shape.ts';

const title: Text = { ko: '문턱값의 선택', en: 'Choice of a threshold' };
const source =
  'Youden (1950), Cancer 3, 32-35; Perkins and Schisterman (2006), Am J Epidemiol 163, 670-675; Noma and others (2021), Statistics in Medicine 40, 5691-5701';

/**
 * The threshold at which a criterion is best, and what it will be worth elsewhere: the choice is made anew in every bootstrap sample and judged on
 * the people of the study; what it loses there is taken off (`sensitivity`, `specificity`).
 */
export const bestThresholdMethod = method({
  name: 'best-threshold',
  title,
  settings: z.strictObject({
    criterion: z.enum(['youden', 'closest-top-left']).default('youden'),
    /** What a missed case costs, in false alarms. */
    costRatio: z.number().positive().default(1),
    prevalence: z.number().gt(0).lt(1).default(0.5),
    level: levelSetting,
    ...bootstrapSettings,
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'patient', kind: 'label', optional: true },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['threshold', 'sensitivity', 'specificity', 'sensitivity-apparent', 'specificity-apparent'],
  byGroup: true,
  file: 'statistics/src/discrimination/best-threshold-method.ts',
  run: (roles, { level, replicates, seed, ...criterion }) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const patient = patientsOf(roles);
    if (!patient.ok) return patient;
    const { truth, score, diseased, healthy } = cases.value;
    const coordinates = rocCoordinates(diseased, healthy);
    if (!coordinates.ok) return coordinates;
    const best = bestThresholds(coordinates.value, criterion);
    const { threshold = NaN, sensitivity = NaN, specificity = NaN } = best[0] ?? {};

    const choices: { readonly threshold: number; readonly se: number; readonly sp: number }[] = [];
    const drawn = aucBootstrap(
      { truth, scores: [score], ...(patient.value === undefined ? {} : { patient: patient.value }) },
      {
        replicates,
        seed,
        statistic: (order, counts) => {
          const chosen = nestedThreshold(order, counts, criterion);
          choices.push({ threshold: chosen.threshold, se: chosen.sensitivity, sp: chosen.specificity });
          return chosen.threshold;
        },
      },
    );
    if (!drawn.ok) return drawn;
    const [ill, well] = [diseased.toSorted(), healthy.toSorted()];
    const lossOf = (own: number, here: number): number => own - here;
    const lostSe = mean(choices.map(({ threshold: t, se }) => lossOf(se, 1 - shareBelow(ill, t))));
    const lostSp = mean(choices.map(({ threshold: t, sp }) => lossOf(sp, shareBelow(well, t))));

    const chosenHere: Warning = { kind: 'threshold-chosen-here', facts: {} };
    const warnings: readonly Warning[] =
      best.length > 1
        ? [chosenHere, { kind: 'thresholds-tied', facts: { thresholds: best.length } }]
        : [chosenHere];
    const parts = { diseased: diseased.length, healthy: healthy.length };
    const about = { level, n: roles.rows, parts, seed, source };
    const corrected = (apparent: number, own: readonly number[], lost: number, n: number): Estimate =>
      bootstrapEstimate({
        ...about,
        n,
        value: within01(apparent - lost),
        replicates: own.map((value) => within01(value - lost)),
        unit: 'probability',
        method: {
          ko: `낙관 보정값, 선택을 되풀이한 붓스트랩 구간(${replicates}회)`,
          en: `Corrected for optimism, interval of ${replicates} bootstrap samples that repeat the choice`,
        },
        warnings,
      });
    const apparent = (name: string, value: number, n: number) =>
      shareEstimate(name, { events: Math.round(value * n), trials: n }, { form: 'wilson', level });
    const seen = apparent('sensitivity', sensitivity, diseased.length);
    if (!seen.ok) return seen;
    const spared = apparent('specificity', specificity, healthy.length);
    if (!spared.ok) return spared;
    const auc = aucDelong(diseased, healthy);
    if (!auc.ok) return auc;
    const limits = aucInterval(auc.value, { form: 'logit', level });
    const drawing = rocShape(title, level, [
      { label: title, auc: { value: auc.value.auc, low: limits.low, high: limits.high }, diseased, healthy },
    ]);
    if (!drawing.ok) return drawing;
    return succeed({
      estimates: {
        threshold: bootstrapEstimate({
          ...about,
          value: threshold,
          replicates: drawn.value[0] ?? [],
          unit: 'score',
          method: {
            ko: `기준(${criterion.criterion})이 가장 좋은 문턱값, 붓스트랩 백분위 구간(${replicates}회)`,
            en: `Threshold at which the criterion (${criterion.criterion}) is best, percentile interval of ${replicates} bootstrap samples`,
          },
          warnings,
        }),
        sensitivity: corrected(
          sensitivity,
          choices.map(({ se }) => se),
          lostSe,
          diseased.length,
        ),
        specificity: corrected(
          specificity,
          choices.map(({ sp }) => sp),
          lostSp,
          healthy.length,
        ),
        'sensitivity-apparent': { ...seen.value, warnings: [...seen.value.warnings, chosenHere] },
        'specificity-apparent': { ...spared.value, warnings: [...spared.value.warnings, chosenHere] },
      },
      shapes: [drawing.value],
      warnings,
    });
  },
});

const within01 = (x: number): number => Math.min(1, Math.max(0, x));

/** The share of a rising column that lies below a threshold. */
function shareBelow(rising: Float64Array, threshold: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? NaN) < threshold) low = middle + 1;
    else high = middle;
  }
  return low / rising.length;
}
