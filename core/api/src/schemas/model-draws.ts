import type { AcceptabilityShape } from '@daero/domain/shape';
import { z } from 'zod';
import { hashSchema, textSchema } from './chain.ts';
import { problemSchema } from './problem.ts';
import { runStates } from './run.ts';

const spread = z
  .strictObject({ mean: z.number(), standardError: z.number(), low: z.number(), high: z.number() })
  .readonly();

/** What a large number of draws of the economic model says; none of it enters the chain. */
const drawsResultSchema = z
  .strictObject({
    draws: z.int(),
    seed: z.int(),
    stated: z.number(),
    comparisons: z
      .array(
        z
          .strictObject({
            strategy: z.string(),
            label: textSchema,
            cost: spread,
            effect: spread,
            netBenefit: spread,
          })
          .readonly(),
      )
      .readonly(),
    best: z
      .array(
        z
          .strictObject({
            strategy: z.string(),
            label: textSchema,
            share: z.number(),
            standardError: z.number(),
          })
          .readonly(),
      )
      .readonly(),
    evpi: z.number(),
    acceptability: z.custom<AcceptabilityShape>(),
    workers: z.int().describe('threads that drew'),
    hash: hashSchema.describe(
      'SHA-256 of all drawn costs and effects: the same whatever the number of threads',
    ),
  })
  .readonly();

export const modelDrawsSchema = z
  .strictObject({
    key: hashSchema.describe('of model, estimates, draws and seed: the same question has the same key'),
    state: z.enum(runStates),
    done: z.int(),
    total: z.int(),
    problem: problemSchema.nullable(),
    result: drawsResultSchema.nullable(),
  })
  .readonly();

export type ModelDrawsView = z.output<typeof modelDrawsSchema>;
export type ModelDrawsResult = z.output<typeof drawsResultSchema>;
/** A job's answer, read again where it comes out of the queue. */
export const readDrawsResult = drawsResultSchema;
export const mostModelDraws = 1_000_000;
