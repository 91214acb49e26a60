import { unreachable } from '@daero/domain/unreachable';
import { gammaLogLower, gammaLogUpper, logGamma } from '@daero/statistics/distributions/gamma';
import { stirlingRemainder } from '@daero/statistics/distributions/gamma-large';
import { normalLogUpper, normalQuantile } from '@daero/statistics/distributions/normal';
import { type SurvivalDistribution } from './distribution.ts';
import { timeOfHazard } from './time-of-hazard.ts';
import { naturalSpline } from './natural-spline.ts';

/** A time to an event, by its cumulative hazard: S(t) = exp(-H(t)) keeps its digits where survival is near 1 and where it is tiny. */
export type EventTime = {
  readonly cumulativeHazard: (t: number) => number;
  readonly logDensity: (t: number) => number;
  /** The time at which the cumulative hazard reaches H; Infinity where it never does. */
  readonly timeAt: (cumulativeHazard: number) => number;
};

/**
 * The functions of a survival distribution.
 *
 * Who is still free of the event, how fast do they leave, and when have so many left? Everything is built on the cumulative hazard
 * and on the upper tail, so that late survival and early risk are not lost to rounding.
 *
 * Takes    distribution, checked by `readSurvivalDistribution`; times from 0
 * Gives    cumulative hazard, log density and the time at a cumulative hazard (a quantile p is the time at -ln(1 - p))
 * Fails    never; Gompertz with a negative shape has survivors, whose time is Infinity
 * Cost     O(1); gamma, generalised gamma and spline find a time by some six Newton steps
 * Source   Cox and Oakes (1984), Analysis of survival data; Prentice (1974), Biometrika 61, 539-544 (generalised gamma);
 *          Royston and Parmar (2002), Statistics in Medicine 21, 2175-2197
 * Checked  reference/economics/survival-distributions (flexsurv 1.1.1)
 */
export function eventTime(distribution: SurvivalDistribution): EventTime {
  switch (distribution.family) {
    case 'exponential': {
      const { rate } = distribution;
      return {
        cumulativeHazard: (t) => rate * t,
        logDensity: (t) => Math.log(rate) - rate * t,
        timeAt: (hazard) => hazard / rate,
      };
    }
    case 'weibull-aft':
      return weibull(distribution.shape, -distribution.shape * Math.log(distribution.scale));
    case 'weibull-ph':
      return weibull(distribution.shape, Math.log(distribution.scale));
    case 'gompertz':
      return gompertz(distribution.shape, distribution.rate);
    case 'gamma':
      return gamma(distribution.shape, distribution.rate);
    case 'lognormal':
      return lognormal(distribution.meanlog, distribution.sdlog);
    case 'loglogistic':
      return loglogistic(distribution.shape, distribution.scale);
    case 'generalised-gamma':
      return generalisedGamma(distribution.mu, distribution.sigma, distribution.Q);
    case 'royston-parmar':
      return roystonParmar(distribution.gamma, distribution.knots);
    default:
      return unreachable(distribution);
  }
}

export const survivalAt = ({ cumulativeHazard }: EventTime, t: number): number =>
  Math.exp(-cumulativeHazard(t));

export const densityAt = ({ logDensity }: EventTime, t: number): number => Math.exp(logDensity(t));

export const hazardAt = ({ logDensity, cumulativeHazard }: EventTime, t: number): number =>
  Math.exp(logDensity(t) + cumulativeHazard(t));

/** The time by which a share p has had the event; Infinity where fewer ever do. */
export const quantileOf = ({ timeAt }: EventTime, p: number): number => timeAt(-Math.log1p(-p));

/** H = exp(a + shape ln t): a is -shape ln(scale) on the time scale, ln(scale) on that of hazards. */
function weibull(shape: number, a: number): EventTime {
  const cumulativeHazard = (t: number): number => Math.exp(a + shape * Math.log(t));
  return {
    cumulativeHazard,
    logDensity: (t) => Math.log(shape) + a + slopeTerm(shape - 1, t) - cumulativeHazard(t),
    timeAt: (hazard) => Math.exp((Math.log(hazard) - a) / shape),
  };
}

/** k ln t, where 0 times minus infinity is 0. */
const slopeTerm = (k: number, t: number): number => (k === 0 ? 0 : k * Math.log(t));

function gompertz(shape: number, rate: number): EventTime {
  const flat = Math.abs(shape) < 1e-12;
  const cumulativeHazard = (t: number): number => (flat ? rate * t : (rate / shape) * Math.expm1(shape * t));
  return {
    cumulativeHazard,
    logDensity: (t) => Math.log(rate) + shape * t - cumulativeHazard(t),
    timeAt: (hazard) => {
      if (flat) return hazard / rate;
      const grown = (hazard * shape) / rate;
      return grown <= -1 ? Infinity : Math.log1p(grown) / shape;
    },
  };
}

