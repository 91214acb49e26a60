import { contentHash, type Json } from '@daero/domain/canonical';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';

export type NodeKind =
  | 'source'
  | 'snapshot'
  | 'quality'
  | 'device'
  | 'population'
  | 'analysis'
  | 'estimate'
  | 'parameter'
  | 'model'
  | 'claim'
  | 'requirement'
  | 'figure'
  | 'document';

/** One link of the chain: a recipe, and the nodes it works on. */
export type ChainNode = {
  readonly id: string; // 'analysis:auc', unique in its plan
  readonly kind: NodeKind;
  readonly label: Text;
  /** Everything that decides the answer besides the inputs: method, settings, code version. */
  readonly recipe: Json;
  readonly inputs: readonly string[]; // ids, in the order the recipe takes them
  /**
   * What must be there, and is shown, without the hash depending on it: the file behind a snapshot, whose content
   * alone counts, and the quality report that lets a population stand.
   */
  readonly origins: readonly string[];
  /** No cell of fewer people may be shown; 1 for open data. The strictest of the sources it rests on. */
  readonly smallestCell: number;
};

export type HashedNode = ChainNode & { readonly hash: string; readonly inputHashes: readonly string[] };

/** The name of a node: SHA-256 of the canonical JSON of its recipe and the hashes of its inputs. */
export const nodeHash = (recipe: Json, inputHashes: readonly string[]): string =>
  contentHash({ recipe, inputs: inputHashes });

/** What a person reads and types of a hash. */
export const shortHash = (hash: string): string => hash.slice(0, 8);

/**
 * The nodes in an order in which every input comes before what works on it, each with its hash.
 *
 * Takes    nodes: with unique ids
 * Gives    the same nodes, ordered, hashed
 * Fails    plan-cycle, naming the circle
 */
export function hashGraph(nodes: readonly ChainNode[], file: string): Result<readonly HashedNode[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const done = new Map<string, HashedNode>();
  const open = new Set<string>();

  const visit = (id: string): readonly string[] | null => {
    if (done.has(id)) return null;
    if (open.has(id)) return [...open].slice([...open].indexOf(id)).concat(id);
    const node = byId.get(id);
    if (node === undefined) throw new Error(`a node rests on ${id}, which does not exist`);
    open.add(id);
    for (const input of [...node.inputs, ...node.origins]) {
      const circle = visit(input);
      if (circle !== null) return circle;
    }
    open.delete(id);
    const inputHashes = node.inputs.map((input) => done.get(input)?.hash ?? '');
    done.set(id, { ...node, inputHashes, hash: nodeHash(node.recipe, inputHashes) });
    return null;
  };

  for (const node of nodes) {
    const circle = visit(node.id);
    if (circle !== null) return fail({ kind: 'plan-cycle', file, nodes: circle.join(' -> ') });
  }
  return succeed([...done.values()]);
}
