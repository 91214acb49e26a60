import { fail, succeed, type Result } from '@daero/domain/result';
import { studentReach } from '../distributions/student-t.ts';
import type { Matrix } from '../regression/cholesky.ts';
import { around, type Limits } from '../summary/interval.ts';
import { mean, sum } from '../summary/moments.ts';

export type ChanceAgreement = {
  readonly value: number;
  readonly standardError: number;
  readonly limits: Limits;
};

export type MultiRaterAgreement = {
  readonly fleiss: ChanceAgreement;
  readonly ac1: ChanceAgreement;
  /** Of pairs of ratings of one subject. */
  readonly observed: number;
  /** With two ratings or more. */
  readonly subjects: number;
};

export type AgreementFault = { readonly kind: 'agreement-undefined'; readonly subjects: number };

/**
 * Fleiss's kappa and Gwet's AC1 of any number of raters, with ratings missing, and their intervals.
 *
 * The subjects are the sample: the interval says what other subjects would have given with these raters. AC1 does not fall where a category is
 * rare. A subject with one rating counts in the shares of the categories, not in the agreement. In some 60 subjects kappa is a
 * little low and its 95 % interval covers 94 %; from 150 on it holds.
 *
 * Takes    counts: a row a subject, how many raters put it in each category; level of two-sided coverage
 * Gives    both coefficients with limits (t with subjects - 1 degrees of freedom, not cut at 1) and the observed agreement
 * Fails    agreement-undefined with fewer than 2 subjects of two ratings, or where all ratings are of one category (kappa has no value)
 * Cost     O(n q) for n subjects and q categories
 * Source   Fleiss (1971), Psychological Bulletin 76, 378-382; Gwet (2008), Br J Math Stat Psychol 61, 29-48; variances: Gwet (2021), Educational and
 *          Psychological Measurement 81, 781-790, and (2014), Handbook of inter-rater reliability, 4th edition, chapter 5
 * Checked  without missing ratings the kappa of `fleissKappa`; coverage by simulation and the jackknife in its test
 */
export function chanceAgreement(counts: Matrix, level: number): Result<MultiRaterAgreement, AgreementFault> {
  const rated = counts.filter((row) => sum(row) > 0);
  const n = rated.length;
  const categories = rated[0]?.length ?? 0;
  const sizes = rated.map(sum);
  const paired = sizes.filter((size) => size >= 2).length;
  const shares = Array.from({ length: categories }, (_none, k) =>
    mean(rated.map((row, i) => (row[k] ?? NaN) / (sizes[i] ?? NaN))),
  );
  const used = shares.filter((share) => share > 0).length;
  if (paired < 2 || used < 2) return fail({ kind: 'agreement-undefined', subjects: paired });

  const ofSubject = rated.map((row, i) => {
    const size = sizes[i] ?? NaN;
    return size < 2 ? 0 : sum(row.map((count) => count * (count - 1))) / (size * (size - 1));
  });
  const observed = sum(ofSubject) / paired;
  /** A coefficient with chance agreement `expected`, of which subject i gives `chanceOf(i)`. */
  const coefficient = (expected: number, chanceOf: (row: readonly number[], size: number) => number) => {
    const value = (observed - expected) / (1 - expected);
    const moves = rated.map((row, i) => {
      const size = sizes[i] ?? NaN;
      const own = size < 2 ? 0 : ((n / paired) * ((ofSubject[i] ?? NaN) - expected)) / (1 - expected);
      return own - (2 * (1 - value) * (chanceOf(row, size) - expected)) / (1 - expected);
    });
    const squares = sum(moves.map((move) => (move - value) * (move - value)));
    const standardError = Math.sqrt(squares / (n * (n - 1)));
    return { value, standardError, limits: around(value, standardError, studentReach(level, n - 1)) };
  };
  const weighted = (weight: (share: number) => number) => (row: readonly number[], size: number) =>
    sum(row.map((count, k) => count * weight(shares[k] ?? NaN))) / size;
  const others = (share: number): number => (1 - share) / (categories - 1);
  return succeed({
    fleiss: coefficient(
      sum(shares.map((share) => share * share)),
      weighted((share) => share),
    ),
    ac1: coefficient(sum(shares.map((share) => share * others(share))), weighted(others)),
    observed,
    subjects: paired,
  });
}
