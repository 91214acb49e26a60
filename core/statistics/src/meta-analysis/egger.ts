import { studentTwoSided } from '../distributions/student-t.ts';
import { sum } from '../summary/moments.ts';
import type { Studies } from './weighted.ts';

export type EggerTest = { readonly t: number; readonly df: number; readonly p: number };

/**
 * Egger's regression test for funnel asymmetry.
 *
 * Do small studies report larger effects? Weighted linear regression of the effect on its standard error, weights 1/variance;
 * the test is that of the slope. With fewer than ten studies it has little power.
 *
 * Takes    studies, k >= 3, whose standard errors differ
 * Gives    t of the slope with k - 2 degrees of freedom, and the two-sided p
 * Fails    never
 * Cost     O(k)
 * Source   Egger, Davey Smith, Schneider and Minder (1997), BMJ 315, 629-634; Sterne and Egger (2005)
 * Checked  reference cases of the method meta-analysis
 */
export function eggerTest({ effects, variances }: Studies): EggerTest {
  const weights = variances.map((variance) => 1 / variance);
  const x = variances.map(Math.sqrt);
  const total = sum(weights);
  const weightedMean = (values: Float64Array): number =>
    sum(weights.map((weight, i) => weight * (values[i] ?? NaN))) / total;
  const [xMean, yMean] = [weightedMean(x), weightedMean(effects)];
  const sumOver = (term: (xGap: number, yGap: number) => number): number =>
    sum(weights.map((weight, i) => weight * term((x[i] ?? NaN) - xMean, (effects[i] ?? NaN) - yMean)));
  const xx = sumOver((xGap) => xGap * xGap);
  const slope = sumOver((xGap, yGap) => xGap * yGap) / xx;
  const df = effects.length - 2;
  const residual = sumOver((xGap, yGap) => (yGap - slope * xGap) * (yGap - slope * xGap)) / df;
  const t = slope / Math.sqrt(residual / xx);
  return { t, df, p: studentTwoSided(t, df) };
}
