import { formula, type Tables } from '@daero/domain/expression/compile';
import { lookup } from '@daero/domain/expression/functions';
import { print } from '@daero/domain/expression/print';
import { type Expression } from '@daero/domain/expression/tree';

export type MissingLookup = { readonly source: string; readonly key: number };

type Model = {
  readonly tables: Tables;
  readonly definitions: ReadonlyMap<string, Expression>;
  readonly valueOf: (name: string) => number;
  readonly names: readonly string[];
};

/** The table that has no answer, where that is why a value is not a number; branches not taken and names behind names are looked into. */
export function missingLookup(expression: Expression, model: Model): MissingLookup | null {
  const values = model.names.map(model.valueOf);
  const evaluate = (tree: Expression): number => formula(tree, model.names, model.tables)(values);
  const visited = new Set<string>();

  const find = (tree: Expression): MissingLookup | null => {
    switch (tree.node) {
      case 'number':
        return null;
      case 'name': {
        const definition = visited.has(tree.name) ? undefined : model.definitions.get(tree.name);
        visited.add(tree.name);
        return definition === undefined ? null : find(definition);
      }
      case 'unary':
        return find(tree.operand);
      case 'binary':
        return find(tree.left) ?? find(tree.right);
      case 'call':
        return inCall(tree);
    }
  };
  const inCall = (tree: Extract<Expression, { node: 'call' }>): MissingLookup | null => {
    const [first, second, third] = tree.takes;
    if (tree.name === 'if' && first !== undefined) {
      const taken = evaluate(first) === 0 ? third : second;
      return find(first) ?? (taken === undefined ? null : find(taken));
    }
    if (tree.name !== 'lookup')
      return tree.takes.reduce<MissingLookup | null>((found, taken) => found ?? find(taken), null);
    const table = first?.node === 'name' ? model.tables.get(first.name) : undefined;
    if (table === undefined || second === undefined) return null;
    const deeper = find(second);
    if (deeper !== null) return deeper;
    const key = evaluate(second);
    return Number.isNaN(lookup(table, key)) ? { source: print(tree), key } : null;
  };
  return find(expression);
}
