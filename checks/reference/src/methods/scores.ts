import { z } from 'zod';
import type { Given } from '../case.ts';
import { readCsv, type Csv } from '../csv.ts';

/** A level as the case writes it; cells are compared with it as text. */
export const level = z.union([z.string(), z.number(), z.boolean()]).transform(String);

export const truthInputs = z.object({ truth: z.string(), positive: level, negative: level });
export type TruthInputs = z.output<typeof truthInputs>;

export type Groups = { readonly diseased: Float64Array; readonly healthy: Float64Array };

/** The first CSV file of a case. */
export function firstCsv(given: Given): Csv {
  const [path] = given.data;
  if (path === undefined) throw new Error('the case names no CSV file');
  return readCsv(path);
}

/** Scores of the diseased and of the healthy; rows of another truth, without a score, or not kept are left out. */
export function groupsOf(
  csv: Csv,
  truth: TruthInputs,
  score: string,
  keep: (row: number) => boolean = () => true,
): Groups {
  const [truths, values] = [csv.text(truth.truth), csv.numbers(score)];
  const of = (wanted: string): Float64Array =>
    values.filter((value, row) => truths[row] === wanted && !Number.isNaN(value) && keep(row));
  return { diseased: of(truth.positive), healthy: of(truth.negative) };
}

/** Rows where none of the scores is missing. */
export function completeOn(csv: Csv, scores: readonly string[]): (row: number) => boolean {
  const columns = scores.map((score) => csv.numbers(score));
  return (row) => columns.every((column) => !Number.isNaN(column[row] ?? NaN));
}

export const pair = ({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number;
}): readonly [number, number] => [low, high];
