import { openJobs } from '@daero/jobs/jobs';
import { id } from '@daero/domain/identity';
import { succeed, type Result } from '@daero/domain/result';
import { newEventId, openStore } from '@daero/postgres/store';
import { drawsJob, drawsKind } from './economics/draws-job.ts';
import { buildJob, buildKind } from './runs/build-job.ts';
import { changeLog } from './runs/change-log.ts';

export type Worker = { readonly close: () => Promise<void> };

/** Takes jobs from a PostgreSQL until closed. What is under way then goes back to the queue and on from where it was. */
export async function runWorker(databaseUrl: string, site: string): Promise<Result<Worker>> {
  const store = await openStore({ url: databaseUrl });
  if (!store.ok) return store;
  const jobs = await openJobs(databaseUrl);
  if (!jobs.ok) {
    await store.value.close();
    return jobs;
  }
  const close = async (): Promise<void> => {
    await jobs.value.close();
    await store.value.close();
  };
  const changes = changeLog(store.value.events, id<'site'>(site), newEventId);
  const taking = await jobs.value.work(buildKind, buildJob(changes));
  const drawing = await jobs.value.work(drawsKind, drawsJob);
  for (const begun of [taking, drawing])
    if (!begun.ok) {
      await close();
      return begun;
    }
  return succeed({ close });
}
