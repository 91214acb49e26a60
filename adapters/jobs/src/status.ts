import type { Json } from '@daero/domain/canonical';
import { id } from '@daero/domain/identity';
import type { JobProgress, JobStatus } from '@daero/domain/job-queue';
import { fail, type Fault } from '@daero/domain/result';
import { faultWords, type FaultKind } from '@daero/domain/words/faults';
import type { JobWithMetadata } from 'pg-boss';

type State = JobWithMetadata['state'];

const states: Readonly<Record<State, JobStatus['state']>> = {
  created: 'waiting',
  retry: 'waiting',
  active: 'working',
  completed: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
};

/** A job as pg-boss keeps it, in the words of the port. */
export function statusOf(
  job: Pick<JobWithMetadata<unknown>, 'id' | 'name' | 'state' | 'retryCount' | 'output'>,
  progress: JobProgress | null,
): JobStatus {
  const state = states[job.state];
  const started = job.state === 'created' ? 0 : 1;
  return {
    jobId: id<'job'>(job.id),
    kind: job.name,
    state,
    attempts: job.retryCount + started,
    progress,
    output: state === 'done' ? field(job.output, 'value') : null,
    fault: state === 'failed' ? faultOf(job) : null,
  };
}

const field = (record: unknown, name: string): Json =>
  typeof record === 'object' && record !== null && name in record
    ? ((record as Readonly<Record<string, Json>>)[name] ?? null)
    : null;

/** What the handler said; where there is nothing, workers died over the job until its chances were used up. */
function faultOf(job: Pick<JobWithMetadata<unknown>, 'name' | 'output'>): Fault {
  const said = field(job.output, 'fault');
  const kind = field(said, 'kind');
  if (typeof said === 'object' && said !== null && typeof kind === 'string' && isFaultKind(kind))
    return { ...said, kind };
  const reason = 'its workers died over it';
  return fail({ kind: 'job-crashed', jobKind: job.name, reason }).fault;
}

const isFaultKind = (kind: string): kind is FaultKind => Object.hasOwn(faultWords, kind);
