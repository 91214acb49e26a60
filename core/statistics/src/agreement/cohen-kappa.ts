import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach, normalTwoSided } from '../distributions/normal.ts';
import type { Matrix } from '../regression/cholesky.ts';
import { around, type Limits } from '../summary/interval.ts';
import { sum } from '../summary/moments.ts';

export const kappaWeights = ['unweighted', 'linear', 'quadratic'] as const;
export type KappaWeights = (typeof kappaWeights)[number];

export type CohenKappa = {
  readonly kappa: number;
  readonly observed: number;
  readonly expected: number;
  /** Under kappa = 0; null where a rater used one category, which leaves nothing to test. */
  readonly test: { readonly z: number; readonly p: number } | null;
  /** Of the estimate itself, for the interval. */
  readonly standardError: number;
  readonly limits: Limits;
};

export type KappaFault =
  | { readonly kind: 'too-few-classes'; readonly classes: number }
  | { readonly kind: 'agreement-undefined'; readonly subjects: number };

/**
 * Agreement of two raters beyond chance, for named or for ordered categories.
 *
 * The interval uses the variance at the estimate, the test that under no agreement: the two differ. Weights go by the position of a category, so a
 * category that nobody used still moves weighted values. Kappa falls where one category is rare: show the table beside it.
 *
 * Takes    table: counts, rows the first rater's categories, columns the second's, in one order; weights; level
 * Gives    kappa with limits, its test, and the observed and the expected (weighted) agreement
 * Fails    too-few-classes below 2; agreement-undefined without subjects or where both used one and the same category
 * Cost     O(q^2) for q categories
 * Source   Cohen (1960), Educ Psychol Meas 20, 37-46; Cohen (1968), Psychol Bull 70, 213-220; Fleiss, Cohen and Everitt (1969), ibid. 72, 323-327
 * Checked  reference cases of the method kappa
 */
export function cohenKappa(
  table: Matrix,
  { weights, level }: { readonly weights: KappaWeights; readonly level: number },
): Result<CohenKappa, KappaFault> {
  const q = table.length;
  if (q < 2) return fail({ kind: 'too-few-classes', classes: q });
  const n = sum(table.map(sum));
  const share = table.map((row) => row.map((count) => count / n));
  const rows = share.map(sum);
  const columns = rows.map((_row, j) => sum(share.map((row) => row[j] ?? NaN)));
  const weight = (i: number, j: number): number => agreementWeight(weights, i, j, q);
  /** Mean over all pairs of categories, each weighted by a share. */
  const overPairs = (of: (i: number, j: number) => number): number =>
    sum(rows.map((_row, i) => sum(columns.map((_column, j) => of(i, j)))));
  const row = (i: number): number => rows[i] ?? NaN;
  const column = (j: number): number => columns[j] ?? NaN;
  const cell = (i: number, j: number): number => share[i]?.[j] ?? NaN;

  const observed = overPairs((i, j) => weight(i, j) * cell(i, j));
  const expected = overPairs((i, j) => weight(i, j) * row(i) * column(j));
  if (!(n > 0) || expected === 1) return fail({ kind: 'agreement-undefined', subjects: n });
  const kappa = (observed - expected) / (1 - expected);

  const meanOfRow = rows.map((_row, i) => sum(columns.map((p, j) => p * weight(i, j))));
  const meanOfColumn = columns.map((_column, j) => sum(rows.map((p, i) => p * weight(i, j))));
  const margin = (i: number, j: number): number => (meanOfRow[i] ?? NaN) + (meanOfColumn[j] ?? NaN);
  const square = (x: number): number => x * x;
  const nullVariance =
    (overPairs((i, j) => row(i) * column(j) * square(weight(i, j) - margin(i, j))) - square(expected)) /
    (n * square(1 - expected));
  const variance =
    (overPairs((i, j) => cell(i, j) * square(weight(i, j) * (1 - expected) - margin(i, j) * (1 - observed))) -
      square(observed * expected - 2 * expected + observed)) /
    (n * square(square(1 - expected)));
  const standardError = Math.sqrt(Math.max(0, variance));
  const z = nullVariance > 1e-14 / n ? kappa / Math.sqrt(nullVariance) : null;
  return succeed({
    kappa,
    observed,
    expected,
    test: z === null ? null : { z, p: normalTwoSided(z) },
    standardError,
    limits: around(kappa, standardError, normalReach(level)),
  });
}

function agreementWeight(weights: KappaWeights, i: number, j: number, q: number): number {
  if (weights === 'unweighted') return i === j ? 1 : 0;
  const distance = Math.abs(i - j) / (q - 1);
  return 1 - (weights === 'linear' ? distance : distance * distance);
}

/**
 * Two measures of agreement that a rare category does not pull down.
 *
 * Takes    table as for `cohenKappa`
 * Gives    Gwet's AC1; PABAK = 2 observed - 1, which corrects for chance as if there were two categories
 * Fails    never; NaN without subjects
 * Cost     O(q^2)
 * Source   Gwet (2008), Br J Math Stat Psychol 61, 29-48; Byrt, Bishop and Carlin (1993), J Clin Epidemiol 46, 423-429
 * Checked  reference cases of the method kappa
 */
export function prevalenceRobustAgreement(table: Matrix): { readonly ac1: number; readonly pabak: number } {
  const n = sum(table.map(sum));
  const observed = sum(table.map((row, i) => row[i] ?? NaN)) / n;
  const used = table.map((row, i) => (sum(row) + sum(table.map((other) => other[i] ?? NaN))) / (2 * n));
  const expected = sum(used.map((share) => share * (1 - share))) / (table.length - 1);
  return { ac1: (observed - expected) / (1 - expected), pabak: 2 * observed - 1 };
}
