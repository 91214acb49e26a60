import { z } from 'zod';
import {
  actSchema,
  count,
  daySchema,
  drawnSchema,
  groundsSchema,
  list,
  memberSchema,
  named,
  record,
  shareSchema,
  textSchema,
  trailRowSchema,
  wonSchema,
} from './programme-parts.ts';

const milestoneSchema = record({
  milestone: named,
  step: named,
  dueOn: daySchema,
  moves: count,
  standing: named,
  decidedOn: daySchema.nullable(),
  proof: z.string().nullable(),
  ends: textSchema.nullable().describe('what a failure led to'),
  overdueDays: count,
  after: list(textSchema),
  measure: record({
    indicator: textSchema,
    unit: textSchema,
    atLeast: z.number(),
    value: z.number().nullable(),
    state: named,
  }).nullable(),
});

const outlookSchema = record({
  planned: z.number(),
  target: z.number(),
  endsOn: daySchema,
  forecast: z.number(),
  low: z.number(),
  high: z.number(),
  reachedOn: daySchema.nullable(),
  standing: named,
});

const indicatorSchema = record({
  indicator: named,
  unit: textSchema,
  measure: textSchema.nullable().describe('what is counted; null: it can only be declared'),
  state: named,
  value: z.number().nullable(),
  proofs: count,
  sources: list(record({ source: z.string(), on: daySchema })).describe('the latest that were counted'),
  declaredBeside: z
    .number()
    .nullable()
    .describe('what was declared, where it differs from what was measured'),
  planned: z.number(),
  target: z.number(),
  targetOn: daySchema,
  outlook: outlookSchema.nullable(),
  shape: drawnSchema.nullable(),
});

const spendingOutlookSchema = record({
  year: z.int(),
  budget: wonSchema,
  spent: wonSchema,
  planned: z.number(),
  forecast: z.number(),
  standing: named,
});

const statementSchema = record({
  year: z.int(),
  fromOn: daySchema,
  toOn: daySchema,
  settledOn: daySchema.nullable(),
  open: list(textSchema).describe('what must be dealt with before settlement'),
  rows: list(
    record({
      category: named,
      funding: named,
      agreed: wonSchema,
      planned: wonSchema,
      spent: wonSchema,
      disallowed: wonSchema,
      left: wonSchema,
    }),
  ),
  grant: record({
    agreed: wonSchema,
    paid: wonSchema,
    spent: wonSchema,
    returned: wonSchema,
    claimed: wonSchema,
    inHand: wonSchema,
  }),
  interest: record({ credited: wonSchema, returned: wonSchema, inHand: wonSchema }),
  ownShare: record({
    agreed: wonSchema,
    given: wonSchema,
    short: wonSchema,
    met: z.boolean(),
    share: shareSchema,
  }),
});

const spendingSchema = record({
  spending: z.string(),
  on: daySchema,
  party: named,
  year: z.int(),
  category: named,
  funding: named,
  amount: wonSchema,
  recognised: wonSchema,
  disallowed: wonSchema,
  reversedOn: daySchema.nullable(),
  text: z.string(),
  receipt: record({ number: z.string(), kind: textSchema, on: daySchema, payee: z.string() }),
});

const transferSchema = record({
  transfer: z.string(),
  on: daySchema,
  year: z.int(),
  funding: textSchema,
  from: record({ party: textSchema, category: textSchema }),
  to: record({ party: textSchema, category: textSchema }),
  amount: wonSchema,
  standing: named,
  rule: textSchema,
  grounds: groundsSchema.nullable(),
});

const transferRuleSchema = record({
  because: textSchema,
  ownMost: shareSchema,
  approvedMost: shareSchema,
  grounds: groundsSchema,
});

const entrySchema = record({
  eventId: z.string(),
  on: daySchema,
  act: textSchema,
  legs: list(record({ account: textSchema, of: textSchema, debit: wonSchema, credit: wonSchema })),
});

const stepSchema = record({
  step: named,
  standing: z.enum(['done', 'now', 'ahead', 'failed']),
  milestones: count,
});

/** A project as one of its members or an officer sees it. */
export const projectSchema = record({
  id: z.string(),
  title: textSchema,
  kind: named,
  call: named,
  application: z.string(),
  product: z.string().nullable(),
  demonstration: z.boolean(),
  agreedOn: daySchema,
  stoppedOn: daySchema.nullable(),
  completedOn: daySchema.nullable(),
  asOf: daySchema,
  version: count,
  stage: named,
  steps: list(stepSchema),
  risk: record({ level: named, flags: list(textSchema) }),
  warning: record({ windowDays: count, shareLeast: z.number(), grounds: groundsSchema }),
  members: list(memberSchema),
  milestones: list(milestoneSchema),
  indicators: list(indicatorSchema),
  spendingOutlooks: list(spendingOutlookSchema),
  spendingShape: drawnSchema.nullable(),
  statements: list(statementSchema),
  spendings: list(spendingSchema),
  transfers: list(transferSchema),
  transferRules: record({ version: z.string(), inForceFrom: daySchema, rows: list(transferRuleSchema) }),
  journal: list(entrySchema).describe('the newest first'),
  trail: list(trailRowSchema),
  possible: list(actSchema),
});

export const projectRowSchema = record({
  id: z.string(),
  title: textSchema,
  kind: named,
  stage: named,
  lead: textSchema,
  hospitals: count,
  demonstration: z.boolean(),
  grant: record({ agreed: wonSchema, paid: wonSchema, spent: wonSchema, returned: wonSchema }),
  ownShare: record({ agreed: wonSchema, given: wonSchema }),
  spentShare: shareSchema,
  milestones: record({ met: count, failed: count, open: count }),
  next: record({ name: textSchema, dueOn: daySchema, overdueDays: count }).nullable(),
  risk: record({ level: named, flags: list(textSchema) }),
});

const groupSchema = record({ key: named, projects: count, agreed: wonSchema, spent: wonSchema });

/** What the office sees of all its projects together. */
export const ministrySchema = record({
  totals: record({ agreed: wonSchema, paid: wonSchema, spent: wonSchema, returned: wonSchema }),
  outsideCapitalShare: shareSchema,
  byKind: list(groupSchema),
  byStage: list(groupSchema),
  byRisk: list(groupSchema),
  byRegion: list(groupSchema),
  shapes: list(drawnSchema).describe('the same by stage, risk and region as figures'),
});

export type ProjectView = z.output<typeof projectSchema>;
export type ProjectRow = z.output<typeof projectRowSchema>;
export type MinistryView = z.output<typeof ministrySchema>;
