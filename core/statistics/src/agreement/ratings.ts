import { fail, succeed, type Result } from '@daero/domain/result';
import type { Matrix } from '../regression/cholesky.ts';

/** Ratings of the same subjects by several raters: positions of categories from 0, NaN where one is missing. */
export type Ratings = { readonly raters: readonly ArrayLike<number>[]; readonly categories: number };

export type RatingsFault =
  | { readonly kind: 'too-few-raters'; readonly raters: number }
  | { readonly kind: 'rating-missing'; readonly rater: number; readonly subject: number };

/** How many raters put each subject in each category. */
export function countRatings({ raters, categories }: Ratings): Result<Matrix, RatingsFault> {
  const [first] = raters;
  if (first === undefined || raters.length < 2)
    return fail({ kind: 'too-few-raters', raters: raters.length });
  const counts = Array.from(first, () => Array.from({ length: categories }, () => 0));
  for (const [r, column] of raters.entries()) {
    for (const [subject, row] of counts.entries()) {
      const category = column[subject] ?? NaN;
      const before = row[category];
      if (before === undefined) return fail({ kind: 'rating-missing', rater: r + 1, subject: subject + 1 });
      row[category] = before + 1;
    }
  }
  return succeed(counts);
}

/** The table of two raters, rows the first. Subjects that one of them did not rate are left out. */
export function crossTable(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  categories: number,
): readonly (readonly number[])[] {
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (let subject = 0; subject < first.length; subject += 1) {
    const row = table[first[subject] ?? NaN];
    const before = row?.[second[subject] ?? NaN];
    if (row !== undefined && before !== undefined) row[second[subject] ?? NaN] = before + 1;
  }
  return table;
}
