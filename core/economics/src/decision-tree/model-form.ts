import { z } from 'zod';
import { analysesForm } from '../model/analyses.ts';
import { parameterForm, textForm } from '../model/parameter.ts';
import { jointForm } from '../uncertainty/joint.ts';
import { nodeForm } from './tree.ts';

const rate = z.number().min(0).max(1);

/** A model file as it is written; `readDecisionModel` checks what a form cannot say. */
export const decisionModelForm = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal('decision-tree'),
  title: textForm,
  currency: z.literal('KRW'),
  priceYear: z.int().min(1900).max(2200),
  perspective: textForm,
  timeHorizon: textForm,
  discounting: z.strictObject({ costs: rate, effects: rate, statement: textForm }),
  outcomes: z.strictObject({
    cost: z.strictObject({ unit: z.literal('KRW') }),
    qaly: z.strictObject({ unit: z.literal('QALY') }),
  }),
  parameters: z.array(parameterForm).min(1),
  /** Parameters that are drawn together. */
  joint: z.array(jointForm).default([]),
  reference: z.string().min(1),
  root: nodeForm,
  analyses: analysesForm,
});
export type DecisionModelForm = z.output<typeof decisionModelForm>;
/** The file as a person writes it, before defaults are filled in. */
export type DecisionModelFile = z.input<typeof decisionModelForm>;

/** The published JSON Schema, for editors. */
export const decisionModelJsonSchema = (): unknown => z.toJSONSchema(decisionModelForm, { io: 'input' });
