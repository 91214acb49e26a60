import { readDrawsResult, type ModelDrawsView } from '@daero/api/schemas/model-draws';
import { problemOf } from '@daero/api/problem';
import { readEconomicModel } from '@daero/economics/model/economic-model';
import { contentHash } from '@daero/domain/canonical';
import type { JobId, JobQueue, JobStatus } from '@daero/domain/job-queue';
import { fail, succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import type { Handlers } from '../http/handler.ts';
import { modelView } from '../views/model-view.ts';
import type { ProjectReader, Reading } from '../views/project-reader.ts';
import { documentWriter } from './document-on-thread.ts';
import { drawsKind } from './draws-job.ts';
import { modelOfProject } from './model-of-project.ts';

type Opened = (project: string) => Promise<Result<{ reader: ProjectReader; reading: Reading }>>;
type ModelHandlers = Pick<
  Handlers,
  'economicModel' | 'modelReport' | 'modelWorkbook' | 'startModelDraws' | 'modelDraws' | 'cancelModelDraws'
>;

/** The economic model of a plan: to run again on a page, as documents, and drawn many times by workers. */
export function modelHandlers(opened: Opened, queue: JobQueue): ModelHandlers {
  const write = documentWriter();
  const jobs = new Map<string, { readonly job: JobId; readonly draws: number }>();
  const runnable = async (project: string) => {
    const found = await opened(project);
    return found.ok ? modelOfProject(project, found.value.reader, found.value.reading) : found;
  };
  const viewOf = async (key: string): Promise<Result<ModelDrawsView>> => {
    const known = jobs.get(key);
    if (known === undefined) return fail({ kind: 'draws-unknown', key: key.slice(0, 12) });
    const status = await queue.status(known.job);
    return status.ok ? succeed(drawsView(key, known.draws, status.value)) : status;
  };

  return {
    economicModel: async ({ params }) => {
      const found = await opened(params.id);
      return found.ok ? succeed(await modelView(found.value.reader, found.value.reading)) : found;
    },
    modelReport: async ({ params, query }) => {
      const of = await runnable(params.id);
      return of.ok ? write<string>({ document: 'report', of: of.value, language: query.lang }) : of;
    },
    modelWorkbook: async ({ params, query }) => {
      const of = await runnable(params.id);
      if (!of.ok) return of;
      const bytes = await write<Uint8Array>({ document: 'workbook', of: of.value, language: query.lang });
      const name = `${params.id}-model-${query.lang}.xlsx`;
      return bytes.ok ? succeed({ name, bytes: bytes.value }) : bytes;
    },
    startModelDraws: async ({ params, body }) => {
      const of = await runnable(params.id);
      if (!of.ok) return of;
      const { model, estimates } = of.value;
      const read = readEconomicModel(model);
      if (!read.ok) return read;
      if (read.value.structure !== 'cohort')
        return fail({ kind: 'draws-of-trees', structure: read.value.structure });
      const { seed } = read.value.model.probabilistic; // the first draws are those of the chain
      const asked = { model, estimates, draws: body.draws, seed };
      const plain = z.json().parse(JSON.parse(JSON.stringify(asked)));
      const key = contentHash(plain);
      const job = await queue.enqueue(drawsKind, plain, { idempotencyKey: key });
      if (!job.ok) return job;
      jobs.set(key, { job: job.value, draws: body.draws });
      const status = await queue.status(job.value);
      if (!status.ok) return status;
      if (status.value.state === 'cancelled' || status.value.state === 'failed') {
        const resumed = await queue.resume(job.value); // the same question, asked once more
        if (!resumed.ok) return resumed;
      }
      return viewOf(key);
    },
    modelDraws: async ({ params }) => viewOf(params.key),
    cancelModelDraws: async ({ params }) => {
      const known = jobs.get(params.key);
      const stopped = known === undefined ? null : await queue.cancel(known.job);
      return stopped !== null && !stopped.ok ? stopped : viewOf(params.key);
    },
  };
}

const states = {
  waiting: 'queued',
  working: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
} as const satisfies Readonly<Record<JobStatus['state'], ModelDrawsView['state']>>;

const drawsView = (
  key: string,
  draws: number,
  { state, progress, fault, output }: JobStatus,
): ModelDrawsView => ({
  ...{ key, state: states[state], total: draws },
  done: state === 'done' ? draws : (progress?.done ?? 0),
  problem: fault === null ? null : problemOf(fault),
  result: state === 'done' ? readDrawsResult.parse(output) : null,
});
