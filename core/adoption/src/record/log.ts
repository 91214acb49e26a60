import { textField, jsonField, type Json } from '@daero/domain/canonical';
import type { EventDraft } from '@daero/domain/event';
import { id } from '@daero/domain/identity';
import { fail, succeed, type Result } from '@daero/domain/result';
import { instant } from '@daero/domain/time';
import type { z } from 'zod';
import type { Recorded } from './event.ts';

/** Which changes of the log belong together: all of one hospital's adoption, one purchase, one answer book. */
export type Stream = {
  readonly kind: 'adoption' | 'procurement' | 'security';
  readonly streamId: string;
  readonly site: string;
};

/** What an institution decides; all other changes of a record are of the family `case`. */
const decisions: readonly string[] = [
  'decided',
  'withdrawn',
  'awarded',
  'contracted',
  'renewed',
  'cancelled',
];

export const logType = ({ kind }: Stream, change: string): string =>
  `${decisions.includes(change) ? 'decision' : 'case'}.${kind}-${change}`;

/** A change of adoption as the one log takes it. The id of the event must be a ULID there; `at` is when it was written down. */
export function draftOf<Change extends { readonly type: string }>(
  event: Recorded<Change>,
  stream: Stream,
  at: string,
): EventDraft {
  const { eventId, on, by, reason, source, change } = event;
  return {
    eventId: id<'event'>(eventId),
    type: logType(stream, change.type),
    schemaVersion: 1,
    site: id<'site'>(stream.site),
    ...{ subject: null, encounter: null, subjectRef: null },
    occurredAt: instant(at),
    clock: { source: 'unknown', skewMs: null },
    actor: { personId: id<'person'>(by.personId), role: by.role },
    ...{ device: null, arm: null, study: null, causeId: null },
    correlationId: stream.streamId,
    idempotencyKey: `${stream.kind}/${stream.streamId}/${eventId}`,
    payload: { reason, on, source, change: asJson(change) },
  };
}

/** What was parsed from JSON or built from plain records goes back to it; a field left undefined is left out. */
const asJson = (change: unknown): Json => JSON.parse(JSON.stringify(change)) as Json;

/** A change as the log kept it, read once at the door. */
export function readLogged<Event>(
  logged: Pick<EventDraft, 'eventId' | 'actor' | 'payload' | 'occurredAt'>,
  form: z.ZodType<Event>,
): Result<Event> {
  const { eventId, actor, payload, occurredAt } = logged;
  return readEvent(
    {
      ...{ eventId, by: actor, recordedAt: occurredAt },
      on: textField(payload, 'on'),
      reason: textField(payload, 'reason'),
      source: textField(payload, 'source'),
      change: jsonField(payload, 'change'),
    },
    form,
  );
}

/** An event from outside becomes a typed value, or says where it is wrong. */
export function readEvent<Event>(outside: unknown, form: z.ZodType<Event>): Result<Event> {
  const read = form.safeParse(outside);
  if (read.success) return succeed(read.data);
  const issue = read.error.issues[0];
  const named = textField(outside as Json, 'eventId');
  return fail({
    kind: 'adoption-event-form',
    eventId: named ?? '—',
    path: `/${(issue?.path ?? []).map(String).join('/')}`,
    expected: issue?.message ?? '',
  });
}
