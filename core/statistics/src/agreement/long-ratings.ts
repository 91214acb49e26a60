import { fail, succeed, type Fault, type Result } from '@daero/domain/result';

/** Ratings by rater and subject, out of rows that name both. */
export type RatingGrid<Rating> = {
  readonly raters: readonly string[];
  readonly subjects: readonly string[];
  /** A row a rater, a column a subject; null where there is no rating. */
  readonly cells: readonly (readonly (Rating | null)[])[];
  readonly missing: number;
};

/**
 * Rows of subject, rater and rating as a grid.
 *
 * Takes    the three columns; null for a rating that is missing, as is one without a row
 * Gives    the grid, raters and subjects by name, and how many of its cells are empty
 * Fails    rating-twice where one rater has two rows of one subject
 * Cost     O(n log n)
 * Source   none: a reading of columns
 * Checked  in the tests of the methods that use it
 */
export function longRatings<Rating>(rows: {
  readonly subject: readonly string[];
  readonly rater: readonly string[];
  readonly rating: ArrayLike<Rating | null>;
}): Result<RatingGrid<Rating>, Fault> {
  const raters = [...new Set(rows.rater)].sort();
  const subjects = [...new Set(rows.subject)].sort();
  const [atRater, atSubject] = [places(raters), places(subjects)];
  const cells = raters.map(() => subjects.map((): Rating | null => null));
  const seen = new Set<number>();
  let missing = raters.length * subjects.length;
  for (let row = 0; row < rows.subject.length; row += 1) {
    const [rater = '', subject = ''] = [rows.rater[row], rows.subject[row]];
    const [i, j] = [atRater.get(rater) ?? 0, atSubject.get(subject) ?? 0];
    const key = i * subjects.length + j;
    if (seen.has(key)) return fail({ kind: 'rating-twice', rater, subject });
    seen.add(key);
    const rating = rows.rating[row] ?? null;
    const column = cells[i];
    if (rating === null || column === undefined) continue;
    column[j] = rating;
    missing -= 1;
  }
  return succeed({ raters, subjects, cells, missing });
}

const places = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, place) => [name, place]));

/** The grid without empty cells; a fault names the first subject that some rater did not rate. */
export function completeGrid<Rating>({
  raters,
  subjects,
  cells,
}: RatingGrid<Rating>): Result<readonly (readonly Rating[])[], Fault> {
  for (const [j, subject] of subjects.entries()) {
    const rated = cells.filter((column) => column[j] !== null).length;
    if (rated < raters.length)
      return fail({ kind: 'rating-unpaired', subject, rated, raters: raters.length });
  }
  return succeed(cells.map((column) => column.flatMap((rating) => (rating === null ? [] : [rating]))));
}
