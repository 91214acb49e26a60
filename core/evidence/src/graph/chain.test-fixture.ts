import type { Json } from '@daero/domain/canonical';
import { unwrap } from '@daero/domain/result';
import type { Executor, ObjectStore } from '../ports.ts';
import type { Executors } from './build.ts';
import { hashGraph, type ChainNode, type HashedNode, type NodeKind } from './node.ts';

type Parts = Partial<Pick<ChainNode, 'kind' | 'recipe' | 'origins' | 'smallestCell'>>;

/** A node by its id and what it rests on; the rest as in an open chain. */
export const node = (id: string, inputs: readonly string[] = [], parts: Parts = {}): ChainNode => ({
  id,
  kind: 'analysis',
  label: { ko: id, en: id },
  recipe: { of: id } satisfies Json,
  inputs,
  origins: [],
  smallestCell: 1,
  ...parts,
});

export const hashed = (nodes: readonly ChainNode[]): readonly HashedNode[] =>
  unwrap(hashGraph(nodes, 'plan.yaml'));

/** A store that forgets with the test, and counts what is written to it. */
export function memoryStore(): ObjectStore & { readonly held: ReadonlyMap<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    has: (hash) => Promise.resolve(held.has(hash)),
    read: (hash) => Promise.resolve(held.get(hash) ?? null),
    write: (hash, text) => {
      if (!held.has(hash)) held.set(hash, text);
      return Promise.resolve();
    },
  };
}

const kinds: readonly NodeKind[] = [
  ...(['source', 'snapshot', 'quality', 'device', 'population', 'analysis', 'estimate'] as const),
  ...(['parameter', 'model', 'claim', 'requirement', 'figure', 'document'] as const),
];

/** Every kind made by one function. */
export const everyKind = (make: Executor<HashedNode>): Executors =>
  Object.fromEntries(kinds.map((kind) => [kind, make])) as Executors;
