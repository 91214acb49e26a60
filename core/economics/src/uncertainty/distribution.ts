import { unreachable } from '@daero/domain/unreachable';
import { betaQuantile } from '@daero/statistics/distributions/beta';
import { chiSquareQuantile } from '@daero/statistics/distributions/chi-square';
import { normalCdf, normalQuantile } from '@daero/statistics/distributions/normal';
import { logistic } from '@daero/statistics/summary/interval';

/** What is believed about a parameter, in the parameters that its formula is written in. */
export type Distribution =
  | { readonly form: 'beta'; readonly alpha: number; readonly beta: number }
  | { readonly form: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly form: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly form: 'lognormal'; readonly meanlog: number; readonly sdlog: number }
  | { readonly form: 'logit-normal'; readonly mu: number; readonly sigma: number }
  | { readonly form: 'uniform'; readonly min: number; readonly max: number }
  | { readonly form: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | {
      readonly form: 'pert';
      readonly min: number;
      readonly mode: number;
      readonly max: number;
      readonly lambda: number;
    }
  | {
      readonly form: 'truncated-normal';
      readonly mean: number;
      readonly sd: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly form: 'weibull'; readonly shape: number; readonly scale: number };

/** PERT is a beta stretched over its range. */
export const pertShape = ({
  min,
  mode,
  max,
  lambda,
}: Extract<Distribution, { form: 'pert' }>): { alpha: number; beta: number } => ({
  alpha: 1 + (lambda * (mode - min)) / (max - min),
  beta: 1 + (lambda * (max - mode)) / (max - min),
});

/**
 * The value that a distribution stays below with a given probability.
 *
 * How far does belief about one parameter reach? Its 2.5 % and 97.5 % quantiles are the ends of the bar in a tornado,
 * so that the one-way and the probabilistic analysis speak of the same uncertainty.
 *
 * Takes    distribution; p strictly between 0 and 1
 * Gives    the quantile, in the unit of the parameter
 * Fails    never; p outside [0, 1] throws
 * Cost     O(1); beta and PERT iterate (about 20 microseconds), gamma bisects (about 0.2 milliseconds)
 * Source   Briggs, Claxton and Sculpher (2006), Decision modelling for health economic evaluation, ch. 4
 * Checked  reference/economics/psa-distributions (R 4.2.2, triangle)
 */
export function distributionQuantile(distribution: Distribution, p: number): number {
  switch (distribution.form) {
    case 'beta':
      return betaQuantile(p, distribution.alpha, distribution.beta);
    case 'gamma':
      return (distribution.scale * chiSquareQuantile(p, 2 * distribution.shape)) / 2; // a gamma is a stretched chi-square
    case 'normal':
      return distribution.mean + distribution.sd * normalQuantile(p);
    case 'lognormal':
      return Math.exp(distribution.meanlog + distribution.sdlog * normalQuantile(p));
    case 'logit-normal':
      return logistic(distribution.mu + distribution.sigma * normalQuantile(p));
    case 'uniform':
      return distribution.min + p * (distribution.max - distribution.min);
    case 'triangular': {
      const { min, mode, max } = distribution;
      const rising = (mode - min) / (max - min);
      return p <= rising
        ? min + Math.sqrt(p * (max - min) * (mode - min))
        : max - Math.sqrt((1 - p) * (max - min) * (max - mode));
    }
    case 'pert': {
      const { alpha, beta } = pertShape(distribution);
      return distribution.min + (distribution.max - distribution.min) * betaQuantile(p, alpha, beta);
    }
    case 'truncated-normal': {
      const { mean, sd, min, max } = distribution;
      const [below, upTo] = [normalCdf((min - mean) / sd), normalCdf((max - mean) / sd)];
      return Math.min(max, Math.max(min, mean + sd * normalQuantile(below + p * (upTo - below))));
    }
    case 'weibull':
      return distribution.scale * Math.exp(Math.log(-Math.log1p(-p)) / distribution.shape);
    default:
      return unreachable(distribution);
  }
}

/** The mean, where it has a closed form; otherwise null, and the model states the base value itself. */
export function distributionMean(distribution: Distribution): number | null {
  switch (distribution.form) {
    case 'beta':
      return distribution.alpha / (distribution.alpha + distribution.beta);
    case 'gamma':
      return distribution.shape * distribution.scale;
    case 'normal':
      return distribution.mean;
    case 'lognormal':
      return Math.exp(distribution.meanlog + (distribution.sdlog * distribution.sdlog) / 2);
    case 'uniform':
      return (distribution.min + distribution.max) / 2;
    case 'triangular':
      return (distribution.min + distribution.mode + distribution.max) / 3;
    case 'pert':
      return (
        (distribution.min + distribution.lambda * distribution.mode + distribution.max) /
        (distribution.lambda + 2)
      );
    case 'logit-normal':
    case 'truncated-normal':
    case 'weibull':
      return null;
    default:
      return unreachable(distribution);
  }
}

/** The smallest and largest value it can give. */
export function distributionRange(distribution: Distribution): readonly [number, number] {
  switch (distribution.form) {
    case 'beta':
    case 'logit-normal':
      return [0, 1];
    case 'gamma':
    case 'lognormal':
    case 'weibull':
      return [0, Infinity];
    case 'normal':
      return [-Infinity, Infinity];
    case 'uniform':
    case 'triangular':
    case 'pert':
    case 'truncated-normal':
      return [distribution.min, distribution.max];
    default:
      return unreachable(distribution);
  }
}

const names: Readonly<Record<Distribution['form'], string>> = {
  beta: 'Beta',
  gamma: 'Gamma',
  normal: 'Normal',
  lognormal: 'Lognormal',
  'logit-normal': 'Logit-normal',
  uniform: 'Uniform',
  triangular: 'Triangular',
  pert: 'PERT',
  'truncated-normal': 'Truncated normal',
  weibull: 'Weibull',
};

/** As a parameter table prints it: `Gamma(25, 8000)`. */
export function printDistribution({ form, ...parameters }: Distribution): string {
  const printed = Object.values(parameters).map((value) => String(Number(value.toPrecision(4))));
  return `${names[form]}(${printed.join(', ')})`;
}
