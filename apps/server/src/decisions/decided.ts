import { contentHash, jsonField, textField, type Json } from '@daero/domain/canonical';
import type { LoggedEvent } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import type { EventId, SiteId } from '@daero/domain/identity';
import type { Actor } from '@daero/domain/product';
import { fail, succeed, type Result } from '@daero/domain/result';
import { instant } from '@daero/domain/time';
import { streams, type Streams } from './streams.ts';

/** What somebody wants to be recorded in a stream. One decision is one event: what it means together stands in one payload. */
export type Request = {
  readonly stream: string;
  readonly by: Actor;
  readonly type: string;
  readonly payload: { readonly reason: string; readonly [field: string]: Json };
  /** How many events of the stream the caller had seen when they decided; null where they need not have seen any. */
  readonly expected: number | null;
  /** The same key is the same request, however often it is sent. */
  readonly key: string;
  /** The evidence repository that it belongs to, or null. */
  readonly project: string | null;
};

export type Recorded = { readonly eventId: string; readonly version: number };

export type DecisionLog = Streams & {
  /** Records it if `allows` finds that the stream, as it stands, permits it. */
  readonly decide: (
    request: Request,
    allows: (events: readonly LoggedEvent[]) => Result<unknown>,
  ) => Promise<Result<Recorded>>;
};

/**
 * Decisions of one room in the one log: read the stream, ask the rules, append.
 *
 * The n-th event of a stream has the idempotency key `stream#n`, so the log itself lets only one writer have it, in
 * whatever process: who comes second is told that the stream has moved, and nothing is lost.
 */
export function decisionLog(
  events: EventLog,
  { site, types, newEventId }: { site: SiteId; types: readonly string[]; newEventId: () => EventId },
): DecisionLog {
  const read = streams(events, site, types);

  return {
    ...read,
    decide: async (request, allows) => {
      const { stream, by, type, payload, expected, key, project } = request;
      const found = await read.of(stream);
      if (!found.ok) return found;
      const hash = contentHash({ type, payload });
      const earlier = found.value.findIndex((event) => keyOf(event) === key);
      if (earlier >= 0) return again(found.value, earlier, { key, hash });
      const now = found.value.length;
      const moved = (at: number): Result<never> =>
        fail({ kind: 'stream-moved', stream, expected: expected ?? now, now: at });
      if (expected !== null && expected !== now) return moved(now);
      const allowed = allows(found.value);
      if (!allowed.ok) return allowed;

      const eventId = newEventId();
      const appended = await events.append([
        {
          ...{ eventId, type, schemaVersion: 1, site, subject: null, encounter: null, subjectRef: null },
          occurredAt: instant(new Date().toISOString()),
          clock: { source: 'unknown', skewMs: null },
          actor: by,
          ...{ device: null, arm: null, study: project, causeId: null, correlationId: stream },
          idempotencyKey: placeKey(stream, now + 1),
          payload: { ...payload, request: { key, hash } },
        },
      ]);
      if (!appended.ok) return appended;
      const [answer] = appended.value;
      if (answer?.answer === 'refused')
        return answer.fault.kind === 'idempotency-key-reused' ? moved(now + 1) : fail(answer.fault);
      return succeed({ eventId, version: now + 1 });
    },
  };
}

/** The key of the n-th event of a stream. */
export const placeKey = (stream: string, place: number): string => `${stream}#${place}`;

const keyOf = ({ payload }: LoggedEvent): string | null => textField(jsonField(payload, 'request'), 'key');

function again(
  events: readonly LoggedEvent[],
  at: number,
  { key, hash }: { readonly key: string; readonly hash: string },
): Result<Recorded> {
  const event = events[at];
  const same = event !== undefined && textField(jsonField(event.payload, 'request'), 'hash') === hash;
  return same
    ? succeed({ eventId: event.eventId, version: at + 1 })
    : fail({ kind: 'request-key-reused', key });
}
