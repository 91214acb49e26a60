/** A square matrix by rows; small: one row a term of a regression. */
export type Matrix = readonly (readonly number[])[];

/**
 * The inverse of a symmetric positive definite matrix; null where it is singular to working precision.
 * The rows are scaled to a unit diagonal first, so that terms in different units cost no digits.
 */
export function inverse(matrix: Matrix): Matrix | null {
  const scale = matrix.map((row, i) => 1 / Math.sqrt(row[i] ?? NaN));
  if (!scale.every((factor) => Number.isFinite(factor) && factor > 0)) return null;
  const unit = matrix.map((row, i) => row.map((cell, j) => cell * (scale[i] ?? NaN) * (scale[j] ?? NaN)));
  const root = choleskyRoot(unit);
  if (root === null) return null;
  const columns = unit.map((_row, j) =>
    solveWithRoot(
      root,
      unit.map((_each, i) => (i === j ? 1 : 0)),
    ),
  );
  return unit.map((_row, i) =>
    unit.map((_each, j) => {
      const cell = ((columns[j]?.[i] ?? NaN) + (columns[i]?.[j] ?? NaN)) / 2;
      return cell * (scale[i] ?? NaN) * (scale[j] ?? NaN);
    }),
  );
}

export const timesVector = (matrix: Matrix, vector: readonly number[]): readonly number[] =>
  matrix.map((row) => row.reduce((total, cell, j) => total + cell * (vector[j] ?? NaN), 0));

export const timesMatrix = (left: Matrix, right: Matrix): Matrix =>
  left.map((row) =>
    (right[0] ?? []).map((_cell, j) =>
      row.reduce((total, cell, i) => total + cell * (right[i]?.[j] ?? NaN), 0),
    ),
  );

const singularBelow = 1e-13;

/** Lower triangular root of a matrix with a unit diagonal; null where a pivot vanishes. */
function choleskyRoot(matrix: Matrix): Matrix | null {
  const root: number[][] = matrix.map((row) => row.map(() => 0));
  for (const [i, row] of root.entries()) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i]?.[j] ?? NaN;
      for (let k = 0; k < j; k += 1) rest -= (row[k] ?? NaN) * (root[j]?.[k] ?? NaN);
      if (i !== j) row[j] = rest / (root[j]?.[j] ?? NaN);
      else if (rest > singularBelow) row[j] = Math.sqrt(rest);
      else return null;
    }
  }
  return root;
}

function solveWithRoot(root: Matrix, right: readonly number[]): readonly number[] {
  const forward: number[] = [];
  for (const [i, row] of root.entries()) {
    let rest = right[i] ?? NaN;
    for (let k = 0; k < i; k += 1) rest -= (row[k] ?? NaN) * (forward[k] ?? NaN);
    forward.push(rest / (row[i] ?? NaN));
  }
  const solution = [...forward];
  for (let i = root.length - 1; i >= 0; i -= 1) {
    let rest = forward[i] ?? NaN;
    for (let k = i + 1; k < root.length; k += 1) rest -= (root[k]?.[i] ?? NaN) * (solution[k] ?? NaN);
    solution[i] = rest / (root[i]?.[i] ?? NaN);
  }
  return solution;
}
