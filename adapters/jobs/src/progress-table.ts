import type { JobId, JobProgress } from '@daero/domain/job-queue';
import type { Db } from 'pg-boss';

/** What pg-boss does not keep: the kind of a job by its id alone, and how far it is. */
export type ProgressTable = {
  readonly add: (jobId: JobId, kind: string) => Promise<void>;
  readonly kindOf: (jobId: JobId) => Promise<string | null>;
  readonly report: (jobId: JobId, progress: JobProgress) => Promise<void>;
  readonly progressOf: (jobId: JobId) => Promise<JobProgress | null>;
};

type Row = {
  readonly kind: string;
  readonly done: number | null;
  readonly of: number | null;
  readonly step: string | null;
};

export async function progressTable(database: Db): Promise<ProgressTable> {
  // Two workers that start at once must not both make it: CREATE ... IF NOT EXISTS can still collide.
  await database.executeSql(`DO $$ BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('daero job progress'));
    CREATE SCHEMA IF NOT EXISTS daero_job_progress;
    CREATE TABLE IF NOT EXISTS daero_job_progress.job (
      job_id uuid PRIMARY KEY, kind text NOT NULL, done double precision, "of" double precision, step text);
  END $$`);
  const rowOf = async (jobId: JobId): Promise<Row | null> => {
    const text = 'SELECT kind, done, "of", step FROM daero_job_progress.job WHERE job_id = $1';
    const { rows }: { rows: Row[] } = await database.executeSql(text, [jobId]);
    return rows[0] ?? null;
  };
  return {
    add: async (jobId, kind) => {
      const text = 'INSERT INTO daero_job_progress.job (job_id, kind) VALUES ($1, $2) ON CONFLICT DO NOTHING';
      await database.executeSql(text, [jobId, kind]);
    },
    kindOf: async (jobId) => (await rowOf(jobId))?.kind ?? null,
    report: async (jobId, { done, of, step }) => {
      const text = 'UPDATE daero_job_progress.job SET done = $2, "of" = $3, step = $4 WHERE job_id = $1';
      await database.executeSql(text, [jobId, done, of, step]);
    },
    progressOf: async (jobId) => {
      const row = await rowOf(jobId);
      if (row === null || row.done === null || row.of === null || row.step === null) return null;
      return { done: row.done, of: row.of, step: row.step };
    },
  };
}
