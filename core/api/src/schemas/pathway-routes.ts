import { z } from 'zod';
import { textSchema } from './chain.ts';
import { dayTypeSchema, daySchema, groundsSchema, named, spreadSchema } from './pathway-parts.ts';

const conditionSchema = z.strictObject({ text: textSchema, grounds: groundsSchema }).readonly();

/** The routes of one country for a product: open, closed by a rule, or waiting for an answer. */
export const countryRoutesSchema = z
  .strictObject({
    jurisdiction: z.string(),
    rules: z
      .strictObject({ version: z.string(), inForceFrom: daySchema.nullable(), asOf: z.string() })
      .readonly(),
    questions: z
      .array(
        z
          .strictObject({
            name: z.string(),
            question: textSchema,
            values: z.array(z.number()).readonly(),
            answer: z.number().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    routes: z
      .array(
        z
          .strictObject({
            route: named,
            standing: z.enum(['open', 'closed', 'undecided']),
            standingName: textSchema,
            closedBy: z.array(conditionSchema).readonly(),
            waitsFor: z.array(conditionSchema).readonly(),
            stages: z
              .array(
                z
                  .strictObject({
                    stage: named,
                    duration: z
                      .strictObject({
                        ...spreadSchema.unwrap().shape,
                        kind: textSchema,
                        dayType: dayTypeSchema,
                        grounds: groundsSchema,
                      })
                      .readonly()
                      .nullable(),
                    needs: z
                      .array(z.strictObject({ evidence: textSchema, need: textSchema }).readonly())
                      .readonly(),
                    grounds: groundsSchema,
                  })
                  .readonly(),
              )
              .readonly(),
            nominal: z
              .array(
                z
                  .strictObject({
                    label: textSchema,
                    days: z.number(),
                    dayType: dayTypeSchema,
                    grounds: groundsSchema,
                  })
                  .readonly(),
              )
              .readonly(),
            payment: textSchema,
            ends: z.array(named).readonly(),
            window: z
              .strictObject({ months: z.int(), most: z.int().nullable(), grounds: groundsSchema })
              .readonly()
              .nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export type CountryRoutesView = z.output<typeof countryRoutesSchema>;
