import { type Text } from '@daero/domain/text';
import { type OneWayRange, type ValueSets, type Willingness } from '../model/analyses.ts';
import { type Parameter } from '../model/parameter.ts';
import { type Joint } from '../uncertainty/joint.ts';
import { type DecisionModelForm } from './model-form.ts';
import { type Policy } from './policy.ts';
import { type TreeNode } from './tree.ts';

export type Outcome = 'cost' | 'qaly';
export const outcomes: readonly Outcome[] = ['cost', 'qaly'];

export type Strategy = { readonly name: string; readonly label: Text; readonly policy: Policy };

/** A cost-effectiveness model as a decision tree, read and checked: every name in it is known, every unit fits. */
export type DecisionModel = {
  readonly title: Text;
  readonly currency: 'KRW';
  readonly priceYear: number;
  readonly perspective: Text;
  readonly timeHorizon: Text;
  readonly discounting: { readonly costs: number; readonly effects: number; readonly statement: Text };
  readonly parameters: readonly Parameter[];
  readonly joint: readonly Joint[];
  readonly root: TreeNode;
  readonly strategies: readonly Strategy[];
  /** The strategy that the others are compared with. */
  readonly reference: Strategy;
  readonly probabilistic: { readonly draws: number; readonly seed: number };
  readonly tornado: readonly OneWayRange[];
  readonly sets: ValueSets;
  readonly willingness: Willingness;
  /** The file itself, defaults filled in: written out it reads back to the same model. */
  readonly file: DecisionModelForm;
};

/** The estimates of the evidence chain that the model needs, each once. */
export const bindings = (model: Pick<DecisionModel, 'parameters'>): readonly string[] => [
  ...new Set(
    model.parameters.flatMap(({ amount }) => (amount.from === 'estimate' ? [amount.estimateId] : [])),
  ),
];

/** What the tables and figures of results need of a model, whatever its structure. */
export type Compared = Pick<
  DecisionModel,
  'currency' | 'priceYear' | 'probabilistic' | 'willingness' | 'tornado'
> & { readonly strategies: readonly Named[]; readonly reference: Named };
export type Named = Pick<Strategy, 'name' | 'label'>;

/** The strategies that are compared with the reference. */
export const comparedStrategies = (model: Compared): readonly Named[] =>
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
export const comparisonName = (model: Compared, quantity: ComparisonQuantity, strategy: Named): string =>
  model.strategies.length === 2 ? quantity : `${quantity}-${strategy.name}`;

/** The names of all estimates that an evaluation can give, so that a claim can be checked before anything runs. `icer` is withheld where it has no meaning. */
export const estimateNames = (model: Compared): readonly string[] => [
  ...model.strategies.flatMap(({ name }) => ofStrategy.map((outcome) => `${outcome}-${name}`)),
  ...comparedStrategies(model).flatMap((strategy) =>
    ofComparison.map((quantity) => comparisonName(model, quantity, strategy)),
  ),
];
