import { fail, succeed, type Result } from '@daero/domain/result';
import { logistic } from '../summary/interval.ts';
import { inverse, timesVector, type Matrix } from './cholesky.ts';

export type LogisticFit = {
  /** In the order of the terms. */
  readonly coefficients: readonly number[];
  /** Model-based: the inverse of the information. */
  readonly covariance: Matrix;
  readonly fitted: Float64Array;
  readonly logLikelihood: number;
};

export type LogisticFault =
  | { readonly kind: 'outcome-constant'; readonly events: number; readonly n: number }
  | { readonly kind: 'terms-dependent'; readonly terms: number }
  | { readonly kind: 'regression-diverges'; readonly steps: number };

export type LogisticDesign = {
  /** 0 or 1. */
  readonly outcome: ArrayLike<number>;
  /** One column a term; a column of ones is the intercept. */
  readonly terms: readonly ArrayLike<number>[];
  /** Added to the linear predictor with coefficient 1. */
  readonly offset?: ArrayLike<number>;
};

const mostSteps = 60;

/**
 * Logistic regression by maximum likelihood.
 *
 * By how much does the log odds of the outcome move with each term, the others held? Where a combination of terms separates
 * the outcomes completely no finite answer exists: that is a fault, not a large number.
 *
 * Takes    outcome of n rows, p columns of terms, an offset or none
 * Gives    coefficients, their model-based covariance, fitted risks and the log likelihood
 * Fails    outcome-constant; terms-dependent where the information is singular; regression-diverges on separation
 * Cost     O(n p^2) a step, some ten steps
 * Source   McCullagh and Nelder (1989), Generalized linear models, 2nd edition; Newton steps halved while they lose likelihood
 * Checked  reference cases of the methods glm-logistic and calibration
 */
export function logisticRegression({
  outcome,
  terms,
  offset,
}: LogisticDesign): Result<LogisticFit, LogisticFault> {
  const n = outcome.length;
  let events = 0;
  for (let i = 0; i < n; i += 1) events += outcome[i] ?? NaN;
  if (events === 0 || events === n) return fail({ kind: 'outcome-constant', events, n });

  let coefficients: readonly number[] = terms.map(() => 0);
  let logLikelihood = likelihoodAt(coefficients, { outcome, terms, offset });
  for (let step = 0; step < mostSteps; step += 1) {
    const fitted = fittedAt(coefficients, { terms, offset, n });
    const covariance = inverse(information(fitted, terms));
    if (covariance === null) {
      return step === 0
        ? fail({ kind: 'terms-dependent', terms: terms.length })
        : fail({ kind: 'regression-diverges', steps: step });
    }
    let move = timesVector(covariance, score(fitted, outcome, terms));
    const size = Math.max(
      ...move.map((m, j) => Math.abs(m) / (Math.abs(coefficients[j] ?? NaN) + standardError(covariance, j))),
    );
    // Below this the likelihood cannot tell one step from the next: take the last one and stop.
    if (size < 1e-9) {
      const last = coefficients.map((b, j) => b + (move[j] ?? NaN));
      return finish(last, { outcome, terms, offset });
    }
    let next = likelihoodAt(moved(coefficients, move), { outcome, terms, offset });
    while (!(next >= logLikelihood - 1e-12 * Math.abs(logLikelihood))) {
      move = move.map((m) => m / 2);
      next = likelihoodAt(moved(coefficients, move), { outcome, terms, offset });
    }
    coefficients = moved(coefficients, move);
    logLikelihood = next;
  }
  return fail({ kind: 'regression-diverges', steps: mostSteps });
}

type Design = {
  readonly outcome: ArrayLike<number>;
  readonly terms: readonly ArrayLike<number>[];
  readonly offset: ArrayLike<number> | undefined;
};

const moved = (from: readonly number[], by: readonly number[]): readonly number[] =>
  from.map((b, j) => b + (by[j] ?? NaN));

const standardError = (covariance: Matrix, j: number): number => Math.sqrt(covariance[j]?.[j] ?? NaN);

function finish(coefficients: readonly number[], design: Design): Result<LogisticFit, LogisticFault> {
  const fitted = fittedAt(coefficients, {
    terms: design.terms,
    offset: design.offset,
    n: design.outcome.length,
  });
  const covariance = inverse(information(fitted, design.terms));
  if (covariance === null) return fail({ kind: 'terms-dependent', terms: design.terms.length });
  return succeed({ coefficients, covariance, fitted, logLikelihood: likelihoodAt(coefficients, design) });
}

function linearAt(
  coefficients: readonly number[],
  {
    terms,
    offset,
    n,
  }: {
    readonly terms: readonly ArrayLike<number>[];
    readonly offset: ArrayLike<number> | undefined;
    readonly n: number;
  },
): Float64Array {
  const linear = offset === undefined ? new Float64Array(n) : Float64Array.from(offset);
  for (const [j, term] of terms.entries()) {
    const coefficient = coefficients[j] ?? NaN;
    for (let i = 0; i < n; i += 1) linear[i] = (linear[i] ?? NaN) + coefficient * (term[i] ?? NaN);
  }
  return linear;
}

const fittedAt = (...given: Parameters<typeof linearAt>): Float64Array => linearAt(...given).map(logistic);

/** Sum of y eta - log(1 + exp(eta)), without overflow. */
function likelihoodAt(coefficients: readonly number[], { outcome, terms, offset }: Design): number {
  const linear = linearAt(coefficients, { terms, offset, n: outcome.length });
  let total = 0;
  for (let i = 0; i < linear.length; i += 1) {
    const eta = linear[i] ?? NaN;
    total += (outcome[i] ?? NaN) * eta - Math.max(eta, 0) - Math.log1p(Math.exp(-Math.abs(eta)));
  }
  return total;
}

function score(
  fitted: Float64Array,
  outcome: ArrayLike<number>,
  terms: readonly ArrayLike<number>[],
): readonly number[] {
  return terms.map((term) => {
    let total = 0;
    for (let i = 0; i < fitted.length; i += 1)
      total += (term[i] ?? NaN) * ((outcome[i] ?? NaN) - (fitted[i] ?? NaN));
    return total;
  });
}

function information(fitted: Float64Array, terms: readonly ArrayLike<number>[]): Matrix {
  const weights = fitted.map((risk) => risk * (1 - risk));
  return crossProducts(terms, weights);
}

/** X'WX. */
export function crossProducts(terms: readonly ArrayLike<number>[], weights: ArrayLike<number>): Matrix {
  const products = terms.map(() => terms.map(() => 0));
  for (const [j, left] of terms.entries()) {
    for (let k = 0; k <= j; k += 1) {
      const right = terms[k] ?? [];
      let total = 0;
      for (let i = 0; i < weights.length; i += 1)
        total += (weights[i] ?? NaN) * (left[i] ?? NaN) * (right[i] ?? NaN);
      const [row, mirrored] = [products[j], products[k]];
      if (row !== undefined) row[k] = total;
      if (mirrored !== undefined) mirrored[j] = total;
    }
  }
  return products;
}
