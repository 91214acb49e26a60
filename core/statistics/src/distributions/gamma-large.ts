import gammaln from '@stdlib/math-base-special-gammaln';
import { normalLogUpper } from './normal.ts';

/**
 * The two tails of a gamma variable of scale 1 where x or the shape is large, as logarithms.
 *
 * Temme's uniform expansion near the mean, a continued fraction above it, a power series below. @stdlib's incomplete gamma function
 * loses the upper tail to a series that does not converge for x > 1000 just above the shape, so it is not asked there.
 *
 * Takes    x above 0; shape, with x or the shape above 1000
 * Gives    ln P(X > x) and ln P(X <= x)
 * Fails    never
 * Cost     some fifty multiplications near the mean, some tens of terms elsewhere
 * Source   Temme (1979), SIAM J Math Anal 10, 757-766; NIST Digital Library of Mathematical Functions, 8.12 and 8.9
 * Checked  distributions.test.ts: against the integral of the density; both tails add up to 1
 */
export function gammaTailsOfLarge(
  x: number,
  shape: number,
): { readonly logUpper: number; readonly logLower: number } {
  const mu = (x - shape) / shape;
  if (shape > 12 && Math.abs(mu) < 0.35) {
    const half = departure(mu); // eta^2 / 2
    const eta = Math.sign(mu) * Math.sqrt(2 * half);
    const correction =
      (Math.exp(-shape * half) / Math.sqrt(2 * Math.PI * shape)) *
      polynomial(
        temme.map((c) => polynomial(c, eta)),
        1 / shape,
      );
    const z = eta * Math.sqrt(shape);
    return { logUpper: corrected(z, correction), logLower: corrected(-z, -correction) };
  }
  if (x > shape) {
    const logUpper = logPrefix(x, shape) + Math.log(fraction(x, shape));
    return { logUpper, logLower: Math.log1p(-Math.exp(logUpper)) };
  }
  const logLower = logPrefix(x, shape) + Math.log(series(x, shape) / shape);
  return { logUpper: Math.log1p(-Math.exp(logLower)), logLower };
}

/** ln(P(Z > z) + correction): relative to the tail, so that neither is lost where both are tiny. */
function corrected(z: number, correction: number): number {
  const tail = normalLogUpper(z);
  return tail + Math.log1p(correction * Math.exp(-tail));
}

/** ln of x^shape e^-x / Gamma(shape), without the cancellation of large terms. */
function logPrefix(x: number, shape: number): number {
  if (shape <= 12) return shape * Math.log(x) - x - gammaln(shape);
  return (
    0.5 * Math.log(shape / (2 * Math.PI)) - stirlingRemainder(shape) - shape * departure((x - shape) / shape)
  );
}

/** mu - ln(1 + mu), by its series near 0. */
function departure(mu: number): number {
  if (Math.abs(mu) > 0.1) return mu - Math.log1p(mu);
  let [term, total] = [mu, 0];
  for (let k = 2; k < 24; k += 1) {
    term *= -mu;
    total -= term / k;
  }
  return total;
}

/** The continued fraction of Legendre by the method of Lentz. */
export function fraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let [c, d] = [1e300, 1 / b];
  let value = d;
  for (let i = 1; i < 2000; i += 1) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/** 1 + x/(shape + 1) + x^2/((shape + 1)(shape + 2)) + ... */
export function series(x: number, shape: number): number {
  let [term, total] = [1, 1];
  for (let i = 1; i < 10_000 && term > 1e-17 * total; i += 1) {
    term *= x / (shape + i);
    total += term;
  }
  return total;
}

/** ln of the gamma function less Stirling's formula (x - 1/2) ln x - x + ln(2 pi)/2; 0 at infinity. */
export function stirlingRemainder(x: number): number {
  if (x === Infinity) return 0;
  if (x < 12) return gammaln(x) - ((x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI));
  const square = 1 / (x * x);
  return (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / x;
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/** C_k(eta) of the expansion, k = 0..4, as power series in eta: recurrence 8.12.11 in exact fractions. */
const temme: readonly (readonly number[])[] = [
  [
    -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073,
    0.0003527336860670194, -0.0001787551440329218, 3.919263178522438e-5, -2.185448510679992e-6,
    -1.85406221071516e-6, 8.296711340953087e-7, -1.7665952736826078e-7, 6.707853543401498e-9,
    1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10, -2.5514193994946248e-11,
    -5.830772132550426e-11, 2.4361948020667415e-11, -5.0276692801141755e-12, 1.1004392031956135e-13,
    3.371763262400985e-13, -1.392388722418162e-13,
  ],
  [
    -0.001851851851851852, -0.003472222222222222, 0.0026455026455026454, -0.0009902263374485596,
    0.00020576131687242798, -4.018775720164609e-7, -1.8098550334489977e-5, 7.64916091608111e-6,
    -1.6120900894563446e-6, 4.647127802807434e-9, 1.378633446915721e-7, -5.752545603517705e-8,
    1.1951628599778148e-8, -1.7543241719747647e-11, -1.0091543710600413e-9, 4.162792991842583e-10,
    -8.56390702649298e-11, 6.067215101604758e-14,
  ],
  [
    0.004133597883597883, -0.0026813271604938273, 0.0007716049382716049, 2.0093878600823047e-6,
    -0.0001073665322636516, 5.2923448829120125e-5, -1.2760635188618728e-5, 3.423578734096138e-8,
    1.3721957309062934e-6, -6.298992138380055e-7, 1.4280614206064242e-7, -2.0477098421990866e-10,
    -1.409252991086752e-8, 6.228974084922022e-9,
  ],
  [
    0.0006494341563786008, 0.00022947209362139917, -0.0004691894943952557, 0.00026772063206283885,
    -7.561801671883977e-5, -2.396505113867297e-7, 1.1082654115347302e-5, -5.6749528269915965e-6,
    1.4230900732435883e-6, -2.7861080291528143e-11,
  ],
  [
    -0.0008618882909167117, 0.0007840392217200666, -0.0002990724803031902, -1.4638452578843418e-6,
    6.641498215465122e-5, -3.968365047179435e-5, 1.1375726970678419e-5, 2.507497226237533e-10,
  ],
];
