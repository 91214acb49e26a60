import type { Json } from '@daero/domain/canonical';
import { id } from '@daero/domain/identity';
import type { JobId, JobProgress, JobQueue, JobStatus, Work } from '@daero/domain/job-queue';
import { fail, succeed, type Result } from '@daero/domain/result';
import { createHash } from 'node:crypto';
import { PgBoss, type JobResult, type JobWithMetadata, type WorkOptions } from 'pg-boss';
import { progressTable, type ProgressTable } from './progress-table.ts';
import { statusOf } from './status.ts';

/** A worker that died over a job this often is taken for a fault of the job. */
const crashesAllowed = 5;

const queueOptions = {
  retryLimit: crashesAllowed,
  retryDelay: 0,
  heartbeatSeconds: 10, // the least pg-boss allows: a killed worker's job is free again after 10 to 15 seconds
  expireInSeconds: 86_400,
  retentionSeconds: 315_360_000, // a job that waits is not thrown away
  deleteAfterSeconds: 0, // nor is one that ended: its key still stands for it
};

const workOptions = {
  includeMetadata: true,
  perJobResults: true,
  pollingIntervalSeconds: 0.5,
  heartbeatRefreshSeconds: 2, // and so a cancelled handler hears of it within 2 seconds
} as const satisfies WorkOptions;

/** Jobs shared by every worker on one PostgreSQL, each tried until it ends in an answer. */
export async function openJobs(url: string): Promise<Result<JobQueue>> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'daero_jobs',
    application_name: 'daero jobs',
    max: 4,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', () => undefined); // a database that is away: pg-boss asks again, and calls of ours answer with a fault
  return faultInstead(async () => {
    await boss.start();
    const table = await progressTable(boss.getDb());
    return queueOn(boss, table);
  });
}

function queueOn(boss: PgBoss, table: ProgressTable): JobQueue {
  const stopping = new AbortController();
  const known = new Set<string>();
  const prepare = async (kind: string): Promise<void> => {
    if (known.has(kind)) return;
    await boss.createQueue(kind, queueOptions);
    known.add(kind);
  };
  const find = async (jobId: JobId): Promise<JobWithMetadata<Input> | null> => {
    const kind = await table.kindOf(jobId);
    if (kind === null) return null;
    return (await boss.findJobs<Input>(kind, { id: jobId }))[0] ?? null;
  };
  const withJob = <Value>(
    jobId: JobId,
    use: (job: JobWithMetadata<Input>) => Promise<Result<Value>>,
  ): Promise<Result<Value>> =>
    flat(async () => {
      const job = await find(jobId);
      return job === null ? fail({ kind: 'job-unknown', jobId }) : use(job);
    });
  const status = (job: JobWithMetadata<Input>, progress: JobProgress | null): JobStatus =>
    statusOf(job, progress);

  return {
    enqueue: (kind, input, { idempotencyKey }) =>
      flat(async () => {
        if (!/^[a-z][a-z0-9-]{0,49}$/.test(kind)) return fail({ kind: 'job-input-wrong' });
        await prepare(kind);
        const jobId = jobIdOf(kind, idempotencyKey);
        await table.add(jobId, kind);
        await boss.send(kind, { input } satisfies Input, { id: jobId }); // null where the job is there already
        return succeed(jobId);
      }),

    work: (kind, handler) =>
      faultInstead(async () => {
        await prepare(kind);
        await boss.work<Input, JobResult[], typeof workOptions>(kind, workOptions, (jobs) =>
          Promise.all(jobs.map((job) => attempt(job, handler, table, stopping.signal))),
        );
      }),

    cancel: (jobId) =>
      withJob(jobId, async (job) => {
        await boss.cancel(job.name, jobId);
        return succeed(undefined);
      }),

    resume: (jobId) =>
      withJob(jobId, async (job) => {
        if (job.state === 'cancelled') await boss.resume(job.name, jobId);
        else if (job.state === 'failed') await boss.retry(job.name, jobId);
        else return fail({ kind: 'job-not-resumable', jobId, state: status(job, null).state });
        return succeed(undefined);
      }),

    status: (jobId) => withJob(jobId, async (job) => succeed(status(job, await table.progressOf(jobId)))),

    close: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}

export type Input = { readonly input: Json };

/** One run of a handler. A fault it gives, or throws, ends the job; a job interrupted by a stopping worker goes back to the queue. */
async function attempt(
  job: JobWithMetadata<Input>,
  handler: (work: Work) => Promise<Result<Json>>,
  table: ProgressTable,
  stopping: AbortSignal,
): Promise<JobResult> {
  const jobId = id<'job'>(job.id);
  const signal = AbortSignal.any([job.signal, stopping]);
  const report = (progress: JobProgress): Promise<void> => table.report(jobId, progress);
  try {
    const done = await handler({ jobId, input: job.data.input, attempt: job.retryCount + 1, report, signal });
    if (done.ok) return { id: job.id, status: 'completed', output: { value: done.value } };
    if (stopping.aborted) return { id: job.id, status: 'failed' };
    return { id: job.id, status: 'deadletter', output: { fault: done.fault } };
  } catch (error) {
    if (stopping.aborted) return { id: job.id, status: 'failed' };
    const reason = error instanceof Error ? error.name : 'unknown';
    return {
      id: job.id,
      status: 'deadletter',
      output: { fault: { kind: 'job-crashed', jobKind: job.name, reason } },
    };
  }
}

/** The id is made from kind and key, so asking twice finds the same job. */
function jobIdOf(kind: string, key: string): JobId {
  const hex = createHash('sha256')
    .update(JSON.stringify([kind, key]))
    .digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return id<'job'>(parts.join('-'));
}

const faultInstead = <Value>(ask: () => Promise<Value>): Promise<Result<Value>> =>
  flat(async () => succeed(await ask()));

async function flat<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await ask();
  } catch (error) {
    const code =
      error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
    return fail({
      kind: 'jobs-unavailable',
      reason: code ?? (error instanceof Error ? error.message : 'unknown'),
    });
  }
}
