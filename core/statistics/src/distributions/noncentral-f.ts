import gammaln from '@stdlib/math-base-special-gammaln';
import { betaUpper } from './beta.ts';
import { chiSquareUpper } from './chi-square.ts';

const negligible = 1e-17;

/**
 * P(X > x) of a noncentral F variable: the power of an F test.
 *
 * A Poisson mixture of beta tails, summed outwards from its largest term.
 *
 * Takes    x; degrees of freedom, the second may be Infinity; the noncentrality, 0 or more
 * Gives    the probability
 * Fails    throws outside these ranges
 * Cost     O(sqrt(noncentrality)) beta functions
 * Source   Johnson, Kotz and Balakrishnan (1995), Continuous univariate distributions, volume 2, chapter 30
 * Checked  reference case of the method mrmc-sample-size, and the central F distribution where the noncentrality is 0
 */
export function noncentralF(x: number, [df1, df2]: readonly [number, number], noncentrality: number): number {
  if (!(df1 > 0 && df2 > 0 && noncentrality >= 0))
    throw new RangeError(`F has no such parameters: ${df1}, ${df2}, ${noncentrality}`);
  if (x <= 0) return 1;
  const tail = (j: number): number =>
    df2 === Infinity
      ? chiSquareUpper(df1 * x, df1 + 2 * j)
      : betaUpper((df1 * x) / (df1 * x + df2), df1 / 2 + j, df2 / 2);
  const half = noncentrality / 2;
  if (half === 0) return tail(0);
  const weight = (j: number): number => Math.exp(j * Math.log(half) - half - gammaln(j + 1));
  const middle = Math.floor(half);
  let total = 0;
  for (let j = middle; j >= 0; j -= 1) {
    const share = weight(j);
    total += share * tail(j);
    if (share < negligible) break;
  }
  for (let j = middle + 1; ; j += 1) {
    const share = weight(j);
    total += share * tail(j);
    if (share < negligible) break;
  }
  return Math.min(1, total);
}
