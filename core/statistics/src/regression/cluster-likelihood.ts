import gammaln from '@stdlib/math-base-special-gammaln';
import { logistic } from '../summary/interval.ts';
import type { Matrix } from './cholesky.ts';

export type ClusterRows = {
  readonly events: Float64Array;
  readonly trials: Float64Array;
  readonly fixed: readonly Float64Array[];
  readonly random: readonly Float64Array[];
};

export type ClusterAt = {
  readonly coefficients: readonly number[];
  /** Lower triangular root of the random covariance: random parts are this times standard normal ones. */
  readonly root: Matrix;
  readonly rule: readonly { readonly nodes: readonly number[]; readonly logWeight: number }[];
  /** Where the last search ended, and this one will: a start for the next, overwritten. */
  readonly mode: number[];
};

/**
 * Log likelihood of one cluster, its standard normal random parts integrated out about their most likely place.
 *
 * The place is sought on the scale of standard normal parts, where the penalty is half their square, so it exists even where a variance is 0.
 */
export function clusterLogLikelihood(
  rows: ClusterRows,
  { coefficients, root, rule, mode }: ClusterAt,
): number {
  const base = rows.events.map((_events, i) =>
    coefficients.reduce((eta, b, j) => eta + b * (rows.fixed[j]?.[i] ?? NaN), 0),
  );
  // How each standard normal part enters the log odds of each row.
  const carriers = root.map((_row, part) =>
    rows.events.map((_events, i) =>
      root.reduce((sum, cells, j) => sum + (cells[part] ?? 0) * (rows.random[j]?.[i] ?? NaN), 0),
    ),
  );
  const target = (b: readonly number[]): number => logDensity(rows, base, carriers, b);
  const best = mostLikely(rows, base, carriers, { start: mode, target });
  best.at.forEach((value, i) => {
    mode[i] = value;
  });
  const { spread, logDeterminant } = spreadOf(best.curvature);
  if (rule.length === 1) return best.value + binomialConstant(rows) + logDeterminant;
  const terms = rule.map(({ nodes, logWeight }) => {
    const b = best.at.map(
      (value, i) =>
        value + Math.SQRT2 * nodes.reduce((sum, node, j) => sum + (spread[i]?.[j] ?? 0) * node, 0),
    );
    return target(b) + logWeight + nodes.reduce((sum, node) => sum + node * node, 0);
  });
  const highest = Math.max(...terms);
  const total = terms.reduce((sum, term) => sum + Math.exp(term - highest), 0);
  const dimensions = best.at.length;
  return (
    highest + Math.log(total) + binomialConstant(rows) + logDeterminant - (dimensions / 2) * Math.log(Math.PI)
  );
}

/** Log likelihood at given random parts, and their normal density but for its constant. */
function logDensity(
  rows: ClusterRows,
  base: Float64Array,
  carriers: readonly Float64Array[],
  b: readonly number[],
): number {
  let total = -b.reduce((sum, value) => sum + value * value, 0) / 2;
  for (let i = 0; i < base.length; i += 1) {
    let eta = base[i] ?? NaN;
    for (let part = 0; part < b.length; part += 1) eta += (carriers[part]?.[i] ?? NaN) * (b[part] ?? NaN);
    const softened = Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta)));
    total += (rows.events[i] ?? NaN) * eta - (rows.trials[i] ?? NaN) * softened;
  }
  return total;
}

type Best = { readonly at: readonly number[]; readonly value: number; readonly curvature: Matrix };

/** Newton's steps, halved while they lose; the density is log-concave, so there is one place. */
function mostLikely(
  rows: ClusterRows,
  base: Float64Array,
  carriers: readonly Float64Array[],
  { start, target }: { readonly start: readonly number[]; readonly target: (b: readonly number[]) => number },
): Best {
  let at: readonly number[] = start;
  let value = target(at);
  if (!Number.isFinite(value)) {
    at = start.map(() => 0);
    value = target(at);
  }
  for (let step = 0; step < 100; step += 1) {
    const { slope, curvature } = derivatives(rows, base, carriers, at);
    let move = solved(curvature, slope);
    let next = at.map((x, i) => x + (move[i] ?? NaN));
    let nextValue = target(next);
    while (nextValue < value - 1e-12 * Math.abs(value)) {
      move = move.map((m) => m / 2);
      next = at.map((x, i) => x + (move[i] ?? NaN));
      nextValue = target(next);
    }
    [at, value] = [next, nextValue];
    if (Math.max(...move.map(Math.abs)) < 1e-11) break;
  }
  return { at, value, curvature: derivatives(rows, base, carriers, at).curvature };
}

function derivatives(
  rows: ClusterRows,
  base: Float64Array,
  carriers: readonly Float64Array[],
  b: readonly number[],
): { readonly slope: readonly number[]; readonly curvature: Matrix } {
  const q = b.length;
  const slope = b.map((value) => -value);
  const curvature: number[][] = b.map((_row, j) => b.map((_cell, k) => (j === k ? 1 : 0)));
  for (let i = 0; i < base.length; i += 1) {
    let eta = base[i] ?? NaN;
    for (let part = 0; part < q; part += 1) eta += (carriers[part]?.[i] ?? NaN) * (b[part] ?? NaN);
    const risk = logistic(eta);
    const trials = rows.trials[i] ?? NaN;
    for (const [j, row] of curvature.entries()) {
      const carrier = carriers[j]?.[i] ?? NaN;
      slope[j] = (slope[j] ?? NaN) + carrier * ((rows.events[i] ?? NaN) - trials * risk);
      for (let k = 0; k < q; k += 1)
        row[k] = (row[k] ?? NaN) + carrier * (carriers[k]?.[i] ?? NaN) * trials * risk * (1 - risk);
    }
  }
  return { slope, curvature };
}

/** Curvatures have one or two rows here. */
function solved(curvature: Matrix, right: readonly number[]): readonly number[] {
  const [[a = NaN, b = 0] = [], [, d = 1] = []] = curvature;
  const [x = NaN, y = 0] = right;
  if (right.length === 1) return [x / a];
  const determinant = a * d - b * b;
  return [(d * x - b * y) / determinant, (a * y - b * x) / determinant];
}

/** A root of the inverse of the curvature, and the log of its determinant. */
function spreadOf(curvature: Matrix): { readonly spread: Matrix; readonly logDeterminant: number } {
  const [[a = NaN, b = 0] = [], [, d = 1] = []] = curvature;
  if (curvature.length === 1) return { spread: [[1 / Math.sqrt(a)]], logDeterminant: -Math.log(a) / 2 };
  const determinant = a * d - b * b;
  const first = Math.sqrt(d / determinant);
  return {
    spread: [
      [first, 0],
      [-b / determinant / first, 1 / Math.sqrt(d)],
    ],
    logDeterminant: -Math.log(determinant) / 2,
  };
}

/** Of the binomial counts; the constants of the normal density and of the integral cancel. */
export const binomialConstant = ({ events, trials }: ClusterRows): number =>
  events.reduce((sum, x, i) => {
    const n = trials[i] ?? NaN;
    return sum + gammaln(n + 1) - gammaln(x + 1) - gammaln(n - x + 1);
  }, 0);
