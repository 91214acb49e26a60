import { z } from 'zod';
import { textForm } from '../model/parameter.ts';

const share = z.number().min(0).max(1);
const byYear = z.array(z.number()).min(1).max(5);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');

/** Who bears a cost: shares that add up to 1. Only the first is the payer's budget. */
const coverageForm = z.strictObject({ payer: share, patient: share, nonCovered: share });

/**
 * A budget impact from the payer's own view, undiscounted. `mix`: technologies displace each other and their shares add up to 1;
 * `add-on`: the new one comes on top and displaces nothing. `stock`: shares of all people in a year; `flow`: those newly won in it,
 * who stay.
 */
export const budgetImpactForm = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal('budget-impact'),
  title: textForm,
  payer: textForm,
  currency: z.literal('KRW'),
  priceYear: z.int().min(1900).max(2200),
  years: z.strictObject({ first: z.int().min(1900).max(2200), count: z.int().min(1).max(5) }),
  population: z.strictObject({
    firstYear: z.number().positive(),
    /** Of the population, a year. */
    growth: z.number().min(-1),
    /** From the eligible to those in whom the technologies are used. */
    narrowing: z.array(z.strictObject({ label: textForm, share })).default([]),
  }),
  market: z.enum(['mix', 'add-on']),
  uptake: z.enum(['stock', 'flow']),
  technologies: z
    .array(
      z.strictObject({
        name,
        label: textForm,
        share: z.strictObject({ without: byYear, with: byYear }),
        usesPerPerson: z.number().min(0),
        /** In the first year, before `priceChange`. */
        price: z.number().min(0),
        /** Relative to the year before, compounding. */
        priceChange: byYear,
        coverage: coverageForm,
      }),
    )
    .min(1),
  /** What a use brings about elsewhere: avoided events have a negative `perUse`. */
  offsets: z
    .array(
      z.strictObject({
        name,
        label: textForm,
        technology: name,
        perUse: z.number(),
        cost: z.number().min(0),
        coverage: coverageForm,
      }),
    )
    .default([]),
  /** Paid once for every percentage point of people newly reached, by those who bring the technology in; never the payer's. */
  oneOff: z
    .array(z.strictObject({ label: textForm, technology: name, perNewPoint: z.number().min(0) }))
    .default([]),
  scenarios: z
    .array(
      z.strictObject({
        name,
        label: textForm,
        set: z.strictObject({
          firstYear: z.number().positive().optional(),
          growth: z.number().min(-1).optional(),
          shareWith: z.record(z.string(), byYear).optional(),
          price: z.record(z.string(), z.number().min(0)).optional(),
          perUse: z.record(z.string(), z.number()).optional(),
        }),
      }),
    )
    .default([]),
});
export type BudgetImpactForm = z.output<typeof budgetImpactForm>;
export type BudgetImpactFile = z.input<typeof budgetImpactForm>;
export type Coverage = z.output<typeof coverageForm>;

/** The published JSON Schema, for editors. */
export const budgetImpactJsonSchema = (): unknown => z.toJSONSchema(budgetImpactForm, { io: 'input' });
