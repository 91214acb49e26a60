import cdf from '@stdlib/stats-base-dists-beta-cdf';
import quantile from '@stdlib/stats-base-dists-beta-quantile';
import betainc from '@stdlib/math-base-special-betainc';

const needsShapes = (a: number, b: number): void => {
  if (!(a > 0 && b > 0))
    throw new RangeError(`the shapes of a beta distribution are above 0, got ${a} and ${b}`);
};

/** P(X <= x) of a beta variable. */
export function betaCdf(x: number, a: number, b: number): number {
  needsShapes(a, b);
  return cdf(x, a, b);
}

/** P(X > x), with full relative accuracy where it is small. */
export function betaUpper(x: number, a: number, b: number): number {
  needsShapes(a, b);
  return x <= 0 ? 1 : x >= 1 ? 0 : betainc(x, a, b, true, true);
}

/** The x with P(X <= x) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  needsShapes(a, b);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in [0, 1], got ${p}`);
  return quantile(p, a, b);
}
