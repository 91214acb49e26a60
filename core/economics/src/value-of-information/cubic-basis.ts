/** A spline by its values at the knots: one column a knot, and how much its curve is penalised. */
export type Basis = {
  readonly columns: readonly Float64Array[];
  /** Row by row; the integral of the squared second derivative is c' penalty c. */
  readonly penalty: readonly (readonly number[])[];
};

/**
 * Natural cubic regression splines with knots at quantiles; the range of x is brought to 0..1.
 *
 * Source: Wood (2017), Generalized additive models, 2nd edition, section 5.3.1
 */
export function cubicBasis(x: ArrayLike<number>, knots: number): Basis {
  const rising = Float64Array.from(x).sort();
  const [low, high] = [rising[0] ?? 0, rising.at(-1) ?? 0];
  const range = high - low || 1;
  const at = knotsOf(rising, knots).map((knot) => (knot - low) / range);
  const size = at.length;
  if (size < 3) return polynomial(x, { low, range, degree: size - 1 });

  const gap = (index: number): number => (at[index + 1] ?? NaN) - (at[index] ?? NaN);
  const inner = Array.from({ length: size - 2 }, (_, index) => index);
  const second = inner.map((i) => {
    const row = new Array<number>(size).fill(0);
    row[i] = 1 / gap(i);
    row[i + 1] = -1 / gap(i) - 1 / gap(i + 1);
    row[i + 2] = 1 / gap(i + 1);
    return row;
  });
  const band = inner.map((i) => ({ own: (gap(i) + gap(i + 1)) / 3, next: gap(i + 1) / 6 }));
  const curves = solveTridiagonal(band, second); // second derivatives at the inner knots, from the values at all
  const zeros = new Array<number>(size).fill(0);
  const curve = [zeros, ...curves, zeros];
  const penalty = zeros.map((_, i) =>
    zeros.map((_zero, j) => inner.reduce((sum, k) => sum + (second[k]?.[i] ?? 0) * (curves[k]?.[j] ?? 0), 0)),
  );

  const intervals = new Int32Array(x.length);
  const [bendsLeft, bendsRight] = [new Float64Array(x.length), new Float64Array(x.length)];
  const columns = at.map(() => new Float64Array(x.length));
  for (let row = 0; row < x.length; row++) {
    const value = ((x[row] ?? NaN) - low) / range;
    let j = 0;
    while (j < size - 2 && value > (at[j + 1] ?? Infinity)) j++;
    const h = gap(j);
    const [left, right] = [(at[j + 1] ?? NaN) - value, value - (at[j] ?? NaN)];
    intervals[row] = j;
    bendsLeft[row] = ((left * left * left) / h - h * left) / 6;
    bendsRight[row] = ((right * right * right) / h - h * right) / 6;
    for (const [k, straight] of [
      [j, left / h],
      [j + 1, right / h],
    ] as const) {
      const column = columns[k];
      if (column !== undefined) column[row] = straight;
    }
  }
  columns.forEach((column, k) => {
    const bends = Float64Array.from(curve, (row) => row[k] ?? 0);
    for (let row = 0; row < column.length; row++) {
      const j = intervals[row] ?? 0;
      const bent = (bendsLeft[row] ?? 0) * (bends[j] ?? 0) + (bendsRight[row] ?? 0) * (bends[j + 1] ?? 0);
      column[row] = (column[row] ?? 0) + bent;
    }
  });
  return { columns, penalty };
}

/** Quantiles of the values that differ, so that no two knots are one. */
function knotsOf(rising: Float64Array, knots: number): readonly number[] {
  const different = rising.filter((value, index) => index === 0 || value !== rising[index - 1]);
  if (different.length <= knots) return [...different];
  return Array.from({ length: knots }, (_, index) => {
    const place = (index / (knots - 1)) * (different.length - 1);
    const [below, part] = [Math.floor(place), place - Math.floor(place)];
    return (
      (different[below] ?? NaN) * (1 - part) +
      (different[Math.min(below + 1, different.length - 1)] ?? NaN) * part
    );
  });
}

/** Two values make a line, one a constant: nothing in them can be bent. */
function polynomial(
  x: ArrayLike<number>,
  { low, range, degree }: { readonly low: number; readonly range: number; readonly degree: number },
): Basis {
  const columns = Array.from({ length: degree + 1 }, (_, power) =>
    Float64Array.from(x, (value) => (power === 0 ? 1 : (value - low) / range)),
  );
  return { columns, penalty: columns.map(() => columns.map(() => 0)) };
}

function solveTridiagonal(
  band: readonly { readonly own: number; readonly next: number }[],
  right: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const pivots: number[] = [];
  const rows = right.map((row) => [...row]);
  band.forEach(({ own }, i) => {
    const before = band[i - 1]?.next ?? 0;
    const factor = i === 0 ? 0 : before / (pivots[i - 1] ?? NaN);
    pivots.push(own - factor * before);
    const [row, above] = [rows[i], rows[i - 1]];
    if (row !== undefined && above !== undefined)
      row.forEach((value, j) => (row[j] = value - factor * (above[j] ?? 0)));
  });
  for (let i = rows.length - 1; i >= 0; i--) {
    const [row, under] = [rows[i], rows[i + 1]];
    row?.forEach(
      (value, j) => (row[j] = (value - (band[i]?.next ?? 0) * (under?.[j] ?? 0)) / (pivots[i] ?? NaN)),
    );
  }
  return rows;
}
