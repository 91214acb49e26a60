import { setTimeout as pause } from 'node:timers/promises';
import type { JobProgress, Work } from '@daero/domain/job-queue';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Json } from '@daero/domain/canonical';
import { id } from '@daero/domain/identity';
import { roles } from '@daero/domain/product';
import { z } from 'zod';
import { buildProject, type BuildReport } from '../project/build-project.ts';
import { openProject } from '../project/open-project.ts';
import type { ChangeLog } from './change-log.ts';

export const buildKind = 'build';

const input = z.strictObject({
  run: z.string(),
  project: z.string(),
  folder: z.string(),
  reason: z.string(),
  by: z.strictObject({ personId: z.string().transform((text) => id<'person'>(text)), role: z.enum(roles) }),
});
export type BuildInput = z.input<typeof input>;

/** Builds a repository as a job. It may be taken up again: what has an output is not computed twice. */
export const buildJob =
  (changes: ChangeLog) =>
  async (work: Work): Promise<Result<Json>> => {
    const asked = input.parse(work.input);
    const report = await build(asked.folder, work);
    const cancelled = !report.ok && work.signal.aborted;
    if (cancelled) return report; // who stopped it, or the worker that goes on, says so in the log
    const outcome = report.ok ? 'complete' : report.fault.kind;
    const recorded = await changes.record({
      type: 'build.finished',
      by: asked.by,
      reason: asked.reason,
      project: asked.project,
      facts: { run: asked.run, outcome, ...(report.ok ? { computed: report.value } : {}) },
      key: `finished-${asked.run}-${work.attempt}`,
    });
    if (!recorded.ok) return recorded;
    return report.ok ? succeed({ computed: report.value }) : report;
  };

async function build(folder: string, work: Work): Promise<Result<number>> {
  const project = await openProject(folder);
  if (!project.ok) return project;
  const tell = latestOnly(work.report);
  const stop = new AbortController();
  work.signal.addEventListener('abort', () => stop.abort());
  if (work.signal.aborted) stop.abort();
  for (;;) {
    const report = await buildProject(project.value, new Map(), {
      step: ({ node, done, total }) => tell({ step: node, done, of: total }),
      rows: (source, rows) => tell({ step: `rows:${source}:${rows}`, done: 0, of: 0 }),
      cancelled: () => stop.signal.aborted,
      cancel: stop.signal,
    });
    if (report.ok) {
      return outcomeOf(report.value);
    }
    if (report.fault.kind !== 'build-running' || stop.signal.aborted) return report;
    // Another build holds the folder, perhaps one that was just told to stop: this one waits its turn.
    tell({ step: 'waiting', done: 0, of: 0 });
    await pause(500);
  }
}

function outcomeOf({ counts, built }: BuildReport): Result<number> {
  const { failed, blocked, computed } = counts;
  if (failed === 0) return succeed(computed);
  const first = built.find(({ state }) => state.at === 'failed')?.node.id ?? '';
  return fail({ kind: 'build-incomplete', failed, blocked, first });
}

/** Passes progress on without holding up the work: what came meanwhile goes as one, the newest. */
function latestOnly(report: Work['report']): (progress: JobProgress) => void {
  let waiting: JobProgress | null = null;
  let busy = false;
  const pass = async (): Promise<void> => {
    busy = true;
    while (waiting !== null) {
      const next = waiting;
      waiting = null;
      await report(next).catch(() => undefined); // progress that is lost is not worth a build
    }
    busy = false;
  };
  return (progress) => {
    waiting = progress;
    if (!busy) void pass();
  };
}
