import { fail, succeed, type Result } from '@daero/domain/result';

type Matrix = readonly (readonly number[])[];
/** `row` counts from 1: the first that is not a matter of rounding. */
export type CovarianceFault = {
  readonly kind: 'covariance-not-positive-definite';
  readonly path: string;
  readonly row: number;
};

/**
 * The lower triangular root of a covariance: L with L L' = covariance.
 *
 * How are independent normal draws turned into draws that vary together? A matrix that no random numbers can have is refused: it is
 * never repaired in silence.
 *
 * Takes    covariance: symmetric; path: its place, for the fault
 * Gives    L, row by row
 * Fails    covariance-not-positive-definite, also where it is not square or not symmetric, with the row
 * Cost     O(n^3)
 * Source   Golub and Van Loan, Matrix computations, 4.2; Briggs, Claxton and Sculpher (2006), ch. 4.3
 * Checked  reference/economics/psa-distributions (R chol)
 */
export function covarianceRoot(covariance: Matrix, path: string): Result<Matrix, CovarianceFault> {
  const size = covariance.length;
  const root: number[][] = [];
  for (const [i, row] of covariance.entries()) {
    const wrong = (): Result<Matrix, CovarianceFault> =>
      fail({ kind: 'covariance-not-positive-definite', path, row: i + 1 });
    const largest = Math.max(...row.map(Math.abs));
    const even = row.every((value, j) => Math.abs(value - (covariance[j]?.[i] ?? NaN)) <= 1e-9 * largest);
    if (row.length !== size || !even) return wrong();
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const above = root[j] ?? own;
      let rest = row[j] ?? NaN;
      for (let k = 0; k < j; k++) rest -= (own[k] ?? NaN) * (above[k] ?? NaN);
      if (i === j && !(rest > 1e-12 * (row[i] ?? NaN))) return wrong();
      own.push(i === j ? Math.sqrt(rest) : rest / (above[j] ?? NaN));
    }
    root.push([...own, ...new Array<number>(size - own.length).fill(0)]);
  }
  return succeed(root);
}

/** The correlation of two normal numbers whose ranks correlate so (Pearson 1907). */
export const normalCorrelation = (spearman: number): number => 2 * Math.sin((Math.PI * spearman) / 6);
