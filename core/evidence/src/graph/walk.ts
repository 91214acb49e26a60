import type { HashedNode } from './node.ts';

/** Everything that a node rests on, nearest first, each once. */
export const restsOn = (nodes: readonly HashedNode[], id: string): readonly HashedNode[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return breadthFirst(id, (at) => {
    const node = byId.get(at);
    return node === undefined ? [] : [...node.inputs, ...node.origins];
  }).flatMap((at) => byId.get(at) ?? []);
};

/** Everything that would be computed again if this node changed, nearest first, each once. */
export const dependants = (nodes: readonly HashedNode[], id: string): readonly HashedNode[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const above = new Map<string, string[]>();
  for (const node of nodes) {
    for (const input of [...node.inputs, ...node.origins])
      above.set(input, [...(above.get(input) ?? []), node.id]);
  }
  return breadthFirst(id, (at) => above.get(at) ?? []).flatMap((at) => byId.get(at) ?? []);
};

function breadthFirst(start: string, next: (id: string) => readonly string[]): readonly string[] {
  const seen = new Set([start]);
  const found: string[] = [];
  for (let edge: readonly string[] = next(start); edge.length > 0;) {
    const fresh = [...new Set(edge)].filter((id) => !seen.has(id));
    fresh.forEach((id) => seen.add(id));
    found.push(...fresh);
    edge = fresh.flatMap(next);
  }
  return found;
}
