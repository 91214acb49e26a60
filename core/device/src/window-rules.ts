import { z } from 'zod';

/** Where a value comes from in the source, and which values there are artefacts or codes for "missing". */
const parameter = z.strictObject({
  parameter: z.string().min(1).describe('Name of the item in the source'),
  missingAtOrBelow: z.number().optional().describe('Values at or below are missing, for example 0'),
  missingBelow: z.number().optional().describe('Values below are missing, for example 25 degrees'),
  missingAbove: z.number().optional().describe('Values above are missing'),
});

/** A sign is present when the last value lies above, or below, its limit. */
const signal = parameter
  .extend({ above: z.number().optional(), below: z.number().optional() })
  .refine(({ above, below }) => (above === undefined) !== (below === undefined), 'say either above or below');

/** The first parameter that has a value in the window counts. */
const preferred = z.strictObject({ prefer: z.array(parameter).min(1) });
/** The sign is present when any of these shows it, absent when one has a value and none shows it. */
const anyOf = z.strictObject({ anyOf: z.array(signal).min(1) });

/** How the observations of a stay become the inputs of a score: stated in the plan, because another source needs others. */
export const windowRules = z
  .strictObject({
    firstHour: z.int().min(0).default(1),
    lastHour: z.int().min(0).default(24),
    lookBackMinutes: z
      .number()
      .positive()
      .default(720)
      .describe('A value this old still counts, an older one does not'),
    items: z
      .record(z.string().min(1), z.union([preferred, anyOf]))
      .describe('By the items of the score table'),
  })
  .refine(({ firstHour, lastHour }) => firstHour <= lastHour, 'firstHour lies after lastHour');

export type WindowRules = z.output<typeof windowRules>;
export type ItemRule = WindowRules['items'][string];
export type Parameter = z.output<typeof parameter>;
export type Signal = z.output<typeof signal>;

/** True where a value of this parameter counts as one. */
export const isPresent = (rule: Parameter, value: number): boolean =>
  Number.isFinite(value) &&
  !(rule.missingAtOrBelow !== undefined && value <= rule.missingAtOrBelow) &&
  !(rule.missingBelow !== undefined && value < rule.missingBelow) &&
  !(rule.missingAbove !== undefined && value > rule.missingAbove);

export const shows = (rule: Signal, value: number): boolean =>
  rule.above === undefined ? value < (rule.below ?? -Infinity) : value > rule.above;
