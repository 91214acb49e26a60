import type { Shape } from '@daero/domain/shape';
import { studyQuestion } from '@daero/evidence/design/study-question';
import { z } from 'zod';
import { textSchema } from './chain.ts';

/** What the study designer is asked: a study question as a file of the command line writes it. */
export const designQuestionSchema = studyQuestion;

const neededSchema = z
  .strictObject({ id: z.string(), label: textSchema, value: z.number(), unit: textSchema })
  .readonly();
const stepSchema = z
  .strictObject({
    id: z.string(),
    label: textSchema,
    n: z.number().describe('before clusters and losses'),
    needed: z.number(),
    recruited: z.number(),
    unit: textSchema,
    effect: z.number().describe('design effect of clusters'),
    reads: z.enum(['power', 'half-width']),
    target: z.number(),
    reached: z.number(),
    formula: textSchema,
    source: z.string(),
    assumptions: z.array(textSchema).readonly(),
  })
  .readonly();
const analysisSchema = z
  .strictObject({
    id: z.string(),
    title: textSchema,
    method: z.string(),
    role: z.enum(['primary', 'secondary', 'size']),
    settings: textSchema.describe('as they stand in the plan, on one line'),
  })
  .readonly();
const itemSchema = z
  .strictObject({
    item: z.string(),
    about: textSchema,
    state: z.enum(['filled', 'open', 'later']),
    text: textSchema.nullable(),
  })
  .readonly();
const checklistSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    source: z.string(),
    note: textSchema,
    counts: z.strictObject({ filled: z.int(), open: z.int(), later: z.int() }).readonly(),
    items: z.array(itemSchema).readonly(),
  })
  .readonly();

export const designSchema = z
  .strictObject({
    title: textSchema,
    hypotheses: z.array(textSchema).readonly(),
    numbers: z.array(neededSchema).min(1).readonly(),
    steps: z.array(stepSchema).readonly(),
    curves: z.array(z.custom<Extract<Shape, { readonly shape: 'size-curve' }>>()).readonly(),
    analyses: z.array(analysisSchema).readonly(),
    notes: z.array(textSchema).readonly(),
    checklists: z.array(checklistSchema).readonly(),
  })
  .readonly();

export const designFilesSchema = z
  .strictObject({
    plan: z.string(),
    protocol: z
      .strictObject({ ko: z.string(), en: z.string() })
      .readonly()
      .describe('HTML, byte for byte what the hash in the plan is of'),
  })
  .readonly();

export const methodSchema = z
  .strictObject({
    name: z.string(),
    title: textSchema,
    columns: z
      .array(
        z.strictObject({
          role: z.string(),
          kind: z.enum(['binary', 'number', 'label']),
          optional: z.boolean(),
        }),
      )
      .readonly(),
    gives: z.array(z.string()).readonly(),
    byGroup: z.boolean(),
  })
  .readonly();

export type DesignView = z.output<typeof designSchema>;
export type DesignFiles = z.output<typeof designFilesSchema>;
export type MethodView = z.output<typeof methodSchema>;
export type DesignQuestion = z.input<typeof designQuestionSchema>;
