import { fail, succeed, type Result } from '@daero/domain/result';
import { crossProducts } from '../regression/logistic.ts';
import { inverse, timesVector, type Matrix } from '../regression/cholesky.ts';
import { sum } from '../summary/moments.ts';
import { tau2 } from './tau2.ts';
import type { Studies } from './weighted.ts';

export type MetaRegression = {
  /** In the order of the terms. */
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
  /** What the terms leave unexplained. */
  readonly tau2: number;
  /** Share of the variance between studies that the terms explain, 0..1. */
  readonly r2: number;
  /** Wald chi-square of all terms but the first, which is the intercept. */
  readonly qm: number;
};

export type MetaRegressionFault = { readonly kind: 'terms-dependent'; readonly terms: number };

/**
 * Effects of studies regressed on what the studies are like, with a variance between studies left over (REML).
 *
 * Does the effect go with latitude, year or prevalence? It compares studies, not people: what explains studies need not act in them.
 *
 * Takes    studies; terms: one column each, the first of ones
 * Gives    coefficients, covariance, the variance left over and the share explained
 * Fails    terms-dependent where a term is a combination of the others
 * Cost     O(k p^2) a step of Fisher scoring
 * Source   Berkey, Hoaglin, Mosteller and Colditz (1995), Statistics in Medicine 14, 395-411; Viechtbauer (2010), J Stat Softw 36(3)
 * Checked  reference case of the method meta-analysis with a meta-regression
 */
export function metaRegression(
  studies: Studies,
  terms: readonly ArrayLike<number>[],
): Result<MetaRegression, MetaRegressionFault> {
  let between = tau2(studies, 'HE');
  for (let step = 0; step < 1000; step += 1) {
    const fit = fitAt(studies, terms, between);
    if (fit === null) return fail({ kind: 'terms-dependent', terms: terms.length });
    const slope = sum(fit.weights.map((weight, i) => square(weight * (fit.residuals[i] ?? NaN)))) - fit.trace;
    const next = Math.max(0, between + slope / fit.traceOfSquare);
    const moved = Math.abs(next - between);
    between = next;
    if (moved <= 1e-15 + 1e-14 * between) break;
  }
  const fit = fitAt(studies, terms, between);
  if (fit === null) return fail({ kind: 'terms-dependent', terms: terms.length });
  const { coefficients, covariance } = fit;
  const free = coefficients.slice(1);
  const inner = inverse(covariance.slice(1).map((row) => row.slice(1)));
  const qm =
    inner === null
      ? NaN
      : timesVector(inner, free).reduce((total, each, j) => total + each * (free[j] ?? NaN), 0);
  const alone = tau2(studies, 'REML');
  return succeed({
    coefficients,
    covariance,
    tau2: between,
    r2: alone > 0 ? Math.max(0, 1 - between / alone) : 0,
    qm,
  });
}

const square = (x: number): number => x * x;

/** Weighted least squares at one tau2, and the traces of P and PP that REML needs. */
function fitAt({ effects, variances }: Studies, terms: readonly ArrayLike<number>[], between: number) {
  const weights = variances.map((variance) => 1 / (variance + between));
  const covariance = inverse(crossProducts(terms, weights));
  if (covariance === null) return null;
  const right = terms.map((term) =>
    sum(weights.map((weight, i) => weight * (term[i] ?? NaN) * (effects[i] ?? NaN))),
  );
  const coefficients = timesVector(covariance, right);
  const residuals = effects.map(
    (effect, i) => effect - coefficients.reduce((total, b, j) => total + b * (terms[j]?.[i] ?? NaN), 0),
  );
  const squares = crossProducts(terms, weights.map(square));
  const cubes = crossProducts(
    terms,
    weights.map((weight) => weight * weight * weight),
  );
  // P = W - W X C X'W with C the covariance: tr P = sum w - tr(C X'W2X), tr PP = sum w2 - 2 tr(C X'W3X) + tr(C X'W2X C X'W2X).
  const once = covariance.map((row) =>
    squares.map((_each, k) => row.reduce((total, cell, j) => total + cell * (squares[j]?.[k] ?? NaN), 0)),
  );
  const traceOf = (left: Matrix, other: Matrix): number =>
    left.reduce(
      (total, row, j) => total + row.reduce((part, cell, k) => part + cell * (other[k]?.[j] ?? NaN), 0),
      0,
    );
  const trace = sum(weights) - traceOf(covariance, squares);
  const traceOfSquare = sum(weights.map(square)) - 2 * traceOf(covariance, cubes) + traceOf(once, once);
  return { weights, covariance, coefficients, residuals, trace, traceOfSquare };
}
