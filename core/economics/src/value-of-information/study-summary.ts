import { fail, succeed, type Result } from '@daero/domain/result';
import { normalQuantile } from '@daero/statistics/distributions/normal';
import { betaSampler, drawBlocks } from '../uncertainty/sampling.ts';

/** What a study would report about one parameter. */
export type Study =
  | { readonly measures: 'proportion'; readonly n: number }
  /** A mean of n people who vary with this standard deviation; on the scale of the parameter. */
  | { readonly measures: 'mean'; readonly n: number; readonly sd: number };
export type StudyFault = { readonly kind: 'study-size'; readonly n: number };

/**
 * The summary that a study would report, simulated once in each draw of the parameter that it measures.
 *
 * What might the study say, if this were the truth? A proportion is a binomial count over n, a mean is normal about the truth.
 *
 * Takes    study; truth: draws of the parameter; seed of the analysis and name of the study
 * Gives    one summary a draw
 * Fails    study-size unless n is a whole number from 1
 * Cost     O(draws x log n) for a proportion, O(draws) for a mean
 * Source   Ades, Lu and Claxton (2004), Medical Decision Making 24, 207-227; binomial by splitting: Devroye (1986), ch. X.4
 * Checked  value-of-information/value-of-information.test.ts: mean and variance of the summaries
 */
export function studySummary(
  study: Study,
  truth: ArrayLike<number>,
  key: { readonly seed: number; readonly name: string },
): Result<Float64Array, StudyFault> {
  const { n } = study;
  if (!Number.isInteger(n) || n < 1) return fail({ kind: 'study-size', n });
  return succeed(
    drawBlocks(truth.length, key, (uniform, draw) => {
      const value = truth[draw] ?? NaN;
      if (study.measures === 'mean') return value + (study.sd / Math.sqrt(n)) * normalQuantile(uniform());
      return binomial(n, value, uniform) / n;
    }),
  );
}

/** Halves the people at the middle one of their sorted uniforms until few are left. */
function binomial(people: number, probability: number, uniform: () => number): number {
  let [n, p, count] = [people, probability, 0];
  while (n > 20) {
    const rank = 1 + Math.floor(n / 2);
    const middle = betaSampler(rank, n + 1 - rank)(uniform);
    if (middle <= p) {
      count += rank;
      n -= rank;
      p = (p - middle) / (1 - middle);
    } else {
      n = rank - 1;
      p /= middle;
    }
  }
  for (let person = 0; person < n; person++) count += uniform() < p ? 1 : 0;
  return count;
}
