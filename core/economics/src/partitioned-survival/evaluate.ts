import { type Warning } from '@daero/domain/estimate';
import { succeed, type Result } from '@daero/domain/result';
import { type Discounting, type PointWeights } from '../cohort/accounting.ts';
import { icerTable, type IcerRow } from '../incremental/icer-table.ts';
import {
  withBackgroundMortality,
  type Background,
  type BackgroundFault,
} from '../survival/background-mortality.ts';
import { type SurvivalDistribution } from '../survival/distribution.ts';
import { eventTime } from '../survival/event-time.ts';
import { discountedYears, gridTimes, partition, type CurvesFault, type Grid } from './partition.ts';

export type PartitionedStrategy = {
  readonly name: string;
  /** From the innermost outwards, in the order of the model's curves. */
  readonly curves: readonly SurvivalDistribution[];
  /** Money a year in each living state, by category. */
  readonly costsPerYear: Readonly<Record<string, readonly number[]>>;
};

/** Everything that changes the numbers; nothing here has a default. */
export type PartitionedModel = {
  /** The living states in order, then the one that takes up the rest. */
  readonly states: readonly string[];
  /** One fewer than states. */
  readonly curves: readonly string[];
  readonly grid: Grid;
  readonly weights: PointWeights;
  readonly discount: { readonly costs: number; readonly effects: number } & Discounting;
  /** QALYs a year in each living state. */
  readonly utilities: readonly number[];
  readonly strategies: readonly PartitionedStrategy[];
  /** Applied to the outermost curve, which is death from any cause; null where the curves stand alone. */
  readonly background: Background | null;
};

export type StateOutcome = {
  readonly state: string;
  readonly lifeYears: number;
  readonly qalys: number;
  readonly costs: Readonly<Record<string, number>>;
};
export type PartitionedOutcome = {
  readonly strategy: string;
  /** One column a state, at the points of the grid. */
  readonly shares: readonly Float64Array[];
  readonly byState: readonly StateOutcome[];
  readonly cost: number;
  readonly qalys: number;
  readonly lifeYears: number;
};
export type PartitionedResult = {
  readonly times: Float64Array;
  readonly outcomes: readonly PartitionedOutcome[];
  readonly icers: readonly IcerRow[];
  readonly warnings: readonly Warning[];
};

/**
 * A partitioned survival model.
 *
 * What do strategies cost and give when each state is the space between two survival curves? Nothing links the curves: delaying
 * progression prolongs life only as far as the outer curve itself says, which every result repeats as a warning.
 *
 * Takes    model: states, curves by strategy, grid, within-step rule, discount rates and form, utilities, costs a year
 * Gives    shares of people over time, life years and QALYs and costs by state (discounted), totals, incremental table
 * Fails    curves-cross; mortality-missing-for-age and mortality-not-a-probability where background mortality is asked for
 * Cost     O(strategies x curves x points)
 * Source   Woods, Sideris, Palmer et al. (2017), NICE DSU Technical Support Document 19
 * Checked  reference/economics/psm-two-arm (hesim 0.5.6)
 */
export function evaluatePartitionedSurvival(
  model: PartitionedModel,
): Result<PartitionedResult, CurvesFault | BackgroundFault> {
  const times = gridTimes(model.grid);
  const outcomes: PartitionedOutcome[] = [];
  for (const strategy of model.strategies) {
    const curves = curvesOf(model, strategy, times);
    if (!curves.ok) return curves;
    const shares = partition(strategy.name, curves.value, times);
    if (!shares.ok) return shares;
    outcomes.push(outcomeOf(model, strategy, shares.value));
  }
  const icers = icerTable(outcomes.map(({ strategy, cost, qalys }) => ({ strategy, cost, effect: qalys })));
  return succeed({ times, outcomes, icers, warnings: [{ kind: 'curves-not-linked', facts: {} }] });
}

function curvesOf(
  { curves, background }: PartitionedModel,
  strategy: PartitionedStrategy,
  times: Float64Array,
): Result<readonly { readonly name: string; readonly survival: Float64Array }[], BackgroundFault> {
  const found: { name: string; survival: Float64Array }[] = [];
  for (const [k, name] of curves.entries()) {
    const distribution = strategy.curves[k];
    if (distribution === undefined) throw new RangeError(`strategy ${strategy.name} has no curve ${name}`);
    const own = eventTime(distribution);
    const outermost = k === curves.length - 1;
    if (background === null || !outermost) {
      found.push({ name, survival: times.map((t) => Math.exp(-own.cumulativeHazard(t))) });
      continue;
    }
    const hazard = withBackgroundMortality(own, background, times);
    if (!hazard.ok) return hazard;
    found.push({ name, survival: hazard.value.map((h) => Math.exp(-h)) });
  }
  return succeed(found);
}

function outcomeOf(
  { states, grid, weights, discount, utilities }: PartitionedModel,
  { name, costsPerYear }: PartitionedStrategy,
  shares: readonly Float64Array[],
): PartitionedOutcome {
  const discounting = { form: discount.form, from: discount.from };
  const years = (state: number, rate: number): number =>
    discountedYears(shares[state] ?? [], grid, { rate, discounting, weights });
  const byState = states.slice(0, -1).map((state, k): StateOutcome => {
    const [forEffects, forCosts] = [years(k, discount.effects), years(k, discount.costs)];
    const costs = Object.entries(costsPerYear).map(
      ([category, perYear]) => [category, forCosts * (perYear[k] ?? NaN)] as const,
    );
    return {
      state,
      lifeYears: forEffects,
      qalys: forEffects * (utilities[k] ?? NaN),
      costs: Object.fromEntries(costs),
    };
  });
  const sum = (of: (state: StateOutcome) => number): number =>
    byState.reduce((total, each) => total + of(each), 0);
  return {
    strategy: name,
    shares,
    byState,
    lifeYears: sum(({ lifeYears }) => lifeYears),
    qalys: sum(({ qalys }) => qalys),
    cost: sum(({ costs }) => Object.values(costs).reduce((total, each) => total + each, 0)),
  };
}
