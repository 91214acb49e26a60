/** A natural cubic spline in x = ln t: straight outside its boundary knots. */
export type NaturalSpline = {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
};

const cube = (x: number): number => (x > 0 ? x * x * x : 0);
const square = (x: number): number => (x > 0 ? x * x : 0);

/** The basis functions 1, x, v2(x), ... at x, and their slopes. */
export function splineBasis(
  knots: readonly number[],
  x: number,
): { readonly value: readonly number[]; readonly slope: readonly number[] } {
  const [first, last] = [knots[0] ?? NaN, knots.at(-1) ?? NaN];
  const inner = knots.slice(1, -1).map((knot) => {
    const share = (last - knot) / (last - first);
    return {
      value: cube(x - knot) - share * cube(x - first) - (1 - share) * cube(x - last),
      slope: 3 * (square(x - knot) - share * square(x - first) - (1 - share) * square(x - last)),
    };
  });
  return {
    value: [1, x, ...inner.map(({ value }) => value)],
    slope: [0, 1, ...inner.map(({ slope }) => slope)],
  };
}

/**
 * A restricted cubic spline of Royston and Parmar.
 *
 * Takes    one coefficient for 1, one for x, one an inner knot; knots that rise
 * Gives    the spline and its slope
 * Fails    never
 * Cost     O(knots) an evaluation
 * Source   Royston and Parmar (2002), Statistics in Medicine 21, 2175-2197
 * Checked  reference/economics/survival-distributions
 */
export function naturalSpline(coefficients: readonly number[], knots: readonly number[]): NaturalSpline {
  const dot = (basis: readonly number[]): number =>
    basis.reduce((total, part, i) => total + part * (coefficients[i] ?? NaN), 0);
  return {
    value: (x) => dot(splineBasis(knots, x).value),
    slope: (x) => dot(splineBasis(knots, x).slope),
  };
}
