import { type AcceptabilityShape } from '@daero/domain/shape';
import { type Text } from '@daero/domain/text';
import { quantile } from '@daero/statistics/summary/quantile';
import { mean, variance } from '@daero/statistics/summary/moments';
import { comparedStrategies } from '../decision-tree/model.ts';
import { acceptabilityShape } from '../decision-tree/shapes.ts';
import { type EconomicModel } from '../model/economic-model.ts';
import { acceptability, type StrategyDraws } from '../uncertainty/acceptability.ts';

/** The mean of the draws, its Monte-Carlo error, and the 95 % limits of the draws. */
export type Spread = {
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
};
export type DrawsSummary = {
  readonly draws: number;
  readonly seed: number;
  readonly stated: number;
  readonly comparisons: readonly {
    readonly strategy: string;
    readonly label: Text;
    readonly cost: Spread;
    readonly effect: Spread;
    readonly netBenefit: Spread;
  }[];
  /** By strategy: how often it is worth most at the stated willingness, with its Monte-Carlo error. */
  readonly best: readonly {
    readonly strategy: string;
    readonly label: Text;
    readonly share: number;
    readonly standardError: number;
  }[];
  readonly evpi: number;
  readonly acceptability: AcceptabilityShape;
};

/** What a large number of draws says, and how much of it is chance. */
export function drawsSummary({ model }: EconomicModel, strategies: readonly StrategyDraws[]): DrawsSummary {
  const { stated } = model.willingness;
  const draws = strategies[0]?.cost.length ?? 0;
  const of = (name: string): StrategyDraws => {
    const own = strategies[model.strategies.findIndex((one) => one.name === name)];
    if (own === undefined) throw new Error(`no draws of "${name}"`);
    return own;
  };
  const reference = of(model.reference.name);
  const beyond = (own: Float64Array, other: Float64Array): Float64Array =>
    own.map((value, at) => value - (other[at] ?? NaN));
  const { probabilities, evpi } = acceptability(strategies, [stated]);
  return {
    ...{ draws, seed: model.probabilistic.seed, stated },
    comparisons: comparedStrategies(model).map(({ name, label }) => {
      const [cost, effect] = [
        beyond(of(name).cost, reference.cost),
        beyond(of(name).effect, reference.effect),
      ];
      const worth = effect.map((value, at) => stated * value - (cost[at] ?? NaN));
      return {
        ...{ strategy: name, label, cost: spreadOf(cost), effect: spreadOf(effect) },
        netBenefit: spreadOf(worth),
      };
    }),
    best: model.strategies.map(({ name, label }, index) => {
      const share = probabilities[index]?.[0] ?? NaN;
      return { strategy: name, label, share, standardError: Math.sqrt((share * (1 - share)) / draws) };
    }),
    evpi: evpi[0] ?? NaN,
    acceptability: acceptabilityShape(
      model,
      model.strategies.map((strategy) => {
        const own = of(strategy.name);
        return { strategy, draws: own, base: { cost: mean(own.cost), effect: mean(own.effect) } };
      }),
    ),
  };
}

function spreadOf(column: Float64Array): Spread {
  const sorted = Float64Array.from(column).sort();
  return {
    mean: mean(column),
    standardError: Math.sqrt(variance(column) / column.length),
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
  };
}
