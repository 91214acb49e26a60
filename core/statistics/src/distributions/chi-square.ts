import gammainc from '@stdlib/math-base-special-gammainc';
import { gammaTailsOfLarge } from './gamma-large.ts';

const needsDegrees = (df: number): void => {
  if (!(df > 0)) throw new RangeError(`degrees of freedom are above 0, got ${df}`);
};

/** P(X <= x) of a chi-square variable. */
export function chiSquareCdf(x: number, df: number): number {
  needsDegrees(df);
  if (x > 2000 && x < Infinity) return Math.exp(gammaTailsOfLarge(x / 2, df / 2).logLower);
  return x <= 0 ? 0 : gammainc(x / 2, df / 2, true, false);
}

/** P(X > x): the p-value of a chi-square test, with full relative accuracy where it is small. */
export function chiSquareUpper(x: number, df: number): number {
  needsDegrees(df);
  if (x > 2000 && x < Infinity) return Math.exp(gammaTailsOfLarge(x / 2, df / 2).logUpper);
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}

/** The x with P(X <= x) = p, by bisection: exact enough for limits, not meant for loops over draws. */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`a probability below 1 is needed, got ${p}`);
  let [low, high] = [0, df + 1];
  while (chiSquareCdf(high, df) < p) [low, high] = [high, high * 2];
  for (let step = 0; step < 200 && low < high; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (chiSquareCdf(middle, df) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
