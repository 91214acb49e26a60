import { createHash } from 'node:crypto';
import { unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashed, node } from './chain.test-fixture.ts';
import { hashGraph, nodeHash, type ChainNode } from './node.ts';

describe('the hash of a node', () => {
  test('is the SHA-256 of the canonical JSON of recipe and input hashes', () => {
    const canonical = '{"inputs":["ab"],"recipe":{"a":1,"b":"가"}}';
    expect(nodeHash({ b: '가', a: 1 }, ['ab'])).toBe(createHash('sha256').update(canonical).digest('hex'));
  });

  test('does not depend on the order in which fields were written', () => {
    expect(nodeHash({ a: 1, b: { c: 2, d: [1, 2] } }, [])).toBe(
      nodeHash({ b: { d: [1, 2], c: 2 }, a: 1 }, []),
    );
  });

  test('depends on the order of inputs, of lists, and on every value', () => {
    const base = nodeHash({ a: [1, 2] }, ['x', 'y']);
    const others = [
      nodeHash({ a: [1, 2] }, ['y', 'x']),
      nodeHash({ a: [2, 1] }, ['x', 'y']),
      nodeHash({ a: [1, 2.0000000001] }, ['x', 'y']),
      nodeHash({ a: [1, '2'] }, ['x', 'y']),
      nodeHash({ a: [1, 2] }, ['x']),
      nodeHash({ a: [1, 2] }, ['xy']),
    ];
    expect(new Set([base, ...others]).size).toBe(7);
  });

  test('does not depend on labels, origins or what may be shown: they decide no number', () => {
    const [plain] = hashed([node('a')]);
    const [other] = hashed(
      [node('b', [], { smallestCell: 10 })].map((one) => ({ ...one, recipe: { of: 'a' } })),
    );
    expect(other?.hash).toBe(plain?.hash);
  });

  test('changes with any input below it, and with nothing beside it', () => {
    const chain = (below: number, beside: number): Map<string, string> =>
      new Map(
        hashed([
          node('below', [], { recipe: { below } }),
          node('beside', [], { recipe: { beside } }),
          node('middle', ['below']),
          node('top', ['middle']),
        ]).map(({ id, hash }) => [id, hash]),
      );
    const [one, deeper, aside] = [chain(1, 1), chain(2, 1), chain(1, 2)];
    expect([deeper.get('top') === one.get('top'), aside.get('top') === one.get('top')]).toEqual([
      false,
      true,
    ]);
  });
});

/** A graph without circles: each node rests on some of those before it, and the nodes come in any order. */
const acyclic = fc
  .array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
  .chain((picks) => {
    const nodes = picks.map((pick, at) =>
      node(`n${at}`, at === 0 ? [] : [...new Set(pick.map((one) => `n${one % at}`))]),
    );
    return fc.shuffledSubarray(nodes, { minLength: nodes.length });
  });

const rename = (nodes: readonly ChainNode[]): readonly ChainNode[] =>
  nodes.map((one, at) => (at % 2 === 0 ? one : { ...one, inputs: [], origins: one.inputs }));

describe('laws of the order', () => {
  test('every node once, after all that it rests on', () => {
    fc.assert(
      fc.property(acyclic, fc.boolean(), (nodes, withOrigins) => {
        const graph = withOrigins ? rename(nodes) : nodes;
        const order = hashed(graph);
        expect(order.map(({ id }) => id).sort()).toEqual(graph.map(({ id }) => id).sort());
        const seen = new Set<string>();
        for (const { id, inputs, origins } of order) {
          expect([...inputs, ...origins].every((input) => seen.has(input))).toBe(true);
          seen.add(id);
        }
      }),
    );
  });

  test('the hashes do not depend on the order in which nodes are given', () => {
    fc.assert(
      fc.property(acyclic, (nodes) => {
        const byId = (of: readonly ChainNode[]): unknown =>
          hashed(of)
            .map(({ id, hash }) => `${id} ${hash}`)
            .sort();
        expect(byId(nodes)).toEqual(byId([...nodes].reverse()));
      }),
    );
  });

  test('a circle is named, and each step of it is there', () => {
    fc.assert(
      fc.property(acyclic, fc.nat(), fc.nat(), (nodes, from, to) => {
        const [below, above] = [nodes[from % nodes.length], nodes[to % nodes.length]];
        if (below === undefined || above === undefined) return;
        const closed = nodes.map((one) => {
          const more = one.id === below.id ? [above.id] : one.id === above.id ? [below.id] : [];
          return { ...one, inputs: [...one.inputs, ...more] };
        });
        const found = hashGraph(closed, 'plan.yaml');
        if (found.ok) throw new Error('a circle was not seen');
        const { nodes: named, file } = found.fault as unknown as {
          readonly nodes: string;
          readonly file: string;
        };
        expect(file).toBe('plan.yaml');
        const walk = named.split(' -> ');
        expect(walk.length).toBeGreaterThan(1);
        expect(walk[0]).toBe(walk.at(-1));
        for (const [at, id] of walk.slice(0, -1).entries()) {
          expect(closed.find((one) => one.id === id)?.inputs).toContain(walk[at + 1]);
        }
      }),
    );
  });
});

test('a node that rests on nothing that exists is a mistake of our own', () => {
  expect(() => unwrap(hashGraph([node('a', ['b'])], 'plan.yaml'))).toThrow('b');
});
