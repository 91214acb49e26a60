import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { chunksOf, combineChunks, type ChunkDraws } from '@daero/economics/cohort/probabilistic';
import type { StrategyDraws } from '@daero/economics/uncertainty/acceptability';
import type { StopSignal } from '@daero/domain/job-queue';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { DrawsAsked } from './draws-asked.ts';

export type Crew = {
  readonly workers: number;
  /** After every chunk: how many draws are done. */
  readonly progress: (done: number, of: number) => void;
  readonly signal: StopSignal;
};

/**
 * Draws of a cohort model on so many threads. Each takes the next chunk when it is done with one; every chunk is keyed by the
 * seed and its place, so the bytes are the same whatever the number of threads and whoever finished first.
 */
export async function drawOnThreads(
  asked: DrawsAsked,
  { workers, progress, signal }: Crew,
): Promise<Result<readonly StrategyDraws[]>> {
  const left = [...chunksOf(asked.draws)];
  const crew = Array.from(
    { length: Math.max(1, Math.min(workers, left.length)) },
    () => new Worker(join(import.meta.dirname, 'draws-thread.ts'), { workerData: asked }),
  );
  const done: ChunkDraws[] = [];
  let fault: Fault | null = null;
  const soFar = (): number => done.reduce((sum, { draws }) => sum + draws, 0);
  const cancelled = (): Fault => {
    const stopped = { kind: 'draws-cancelled', done: soFar(), of: asked.draws } as const;
    return stopped;
  };
  signal.addEventListener('abort', () => {
    fault ??= cancelled();
    for (const worker of crew) void worker.terminate();
  });
  if (signal.aborted) fault = cancelled();
  const work = async (worker: Worker): Promise<void> => {
    while (fault === null) {
      const chunk = left.shift();
      if (chunk === undefined) return;
      worker.postMessage(chunk);
      const answer = await answerOf(worker);
      if (!answer.ok) fault ??= answer.fault;
      else {
        done.push(answer.value);
        progress(soFar(), asked.draws);
      }
    }
  };
  try {
    await Promise.all(crew.map(work));
    return fault === null ? succeed(combineChunks(done)) : fail(fault);
  } finally {
    await Promise.all(crew.map((worker) => worker.terminate()));
  }
}

async function answerOf(worker: Worker): Promise<Result<ChunkDraws>> {
  const gone = new AbortController();
  try {
    return await Promise.race([
      once(worker, 'message', { signal: gone.signal }).then(([answer]: Result<ChunkDraws>[]) => {
        if (answer === undefined) throw new Error('a thread answered nothing');
        return answer;
      }),
      once(worker, 'exit', { signal: gone.signal }).then(([code]) => broke(`exit ${String(code)}`)),
    ]);
  } catch (error) {
    return broke(error instanceof Error ? error.message : String(error));
  } finally {
    gone.abort();
  }
}

const broke = (problem: string): Result<ChunkDraws> => fail({ kind: 'draws-thread-broke', problem });
