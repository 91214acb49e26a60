import { normalQuantile } from '../distributions/normal.ts';
import { randomStream } from '../resampling/random-stream.ts';
import { quantile } from '../summary/quantile.ts';
import { succeed, type Result } from '@daero/domain/result';
import {
  lengthOf,
  outcomeOf,
  positives,
  type DecisionFault,
  type DecisionOutcome,
} from './decision-curve.ts';

export type BandOptions = {
  readonly thresholds: readonly number[];
  readonly level: number;
  readonly replicates: number;
  readonly seed: number;
};

/**
 * How many standard errors a band around a decision curve must reach to hold the whole curve at once.
 *
 * Limits that hold one threshold at a time miss somewhere more often than they say. This draws normal curves with the covariance of the
 * estimate and takes the quantile of their largest distance in standard errors; use it in place of the normal quantile at every threshold.
 *
 * Takes    the people, one risk of them, thresholds; level, number of draws and seed
 * Gives    the reach: the normal quantile for one threshold, more for many
 * Fails    as `decisionCurve`
 * Cost     O(n t^2 + B t^2) for t thresholds
 * Source   Van der Vaart (1998), Asymptotic statistics, chapter 19 (the limit of the empirical process); Montiel Olea and Plagborg-Moller (2019),
 *          J Applied Econometrics 34, 1-17 (the simultaneous reach)
 * Checked  by law: one threshold gives the normal quantile, more never give less; coverage by simulation in its test
 */
export function decisionBand(
  people: DecisionOutcome,
  risk: ArrayLike<number>,
  { thresholds, level, replicates, seed }: BandOptions,
): Result<number, DecisionFault> {
  const outcome = outcomeOf(people);
  if (!outcome.ok) return outcome;
  const directions: Float64Array[] = [];
  for (const threshold of thresholds) {
    const { parts } = outcome.value.at(positives(risk, threshold), threshold / (1 - threshold));
    const length = lengthOf(parts);
    if (length > 0) directions.push(parts.map((part) => part / length));
  }
  const root = rootOf(directions);
  const largest = Float64Array.from({ length: replicates }, (_none, replicate) => {
    const { uniform } = randomStream(seed, replicate);
    const draws = directions.map(() => normalQuantile(uniform()));
    return Math.max(
      0,
      ...root.map((row) => Math.abs(row.reduce((sum, cell, j) => sum + cell * (draws[j] ?? NaN), 0))),
    );
  });
  return succeed(quantile(largest.sort(), level));
}

/** A lower triangular root of the correlations; a threshold that adds nothing to those before it has no direction of its own. */
function rootOf(directions: readonly Float64Array[]): readonly (readonly number[])[] {
  const root: number[][] = [];
  for (const [i, one] of directions.entries()) {
    const row: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      const other = directions[j] ?? one;
      const before = root[j] ?? row;
      let rest = one.reduce((sum, part, k) => sum + part * (other[k] ?? NaN), 0);
      for (let k = 0; k < j; k += 1) rest -= (row[k] ?? NaN) * (before[k] ?? NaN);
      if (i === j) row.push(Math.sqrt(Math.max(0, rest)));
      else row.push((before[j] ?? 0) > 1e-7 ? rest / (before[j] ?? NaN) : 0);
    }
    root.push(row);
  }
  return root;
}
