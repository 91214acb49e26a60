import { unreachable } from '@daero/domain/unreachable';
import { type SurvivalDistribution, type SurvivalFamily } from './distribution.ts';

/** Families that `fitSurvival` can fit; the spline has its own function, because its knots are part of it. */
export const fittedFamilies = [
  'exponential',
  'weibull-aft',
  'weibull-ph',
  'gompertz',
  'gamma',
  'lognormal',
  'loglogistic',
  'generalised-gamma',
] as const satisfies readonly SurvivalFamily[];
export type FittedFamily = (typeof fittedFamilies)[number];

/** A parameter as it is estimated: positive ones by their logarithm. Covariates add to the one that `located` names, on that scale. */
export type FittedParameter = { readonly name: string; readonly scale: 'log' | 'identity' };

export const parametersOf: Readonly<Record<FittedFamily, readonly FittedParameter[]>> = {
  exponential: [{ name: 'rate', scale: 'log' }],
  'weibull-aft': [
    { name: 'shape', scale: 'log' },
    { name: 'scale', scale: 'log' },
  ],
  'weibull-ph': [
    { name: 'shape', scale: 'log' },
    { name: 'scale', scale: 'log' },
  ],
  gompertz: [
    { name: 'shape', scale: 'identity' },
    { name: 'rate', scale: 'log' },
  ],
  gamma: [
    { name: 'shape', scale: 'log' },
    { name: 'rate', scale: 'log' },
  ],
  lognormal: [
    { name: 'meanlog', scale: 'identity' },
    { name: 'sdlog', scale: 'log' },
  ],
  loglogistic: [
    { name: 'shape', scale: 'log' },
    { name: 'scale', scale: 'log' },
  ],
  'generalised-gamma': [
    { name: 'mu', scale: 'identity' },
    { name: 'sigma', scale: 'log' },
    { name: 'Q', scale: 'identity' },
  ],
};

/** The position of the parameter that covariates move. */
export const locatedAt: Readonly<Record<FittedFamily, number>> = {
  exponential: 0,
  'weibull-aft': 1,
  'weibull-ph': 1,
  gompertz: 1,
  gamma: 1,
  lognormal: 0,
  loglogistic: 1,
  'generalised-gamma': 0,
};

/** A distribution from parameters on their natural scale. */
export function distributionFrom(
  family: FittedFamily,
  [a = NaN, b = NaN, c = NaN]: readonly number[],
): SurvivalDistribution {
  switch (family) {
    case 'exponential':
      return { family, rate: a };
    case 'weibull-aft':
    case 'weibull-ph':
    case 'loglogistic':
      return { family, shape: a, scale: b };
    case 'gompertz':
    case 'gamma':
      return { family, shape: a, rate: b };
    case 'lognormal':
      return { family, meanlog: a, sdlog: b };
    case 'generalised-gamma':
      return { family, mu: a, sigma: b, Q: c };
    default:
      return unreachable(family);
  }
}

/** Where a search begins, on the scale of estimation: a constant hazard, or the moments of the log times. */
export function startOf(
  family: FittedFamily,
  { rate, meanlog, sdlog }: { readonly rate: number; readonly meanlog: number; readonly sdlog: number },
): readonly number[] {
  switch (family) {
    case 'exponential':
      return [Math.log(rate)];
    case 'weibull-aft':
    case 'loglogistic':
      return [0, -Math.log(rate)];
    case 'weibull-ph':
    case 'gamma':
    case 'gompertz':
      return [0, Math.log(rate)];
    case 'lognormal':
      return [meanlog, Math.log(sdlog)];
    case 'generalised-gamma':
      return [-Math.log(rate), 0, 0.5];
    default:
      return unreachable(family);
  }
}
