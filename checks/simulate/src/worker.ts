import { parentPort } from 'node:worker_threads';
import { runChunk, type Chunk } from './chunk.ts';
import type { Tally } from './tally.ts';

export type WorkerAnswer =
  | { readonly at: number; readonly tallies: readonly Tally[] }
  | { readonly at: number; readonly trouble: string };

parentPort?.on('message', ({ at, chunk }: { readonly at: number; readonly chunk: Chunk }) => {
  let answer: WorkerAnswer;
  try {
    answer = { at, tallies: runChunk(chunk) };
  } catch (trouble) {
    answer = { at, trouble: trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble) };
  }
  parentPort?.postMessage(answer);
});
