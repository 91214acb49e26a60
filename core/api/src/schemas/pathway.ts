import type { CaseForecastShape } from '@daero/domain/shape';
import { assumptionSchema, scenarioSchema } from '@daero/pathway/forecast/assumption';
import { policySchema } from '@daero/pathway/requirements/requirement';
import { z } from 'zod';
import { momentSchema, textSchema } from './chain.ts';
import {
  daySchema,
  dayTypeSchema,
  groundsSchema,
  milestoneSchema,
  named,
  rangeSchema,
  spreadSchema,
  stageKindSchema,
  standingSchema,
  statutoryClockSchema,
  windowClockSchema,
} from './pathway-parts.ts';

const caseRow = {
  id: z.string(),
  title: textSchema,
  product: textSchema,
  productVersion: z.string(),
  indication: z.string(),
  act: z.string(),
  demonstration: z.boolean(),
  project: z.string().nullable(),
  route: named,
  jurisdiction: z.string(),
  rules: z.string().describe('the version of the rules that it runs under'),
  openedOn: daySchema,
  elapsedDays: z.int().describe('calendar days since it was opened'),
  ended: z
    .strictObject({ on: daySchema, ends: z.array(named).readonly() })
    .readonly()
    .nullable(),
  now: z
    .array(
      z
        .strictObject({
          stage: named,
          kind: stageKindSchema,
          since: daySchema,
          calendarDays: z.int(),
          waits: z.enum(['applicant', 'authority', 'hospital', 'time']),
          actors: z.array(textSchema).readonly(),
        })
        .readonly(),
    )
    .readonly(),
  next: z.array(named).readonly().describe('stages that may be entered now'),
  standings: z.array(standingSchema).readonly(),
  window: windowClockSchema.nullable(),
  chanceOfMissing: z
    .number()
    .nullable()
    .describe('that the reassessment is not decided by the end of the window'),
  listing: milestoneSchema,
  firstPaidUse: milestoneSchema,
  version: z.int().describe('how many events it has: what a decision must have seen'),
};

export const caseRowSchema = z.strictObject(caseRow).readonly();
export const portfolioSchema = z
  .strictObject({
    asOf: daySchema,
    cases: z.array(caseRowSchema).readonly(),
    unreadable: z
      .array(z.strictObject({ id: z.string(), why: textSchema }).readonly())
      .readonly()
      .describe('cases whose events this version cannot read'),
  })
  .readonly();

const pauseSchema = z
  .strictObject({ fromOn: daySchema, toOn: daySchema.nullable(), because: textSchema, stops: z.boolean() })
  .readonly();

export const stageSchema = z
  .strictObject({
    stage: named,
    kind: stageKindSchema,
    kindName: textSchema,
    actors: z.array(textSchema).readonly(),
    state: z.enum(['done', 'now', 'ahead', 'skipped', 'exited']),
    visits: z
      .array(
        z
          .strictObject({
            attempt: z.int(),
            enteredOn: daySchema,
            decidedOn: daySchema.nullable(),
            outcome: textSchema.nullable(),
            to: z.array(named).readonly(),
            pauses: z.array(pauseSchema).readonly(),
            extendedDays: z.int(),
          })
          .readonly(),
      )
      .readonly(),
    ends: milestoneSchema,
    /** What the rules say that it takes. */
    rule: z
      .strictObject({
        kind: textSchema,
        kindId: z.enum(['statutory', 'typical', 'target', 'window']),
        ...spreadSchema.unwrap().shape,
        dayType: dayTypeSchema,
        grounds: groundsSchema,
      })
      .readonly()
      .nullable(),
    variants: z.array(named).readonly().describe('forms of the stage that take other times'),
    /** What the forecast takes it to be; null where it is done. */
    basis: z
      .strictObject({
        from: textSchema,
        fromId: z.enum(['rules', 'assumption', 'window', 'gazetted-window', 'covered']),
        ...spreadSchema.unwrap().shape,
        dayType: z.enum(['working', 'calendar']).nullable(),
        grounds: groundsSchema,
      })
      .readonly()
      .nullable(),
    /** How often it decides when the road ends, of the draws. */
    critical: z.number().nullable(),
    papers: z.array(z.strictObject({ text: z.string(), grounds: groundsSchema }).readonly()).readonly(),
  })
  .readonly();

