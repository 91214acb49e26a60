import { isId } from '@daero/domain/identity';
import { z } from 'zod';
import { dateSchema } from '../case/event.ts';
import { confidences, evidenceKinds } from '../jurisdiction/schema.ts';

/** What somebody takes to be so where the rules are silent: named, with a source and a confidence, and shown with every date. */
const text = z.string().min(1);
const stage = z.string().refine(isId, '1-128 letters, digits or ._:-');
const counted = z.enum(['working', 'calendar']);
const days = z.number().min(0).max(3650);
const spread = { least: days.nullable(), usual: days.nullable(), most: days.nullable() };
const grounds = {
  by: text.describe('who assumes it'),
  source: text.nullable().describe('what it rests on; null for a judgment'),
  confidence: z.enum(confidences),
  reason: text,
};

export const assumptionSchema = z.discriminatedUnion('about', [
  z
    .strictObject({ about: z.literal('days'), stage, ...spread, dayType: counted, ...grounds })
    .describe('how long a stage takes, in place of what the rules say'),
  z
    .strictObject({ about: z.literal('day-type'), stage, dayType: counted, ...grounds })
    .describe('what the days of a stage are counted as, where the rules do not say'),
  z
    .strictObject({ about: z.literal('variant'), stage, variant: text, ...grounds })
    .describe('which form of a stage applies, for example by device class'),
  z
    .strictObject({ about: z.literal('window'), stage, months: z.int().min(1).max(240), ...grounds })
    .describe('how long the use window will be, where it is not the initial period'),
  z
    .strictObject({ about: z.literal('start'), on: dateSchema, ...grounds })
    .describe('when the first stage that waits for nothing will begin'),
  z
    .strictObject({ about: z.literal('resume'), stage, on: dateSchema, ...grounds })
    .describe('when a stopped clock will go on'),
  z
    .strictObject({
      about: z.literal('study'),
      lastPatientIn: z.strictObject({
        least: dateSchema.nullable(),
        usual: dateSchema.nullable(),
        most: dateSchema.nullable(),
      }),
      followUpDays: days,
      reportDays: days.describe('from the last visit to the file that is handed in'),
      ...grounds,
    })
    .describe('the study that gathers evidence in the use window; its days are calendar days'),
  z
    .strictObject({
      about: z.literal('evidence'),
      requirement: text
        .regex(new RegExp(`^[^:]+:(${evidenceKinds.join('|')})$`))
        .describe('for example kr.listing:costEffectiveness'),
      ready: z.strictObject({
        least: dateSchema.nullable(),
        usual: dateSchema.nullable(),
        most: dateSchema.nullable(),
      }),
      ...grounds,
    })
    .describe('when the evidence that a gate asks for will be at hand: the gate is not filed before it'),
]);

export type Assumption = z.output<typeof assumptionSchema>;
export type AssumptionAbout<About extends Assumption['about']> = Extract<Assumption, { about: About }>;

export const assumed = <About extends Assumption['about']>(
  assumptions: readonly Assumption[],
  about: About,
  stageId?: string,
): AssumptionAbout<About> | undefined =>
  assumptions.findLast(
    (one): one is AssumptionAbout<About> =>
      one.about === about && (stageId === undefined || ('stage' in one && one.stage === stageId)),
  );

/** The gate that a requirement belongs to: `kr.listing` of `kr.listing:costEffectiveness`. */
export const gateOf = (requirement: string): string => requirement.split(':')[0] ?? '';

/** What would be saved if a stage began beside another, or some days before its turn. */
export const scenarioSchema = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('parallel'), stage, alongside: stage }),
  z.strictObject({ change: z.literal('earlier'), stage, days: z.int().min(1).max(3650) }),
]);
export type Scenario = z.output<typeof scenarioSchema>;
