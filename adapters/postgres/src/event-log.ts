import type { LoggedEvent } from '@daero/domain/event';
import type { AppendAnswer, EventLog, Page, ReadQuery } from '@daero/domain/event-log';
import type { SiteId } from '@daero/domain/identity';
import { fail, succeed, type Result } from '@daero/domain/result';
import { instant, type Instant } from '@daero/domain/time';
import { admit, lookups } from '@daero/registry/events/admit';
import { emptyChain, type ChainEnd } from '@daero/registry/events/chain';
import { checkDraft, type CheckedDraft } from '@daero/registry/events/check';
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import { hash } from 'node:crypto';
import { reasonOf } from './connect.ts';
import { fromRow, toRow } from './event-row.ts';
import { grouped } from './grouped.ts';
import type { EventTable, Schema } from './schema.ts';

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

const mostInOneWrite = 2000;

/** The event log in PostgreSQL. An answer is given after COMMIT and not before. */
export function postgresLog(database: Kysely<Schema>, now: () => Instant): EventLog {
  const writers = new Map<
    SiteId,
    (checked: readonly CheckedDraft[]) => Promise<Result<readonly AppendAnswer[]>>
  >();
  const writerOf = (
    site: SiteId,
  ): ((checked: readonly CheckedDraft[]) => Promise<Result<readonly AppendAnswer[]>>) => {
    const known = writers.get(site);
    if (known !== undefined) return known;
    const made = grouped(
      (checked: readonly CheckedDraft[]) => write(database, site, checked, now),
      mostInOneWrite,
    );
    writers.set(site, made);
    return made;
  };

  return {
    append: async (batch) => {
      const answers: AppendAnswer[] = [];
      const bySite = new Map<SiteId, CheckedDraft[]>();
      batch.forEach((outside, place) => {
        const checked = checkDraft(outside, place + 1, sha256);
        if (!checked.ok) {
          answers[place] = { answer: 'refused', fault: checked.fault };
          return;
        }
        const { site } = checked.value.draft;
        const same = bySite.get(site);
        if (same === undefined) bySite.set(site, [checked.value]);
        else same.push(checked.value);
      });
      const written = await Promise.all(
        [...bySite].map(async ([site, checked]) => ({ checked, given: await writerOf(site)(checked) })),
      );
      for (const { checked, given } of written) {
        if (!given.ok) return given;
        given.value.forEach((answer, place) => (answers[(checked[place]?.entry ?? 0) - 1] = answer));
      }
      return succeed(answers);
    },
    read: (query) => faultInstead(() => readPage(database, query)),
    head: (site) =>
      faultInstead(async () => {
        const end = await endOf(database, site);
        return end.position === 0 ? null : { position: end.position, hash: end.hash };
      }),
  };
}

async function faultInstead<Value>(ask: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return succeed(await ask());
  } catch (error) {
    return fail({ kind: 'log-unavailable', reason: reasonOf(error) });
  }
}

/** One transaction of the site's only writer. Read committed: the end of the chain is read after the seat is taken. */
const write = (
  database: Kysely<Schema>,
  site: SiteId,
  checked: readonly CheckedDraft[],
  now: () => Instant,
): Promise<Result<readonly AppendAnswer[]>> =>
  faultInstead(() =>
    database
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (within) => {
        await sql`SELECT pg_advisory_xact_lock(hashtext('daero event writer'), hashtext(${site}))`.execute(
          within,
        );
        const end = await endOf(within, site);
        const found = end.position === 0 ? [] : await related(within, site, checked);
        const { answers, stored } = admit(checked, end, found, now(), sha256);
        if (stored.length > 0) {
          const rows = JSON.stringify(stored.map(toRow));
          await sql`INSERT INTO daero.event SELECT * FROM json_populate_recordset(null::daero.event, ${rows}::json)`.execute(
            within,
          );
        }
        return answers;
      }),
  );

async function endOf(database: Kysely<Schema>, site: SiteId): Promise<ChainEnd> {
  const last = await database
    .selectFrom('daero.event')
    .select(['position', 'hash', 'recorded_at'])
    .where('site', '=', site)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return emptyChain;
  return {
    position: Number(last.position),
    hash: last.hash,
    recordedAt: instant(last.recorded_at.toISOString()),
  };
}

/**
 * Stored events that share a key or an id with the drafts. One index probe a draft: with stale statistics PostgreSQL
 * answers `key = ANY (list)` by reading the whole site, which grows with the log.
 */
async function related(
  within: Transaction<Schema>,
  site: SiteId,
  checked: readonly CheckedDraft[],
): Promise<readonly LoggedEvent[]> {
  const { keys, eventIds } = lookups(checked);
  const { rows } = await sql<Selectable<EventTable>>`
    SELECT event.* FROM unnest(${keys}::text[]) AS wanted (key)
      CROSS JOIN LATERAL (SELECT * FROM daero.event WHERE site = ${site} AND idempotency_key = wanted.key LIMIT 1) AS event
    UNION ALL
    SELECT event.* FROM unnest(${eventIds}::text[]) AS wanted (id)
      CROSS JOIN LATERAL (SELECT * FROM daero.event WHERE site = ${site} AND event_id = wanted.id LIMIT 1) AS event
  `.execute(within);
  return rows.map(fromRow);
}

async function readPage(database: Kysely<Schema>, query: ReadQuery): Promise<Page> {
  const {
    site,
    subject,
    types,
    eventIds,
    changing,
    occurredFrom,
    occurredBefore,
    recordedUpTo,
    after = 0,
    limit = 1000,
  } = query;
  let rows = database
    .selectFrom('daero.event')
    .selectAll()
    .where('site', '=', site)
    .where(sql<boolean>`position > ${after}`)
    .orderBy('position')
    .limit(limit + 1);
  if (subject !== undefined) rows = rows.where('subject', '=', subject);
  if (types !== undefined) rows = rows.where(sql<boolean>`type = ANY(${types})`);
  if (eventIds !== undefined) rows = rows.where(sql<boolean>`event_id = ANY(${eventIds})`);
  if (changing !== undefined) rows = rows.where(sql<boolean>`changes = ANY(${changing})`);
  if (occurredFrom !== undefined) rows = rows.where(sql<boolean>`occurred_at >= ${occurredFrom}`);
  if (occurredBefore !== undefined) rows = rows.where(sql<boolean>`occurred_at < ${occurredBefore}`);
  if (recordedUpTo !== undefined) rows = rows.where(sql<boolean>`recorded_at <= ${recordedUpTo}`);
  const found = await rows.execute();
  const events = found.slice(0, limit).map(fromRow);
  return { events, next: found.length > limit ? (events.at(-1)?.position ?? null) : null };
}
