import type { Json } from '@daero/domain/canonical';
import type { Clock } from '@daero/domain/event';
import type { AppendAnswer, EventLog } from '@daero/domain/event-log';
import type { EventId, SiteId } from '@daero/domain/identity';
import type { Actor } from '@daero/domain/product';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Instant } from '@daero/domain/time';

/** Who corrects or erases which event, why, and when they decided it. */
export type Change = {
  readonly site: SiteId;
  readonly target: EventId;
  readonly eventId: EventId; // of the change itself
  readonly by: Actor;
  readonly at: Instant;
  readonly clock: Clock;
  readonly reason: string;
  readonly idempotencyKey: string;
};

/** Records that an event says something else. The first record stays as it is; readers of the current view see the last correction. */
export const supersede = (log: EventLog, change: Change, replacement: Json): Promise<Result<AppendAnswer>> =>
  record(log, change, 'record.corrected', { corrects: change.target, replacement, reason: change.reason });

/** Takes an event out of the current view for good. */
export const erase = (log: EventLog, change: Change): Promise<Result<AppendAnswer>> =>
  record(log, change, 'record.erased', { erases: change.target, reason: change.reason });

async function record(
  log: EventLog,
  change: Change,
  type: string,
  payload: Json,
): Promise<Result<AppendAnswer>> {
  const found = await log.read({ site: change.site, eventIds: [change.target] });
  if (!found.ok) return found;
  const [target] = found.value.events;
  if (target === undefined) return fail({ kind: 'event-corrected-missing', entry: 1 });

  const { subject, encounter, subjectRef, study, correlationId } = target;
  const { site, eventId, at: occurredAt, clock, by: actor, idempotencyKey } = change;
  const about = { site, subject, encounter, subjectRef, study, correlationId, causeId: target.eventId };
  const appended = await log.append([
    {
      ...about,
      eventId,
      type,
      schemaVersion: 1,
      occurredAt,
      clock,
      actor,
      device: null,
      arm: null,
      idempotencyKey,
      payload,
    },
  ]);
  if (!appended.ok) return appended;
  const [answer] = appended.value;
  if (answer === undefined) throw new Error('a log answers for every event');
  return succeed(answer);
}
