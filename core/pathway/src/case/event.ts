import { roles } from '@daero/domain/product';
import { isId } from '@daero/domain/identity';
import { isInstant, isoDate, type IsoDate } from '@daero/domain/time';
import { z } from 'zod';
import { transitionKinds } from '../jurisdiction/schema.ts';

/** What happened to a case, who says so, why, on which day, and on what paper it rests. */
const text = z.string().min(1);
const id = z.string().refine(isId, '1-128 letters, digits or ._:-');
export const dateSchema = z.iso.date().transform((on): IsoDate => isoDate(on));
const stage = id;

/** A product, an indication and an act on one route: the same product may have several cases at once. */
export const caseKeySchema = z.strictObject({
  productVersion: text.describe('the device and its version, for example reference-chest@2.1'),
  indication: text,
  act: text.describe('the medical act in which the device is used'),
  route: id,
});

/** "Approved" is five states that are never taken for one another. */
export const standings = ['authorised', 'gazetted', 'coded', 'bought', 'used'] as const;
export type Standing = (typeof standings)[number];

/** Outcomes that a decision may have; a supplement request and an appeal are changes of their own. */
const outcomes = transitionKinds.filter((kind) => kind !== 'supplement-request' && kind !== 'appeal');

export const changeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), key: caseKeySchema, jurisdiction: text, version: text }),
  z.strictObject({ type: z.literal('entered'), stage }),
  z.strictObject({
    type: z.literal('paused'),
    stage,
    because: z.enum(['supplement-requested', 'halted']),
  }),
  z.strictObject({ type: z.literal('resumed'), stage }),
  z.strictObject({ type: z.literal('extended'), stage, days: z.int().min(1) }),
  z.strictObject({
    type: z.literal('decided'),
    stage,
    outcome: z.enum(outcomes),
    to: z.array(id).describe('where it leads: stages that may be entered now, and ends that are reached'),
  }),
  z.strictObject({ type: z.literal('appealed'), stage }),
  z.strictObject({
    type: z.literal('window-opened'),
    stage,
    fromOn: dateSchema,
    toOn: dateSchema.nullable().describe('as gazetted; null for the initial period of the rule'),
  }),
  z.strictObject({ type: z.literal('window-extended'), stage, toOn: dateSchema }),
  z.strictObject({ type: z.literal('reached'), state: z.enum(standings), reference: text }),
  z.strictObject({
    type: z.literal('moved'),
    version: text.describe('the version of the rules from now on'),
  }),
  z.strictObject({
    type: z.literal('annulled'),
    eventId: id.describe('the event that is to count no longer'),
  }),
]);

export const caseEventSchema = z.strictObject({
  eventId: id,
  on: dateSchema.describe('the day on which it happened'),
  recordedAt: z.string().refine(isInstant, 'a moment reads 2026-11-22T05:20:00Z').optional(),
  by: z.strictObject({ personId: id, role: z.enum(roles) }),
  reason: text,
  source: text.nullable().describe('the paper it rests on: a notice, a licence, a letter'),
  change: changeSchema,
});

export type CaseKey = z.output<typeof caseKeySchema>;
export type CaseChange = z.output<typeof changeSchema>;
export type CaseEvent = z.output<typeof caseEventSchema>;
export type ChangeOf<Type extends CaseChange['type']> = Extract<CaseChange, { type: Type }>;
export type Outcome = ChangeOf<'decided'>['outcome'];
