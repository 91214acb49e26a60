import { quantile } from '../summary/quantile.ts';
import { mean, variance } from '../summary/moments.ts';
import type { Limits } from '../summary/interval.ts';

export type BootstrapSummary = {
  readonly mean: number;
  readonly variance: number;
  /** Percentile limits. */
  readonly limits: Limits;
  /** Monte-Carlo error of the two limits: how far they would move with another seed. */
  readonly limitErrors: Limits;
};

/**
 * Percentile interval of bootstrap replicates, and how much of it is the luck of the draws.
 *
 * The error of a limit is half the distance between the order statistics one binomial standard error to each side of it.
 *
 * Takes    at least 2 replicates; level of two-sided coverage
 * Gives    mean and variance of the replicates, percentile limits, and the Monte-Carlo standard error of each limit
 * Fails    throws on fewer than 2 replicates
 * Cost     O(B log B)
 * Source   Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 13; David and Nagaraja (2003), Order statistics, 7.1
 * Checked  reference cases of the method auc-bootstrap
 */
export function bootstrapSummary(replicates: ArrayLike<number>, level: number): BootstrapSummary {
  const b = replicates.length;
  if (b < 2) throw new RangeError(`a bootstrap needs 2 replicates, got ${b}`);
  const ascending = Float64Array.from(replicates).sort();
  const tail = (1 - level) / 2;
  const error = (p: number): number => {
    const step = Math.sqrt((p * (1 - p)) / b);
    const [above, below] = [Math.min(1, p + step), Math.max(0, p - step)];
    return (quantile(ascending, above) - quantile(ascending, below)) / 2;
  };
  return {
    mean: mean(ascending),
    variance: variance(ascending),
    limits: { low: quantile(ascending, tail), high: quantile(ascending, 1 - tail) },
    limitErrors: { low: error(tail), high: error(1 - tail) },
  };
}
