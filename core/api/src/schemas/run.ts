import { z } from 'zod';
import { momentSchema, textSchema } from './chain.ts';
import { problemSchema } from './problem.ts';

export const runStates = ['queued', 'running', 'cancelled', 'failed', 'done'] as const;

export const progressSchema = z
  .strictObject({
    step: z.string(),
    done: z.int(),
    total: z.int(),
    message: textSchema,
    state: z.enum(runStates),
  })
  .readonly();

export const runSchema = z
  .strictObject({
    run: z.string(),
    project: z.string(),
    by: z.string(),
    reason: z.string(),
    askedAt: momentSchema,
    progress: progressSchema,
    problem: problemSchema.nullable().describe('why it failed'),
  })
  .readonly();

/** Every change says why. */
export const reasonSchema = z.strictObject({ reason: z.string().trim().min(1).max(500) });

const outcomeSchema = z.union([
  z
    .strictObject({
      line: z.int(),
      outcome: z.literal(['stored', 'already there']),
      eventId: z.string(),
      position: z.int(),
    })
    .readonly(),
  z.strictObject({ line: z.int(), outcome: z.literal('refused'), problem: problemSchema }).readonly(),
]);

/** What became of each line; what is called stored is on the disk. */
export const importSchema = z
  .strictObject({
    stored: z.int(),
    alreadyThere: z.int(),
    refused: z.int(),
    outcomes: z.array(outcomeSchema).readonly(),
  })
  .readonly();

export type RunState = (typeof runStates)[number];
export type ProgressView = z.output<typeof progressSchema>;
export type RunView = z.output<typeof runSchema>;
export type LineOutcome = z.output<typeof outcomeSchema>;
export type ImportAnswer = z.output<typeof importSchema>;
