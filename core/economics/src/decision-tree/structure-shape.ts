import { print } from '@daero/domain/expression/print';
import { type ModelStructureShape } from '@daero/domain/shape';
import { type Text } from '@daero/domain/text';
import { type DecisionModel } from './model.ts';
import { type Branch, type Payoffs, type TreeNode } from './tree.ts';

type Drawn = Extract<ModelStructureShape['drawing'], { form: 'tree' }>['nodes'][number];

/** The tree as the file states it, each node after its parent, with what is paid and gained on the way. */
export function treeStructureShape(model: Pick<DecisionModel, 'title' | 'root'>): ModelStructureShape {
  const nodes: Drawn[] = [];
  const add = (node: TreeNode, branch: Drawn['branch'], payoffs: readonly string[]): void => {
    const from = nodes.length;
    const own = node.type === 'leaf' ? written(node.payoffs) : [];
    nodes.push({ kind: node.type, name: node.name, branch, payoffs: [...payoffs, ...own] });
    const follow = (next: Branch, probability: string | null): void =>
      add(next.node, { from, label: labelOf(next), probability }, written(next.payoffs));
    switch (node.type) {
      case 'leaf':
        return;
      case 'decision':
        return node.branches.forEach((next) => follow(next, null));
      case 'chance':
        return node.branches.forEach((next) => {
          const { probability } = next;
          follow(next, probability === 'complement' ? probability : print(probability.expression));
        });
    }
  };
  add(model.root, null, []);
  return { shape: 'model-structure', label: model.title, drawing: { form: 'tree', nodes } };
}

const labelOf = ({ label, name }: Branch): Text => label ?? { ko: name, en: name };

const written = (payoffs: Payoffs): readonly string[] =>
  [...payoffs].map(([outcome, { expression }]) => `${outcome}: ${print(expression)}`);
