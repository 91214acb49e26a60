import type { Result } from '@daero/domain/result';

/** Where outputs live: one text under one hash, written once, whole or not at all. */
export type ObjectStore = {
  readonly has: (hash: string) => Promise<boolean>;
  readonly read: (hash: string) => Promise<string | null>;
  /** Durable and atomic when it returns; writing the same hash again changes nothing. */
  readonly write: (hash: string, text: string) => Promise<void>;
};

/** The content hash of a file, by its path below the root, and of everything of ours that it imports. */
export type CodeVersion = (file: string) => string;

export type BuildStep = {
  readonly node: string;
  readonly state: 'started' | 'computed' | 'fresh' | 'failed' | 'blocked';
  readonly done: number;
  readonly total: number;
};

/** Is told of every step, and asked before each whether to go on. */
export type Watcher = { readonly step: (step: BuildStep) => void; readonly cancelled: () => boolean };

export const unwatched: Watcher = { step: () => undefined, cancelled: () => false };

/** Gives a node's output from those of its inputs, in the order of the node's inputs. */
export type Executor<Node> = (node: Node, inputs: readonly unknown[]) => Promise<Result<unknown>>;
