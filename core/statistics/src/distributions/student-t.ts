import cdf from '@stdlib/stats-base-dists-t-cdf';
import quantile from '@stdlib/stats-base-dists-t-quantile';
import { normalCdf, normalQuantile, normalTwoSided } from './normal.ts';

/** P(T <= x); infinite degrees of freedom mean the normal distribution. */
export const studentCdf = (x: number, df: number): number => (df === Infinity ? normalCdf(x) : cdf(x, df));

/** P(|T| >= |t|). */
export const studentTwoSided = (t: number, df: number): number =>
  df === Infinity ? normalTwoSided(t) : Math.min(1, 2 * cdf(-Math.abs(t), df));

/** The x with P(T <= x) = p. Eleven microseconds a call: keep it out of loops over draws. */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in [0, 1], got ${p}`);
  if (!(df > 0)) throw new RangeError(`degrees of freedom are above 0, got ${df}`);
  return df === Infinity ? normalQuantile(p) : p === 0.5 ? 0 : quantile(p, df);
}

/** How many standard errors a two-sided interval of this coverage reaches to each side. */
export const studentReach = (level: number, df: number): number => -studentQuantile((1 - level) / 2, df);
