import type { Json } from '@daero/domain/canonical';
import { arms, clockSources, type EventDraft } from '@daero/domain/event';
import { id, isId } from '@daero/domain/identity';
import { roles } from '@daero/domain/product';
import { fail, succeed, type Result } from '@daero/domain/result';
import { instant } from '@daero/domain/time';
import { z } from 'zod';
import { moment, ulidForm } from './types/parts.ts';
import { firstIssue } from './issue.ts';

const idOf = <Kind extends string>(): z.ZodType<ReturnType<typeof id<Kind>>> =>
  z
    .string()
    .refine(isId, 'an id')
    .transform((text) => id<Kind>(text));
const ulid = z
  .string()
  .regex(ulidForm)
  .transform((text) => id<'event'>(text));
// Indexed columns: PostgreSQL refuses keys above 2,704 bytes, so lengths end here.
const label = z.string().min(1).max(200);

const envelope = z.strictObject({
  eventId: ulid,
  type: z.string().max(100),
  schemaVersion: z.number().int().min(1).max(10_000),
  site: idOf<'site'>(),
  subject: idOf<'subject'>().nullable(),
  encounter: label.nullable(),
  subjectRef: label.nullable(),
  occurredAt: moment.transform(instant),
  clock: z.strictObject({ source: z.enum(clockSources), skewMs: z.number().nullable() }),
  actor: z.strictObject({ personId: idOf<'person'>(), role: z.enum(roles) }),
  device: z
    .strictObject({
      deviceId: idOf<'device'>(),
      version: label,
      udiDi: label.nullable(),
      modelHash: label,
      thresholdSetId: label,
    })
    .nullable(),
  arm: z.enum(arms).nullable(),
  study: label.nullable(),
  causeId: ulid.nullable(),
  correlationId: label.nullable(),
  idempotencyKey: label,
  payload: z.custom<Json>((value) => value !== undefined, 'JSON'), // `storable` has looked at it
});

export type EnvelopeFault = {
  readonly kind: 'event-envelope-wrong';
  readonly entry: number;
  readonly path: string;
  readonly expected: string;
};

/** The door: outside JSON becomes a draft once, here. `entry` is its place in the batch, from 1. */
export function readDraft(outside: unknown, entry: number): Result<EventDraft, EnvelopeFault> {
  const read = envelope.safeParse(outside);
  if (read.success) return succeed(read.data);
  return fail({ kind: 'event-envelope-wrong', entry, ...firstIssue(read.error) });
}
