import { type Estimate, type EstimateUnit, type Warning } from '@daero/domain/estimate';
import { quantile } from '@daero/statistics/summary/quantile';
import { variance } from '@daero/statistics/summary/moments';
import { formatCount } from '@daero/domain/format/number';
import { type Text } from '@daero/domain/text';
import { compareWithComparator, netBenefit } from '../incremental/comparison.ts';
import { acceptability, type StrategyDraws } from '../uncertainty/acceptability.ts';
import { comparedStrategies, comparisonName, type Compared, type Named } from './model.ts';

/** One strategy: its base case and its draws. */
export type StrategyResult = {
  readonly strategy: Named;
  readonly base: { readonly cost: number; readonly effect: number };
  readonly draws: StrategyDraws;
};

const level = 0.95;
const source = 'Briggs, Claxton and Sculpher (2006), Decision modelling for health economic evaluation';
const decisionTree: Text = { ko: '결정나무', en: 'Decision tree' };
const baseCaseOf = (structure: Text): Text => ({
  ko: `${structure.ko} 기본 분석, 구간은 확률적 추출의 백분위`,
  en: `${structure.en}, base case; interval: percentiles of the probabilistic draws`,
});
const ratioCaseOf = (structure: Text): Text => ({
  ko: `${structure.ko} 기본 분석: 비용 차이와 효과 차이의 비`,
  en: `${structure.en}, base case: ratio of the differences`,
});
const shareCase: Text = {
  ko: '순편익이 가장 큰 추출의 비율',
  en: 'Share of draws with the highest net benefit',
};

/** The willingness to pay belongs to what was done, and is no count of people. */
const at = (method: Text, stated: number): Text => ({
  ko: `${method.ko} (QALY당 ${formatCount(stated)}원)`,
  en: `${method.en} (at KRW ${formatCount(stated)} per QALY)`,
});

type Summary = {
  readonly estimates: Readonly<Record<string, Estimate>>;
  readonly warnings: readonly Warning[];
};

/** The estimates of a model by the names of `estimateNames`. */
export function estimatesOf(
  model: Compared,
  results: readonly StrategyResult[],
  n: number,
  structure: Text = decisionTree,
): Summary {
  const [baseCase, ratioCase] = [baseCaseOf(structure), ratioCaseOf(structure)];
  const { draws, seed } = model.probabilistic;
  const about = { level, n, parts: { draws }, source, seed };
  const spread = (value: number, drawn: Float64Array, unit: EstimateUnit): Estimate => {
    const rising = Float64Array.from(drawn).sort();
    const [low, high] = [quantile(rising, (1 - level) / 2), quantile(rising, (1 + level) / 2)];
    return {
      ...about,
      value,
      low,
      high,
      standardError: Math.sqrt(variance(drawn)),
      unit,
      method: baseCase,
      warnings: [],
    };
  };

  const estimates: Record<string, Estimate> = {};
  const warnings: Warning[] = [];
  for (const { strategy, base, draws: drawn } of results) {
    estimates[`cost-${strategy.name}`] = spread(base.cost, drawn.cost, 'KRW');
    estimates[`qaly-${strategy.name}`] = spread(base.effect, drawn.effect, 'QALY');
  }
  const { stated } = model.willingness;
  const shares = acceptability(
    results.map((result) => result.draws),
    [stated],
  ).probabilities;
  for (const strategy of comparedStrategies(model)) {
    const [own, reference] = [resultOf(results, strategy), resultOf(results, model.reference)];
    const difference = differenceOf(own, reference);
    const named = (quantity: Parameters<typeof comparisonName>[1]): string =>
      comparisonName(model, quantity, strategy);
    estimates[named('incremental-cost')] = spread(difference.base.cost, difference.draws.cost, 'KRW');
    estimates[named('incremental-qaly')] = spread(difference.base.effect, difference.draws.effect, 'QALY');
    const worth = difference.draws.cost.map((cost, draw) =>
      netBenefit(cost, difference.draws.effect[draw] ?? NaN, stated),
    );
    const worthAtBase = netBenefit(difference.base.cost, difference.base.effect, stated);
    const benefit = spread(worthAtBase, worth, 'KRW');
    estimates[named('net-benefit')] = { ...benefit, method: at(baseCase, stated) };

    const share = shares[results.indexOf(own)]?.[0] ?? NaN;
    estimates[named('probability-cost-effective')] = {
      ...about,
      value: share,
      low: null,
      high: null,
      standardError: Math.sqrt((share * (1 - share)) / draws),
      unit: 'probability',
      method: at(shareCase, stated),
      warnings: [{ kind: 'share-of-draws', facts: { draws } }],
    };

    const { icer, told } = ratioOf(difference.base);
    if (icer === null) warnings.push(...told);
    else {
      const ratio = {
        value: icer,
        low: null,
        high: null,
        standardError: null,
        unit: 'KRW per QALY',
      } as const;
      estimates[named('icer')] = { ...about, ...ratio, method: ratioCase, warnings: told };
    }
  }
  return { estimates, warnings };
}

function ratioOf(increment: { readonly cost: number; readonly effect: number }): {
  readonly icer: number | null;
  readonly told: readonly Warning[];
} {
  const comparison = compareWithComparator(increment);
  const noInterval: Warning = { kind: 'icer-without-interval', facts: {} };
  switch (comparison.finding) {
    case 'costs-more-for-more':
      return { icer: comparison.icer, told: [noInterval] };
    case 'saves-for-less':
      return { icer: comparison.icer, told: [{ kind: 'icer-saves-for-less', facts: {} }, noInterval] };
    case 'dominant':
    case 'dominated':
    case 'equal':
      return { icer: null, told: [{ kind: `icer-${comparison.finding}`, facts: {} }] };
  }
}

export function resultOf(results: readonly StrategyResult[], strategy: Named): StrategyResult {
  const found = results.find((result) => result.strategy.name === strategy.name);
  if (found === undefined) throw new Error(`"${strategy.name}" was not evaluated`);
  return found;
}

/** Strategy less reference, draw by draw: the draws of both come from the same parameters. */
export const differenceOf = (
  own: StrategyResult,
  reference: StrategyResult,
): Omit<StrategyResult, 'strategy'> => ({
  base: { cost: own.base.cost - reference.base.cost, effect: own.base.effect - reference.base.effect },
  draws: {
    cost: own.draws.cost.map((cost, draw) => cost - (reference.draws.cost[draw] ?? NaN)),
    effect: own.draws.effect.map((effect, draw) => effect - (reference.draws.effect[draw] ?? NaN)),
  },
});
