import type { Json } from '@daero/domain/canonical';
import type { EventLog, ReadQuery } from '@daero/domain/event-log';
import { succeed, type Result } from '@daero/domain/result';
import { currentView, type StandingEvent } from './current-view.ts';

/** An event as a row of a table: the columns of every event, and a column `payload.<name>` for each plain field it carries. */
export type EventRow = Readonly<Record<string, string | number | null>>;

/** The columns that every event has. */
export const eventColumns = [
  'site',
  'subject',
  'occurred_at',
  'recorded_at',
  'event_id',
  'type',
  'position',
] as const;

export function eventRow({ event, payload }: StandingEvent): EventRow {
  return {
    site: event.site,
    subject: event.subject,
    occurred_at: event.occurredAt,
    recorded_at: event.recordedAt,
    event_id: event.eventId,
    type: event.type,
    position: event.position,
    ...plainFields(payload, 'payload'),
  };
}

/** Nested fields by their path; a list is not plain and is left out: a row cannot hold it without losing its order. */
function plainFields(value: Json, path: string): EventRow {
  if (typeof value === 'boolean') return { [path]: value ? 1 : 0 };
  if (value === null || typeof value === 'number' || typeof value === 'string') return { [path]: value };
  if (Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => Object.entries(plainFields(inner, `${path}.${name}`))),
  );
}

/** The log as it stands, corrections applied, as rows in log order; the first fault ends it. */
export async function* eventRows(log: EventLog, query: ReadQuery): AsyncGenerator<Result<EventRow>> {
  for (let after: number | null = query.after ?? 0; after !== null;) {
    const page = await currentView(log, { ...query, after });
    if (!page.ok) {
      yield page;
      return;
    }
    for (const event of page.value.events) yield succeed(eventRow(event));
    after = page.value.next;
  }
}
