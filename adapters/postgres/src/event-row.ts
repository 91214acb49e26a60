import { arms, clockSources, type LoggedEvent } from '@daero/domain/event';
import { id } from '@daero/domain/identity';
import { roles } from '@daero/domain/product';
import { instant } from '@daero/domain/time';
import { changes } from '@daero/registry/events/admit';
import type { Insertable, Selectable } from 'kysely';
import type { EventTable } from './schema.ts';

export function toRow(event: LoggedEvent): Insertable<EventTable> {
  return {
    site: event.site,
    position: event.position,
    event_id: event.eventId,
    subject: event.subject ?? '',
    type: event.type,
    schema_version: event.schemaVersion,
    encounter: event.encounter,
    subject_ref: event.subjectRef,
    occurred_at: event.occurredAt,
    recorded_at: event.recordedAt,
    clock_source: event.clock.source,
    clock_skew_ms: event.clock.skewMs,
    actor_id: event.actor.personId,
    actor_role: event.actor.role,
    device: event.device,
    arm: event.arm,
    study: event.study,
    cause_id: event.causeId,
    correlation_id: event.correlationId,
    idempotency_key: event.idempotencyKey,
    payload: event.payload,
    payload_hash: event.payloadHash,
    previous_hash: event.previousHash,
    hash: event.hash,
    changes: changes(event),
  };
}

/** Gives back exactly what was logged; if somebody changed the row, the chain will say so. */
export function fromRow(row: Selectable<EventTable>): LoggedEvent {
  return {
    eventId: id<'event'>(row.event_id),
    type: row.type,
    schemaVersion: row.schema_version,
    site: id<'site'>(row.site),
    subject: row.subject === '' ? null : id<'subject'>(row.subject),
    encounter: row.encounter,
    subjectRef: row.subject_ref,
    occurredAt: instant(row.occurred_at.toISOString()),
    clock: { source: oneOf(clockSources, row.clock_source), skewMs: row.clock_skew_ms },
    actor: { personId: id<'person'>(row.actor_id), role: oneOf(roles, row.actor_role) },
    device: deviceOf(row),
    arm: row.arm === null ? null : oneOf(arms, row.arm),
    study: row.study,
    causeId: row.cause_id === null ? null : id<'event'>(row.cause_id),
    correlationId: row.correlation_id,
    idempotencyKey: row.idempotency_key,
    payload: row.payload,
    position: Number(row.position),
    recordedAt: instant(row.recorded_at.toISOString()),
    payloadHash: row.payload_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

function deviceOf({ device, position }: Selectable<EventTable>): LoggedEvent['device'] {
  if (device === null) return null;
  if (typeof device !== 'object' || !('deviceId' in device))
    throw new Error(`no device in event ${position}`);
  const text = (name: string): string => {
    const value = device[name];
    if (typeof value !== 'string') throw new Error(`no ${name} of the device in event ${position}`);
    return value;
  };
  return {
    deviceId: id<'device'>(text('deviceId')),
    version: text('version'),
    udiDi: device['udiDi'] === null ? null : text('udiDi'),
    modelHash: text('modelHash'),
    thresholdSetId: text('thresholdSetId'),
  };
}

function oneOf<const Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((known) => known === word);
  if (found === undefined) throw new Error(`a word that no event may hold: ${word}`);
  return found;
}
