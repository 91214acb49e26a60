import type { Json } from '@daero/domain/canonical';
import { z } from 'zod';
import { hashSchema, momentSchema, nodeEstimateSchema, nodeStatuses, textSchema } from './chain.ts';

const jsonSchema: z.ZodType<Json> = z.json();

/** A file beside the model: as it is written, or why it cannot be read. It is shown and takes no part in the chain. */
const besideSchema = z.union([
  z.strictObject({ file: z.string(), content: jsonSchema }).readonly(),
  z.strictObject({ file: z.string(), trouble: textSchema }).readonly(),
]);

/** An economic model with everything that it takes to run it again: its file, and the estimates that parameters are bound to. */
export const economicModelSchema = z
  .strictObject({
    file: z.string(),
    model: jsonSchema.describe('the model file as it stands'),
    node: z
      .strictObject({ hash: hashSchema, status: z.enum(nodeStatuses) })
      .readonly()
      .nullable(),
    parameters: z.array(z.strictObject({ name: z.string(), node: hashSchema }).readonly()).readonly(),
    estimates: z
      .array(nodeEstimateSchema)
      .readonly()
      .describe('those that parameters are bound to; of what is withheld, only why'),
    notBuilt: z.array(z.string()).readonly().describe('bound estimates that have not been computed'),
    locked: z
      .strictObject({ at: momentSchema, by: z.string(), hash: hashSchema, model: jsonSchema })
      .readonly()
      .nullable()
      .describe('the model as it was locked; null where the plan is not locked'),
    budget: besideSchema.nullable(),
    hospital: besideSchema.nullable(),
  })
  .readonly();

export type EconomicModelView = z.output<typeof economicModelSchema>;
export type BesideView = z.output<typeof besideSchema>;
