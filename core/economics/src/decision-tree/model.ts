import { type Text } from '@daero/domain/text';
import { type Parameter } from '../model/parameter.ts';
import { type Policy } from './policy.ts';
import { type TreeNode } from './tree.ts';

export type Outcome = 'cost' | 'qaly';
export const outcomes: readonly Outcome[] = ['cost', 'qaly'];

export type Strategy = { readonly name: string; readonly label: Text; readonly policy: Policy };

/** What a unit of effect may be worth: a range, and one stated value inside it at which single numbers are given. */
export type Willingness = { readonly points: readonly number[]; readonly stated: number };

/** Ends of a one-way analysis; null takes the 2.5 % and 97.5 % quantiles of the distribution. */
export type OneWayRange = {
  readonly parameter: string;
  readonly range: { readonly low: number; readonly high: number } | null;
};

/** A cost-effectiveness model as a decision tree, read and checked: every name in it is known, every unit fits. */
export type DecisionModel = {
  readonly title: Text;
  readonly currency: 'KRW';
  readonly priceYear: number;
  readonly perspective: Text;
  readonly timeHorizon: Text;
  readonly discounting: { readonly costs: number; readonly effects: number; readonly statement: Text };
  readonly parameters: readonly Parameter[];
  readonly root: TreeNode;
  readonly strategies: readonly Strategy[];
  /** The strategy that the others are compared with. */
  readonly reference: Strategy;
  readonly probabilistic: { readonly draws: number; readonly seed: number };
  readonly tornado: readonly OneWayRange[];
  readonly willingness: Willingness;
};

/** The estimates of the evidence chain that the model needs, each once. */
export const bindings = (model: DecisionModel): readonly string[] => [
  ...new Set(
    model.parameters.flatMap(({ amount }) => (amount.from === 'estimate' ? [amount.estimateId] : [])),
  ),
];

/** The strategies that are compared with the reference. */
export const comparedStrategies = (model: DecisionModel): readonly Strategy[] =>
  model.strategies.filter(({ name }) => name !== model.reference.name);

const ofStrategy = ['cost', 'qaly'] as const;
const ofComparison = [
  'incremental-cost',
  'incremental-qaly',
  'icer',
  'net-benefit',
  'probability-cost-effective',
] as const;
export type ComparisonQuantity = (typeof ofComparison)[number];

/** With one strategy beside the reference a comparison needs no name; with more, each carries its own. */
export const comparisonName = (
  model: DecisionModel,
  quantity: ComparisonQuantity,
  strategy: Strategy,
): string => (model.strategies.length === 2 ? quantity : `${quantity}-${strategy.name}`);

/** The names of all estimates that an evaluation can give, so that a claim can be checked before anything runs. `icer` is withheld where it has no meaning. */
export const estimateNames = (model: DecisionModel): readonly string[] => [
  ...model.strategies.flatMap(({ name }) => ofStrategy.map((outcome) => `${outcome}-${name}`)),
  ...comparedStrategies(model).flatMap((strategy) =>
    ofComparison.map((quantity) => comparisonName(model, quantity, strategy)),
  ),
];
