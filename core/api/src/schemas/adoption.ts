import { z } from 'zod';
import {
  adoptionRow,
  blockSchema,
  decisionSchema,
  layerCellSchema,
  sectionSchema,
  usePeriodSchema,
} from './adoption-parts.ts';
import { textSchema } from './chain.ts';
import { caseEventRowSchema } from './pathway.ts';
import { daySchema, groundsSchema, named } from './pathway-parts.ts';

const many = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly();
const record = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape).readonly();

export const adoptionRowSchema = record(adoptionRow);
export const boardSchema = record({
  asOf: daySchema,
  rows: many(adoptionRowSchema),
  opens: z.boolean().describe('whether the caller may open a room: they see more than stages'),
  unreadable: many(record({ id: z.string(), why: textSchema })),
});

/** A hospital whole: every layer with all its decisions, and what was recorded. */
export const hospitalSchema = record({
  ...adoptionRow,
  rules: record({ version: z.string(), grounds: groundsSchema }),
  layers: many(
    record({
      cell: layerCellSchema,
      decision: decisionSchema.nullable(),
      after: many(named),
      commonStop: record({ text: textSchema, grounds: groundsSchema }).nullable(),
    }),
  ),
  withdrawal: record({
    refused: textSchema.nullable().describe('why the caller cannot end the adoption'),
    reasons: many(named),
  }),
  trail: many(caseEventRowSchema),
});

/** The room in which one layer decides. */
export const roomSchema = record({
  ...adoptionRow,
  cell: layerCellSchema,
  after: many(record({ cell: layerCellSchema, decision: decisionSchema.nullable() })),
  sections: many(sectionSchema),
  known: z.int(),
  missing: z.int(),
  papers: many(record({ paper: named, must: z.boolean(), filedOn: daySchema.nullable() })),
  decisions: many(decisionSchema).describe('the newest first'),
  commonStop: record({ text: textSchema, grounds: groundsSchema }).nullable(),
  grounds: groundsSchema,
  renewAfterMonths: z.int().nullable(),
  blocks: many(blockSchema),
  /** What the caller may do here, tried against the rules; a text says which rule forbids it. */
  may: record({
    approve: textSchema.nullable(),
    refuse: textSchema.nullable(),
    meet: textSchema.nullable(),
    reopen: textSchema.nullable(),
    passKey: textSchema.nullable(),
  }),
});

const itemSchema = record({
  id: z.string(),
  kind: z.enum(['role', 'course', 'procedure']),
  name: textSchema,
  must: z.boolean(),
  met: z.boolean(),
  asks: textSchema,
  done: many(record({ what: z.string(), on: daySchema.nullable(), score: z.number().nullable() })),
  lacking: many(record({ name: textSchema, who: z.string().nullable() })),
  grounds: groundsSchema,
});

const proofSchema = record({
  what: textSchema,
  on: daySchema,
  node: z.string().nullable(),
  eventId: z.string().nullable(),
  paper: z.string().nullable(),
});
export const frameworkSchema = record({
  id: z.string(),
  name: textSchema,
  source: z.string(),
  grounds: groundsSchema,
  tier: z.string().nullable(),
  ticked: z.int(),
  level: record({ level: z.int(), name: textSchema }).nullable().describe('of the HIRA levels'),
  items: many(
    record({
      id: z.string(),
      group: textSchema,
      text: textSchema,
      is: z.enum(['ticked', 'part', 'outdated', 'open']),
      fields: many(
        record({ name: textSchema, is: z.enum(['proved', 'outdated', 'open']), proofs: many(proofSchema) }),
      ),
    }),
  ),
});
export const readinessSchema = record({
  ...adoptionRow,
  items: many(itemSchema),
  openMusts: many(textSchema),
  frameworks: many(frameworkSchema),
  people: many(z.string()).describe('who is named for a role, for the form of a course'),
});

const counted = <Count extends z.ZodType>(count: Count) => ({
  eligible: count,
  ran: count,
  seen: count,
  used: count,
  overridden: count,
  ignored: count,
  failed: count,
});
export const usageSchema = record({
  ...adoptionRow,
  smallestCell: z.int(),
  countNames: z.record(z.string(), textSchema).readonly(),
  /** What may be seen outside: null where fewer people than the smallest cell stand behind it. */
  outside: record(counted(z.int().nullable())).nullable(),
  total: record(counted(z.int())).nullable(),
  weeks: many(record({ weekOf: daySchema, over: z.boolean(), ...counted(z.int()) })),
  readers: many(record({ reader: z.int(), ...counted(z.int()) })).describe('by number, nobody is named'),
  history: many(usePeriodSchema),
  rules: record({
    version: z.string(),
    leastEligiblePerWeek: z.int(),
    usedWeekShare: z.number(),
    sustainedWindow: z.int(),
    sustainedWeeks: z.int(),
    sustainedAfterWeeks: z.int(),
    fadingWindow: z.int(),
    fadingUsedAtMost: z.int(),
    recoveredWeeks: z.int(),
    silentWeeks: z.int(),
    grounds: groundsSchema,
  }),
  friction: sectionSchema,
});

const waitingSchema = record({
  name: textSchema,
  n: z.int(),
  reached: z.int(),
  notYet: z.int(),
  never: z.int(),
  quarterDays: z.number().nullable(),
  medianDays: z.number().nullable(),
  threeQuartersDays: z.number().nullable(),
  seenUntilDays: z.number(),
  curve: many(record({ days: z.number(), share: z.number(), atRisk: z.int() })),
});
export const deploymentSchema = record({
  asOf: daySchema,
  demonstration: z.boolean(),
  measures: many(waitingSchema).describe('innovation first, then what follows authorisation'),
  notAuthorised: z.int(),
  rows: many(
    record({
      id: z.string(),
      hospital: textSchema,
      product: textSchema,
      begunOn: daySchema.nullable(),
      authorisedOn: daySchema.nullable(),
      firstUseOn: daySchema.nullable(),
      sustainedOn: daySchema.nullable(),
      paidOn: daySchema.nullable(),
      endedOn: daySchema.nullable(),
    }),
  ),
});

export type AdoptionRowView = z.output<typeof adoptionRowSchema>;
export type BoardView = z.output<typeof boardSchema>;
export type HospitalView = z.output<typeof hospitalSchema>;
export type RoomView = z.output<typeof roomSchema>;
export type ReadinessView = z.output<typeof readinessSchema>;
export type FrameworkView = z.output<typeof frameworkSchema>;
export type UsageView = z.output<typeof usageSchema>;
export type DeploymentView = z.output<typeof deploymentSchema>;
