import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { z } from 'zod';

const positive = z.number().positive();
const real = z.number();

/**
 * Times to an event, in the parameters that each family's formula is written in. Weibull stands in both of its forms, because
 * their scales differ: `weibull-aft` has S = exp(-(t/scale)^shape), `weibull-ph` has S = exp(-scale t^shape).
 */
export const survivalDistributionForm = z.discriminatedUnion('family', [
  z.strictObject({ family: z.literal('exponential'), rate: positive }),
  z.strictObject({ family: z.literal('weibull-aft'), shape: positive, scale: positive }),
  z.strictObject({ family: z.literal('weibull-ph'), shape: positive, scale: positive }),
  z.strictObject({ family: z.literal('gompertz'), shape: real, rate: positive }),
  z.strictObject({ family: z.literal('gamma'), shape: positive, rate: positive }),
  z.strictObject({ family: z.literal('lognormal'), meanlog: real, sdlog: positive }),
  z.strictObject({ family: z.literal('loglogistic'), shape: positive, scale: positive }),
  z.strictObject({ family: z.literal('generalised-gamma'), mu: real, sigma: positive, Q: real }),
  z.strictObject({
    family: z.literal('royston-parmar'),
    /** Of 1, ln t and one basis function an inner knot: the log cumulative hazard. */
    gamma: z.array(real).min(2).readonly(),
    /** On ln t, rising; the first and the last are the boundary. */
    knots: z.array(real).min(2).readonly(),
  }),
]);
export type SurvivalDistribution = Readonly<z.output<typeof survivalDistributionForm>>;
export type SurvivalFamily = SurvivalDistribution['family'];

export type SurvivalDistributionFault = {
  readonly kind: 'survival-parameters';
  readonly path: string;
  readonly family: string;
  readonly takes: string;
};

const takes: Readonly<Record<SurvivalFamily, string>> = {
  exponential: 'rate > 0',
  'weibull-aft': 'shape > 0, scale > 0',
  'weibull-ph': 'shape > 0, scale > 0',
  gompertz: 'shape, rate > 0',
  gamma: 'shape > 0, rate > 0',
  lognormal: 'meanlog, sdlog > 0',
  loglogistic: 'shape > 0, scale > 0',
  'generalised-gamma': 'mu, sigma > 0, Q',
  'royston-parmar': 'gamma[k], knots[k] (k >= 2, knots[1] < ... < knots[k])',
};

const families: readonly string[] = Object.keys(takes);

/** A distribution as a file states it. `path` is its place there, for the fault. */
export function readSurvivalDistribution(
  form: unknown,
  path: string,
): Result<SurvivalDistribution, SurvivalDistributionFault> {
  const parsed = survivalDistributionForm.safeParse(form);
  if (parsed.success && rises(parsed.data)) return succeed(parsed.data);
  const { family } = z.looseObject({ family: z.string() }).catch({ family: '?' }).parse(form);
  const known = Object.entries(takes).find(([name]) => name === family);
  return fail({
    kind: 'survival-parameters',
    path,
    family,
    takes: known === undefined ? families.join(' | ') : known[1],
  });
}

const rises = (distribution: SurvivalDistribution): boolean =>
  distribution.family !== 'royston-parmar' ||
  (distribution.gamma.length === distribution.knots.length &&
    distribution.knots.every((knot, i, all) => i === 0 || knot > (all[i - 1] ?? NaN)));

/** As a table prints it: `Weibull (AFT)(1.3, 8)`. */
export function printSurvivalDistribution(distribution: SurvivalDistribution): string {
  const { family, ...parameters } = distribution;
  const values: readonly number[] = Object.values(parameters).flat();
  return `${familyName(family)}(${values.map((value) => String(Number(value.toPrecision(4)))).join(', ')})`;
}

/** A family as a table prints it. */
export function familyName(family: SurvivalFamily): string {
  switch (family) {
    case 'exponential':
      return 'Exponential';
    case 'weibull-aft':
      return 'Weibull (AFT)';
    case 'weibull-ph':
      return 'Weibull (PH)';
    case 'gompertz':
      return 'Gompertz';
    case 'gamma':
      return 'Gamma';
    case 'lognormal':
      return 'Log-normal';
    case 'loglogistic':
      return 'Log-logistic';
    case 'generalised-gamma':
      return 'Generalised gamma';
    case 'royston-parmar':
      return 'Royston-Parmar spline';
    default:
      return unreachable(family);
  }
}
