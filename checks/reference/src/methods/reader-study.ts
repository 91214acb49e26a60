import { unwrap } from '@daero/domain/result';
import type { CaseDesign } from '@daero/statistics/reader-study/variance-components';
import { readings, type ReaderStudy } from '@daero/statistics/reader-study/readings';
import { z } from 'zod';
import type { Given } from '../case.ts';
import { firstCsv, level, truthInputs } from './scores.ts';

/** What every reader-study case says of its file: one row a reading. */
export const readingInputs = truthInputs.extend({
  reader: z.string(),
  modality: z.string(),
  case: z.string(),
  rating: z.string(),
  direction: z.literal('higher'),
  readers: z.array(level),
  modalities: z.array(level),
});
export type ReadingInputs = z.output<typeof readingInputs>;

export const cut = z.object({ value: z.number(), positive_if: z.enum(['>=', '>', '<=', '<']) });
export type Cut = z.output<typeof cut>;

const rules: Readonly<Record<Cut['positive_if'], (rating: number, at: number) => boolean>> = {
  '>=': (rating, at) => rating >= at,
  '>': (rating, at) => rating > at,
  '<=': (rating, at) => rating <= at,
  '<': (rating, at) => rating < at,
};
export const positiveAt =
  ({ value, positive_if }: Cut) =>
  (rating: number): boolean =>
    rules[positive_if](rating, value);

/** The study of a case; rows without a rating or of another truth are left out. With a threshold the rating is 1 when positive, else 0. */
export function studyOf(given: Given, asked: ReadingInputs, threshold: Cut | null = null): ReaderStudy {
  const csv = firstCsv(given);
  const [truths, ratings] = [csv.text(asked.truth), csv.numbers(asked.rating)];
  const kept = [...truths.keys()].filter(
    (row) =>
      (truths[row] === asked.positive || truths[row] === asked.negative) &&
      !Number.isNaN(ratings[row] ?? NaN),
  );
  const [reader, modality, cases] = [csv.text(asked.reader), csv.text(asked.modality), csv.text(asked.case)];
  const of = (cells: readonly string[]) => kept.map((row) => cells[row] ?? '');
  return unwrap(
    readings(
      {
        reader: of(reader),
        modality: of(modality),
        case: of(cases),
        truth: kept.map((row) => (truths[row] === asked.positive ? 1 : 0)),
        rating: kept.map((row) => {
          const rating = ratings[row] ?? NaN;
          return threshold === null ? rating : positiveAt(threshold)(rating) ? 1 : 0;
        }),
      },
      asked,
    ),
  );
}

const designs: Readonly<Record<string, { readonly code: number; readonly design: CaseDesign }>> = {
  factorial: { code: 1, design: 'shared' },
  'cases-nested-in-readers': { code: 2, design: 'cases-nested-in-readers' },
  'cases-nested-in-modalities': { code: 3, design: 'cases-nested-in-modalities' },
};

/** Every other design (partly paired, split-plot) shares some cases, which the covariances themselves show. */
export const designOf = (name: string): { readonly code: number; readonly design: CaseDesign } =>
  (Object.hasOwn(designs, name) ? designs[name] : undefined) ?? { code: -1, design: 'shared' };

/** A number as it stands where there is one, a list where there are several. */
export const unlisted = <Item>(items: readonly Item[]): Item | readonly Item[] | undefined =>
  items.length === 1 ? items[0] : items;

/** Puts a value at the end of a path of keys. */
export function atPath(path: readonly string[], value: unknown): object {
  const [first, ...rest] = path;
  if (first === undefined) throw new Error('a path has at least one key');
  return { [first]: rest.length === 0 ? value : atPath(rest, value) };
}

/** Objects laid over one another, key by key, all the way down. */
export function merged(parts: readonly object[]): object {
  const whole: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [key, value] of Object.entries(part)) {
      const before = whole[key];
      whole[key] = isRecord(before) && isRecord(value) ? merged([before, value]) : value;
    }
  }
  return whole;
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
