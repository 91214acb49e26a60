import { z } from 'zod';
import { consortiumSchema, lineSchema, proposalSchema } from '../call/event.ts';
import { kinds } from '../call/kinds.ts';
import { indicatorSchema, readingSchema } from '../indicators/indicator.ts';
import { categories } from '../money/category.ts';
import { transferRulesSchema } from '../money/transfer-rules.ts';
import { someWonSchema, wonSchema } from '../money/won.ts';
import {
  annulledSchema,
  daySchema,
  idSchema,
  recordedSchema,
  textSchema,
  words,
  yearSchema,
  type Recorded,
  type RecordedOf,
} from '../record/event.ts';

export const milestoneSchema = z.strictObject({
  id: idSchema,
  step: idSchema.describe('the step of the programme that it ends'),
  name: textSchema,
  dueOn: daySchema,
  after: z.array(idSchema),
  measure: z
    .strictObject({ indicator: idSchema, atLeast: z.number() })
    .nullable()
    .describe('what must be measured before it counts as met; null: confirmed by a paper'),
});
export type Milestone = z.output<typeof milestoneSchema>;

export const agreementSchema = z.strictObject({
  kind: z.enum(kinds),
  title: textSchema,
  product: proposalSchema.shape.product,
  indication: proposalSchema.shape.indication,
  consortium: consortiumSchema,
  lines: z.array(lineSchema).min(1),
  periods: z
    .array(z.strictObject({ year: yearSchema, fromOn: daySchema, toOn: daySchema }))
    .min(1)
    .describe('years of the agreement, one after the other'),
  milestones: z.array(milestoneSchema),
  indicators: z.array(indicatorSchema),
  transferRules: transferRulesSchema,
  officers: z.array(idSchema).min(1),
  demonstration: z.boolean(),
});
export type Agreement = z.output<typeof agreementSchema>;

export const receiptKinds = ['tax-invoice', 'invoice', 'card', 'transfer', 'payroll', 'valuation'] as const;
export const receiptSchema = z.strictObject({
  number: words,
  kind: z.enum(receiptKinds),
  on: daySchema,
  payee: words,
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('SHA-256 of the scanned paper'),
});
export type Receipt = z.output<typeof receiptSchema>;

const category = z.enum(categories);
const party = idSchema;
const year = yearSchema;
const cashFunding = z.enum(['grant', 'own-cash']);
const place = z.strictObject({ party, category });

export const failureEnds = ['new-date', 'payment-withheld', 'return-demanded'] as const;

export const projectChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('agreed'),
    projectId: idSchema,
    callId: idSchema,
    application: idSchema,
    agreement: agreementSchema,
  }),
  z.strictObject({
    type: z.literal('grant-paid'),
    payment: idSchema,
    year,
    amount: someWonSchema,
    milestone: idSchema.nullable().describe('the milestone that it waits for'),
  }),
  z.strictObject({ type: z.literal('own-cash-paid'), party, year, amount: someWonSchema, proof: words }),
  z.strictObject({
    type: z.literal('own-kind-given'),
    spending: idSchema,
    party,
    year,
    category,
    amount: someWonSchema,
    receipt: receiptSchema,
    text: words,
  }),
  z.strictObject({
    type: z.literal('spent'),
    spending: idSchema,
    party,
    year,
    category,
    funding: cashFunding,
    amount: someWonSchema,
    receipt: receiptSchema,
    text: words,
  }),
  z.strictObject({ type: z.literal('spending-reversed'), spending: idSchema }),
  z.strictObject({ type: z.literal('spending-disallowed'), spending: idSchema, amount: someWonSchema }),
  z.strictObject({
    type: z.literal('recovered'),
    party,
    year,
    funding: cashFunding,
    amount: someWonSchema,
  }),
  z.strictObject({ type: z.literal('interest-credited'), year, amount: someWonSchema }),
  z.strictObject({
    type: z.literal('transfer-asked'),
    transfer: idSchema,
    year,
    funding: cashFunding,
    from: place,
    to: place,
    amount: someWonSchema,
  }),
  z.strictObject({ type: z.literal('transfer-decided'), transfer: idSchema, approved: z.boolean() }),
  z.strictObject({
    type: z.literal('carried-over'),
    fromYear: year,
    toYear: year,
    funding: cashFunding,
    from: place,
    amount: someWonSchema.describe('of the budget'),
    cash: wonSchema.describe('of that, money in hand'),
  }),
  z.strictObject({
    type: z.literal('returned'),
    year,
    what: z.enum(['grant', 'interest']),
    amount: someWonSchema,
  }),
  z.strictObject({ type: z.literal('year-settled'), year }),
  z.strictObject({
    type: z.literal('milestone-met'),
    milestone: idSchema,
    proof: words,
    reading: readingSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('milestone-failed'),
    milestone: idSchema,
    ends: z.enum(failureEnds),
  }),
  z.strictObject({ type: z.literal('milestone-moved'), milestone: idSchema, dueOn: daySchema }),
  z.strictObject({
    type: z.literal('indicator-declared'),
    indicator: idSchema,
    value: z.number(),
    asOf: daySchema,
  }),
  z.strictObject({ type: z.literal('stopped') }),
  z.strictObject({ type: z.literal('completed') }),
  annulledSchema,
]);

export type ProjectChange = z.output<typeof projectChangeSchema>;
export const projectEventSchema = recordedSchema(projectChangeSchema);
export type ProjectEvent = Recorded<ProjectChange>;
export type ProjectEventOf<Type extends ProjectChange['type']> = RecordedOf<ProjectChange, Type>;
