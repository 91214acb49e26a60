import { z } from 'zod';
import {
  actSchema,
  count,
  daySchema,
  groundsSchema,
  knownTermsSchema,
  lineSchema,
  list,
  memberSchema,
  named,
  record,
  shareSchema,
  textSchema,
  trailRowSchema,
  wonSchema,
} from './programme-parts.ts';

/** How the caller stands to a call: it decides what of the call they are shown. */
export const callStandings = ['office', 'reviewer', 'applicant', 'reader'] as const;

const termsSchema = record({
  opensOn: daySchema,
  closesOn: daySchema,
  budget: list(record({ year: z.int(), amount: wonSchema, left: wonSchema.nullable() })),
  tiers: list(
    record({
      tier: named,
      grantMost: wonSchema,
      projectsMost: count.nullable(),
      ownShareLeast: list(record({ size: named, share: shareSchema })),
      ownCashLeast: shareSchema,
      grounds: groundsSchema,
    }),
  ),
  criteria: list(record({ criterion: named, weight: shareSchema, mostPoints: count })),
  passMark: shareSchema,
  reviewsLeast: count,
  mean: textSchema,
  ties: list(textSchema),
  budgetRule: textSchema,
});

const applicationSchema = record({
  application: z.string(),
  title: textSchema,
  summary: textSchema,
  tier: textSchema,
  lead: textSchema,
  product: z.string().nullable(),
  members: list(memberSchema),
  lines: list(lineSchema),
  grant: wonSchema,
  ownCash: wonSchema,
  ownKind: wonSchema,
  ownShare: shareSchema,
  submittedOn: daySchema,
  versions: count,
  withdrawnOn: daySchema.nullable(),
  selected: z.boolean().nullable().describe('null until the call has decided'),
});

const reviewSchema = record({
  application: z.string(),
  reviewer: z.string(),
  reviewerName: textSchema.nullable().describe('null where the caller may not know it'),
  points: list(record({ criterion: z.string(), points: count })),
  marks: z.number().describe('of 100, rounded to two decimals'),
  comment: z.string(),
  on: daySchema,
  counts: z.boolean().describe('false where a conflict became known'),
});

const reviewerSchema = record({
  reviewer: z.string(),
  name: textSchema,
  assigned: count,
  declared: count,
  scored: count,
  conflicts: list(record({ application: z.string(), title: textSchema, because: list(textSchema) })),
});

const rankedSchema = record({
  application: z.string(),
  title: textSchema,
  rank: count,
  marks: z.number(),
  reviews: count,
  passes: z.boolean(),
  decidedBy: textSchema.nullable().describe('the rule that broke a tie'),
  verdict: named,
  grant: wonSchema,
});

const overlapSchema = record({
  first: record({ application: z.string(), title: textSchema, call: named }),
  second: record({ application: z.string(), title: textSchema, call: named }),
  reasons: list(record({ because: named, what: list(textSchema) })),
  resemblance: z.number(),
  serious: z.boolean(),
});

/** A call as this caller may see it. */
export const callSchema = record({
  id: z.string(),
  title: textSchema,
  kind: named,
  phase: named,
  demonstration: z.boolean(),
  asOf: daySchema,
  version: count,
  standing: z.enum(callStandings),
  steps: list(named).describe('what a project of this kind goes through'),
  known: list(knownTermsSchema),
  terms: termsSchema,
  applications: list(applicationSchema),
  closed: list(record({ application: z.string(), because: named, conflicts: list(textSchema) })),
  reviewers: list(reviewerSchema).describe('for the office only'),
  reviews: list(reviewSchema),
  ranking: list(rankedSchema).describe('for the office only'),
  tied: list(z.string()),
  overlaps: list(overlapSchema).describe('for the office only'),
  overlapRule: record({
    textLeast: z.number(),
    lineTextLeast: z.number(),
    hospitalShareLeast: z.number(),
    grounds: groundsSchema,
  }),
  projects: list(record({ project: named, application: z.string() })),
  trail: list(trailRowSchema),
  possible: list(actSchema),
  agreements: list(actSchema).describe('for the office: with whom an agreement is still to be made'),
});

export const callRowSchema = record({
  id: z.string(),
  title: textSchema,
  kind: named,
  phase: named,
  demonstration: z.boolean(),
  opensOn: daySchema,
  closesOn: daySchema,
  budget: wonSchema,
  standing: z.enum(callStandings),
  applications: count.nullable().describe('null where the caller may not know it'),
  selected: count.nullable().describe('null until the call has decided'),
  waits: named.nullable().describe('what the call waits for from the caller, if anything'),
});

export type CallView = z.output<typeof callSchema>;
export type CallRow = z.output<typeof callRowSchema>;
export type ApplicationView = CallView['applications'][number];
