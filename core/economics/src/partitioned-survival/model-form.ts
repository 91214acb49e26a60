import { z } from 'zod';
import { conventionsForm } from '../cohort/model-form.ts';
import { analysesForm } from '../model/analyses.ts';
import { parameterForm, textForm } from '../model/parameter.ts';
import { backgroundRules } from '../survival/background-mortality.ts';
import { fitForm } from '../survival/fit-of-file.ts';
import { lifeTableForm, timeForm } from '../survival/time-of-file.ts';
import { jointForm } from '../uncertainty/joint.ts';

const amount = z.union([z.number(), z.string().min(1)]);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');

/** Mortality of the population by completed age, below which nobody's may fall. */
export const backgroundForm = lifeTableForm.extend({ rule: z.enum(backgroundRules) });

/** A partitioned survival model as it is written; `readPartitionedModel` checks what a form cannot say. */
export const partitionedModelForm = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal('partitioned-survival'),
  title: textForm,
  currency: z.literal('KRW'),
  priceYear: z.int().min(1900).max(2200),
  perspective: textForm,
  conventions: conventionsForm,
  /** In years; needed for `age` and for the mortality of the population. */
  startingAge: z.number().min(0).max(120).optional(),
  parameters: z.array(parameterForm).default([]),
  /** Fitted survival curves; their coefficients are parameters too, named `fit.coefficient`. */
  fits: z.array(fitForm).default([]),
  /** Parameters that are drawn together. */
  joint: z.array(jointForm).default([]),
  /** From the innermost outwards: the first bounds the first state, the last is death from any cause. */
  curves: z
    .array(
      z.union(
        [
          z.strictObject({ name, label: textForm, time: timeForm }),
          z.strictObject({ name, label: textForm, byStrategy: z.record(z.string(), timeForm) }),
        ],
        { error: 'name + label + time | name + label + byStrategy' },
      ),
    )
    .min(1),
  /** One more than curves; the last takes up the rest. */
  states: z.array(z.strictObject({ name: z.string().min(1), label: textForm })).min(2),
  background: backgroundForm.optional(),
  rewards: z
    .array(
      z.strictObject({
        name,
        label: textForm,
        counts: z.enum(['cost', 'effect']),
        per: z.enum(['cycle', 'year']),
        /** What being in a state is worth; it may use `time` (years since the start) and `age`. */
        states: z.record(z.string(), amount).default({}),
        /** Once for everybody, at the start. */
        start: amount.optional(),
        /** Once for each who reaches the last state. */
        death: amount.optional(),
      }),
    )
    .min(2),
  strategies: z
    .array(z.strictObject({ name, label: textForm, set: z.record(z.string(), amount).default({}) }))
    .min(1),
  reference: z.string().min(1),
  analyses: analysesForm,
});
export type PartitionedModelForm = z.output<typeof partitionedModelForm>;
/** The file as a person writes it, before defaults are filled in. */
export type PartitionedModelFile = z.input<typeof partitionedModelForm>;

/** The published JSON Schema, for editors. */
export const partitionedModelJsonSchema = (): unknown =>
  z.toJSONSchema(partitionedModelForm, { io: 'input' });
