import { type DrawColumn } from '@daero/domain/expression/compile';
import { succeed, type Result } from '@daero/domain/result';
import { chosen, type Policy } from './policy.ts';
import {
  add,
  addProduct,
  payoffColumns,
  probabilityColumns,
  type ExpectedValues,
  type Given,
  type RollbackFault,
} from './rollback.ts';
import { type TreeNode } from './tree.ts';

export type PathToLeaf = {
  readonly leaf: string;
  /** The state of a cohort that it hands people over to, or null. */
  readonly to: string | null;
  /** Names of the branches taken, decisions and chances alike. */
  readonly taken: readonly string[];
  readonly probability: DrawColumn;
  /** Sum of the payoffs along the path and at its leaf, by outcome, not yet weighted. */
  readonly payoffs: ExpectedValues;
};

/**
 * Every way through the tree that a policy leaves open, with its probability and what it brings.
 *
 * Where do the averages come from? The probabilities of the paths of one policy add up to 1, and their weighted payoffs to its
 * expected values.
 *
 * Takes    root; policy; names and columns of the parameters; outcomes by name
 * Gives    the paths, in the order of the file
 * Fails    as rollBack
 * Cost     O(paths x depth x draws)
 * Source   Raiffa (1968), Decision analysis
 * Checked  reference/economics/tree-sumatriptan (rdecision 1.3.0, by path)
 */
export function pathsOf(
  root: TreeNode,
  policy: Policy,
  { given, outcomes }: { readonly given: Given; readonly outcomes: readonly string[] },
): Result<readonly PathToLeaf[], RollbackFault> {
  const certain = Float64Array.of(1);
  if (root.type === 'leaf') {
    const payoffs = payoffColumns(root.payoffs, outcomes, given);
    return payoffs.ok
      ? succeed([{ leaf: root.name, to: root.to, taken: [], probability: certain, payoffs: payoffs.value }])
      : payoffs;
  }
  const branches = root.type === 'decision' ? [chosen(root, policy)] : root.branches;
  const probabilities = root.type === 'decision' ? succeed([certain]) : probabilityColumns(root, given);
  if (!probabilities.ok) return probabilities;
  const paths: PathToLeaf[] = [];
  for (const [index, branch] of branches.entries()) {
    const here = payoffColumns(branch.payoffs, outcomes, given);
    if (!here.ok) return here;
    const after = pathsOf(branch.node, policy, { given, outcomes });
    if (!after.ok) return after;
    const probability = probabilities.value[index] ?? certain;
    for (const path of after.value) {
      paths.push({
        ...{ leaf: path.leaf, to: path.to },
        taken: [branch.name, ...path.taken],
        probability: addProduct(undefined, probability, path.probability),
        payoffs: here.value.map((column, outcome) => add(column, path.payoffs[outcome])),
      });
    }
  }
  return succeed(paths);
}
