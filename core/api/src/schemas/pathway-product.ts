import { z } from 'zod';
import { textSchema } from './chain.ts';
import { daySchema, milestoneSchema, named, standingSchema, windowClockSchema } from './pathway-parts.ts';
import { caseRowSchema } from './pathway.ts';

/** How many hospitals stand where with a product, as care itself tells it. */
export const useSchema = z
  .strictObject({
    use: z.enum(['deciding', 'trial', 'in-use', 'sustained', 'fading', 'withdrawn']),
    name: textSchema,
    hospitals: z.int(),
  })
  .readonly();

/** A gap that stands before a product, the ones that cost most days first. */
const topGap = z
  .strictObject({
    case: z.string(),
    title: textSchema,
    requirement: z.string(),
    gate: named,
    evidence: textSchema,
    must: z.boolean(),
    missing: z.boolean(),
    days: z
      .number()
      .nullable()
      .describe('median days that closing it would save; null where nobody assumed when'),
  })
  .readonly();

/** One product: its versions and all its cases, with the five states of each kept apart, and what is missing most. */
export const productSchema = z
  .strictObject({
    product: z.string(),
    names: z.array(textSchema).readonly().describe('what its cases call it'),
    demonstration: z.boolean(),
    asOf: daySchema,
    versions: z
      .array(
        z
          .strictObject({
            version: z.string(),
            cases: z.int(),
            indications: z.array(z.string()).readonly(),
            adoption: z.array(useSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    cases: z.array(caseRowSchema).readonly(),
    projects: z
      .array(z.string())
      .readonly()
      .describe('evidence repositories whose claims its cases may bring'),
    gaps: z.array(topGap).readonly(),
  })
  .readonly();

/** What an investor may see of a product: nothing that has not been released, no gaps, no reasons. */
export const investorSchema = z
  .strictObject({
    asOf: daySchema,
    products: z
      .array(
        z
          .strictObject({
            product: z.string(),
            name: textSchema,
            demonstration: z.boolean(),
            cases: z
              .array(
                z
                  .strictObject({
                    id: z.string(),
                    title: textSchema,
                    productVersion: z.string(),
                    route: named,
                    jurisdiction: z.string(),
                    ended: z.array(named).readonly().nullable(),
                    stages: z.array(textSchema).readonly(),
                    standings: z.array(standingSchema).readonly(),
                    listing: milestoneSchema,
                    firstPaidUse: milestoneSchema,
                    window: windowClockSchema.nullable(),
                  })
                  .readonly(),
              )
              .readonly(),
            adoption: z.array(useSchema).readonly(),
            renewal: z
              .strictObject({ ended: z.int(), renewed: z.int(), rate: z.number().nullable() })
              .readonly(),
            proofs: z
              .array(z.strictObject({ what: textSchema, on: daySchema, proof: z.string() }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export type ProductView = z.output<typeof productSchema>;
export type InvestorView = z.output<typeof investorSchema>;
export type UseView = z.output<typeof useSchema>;
