import { columnFormula, type ColumnFormula, type ExpressionFault } from '@daero/domain/expression/compile';
import { namesIn, type Expression } from '@daero/domain/expression/tree';
import { fail, succeed, type Result } from '@daero/domain/result';
import { nearest } from '@daero/domain/expression/nearest';
import { z } from 'zod';
import { below, each, readExpression, type Path } from '../model/place.ts';
import { textForm } from '../model/parameter.ts';
import { type Text } from '@daero/domain/text';
import { accuracies, branchesOfTest, testFields, type TestForm, type TestText } from './test-node.ts';

/** A number of a tree: as it was written, and as a function of the columns of parameters. */
export type Formula = {
  readonly expression: Expression;
  readonly reads: readonly string[];
  readonly over: ColumnFormula;
  readonly path: Path;
};
/** By outcome; an outcome that is not named is 0. */
export type Payoffs = ReadonlyMap<string, Formula>;

export type Branch = {
  readonly name: string;
  readonly label: Text | null;
  readonly payoffs: Payoffs;
  readonly node: TreeNode;
  readonly path: Path;
};
export type ChanceBranch = Branch & { readonly probability: Formula | 'complement' };
export type Chance = {
  readonly type: 'chance';
  readonly name: string;
  readonly branches: readonly ChanceBranch[];
  /** Prevalence, sensitivity and specificity of a test node; none where the branches state their own probabilities. */
  readonly accuracy: readonly Formula[];
  readonly path: Path;
};
export type Decision = {
  readonly type: 'decision';
  readonly name: string;
  readonly branches: readonly Branch[];
  readonly path: Path;
};
export type Leaf = {
  readonly type: 'leaf';
  readonly name: string;
  readonly payoffs: Payoffs;
  /** The state of a cohort in which people go on; null where the tree is the whole model. */
  readonly to: string | null;
  readonly path: Path;
};
export type TreeNode = Decision | Chance | Leaf;

const amountForm = z.union([z.number(), z.string()]);
const payoffsForm = z.record(z.string(), amountForm).default({});

/** A node of a tree as a file states it. */
export type NodeForm =
  | { type: 'leaf'; name: string; payoffs: Record<string, string | number>; to?: string | undefined }
  | { type: 'chance'; name: string; branches: (BranchForm & { probability: string | number })[] }
  | TestForm
  | { type: 'decision'; name: string; branches: BranchForm[] };
export type BranchForm = {
  name: string;
  label?: Text | undefined;
  payoffs: Record<string, string | number>;
  node: NodeForm;
};

/** The same as a person writes it: what pays nothing is left out. */
export type NodeText =
  | { type: 'leaf'; name: string; payoffs?: PayoffsText; to?: string | undefined }
  | { type: 'chance'; name: string; branches: (BranchText & { probability: string | number })[] }
  | TestText
  | { type: 'decision'; name: string; branches: BranchText[] };
type PayoffsText = Record<string, string | number> | undefined;
type BranchText = { name: string; label?: Text | undefined; payoffs?: PayoffsText; node: NodeText };

const branchFields = {
  name: z.string().min(1),
  label: textForm.optional(),
  payoffs: payoffsForm,
};
export const nodeForm: z.ZodType<NodeForm, NodeText> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('leaf'),
      name: z.string().min(1),
      payoffs: payoffsForm,
      to: z.string().min(1).optional(),
    }),
    z.strictObject(testFields(nodeForm)),
    z.strictObject({
      type: z.literal('chance'),
      name: z.string().min(1),
      branches: z.array(z.strictObject({ ...branchFields, probability: amountForm, node: nodeForm })).min(1),
    }),
    z.strictObject({
      type: z.literal('decision'),
      name: z.string().min(1),
      branches: z.array(z.strictObject({ ...branchFields, node: nodeForm })).min(1),
    }),
  ]),
);

export type TreeFault =
  | ExpressionFault
  | { readonly kind: 'model-name-twice'; readonly path: Path; readonly name: string }
  | {
      readonly kind: 'model-outcome-unknown';
      readonly path: Path;
      readonly name: string;
      readonly nearest: readonly string[];
    }
  | { readonly kind: 'chance-two-complements'; readonly path: Path; readonly name: string }
  | { readonly kind: 'model-field-missing' | 'model-field-unknown'; readonly path: Path }
  | {
      readonly kind: 'cohort-state-unknown';
      readonly path: Path;
      readonly name: string;
      readonly nearest: readonly string[];
    };

/** Names of the parameters, in the order of their columns; outcomes; and the states that leaves hand people over to, where there are any. */
type Known = {
  readonly names: readonly string[];
  readonly outcomes: readonly string[];
  readonly states?: readonly string[];
};

