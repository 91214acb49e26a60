import type { Shape } from '@daero/domain/shape';
import { z } from 'zod';
import { momentSchema, textSchema } from './chain.ts';
import { daySchema, groundsSchema, named } from './pathway-parts.ts';
import { caseEventRowSchema } from './pathway.ts';

/** Parts that several answers about calls and projects share. Amounts are whole won, shares parts of ten thousand. */
export const wonSchema = z.int();
export const count = z.int().min(0);
export const shareSchema = z.int();
export const list = <Of extends z.ZodType>(of: Of) => z.array(of).readonly();
export const record = <Fields extends z.ZodRawShape>(fields: Fields) => z.strictObject(fields).readonly();
/** Typed as in `domain/shape`: the full forms are TypeScript's to check. */
export const drawnSchema = z
  .custom<Shape>((value) => typeof value === 'object' && value !== null && 'shape' in value)
  .meta({ type: 'object', description: 'a shape of core/domain/src/shape.ts' });

export const memberSchema = record({
  party: named,
  kind: named,
  size: named,
  region: named,
  role: named,
  grant: wonSchema,
  ownCash: wonSchema,
  ownKind: wonSchema,
  share: shareSchema.describe('of all the money of the project'),
});

export const lineSchema = record({
  lineId: z.string(),
  year: z.int(),
  category: named,
  party: named,
  text: textSchema,
  grant: wonSchema,
  ownCash: wonSchema,
  ownKind: wonSchema,
});

export const knownTermsSchema = record({ text: textSchema, since: z.string(), grounds: groundsSchema });

export const trailRowSchema = caseEventRowSchema;

/** One field that a person fills in; its path names the place in the change. */
const actFieldSchema = record({
  path: z.string(),
  label: textSchema,
  hint: textSchema.nullable(),
  /** A percent is typed as such and kept in parts of ten thousand. */
  kind: z.enum(['text', 'day', 'won', 'whole', 'number', 'percent', 'choice', 'many', 'ordered', 'json']),
  required: z.boolean(),
  /** Values are JSON texts, so that a number or a place with two parts stays what it is. */
  options: list(record({ value: z.string(), label: textSchema })),
  initial: z.string(),
});

/** An act that the rules and the caller's key allow to be tried now. What it asks is all that is missing in `change`. */
export const actSchema = record({
  key: z.string(),
  group: named,
  label: textSchema,
  consequence: textSchema,
  afterwards: textSchema,
  change: z.looseObject({ type: z.string() }),
  fields: list(actFieldSchema),
});

export const signedActSchema = {
  on: daySchema,
  reason: z.string().trim().min(1).max(2000),
  source: z.string().trim().min(1).max(2000).nullable(),
  signedBy: z.string().trim().min(1).max(100),
  /** How many events of the stream the person had before them. */
  expected: count,
  request: z
    .string()
    .regex(/^[A-Za-z0-9._:-]{8,100}$/)
    .describe('made anew for each act; the same again is the same act, and becomes the id of its event'),
};
export const recordedSchema = record({ eventId: z.string(), version: count });

export type ActView = z.output<typeof actSchema>;
export type ActField = z.output<typeof actFieldSchema>;
export type MemberView = z.output<typeof memberSchema>;
export type TrailRow = z.output<typeof trailRowSchema>;
export { daySchema, groundsSchema, momentSchema, named, textSchema };
