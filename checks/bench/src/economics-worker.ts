import { unwrap } from '@daero/domain/result';
import { prepareCohort } from '@daero/economics/cohort/prepare';
import { probabilisticChunk, type Chunk } from '@daero/economics/cohort/probabilistic';
import { parentPort } from 'node:worker_threads';
import { exampleModel } from './economics-task.ts';

const port = parentPort;
if (port === null) throw new Error('this file is the work of a thread');
const prepared = unwrap(prepareCohort(await exampleModel('sick-sicker'), {}));
port.on('message', (chunk: Chunk) => {
  const done = unwrap(probabilisticChunk(prepared, chunk));
  // handed over, not copied
  const columns = done.strategies.flatMap(({ cost, effect }) => [cost.buffer, effect.buffer]);
  port.postMessage(
    done,
    columns.filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer),
  );
});
port.postMessage('ready');
