import { nodesOf, type Decision, type TreeNode } from './tree.ts';

/** What is chosen at each decision node, by the name of the node. */
export type Policy = ReadonlyMap<string, string>;

export const decisionsOf = (root: TreeNode): readonly Decision[] =>
  [...nodesOf(root)].filter((node): node is Decision => node.type === 'decision');

/** Every combination of choices; the first decision changes slowest. */
export function policiesOf(root: TreeNode): readonly Policy[] {
  return decisionsOf(root).reduce<readonly Policy[]>(
    (policies, decision) =>
      policies.flatMap((policy) =>
        decision.branches.map((branch) => new Map([...policy, [decision.name, branch.name]])),
      ),
    [new Map()],
  );
}

/**
 * Every policy that can be told from the others: choices at nodes that it never reaches are left out. The name is the
 * choices in order, which for a tree with one decision is the name of the branch; a name that is taken gets a number.
 */
export function strategiesOf(root: TreeNode): ReadonlyMap<string, Policy> {
  const strategies = new Map<string, Policy>();
  const seen = new Set<string>();
  for (const policy of policiesOf(root)) {
    const choices = decisionsReached(root, policy).map(({ name }): [string, string] => [
      name,
      policy.get(name) ?? '',
    ]);
    const identity = JSON.stringify(choices);
    if (seen.has(identity)) continue;
    seen.add(identity);
    const name = choices.map(([, choice]) => choice).join('-');
    let free = name;
    for (let number = 2; strategies.has(free); number++) free = `${name}-${number}`;
    strategies.set(free, new Map(choices));
  }
  return strategies;
}

/** The decisions on the ways that a policy leaves open; behind one about which it says nothing none is looked for. */
export function decisionsReached(node: TreeNode, policy: Policy): readonly Decision[] {
  switch (node.type) {
    case 'leaf':
      return [];
    case 'chance':
      return node.branches.flatMap((branch) => decisionsReached(branch.node, policy));
    case 'decision':
      return policy.has(node.name) ? [node, ...decisionsReached(chosen(node, policy).node, policy)] : [node];
  }
}

/** The branch that the policy takes. A policy that says nothing about the node is a broken promise of our own code. */
export function chosen(decision: Decision, policy: Policy): Decision['branches'][number] {
  const branch = decision.branches.find(({ name }) => name === policy.get(decision.name));
  if (branch === undefined) throw new Error(`the policy chooses nothing at "${decision.name}"`);
  return branch;
}
