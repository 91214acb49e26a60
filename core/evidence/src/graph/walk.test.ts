import { expect, test } from 'vitest';
import { hashed, node } from './chain.test-fixture.ts';
import { dependants, restsOn } from './walk.ts';

const nodes = hashed([
  node('file'),
  node('rows', [], { origins: ['file'] }),
  node('rate', ['rows']),
  node('auc', ['rows']),
  node('claim', ['rate', 'auc']),
]);
const ids = (found: readonly { readonly id: string }[]): readonly string[] => found.map(({ id }) => id);

test('what a node rests on: nearest first, each once, through origins too', () => {
  expect(ids(restsOn(nodes, 'claim'))).toEqual(['rate', 'auc', 'rows', 'file']);
  expect(ids(restsOn(nodes, 'file'))).toEqual([]);
});

test('what would change with a node: nearest first, each once', () => {
  expect(ids(dependants(nodes, 'rows'))).toEqual(['rate', 'auc', 'claim']);
  expect(ids(dependants(nodes, 'claim'))).toEqual([]);
});

test('a law: one rests on the other exactly when the other has it as a dependant', () => {
  for (const above of nodes) {
    for (const below of nodes) {
      expect(ids(restsOn(nodes, above.id)).includes(below.id)).toBe(
        ids(dependants(nodes, below.id)).includes(above.id),
      );
    }
  }
});
