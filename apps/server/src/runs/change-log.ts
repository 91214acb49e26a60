import type { Json } from '@daero/domain/canonical';
import type { LoggedEvent } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import { id, type EventId, type SiteId } from '@daero/domain/identity';
import type { Actor } from '@daero/domain/product';
import { succeed, type Result } from '@daero/domain/result';
import { instant } from '@daero/domain/time';

/** What this server and its workers record of themselves. */
export const changeTypes = [
  'access.signed-in',
  'access.signed-out',
  'build.started',
  'build.cancelled',
  'build.resumed',
  'build.finished',
  'intake.recorded',
] as const;
export type ChangeType = (typeof changeTypes)[number];

export type Change = {
  readonly type: ChangeType;
  readonly by: Actor;
  readonly reason: string;
  readonly project: string | null;
  readonly facts: Readonly<Record<string, Json>>;
  /** The same key is the same change, however often it is recorded. */
  readonly key?: string;
};

export type ChangeLog = {
  readonly record: (change: Change) => Promise<Result<void>>;
  /** Every change so far, in the order of the log; what is known already is not read again. */
  readonly changes: () => Promise<Result<readonly LoggedEvent[]>>;
};

/** The changes of state in the one log: who, when, why. Nothing in them is about a patient. */
export function changeLog(events: EventLog, site: SiteId, newEventId: () => EventId): ChangeLog {
  let known: readonly LoggedEvent[] = [];
  let reading: Promise<Result<readonly LoggedEvent[]>> | null = null;

  const readOn = async (): Promise<Result<readonly LoggedEvent[]>> => {
    for (;;) {
      const after = known.at(-1)?.position ?? 0;
      const page = await events.read({ site, types: changeTypes, after });
      if (!page.ok) return page;
      known = [...known, ...page.value.events];
      if (page.value.next === null) return succeed(known);
    }
  };

  return {
    changes: () => (reading ??= readOn().finally(() => (reading = null))),
    record: async ({ type, by, reason, project, facts, key }) => {
      const eventId = newEventId();
      const appended = await events.append([
        {
          ...{ eventId, type, schemaVersion: 1, site, subject: null, encounter: null, subjectRef: null },
          occurredAt: instant(new Date().toISOString()),
          clock: { source: 'unknown', skewMs: null },
          actor: by,
          ...{ device: null, arm: null, study: project, causeId: null, correlationId: null },
          idempotencyKey: key ?? `change-${eventId}`,
          payload: { ...facts, reason, project },
        },
      ]);
      if (!appended.ok) return appended;
      const [answer] = appended.value;
      return answer?.answer === 'refused' ? { ok: false, fault: answer.fault } : succeed(undefined);
    },
  };
}

/** The server itself, where nobody asked. */
export const itself: Actor = { personId: id<'person'>('daero'), role: 'operator' };

export function factOf(event: LoggedEvent, name: string): string {
  const { payload } = event;
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return '';
  const fact = Object.entries(payload).find(([field]) => field === name)?.[1];
  return typeof fact === 'string' ? fact : '';
}
