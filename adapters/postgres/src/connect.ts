import { fail, succeed, type Result } from '@daero/domain/result';
import pg from 'pg';
import { migrate, type DatabaseNewer } from './migrate.ts';

export type ConnectFault =
  | { readonly kind: 'database-unreachable'; readonly at: string; readonly reason: string }
  | { readonly kind: 'database-not-durable'; readonly setting: string; readonly value: string }
  | { readonly kind: 'database-too-old'; readonly found: string; readonly needed: number }
  | DatabaseNewer;

const needed = 15;
const durable = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** A pool on a database that keeps what it acknowledges and has the schema this program knows, or why not. */
export async function connect(url: string): Promise<Result<pg.Pool, ConnectFault>> {
  const pool = new pg.Pool({ connectionString: url, max: 16, application_name: 'daero' });
  // A connection that breaks fails the query on it and is replaced; as an event it must not end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const ready = await prepare(pool).catch((error: unknown) =>
    fail({ kind: 'database-unreachable' as const, at: placeOf(url), reason: reasonOf(error) }),
  );
  if (ready.ok) return succeed(pool);
  await pool.end();
  return ready;
}

async function prepare(pool: pg.Pool): Promise<Result<number, ConnectFault>> {
  const client = await pool.connect();
  try {
    const fit = await checkServer(client);
    return fit.ok ? await migrate(client) : fit;
  } finally {
    client.release();
  }
}

/** Refuses a server that may lose an acknowledged event in a power cut, and one too old for our SQL. */
async function checkServer(client: pg.ClientBase): Promise<Result<void, ConnectFault>> {
  const show = async (setting: string): Promise<string> => {
    const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`);
    return rows[0]?.[setting] ?? '';
  };
  if (Number(await show('server_version_num')) < needed * 10_000) {
    return fail({ kind: 'database-too-old', found: await show('server_version'), needed });
  }
  for (const setting of durable) {
    const value = await show(setting);
    if (value === 'off') return fail({ kind: 'database-not-durable', setting, value });
  }
  return succeed(undefined);
}

/** Where, without the password. */
function placeOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? hostname}:${port === '' ? '5432' : port}${pathname}`;
}

/** The code of an error. Its text may repeat a value of a row, which may be about a patient. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
