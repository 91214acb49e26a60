import type { ChainNode } from '../api-types.ts';

/** The chain as it is walked: each node by its hash, and who uses it. */
export type Lineage = {
  readonly nodes: ReadonlyMap<string, ChainNode>;
  readonly usedBy: ReadonlyMap<string, readonly string[]>;
};

export function lineage(nodes: readonly ChainNode[]): Lineage {
  const usedBy = new Map<string, string[]>();
  for (const node of nodes) {
    for (const input of node.inputs) {
      const users = usedBy.get(input);
      if (users === undefined) usedBy.set(input, [node.hash]);
      else users.push(node.hash);
    }
  }
  return { nodes: new Map(nodes.map((node) => [node.hash, node])), usedBy };
}

export type Direction = 'up' | 'down';

export const neighbours = (chain: Lineage, hash: string, direction: Direction): readonly string[] =>
  (direction === 'up' ? (chain.nodes.get(hash)?.inputs ?? []) : (chain.usedBy.get(hash) ?? [])).filter(
    (one) => chain.nodes.has(one),
  );

/** Everything reached from here in one direction, with its distance; itself at 0. */
export function reach(
  chain: Lineage,
  from: string,
  direction: Direction,
  steps = Infinity,
): ReadonlyMap<string, number> {
  const found = new Map([[from, 0]]);
  let edge = [from];
  for (let step = 1; step <= steps && edge.length > 0; step++) {
    edge = edge.flatMap((hash) => neighbours(chain, hash, direction)).filter((hash) => !found.has(hash));
    for (const hash of edge) found.set(hash, step);
  }
  return found;
}

/** Every node after all its inputs; a cycle (which a build refuses) ends where it closes. */
export function inOrder(chain: Lineage): readonly ChainNode[] {
  const done = new Map<string, ChainNode>();
  const visiting = new Set<string>();
  const visit = (hash: string): void => {
    const node = chain.nodes.get(hash);
    if (node === undefined || done.has(hash) || visiting.has(hash)) return;
    visiting.add(hash);
    node.inputs.forEach(visit);
    done.set(hash, node);
  };
  [...chain.nodes.keys()].forEach(visit);
  return [...done.values()];
}

/** What a change here would make the build compute again. */
export type Impact = { readonly figures: number; readonly claims: number; readonly documents: number };

export function impactOf(chain: Lineage, hash: string): Impact {
  const touched = [...reach(chain, hash, 'down').keys()]
    .filter((one) => one !== hash)
    .flatMap((one) => chain.nodes.get(one) ?? []);
  return {
    figures: touched.filter((node) => node.figure !== null).length,
    claims: touched.filter((node) => node.kind === 'claim').length,
    documents: touched.filter((node) => node.kind === 'document' || node.kind === 'bundle').length,
  };
}

/** What is shown around a focus: so many steps up and down, and how many nodes lie folded beyond each end. */
export type Shown = {
  readonly nodes: readonly ChainNode[];
  readonly foldedUp: ReadonlyMap<string, number>;
  readonly foldedDown: ReadonlyMap<string, number>;
};

export function around(chain: Lineage, focus: string | null, up: number, down: number): Shown {
  const order = inOrder(chain);
  if (focus === null || !chain.nodes.has(focus))
    return { nodes: order, foldedUp: new Map(), foldedDown: new Map() };
  const seen = new Set([
    ...reach(chain, focus, 'up', up).keys(),
    ...reach(chain, focus, 'down', down).keys(),
  ]);
  const folded = (
    direction: Direction,
    far: ReadonlyMap<string, number>,
    limit: number,
  ): Map<string, number> =>
    new Map(
      [...far]
        .filter(([, step]) => step === limit)
        .map(([hash]): [string, number] => [
          hash,
          [...reach(chain, hash, direction).keys()].filter((one) => !seen.has(one)).length,
        ])
        .filter(([, count]) => count > 0),
    );
  return {
    nodes: order.filter((node) => seen.has(node.hash)),
    foldedUp: folded('up', reach(chain, focus, 'up', up), up),
    foldedDown: folded('down', reach(chain, focus, 'down', down), down),
  };
}
