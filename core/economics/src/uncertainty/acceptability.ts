import { mean } from '@daero/statistics/summary/moments';
import { netBenefit } from '../incremental/comparison.ts';

/** Draws of one strategy: the i-th cost and the i-th effect belong to the same draw, in every strategy. */
export type StrategyDraws = { readonly cost: Float64Array; readonly effect: Float64Array };

export type Acceptability = {
  /** By strategy, then by willingness: share of draws in which the strategy has the highest net benefit. */
  readonly probabilities: readonly (readonly number[])[];
  /** By willingness: the strategy with the highest mean net benefit, and its share of draws. */
  readonly best: readonly number[];
  readonly frontier: readonly number[];
};

/**
 * Cost-effectiveness acceptability curves and frontier.
 *
 * How sure is the choice, at each price that a unit of effect may have? The frontier follows the strategy with the highest mean
 * net benefit, which need not be the one that is most often best. In a tie the strategy named first counts.
 *
 * Takes    draws of each strategy, equally many; willingness: money per unit of effect
 * Gives    probabilities that add up to 1 at each willingness, best strategy and frontier
 * Fails    never; columns of unequal length throw
 * Cost     O(strategies x draws x willingness) time, O(draws) space
 * Source   Fenwick, Claxton and Sculpher (2001), Health Economics 10, 779-787; Barton, Briggs and Fenwick (2008)
 * Checked  uncertainty/acceptability.test.ts against counting by hand and the sum to 1
 */
export function acceptability(
  strategies: readonly StrategyDraws[],
  willingness: readonly number[],
): Acceptability {
  const draws = strategies[0]?.cost.length ?? 0;
  if (strategies.some(({ cost, effect }) => cost.length !== draws || effect.length !== draws)) {
    throw new RangeError('every strategy needs as many draws as the others');
  }
  const means = strategies.map(({ cost, effect }) => ({ cost: mean(cost), effect: mean(effect) }));
  const byWillingness = willingness.map((price) => {
    const shares = shareBest(strategies, price, draws);
    const worth = means.map(({ cost, effect }) => netBenefit(cost, effect, price));
    const best = worth.indexOf(Math.max(...worth));
    return { shares, best, frontier: shares[best] ?? 0 };
  });
  return {
    probabilities: strategies.map((_, strategy) => byWillingness.map(({ shares }) => shares[strategy] ?? 0)),
    best: byWillingness.map(({ best }) => best),
    frontier: byWillingness.map(({ frontier }) => frontier),
  };
}

function shareBest(strategies: readonly StrategyDraws[], price: number, draws: number): readonly number[] {
  const highest = new Float64Array(draws).fill(-Infinity);
  const winner = new Int32Array(draws);
  strategies.forEach(({ cost, effect }, strategy) => {
    for (let draw = 0; draw < draws; draw++) {
      const worth = price * (effect[draw] ?? NaN) - (cost[draw] ?? NaN);
      if (worth > (highest[draw] ?? NaN)) {
        highest[draw] = worth;
        winner[draw] = strategy;
      }
    }
  });
  const wins = strategies.map(() => 0);
  for (const strategy of winner) wins[strategy] = (wins[strategy] ?? 0) + 1;
  return wins.map((count) => count / draws);
}
