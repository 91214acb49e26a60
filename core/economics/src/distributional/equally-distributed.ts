import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';

/** People who share a level of health, and how many of them there are (any positive weights). */
export type Group = { readonly name: string; readonly weight: number; readonly health: number };

/** How much an unequal distribution is disliked: relative differences (Atkinson) or absolute ones (Kolm). */
export type Aversion = { readonly index: 'atkinson' | 'kolm'; readonly parameter: number };

export type Distributed = {
  readonly mean: number;
  /** The level that, shared equally, would be as good. */
  readonly ede: number;
  /** Atkinson: the share of the mean that inequality costs; Kolm: the amount. */
  readonly inequality: number;
};

export type DistributionalFault =
  | { readonly kind: 'distributional-weights'; readonly group: string; readonly weight: number }
  | {
      readonly kind: 'distributional-health';
      readonly group: string;
      readonly health: number;
      readonly index: string;
    }
  | { readonly kind: 'distributional-aversion'; readonly index: string; readonly parameter: number }
  | { readonly kind: 'distributional-groups'; readonly first: number; readonly second: number };

/**
 * The equally distributed equivalent of a distribution of health.
 *
 * How much health, given to everybody alike, would be as good as this unequal health? The gap to the mean is what inequality costs
 * to somebody with this aversion. Aversion 0 asks for the mean alone.
 *
 * Takes    groups with weight and health (above 0 for Atkinson); index and parameter, from 0
 * Gives    mean, equally distributed equivalent, index of inequality
 * Fails    distributional-weights, distributional-health, distributional-aversion
 * Cost     O(groups)
 * Source   Atkinson (1970), J Econ Theory 2, 244-263; Kolm (1976), J Econ Theory 12, 416-442; Asaria, Griffin and Cookson (2016),
 *          Medical Decision Making 36, 8-19
 * Checked  distributional/distributional.test.ts
 */
export function equallyDistributed(
  groups: readonly Group[],
  { index, parameter }: Aversion,
): Result<Distributed, DistributionalFault> {
  if (!(parameter >= 0 && Number.isFinite(parameter)))
    return fail({ kind: 'distributional-aversion', index, parameter });
  for (const { name, weight, health } of groups) {
    if (!(weight > 0 && Number.isFinite(weight)))
      return fail({ kind: 'distributional-weights', group: name, weight });
    if (!Number.isFinite(health) || (index === 'atkinson' && health <= 0))
      return fail({ kind: 'distributional-health', group: name, health, index });
  }
  const people = groups.reduce((sum, { weight }) => sum + weight, 0);
  const over = (of: (health: number) => number): number =>
    groups.reduce((sum, { weight, health }) => sum + (weight / people) * of(health), 0);
  const mean = over((health) => health);
  switch (index) {
    case 'atkinson': {
      const ede = atkinsonLevel(over, mean, parameter);
      return succeed({ mean, ede, inequality: 1 - ede / mean });
    }
    case 'kolm': {
      // Deviations from the mean keep the exponentials near 1.
      const spread = over((health) => Math.expm1(parameter * (mean - health)));
      const gap = parameter < negligible ? 0 : Math.log1p(spread) / parameter;
      return succeed({ mean, ede: mean - gap, inequality: gap });
    }
    default:
      return unreachable(index);
  }
}

type Over = (of: (health: number) => number) => number;

function atkinsonLevel(over: Over, mean: number, parameter: number): number {
  const power = 1 - parameter;
  if (Math.abs(power) < negligible) return mean * Math.exp(over((health) => Math.log(health / mean)));
  const spread = over((health) => Math.expm1(power * Math.log(health / mean)));
  return mean * Math.exp(Math.log1p(spread) / power);
}

/** Closer than this to the limit of a formula, the limit is the better number. */
const negligible = 1e-12;

export type DistributionalChange = {
  readonly before: Distributed;
  readonly after: Distributed;
  /** Health gained, and gained with what it does to inequality. */
  readonly meanGain: number;
  readonly edeGain: number;
  /** The part of the second that is due to a fairer or less fair distribution. */
  readonly fairness: number;
};

/**
 * What a programme does to the distribution of health, its costs borne as health forgone by somebody.
 *
 * Takes    groups before; for each the health gained by the programme, and the health lost to what its money no longer buys; aversion
 * Gives    both distributions, the gain in the mean and in the equally distributed equivalent
 * Fails    distributional-groups where the lists differ in length, and as `equallyDistributed`
 * Cost     O(groups)
 * Source   Asaria, Griffin and Cookson (2016), Medical Decision Making 36, 8-19; Cookson et al. (2021), Distributional cost-effectiveness analysis
 * Checked  distributional/distributional.test.ts
 */
export function distributionalChange(
  groups: readonly Group[],
  { gained, forgone }: { readonly gained: ArrayLike<number>; readonly forgone: ArrayLike<number> },
  aversion: Aversion,
): Result<DistributionalChange, DistributionalFault> {
  for (const list of [gained, forgone])
    if (list.length !== groups.length)
      return fail({ kind: 'distributional-groups', first: groups.length, second: list.length });
  const before = equallyDistributed(groups, aversion);
  if (!before.ok) return before;
  const after = equallyDistributed(
    groups.map((group, i) => ({
      ...group,
      health: group.health + (gained[i] ?? NaN) - (forgone[i] ?? NaN),
    })),
    aversion,
  );
  if (!after.ok) return after;
  const meanGain = after.value.mean - before.value.mean;
  const edeGain = after.value.ede - before.value.ede;
  return succeed({
    before: before.value,
    after: after.value,
    meanGain,
    edeGain,
    fairness: edeGain - meanGain,
  });
}
