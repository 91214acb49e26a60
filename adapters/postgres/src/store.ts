import type { EventLog } from '@daero/domain/event-log';
import { id, type EventId } from '@daero/domain/identity';
import { succeed, type Result } from '@daero/domain/result';
import { instant, type Instant } from '@daero/domain/time';
import { Kysely, PostgresDialect } from 'kysely';
import { monotonicFactory } from 'ulid';
import { connect } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { postgresLog } from './event-log.ts';
import type { Schema } from './schema.ts';

export type Store = {
  readonly events: EventLog;
  /** For the job queue and for further connections; it holds the password. */
  readonly url: string;
  readonly sql: Kysely<Schema>;
  /** Something the operator should be told at start. */
  readonly note: string | null;
  readonly close: () => Promise<void>;
};

const wallClock = (): Instant => instant(new Date().toISOString());

/** The store: an embedded PostgreSQL in a folder that this process then owns, or a PostgreSQL 15+ by its address. */
export async function openStore(
  where: { readonly folder: string } | { readonly url: string },
  now: () => Instant = wallClock,
): Promise<Result<Store>> {
  if ('url' in where) return opened(where.url, now);
  const server = await startEmbedded({ folder: where.folder });
  if (!server.ok) return server;
  const { url, note, stop } = server.value;
  const store = await opened(url, now);
  if (!store.ok) {
    await stop();
    return store;
  }
  const close = async (): Promise<void> => {
    await store.value.close();
    await stop();
  };
  return succeed({ ...store.value, note, close });
}

async function opened(url: string, now: () => Instant): Promise<Result<Store>> {
  const pool = await connect(url);
  if (!pool.ok) return pool;
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool.value }) });
  const close = async (): Promise<void> => {
    await database.destroy();
    if (!pool.value.ended) await pool.value.end(); // kysely ends a pool only once it has used it
  };
  return succeed({ events: postgresLog(database, now), url, sql: database, note: null, close });
}

const next = monotonicFactory();
/** A new ULID, later than all that this process made before. */
export const newEventId = (): EventId => id<'event'>(next());
