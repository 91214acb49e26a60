import { fail, succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { readTornado, readValueSets, readWillingness, type AnalysesFault } from '../model/analyses.ts';
import { placesInOrder, type CircularFault } from '../model/definition-order.ts';
import { readFile, type FileFault } from '../model/file.ts';
import { readParameters, type ParametersFault } from '../model/parameters.ts';
import { type Path } from '../model/place.ts';
import { withJointMargins } from '../uncertainty/joint-margins.ts';
import { marginIn, readJoint, type JointFault } from '../uncertainty/joint.ts';
import { checkTree, type TreeCheckFault } from './check-tree.ts';
import { decisionModelForm } from './model-form.ts';
import { outcomes, type DecisionModel, type Strategy } from './model.ts';
import { decisionsOf, strategiesOf } from './policy.ts';
import { nodesOf, readTree, type TreeFault, type TreeNode } from './tree.ts';

export type ModelFault =
  | FileFault
  | AnalysesFault
  | ParametersFault
  | CircularFault
  | JointFault
  | TreeFault
  | TreeCheckFault
  | { readonly kind: 'model-too-many-policies'; readonly count: number; readonly limit: number }
  | {
      readonly kind: 'model-strategy-unknown';
      readonly path: Path;
      readonly name: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'model-one-strategy'; readonly count: number }
  | {
      readonly kind: 'tree-too-large';
      readonly path: Path;
      readonly strategies: number;
      readonly nodes: number;
      readonly draws: number;
      readonly cells: number;
      readonly limit: number;
    };

/**
 * A decision-tree model from the data of its file.
 *
 * Is this text a model at all? Names, units and kinds are checked here, once, with the place in the file (a JSON pointer), so that
 * what comes out can be evaluated without surprise. Definitions may stand in any order. It is data: nothing in it runs.
 *
 * Takes    json: what JSON.parse or a YAML reader gives
 * Gives    the model; `model.file` written out as JSON reads back to the same model
 * Fails    model-field and the other kinds of ModelFault: the first trouble in the order form, parameters, tree, analyses
 * Cost     O(size of the file)
 * Source   CHEERS 2022 (Husereau et al.), items 6 to 12 and 19 to 21: what a model must state
 * Checked  decision-tree/read.test.ts, one case a fault
 */
export function readDecisionModel(json: unknown): Result<DecisionModel, ModelFault> {
  const file = readFile(decisionModelForm, json);
  if (!file.ok) return file;
  const form = file.value;
  const { title, currency, priceYear, perspective, timeHorizon, discounting, analyses } = form;
  const order = placesInOrder(form.parameters);
  if (!order.ok) return order;
  const forms = withJointMargins(form.parameters, form.joint);
  const parameters = readParameters(forms, { currency, priceYear }, order.value);
  if (!parameters.ok) return parameters;
  const joint = readJoint(form.joint, marginIn(parameters.value));
  if (!joint.ok) return joint;
  const root = readTree(form.root, '/root', {
    names: parameters.value.map(({ name }) => name),
    outcomes,
  });
  if (!root.ok) return root;
  const sound = checkTree(root.value, parameters.value, currency);
  if (sound !== null) return fail(sound);

  const policies = decisionsOf(root.value).reduce((product, { branches }) => product * branches.length, 1);
  if (policies > policyLimit)
    return fail({ kind: 'model-too-many-policies', count: policies, limit: policyLimit });
  const strategies = [...strategiesOf(root.value)].map(([name, policy]): Strategy => ({
    name,
    policy,
    label: labelOf(root.value, name),
  }));
  if (strategies.length < 2) return fail({ kind: 'model-one-strategy', count: strategies.length });
  const large = sizeFault(root.value, strategies.length, analyses.probabilistic.draws);
  if (large !== null) return fail(large);
  const reference = strategies.find(({ name }) => name === form.reference);
  if (reference === undefined) {
    const known = strategies.map(({ name }) => name);
    return fail({ kind: 'model-strategy-unknown', path: '/reference', name: form.reference, known });
  }
  const willingness = readWillingness(analyses.willingness);
  if (!willingness.ok) return willingness;
  const sets = readValueSets(analyses, parameters.value);
  if (!sets.ok) return sets;
  const tornado = readTornado(analyses.tornado, parameters.value);
  if (!tornado.ok) return tornado;
  return succeed({
    ...{ title, currency, priceYear, perspective, timeHorizon, discounting },
    ...{ parameters: parameters.value, joint: joint.value, root: root.value, strategies, reference },
    ...{
      probabilistic: analyses.probabilistic,
      tornado: tornado.value,
      sets: sets.value,
      willingness: willingness.value,
      file: form,
    },
  });
}

/** A tree of this size would run for minutes: forty nodes and three strategies in ten thousand draws are a thousandth of it. */
const cellLimit = 1e9;

function sizeFault(root: TreeNode, strategies: number, draws: number): ModelFault | null {
  const nodes = [...nodesOf(root)].length;
  const cells = strategies * nodes * draws;
  return cells < cellLimit
    ? null
    : { kind: 'tree-too-large', path: '/root', strategies, nodes, draws, cells, limit: cellLimit };
}

function labelOf(root: TreeNode, name: string): Text {
  const branch = root.type === 'decision' ? root.branches.find((each) => each.name === name) : undefined;
  return branch?.label ?? { ko: name, en: name };
}

const policyLimit = 1000;
