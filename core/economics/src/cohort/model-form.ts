import { z } from 'zod';
import { analysesForm } from '../model/analyses.ts';
import { parameterForm, sourceForm, textForm } from '../model/parameter.ts';
import { nodeForm } from '../decision-tree/tree.ts';
import { jointForm } from '../uncertainty/joint.ts';
import { discountForms, discountStarts, pointWeightRules } from './accounting.ts';
import { rewardForm, stateForm, structureForm } from './structure-form.ts';

const amount = z.union([z.number(), z.string().min(1)]);
export const durationForm = z.strictObject({
  length: z.number().positive(),
  unit: z.enum(['years', 'months', 'weeks', 'days']),
});
export type DurationForm = z.output<typeof durationForm>;

/** Everything that changes the numbers and that papers leave out; there is no default for any of it. */
export const conventionsForm = z.strictObject({
  cycle: durationForm,
  horizon: durationForm,
  discount: z.strictObject({
    costs: amount,
    effects: amount,
    form: z.enum(discountForms),
    from: z.enum(discountStarts),
  }),
  withinCycle: z.discriminatedUnion('at', [
    z.strictObject({ at: z.literal('points'), weights: z.enum(pointWeightRules) }),
    z.strictObject({
      at: z.literal('cycles'),
      population: z.enum(['start', 'end', 'mean']),
      discountedAt: z.enum(['start', 'middle', 'end']),
    }),
  ]),
});

export const tableForm = z.strictObject({
  name: z.string().regex(/^[\p{L}_][\p{L}\p{N}_.]*$/u, 'letters, digits, _ and ., starting with a letter'),
  label: textForm,
  /** `exact` wants the key itself; `floor` takes the largest key that is not above. */
  lookup: z.enum(['exact', 'floor']),
  /** The unit of the values; none where it is left out. */
  unit: z.string().min(1).optional(),
  keys: z.array(z.number()).min(1),
  values: z.array(z.number()).min(1),
  source: sourceForm,
});

/** A cohort model file as it is written; `readCohortModel` checks what a form cannot say. */
export const cohortModelForm = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal('cohort'),
  title: textForm,
  currency: z.literal('KRW'),
  priceYear: z.int().min(1900).max(2200),
  perspective: textForm,
  conventions: conventionsForm,
  /** The age of the cohort at the start, in years, where the model uses `age`. */
  startingAge: z.number().min(0).max(120).optional(),
  parameters: z.array(parameterForm).min(1),
  /** Parameters that are drawn together. */
  joint: z.array(jointForm).default([]),
  tables: z.array(tableForm).default([]),
  states: z.array(stateForm.extend({ label: textForm })).min(2),
  initial: structureForm.shape.initial.optional(),
  /** A decision tree that comes before, in place of `initial`: each leaf names the state in which its people go on (`to`). */
  start: nodeForm.optional(),
  entries: structureForm.shape.entries,
  transitions: structureForm.shape.transitions,
  rewards: z
    .array(
      rewardForm.extend({
        name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
        label: textForm,
        /** Costs and effects are added up to the results; `aside` is reported beside them, undiscounted. */
        counts: z.enum(['cost', 'effect', 'aside']),
        /** What one unit of it is; needed for what is counted aside. */
        unit: z.string().min(1).optional(),
      }),
    )
    .min(2),
  strategies: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
        label: textForm,
        /** Values that this strategy gives to parameters. */
        set: z.record(z.string(), amount).default({}),
        /** What this strategy chooses at each decision node of the tree that comes before. */
        choose: z.record(z.string(), z.string()).default({}),
      }),
    )
    .min(1),
  reference: z.string().min(1),
  analyses: analysesForm,
});
export type CohortModelForm = z.output<typeof cohortModelForm>;
/** The file as a person writes it, before defaults are filled in. */
export type CohortModelFile = z.input<typeof cohortModelForm>;

/** The published JSON Schema, for editors. */
export const cohortModelJsonSchema = (): unknown => z.toJSONSchema(cohortModelForm, { io: 'input' });
