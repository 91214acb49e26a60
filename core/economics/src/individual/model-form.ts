import { z } from 'zod';
import { durationForm } from '../cohort/model-form.ts';
import { analysesForm } from '../model/analyses.ts';
import { parameterForm, textForm } from '../model/parameter.ts';
import { fitForm } from '../survival/fit-of-file.ts';
import { timeForm } from '../survival/time-of-file.ts';
import { jointForm } from '../uncertainty/joint.ts';

const amount = z.union([z.number(), z.string().min(1)]);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');
const way = { from: z.string().min(1), to: z.string().min(1), clock: z.enum(['reset', 'forward']) };

/** Everything that changes the numbers; there is no default for any of it. Values flow through the years: nothing is counted in steps. */
export const individualConventionsForm = z.strictObject({
  horizon: durationForm,
  discount: z.strictObject({
    costs: amount,
    effects: amount,
    form: z.enum(['annual', 'continuous']),
    from: z.literal('time-zero'),
  }),
  /** How many people are simulated: for the base case and each one-way end, and for each draw. */
  patients: z.strictObject({
    base: z.int().min(1000).max(1_000_000),
    perDraw: z.int().min(100).max(100_000),
  }),
});

/** An individual continuous-time model as it is written; `readIndividualModel` checks what a form cannot say. */
export const individualModelForm = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal('individual'),
  title: textForm,
  currency: z.literal('KRW'),
  priceYear: z.int().min(1900).max(2200),
  perspective: textForm,
  conventions: individualConventionsForm,
  parameters: z.array(parameterForm).default([]),
  /** Fitted times; their coefficients are parameters too, named `fit.coefficient`. */
  fits: z.array(fitForm).default([]),
  /** Parameters that are drawn together. */
  joint: z.array(jointForm).default([]),
  states: z.array(z.strictObject({ name: z.string().min(1), label: textForm })).min(2),
  /** Where everybody begins. */
  start: z.string().min(1),
  /** Each way out of a state has its own time, and the first wins. */
  transitions: z
    .array(
      z.union(
        [
          z.strictObject({ ...way, time: timeForm }),
          z.strictObject({ ...way, byStrategy: z.record(z.string(), timeForm) }),
        ],
        { error: 'from + to + clock + time | from + to + clock + byStrategy' },
      ),
    )
    .min(1),
  rewards: z
    .array(
      z.strictObject({
        name,
        label: textForm,
        counts: z.enum(['cost', 'effect']),
        /** What a year in a state is worth. */
        states: z.record(z.string(), amount).default({}),
        /** Once for everybody, at the start. */
        start: amount.optional(),
        /** What each passage is worth. */
        transitions: z
          .array(z.strictObject({ from: z.string().min(1), to: z.string().min(1), value: amount }))
          .default([]),
      }),
    )
    .min(2),
  strategies: z
    .array(z.strictObject({ name, label: textForm, set: z.record(z.string(), amount).default({}) }))
    .min(1),
  reference: z.string().min(1),
  analyses: analysesForm,
});
export type IndividualModelForm = z.output<typeof individualModelForm>;
/** The file as a person writes it, before defaults are filled in. */
export type IndividualModelFile = z.input<typeof individualModelForm>;

/** The published JSON Schema, for editors. */
export const individualModelJsonSchema = (): unknown => z.toJSONSchema(individualModelForm, { io: 'input' });
