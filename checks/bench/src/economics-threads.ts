import { chunksOf, combineChunks, type Chunk, type ChunkDraws } from '@daero/economics/cohort/probabilistic';
import { type StrategyDraws } from '@daero/economics/uncertainty/acceptability';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { median } from './run-daero.ts';

const file = join(import.meta.dirname, 'economics-worker.ts');
const draws = 100_000;
const rounds = 5;

/** Seconds of the same draws on one thread and on two, turn by turn, the threads standing ready as in a server; the bytes must be the same. */
export async function timeThreads(): Promise<{ readonly one: number; readonly two: number }> {
  const workers = [new Worker(file), new Worker(file)];
  try {
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    const seconds: { readonly one: number[]; readonly two: number[] } = { one: [], two: [] };
    const bytes = new Set<string>();
    await share(workers, chunksOf(20_000)); // both have seen the work once
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, crew] of [
        ['one', workers.slice(0, 1)],
        ['two', workers],
      ] as const) {
        const start = performance.now();
        const outcomes = await share(crew, chunksOf(draws));
        seconds[name].push((performance.now() - start) / 1000);
        bytes.add(hashOf(outcomes));
      }
    }
    if (bytes.size !== 1) throw new Error('one worker and two gave different draws');
    return { one: median(seconds.one), two: median(seconds.two) };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Each worker takes the next chunk when it is done with one. */
async function share(
  workers: readonly Worker[],
  chunks: readonly Chunk[],
): Promise<readonly StrategyDraws[]> {
  const left = [...chunks];
  const done: ChunkDraws[] = [];
  await Promise.all(
    workers.map(async (worker) => {
      for (let chunk = left.shift(); chunk !== undefined; chunk = left.shift()) {
        worker.postMessage(chunk);
        const [answer]: ChunkDraws[] = await once(worker, 'message');
        if (answer !== undefined) done.push(answer);
      }
    }),
  );
  return combineChunks(done);
}

function hashOf(outcomes: readonly StrategyDraws[]): string {
  const hash = createHash('sha256');
  for (const { cost, effect } of outcomes) hash.update(cost).update(effect);
  return hash.digest('hex');
}
