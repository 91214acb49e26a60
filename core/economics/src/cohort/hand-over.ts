import { print } from '@daero/domain/expression/print';
import { namesIn, type Expression } from '@daero/domain/expression/tree';
import { nearest } from '@daero/domain/expression/nearest';
import { fail, succeed, type Result } from '@daero/domain/result';
import { checkTree, type TreeCheckFault } from '../decision-tree/check-tree.ts';
import { outcomes } from '../decision-tree/model.ts';
import { decisionsOf, decisionsReached, type Policy } from '../decision-tree/policy.ts';
import {
  nodesOf,
  readTree,
  type Formula,
  type NodeForm,
  type TreeFault,
  type TreeNode,
} from '../decision-tree/tree.ts';
import { type Parameter } from '../model/parameter.ts';
import { below, type Path } from '../model/place.ts';

type At = { readonly path: Path };
export type HandOverFault =
  | TreeFault
  | TreeCheckFault
  | ({ readonly kind: 'cohort-start-and-initial' } & At)
  | ({ readonly kind: 'model-field-missing' } & At)
  | ({ readonly kind: 'tree-varies-by-cycle'; readonly source: string; readonly name: string } & At)
  | ({
      readonly kind: 'strategy-chooses-nothing';
      readonly decision: string;
      readonly known: readonly string[];
    } & At)
  | ({
      readonly kind: 'strategy-choice-unknown';
      readonly name: string;
      readonly nearest: readonly string[];
    } & At);

type Strategy = { readonly set: ReadonlyMap<string, Expression>; readonly choose: Policy };
type Around = {
  readonly parameters: readonly Parameter[];
  readonly states: readonly string[];
  readonly currency: string;
  readonly strategies: readonly Strategy[];
};

/**
 * The tree before a cohort, where the file has one: its leaves name states, and nothing in it waits for a cycle.
 *
 * A test decides who is found, and from there on people live in states: the tree gives each state its share at the start, with what was
 * paid and lost on the way.
 */
export function readStart(
  { start, initial }: { readonly start?: NodeForm | undefined; readonly initial?: unknown },
  { parameters, states, currency, strategies }: Around,
): Result<TreeNode | null, HandOverFault> {
  if (start === undefined)
    return initial === undefined ? fail({ kind: 'model-field-missing', path: '/initial' }) : succeed(null);
  if (initial !== undefined) return fail({ kind: 'cohort-start-and-initial', path: '/initial' });
  const names = parameters.map(({ name }) => name);
  const tree = readTree(start, '/start', { names, outcomes, states });
  if (!tree.ok) return tree;
  const unsound = checkTree(tree.value, parameters, currency);
  if (unsound !== null) return fail(unsound);
  const waiting = waitingNames(parameters, strategies);
  for (const { expression, path, reads } of formulasOf(tree.value)) {
    const name = reads.find((one) => waiting.has(one));
    if (name !== undefined)
      return fail({ kind: 'tree-varies-by-cycle', path, source: print(expression), name });
  }
  const wrong = choiceFault(tree.value, strategies);
  return wrong === null ? tree : fail(wrong);
}

/** Names whose value hangs on the cycle, on the time in a state or on the age, in any strategy. */
function waitingNames(
  parameters: readonly Parameter[],
  strategies: readonly Strategy[],
): ReadonlySet<string> {
  const waiting = new Set(['t', 'k', 'age']);
  const written = parameters.map(({ name, amount }) => ({
    name,
    reads: [
      ...(amount.from === 'expression' ? [amount.expression] : []),
      ...strategies.flatMap(({ set }) => set.get(name) ?? []),
    ].flatMap(namesIn),
  }));
  for (let before = -1; before !== waiting.size;) {
    before = waiting.size;
    for (const { name, reads } of written) if (reads.some((one) => waiting.has(one))) waiting.add(name);
  }
  return waiting;
}

function formulasOf(root: TreeNode): readonly Formula[] {
  return [...nodesOf(root)].flatMap((node): readonly Formula[] => {
    if (node.type === 'leaf') return [...node.payoffs.values()];
    const paid = node.branches.flatMap(({ payoffs }) => [...payoffs.values()]);
    if (node.type === 'decision') return paid;
    const stated = node.branches.flatMap(({ probability }) =>
      probability === 'complement' ? [] : [probability],
    );
    return [...node.accuracy, ...stated, ...paid];
  });
}

/** Every choice names a decision and one of its branches, and every decision that is reached has one. */
function choiceFault(root: TreeNode, strategies: readonly Strategy[]): HandOverFault | null {
  const decisions = decisionsOf(root);
  for (const [index, { choose }] of strategies.entries()) {
    const path = below('/strategies', index, 'choose');
    for (const [name, choice] of choose) {
      const decision = decisions.find((one) => one.name === name);
      const known = decision?.branches.map((branch) => branch.name) ?? decisions.map((one) => one.name);
      const wrong = decision === undefined ? name : choice;
      if (!known.includes(wrong))
        return {
          kind: 'strategy-choice-unknown',
          path: below(path, name),
          name: wrong,
          nearest: nearest(wrong, known),
        };
    }
    const open = decisionsReached(root, choose).find(({ name }) => !choose.has(name));
    if (open !== undefined) {
      const known = open.branches.map((branch) => branch.name);
      return { kind: 'strategy-chooses-nothing', path, decision: open.name, known };
    }
  }
  return null;
}
