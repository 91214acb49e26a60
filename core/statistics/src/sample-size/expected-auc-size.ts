import { normalQuantile } from '../distributions/normal.ts';
import type { DifferenceDesign } from './margin-size.ts';
import type { NormalDesign } from './normal-size.ts';

/**
 * What one diseased person, with his healthy ones, brings to the variance of an AUC that is only expected.
 *
 * Takes    the expected AUC in (0, 1); healthy people for each diseased one
 * Gives    the variance, to be divided by the number of diseased
 * Fails    never
 * Cost     O(1)
 * Source   Obuchowski (1994), Computerized Medical Imaging and Graphics 18, 73-80 (binormal, ordinal or continuous scores)
 * Checked  against the variance of simulated binormal scores
 */
export function expectedAucVariance(auc: number, healthyPerDiseased: number): number {
  const a = 1.414 * normalQuantile(auc);
  const square = a * a;
  return 0.0099 * Math.exp(-square / 2) * (5 * square + 8 + (square + 8) / healthyPerDiseased);
}

/** One AUC against a stated one. */
export const statedAucDesign = (auc: number, stated: number, healthyPerDiseased: number): NormalDesign => ({
  nullVariance: expectedAucVariance(stated, healthyPerDiseased),
  variance: expectedAucVariance(auc, healthyPerDiseased),
  distance: auc - stated,
});

/**
 * Two AUCs that are only expected, on the same people or on different ones.
 *
 * Takes    both AUCs; the correlation of their estimates (0: different people, n of each group); healthy people for each diseased one
 * Gives    the design, whose n counts the diseased
 * Fails    never
 * Cost     O(1) for each bound
 * Source   Obuchowski and McClish (1997), Statistics in Medicine 16, 1529-1542; correlation of two AUCs: Hanley and McNeil (1983),
 *          Radiology 148, 839-843
 * Checked  by simulation of the paired and the unpaired DeLong test
 */
export function expectedAucsDesign({
  first,
  second,
  correlation,
  healthyPerDiseased,
}: {
  readonly first: number;
  readonly second: number;
  readonly correlation: number;
  readonly healthyPerDiseased: number;
}): DifferenceDesign {
  const varianceOf = (a: number, b: number): number => {
    const [v, w] = [expectedAucVariance(a, healthyPerDiseased), expectedAucVariance(b, healthyPerDiseased)];
    return v + w - 2 * correlation * Math.sqrt(v * w);
  };
  const mean = (first + second) / 2;
  const inside = (auc: number): number => Math.min(0.999, Math.max(0.001, auc));
  return {
    difference: first - second,
    variance: varianceOf(first, second),
    // The AUCs that lie as far apart as supposed, around the same middle.
    nullVarianceAt: (supposed) => varianceOf(inside(mean + supposed / 2), inside(mean - supposed / 2)),
  };
}
