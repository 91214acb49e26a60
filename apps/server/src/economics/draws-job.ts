import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { readDrawsResult } from '@daero/api/schemas/model-draws';
import { drawsSummary } from '@daero/economics/analyses/draws-summary';
import type { StrategyDraws } from '@daero/economics/uncertainty/acceptability';
import type { Json } from '@daero/domain/canonical';
import type { Work } from '@daero/domain/job-queue';
import { succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { drawOnThreads } from './draw-on-threads.ts';
import { drawnModel, type DrawsAsked } from './draws-asked.ts';

export const drawsKind = 'model-draws';

const input = z.object({
  model: z.json(),
  estimates: z.custom<DrawsAsked['estimates']>((value) => typeof value === 'object' && value !== null),
  draws: z.int(),
  seed: z.int(),
});

/** Many draws of a cohort model as a job, on as many threads as the machine has. A job taken up again starts anew: it gives the same numbers. */
export async function drawsJob(work: Work): Promise<Result<Json>> {
  const asked = input.parse(work.input);
  const model = drawnModel(asked);
  if (!model.ok) return model;
  const workers = availableParallelism();
  const drawn = await drawOnThreads(asked, {
    workers,
    progress: (done, of) => void work.report({ step: 'draws', done, of }).catch(() => undefined),
    signal: work.signal,
  });
  if (!drawn.ok) return drawn;
  const summary = { ...drawsSummary(model.value, drawn.value), workers, hash: hashOf(drawn.value) };
  return succeed(z.json().parse(JSON.parse(JSON.stringify(readDrawsResult.parse(summary)))));
}

/** Of every drawn cost and effect, in their order. */
export function hashOf(strategies: readonly StrategyDraws[]): string {
  const hash = createHash('sha256');
  for (const { cost, effect } of strategies) hash.update(cost).update(effect);
  return hash.digest('hex');
}
