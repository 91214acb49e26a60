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
  /** By willingness: what it would be worth a decision to know every parameter for certain. */
  readonly evpi: readonly number[];
  /** By strategy, then by willingness: what choosing it loses on average against choosing best in every draw. */
  readonly expectedLoss: readonly (readonly number[])[];
};

/**
 * Cost-effectiveness acceptability curves and frontier, the value of perfect information and the expected losses.
 *
 * How sure is the choice, at each price that a unit of effect may have, and what is the doubt worth? The frontier follows the strategy
 * with the highest mean net benefit, which need not be the one that is most often best. In a tie the strategy named first counts.
 *
 * Takes    draws of each strategy, equally many; willingness: money per unit of effect
 * Gives    probabilities that add up to 1 at each willingness, best strategy and frontier; evpi and losses in money, 0 or more
 * Fails    never; columns of unequal length throw
 * Cost     O(draws x (strategies x changes of winner x log(willingness) + willingness)) time, O(strategies x (draws + willingness)) space
 * Source   Fenwick, Claxton and Sculpher (2001), Health Economics 10, 779-787; Barton, Briggs and Fenwick (2008); Alarid-Escudero et al. (2019), Value in Health 22, 611-618 (losses)
 * Checked  reference/economics/bcea-vaccine (BCEA 2.4.82), sick-sicker-psa (dampack 1.0.2); uncertainty.test.ts against counting by hand
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
  const worth = willingness.map((price) => means.map(({ cost, effect }) => netBenefit(cost, effect, price)));
  const best = worth.map((values) => values.indexOf(Math.max(...values)));
  const { wins, lost } = compareDraws(pairsOf(strategies, draws), strategies.length, { willingness, best });
  const shares = strategies.map((_, strategy) =>
    willingness.map((_price, at) => (wins[strategy]?.[at] ?? 0) / draws),
  );
  const evpi = willingness.map((_, at) => (lost[at] ?? 0) / draws);
  return {
    ...{ probabilities: shares, best, evpi },
    frontier: best.map((strategy, at) => shares[strategy]?.[at] ?? 0),
    expectedLoss: strategies.map((_, strategy) =>
      worth.map((values, at) => (evpi[at] ?? NaN) + Math.max(...values) - (values[strategy] ?? NaN)),
    ),
  };
}

/** Draw by draw, the cost and effect of each strategy side by side: one price is then one walk through memory. */
function pairsOf(strategies: readonly StrategyDraws[], draws: number): Float64Array {
  const pairs = new Float64Array(draws * strategies.length * 2);
  strategies.forEach(({ cost, effect }, strategy) => {
    for (let draw = 0; draw < draws; draw++) {
      const at = (draw * strategies.length + strategy) * 2;
      pairs[at] = cost[draw] ?? NaN;
      pairs[at + 1] = effect[draw] ?? NaN;
    }
  });
  return pairs;
}

/** By strategy and price, how often it wins; by price, how much the one that is best on average falls short of the winners in all. */
type Compared = { readonly wins: readonly Float64Array[]; readonly lost: Float64Array };

/**
 * In one draw net benefit is a line over the price, so a strategy that wins at two prices wins between them: few prices are looked at.
 * What is lost is added price by price, and is therefore never the small difference of large sums.
 */
function compareDraws(
  pairs: Float64Array,
  strategies: number,
  { willingness, best }: { readonly willingness: readonly number[]; readonly best: readonly number[] },
): Compared {
  const order = Uint32Array.from(
    [...willingness.keys()].sort((a, b) => (willingness[a] ?? 0) - (willingness[b] ?? 0)),
  );
  const prices = Float64Array.from(order, (at) => willingness[at] ?? NaN);
  const chosen = Int32Array.from(order, (at) => best[at] ?? 0);
  const wins = Array.from({ length: strategies }, () => new Float64Array(prices.length));
  const lost = new Float64Array(prices.length);
  let start = 0;

  const winnerAt = (price: number): number => {
    let winner = 0;
    let highest = -Infinity;
    for (let strategy = 0; strategy < strategies; strategy++) {
      const worth = price * (pairs[start + 2 * strategy + 1] ?? NaN) - (pairs[start + 2 * strategy] ?? NaN);
      if (worth > highest) {
        highest = worth;
        winner = strategy;
      }
    }
    return winner;
  };
  /** One strategy wins from one price to another, both included. */
  const credit = (winner: number, from: number, to: number): void => {
    const [cost, effect] = [pairs[start + 2 * winner] ?? NaN, pairs[start + 2 * winner + 1] ?? NaN];
    const won = wins[winner];
    for (let at = from; at <= to; at++) {
      if (won !== undefined) won[at] = (won[at] ?? 0) + 1;
      const own = start + 2 * (chosen[at] ?? 0);
      if (chosen[at] === winner) continue;
      const price = prices[at] ?? NaN;
      const short = price * effect - cost - (price * (pairs[own + 1] ?? NaN) - (pairs[own] ?? NaN));
      lost[at] = (lost[at] ?? 0) + short;
    }
  };
  /** Between two prices whose winners are known; the lower one is credited already. */
  const between = (low: number, lowWinner: number, high: number, highWinner: number): void => {
    if (lowWinner === highWinner || high === low + 1) {
      if (lowWinner === highWinner) credit(highWinner, low + 1, high);
      else credit(highWinner, high, high);
      return;
    }
    const middle = (low + high) >>> 1;
    const winner = winnerAt(prices[middle] ?? NaN);
    between(low, lowWinner, middle, winner);
    between(middle, winner, high, highWinner);
  };

  const last = prices.length - 1;
  for (; start < pairs.length && last >= 0; start += 2 * strategies) {
    const [first, final] = [winnerAt(prices[0] ?? NaN), winnerAt(prices[last] ?? NaN)];
    credit(first, 0, 0);
    if (last > 0) between(0, first, last, final);
  }
  const back = (sorted: Float64Array): Float64Array => {
    const out = new Float64Array(sorted.length);
    order.forEach((at, place) => (out[at] = sorted[place] ?? 0));
    return out;
  };
  return { wins: wins.map(back), lost: back(lost) };
}
