import { dateSchema } from '@daero/pathway/case/event';
import { z } from 'zod';
import { textSchema } from './chain.ts';

/** Parts that several answers about cases share: names in both languages, days, and what each statement rests on. */
export const daySchema = dateSchema;
export const dayTypeSchema = z.enum(['working', 'calendar', 'mixed', 'unknown']);
export const named = z.strictObject({ id: z.string(), name: textSchema }).readonly();

/** Where a statement comes from and how far it may be trusted. */
export const groundsSchema = z
  .strictObject({
    confidence: z.enum(['stated', 'inferred', 'press', 'unverified']),
    sources: z
      .array(
        z
          .strictObject({
            id: z.string(),
            title: z.string(),
            publisher: z.string(),
            year: z.int().nullable(),
            url: z.string().nullable(),
            tier: z.enum(['law', 'official', 'journal', 'press', 'expert']),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export const rangeSchema = z
  .strictObject({ level: z.number(), fromOn: daySchema, toOn: daySchema })
  .readonly();

const needSchema = z.strictObject({ stage: named, reason: named }).readonly();

/** A mark of the road: a day that is done, a range that is forecast, or why there is none. */
export const milestoneSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('reached'), on: daySchema }).readonly(),
  z
    .strictObject({
      state: z.literal('forecast'),
      median: daySchema,
      ranges: z.array(rangeSchema).readonly(),
    })
    .readonly(),
  z.strictObject({ state: z.literal('withheld'), needs: z.array(needSchema).readonly() }).readonly(),
  z.strictObject({ state: z.literal('not-on-route') }).readonly(),
]);

export const standingNames = ['authorised', 'gazetted', 'coded', 'bought', 'used'] as const;
export const standingSchema = z
  .strictObject({
    state: z.enum(standingNames),
    name: textSchema,
    on: daySchema.nullable(),
    reference: z.string().nullable(),
    forecast: milestoneSchema.nullable().describe('where the route has a mark for it'),
  })
  .readonly();

export const stageKindSchema = z.enum([
  'regulatory',
  'hta',
  'payer',
  'institution',
  'evidence-window',
  'surveillance',
  'support',
]);

/** A clock of a limit that a law or an authority set itself. */
export const statutoryClockSchema = z
  .strictObject({
    stage: named,
    attempt: z.int(),
    since: daySchema,
    until: daySchema.nullable(),
    dayType: dayTypeSchema,
    countedAs: z.enum(['working', 'calendar']).nullable(),
    countedDays: z.number().nullable(),
    limitDays: z.number().nullable(),
    leftDays: z.number().nullable(),
    overDays: z.number().nullable(),
    stoppedSince: daySchema.nullable(),
    extendedDays: z.number(),
    stoppedDays: z.number(),
    endsOn: daySchema.nullable().describe('if the clock does not stop again'),
    grounds: groundsSchema,
  })
  .readonly();

export const windowClockSchema = z
  .strictObject({
    stage: named,
    fromOn: daySchema,
    toOn: daySchema,
    mostOn: daySchema.nullable(),
    standing: z.enum(['not-begun', 'open', 'expired', 'closed']),
    leftDays: z.int(),
    overDays: z.int(),
    grounds: groundsSchema.nullable(),
  })
  .readonly();

export const spreadSchema = z
  .strictObject({ least: z.number().nullable(), usual: z.number().nullable(), most: z.number().nullable() })
  .readonly();

export type GroundsView = z.output<typeof groundsSchema>;
export type MilestoneView = z.output<typeof milestoneSchema>;
export type StandingView = z.output<typeof standingSchema>;
export type StatutoryClockView = z.output<typeof statutoryClockSchema>;
export type WindowClockView = z.output<typeof windowClockSchema>;
export type Named = z.output<typeof named>;
