import gammainc from '@stdlib/math-base-special-gammainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import { fraction, gammaTailsOfLarge, series } from './gamma-large.ts';
import { normalQuantile } from './normal.ts';

const needsShape = (shape: number): void => {
  if (!(shape > 0)) throw new RangeError(`the shape of a gamma distribution is above 0, got ${shape}`);
};

export const logGamma = (x: number): number => gammaln(x);

/** ln P(X > x) of a gamma variable of scale 1, with its digits also where the probability is near 1 or too small for a number. */
export function gammaLogUpper(x: number, shape: number): number {
  needsShape(shape);
  if (x <= 0) return 0;
  if (x === Infinity) return -Infinity;
  if (isLarge(x, shape)) return gammaTailsOfLarge(x, shape).logUpper;
  const upper = gammainc(x, shape, true, true);
  if (upper > 0.5) return Math.log1p(-gammainc(x, shape, true, false));
  if (upper > smallest) return Math.log(upper);
  return shape * Math.log(x) - x - gammaln(shape) + Math.log(fraction(x, shape));
}

/** ln P(X <= x), likewise. */
export function gammaLogLower(x: number, shape: number): number {
  needsShape(shape);
  if (x <= 0) return -Infinity;
  if (x === Infinity) return 0;
  if (isLarge(x, shape)) return gammaTailsOfLarge(x, shape).logLower;
  const lower = gammainc(x, shape, true, false);
  if (lower > 0.5) return Math.log1p(-gammainc(x, shape, true, true));
  if (lower > smallest) return Math.log(lower);
  return shape * Math.log(x) - x - gammaln(shape + 1) + Math.log(series(x, shape));
}

const smallest = 1e-290;

const isLarge = (x: number, shape: number): boolean => x > 1000 || shape > 1000;

/**
 * The x with P(X <= x) = p of a gamma variable of scale 1.
 *
 * Newton steps on the logarithms of the smaller tail and of x, kept between bounds: both are nearly straight there.
 *
 * Takes    p in [0, 1]; shape above 0
 * Gives    x; 0 at 0 and Infinity at 1
 * Fails    throws outside these ranges
 * Cost     some six incomplete gamma functions
 * Source   Wilson and Hilferty (1931), PNAS 17, 684-688 (the start)
 * Checked  reference/economics/psa-distributions (shapes 0.08 to 10), and the law that the distribution function undoes it
 */
export function gammaQuantile(p: number, shape: number): number {
  needsShape(shape);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in [0, 1], got ${p}`);
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity;
  const lower = p < 0.5;
  const target = lower ? Math.log(p) : Math.log1p(-p);
  const logTail = (x: number): number => (lower ? gammaLogLower(x, shape) : gammaLogUpper(x, shape));
  let y = startOf(p, shape);
  let [low, high] = [-Infinity, Infinity];
  for (let step = 0; step < 200; step += 1) {
    const x = Math.exp(y);
    const tail = logTail(x);
    const off = lower ? tail - target : target - tail; // rises with x
    if (off < 0) low = y;
    else high = y;
    const slope = Math.exp(shape * y - x - gammaln(shape) - tail); // of the log of the tail, in ln x
    let next = y - off / slope;
    if (!(next > low && next < high)) next = between(low, high, y);
    if (Math.abs(next - y) <= 1e-15 * Math.max(1, Math.abs(y))) return Math.exp(next);
    y = next;
  }
  return Math.exp(y);
}

const between = (low: number, high: number, y: number): number =>
  low === -Infinity ? y - 2 : high === Infinity ? y + 2 : (low + high) / 2;

/** ln x to begin with: Wilson and Hilferty's cube, or the power law of the lower tail where that is below 0. */
function startOf(p: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  const power = (Math.log(p) + gammaln(shape + 1)) / shape;
  return root > 0.3 ? Math.log(shape) + 3 * Math.log(root) : power;
}