const daysSaved = z
  .strictObject({
    median: z.number(),
    mean: z.number(),
    low: z.number(),
    high: z.number(),
    level: z.number(),
  })
  .readonly();
const datesSchema = z
  .strictObject({ median: daySchema, ranges: z.array(rangeSchema).readonly() })
  .readonly()
  .nullable();

export const forecastSchema = z
  .strictObject({
    asOf: daySchema,
    seed: z.int(),
    draws: z.int(),
    milliseconds: z.number().describe('how long the server took for it'),
    listing: milestoneSchema,
    firstUse: milestoneSchema,
    firstPaidUse: milestoneSchema,
    critical: z
      .strictObject({ path: z.array(named).readonly(), share: z.number() })
      .readonly()
      .nullable(),
    savings: z
      .array(
        z
          .strictObject({
            scenario: scenarioSchema,
            label: textSchema,
            allowedBy: groundsSchema.nullable(),
            listing: daysSaved.nullable(),
            firstUse: daysSaved.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    evidence: z
      .array(
        z
          .strictObject({
            requirement: z.string(),
            listing: daysSaved.nullable(),
            firstUse: daysSaved.nullable(),
            decides: z
              .number()
              .describe('share of draws in which this evidence decides when the gate is filed'),
          })
          .readonly(),
      )
      .readonly()
      .describe('what closing each gap today would save, where it is assumed when it will be closed'),
    window: z
      .strictObject({
        stage: named,
        lastDay: datesSchema,
        latestFiling: datesSchema,
        latestLastPatientIn: datesSchema,
        chanceOfMissing: z.number().nullable(),
        chanceOfFilingLate: z.number().nullable(),
        needs: z.array(z.strictObject({ stage: named, reason: named }).readonly()).readonly(),
      })
      .readonly()
      .nullable(),
    nominal: z
      .array(
        z
          .strictObject({
            label: textSchema,
            days: z.number(),
            dayType: dayTypeSchema,
            parts: z
              .array(z.strictObject({ stage: named, days: z.number(), dayType: dayTypeSchema }).readonly())
              .readonly(),
            grounds: groundsSchema,
          })
          .readonly(),
      )
      .readonly(),
    stages: z.array(stageSchema).readonly(),
    shape: z.custom<CaseForecastShape>((value) => typeof value === 'object' && value !== null),
    offRoute: z.array(named).readonly(),
    assumptions: z.array(assumptionSchema).readonly(),
  })
  .readonly();

export const studyQuestionSchema = z
  .strictObject({
    question: z.enum(['accuracy', 'effect', 'safety', 'cost-effectiveness', 'routine-use']),
    name: textSchema,
    requirement: z.string(),
    productVersion: z.string(),
    population: z.string(),
    comparator: z.string().nullable(),
    level: z.number().nullable(),
    minimumN: z.number().nullable(),
  })
  .readonly();

export const gapsSchema = z
  .strictObject({
    gates: z
      .array(
        z
          .strictObject({
            stage: named,
            requirements: z
              .array(
                z
                  .strictObject({
                    id: z.string(),
                    evidence: textSchema,
                    must: z.boolean(),
                    text: textSchema.nullable(),
                    level: z.number().nullable(),
                    comparator: z.string().nullable(),
                    minimumN: z.int().nullable(),
                    maxAgeMonths: z.int().nullable(),
                    policy: z
                      .strictObject({
                        level: z.number().nullable(),
                        comparator: z.string().nullable(),
                        minimumN: z.int().nullable(),
                        maxAgeMonths: z.int().nullable(),
                        by: z.string(),
                        reason: z.string(),
                        grounds: groundsSchema,
                      })
                      .readonly()
                      .nullable()
                      .describe('what somebody asks on top of the rules'),
                    grounds: groundsSchema,
                    metBy: z.string().nullable(),
                    gaps: z
                      .array(
                        z
                          .strictObject({
                            kind: z.enum([
                              'missing',
                              'level',
                              'population',
                              'comparator',
                              'sample',
                              'outdated',
                              'other-version',
                            ]),
                            name: textSchema,
                            claim: z.string().nullable(),
                            found: z.string().nullable(),
                            asked: z.string().nullable(),
                          })
                          .readonly(),
                      )
                      .readonly(),
                    study: studyQuestionSchema.nullable(),
                  })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    claims: z
      .array(
        z
          .strictObject({
            claim: z.string(),
            text: textSchema,
            node: z.string(),
            n: z.int(),
            on: daySchema,
            productVersion: z.string(),
            current: z.boolean(),
          })
          .readonly(),
      )
      .readonly()
      .describe('the claims of the repository that may be bound'),
    policies: z.array(policySchema).readonly(),
    bound: z
      .array(
        z
          .strictObject({
            claim: z.string(),
            serves: z.array(z.string()).readonly(),
            level: z.number().nullable(),
            population: z.array(z.string()).readonly(),
            comparator: z.string().nullable(),
            n: z.int().nullable(),
            on: daySchema.nullable(),
            productVersion: z.string().nullable(),
            node: z
              .string()
              .nullable()
              .describe('the node of the claim; null where the repository has no such claim'),
            standing: z.enum(['current', 'stale', 'unknown']),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

/** What the rules let be recorded next, with what it means in one sentence. */
export const possibleSchema = z
  .strictObject({
    key: z.string(),
    label: textSchema,
    consequence: textSchema,
    afterwards: textSchema.describe('what becomes impossible'),
    group: z.enum(['step', 'decision', 'clock', 'window', 'standing', 'rules', 'annul']),
    change: z.looseObject({ type: z.string() }).readonly(),
    places: z.array(z.strictObject({ ...named.unwrap().shape, usual: z.boolean() }).readonly()).readonly(),
    asks: z.array(z.enum(['days', 'fromOn', 'toOn', 'reference'])).readonly(),
  })
  .readonly();

export const caseEventRowSchema = z
  .strictObject({
    eventId: z.string(),
    on: daySchema.nullable(),
    recordedAt: momentSchema,
    by: z.string(),
    role: z.string(),
    signedBy: z.string(),
    type: z.string(),
    what: textSchema,
    reason: z.string(),
    source: z.string().nullable(),
    annulled: z.boolean(),
    position: z.int(),
    hash: z.string(),
  })
  .readonly();

export const caseSchema = z
  .strictObject({
    ...caseRow,
    rulesFact: z
      .strictObject({
        inForceFrom: daySchema.nullable(),
        changed: textSchema,
        newer: z
          .strictObject({
            version: z.string(),
            inForceFrom: daySchema.nullable(),
            changed: textSchema,
            grounds: groundsSchema,
            differences: z
              .array(z.strictObject({ text: textSchema, concerns: z.boolean() }).readonly())
              .readonly(),
            refused: textSchema.nullable().describe('why the case cannot be moved to it'),
          })
          .readonly()
          .nullable(),
        grounds: groundsSchema,
      })
      .readonly(),
    versions: z.array(z.strictObject({ version: z.string(), sinceOn: daySchema }).readonly()).readonly(),
    chosenOn: z
      .array(z.strictObject({ question: textSchema, answer: z.number(), yesNo: z.boolean() }).readonly())
      .readonly()
      .describe('what was known of the product when the route was chosen'),
    statutory: z.array(statutoryClockSchema).readonly(),
    duties: z
      .array(
        z
          .strictObject({ stage: named, what: textSchema, days: z.int().nullable(), grounds: groundsSchema })
          .readonly(),
      )
      .readonly(),
    windows: z.array(windowClockSchema).readonly(),
    forecast: forecastSchema.nullable(),
    withoutForecast: textSchema.nullable().describe('why there is no forecast'),
    gaps: gapsSchema,
    trail: z.array(caseEventRowSchema).readonly(),
    possible: z.array(possibleSchema).readonly().describe('empty for roles that record nothing'),
  })
  .readonly();

export type CaseRowView = z.output<typeof caseRowSchema>;
export type PortfolioView = z.output<typeof portfolioSchema>;
export type CaseView = z.output<typeof caseSchema>;
export type ForecastView = z.output<typeof forecastSchema>;
export type StageView = z.output<typeof stageSchema>;
export type GapsView = z.output<typeof gapsSchema>;
export type PossibleView = z.output<typeof possibleSchema>;
export type CaseEventRow = z.output<typeof caseEventRowSchema>;
export type StudyQuestionView = z.output<typeof studyQuestionSchema>;
export type Assumption = ForecastView['assumptions'][number];
