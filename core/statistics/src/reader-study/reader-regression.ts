import { fail, succeed, type Result } from '@daero/domain/result';
import { inverse, timesMatrix, type Matrix } from '../regression/cholesky.ts';
import {
  differenceOf,
  type Generalises,
  type InferenceFault,
  type ReaderDifference,
} from './obuchowski-rockette.ts';

/** One figure a reader, such as a difference of two modalities, and how these figures go together over cases. */
export type ReaderFigure = {
  readonly values: readonly number[];
  /** Readers by readers; null where cases are taken as fixed. */
  readonly covariance: Matrix | null;
};

export type RegressionFault =
  | { readonly kind: 'readers-below-terms'; readonly readers: number; readonly terms: number }
  | Extract<InferenceFault, { kind: 'reader-variance-not-positive' }>;

export type ReaderCoefficient = Omit<ReaderDifference, 'first' | 'second'>;

/**
 * What one figure a reader comes to on average, where readers differ by design: in the order in which they read, for one.
 *
 * Least squares over readers. As in an Obuchowski-Rockette analysis the mean square about the fit tells how readers differ and
 * holds the part of cases that readers do not share; what they share comes on top, and is never taken as less than 0. With
 * differences of two modalities and a constant alone it is that analysis: value, standard error and degrees of freedom.
 *
 * Takes    r figures with their covariance over cases; the design, r rows by q columns; to whom it generalises; level
 * Gives    the q coefficients, each with interval and test against 0; df from Hillis' rule with r - q
 * Fails    readers-below-terms where r <= q, readers being random, or where the columns say the same; reader-variance-not-positive
 * Cost     O(q r^2)
 * Source   Hillis (2007), Statistics in Medicine 26, 596-619; Hillis (2014), Statistics in Medicine 33, 330-360 (marginal means)
 * Checked  equal to `obuchowskiRockette` for a constant alone, and coverage by simulation, in crossover.test.ts
 */
export function readerRegression(
  { values, covariance }: ReaderFigure,
  design: Matrix,
  { to, level }: { readonly to: Generalises; readonly level: number },
): Result<readonly ReaderCoefficient[], RegressionFault> {
  const [r, q] = [values.length, design[0]?.length ?? 0];
  const across = design[0]?.map((_cell, c) => design.map((row) => row[c] ?? NaN)) ?? [];
  const inner = inverse(timesMatrix(across, design));
  if (inner === null || (r <= q && to !== 'cases'))
    return fail({ kind: 'readers-below-terms', readers: r, terms: q });
  const weights = timesMatrix(inner, across); // a row a coefficient
  const coefficients = weights.map((row) => inProduct(row, values));
  const rest = values.map((value, j) => value - inProduct(design[j] ?? [], coefficients));
  const square = r > q ? inProduct(rest, rest) / (r - q) : 0;
  const apart = covariance === null || r <= q ? 0 : withinFit(covariance, design, weights) / (r - q);

  const found: ReaderCoefficient[] = [];
  for (const [c, own] of weights.entries()) {
    const length = inProduct(own, own);
    const ofCases =
      covariance === null ? 0 : own.reduce((x, w, i) => x + w * inProduct(covariance[i] ?? [], own), 0);
    const reader = length * square;
    const variance =
      to === 'cases' ? ofCases : to === 'readers' ? reader : reader + Math.max(ofCases - length * apart, 0);
    // What is left of cancelled covariances is rounding, not a variance.
    if (!(variance > 1e-18)) return fail({ kind: 'reader-variance-not-positive', denominator: variance });
    const df =
      to === 'cases' || reader === 0 ? Infinity : ((variance * variance) / (reader * reader)) * (r - q);
    found.push(differenceOf(coefficients[c] ?? NaN, Math.sqrt(variance), { df, level }));
  }
  return succeed(found);
}

/** The trace of (I - H) S: what cases alone would add to the sum of squares about the fit. */
const withinFit = (covariance: Matrix, design: Matrix, weights: Matrix): number =>
  covariance.reduce((total, row, i) => {
    const hat = row.map((_cell, j) =>
      (design[i] ?? []).reduce((x, cell, c) => x + cell * (weights[c]?.[j] ?? NaN), 0),
    );
    return total + (row[i] ?? NaN) - inProduct(hat, row);
  }, 0);

export const inProduct = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, x, at) => total + x * (b[at] ?? NaN), 0);
