import type { Json } from './canonical.ts';
import type { EventId, SiteId, SubjectId } from './identity.ts';
import type { Actor, DeviceVersion } from './product.ts';
import type { Instant } from './time.ts';

/** Where the time of an event came from: an analysis that compares two clocks must know. */
export const clockSources = ['ntp', 'hospital-system', 'device', 'hand', 'unknown'] as const;
export type Clock = {
  readonly source: (typeof clockSources)[number];
  /** How far the clock was ahead of true time when it was last compared; `null` when nobody compared it. */
  readonly skewMs: number | null;
};

/** What the deployment did with results at that moment; a silent arm computes and shows nobody. */
export const arms = ['off', 'silent', 'shown'] as const;
export type Arm = (typeof arms)[number];

/**
 * What a sender says happened. Only events of care carry a subject, and the subject is a pseudonym.
 * A re-sent event keeps its idempotency key; its id, clock and cause may have been made anew.
 */
export type EventDraft = {
  readonly eventId: EventId; // a ULID
  readonly type: string;
  readonly schemaVersion: number;
  readonly site: SiteId;
  readonly subject: SubjectId | null;
  readonly encounter: string | null;
  /** The study, image or time window within the subject that the event is about. */
  readonly subjectRef: string | null;
  readonly occurredAt: Instant;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly device: Pick<
    DeviceVersion,
    'deviceId' | 'version' | 'udiDi' | 'modelHash' | 'thresholdSetId'
  > | null;
  readonly arm: Arm | null;
  /** The study or protocol under which it was recorded. */
  readonly study: string | null;
  /** The event that led to this one; it may arrive later. */
  readonly causeId: EventId | null;
  /** One opportunity for the device: all events of it share this. */
  readonly correlationId: string | null;
  readonly idempotencyKey: string;
  readonly payload: Json;
};

/** An event as the log keeps it. Nothing here ever changes; a correction is another event. */
export type LoggedEvent = EventDraft & {
  /** 1, 2, 3 ... within the site, without gaps. */
  readonly position: number;
  /** When the log took it; never earlier than the one before it. */
  readonly recordedAt: Instant;
  readonly payloadHash: string;
  /** The hash of the event before it at the site; 64 zeros for the first. */
  readonly previousHash: string;
  /** SHA-256 of the canonical JSON of all the above but the payload, for which its hash stands. */
  readonly hash: string;
};
