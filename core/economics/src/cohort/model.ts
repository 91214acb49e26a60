import { type Tables } from '@daero/domain/expression/compile';
import { type Expression } from '@daero/domain/expression/tree';
import { type Text } from '@daero/domain/text';
import { type Policy } from '../decision-tree/policy.ts';
import { type TreeNode } from '../decision-tree/tree.ts';
import { type OneWayRange, type ValueSets, type Willingness } from '../model/analyses.ts';
import { type Parameter } from '../model/parameter.ts';
import { type Joint } from '../uncertainty/joint.ts';
import { type Counting, type Discounting } from './accounting.ts';
import { type Clock } from './compile-cohort.ts';
import { type CohortModelForm } from './model-form.ts';
import { type Structure, type Written } from './structure.ts';

export type CohortStrategy = {
  readonly name: string;
  readonly label: Text;
  /** By parameter: what this strategy gives it. */
  readonly set: ReadonlyMap<string, Expression>;
  /** At each decision node of the tree that comes before. */
  readonly choose: Policy;
};

/** What a total is made of: everything that counts as a cost, everything that counts as an effect, and what is reported aside. */
export type RewardKind = 'cost' | 'effect' | 'aside';

export type Conventions = {
  readonly clock: Clock;
  readonly horizonYears: number;
  readonly rates: { readonly costs: Written; readonly effects: Written };
  readonly discounting: Discounting;
  readonly counting: Counting;
};

/** A cohort model, read and checked: every name in it is known, every unit fits, every convention is stated. */
export type CohortModel = {
  readonly title: Text;
  readonly currency: 'KRW';
  readonly priceYear: number;
  readonly perspective: Text;
  readonly conventions: Conventions;
  readonly startingAge: number | null;
  /** In the order of the file. */
  readonly parameters: readonly Parameter[];
  /** Their names in an order in which each uses only those before it. */
  readonly order: readonly string[];
  readonly joint: readonly Joint[];
  readonly tables: Tables;
  readonly structure: Structure;
  /** The tree whose leaves hand people over to the states; null where the file states the shares at the start. */
  readonly start: TreeNode | null;
  readonly stateLabels: readonly Text[];
  /** By the place of the reward in the structure. */
  readonly rewardKinds: readonly RewardKind[];
  readonly strategies: readonly CohortStrategy[];
  readonly reference: CohortStrategy;
  readonly probabilistic: { readonly draws: number; readonly seed: number };
  readonly tornado: readonly OneWayRange[];
  readonly sets: ValueSets;
  readonly willingness: Willingness;
  /** The file itself, defaults filled in: written out it reads back to the same model. */
  readonly file: CohortModelForm;
};
