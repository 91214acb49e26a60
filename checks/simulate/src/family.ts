import type { Text } from '@daero/domain/text';
import type { RandomStream } from '@daero/statistics/resampling/random-stream';
import type { Limits } from '@daero/statistics/summary/interval';
import type { z } from 'zod';

/**
 * What a form is to us. The default is what a plan gets that names nothing, and is held to the band; the others are published
 * as they come out: exact ones err on the wide side by construction, asymptotic ones on the narrow side in small studies.
 */
export type Standing = 'default' | 'exact' | 'asymptotic' | 'other';

/** One line of the table: which quantity, by which form, and what is counted. */
export type Line = {
  readonly quantity: string;
  readonly form: string;
  readonly standing: Standing;
  readonly counts: 'coverage' | 'type-1-error' | 'power';
  /** The true value of the quantity; for power the power that was planned. */
  readonly truth: number;
};

/** Limits of an interval or the p of a test, in the order of the lines; null where the method gave none. */
export type Answer = Limits | number | null;

/** A scenario made ready: its lines, and one simulated study at a time. */
export type Trials = {
  readonly lines: readonly Line[];
  readonly replicate: (random: RandomStream) => readonly Answer[];
};

/** A family of methods with the model that its studies are drawn from. */
export type Family<Settings extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly title: Text;
  /** How a study is drawn, in a sentence. */
  readonly model: Text;
  readonly settings: Settings;
  /** The path from the root of the repository: its content is part of what a stored chunk is known by. */
  readonly file: string;
  readonly prepare: (settings: z.output<Settings>) => Trials;
};

/** Keeps the types of a family while it is written. */
export const family = <Settings extends z.ZodType>(record: Family<Settings>): Family<Settings> => record;

/** A family among others in a table: its settings are read by its own schema. */
export const listed = <Settings extends z.ZodType>(record: Family<Settings>): Family => ({
  ...record,
  prepare: (settings) => record.prepare(record.settings.parse(settings)),
});

export const covers = (quantity: string, truth: number, form: string, standing: Standing): Line => ({
  quantity,
  form,
  standing,
  counts: 'coverage',
  truth,
});

export const rejectsTruth = (quantity: string, truth: number, form: string, standing: Standing): Line => ({
  quantity,
  form,
  standing,
  counts: 'type-1-error',
  truth,
});

export const findsWith = (quantity: string, power: number, form: string): Line => ({
  quantity,
  form,
  standing: 'default',
  counts: 'power',
  truth: power,
});
