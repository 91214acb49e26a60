import { parentPort, workerData } from 'node:worker_threads';
import { prepareCohort } from '@daero/economics/cohort/prepare';
import { probabilisticChunk, type Chunk, type ChunkDraws } from '@daero/economics/cohort/probabilistic';
import { fail, type Result } from '@daero/domain/result';
import { drawnModel, type DrawsAsked } from './draws-asked.ts';

// A thread that draws: it prepares the model once and answers chunk by chunk. The main thread has checked what was asked.
const port = parentPort;
if (port === null) throw new Error('this file is the work of a thread');
const asked = workerData as DrawsAsked;
const model = drawnModel(asked);
const prepared =
  model.ok && model.value.structure === 'cohort' ? prepareCohort(model.value.model, asked.estimates) : null;

function computed(chunk: Chunk): Result<ChunkDraws> {
  if (!model.ok) return model;
  if (prepared === null) return fail({ kind: 'draws-of-trees', structure: model.value.structure });
  return prepared.ok ? probabilisticChunk(prepared.value, chunk) : prepared;
}

port.on('message', (chunk: Chunk) => {
  const done = computed(chunk);
  const columns = done.ok
    ? done.value.strategies.flatMap(({ cost, effect }) => [cost.buffer, effect.buffer])
    : [];
  // handed over, not copied
  port.postMessage(
    done,
    columns.filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer),
  );
});
