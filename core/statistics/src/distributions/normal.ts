import erfc from '@stdlib/math-base-special-erfc';

const rootHalf = Math.SQRT1_2;
const rootTwoPi = Math.sqrt(2 * Math.PI);

export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / rootTwoPi;

/** P(Z <= x), with full relative accuracy in the lower tail. */
export const normalCdf = (x: number): number => 0.5 * erfc(-x * rootHalf);

/** P(Z > x), with full relative accuracy in the upper tail. */
export const normalUpper = (x: number): number => 0.5 * erfc(x * rootHalf);

/** ln P(Z > x): with its digits where the probability is near 1, and where it is too small for a number. */
export function normalLogUpper(x: number): number {
  if (x < 0) return Math.log1p(-normalCdf(x));
  if (x < 30) return Math.log(normalUpper(x));
  const square = 1 / (x * x); // the asymptotic series: its fifth term is below 1e-15 here
  const series = 1 - square * (1 - square * (3 - square * (15 - square * 105)));
  return -0.5 * x * x - Math.log(x * rootTwoPi) + Math.log(series);
}

/** P(|Z| >= |z|). */
export const normalTwoSided = (z: number): number => erfc(Math.abs(z) * rootHalf);

/** How many standard errors a two-sided interval of this coverage reaches to each side. */
export const normalReach = (level: number): number => -normalQuantile((1 - level) / 2);

/**
 * The x with P(Z <= x) = p.
 *
 * Good to the last digits in both tails, down to p = 1e-308; ask for 1 - p near 1 as -normalQuantile of the small tail.
 *
 * Takes    p in [0, 1]
 * Gives    x; -Infinity at 0 and Infinity at 1
 * Fails    throws outside [0, 1]
 * Cost     O(1)
 * Source   Wichura (1988), Algorithm AS 241 (PPND16), Applied Statistics 37, 477-484
 * Checked  reference/normal-quantile.json and the law that the distribution function undoes it
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in [0, 1], got ${p}`);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return q * ratio(centre, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const x = r <= 5 ? ratio(shoulder, r - 1.6) : ratio(tail, r - 5);
  return q < 0 ? -x : x;
}

type Ratio = { readonly above: readonly number[]; readonly below: readonly number[] };

const polynomial = (coefficients: readonly number[], r: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * r + coefficient, 0);

const ratio = ({ above, below }: Ratio, r: number): number => polynomial(above, r) / polynomial(below, r);

const centre: Ratio = {
  above: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  below: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
    39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
  ],
};
const shoulder: Ratio = {
  above: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  below: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const tail: Ratio = {
  above: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  below: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};
