import { type Estimate } from '@daero/domain/estimate';
import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach } from '@daero/statistics/distributions/normal';
import { logit } from '@daero/statistics/summary/interval';
import { type Distribution } from '../uncertainty/distribution.ts';
import { type BoundForm, type Parameter } from './parameter.ts';

export type Estimates = Readonly<Record<string, Estimate>>;

type Bound = { readonly parameter: string; readonly estimate: string };
export type BindingFault =
  | ({ readonly kind: 'parameter-estimate-not-given'; readonly known: readonly string[] } & Bound)
  | ({ readonly kind: 'parameter-estimate-without-counts' } & Bound)
  | ({
      readonly kind: 'parameter-estimate-does-not-vary';
      readonly events: number;
      readonly trials: number;
    } & Bound)
  | ({
      readonly kind: 'parameter-estimate-without-interval' | 'parameter-estimate-interval-unfit';
      readonly low: string;
      readonly high: string;
    } & Bound);

/** A parameter with its base value and what is believed about it; a derived one has an expression instead. */
export type BoundParameter = Parameter & {
  readonly base: number | null;
  readonly distribution: Distribution | null;
};

/** Ties a parameter to its estimate of the evidence chain, or takes its stated value. */
export function bindParameter(
  parameter: Parameter,
  estimates: Estimates,
): Result<BoundParameter, BindingFault> {
  const { amount } = parameter;
  switch (amount.from) {
    case 'expression':
      return succeed({ ...parameter, base: null, distribution: null });
    case 'number':
      return succeed({ ...parameter, base: amount.value, distribution: amount.distribution });
    case 'estimate': {
      const bound: Bound = { parameter: parameter.name, estimate: amount.estimateId };
      const estimate = Object.hasOwn(estimates, amount.estimateId) ? estimates[amount.estimateId] : undefined;
      if (estimate === undefined)
        return fail({ kind: 'parameter-estimate-not-given', ...bound, known: Object.keys(estimates) });
      const distribution = distributionOfEstimate(estimate, amount.as, bound);
      return distribution.ok
        ? succeed({ ...parameter, base: estimate.value, distribution: distribution.value })
        : distribution;
    }
  }
}

/**
 * What an estimate of the chain says about a parameter of a model.
 *
 * How sure are we of a sensitivity that was counted in n people? From counts: Beta(events, trials - events), whose mean is the
 * estimate. From an interval: normal on the logit scale. Sensitivity and specificity counted in one sample come from
 * different people (the diseased and the healthy), and prevalence from the split between them: given the margins of the
 * 2x2 table the three are independent, so each draws on its own. Estimates that share people are not, and need a joint form.
 * A ratio or a rate is normal on the log scale, a cost or a difference on its own.
 *
 * Takes    estimate with parts events and trials, or with low and high; as: which of the two; bound: names for the fault
 * Gives    a beta, logit-normal, lognormal or normal distribution
 * Fails    parameter-estimate-without-counts, -does-not-vary at 0 or all events, -without-interval unless 0 < low < value < high < 1,
 *          -interval-unfit where a log or normal scale has no such interval
 * Cost     O(1)
 * Source   Briggs, Claxton and Sculpher (2006), ch. 4.2; for the three margins: Pepe (2003), The statistical evaluation of medical tests, ch. 2
 * Checked  model/binding.test.ts: mean and interval of the draws are those of the estimate
 */
export function distributionOfEstimate(
  estimate: Estimate,
  as: BoundForm,
  bound: Bound,
): Result<Distribution, BindingFault> {
  if (as === 'beta-from-counts') {
    const { events, trials } = estimate.parts;
    if (events === undefined || trials === undefined)
      return fail({ kind: 'parameter-estimate-without-counts', ...bound });
    if (!(events > 0 && events < trials))
      return fail({ kind: 'parameter-estimate-does-not-vary', ...bound, events, trials });
    return succeed({ form: 'beta', alpha: events, beta: trials - events });
  }
  const { low, high, value, level } = estimate;
  const width = 2 * normalReach(level);
  if (as === 'lognormal-from-interval' || as === 'normal-from-interval') {
    const least = as === 'lognormal-from-interval' ? 0 : -Infinity;
    if (low === null || high === null || !(least < low && low < value && value < high && high < Infinity))
      return fail({
        kind: 'parameter-estimate-interval-unfit',
        ...bound,
        low: String(low),
        high: String(high),
      });
    if (as === 'normal-from-interval')
      return succeed({ form: 'normal', mean: value, sd: (high - low) / width });
    const sdlog = (Math.log(high) - Math.log(low)) / width;
    return succeed({ form: 'lognormal', meanlog: Math.log(value), sdlog });
  }
  if (low === null || high === null || !(0 < low && low < value && value < high && high < 1)) {
    return fail({
      kind: 'parameter-estimate-without-interval',
      ...bound,
      low: String(low),
      high: String(high),
    });
  }
  const sigma = (logit(high) - logit(low)) / width;
  return succeed({ form: 'logit-normal', mu: logit(value), sigma });
}
