import { fail, succeed, type Result } from '@daero/domain/result';
import type pg from 'pg';
import { migrations } from './migrations.ts';

export type DatabaseNewer = {
  readonly kind: 'database-newer';
  readonly found: number;
  readonly known: number;
};

/**
 * Brings the schema to the version this program knows, in one transaction and one process at a time.
 * A database that a later program has changed is left alone.
 */
export async function migrate(
  client: pg.ClientBase,
  steps = migrations,
): Promise<Result<number, DatabaseNewer>> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('daero schema'))`);
    await client.query(`CREATE SCHEMA IF NOT EXISTS daero`);
    await client.query(`CREATE TABLE IF NOT EXISTS daero.schema_version (
      version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    const { rows } = await client.query<{ found: number }>(
      'SELECT coalesce(max(version), 0) AS found FROM daero.schema_version',
    );
    const found = rows[0]?.found ?? 0;
    if (found > steps.length) {
      await client.query('ROLLBACK');
      return fail({ kind: 'database-newer', found, known: steps.length });
    }
    for (const [place, step] of steps.entries()) {
      if (place < found) continue;
      await client.query(step.sql);
      await client.query('INSERT INTO daero.schema_version (version, name) VALUES ($1, $2)', [
        place + 1,
        step.name,
      ]);
    }
    await client.query('COMMIT');
    return succeed(steps.length);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
