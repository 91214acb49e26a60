import { z } from 'zod';

/** Settings that several methods share, so that a plan writes them in one way. */
export const levelSetting = z.number().gt(0.5).lt(1).default(0.95);

export const textSetting = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });

/** Of every method that draws patients with replacement. */
export const bootstrapSettings = {
  replicates: z.number().int().min(200).max(20_000).default(2000),
  seed: z.number().int().min(0).default(1),
};
