import { betaQuantile } from './beta.ts';

/**
 * The x with P(X <= x) = p of an F variable, by the beta variable whose tail is the smaller one.
 *
 * Takes    p in [0, 1); degrees of freedom above 0, not necessarily whole
 * Gives    x
 * Fails    throws outside the range
 * Cost     one beta quantile
 * Source   Johnson, Kotz and Balakrishnan (1995), Continuous univariate distributions, volume 2, chapter 27
 * Checked  by the law that the distribution function undoes it
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`a probability below 1 is needed, got ${p}`);
  if (p < 0.5) {
    const x = betaQuantile(p, df1 / 2, df2 / 2);
    return (df2 * x) / (df1 * (1 - x));
  }
  const rest = betaQuantile(1 - p, df2 / 2, df1 / 2);
  return (df2 * (1 - rest)) / (df1 * rest);
}
