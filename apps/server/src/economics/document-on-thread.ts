import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '@daero/domain/result';
import type { Language } from '@daero/domain/text';
import type { RunnableModel } from './model-of-project.ts';

export type DocumentAsked = {
  readonly document: 'report' | 'workbook';
  readonly of: RunnableModel;
  readonly language: Language;
};

/** Documents are written off the server's own thread, one after the other: many at once would only slow each other. */
export function documentWriter(): <Document extends string | Uint8Array>(
  asked: DocumentAsked,
) => Promise<Result<Document>> {
  let last: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const written = last.then(() => onThread<Result<never>>(asked));
    last = written.catch(() => undefined);
    return written;
  };
}

async function onThread<Answer>(asked: DocumentAsked): Promise<Answer | Result<never>> {
  const worker = new Worker(join(import.meta.dirname, 'document-thread.ts'), { workerData: asked });
  const gone = new AbortController();
  try {
    return await Promise.race([
      once(worker, 'message', { signal: gone.signal }).then(([answer]: Answer[]) => {
        if (answer === undefined) throw new Error('a thread answered nothing');
        return answer;
      }),
      once(worker, 'exit', { signal: gone.signal }).then(([code]) =>
        fail({ kind: 'draws-thread-broke', problem: `exit ${String(code)}` }),
      ),
    ]);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return fail({ kind: 'draws-thread-broke', problem });
  } finally {
    gone.abort();
    await worker.terminate();
  }
}
