import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';

/** P(X = x) of a binomial variable. */
export function binomialMass(x: number, trials: number, p: number): number {
  if (p === 0 || p === 1) return x === (p === 0 ? 0 : trials) ? 1 : 0;
  const logChoose = gammaln(trials + 1) - gammaln(x + 1) - gammaln(trials - x + 1);
  return Math.exp(logChoose + x * Math.log(p) + (trials - x) * Math.log1p(-p));
}

/** P(X >= x). */
export const binomialAtLeast = (x: number, trials: number, p: number): number =>
  x <= 0 ? 1 : x > trials ? 0 : betainc(p, x, trials - x + 1);

/** P(X <= x). */
export const binomialAtMost = (x: number, trials: number, p: number): number =>
  x < 0 ? 0 : x >= trials ? 1 : betainc(1 - p, trials - x, x + 1);
