import { z } from 'zod';
import { claimSchema, textSchema } from './chain.ts';
import { daySchema, groundsSchema, named } from './pathway-parts.ts';

/** Parts that several answers about adoption share. */
const many = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly();
const record = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape).readonly();

export const layerStandings = [
  'waiting',
  'open',
  'approved',
  'conditional',
  'returned',
  'deferred',
  'refused',
] as const;
export const useStandings = ['not-used', 'trial', 'in-use', 'sustained', 'fading', 'withdrawn'] as const;

/** One layer of one hospital on the board. */
export const layerCellSchema = record({
  layer: named,
  office: textSchema,
  holders: many(z.string()),
  is: z.enum(layerStandings),
  name: textSchema.describe('how it stands, in words'),
  since: daySchema,
  days: z.int().describe('calendar days for which it has stood so'),
  dueOn: daySchema.nullable().describe('of a condition that is not met yet, or of a deferral'),
  conditions: record({ met: z.int(), all: z.int() }).nullable(),
  blocked: z.boolean(),
});

export const blockSchema = record({
  layer: named,
  because: z.string(),
  name: textSchema,
  what: many(textSchema).describe('empty for those who see stages and no papers'),
  since: daySchema,
  days: z.int(),
});

export const usePeriodSchema = record({
  is: z.enum(useStandings),
  name: textSchema,
  by: textSchema.nullable().describe('of a withdrawal: by decision or in silence'),
  since: daySchema,
});

export const withdrawalSchema = record({
  on: daySchema,
  by: z.string(),
  because: many(textSchema),
  reason: z.string(),
});

export const adoptionRow = {
  id: z.string(),
  hospital: named,
  product: textSchema,
  productVersion: z.string(),
  indication: textSchema,
  demonstration: z.boolean(),
  project: z.string().nullable(),
  asOf: daySchema,
  openedOn: daySchema,
  days: z.int(),
  passed: z.int(),
  cells: many(layerCellSchema),
  next: many(
    record({ layer: named, office: textSchema, holders: many(z.string()), since: daySchema, days: z.int() }),
  ),
  blocks: many(blockSchema),
  use: usePeriodSchema.nullable().describe('null while nothing is measured'),
  withdrawn: withdrawalSchema.nullable(),
  liveOn: daySchema.nullable(),
  paidOn: daySchema.nullable(),
  version: z.int().describe('how many events it has: what an act must have seen'),
} as const;

const sourceSchema = z.discriminatedUnion('is', [
  record({ is: z.literal('chain'), node: z.string() }),
  record({ is: z.literal('file'), project: z.string(), file: z.string() }),
  record({ is: z.literal('event'), eventId: z.string() }),
  record({ is: z.literal('measured'), from: daySchema.nullable(), to: daySchema }),
  record({ is: z.literal('paper'), reference: z.string() }),
  record({ is: z.literal('rule'), grounds: groundsSchema }),
]);

const valueSchema = z.discriminatedUnion('form', [
  record({
    form: z.literal('quantity'),
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    range: z.enum(['interval', 'quartiles']).nullable(),
    level: z.number().nullable().describe('of an interval'),
    unit: z.string(),
    unitName: textSchema,
    n: z.number().nullable(),
  }),
  record({ form: z.literal('text'), text: textSchema }),
  record({ form: z.literal('list'), items: many(textSchema) }),
]);

/** Something that a layer needs to know, with its source and state, or the reason why it is missing. */
export const factSchema = record({
  id: z.string(),
  name: textSchema,
  known: record({
    value: valueSchema,
    state: z.enum(['observed', 'estimate', 'assumption', 'stated']),
    stateName: textSchema,
    source: sourceSchema,
    claim: claimSchema.nullable().describe('where the fact is a claim: its sentence with the numbers in it'),
  }).nullable(),
  missing: record({ because: z.string(), name: textSchema }).nullable(),
});

export const sectionSchema = record({ id: z.string(), name: textSchema, facts: many(factSchema) });

export const conditionSchema = record({
  id: z.string(),
  text: textSchema,
  dueOn: daySchema,
  metOn: daySchema.nullable(),
  reference: z.string().nullable(),
});

export const decisionSchema = record({
  eventId: z.string(),
  on: daySchema,
  by: z.string(),
  reason: z.string(),
  source: z.string().nullable(),
  outcome: z.enum(['approved', 'conditional', 'deferred', 'refused']),
  name: textSchema,
  untilOn: daySchema.nullable(),
  conditions: many(conditionSchema),
  reopenedOn: daySchema.nullable(),
});

export type LayerCellView = z.output<typeof layerCellSchema>;
export type BlockView = z.output<typeof blockSchema>;
export type UsePeriodView = z.output<typeof usePeriodSchema>;
export type FactView = z.output<typeof factSchema>;
export type SectionView = z.output<typeof sectionSchema>;
export type DecisionView = z.output<typeof decisionSchema>;