/** A node with every number of it read. A test node becomes the chances that its accuracy makes. */
export function readTree(form: NodeForm, path: Path, known: Known): Result<TreeNode, TreeFault> {
  const { type, name } = form;
  if (type === 'leaf') {
    const payoffs = readPayoffs(form.payoffs, below(path, 'payoffs'), known);
    if (!payoffs.ok) return payoffs;
    const astray = strayLeaf(form.to, below(path, 'to'), known.states);
    return astray === null
      ? succeed({ type, name, payoffs: payoffs.value, to: form.to ?? null, path })
      : fail(astray);
  }
  const stated: readonly { form: BranchForm & { probability?: string | number }; path: Path }[] =
    type === 'test'
      ? branchesOfTest(form, path)
      : form.branches.map((branch, index) => ({ form: branch, path: below(path, 'branches', index) }));
  if (stated.filter((branch) => branch.form.probability === 'complement').length > 1)
    return fail({ kind: 'chance-two-complements', path, name });
  const parts = type === 'test' ? accuracies.map((part) => ({ part, amount: form[part] })) : [];
  const accuracy = each(parts, ({ part, amount }) => readFormula(amount, below(path, part), known.names));
  if (!accuracy.ok) return accuracy;
  const branches: (Branch & { readonly probability: ChanceBranch['probability'] | null })[] = [];
  for (const { form: branch, path: place } of stated) {
    if (branches.some((earlier) => earlier.name === branch.name)) {
      return fail({ kind: 'model-name-twice', path: below(place, 'name'), name: branch.name });
    }
    const stated: unknown = 'probability' in branch ? branch.probability : null;
    const probability =
      stated === 'complement' || (typeof stated !== 'string' && typeof stated !== 'number')
        ? succeed(stated === 'complement' ? ('complement' as const) : null)
        : readFormula(stated, below(place, 'probability'), known.names);
    if (!probability.ok) return probability;
    const payoffs = readPayoffs(branch.payoffs, below(place, 'payoffs'), known);
    if (!payoffs.ok) return payoffs;
    const node = readTree(branch.node, below(place, 'node'), known);
    if (!node.ok) return node;
    const label = branch.label ?? null;
    branches.push({
      name: branch.name,
      label,
      payoffs: payoffs.value,
      node: node.value,
      path: place,
      probability: probability.value,
    });
  }
  if (type === 'decision') return succeed({ type, name, branches, path });
  const chances = branches.flatMap((branch) =>
    branch.probability === null ? [] : [{ ...branch, probability: branch.probability }],
  );
  return succeed({ type: 'chance', name, branches: chances, accuracy: accuracy.value, path });
}

/** A leaf of a tree alone hands nobody over; a leaf before a cohort names a state that is there. */
function strayLeaf(
  to: string | undefined,
  path: Path,
  states: readonly string[] | undefined,
): TreeFault | null {
  if (states === undefined) return to === undefined ? null : { kind: 'model-field-unknown', path };
  if (to === undefined) return { kind: 'model-field-missing', path };
  return states.includes(to)
    ? null
    : { kind: 'cohort-state-unknown', path, name: to, nearest: nearest(to, states) };
}

function readPayoffs(
  form: Readonly<Record<string, string | number>>,
  path: Path,
  { names, outcomes }: { readonly names: readonly string[]; readonly outcomes: readonly string[] },
): Result<Payoffs, TreeFault> {
  const payoffs = new Map<string, Formula>();
  for (const [outcome, amount] of Object.entries(form)) {
    const place = below(path, outcome);
    if (!outcomes.includes(outcome)) {
      return fail({
        kind: 'model-outcome-unknown',
        path: place,
        name: outcome,
        nearest: nearest(outcome, outcomes),
      });
    }
    const formula = readFormula(amount, place, names);
    if (!formula.ok) return formula;
    payoffs.set(outcome, formula.value);
  }
  return succeed(payoffs);
}

function readFormula(
  source: string | number,
  path: Path,
  names: readonly string[],
): Result<Formula, ExpressionFault> {
  const tree = readExpression(source, names, path);
  if (!tree.ok) return tree;
  const expression = tree.value;
  return succeed({ expression, reads: namesIn(expression), over: columnFormula(expression, names), path });
}

/** Every node below and including this one, in the order of the file. */
export function* nodesOf(node: TreeNode): Generator<TreeNode> {
  yield node;
  if (node.type === 'leaf') return;
  for (const branch of node.branches) yield* nodesOf(branch.node);
}
