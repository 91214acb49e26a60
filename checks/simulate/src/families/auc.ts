import { unwrap } from '@daero/domain/result';
import { aucDelong } from '@daero/statistics/discrimination/auc-delong';
import { aucInterval, type AucIntervalForm } from '@daero/statistics/discrimination/auc-interval';
import { aucDelongMethod } from '@daero/statistics/discrimination/auc-method';
import { normalCdf, normalQuantile } from '@daero/statistics/distributions/normal';
import { z } from 'zod';
import { normal, normalMean } from '../draws.ts';
import { covers, family } from '../family.ts';

const forms: readonly AucIntervalForm[] = ['wald', 'logit'];
const usual = aucDelongMethod.settings.parse({}).interval;

export const aucFamily = family({
  name: 'auc',
  title: { ko: 'ROC 곡선 아래 면적의 신뢰구간', en: 'Area under the ROC curve' },
  model: {
    ko: '쌍정규 점수(환자의 표준편차 spread). levels가 있으면 그 경계에서 등급으로 바꾸어 동점을 만듭니다.',
    en: 'Binormal scores, the diseased with standard deviation `spread`; with `cuts` they become ratings with ties.',
  },
  settings: z.strictObject({
    auc: z.number(),
    diseased: z.number().int(),
    healthy: z.number().int(),
    spread: z.number().default(1),
    cuts: z.array(z.number()).default([]),
  }),
  file: 'checks/simulate/src/families/auc.ts',
  prepare: ({ auc, diseased: m, healthy: n, spread, cuts }) => {
    const shift = normalQuantile(auc) * Math.sqrt(1 + spread * spread);
    const rating = (score: number): number =>
      cuts.length === 0 ? score : cuts.filter((cut) => score >= cut).length;
    const truth = cuts.length === 0 ? auc : areaOfRatings(cuts, shift, spread);
    return {
      lines: forms.map((form) => covers('AUC', truth, form, form === usual ? 'default' : 'other')),
      replicate: (random) => {
        const ill = Float64Array.from({ length: m }, () => rating(normal(random, shift, spread)));
        const well = Float64Array.from({ length: n }, () => rating(normal(random)));
        const found = unwrap(aucDelong(ill, well));
        return forms.map((form) => aucInterval(found, { form, level: 0.95 }));
      },
    };
  },
});

/** P(X > Y) + P(X = Y)/2 of the ratings: over the healthy, the mean of the share of the diseased above, ties one half. */
function areaOfRatings(cuts: readonly number[], shift: number, spread: number): number {
  const edges = [-Infinity, ...cuts, Infinity];
  const share = (mean: number, sd: number, at: number): number =>
    normalCdf(((edges[at + 1] ?? NaN) - mean) / sd) - normalCdf(((edges[at] ?? NaN) - mean) / sd);
  let area = 0;
  for (let y = 0; y <= cuts.length; y += 1) {
    for (let x = y; x <= cuts.length; x += 1)
      area += share(0, 1, y) * share(shift, spread, x) * (x === y ? 0.5 : 1);
  }
  return area;
}

/** The area of scores with a normal shift that itself varies, as over readers. */
export const averageArea = (shift: number, shiftSd: number, noiseSd: number): number =>
  normalMean((x) => normalCdf(x / noiseSd), shift, shiftSd);
