/** A smooth curve: height and slope at ascending knots, a cubic between each two. */
export type Curve = { readonly x: Float64Array; readonly y: Float64Array; readonly slope: Float64Array };

/** Share of the rows in a neighbourhood that one cell between two knots may hold. */
const cellShare = 0.2;

/**
 * Local regression: a smooth curve of y on x.
 *
 * At each knot a parabola is fitted to the nearest share `span` of the rows, weighted by the tricube of their distance. The
 * knots halve the rows until a cell holds few enough; between them the curve is the cubic that meets height and slope at both
 * ends. So the cost hardly grows with n, and the values are those of R's loess with its usual surface.
 *
 * Takes    x and y of n rows; span in (0, 1]
 * Gives    the fitted curve
 * Fails    never; where the nearest rows hold too few distinct x for a parabola, a line or a mean is fitted
 * Cost     O(n log n)
 * Source   Cleveland and Devlin (1988), J Am Stat Assoc 83, 596-610; Cleveland and Grosse (1991), Statistics and Computing 1, 47-62
 * Checked  the index ici of the reference cases of the method calibration
 */
export function loess(x: ArrayLike<number>, y: ArrayLike<number>, span: number): Curve {
  const rows = byDistinct(x, y);
  const nearest = Math.max(1, Math.floor(x.length * span + 1e-5));
  const knots = knotsOf(rows, Math.floor(x.length * span * cellShare));
  const fits = Array.from(knots, (knot) => fitAt(knot, rows, nearest));
  return {
    x: knots,
    y: Float64Array.from(fits, ({ height }) => height),
    slope: Float64Array.from(fits, ({ slope }) => slope),
  };
}

/** The height of a curve at a point between its ends. */
export function heightAt({ x, y, slope }: Curve, point: number): number {
  let [low, high] = [0, x.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((x[middle] ?? NaN) <= point) low = middle;
    else high = middle;
  }
  const [x0 = NaN, x1 = NaN] = [x[low], x[high]];
  const width = x1 - x0;
  const s = (point - x0) / width;
  const rest = 1 - s;
  return (
    (1 + 2 * s) * rest * rest * (y[low] ?? NaN) +
    s * rest * rest * width * (slope[low] ?? NaN) +
    s * s * (3 - 2 * s) * (y[high] ?? NaN) -
    s * s * rest * width * (slope[high] ?? NaN)
  );
}

/** Rows with one x taken together: what local sums need is their number and the sum of their y. */
type Grouped = {
  readonly x: Float64Array;
  readonly count: Float64Array;
  readonly sum: Float64Array;
  /** Rows up to and including this x. */
  readonly upTo: Float64Array;
};

function byDistinct(x: ArrayLike<number>, y: ArrayLike<number>): Grouped {
  const sums = new Map<number, { count: number; sum: number }>();
  for (let i = 0; i < x.length; i += 1) {
    const key = x[i] ?? NaN;
    const seen = sums.get(key);
    if (seen === undefined) sums.set(key, { count: 1, sum: y[i] ?? NaN });
    else {
      seen.count += 1;
      seen.sum += y[i] ?? NaN;
    }
  }
  const keys = Float64Array.from(sums.keys()).sort();
  const count = keys.map((key) => sums.get(key)?.count ?? NaN);
  let running = 0;
  return {
    x: keys,
    count,
    sum: keys.map((key) => sums.get(key)?.sum ?? NaN),
    upTo: count.map((rows) => (running += rows)),
  };
}

/** The ends of the range, a little widened, and the cuts between them. */
function knotsOf({ x, upTo }: Grouped, mostRows: number): Float64Array {
  const [least = NaN, most = NaN] = [x[0], x.at(-1)];
  const margin = 0.005 * Math.max(most - least, 1e-10 * Math.max(Math.abs(least), Math.abs(most)) + 1e-30);
  const knots = [least - margin, most + margin];
  const split = (from: number, to: number): void => {
    const [first, last] = [(upTo[from - 1] ?? 0) + 1, upTo[to] ?? NaN]; // ranks of rows
    if (last - first + 1 <= mostRows || from >= to) return;
    const cut = nearestCut(upTo, { from, to, rank: Math.floor((first + last) / 2) });
    knots.push(x[cut] ?? NaN);
    split(from, cut);
    split(cut + 1, to);
  };
  split(0, x.length - 1);
  return Float64Array.from(knots).sort();
}

