import gammainc from '@stdlib/math-base-special-gammainc';
import gammaln from '@stdlib/math-base-special-gammaln';
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
  const upper = gammainc(x, shape, true, true);
  if (upper > 0.5) return Math.log1p(-gammainc(x, shape, true, false));
  return upper > smallest ? Math.log(upper) : logUpperFar(x, shape);
}

/** ln P(X <= x), likewise. */
export function gammaLogLower(x: number, shape: number): number {
  needsShape(shape);
  if (x <= 0) return -Infinity;
  if (x === Infinity) return 0;
  const lower = gammainc(x, shape, true, false);
  if (lower > 0.5) return Math.log1p(-gammainc(x, shape, true, true));
  return lower > smallest ? Math.log(lower) : logLowerFar(x, shape);
}

const smallest = 1e-290;

/** The continued fraction of Legendre by the method of Lentz, for x far above the shape. */
function logUpperFar(x: number, shape: number): number {
  let b = x + 1 - shape;
  let [c, d] = [1e300, 1 / b];
  let fraction = d;
  for (let i = 1; i < 500; i += 1) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return -x + shape * Math.log(x) - gammaln(shape) + Math.log(fraction);
}

/** The power series, for x far below the shape. */
function logLowerFar(x: number, shape: number): number {
  let [term, total] = [1, 1];
  for (let i = 1; i < 10_000 && term > 1e-17 * total; i += 1) {
    term *= x / (shape + i);
    total += term;
  }
  return shape * Math.log(x) - x - gammaln(shape + 1) + Math.log(total);
}

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

/** ln of the gamma function less Stirling's formula (x - 1/2) ln x - x + ln(2 pi)/2; 0 at infinity. */
export function stirlingRemainder(x: number): number {
  if (x === Infinity) return 0;
  if (x < 12) return gammaln(x) - ((x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI));
  const square = 1 / (x * x);
  return (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / x;
}
