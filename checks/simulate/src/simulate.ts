import { Worker } from 'node:worker_threads';
import type { ChunkStore } from './chunk-store.ts';
import { trialsOf, type Chunk } from './chunk.ts';
import { sumTallies, type Tally } from './tally.ts';
import type { Scenario } from './grid.ts';
import type { WorkerAnswer } from './worker.ts';

export type SimulateOptions = {
  readonly replications: number;
  readonly workers: number;
  readonly store: ChunkStore;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly of: number;
    readonly computed: number;
  }) => void;
};

export type ScenarioCounts = { readonly scenario: Scenario; readonly tallies: readonly Tally[] };

export const replicationsPerChunk = 100;

/**
 * Counts of every scenario, from stored chunks where there are some and from workers for the rest; null when it was cancelled.
 *
 * Chunks are taken in rounds, the first of every scenario, then the second: what a chunk costs differs by scenario, so the time left is
 * then known early. They are added up in their own order: the sums do not depend on who finished first.
 */
export async function simulate(
  scenarios: readonly Scenario[],
  { replications, workers, store, signal, onProgress = () => undefined }: SimulateOptions,
): Promise<readonly ScenarioCounts[] | null> {
  const chunks: Chunk[] = [];
  for (let from = 0; from < replications; from += replicationsPerChunk) {
    for (const scenario of scenarios) {
      const to = Math.min(replications, scenario.most, from + replicationsPerChunk);
      if (from < to) chunks.push({ scenario, from, to });
    }
  }
  const found = chunks.map((chunk) => store.get(chunk));
  const open = chunks.map((_chunk, at) => at).filter((at) => found[at] === null);
  let done = chunks.length - open.length;
  onProgress({ done, of: chunks.length, computed: 0 });
  const computed = { count: 0 };
  await inWorkers(open, chunks, { workers: Math.min(workers, open.length), signal }, (at, tallies) => {
    const chunk = chunks[at];
    if (chunk === undefined) return;
    store.put(chunk, tallies);
    found[at] = tallies;
    done += 1;
    computed.count += 1;
    onProgress({ done, of: chunks.length, computed: computed.count });
  });
  if (done < chunks.length) return null;
  return scenarios.map((scenario) => ({
    scenario,
    tallies: chunks.reduce<readonly Tally[]>(
      (sum, chunk, at) => (chunk.scenario === scenario ? sumTallies(sum, found[at] ?? []) : sum),
      trialsOf(scenario).lines.map(() => ({ answered: 0, hits: 0, width: 0 })),
    ),
  }));
}

/** Hands out chunks to workers one after another, until none is open or it is cancelled. */
async function inWorkers(
  open: readonly number[],
  chunks: readonly Chunk[],
  { workers, signal }: { readonly workers: number; readonly signal: AbortSignal },
  take: (at: number, tallies: readonly Tally[]) => void,
): Promise<void> {
  let next = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url));
      const end = (trouble?: Error): void => {
        signal.removeEventListener('abort', cancel);
        void worker.terminate().then(() => (trouble === undefined ? resolve() : reject(trouble)));
      };
      const cancel = (): void => end();
      const hand = (): void => {
        const at = open[next];
        if (at === undefined || signal.aborted) return end();
        next += 1;
        worker.postMessage({ at, chunk: chunks[at] });
      };
      worker.on('message', (answer: WorkerAnswer) => {
        if ('trouble' in answer) {
          const { family = '', number = 0 } = chunks[answer.at]?.scenario ?? {};
          return end(new Error(`${family} ${number}: ${answer.trouble}`));
        }
        take(answer.at, answer.tallies);
        hand();
      });
      worker.on('error', end);
      signal.addEventListener('abort', cancel, { once: true });
      hand();
    });
  await Promise.all(Array.from({ length: workers }, one));
}
