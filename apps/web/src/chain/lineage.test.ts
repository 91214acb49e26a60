import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChainNode } from '../api-types.ts';
import { around, impactOf, inOrder, lineage, reach } from './lineage.ts';

const node = (hash: string, inputs: readonly string[], rest: Partial<ChainNode> = {}): ChainNode => ({
  hash,
  id: hash,
  kind: 'analysis',
  label: { ko: hash, en: hash },
  figure: null,
  status: 'fresh',
  inputs,
  why: null,
  codeVersion: null,
  method: null,
  facts: {},
  warnings: [],
  ...rest,
});
const figure = { value: 1, low: null, high: null, level: 0.95, n: 1, unit: 'count' } as const;

const small = lineage([
  node('bundle', ['document'], { kind: 'bundle' }),
  node('document', ['claim'], { kind: 'document' }),
  node('claim', ['estimate', 'other'], { kind: 'claim' }),
  node('estimate', ['snapshot'], { kind: 'estimate', figure }),
  node('other', ['snapshot'], { kind: 'estimate', figure }),
  node('snapshot', [], { kind: 'snapshot' }),
]);

describe('lineage', () => {
  test('walks both ways and counts what a change touches', () => {
    expect([...reach(small, 'claim', 'up').keys()].sort()).toEqual([
      'claim',
      'estimate',
      'other',
      'snapshot',
    ]);
    expect(impactOf(small, 'snapshot')).toEqual({ figures: 2, claims: 1, documents: 2 });
    expect(impactOf(small, 'bundle')).toEqual({ figures: 0, claims: 0, documents: 0 });
  });

  test('folds what lies beyond the steps asked for, and says how much', () => {
    const shown = around(small, 'claim', 1, 1);
    expect(shown.nodes.map(({ hash }) => hash).sort()).toEqual(['claim', 'document', 'estimate', 'other']);
    expect(shown.foldedUp.get('estimate')).toBe(1);
    expect(shown.foldedDown.get('document')).toBe(1);
  });

  test('an unknown focus shows everything', () => {
    expect(around(small, 'gone', 1, 1).nodes).toHaveLength(6);
  });

  test('a cycle does not hang it', () => {
    expect(inOrder(lineage([node('a', ['b']), node('b', ['a'])]))).toHaveLength(2);
  });

  test('in any chain, every node comes after its inputs, and is among what its input would change', () => {
    const chains = fc
      .array(fc.array(fc.nat({ max: 40 }), { maxLength: 4 }), { minLength: 1, maxLength: 30 })
      .map((rows) =>
        rows.map((inputs, at) =>
          node(
            `n${at}`,
            [...new Set(inputs.filter((one) => one < at))].map((one) => `n${one}`),
          ),
        ),
      );
    fc.assert(
      fc.property(chains, (nodes) => {
        const chain = lineage(nodes.toReversed());
        const place = new Map(inOrder(chain).map((one, at) => [one.hash, at]));
        for (const one of nodes) {
          for (const input of one.inputs) {
            expect(place.get(input)).toBeLessThan(place.get(one.hash) ?? -1);
            expect(reach(chain, input, 'down').has(one.hash)).toBe(true);
          }
        }
      }),
    );
  });
});
