import { fail, succeed, type Result } from '@daero/domain/result';
import { fUpper } from '../distributions/f.ts';
import { fQuantile } from '../distributions/f-quantile.ts';
import type { Limits } from '../summary/interval.ts';
import { mean, sum } from '../summary/moments.ts';

export type IccForm = {
  /** One-way: each subject has raters of its own. Two-way: the same raters rate all. */
  readonly model: 'one-way' | 'two-way';
  /** Consistency forgives a rater who is always higher by the same; agreement does not. A one-way model knows no difference. */
  readonly type: 'consistency' | 'agreement';
  /** The reliability of one rating, or of the mean of all raters. */
  readonly unit: 'single' | 'average';
};

export type Icc = {
  readonly icc: number;
  readonly limits: Limits;
  /** The test of no differences between subjects, with the degrees of freedom of the interval. */
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
};

export type IccFault =
  | { readonly kind: 'too-few-raters'; readonly raters: number }
  | { readonly kind: 'too-few-subjects'; readonly subjects: number }
  | { readonly kind: 'rating-missing'; readonly rater: number; readonly subject: number }
  | { readonly kind: 'agreement-undefined'; readonly subjects: number };

/**
 * Intraclass correlation: the share of the variation that lies between subjects, in McGraw and Wong's six forms.
 *
 * (1,1) and (1,k) are one-way; (C,1) and (C,k) two-way consistency; (A,1) and (A,k) two-way agreement. Name the form: they differ by much.
 * The limits of agreement use Satterthwaite's degrees of freedom.
 *
 * Takes    ratings: a column a rater, n subjects each, none missing; form; level of two-sided coverage
 * Gives    the coefficient (which can be negative), its limits, and the F test
 * Fails    too-few-raters below 2; too-few-subjects below 2; rating-missing; agreement-undefined where no rating differs
 * Cost     O(n k)
 * Source   Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428; McGraw and Wong (1996), Psychological Methods 1, 30-46
 * Checked  reference cases of the method icc
 */
export function icc(
  ratings: readonly ArrayLike<number>[],
  { form, level }: { readonly form: IccForm; readonly level: number },
): Result<Icc, IccFault> {
  const table = varianceTable(ratings);
  if (!table.ok) return table;
  const { n, k, subjects, within, raters, error } = table.value;
  const upper = (1 + level) / 2;
  const single = form.unit === 'single';
  if (form.model === 'one-way' || form.type === 'consistency') {
    const [rest, df2] = form.model === 'one-way' ? [within, n * (k - 1)] : [error, (n - 1) * (k - 1)];
    const f = subjects / rest;
    // Each limit is the coefficient at an F that the sample could have had.
    const at = (ratio: number): number => (single ? (ratio - 1) / (ratio + k - 1) : 1 - 1 / ratio);
    return succeed({
      icc: at(f),
      limits: { low: at(f / fQuantile(upper, n - 1, df2)), high: at(f * fQuantile(upper, df2, n - 1)) },
      f,
      df1: n - 1,
      df2,
      p: fUpper(f, n - 1, df2),
    });
  }
  const value =
    (subjects - error) /
    (single ? subjects + (k - 1) * error + (k * (raters - error)) / n : subjects + (raters - error) / n);
  return succeed({
    icc: value,
    ...agreementLimits(table.value, { value, unit: form.unit, odds: single ? k : 1, level }),
  });
}

/** Limits and test of two-way agreement; `odds` times value/(1 - value) is what Satterthwaite's degrees of freedom are formed from. */
export function agreementLimits(
  { n, k, subjects, raters, error }: VarianceTable,
  {
    value,
    unit,
    odds,
    level,
  }: {
    readonly value: number;
    readonly unit: IccForm['unit'];
    readonly odds: number;
    readonly level: number;
  },
): Omit<Icc, 'icc'> {
  const between = (odds * value) / (n * (1 - value));
  const ofRaters = between * raters;
  const ofError = (1 + (n - 1) * between) * error;
  const df2 =
    ((ofRaters + ofError) * (ofRaters + ofError)) /
    ((ofRaters * ofRaters) / (k - 1) + (ofError * ofError) / ((n - 1) * (k - 1)));
  const upper = (1 + level) / 2;
  const [below, above] = [fQuantile(upper, n - 1, df2), fQuantile(upper, df2, n - 1)];
  const spread = unit === 'single' ? k * raters + (k * n - k - n) * error : raters - error;
  const f = subjects / error;
  return {
    limits: {
      low: (n * (subjects - below * error)) / (below * spread + n * subjects),
      high: (n * (above * subjects - error)) / (spread + n * above * subjects),
    },
    f,
    df1: n - 1,
    df2,
    p: fUpper(f, n - 1, df2),
  };
}

export type VarianceTable = {
  readonly n: number;
  readonly k: number;
  /** Mean squares. */
  readonly subjects: number;
  readonly within: number;
  readonly raters: number;
  readonly error: number;
};

/** Mean squares of the two-way table of subjects and raters. */
export function varianceTable(ratings: readonly ArrayLike<number>[]): Result<VarianceTable, IccFault> {
  const [k, n] = [ratings.length, ratings[0]?.length ?? 0];
  if (k < 2) return fail({ kind: 'too-few-raters', raters: k });
  if (n < 2) return fail({ kind: 'too-few-subjects', subjects: n });
  const rows = Array.from({ length: n }, (_row, i) => ratings.map((column) => column[i] ?? NaN));
  for (const [i, row] of rows.entries()) {
    const missing = row.findIndex((value) => !Number.isFinite(value));
    if (missing >= 0) return fail({ kind: 'rating-missing', rater: missing + 1, subject: i + 1 });
  }
  const ofSubject = rows.map(mean);
  const ofRater = ratings.map(mean);
  const all = mean(ofSubject);
  const squares = (values: readonly number[]): number => sum(values.map((value) => value * value));
  const between = k * squares(ofSubject.map((value) => value - all));
  const inside = squares(rows.flatMap((row, i) => row.map((value) => value - (ofSubject[i] ?? NaN))));
  const byRater = n * squares(ofRater.map((value) => value - all));
  if (between + inside === 0) return fail({ kind: 'agreement-undefined', subjects: n });
  return succeed({
    n,
    k,
    subjects: between / (n - 1),
    within: inside / (n * (k - 1)),
    raters: byRater / (k - 1),
    error: (inside - byRater) / ((n - 1) * (k - 1)),
  });
}
