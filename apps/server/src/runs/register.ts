import type { RunView } from '@daero/api/schemas/run';
import { problemOf } from '@daero/api/problem';
import type { LoggedEvent } from '@daero/domain/event';
import type { EventId } from '@daero/domain/identity';
import type { JobId, JobQueue, JobStatus } from '@daero/domain/job-queue';
import type { Actor } from '@daero/domain/product';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { RunStanding } from '../views/project-view.ts';
import { spoken } from '../views/node-facts.ts';
import { buildKind, type BuildInput } from './build-job.ts';
import { factOf, type ChangeLog } from './change-log.ts';
import { nodeAt, progressView } from './progress-words.ts';

/** A build that somebody asked for. The log knows of it before the queue does, so that none is lost between them. */
type Asked = BuildInput & { readonly askedAt: string };

export type Register = {
  /** Where a build of the project is under way, that one is answered. */
  readonly start: (project: string, folder: string, by: Actor, reason: string) => Promise<Result<string>>;
  readonly cancel: (run: string, by: Actor, reason: string) => Promise<Result<null>>;
  readonly resume: (run: string, by: Actor, reason: string) => Promise<Result<null>>;
  readonly view: (run: string) => Promise<Result<RunView>>;
  readonly projectOf: (run: string) => Promise<string | null>;
  readonly standing: (project: string) => Promise<Result<RunStanding & { readonly at: string | null }>>;
  /** After a start: whatever was asked for and has not ended is put to the queue, should it not be there. */
  readonly takeUp: () => Promise<Result<null>>;
};

export function register(queue: JobQueue, log: ChangeLog, newEventId: () => EventId): Register {
  const jobs = new Map<string, JobId>();
  const ended = new Set<string>(); // runs that need not be asked about again; a resumed one leaves it
  const starting = new Map<string, Promise<Result<string>>>();

  const all = async (): Promise<Result<readonly Asked[]>> => {
    const changes = await log.changes();
    return changes.ok
      ? succeed(changes.value.filter(({ type }) => type === 'build.started').map(askedOf))
      : changes;
  };
  const find = async (run: string): Promise<Result<Asked>> => {
    const asked = await all();
    if (!asked.ok) return asked;
    const found = asked.value.find((one) => one.run === run);
    return found === undefined ? fail({ kind: 'run-unknown', run }) : succeed(found);
  };
  const enqueue = async ({ askedAt: _, ...input }: Asked): Promise<Result<JobId>> => {
    const known = jobs.get(input.run);
    if (known !== undefined) return succeed(known);
    const job = await queue.enqueue(buildKind, input, { idempotencyKey: input.run });
    if (job.ok) jobs.set(input.run, job.value);
    return job;
  };
  const statusOf = async (asked: Asked): Promise<Result<JobStatus>> => {
    const job = await enqueue(asked);
    return job.ok ? queue.status(job.value) : job;
  };
  const lastOf = async (project: string): Promise<Result<Asked | null>> => {
    const asked = await all();
    return asked.ok ? succeed(asked.value.findLast((one) => one.project === project) ?? null) : asked;
  };

  const startNew = async (
    project: string,
    folder: string,
    by: Actor,
    reason: string,
  ): Promise<Result<string>> => {
    const last = await lastOf(project);
    if (!last.ok) return last;
    if (last.value !== null) {
      const status = await statusOf(last.value);
      if (!status.ok) return status;
      if (isActive(status.value)) return succeed(last.value.run);
    }
    const run: string = newEventId();
    const facts = { run, folder };
    const recorded = await log.record({
      type: 'build.started',
      by,
      reason,
      project,
      facts,
      key: `started-${run}`,
    });
    if (!recorded.ok) return recorded;
    const job = await enqueue({ run, project, folder, reason, by, askedAt: '' });
    return job.ok ? succeed(run) : job;
  };

  return {
    start: (project, folder, by, reason) => {
      const under = starting.get(project);
      if (under !== undefined) return under;
      const made = startNew(project, folder, by, reason).finally(() => starting.delete(project));
      starting.set(project, made);
      return made;
    },

    cancel: async (run, by, reason) => {
      const asked = await find(run);
      if (!asked.ok) return asked;
      const status = await statusOf(asked.value);
      if (!status.ok) return status;
      if (!isActive(status.value)) return fail({ kind: 'run-not-active', run, state: status.value.state });
      const cancelled = await queue.cancel(status.value.jobId);
      if (!cancelled.ok) return cancelled;
      const recorded = await log.record({
        type: 'build.cancelled',
        by,
        reason,
        project: asked.value.project,
        facts: { run },
      });
      return recorded.ok ? succeed(null) : recorded;
    },

    resume: async (run, by, reason) => {
      const asked = await find(run);
      if (!asked.ok) return asked;
      const job = await enqueue(asked.value);
      if (!job.ok) return job;
      const resumed = await queue.resume(job.value);
      if (!resumed.ok) return resumed;
      ended.delete(run);
      const recorded = await log.record({
        type: 'build.resumed',
        by,
        reason,
        project: asked.value.project,
        facts: { run },
      });
      return recorded.ok ? succeed(null) : recorded;
    },

    view: async (run) => {
      const asked = await find(run);
      if (!asked.ok) return asked;
      const status = await statusOf(asked.value);
      if (!status.ok) return status;
      const { project, by, reason, askedAt } = asked.value;
      const { fault } = status.value;
      const problem = fault === null ? null : problemOf(fault);
      return succeed({
        run,
        project,
        by: by.personId,
        reason,
        askedAt,
        progress: progressView(status.value),
        problem,
      });
    },

    projectOf: async (run) => {
      const asked = await find(run);
      return asked.ok ? asked.value.project : null;
    },

    standing: async (project) => {
      const last = await lastOf(project);
      if (!last.ok) return last;
      if (last.value === null || ended.has(last.value.run))
        return succeed({ active: null, failed: null, at: null });
      const status = await statusOf(last.value);
      if (!status.ok) return status;
      if (isActive(status.value))
        return succeed({ active: last.value.run, failed: null, at: nodeAt(status.value) });
      const { state, fault } = status.value;
      if (state === 'failed' && fault !== null)
        return succeed({ active: null, failed: spoken(fault), at: null });
      ended.add(last.value.run);
      return succeed({ active: null, failed: null, at: null });
    },

    takeUp: async () => {
      const [asked, changes] = [await all(), await log.changes()];
      if (!asked.ok) return asked;
      if (!changes.ok) return changes;
      const over = new Set(
        changes.value.flatMap((one) => (/finished|cancelled/.test(one.type) ? [factOf(one, 'run')] : [])),
      );
      for (const one of asked.value.filter(({ run }) => !over.has(run))) {
        const job = await enqueue(one);
        if (!job.ok) return job;
      }
      return succeed(null);
    },
  };
}

const isActive = ({ state }: JobStatus): boolean => state === 'waiting' || state === 'working';

const askedOf = (event: LoggedEvent): Asked => ({
  run: factOf(event, 'run'),
  project: factOf(event, 'project'),
  folder: factOf(event, 'folder'),
  reason: factOf(event, 'reason'),
  by: event.actor,
  askedAt: event.recordedAt,
});
