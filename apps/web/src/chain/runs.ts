import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { api, listen } from '../api.ts';
import type { Progress } from '../api-types.ts';
import type { RunFacts } from '../parts/run-progress.tsx';

/** Runs live outside the pages: leaving a page never stops one, and the bar on top goes on counting. */
export type KnownRun = { readonly run: string; readonly project: string; readonly facts: RunFacts };

const place = 'daero.runs';
let known: readonly KnownRun[] = [];
const listeners = new Set<() => void>();
const set = (next: readonly KnownRun[]): void => {
  known = next;
  try {
    sessionStorage.setItem(place, JSON.stringify(next.map(({ run, project }) => ({ run, project }))));
  } catch {
    // Without storage a reload forgets the run; the server does not.
  }
  for (const listener of listeners) listener();
};

const fresh: RunFacts = { state: 'queued', done: 0, total: 0, log: [], secondsLeft: null, lost: false };
const ended = (facts: RunFacts): boolean => ['done', 'failed', 'cancelled'].includes(facts.state);

/** Half and one and a half times what the pace so far suggests: a range, because chunks differ. */
function left(progress: Progress, seconds: number): RunFacts['secondsLeft'] {
  if (progress.done === 0 || progress.state !== 'running') return null;
  const expected = (seconds / progress.done) * (progress.total - progress.done);
  return { low: Math.max(1, Math.round(expected * 0.6)), high: Math.max(2, Math.ceil(expected * 1.6)) };
}

const update = (run: string, change: (facts: RunFacts) => RunFacts): void =>
  set(known.map((one) => (one.run === run ? { ...one, facts: change(one.facts) } : one)));

function follow(run: string, onEnd: (project: string) => void): void {
  const startedAt = performance.now();
  let doneBefore: number | null = null;
  listen(
    run,
    (progress) => {
      doneBefore ??= progress.done;
      const seconds = (performance.now() - startedAt) / 1000;
      update(run, (facts) => ({
        state: progress.state,
        done: progress.done,
        total: progress.total,
        log: [{ step: progress.step, message: progress.message }, ...facts.log].slice(0, 200),
        secondsLeft: left(
          { ...progress, done: progress.done - (doneBefore ?? 0), total: progress.total - (doneBefore ?? 0) },
          seconds,
        ),
        lost: false,
      }));
      const project = known.find((one) => one.run === run)?.project;
      if (project !== undefined && ['done', 'failed', 'cancelled'].includes(progress.state)) onEnd(project);
    },
    () => update(run, (facts) => ({ ...facts, lost: !ended(facts) })),
  );
}

const track = (run: string, project: string, onEnd: (project: string) => void): void => {
  set([...known.filter((one) => one.project !== project), { run, project, facts: fresh }]);
  follow(run, onEnd);
};

export const runs = {
  start: async (project: string, reason: string, onEnd: (project: string) => void): Promise<void> => {
    const { run } = await api.build(project, reason);
    track(run, project, onEnd);
  },
  cancel: (run: string, reason: string): Promise<void> => api.cancel(run, reason),
  /** A build that someone else, or the command line's server, has under way. */
  watch: (run: string, project: string, onEnd: (project: string) => void): void => {
    if (!known.some((one) => one.run === run)) track(run, project, onEnd);
  },
  resume: async (run: string, reason: string, onEnd: (project: string) => void): Promise<void> => {
    await api.resume(run, reason);
    update(run, (facts) => ({ ...facts, state: 'queued' }));
    follow(run, onEnd);
  },
  forget: (run: string): void => set(known.filter((one) => one.run !== run)),
  /** After a reload: what this tab had under way. */
  restore: (onEnd: (project: string) => void): void => {
    if (known.length > 0) return;
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]');
      if (!Array.isArray(kept)) return;
      const rows: readonly unknown[] = kept;
      for (const one of rows) {
        if (typeof one !== 'object' || one === null || !('run' in one) || !('project' in one)) continue;
        track(String(one.run), String(one.project), onEnd);
      }
    } catch {
      // Nothing was kept.
    }
  },
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useRuns = (): readonly KnownRun[] => useSyncExternalStore(subscribe, () => known);
export const isGoing = ({ facts }: KnownRun): boolean => !ended(facts) && facts.state !== 'paused';

/** Once a run ends, everything known of its project is asked again. */
export function useRefresh(): (project: string) => void {
  const client = useQueryClient();
  return useCallback(
    (project) => {
      void client.invalidateQueries({ queryKey: ['project', project] });
      void client.invalidateQueries({ queryKey: ['projects'] });
      void client.invalidateQueries({ queryKey: ['work'] });
    },
    [client],
  );
}
