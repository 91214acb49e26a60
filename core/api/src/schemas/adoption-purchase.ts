import { priceForm } from '@daero/adoption/procurement/price';
import { z } from 'zod';
import { adoptionRow } from './adoption-parts.ts';
import { textSchema } from './chain.ts';
import { caseEventRowSchema } from './pathway.ts';
import { daySchema, groundsSchema, named } from './pathway-parts.ts';

const many = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly();
const record = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape).readonly();

const serviceLevelSchema = record({
  availability: z.number(),
  resultWithinSeconds: z.number(),
  answerWithinHours: z.number(),
  repairWithinHours: z.number(),
  penalty: textSchema.nullable(),
});
const priceSchema = record({
  form: textSchema,
  terms: textSchema.describe('the price in words, with its exact won'),
});

const contractRuleSchema = record({
  id: z.string(),
  method: named,
  name: textSchema,
  ceiling: z.number().nullable(),
  designationYears: z.int().nullable(),
  knownFrom: daySchema,
  note: textSchema,
  grounds: groundsSchema,
});

/** One purchase: request, criteria, offers, evaluation, award and contract. */
export const purchaseSchema = record({
  ...adoptionRow,
  purchase: record({
    version: z.int(),
    openedOn: daySchema,
    need: textSchema,
    buyer: textSchema,
    budget: z.number(),
    usesPerYear: z.number(),
    years: z.int(),
    holders: many(z.string()),
    reviewers: many(z.string()),
    criteria: many(
      record({ id: z.string(), name: textSchema, weight: z.number(), leastScore: z.number().nullable() }),
    ),
    offers: many(
      record({
        id: z.string(),
        vendor: z.string(),
        productVersion: z.string(),
        price: priceSchema,
        terms: priceForm.describe('the price as it was offered'),
        value: z.number(),
        serviceLevel: serviceLevelSchema,
        innovativeProduct: record({ number: z.string(), designatedOn: daySchema }).nullable(),
        rank: z.int().nullable(),
        score: z.number().nullable(),
        byCriterion: many(record({ criterion: z.string(), mean: z.number().nullable() })),
        missing: z.int(),
        failed: many(textSchema),
        conflicts: many(z.string()).describe('reviewers who declared one and do not judge it'),
      }),
    ),
    award: record({
      on: daySchema,
      by: z.string(),
      offer: z.string(),
      method: textSchema,
      value: z.number(),
      rule: contractRuleSchema.nullable(),
      whyNotFirst: z.string().nullable(),
    }).nullable(),
    contract: record({
      signedOn: daySchema,
      by: z.string(),
      reference: z.string(),
      fromOn: daySchema,
      toOn: daySchema,
      price: priceSchema,
      serviceLevel: serviceLevelSchema,
      exit: textSchema,
    }).nullable(),
    cancelledOn: daySchema.nullable(),
    trail: many(caseEventRowSchema),
  }).nullable(),
  rules: many(contractRuleSchema).describe('the rules of contract that this kind of buyer follows'),
  buyers: many(named).describe('for the form of a request'),
});

const answerSchema = record({
  edition: z.int(),
  answer: textSchema,
  proof: z.string().nullable(),
  by: z.string(),
  on: daySchema,
  versions: many(z.string()),
  validUntilOn: daySchema.nullable(),
});
const gapSchema = record({
  because: z.enum(['not-answered', 'other-version', 'expired']),
  name: textSchema,
});

/** The security questionnaire of one product, answered once, and the hospitals' own forms that it fills. */
export const answersSchema = record({
  product: named,
  asOf: daySchema,
  demonstration: z.boolean(),
  productVersion: z.string().describe('the version that the gaps are told for'),
  versions: many(z.string()),
  eventCount: z.int(),
  ready: z.int(),
  questions: many(
    record({
      id: z.string(),
      topic: named,
      text: textSchema,
      answer: answerSchema.nullable(),
      editions: z.int(),
      gap: gapSchema.nullable(),
    }),
  ),
  forms: many(
    record({
      hospital: named,
      edition: z.string(),
      ready: z.int(),
      questions: many(
        record({
          id: z.string(),
          text: textSchema,
          from: many(
            record({ question: z.string(), answer: textSchema.nullable(), gap: gapSchema.nullable() }),
          ),
        }),
      ),
    }),
  ),
  mayAnswer: z.boolean(),
  trail: many(caseEventRowSchema),
});

export type PurchaseView = z.output<typeof purchaseSchema>;
export type AnswersView = z.output<typeof answersSchema>;
