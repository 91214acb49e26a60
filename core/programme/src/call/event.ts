import { z } from 'zod';
import { categories } from '../money/category.ts';
import { wonSchema } from '../money/won.ts';
import {
  annulledSchema,
  daySchema,
  groundsSchema,
  idSchema,
  recordedSchema,
  shareSchema,
  textSchema,
  words,
  yearSchema,
  type Recorded,
  type RecordedOf,
} from '../record/event.ts';
import { regions } from '../words/regions.ts';
import { kinds } from './kinds.ts';

export const memberKinds = ['company', 'hospital', 'university', 'institute', 'agency'] as const;
/** A share of one's own depends on the size of the company that leads. */
export const sizes = ['small', 'medium', 'large', 'not-a-company'] as const;
export const memberRoles = [
  'lead',
  'validation-site',
  'deployment-site',
  'data-provider',
  'evaluator',
  'supplier',
  'training-site',
] as const;

export const memberSchema = z.strictObject({
  partyId: idSchema,
  name: textSchema,
  kind: z.enum(memberKinds),
  size: z.enum(sizes),
  region: z.enum(regions),
  role: z.enum(memberRoles),
  persons: z.array(idSchema).min(1).describe('who takes part; the first acts for the member'),
});
export type Member = z.output<typeof memberSchema>;

export const lineSchema = z.strictObject({
  lineId: idSchema,
  year: yearSchema,
  category: z.enum(categories),
  party: idSchema,
  text: textSchema.describe('what is bought'),
  grant: wonSchema,
  ownCash: wonSchema,
  ownKind: wonSchema,
});
export type Line = z.output<typeof lineSchema>;

export const consortiumSchema = z.strictObject({
  consortiumId: idSchema,
  name: textSchema,
  members: z.array(memberSchema).min(1),
});
export type Consortium = z.output<typeof consortiumSchema>;

export const proposalSchema = z.strictObject({
  tier: idSchema,
  title: textSchema,
  summary: textSchema,
  product: z.strictObject({ deviceId: idSchema, version: words }).nullable(),
  indication: idSchema.nullable(),
  consortium: consortiumSchema,
  lines: z.array(lineSchema).min(1),
});
export type Proposal = z.output<typeof proposalSchema>;

const tierSchema = z.strictObject({
  tier: idSchema,
  name: textSchema,
  grantMost: wonSchema.describe('for one project, all years together'),
  projectsMost: z.int().min(1).nullable(),
  ownShareLeast: z
    .record(z.enum(sizes), shareSchema)
    .describe('of grant and own share together, by the size of the member that leads'),
  ownCashLeast: shareSchema.describe('of the own share, how much in cash'),
  ...groundsSchema.shape,
});
export type Tier = z.output<typeof tierSchema>;

const criterionSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  weight: shareSchema.min(1),
  mostPoints: z.int().min(1).max(1000),
});
export type Criterion = z.output<typeof criterionSchema>;

/** What decides between equal means, in this order; what is still equal is drawn by lot. */
const tieSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('criterion'), criterion: idSchema }),
  z.strictObject({ by: z.literal('more-hospitals-outside-capital') }),
  z.strictObject({ by: z.literal('earlier-submission') }),
]);
export type TieRule = z.output<typeof tieSchema>;

export const conflictKinds = [
  'same-institution',
  'takes-part',
  'employment',
  'co-author',
  'family',
  'financial',
  'advice',
  'other',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const callTermsSchema = z.strictObject({
  kind: z.enum(kinds),
  title: textSchema,
  opensOn: daySchema,
  closesOn: daySchema,
  budget: z.array(z.strictObject({ year: yearSchema, amount: wonSchema })).min(1),
  tiers: z.array(tierSchema).min(1),
  criteria: z.array(criterionSchema).min(1),
  passMark: shareSchema.describe('least mean, in parts of ten thousand of full marks'),
  reviewsLeast: z.int().min(1),
  mean: z.enum(['all', 'without-highest-and-lowest']),
  ties: z.array(tieSchema),
  budgetRule: z.enum(['stop-at-first-that-does-not-fit', 'pass-over-what-does-not-fit']),
  officers: z.array(idSchema).min(1).describe('who holds the key of the programme office'),
  demonstration: z.boolean(),
});
export type CallTerms = z.output<typeof callTermsSchema>;

const application = idSchema;
export const callChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), callId: idSchema, terms: callTermsSchema }),
  z.strictObject({ type: z.literal('submitted'), application, proposal: proposalSchema }),
  z.strictObject({ type: z.literal('withdrawn'), application }),
  z.strictObject({ type: z.literal('closed') }),
  z.strictObject({
    type: z.literal('reviewer-appointed'),
    reviewer: idSchema,
    name: textSchema,
    affiliations: z.array(idSchema).describe('members that employ the reviewer'),
    applications: z.array(application).min(1),
  }),
  z.strictObject({
    type: z.literal('interest-declared'),
    reviewer: idSchema,
    application,
    conflict: z.enum(conflictKinds).nullable().describe('null: none'),
  }),
  z.strictObject({
    type: z.literal('scored'),
    reviewer: idSchema,
    application,
    points: z.array(z.strictObject({ criterion: idSchema, points: z.int().min(0) })).min(1),
    comment: words,
  }),
  z.strictObject({ type: z.literal('review-closed') }),
  z.strictObject({
    type: z.literal('lot-drawn'),
    order: z.array(application).min(2).describe('equals, the first drawn first'),
  }),
  z.strictObject({ type: z.literal('selected'), applications: z.array(application) }),
  z.strictObject({ type: z.literal('cancelled') }),
  annulledSchema,
]);

export type CallChange = z.output<typeof callChangeSchema>;
export const callEventSchema = recordedSchema(callChangeSchema);
export type CallEvent = Recorded<CallChange>;
export type CallEventOf<Type extends CallChange['type']> = RecordedOf<CallChange, Type>;
