import { succeed, type Fault, type Result } from '@daero/domain/result';
import { netBenefit } from '../incremental/comparison.ts';
import { each } from '../model/place.ts';

/** Values that stand instead of those of the file, under one name. */
export type NamedValues = { readonly name: string; readonly set: ReadonlyMap<string, number> };
export type Subgroup = NamedValues & { readonly share: number };

/** Every strategy with some parameters at other values: what each model can answer. */
type Evaluate<Trouble extends Fault> = (
  instead: ReadonlyMap<string, number>,
) => Result<
  readonly { readonly strategy: string; readonly cost: number; readonly effect: number }[],
  Trouble
>;

export type StrategyWorth = {
  readonly strategy: string;
  readonly cost: number;
  readonly effect: number;
  readonly netBenefit: number;
  /** Of the net benefit over that of the reference. */
  readonly gain: number;
};
export type ScenarioRow = {
  readonly name: string;
  readonly strategies: readonly StrategyWorth[];
  /** The strategy that is worth most; of equals the one named first. */
  readonly best: string;
};

/**
 * Scenario analysis: the base case again under other sets of values.
 *
 * Does the decision stand where several things are otherwise at once: another horizon of effect, another price, another source? Each
 * scenario is told beside the others and never averaged: nobody has said how likely it is.
 *
 * Takes    evaluate: all strategies at replaced values; scenarios by name; willingness: money a unit of effect; reference: a strategy
 * Gives    for each scenario, in order, every strategy with its net benefit and its gain over the reference, and the best of them
 * Fails    as evaluate does, at the first scenario that it refuses
 * Cost     one evaluation of all strategies a scenario
 * Source   Briggs, Weinstein, Fenwick et al. (2012), ISPOR-SMDM modelling good practices 6, Value in Health 15, 835-842
 * Checked  uncertainty/scenarios.test.ts: a linear model in closed form; no change is the base case
 */
export function scenarioAnalysis<Trouble extends Fault>(
  evaluate: Evaluate<Trouble>,
  scenarios: readonly NamedValues[],
  { willingness, reference }: { readonly willingness: number; readonly reference: string },
): Result<readonly ScenarioRow[], Trouble> {
  return each(scenarios, ({ name, set }): Result<ScenarioRow, Trouble> => {
    const found = evaluate(set);
    if (!found.ok) return found;
    const worth = found.value.map(({ cost, effect }) => netBenefit(cost, effect, willingness));
    const base = worth[found.value.findIndex(({ strategy }) => strategy === reference)] ?? NaN;
    const strategies = found.value.map((one, index): StrategyWorth => {
      const own = worth[index] ?? NaN;
      return { ...one, netBenefit: own, gain: own - base };
    });
    return succeed({ name, strategies, best: bestOf(strategies) });
  });
}

export type SubgroupAnalysis = {
  readonly subgroups: readonly (ScenarioRow & { readonly share: number })[];
  /** Everybody, each strategy the mean of the subgroups by their shares; `best` is one choice for all. */
  readonly together: ScenarioRow;
  /** What it is worth, a person, to choose for each subgroup by itself; 0 where the same strategy is best in all. */
  readonly stratification: number;
};

/**
 * Subgroup analysis: each group by itself, everybody together, and what choosing apart is worth.
 *
 * Should everybody get the same? A strategy that is best on average can be wrong for a group; the gain of choosing apart is what a test
 * for the group, or a rule, may cost.
 *
 * Takes    evaluate; subgroups with shares that add up to 1; willingness; reference
 * Gives    rows by subgroup and together; the worth of stratification, 0 or more, a person
 * Fails    as evaluate does; shares that do not add up to 1 throw: the reader of a file refuses them first
 * Cost     one evaluation of all strategies a subgroup
 * Source   Coyle, Buxton and O'Brien (2003), Health Economics 12, 421-427; Espinoza et al. (2014), Medical Decision Making 34, 951-964
 * Checked  uncertainty/scenarios.test.ts: by hand; never below 0, and 0 for equal groups (fast-check)
 */
export function subgroupAnalysis<Trouble extends Fault>(
  evaluate: Evaluate<Trouble>,
  subgroups: readonly Subgroup[],
  about: { readonly willingness: number; readonly reference: string },
): Result<SubgroupAnalysis, Trouble> {
  const whole = subgroups.reduce((sum, { share }) => sum + share, 0);
  if (!(Math.abs(whole - 1) <= 1e-9)) throw new RangeError(`the shares of subgroups add up to ${whole}`);
  const rows = scenarioAnalysis(evaluate, subgroups, about);
  if (!rows.ok) return rows;
  const apart = rows.value.map((row, index) => ({ ...row, share: subgroups[index]?.share ?? NaN }));
  const mean = (of: (row: ScenarioRow) => number): number =>
    apart.reduce((sum, row) => sum + row.share * of(row), 0);
  const strategies = (apart[0]?.strategies ?? []).map(({ strategy }, index): StrategyWorth => {
    const at = (field: Exclude<keyof StrategyWorth, 'strategy'>): number =>
      mean((row) => row.strategies[index]?.[field] ?? NaN);
    return {
      ...{ strategy, cost: at('cost'), effect: at('effect') },
      ...{ netBenefit: at('netBenefit'), gain: at('gain') },
    };
  });
  const most = (all: readonly StrategyWorth[]): number => Math.max(...all.map((one) => one.netBenefit));
  const stratification = mean((row) => most(row.strategies)) - most(strategies);
  return succeed({
    subgroups: apart,
    together: { name: 'together', strategies, best: bestOf(strategies) },
    stratification: Math.max(0, stratification), // rounding may leave it a hair below
  });
}

const bestOf = (all: readonly StrategyWorth[]): string =>
  all.reduce((best, one) => (one.netBenefit > best.netBenefit ? one : best)).strategy;
