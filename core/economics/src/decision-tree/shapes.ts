import { type AcceptabilityShape, type PlaneShape } from '@daero/domain/shape';
import { mean } from '@daero/statistics/summary/moments';
import { acceptability } from '../uncertainty/acceptability.ts';
import { type Compared, type Named } from './model.ts';
import { differenceOf, resultOf, type StrategyResult } from './summary.ts';

const mostPoints = 1000;

/** Draws of a strategy against the reference on the cost-effectiveness plane. A draw on an axis counts to the east or the north. */
export function planeShape(model: Compared, results: readonly StrategyResult[], strategy: Named): PlaneShape {
  const { draws } = differenceOf(resultOf(results, strategy), resultOf(results, model.reference));
  const all = draws.cost.length;
  const count = { northEast: 0, southEast: 0, southWest: 0, northWest: 0 };
  draws.cost.forEach((cost, draw) => {
    const east = (draws.effect[draw] ?? NaN) >= 0;
    count[cost >= 0 ? (east ? 'northEast' : 'northWest') : east ? 'southEast' : 'southWest'] += 1;
  });
  const shown = Math.min(all, mostPoints);
  const { from, to } = { from: model.willingness.points[0], to: model.willingness.points.at(-1) };
  const { stated } = model.willingness;
  return {
    shape: 'cost-effectiveness-plane',
    label: { ko: '비용-효과 평면', en: 'Cost-effectiveness plane' },
    comparison: {
      ko: `${strategy.label.ko} 대 ${model.reference.label.ko}`,
      en: `${strategy.label.en} against ${model.reference.label.en}`,
    },
    currency: model.currency,
    priceYear: model.priceYear,
    effectUnit: 'QALY',
    mean: { effect: mean(draws.effect), cost: mean(draws.cost) },
    draws: Array.from({ length: shown }, (_, index) => {
      const draw = Math.floor((index * all) / shown);
      return { effect: draws.effect[draw] ?? NaN, cost: draws.cost[draw] ?? NaN };
    }),
    drawsInAll: all,
    willingness: [...new Set([from ?? stated, stated, to ?? stated])],
    quadrants: {
      northEast: count.northEast / all,
      southEast: count.southEast / all,
      southWest: count.southWest / all,
      northWest: count.northWest / all,
    },
  };
}

/** How often each strategy is best, over the whole range of willingness to pay, and the frontier. */
export function acceptabilityShape(model: Compared, results: readonly StrategyResult[]): AcceptabilityShape {
  const { points } = model.willingness;
  const { probabilities, frontier } = acceptability(
    results.map(({ draws }) => draws),
    points,
  );
  return {
    shape: 'acceptability',
    label: { ko: '비용-효과 수용 곡선', en: 'Cost-effectiveness acceptability' },
    currency: model.currency,
    effectUnit: 'QALY',
    strategies: results.map(({ strategy }, index) => ({
      name: strategy.label,
      probabilities: probabilities[index] ?? [],
    })),
    reference: results.findIndex(({ strategy }) => strategy.name === model.reference.name),
    willingness: points,
    frontier,
  };
}
