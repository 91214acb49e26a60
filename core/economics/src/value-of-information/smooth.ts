import { type Basis } from './cubic-basis.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** A response brought to the basis: its scores there, in place of its rows. Scores of a sum are the sum of the scores. */
export type Scores = readonly number[];
export type Smooth = { readonly fitted: Float64Array; readonly effectiveDegrees: number };

/** Fits any number of responses on one basis; what depends on the basis alone is done once. */
export type Smoother = {
  readonly scoresOf: (response: Float64Array) => Scores;
  /** `total` is the sum of the squares of the response. */
  readonly fit: (scores: Scores, total: number) => Smooth;
};

/**
 * Penalised regression, the penalty chosen by generalised cross-validation.
 *
 * What is the expected response at each value of the predictors, as smooth as the data ask for? In the basis where fit and penalty
 * are both diagonal (Demmler and Reinsch), each candidate penalty costs as much as there are columns.
 *
 * Takes    basis: columns and penalty; then the scores of a response, and its sum of squares
 * Gives    fitted values and the effective degrees of freedom
 * Fails    never; columns that say the same twice share their coefficient
 * Cost     O(rows x columns^2) once, O(rows x columns) a response
 * Source   Wood (2017), Generalized additive models, 2nd edition, sections 4.2 and 6.2; Craven and Wahba (1979)
 * Checked  value-of-information/value-of-information.test.ts: lines are kept, noise is smoothed, curves are followed
 */
export function smoother({ columns, penalty }: Basis): Smoother {
  const size = columns.length;
  const rows = columns[0]?.length ?? 0;
  const products = columns.map((left, i) => columns.map((right, j) => (j <= i ? dot(left, right) : 0)));
  const gram = products.map((row, i) => row.map((value, j) => (j <= i ? value : (products[j]?.[i] ?? 0))));
  const { values, vectors } = symmetricEigen(gram);
  const largest = Math.max(0, ...values);
  // The span of the columns, orthonormal over the rows: directions that are nothing but rounding are left out.
  const kept = [...values.keys()].filter((index) => (values[index] ?? 0) > 1e-11 * largest);
  const half = kept.map((index) => vectors.map((row) => (row[index] ?? 0) / Math.sqrt(values[index] ?? NaN)));
  const bent = half.map((left) => {
    const times = penalty.map((row) => dotOf(row, left));
    return half.map((right) => dotOf(times, right));
  });
  const symmetric = bent.map((row, i) => row.map((value, j) => (value + (bent[j]?.[i] ?? 0)) / 2));
  const { values: stiffness, vectors: turn } = symmetricEigen(symmetric);
  const turned = half.map((_, k) =>
    columns.map((_column, c) =>
      half.reduce((sum, direction, i) => sum + (turn[i]?.[k] ?? 0) * (direction[c] ?? 0), 0),
    ),
  );
  const stiff = stiffness.map((value) => Math.max(0, value));

  return {
    scoresOf: (response) => {
      const against = columns.map((column) => dot(column, response));
      return turned.map((direction) => dotOf(direction, against));
    },
    fit: (scores, total) => {
      const strength = bestPenalty(stiff, scores, { total, rows });
      const coefficients = new Float64Array(size);
      turned.forEach((direction, k) => {
        const weight = (scores[k] ?? 0) / (1 + strength * (stiff[k] ?? 0));
        for (let c = 0; c < size; c++)
          coefficients[c] = (coefficients[c] ?? 0) + weight * (direction[c] ?? 0);
      });
      const fitted = new Float64Array(rows);
      columns.forEach((column, c) => {
        const coefficient = coefficients[c] ?? 0;
        for (let row = 0; row < rows; row++)
          fitted[row] = (fitted[row] ?? 0) + coefficient * (column[row] ?? 0);
      });
      const effectiveDegrees = stiff.reduce((sum, value) => sum + 1 / (1 + strength * value), 0);
      return { fitted, effectiveDegrees };
    },
  };
}

const steps = 121;

/** The penalty with the least score of generalised cross-validation, on a grid of tenths of a power of ten about the stiffnesses. */
function bestPenalty(
  stiff: readonly number[],
  scores: readonly number[],
  { total, rows }: { readonly total: number; readonly rows: number },
): number {
  const bending = stiff.filter((value) => value > 1e-9 * Math.max(...stiff));
  if (bending.length === 0) return 0;
  const middle = bending.reduce((sum, value) => sum + Math.log(value), 0) / bending.length;
  let best = { strength: 0, score: Infinity };
  for (let step = 0; step < steps; step++) {
    const strength = Math.exp(-middle + Math.LN10 * (step / 10 - 6));
    let [residual, degrees] = [total, 0];
    scores.forEach((score, k) => {
      const share = 1 / (1 + strength * (stiff[k] ?? 0));
      residual -= score * score * share * (2 - share);
      degrees += share;
    });
    const free = rows - degrees;
    const score = (rows * Math.max(0, residual)) / (free * free);
    if (score < best.score) best = { strength, score };
  }
  return best.strength;
}

/** Sum of the products. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
const dotOf = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
