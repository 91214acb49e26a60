export type QuadraturePoint = { readonly node: number; readonly weight: number };

/**
 * Points and weights that integrate a function against exp(-x^2).
 *
 * Takes    the number of points, 1 to 100
 * Gives    the points from the largest node to the smallest
 * Fails    throws on any other number
 * Cost     O(n^2)
 * Source   Golub and Welsch (1969), Mathematics of Computation 23, 221-230 (the nodes); Newton steps on the orthonormal recurrence as in
 *          Abramowitz and Stegun (1964), 25.4.46
 * Checked  exact for polynomials of degree 2n - 1 in its test
 */
export function gaussHermite(points: number): readonly QuadraturePoint[] {
  if (!(Number.isInteger(points) && points >= 1 && points <= 100))
    throw new RangeError(`1 to 100 points are possible, got ${points}`);
  // The nodes are where the last polynomial changes its sign; a fine walk finds every one.
  const reach = Math.sqrt(2 * points + 1) + 1;
  const step = 1 / (20 * Math.sqrt(points));
  const found: QuadraturePoint[] = [];
  let before = hermite(points, reach).value;
  for (let x = reach - step; x > -reach - step; x -= step) {
    const here = hermite(points, x).value;
    if (before * here < 0 || here === 0) found.push(refined(points, x, here === 0 ? x : x + step));
    before = here === 0 ? -before : here;
  }
  return found;
}

function refined(points: number, low: number, high: number): QuadraturePoint {
  let node = (low + high) / 2;
  for (let step = 0; step < 20; step += 1) {
    const { value, before } = hermite(points, node);
    const move = value / (Math.sqrt(2 * points) * before);
    node -= move;
    if (Math.abs(move) < 1e-15 * (1 + Math.abs(node))) break;
  }
  const { before } = hermite(points, node);
  return { node, weight: 1 / (points * before * before) };
}

/** The orthonormal Hermite polynomial of this degree, and the one before it. */
function hermite(degree: number, x: number): { readonly value: number; readonly before: number } {
  let [before, value] = [0, 1 / Math.sqrt(Math.sqrt(Math.PI))];
  for (let k = 1; k <= degree; k += 1) {
    [before, value] = [value, x * Math.sqrt(2 / k) * value - Math.sqrt((k - 1) / k) * before];
  }
  return { value, before };
}