/** The distinct x after which a cut comes nearest to the row of this rank; the later of two equally near. */
function nearestCut(
  upTo: Float64Array,
  { from, to, rank }: { from: number; to: number; rank: number },
): number {
  let best = from;
  for (let cut = from; cut < to; cut += 1) {
    if (Math.abs((upTo[cut] ?? NaN) - rank) <= Math.abs((upTo[best] ?? NaN) - rank)) best = cut;
  }
  return best;
}

/** The distance that holds the nearest rows, and the range of distinct x within it. */
function neighbourhood(
  point: number,
  { x, count }: Grouped,
  nearest: number,
): { reach: number; from: number; to: number } {
  let to = x.findIndex((each) => each >= point);
  if (to < 0) to = x.length;
  let from = to;
  let [rows, reach] = [0, 0];
  while (rows < nearest && (from > 0 || to < x.length)) {
    const below = from > 0 ? point - (x[from - 1] ?? NaN) : Infinity;
    const above = to < x.length ? (x[to] ?? NaN) - point : Infinity;
    if (below < above) {
      from -= 1;
      rows += count[from] ?? NaN;
      reach = below;
    } else {
      rows += count[to] ?? NaN;
      reach = above;
      to += 1;
    }
  }
  return { reach, from, to };
}

type Fit = { readonly height: number; readonly slope: number };

function fitAt(point: number, grouped: Grouped, nearest: number): Fit {
  const { reach, from, to } = neighbourhood(point, grouped, nearest);
  // Sums of weight * u^power (power 0 to 4) and of weight * y * u^power (0 to 2), u the distance in units of the reach.
  const s = [0, 0, 0, 0, 0];
  const t = [0, 0, 0];
  for (let i = from; i < to; i += 1) {
    const u = reach > 0 ? ((grouped.x[i] ?? NaN) - point) / reach : 0;
    const weight = tricube(Math.abs(u));
    let [rows, response] = [weight * (grouped.count[i] ?? NaN), weight * (grouped.sum[i] ?? NaN)];
    for (let power = 0; power < 5; power += 1) {
      s[power] = (s[power] ?? NaN) + rows;
      if (power < 3) t[power] = (t[power] ?? NaN) + response;
      rows *= u;
      response *= u;
    }
  }
  const { height, slope } = parabolaAtZero(s, t);
  return { height, slope: reach > 0 ? slope / reach : 0 };
}

function tricube(distance: number): number {
  if (distance >= 1) return 0;
  const rest = 1 - distance * distance * distance;
  return rest * rest * rest;
}

/** Height and slope at u = 0 of a weighted parabola; of a line or a mean where the sums do not hold a parabola. */
function parabolaAtZero(s: readonly number[], t: readonly number[]): Fit {
  const [s0 = NaN, s1 = NaN, s2 = NaN, s3 = NaN, s4 = NaN] = s;
  const [t0 = NaN, t1 = NaN, t2 = NaN] = t;
  const [c0, c1, c2] = [s2 * s4 - s3 * s3, s2 * s3 - s1 * s4, s1 * s3 - s2 * s2];
  const whole = s0 * c0 + s1 * c1 + s2 * c2;
  if (whole > 1e-10 * s0 * s2 * s4) {
    return {
      height: (c0 * t0 + c1 * t1 + c2 * t2) / whole,
      slope: (c1 * t0 + (s0 * s4 - s2 * s2) * t1 + (s1 * s2 - s0 * s3) * t2) / whole,
    };
  }
  const line = s0 * s2 - s1 * s1;
  return line > 1e-10 * s0 * s2
    ? { height: (s2 * t0 - s1 * t1) / line, slope: (s0 * t1 - s1 * t0) / line }
    : { height: t0 / s0, slope: 0 };
}
