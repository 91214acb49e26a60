import type { Json } from './canonical.ts';
import type { Id } from './identity.ts';
import type { Fault, Result } from './result.ts';

export type JobId = Id<'job'>;

export type JobProgress = { readonly done: number; readonly of: number; readonly step: string };

export const jobStates = ['waiting', 'working', 'done', 'failed', 'cancelled'] as const;

export type JobStatus = {
  readonly jobId: JobId;
  readonly kind: string;
  readonly state: (typeof jobStates)[number];
  readonly attempts: number;
  readonly progress: JobProgress | null;
  /** What the handler gave, once done. */
  readonly output: Json;
  /** Why it failed, once failed. */
  readonly fault: Fault | null;
};

/** The part of an AbortSignal that core may know. */
export type StopSignal = {
  readonly aborted: boolean;
  readonly addEventListener: (type: 'abort', listener: () => void) => void;
};

/** What a handler is given. It may run again after a crash, so it skips what it finds done and writes by content. */
export type Work = {
  readonly jobId: JobId;
  readonly input: Json;
  /** 1 at first; more when another worker died over it or it was resumed. */
  readonly attempt: number;
  readonly report: (progress: JobProgress) => Promise<void>;
  /** Aborted when the job is cancelled or the worker stops. */
  readonly signal: StopSignal;
};

export type JobQueue = {
  /** The same kind and key is the same job, however often it is asked for. */
  readonly enqueue: (
    kind: string,
    input: Json,
    options: { readonly idempotencyKey: string },
  ) => Promise<Result<JobId>>;
  readonly work: (kind: string, handler: (work: Work) => Promise<Result<Json>>) => Promise<Result<void>>;
  readonly cancel: (jobId: JobId) => Promise<Result<void>>;
  /** Puts a cancelled or failed job back; what it had finished stays finished. */
  readonly resume: (jobId: JobId) => Promise<Result<void>>;
  readonly status: (jobId: JobId) => Promise<Result<JobStatus>>;
  readonly close: () => Promise<void>;
};
