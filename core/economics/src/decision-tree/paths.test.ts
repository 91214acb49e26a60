import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrap } from '@daero/domain/result';
import { pathsOf } from './paths.ts';
import { policiesOf, strategiesOf } from './policy.ts';
import { rollBack } from './rollback.ts';
import { readTree, type NodeForm } from './tree.ts';

const outcomes = ['cost', 'qaly'];
const payoffs = fc.record({ cost: fc.integer({ min: -9, max: 9 }), qaly: fc.integer({ min: -9, max: 9 }) });

/** Any tree of chances and decisions; each chance ends in a complement, and decisions have names of their own. */
const anyTree = fc
  .letrec<{ node: NodeForm }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      payoffs.map((values): NodeForm => ({ type: 'leaf', name: 'end', payoffs: values })),
      fc.array(fc.tuple(payoffs, tie('node')), { minLength: 1, maxLength: 3 }).map((branches): NodeForm => ({
        type: 'chance',
        name: 'chance',
        branches: branches.map(([values, node], index) => ({
          ...{ name: `b${index}`, payoffs: values, node },
          probability: index === branches.length - 1 ? 'complement' : 'p/3',
        })),
      })),
      fc.array(fc.tuple(payoffs, tie('node')), { minLength: 1, maxLength: 2 }).map((branches): NodeForm => ({
        type: 'decision',
        name: '',
        branches: branches.map(([values, node], index) => ({ name: `c${index}`, payoffs: values, node })),
      })),
    ),
  }))
  .node.map((tree) => numbered(tree, { decisions: 0 }));

function numbered(node: NodeForm, count: { decisions: number }): NodeForm {
  switch (node.type) {
    case 'leaf':
      return node;
    case 'test':
      return node; // none is generated: they become chances when they are read
    case 'chance':
      return {
        ...node,
        branches: node.branches.map((branch) => ({ ...branch, node: numbered(branch.node, count) })),
      };
    case 'decision': {
      const name = `d${(count.decisions += 1)}`;
      return {
        ...node,
        name,
        branches: node.branches.map((branch) => ({ ...branch, node: numbered(branch.node, count) })),
      };
    }
  }
}

test('in every policy and draw the paths add up to 1, and their payoffs to the expected values', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(anyTree, chances, (form, draws) => {
      const given = { names: ['p'], columns: [Float64Array.from(draws)] };
      const root = unwrap(readTree(form, '/root', { names: ['p'], outcomes }));
      for (const policy of policiesOf(root).slice(0, 8)) {
        const paths = unwrap(pathsOf(root, policy, { given, outcomes }));
        const values = unwrap(rollBack(root, policy, { given, outcomes }));
        draws.forEach((_, draw) => {
          const at = (column: Float64Array | undefined): number =>
            column?.[column.length === 1 ? 0 : draw] ?? NaN;
          expect(paths.reduce((sum, path) => sum + at(path.probability), 0)).toBeCloseTo(1, 10);
          outcomes.forEach((_name, outcome) => {
            const weighted = paths.reduce(
              (sum, path) => sum + at(path.probability) * at(path.payoffs[outcome]),
              0,
            );
            expect(at(values[outcome])).toBeCloseTo(weighted, 8);
          });
        });
      }
    }),
  );
});

test('strategies leave out choices that are never reached', () => {
  const leaf = (name: string): NodeForm => ({ type: 'leaf', name, payoffs: {} });
  const later: NodeForm = {
    ...{ type: 'decision', name: 'after' },
    branches: [
      { name: 'act', payoffs: {}, node: leaf('acted') },
      { name: 'wait', payoffs: {}, node: leaf('waited') },
    ],
  };
  const form: NodeForm = {
    ...{ type: 'decision', name: 'first' },
    branches: [
      { name: 'none', payoffs: {}, node: leaf('none') },
      { name: 'test', payoffs: {}, node: later },
    ],
  };
  const root = unwrap(readTree(form, '/root', { names: [], outcomes }));
  expect(policiesOf(root)).toHaveLength(4);
  expect([...strategiesOf(root).keys()]).toEqual(['none', 'test-act', 'test-wait']);
});
