import { mean, sum } from '../summary/moments.ts';

/** Effects of studies and their sampling variances, in one order. */
export type Studies = { readonly effects: Float64Array; readonly variances: Float64Array };

/** What every estimator needs at a given between-study variance. */
export type Weighted = {
  readonly weights: Float64Array;
  readonly sumWeights: number;
  readonly estimate: number;
  /** Weighted sum of squared deviations from the estimate. */
  readonly q: number;
};

export function weightedAt({ effects, variances }: Studies, tau2: number): Weighted {
  const weights = variances.map((variance) => 1 / (variance + tau2));
  const sumWeights = sum(weights);
  const estimate = sum(weights.map((weight, i) => weight * (effects[i] ?? NaN))) / sumWeights;
  const q = sum(weights.map((weight, i) => weight * square((effects[i] ?? NaN) - estimate)));
  return { weights, sumWeights, estimate, q };
}

export const square = (x: number): number => x * x;

export const sumOfSquares = (x: Float64Array): number => sum(x.map(square));

/** Plain mean and its sum of squared deviations. */
export function unweighted({ effects }: Studies): { readonly mean: number; readonly deviations: number } {
  const centre = mean(effects);
  return { mean: centre, deviations: sum(effects.map((effect) => square(effect - centre))) };
}

/** The between-study variance at which the falling function Q(tau2) has this value; 0 where it starts below it. */
export function tau2WhereQ(studies: Studies, target: number): number {
  const q = (tau2: number): number => weightedAt(studies, tau2).q;
  if (q(0) <= target) return 0;
  let [low, high] = [0, Math.max(unweighted(studies).deviations, Number.MIN_VALUE)];
  while (q(high) > target) [low, high] = [high, high * 2];
  for (let step = 0; step < 2000; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (q(middle) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
