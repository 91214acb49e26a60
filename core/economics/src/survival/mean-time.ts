import { logGamma } from '@daero/statistics/distributions/gamma';
import { unreachable } from '@daero/domain/unreachable';
import { type SurvivalDistribution } from './distribution.ts';
import { eventTime, survivalAt, type EventTime } from './event-time.ts';
import { integrate } from './integrate.ts';

/**
 * Mean time within a horizon, discounted continuously.
 *
 * How long do people live free of the event up to the horizon? The area under survival; with a discount rate later time counts less.
 *
 * Takes    the distribution's functions; horizon from 0; continuous rate r of exp(-r t), ln(1 + annual rate), 0 for none
 * Gives    the area, in the unit of time
 * Fails    never
 * Cost     some hundred evaluations of the survival function
 * Source   Royston and Parmar (2013), BMC Medical Research Methodology 13, 152 (restricted mean survival time)
 * Checked  reference/economics/survival-distributions
 */
export function restrictedMean(time: EventTime, horizon: number, continuousRate = 0): number {
  return integrate((t) => survivalAt(time, t) * Math.exp(-continuousRate * t), [0, horizon]);
}

/**
 * Mean time without a horizon.
 *
 * How long do people live free of the event in the end? Infinite where some never have it, or where the tail is too heavy: then a
 * model needs a horizon, and the number of a fit beyond its follow-up is belief, not data.
 *
 * Takes    distribution
 * Gives    the mean, Infinity where there is none
 * Fails    never
 * Cost     O(1); Gompertz and splines integrate
 * Source   Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions; Prentice (1974) for the generalised gamma
 * Checked  reference/economics/survival-distributions
 */
export function meanTime(distribution: SurvivalDistribution): number {
  switch (distribution.family) {
    case 'exponential':
      return 1 / distribution.rate;
    case 'weibull-aft':
      return distribution.scale * Math.exp(logGamma(1 + 1 / distribution.shape));
    case 'weibull-ph':
      return Math.exp(
        logGamma(1 + 1 / distribution.shape) - Math.log(distribution.scale) / distribution.shape,
      );
    case 'gamma':
      return distribution.shape / distribution.rate;
    case 'lognormal':
      return Math.exp(distribution.meanlog + (distribution.sdlog * distribution.sdlog) / 2);
    case 'loglogistic': {
      const angle = Math.PI / distribution.shape;
      return distribution.shape > 1 ? (distribution.scale * angle) / Math.sin(angle) : Infinity;
    }
    case 'generalised-gamma':
      return generalisedGammaMean(distribution.mu, distribution.sigma, distribution.Q);
    case 'gompertz':
      return distribution.shape < 0 ? Infinity : wholeArea(eventTime(distribution));
    case 'royston-parmar': {
      const time = eventTime(distribution);
      return time.timeAt(emptied) === Infinity ? Infinity : wholeArea(time);
    }
    default:
      return unreachable(distribution);
  }
}

/** E t = exp(mu) E (G/q)^(sigma/Q), G a gamma variable of shape q = 1/Q^2. */
function generalisedGammaMean(mu: number, sigma: number, Q: number): number {
  if (Math.abs(Q) < 1e-4) return Math.exp(mu + (sigma * sigma) / 2 - (Q * sigma * (3 + sigma * sigma)) / 6);
  const [q, power] = [1 / (Q * Q), sigma / Q];
  return q + power > 0 ? Math.exp(mu - power * Math.log(q) + logGamma(q + power) - logGamma(q)) : Infinity;
}

/** A cumulative hazard at which nobody is left. */
const emptied = 45;

/** In pieces between quantiles, so that a long tail is not lost between two points. */
function wholeArea(time: EventTime): number {
  const ends = [0, 0.1, 0.7, 2, 5, 12, 25, emptied].map((hazard) => time.timeAt(hazard));
  return ends
    .slice(1)
    .reduce((area, end, i) => area + integrate((t) => survivalAt(time, t), [ends[i] ?? 0, end]), 0);
}
