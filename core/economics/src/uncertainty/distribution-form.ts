import { fail, succeed, type Result } from '@daero/domain/result';
import { normalQuantile } from '@daero/statistics/distributions/normal';
import { logit } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { type Distribution } from './distribution.ts';

const number = z.number().optional();
const interval = z.tuple([z.number(), z.number()]).optional();

/** A distribution as a model file states it: by its own parameters, by mean and sd, or by a 95 % interval. */
export const distributionForm = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('beta'), alpha: number, beta: number, mean: number, sd: number }),
  z.strictObject({ form: z.literal('gamma'), shape: number, scale: number, mean: number, sd: number }),
  z.strictObject({ form: z.literal('normal'), mean: number, sd: number, interval }),
  z.strictObject({
    form: z.literal('lognormal'),
    meanlog: number,
    sdlog: number,
    mean: number,
    sd: number,
    median: number,
    interval,
  }),
  z.strictObject({ form: z.literal('logit-normal'), mu: number, sigma: number, median: number, interval }),
  z.strictObject({ form: z.literal('uniform'), min: z.number(), max: z.number() }),
  z.strictObject({ form: z.literal('triangular'), min: z.number(), mode: z.number(), max: z.number() }),
  z.strictObject({
    form: z.literal('pert'),
    min: z.number(),
    mode: z.number(),
    max: z.number(),
    lambda: number,
  }),
  z.strictObject({
    form: z.literal('truncated-normal'),
    mean: z.number(),
    sd: z.number(),
    min: z.number(),
    max: z.number(),
  }),
  z.strictObject({ form: z.literal('weibull'), shape: z.number(), scale: z.number() }),
]);
export type DistributionForm = z.output<typeof distributionForm>;

export type DistributionFault = {
  readonly kind: 'distribution-parameters';
  readonly path: string;
  readonly form: string;
  /** The combinations that define this form, and the conditions on them. */
  readonly takes: string;
};

const takes: Readonly<Record<DistributionForm['form'], string>> = {
  beta: '(alpha > 0, beta > 0) | (0 < mean < 1, 0 < sd² < mean(1-mean))',
  gamma: '(shape > 0, scale > 0) | (mean > 0, sd > 0)',
  normal: '(mean, sd > 0) | (mean, interval: [low, high])',
  lognormal: '(meanlog, sdlog > 0) | (mean > 0, sd > 0) | (median > 0, interval: [low > 0, high])',
  'logit-normal': '(mu, sigma > 0) | (0 < median < 1, interval: [low > 0, high < 1])',
  uniform: '(min < max)',
  triangular: '(min <= mode <= max, min < max)',
  pert: '(min <= mode <= max, min < max, lambda > 0)',
  'truncated-normal': '(mean, sd > 0, min < max)',
  weibull: '(shape > 0, scale > 0)',
};

/**
 * A stated distribution in the parameters of its formula, by the method of moments or from a 95 % interval.
 *
 * Which distribution has this mean and spread? Authors publish means, standard errors and intervals, seldom shapes.
 *
 * Takes    form: one distribution of a model file; path: its place, for the fault
 * Gives    the distribution
 * Fails    distribution-parameters when none, or more than one, of its definitions is complete, or a condition does not hold
 * Cost     O(1)
 * Source   Briggs, Claxton and Sculpher (2006), ch. 4: moments of beta, gamma and lognormal
 * Checked  reference/economics/psa-distributions
 */
export function readDistribution(
  form: DistributionForm,
  path: string,
): Result<Distribution, DistributionFault> {
  const found = definitions(form).filter((definition) => definition !== null);
  const [distribution] = found;
  return found.length === 1 && distribution !== undefined && holds(distribution)
    ? succeed(distribution)
    : fail({ kind: 'distribution-parameters', path, form: form.form, takes: takes[form.form] });
}

/** Each way of defining it, null where its numbers are not given. */
function definitions(given: DistributionForm): readonly (Distribution | null)[] {
  switch (given.form) {
    case 'beta': {
      const { form, alpha, beta, mean, sd } = given;
      return [
        both(alpha, beta, (a, b) => ({ form, alpha: a, beta: b })),
        both(mean, sd, (m, s) => {
          const k = (m * (1 - m)) / (s * s) - 1;
          return { form, alpha: m * k, beta: (1 - m) * k };
        }),
      ];
    }
    case 'gamma': {
      const { form, shape, scale, mean, sd } = given;
      return [
        both(shape, scale, (k, s) => ({ form, shape: k, scale: s })),
        both(mean, sd, (m, s) => ({ form, shape: (m / s) * (m / s), scale: (s * s) / m })),
      ];
    }
    case 'normal': {
      const { form, mean, sd, interval } = given;
      return [
        both(mean, sd, (m, s) => ({ form, mean: m, sd: s })),
        both(mean, interval, (m, [low, high]) => ({ form, mean: m, sd: (high - low) / width() })),
      ];
    }
    case 'lognormal': {
      const { form, meanlog, sdlog, mean, sd, median, interval } = given;
      return [
        both(meanlog, sdlog, (m, s) => ({ form, meanlog: m, sdlog: s })),
        both(mean, sd, (m, s) => {
          const variance = Math.log1p((s / m) * (s / m));
          return { form, meanlog: Math.log(m) - variance / 2, sdlog: Math.sqrt(variance) };
        }),
        both(median, interval, (m, [low, high]) => ({
          form,
          meanlog: Math.log(m),
          sdlog: (Math.log(high) - Math.log(low)) / width(),
        })),
      ];
    }
    case 'logit-normal': {
      const { form, mu, sigma, median, interval } = given;
      return [
        both(mu, sigma, (m, s) => ({ form, mu: m, sigma: s })),
        both(median, interval, (m, [low, high]) => ({
          form,
          mu: logit(m),
          sigma: (logit(high) - logit(low)) / width(),
        })),
      ];
    }
    case 'pert':
      return [{ ...given, lambda: given.lambda ?? 4 }];
    default:
      return [given];
  }
}

/** Standard errors between the ends of a 95 % interval. */
const width = (): number => 2 * normalQuantile(0.975);

const both = <A, B>(
  a: A | undefined,
  b: B | undefined,
  make: (a: A, b: B) => Distribution,
): Distribution | null => (a === undefined || b === undefined ? null : make(a, b));

function holds(distribution: Distribution): boolean {
  const finite = Object.values(distribution).every(
    (part) => typeof part === 'string' || Number.isFinite(part),
  );
  return finite && conditions(distribution);
}

function conditions(distribution: Distribution): boolean {
  switch (distribution.form) {
    case 'beta':
      return distribution.alpha > 0 && distribution.beta > 0;
    case 'gamma':
    case 'weibull':
      return distribution.shape > 0 && distribution.scale > 0;
    case 'normal':
      return distribution.sd > 0;
    case 'truncated-normal':
      return distribution.sd > 0 && distribution.min < distribution.max;
    case 'lognormal':
      return distribution.sdlog > 0;
    case 'logit-normal':
      return distribution.sigma > 0;
    case 'uniform':
      return distribution.min < distribution.max;
    case 'pert':
      return ordered(distribution) && distribution.lambda > 0;
    case 'triangular':
      return ordered(distribution);
  }
}

const ordered = ({ min, mode, max }: { min: number; mode: number; max: number }): boolean =>
  min <= mode && mode <= max && min < max;