function gamma(shape: number, rate: number): EventTime {
  const cumulativeHazard = (t: number): number => -gammaLogUpper(rate * t, shape);
  const logDensity = (t: number): number =>
    shape * Math.log(rate) + slopeTerm(shape - 1, t) - rate * t - logGamma(shape);
  return {
    cumulativeHazard,
    logDensity,
    timeAt: timeOfHazard({ cumulativeHazard, logDensity }, shape / rate),
  };
}

function lognormal(meanlog: number, sdlog: number): EventTime {
  const standard = (t: number): number => (Math.log(t) - meanlog) / sdlog;
  return {
    cumulativeHazard: (t) => -normalLogUpper(standard(t)),
    logDensity: (t) => logNormalDensity(standard(t)) - Math.log(sdlog * t),
    timeAt: (hazard) => Math.exp(meanlog + sdlog * upperNormal(hazard)),
  };
}

const logNormalDensity = (w: number): number => -0.5 * w * w - 0.5 * Math.log(2 * Math.PI);

/** The w with P(Z > w) = exp(-hazard), from whichever tail is the small one. */
const upperNormal = (hazard: number): number =>
  hazard < Math.LN2 ? normalQuantile(-Math.expm1(-hazard)) : -normalQuantile(Math.exp(-hazard));

function loglogistic(shape: number, scale: number): EventTime {
  const logOdds = (t: number): number => shape * (Math.log(t) - Math.log(scale));
  const cumulativeHazard = (t: number): number => softPlus(logOdds(t));
  return {
    cumulativeHazard,
    logDensity: (t) => Math.log(shape / scale) + slopeTerm(shape - 1, t / scale) - 2 * cumulativeHazard(t),
    timeAt: (hazard) => Math.exp(Math.log(scale) + logExpm1(hazard) / shape),
  };
}

/** ln(1 + exp x). */
const softPlus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
/** ln(exp(x) - 1). */
const logExpm1 = (x: number): number => (x > 30 ? x + Math.log1p(-Math.exp(-x)) : Math.log(Math.expm1(x)));

/** Below this |Q| the incomplete gamma function has fewer digits than the normal one with the next term of its expansion. */
const nearlyNormal = 3e-6;

function generalisedGamma(mu: number, sigma: number, Q: number): EventTime {
  const standard = (t: number): number => (Math.log(t) - mu) / sigma;
  const q = 1 / (Q * Q); // Infinity at 0
  const cumulativeHazard = (t: number): number => {
    if (t <= 0) return 0;
    const w = standard(t);
    if (Math.abs(Q) < nearlyNormal) return -normalLogUpper(w + (Q * (w * w + 2)) / 6);
    const g = q * Math.exp(Q * w);
    return Q > 0 ? -gammaLogUpper(g, q) : -gammaLogLower(g, q);
  };
  const logDensity = (t: number): number => {
    const w = standard(t);
    return -0.5 * Math.log(2 * Math.PI) - stirlingRemainder(q) - w * w * curved(Q * w) - Math.log(sigma * t);
  };
  return {
    cumulativeHazard,
    logDensity,
    timeAt: timeOfHazard({ cumulativeHazard, logDensity }, Math.exp(mu)),
  };
}

/** (exp(x) - 1 - x) / x^2, which is 1/2 at 0. */
function curved(x: number): number {
  if (Math.abs(x) > 0.5) return (Math.expm1(x) - x) / (x * x);
  let [term, total] = [0.5, 0.5];
  for (let k = 3; k < 20; k += 1) {
    term *= x / k;
    total += term;
  }
  return total;
}

/** Where a spline falls its density is 0, as in flexsurv: such a spline is no distribution there, and `fallsBefore` finds it. */
function roystonParmar(coefficients: readonly number[], knots: readonly number[]): EventTime {
  const { value, slope } = naturalSpline(coefficients, knots);
  const cumulativeHazard = (t: number): number => (t <= 0 ? 0 : Math.exp(value(Math.log(t))));
  const logDensity = (t: number): number => {
    const x = Math.log(t);
    const steep = slope(x);
    return steep > 0 ? Math.log(steep) - x + value(x) - cumulativeHazard(t) : -Infinity;
  };
  const middle = Math.exp(((knots[0] ?? 0) + (knots.at(-1) ?? 0)) / 2);
  return { cumulativeHazard, logDensity, timeAt: timeOfHazard({ cumulativeHazard, logDensity }, middle) };
}
