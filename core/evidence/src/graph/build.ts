import { canonicalJson } from '@daero/domain/canonical';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Executor, ObjectStore, Watcher } from '../ports.ts';
import type { HashedNode, NodeKind } from './node.ts';

export type NodeState =
  | { readonly at: 'computed' } // in this build
  | { readonly at: 'fresh' } // found under its hash
  | { readonly at: 'failed'; readonly fault: Fault }
  | { readonly at: 'blocked'; readonly by: string };

export type BuiltNode = { readonly node: HashedNode; readonly state: NodeState };
export type Executors = Readonly<Record<NodeKind, Executor<HashedNode>>>;

/**
 * Walks the graph and computes what has no output yet. A failed node stops what hangs on it and nothing else.
 *
 * Takes    nodes: in an order in which inputs come first
 * Gives    every node with what became of it
 * Fails    build-cancelled, between two nodes; what was computed stays, and the next build goes on from there
 */
export async function buildGraph(
  nodes: readonly HashedNode[],
  executors: Executors,
  store: ObjectStore,
  watcher: Watcher,
): Promise<Result<readonly BuiltNode[]>> {
  const states = new Map<string, NodeState>();
  const outputs = new Outputs(store, nodes);
  const tell = (node: HashedNode, state: NodeState['at'] | 'started'): void =>
    watcher.step({ node: node.id, state, done: states.size, total: nodes.length });

  for (const node of nodes) {
    if (watcher.cancelled()) return fail({ kind: 'build-cancelled' });
    const state = await one(node);
    states.set(node.id, state);
    tell(node, state.at);
  }
  return succeed(
    nodes.map((node) => ({ node, state: states.get(node.id) ?? { at: 'blocked', by: node.id } })),
  );

  async function one(node: HashedNode): Promise<NodeState> {
    const behind = [...node.inputs, ...node.origins];
    const stuck = behind.find((id) => ['failed', 'blocked'].includes(states.get(id)?.at ?? ''));
    if (stuck !== undefined) return { at: 'blocked', by: stuck };
    if (await store.has(node.hash)) return { at: 'fresh' };
    tell(node, 'started');
    const inputs: unknown[] = [];
    for (const input of node.inputs) inputs.push(await outputs.of(input));
    const made = await executors[node.kind](node, inputs);
    if (!made.ok) return { at: 'failed', fault: made.fault };
    await store.write(node.hash, canonicalJson(made.value));
    return { at: 'computed' };
  }
}

/** Outputs read back from the store, each parsed once; the largest (tables) are read by several analyses. */
class Outputs {
  readonly #store: ObjectStore;
  readonly #hashes: ReadonlyMap<string, string>;
  readonly #read = new Map<string, unknown>();

  constructor(store: ObjectStore, nodes: readonly HashedNode[]) {
    this.#store = store;
    this.#hashes = new Map(nodes.map((node) => [node.id, node.hash]));
  }

  async of(id: string): Promise<unknown> {
    if (!this.#read.has(id)) {
      const text = await this.#store.read(this.#hashes.get(id) ?? '');
      if (text === null) throw new Error(`the output of ${id} was there and is gone`);
      this.#read.set(id, JSON.parse(text));
    }
    return this.#read.get(id);
  }
}
