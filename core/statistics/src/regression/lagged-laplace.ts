import { minimise, type Minimum } from '../optimisation/minimise.ts';
import { logistic } from '../summary/interval.ts';
import type { ClusterRows } from './cluster-likelihood.ts';
import { binomialConstant } from './cluster-likelihood.ts';
import { inverse, timesVector, type Matrix } from './cholesky.ts';

/** The search for the random parts stops when the penalised deviance moves by less than this share. */
const tolerance = 1e-7;
const mostSteps = 100;

/**
 * Laplace's approximation with the curvature of the last step but one: what lme4's `glmer` minimises.
 *
 * Each evaluation seeks the random parts by weighted least squares from one fixed start and stops early; the curvature is that of the weights of its last
 * step, which lag behind the parts. Estimates differ from the converged ones in the fourth digit and standard errors by about one per cent. Use it to
 * reproduce published fits; `binomialMixed` converges.
 *
 * Takes    clusters of rows, number of fixed terms, and the random root from its cells
 * Gives    the minimum of minus the log likelihood over coefficients and cells
 * Fails    never; `found` of the minimum says whether the slope vanished
 * Cost     O(rows) a step of the inner search, some hundreds of searches
 * Source   Bates, Machler, Bolker and Walker (2015), J Stat Softw 67, 1 (penalised iteratively reweighted least squares); the start and the stopping
 *          rule are those with which the reference cases are met, and stand in no paper we know
 * Checked  reference cases of the methods accuracy-meta-glmm and centre-heterogeneity-glmm with one quadrature point
 */
export function laggedLaplace(
  clusters: readonly ClusterRows[],
  {
    terms,
    cells,
    rootOf,
  }: {
    readonly terms: number;
    readonly cells: number;
    readonly rootOf: (cells: readonly number[]) => Matrix;
  },
): Minimum {
  const unit = Array.from({ length: cells }, (_none, i) => (i === 1 ? 0 : 1));
  // First the coefficients are sought together with the random parts, which gives every later search its start.
  const counts = clusters.map(({ events, trials }) =>
    events.map((x, i) => Math.log((x + 0.5) / ((trials[i] ?? NaN) - x + 0.5))),
  );
  const begun = search(clusters, rootOf(unit), { from: counts, coefficients: null, terms, steps: null });
  const joint = (at: readonly number[], steps: number | null): Found =>
    search(clusters, rootOf(at), { from: begun.linear, coefficients: null, terms, steps });
  const rough = smoothly((at, steps) => joint(at, steps), unit);
  const start = joint(rough.at, null);
  return smoothly(
    (at, steps) =>
      search(clusters, rootOf(at.slice(terms)), {
        from: start.linear,
        coefficients: at.slice(0, terms),
        terms,
        steps,
      }),
    [...start.coefficients, ...rough.at],
  );
}

/** The stopping rule makes the function jump where the number of steps changes: the number is held, and asked for again at the minimum. */
function smoothly(
  f: (at: readonly number[], steps: number | null) => Found,
  start: readonly number[],
): Minimum {
  let steps = f(start, null).steps;
  let minimum = minimise((at) => f(at, steps).value, start);
  for (let round = 0; round < 3; round += 1) {
    const wanted = f(minimum.at, null).steps;
    if (wanted === steps) break;
    steps = wanted;
    minimum = minimise((at) => f(at, steps).value, minimum.at);
  }
  return minimum;
}

type Search = {
  /** Linear predictors from which the weights of the first step come. */
  readonly from: readonly Float64Array[];
  /** Held, or null to seek them too. */
  readonly coefficients: readonly number[] | null;
  readonly terms: number;
  /** How many steps to make; null for as many as the stopping rule wants. */
  readonly steps: number | null;
};

type Found = {
  readonly steps: number;
  /** Minus the approximate log likelihood. */
  readonly value: number;
  readonly linear: readonly Float64Array[];
  readonly coefficients: readonly number[];
};

function search(
  clusters: readonly ClusterRows[],
  root: Matrix,
  { from, coefficients, terms, steps }: Search,
): Found {
  let linear = from;
  let before = Infinity;
  const best = saturated(clusters);
  let held = coefficients ?? Array.from({ length: terms }, () => 0);
  for (let step = 1; ; step += 1) {
    const normal = clusters.map((rows, c) => normalEquations(rows, root, linear[c] ?? new Float64Array()));
    if (coefficients === null) held = jointCoefficients(normal, terms);
    const parts = normal.map(({ weights, cross, right }) =>
      timesVector(
        inverse(weights) ?? weights,
        right.map((value, k) => value - dot(cross[k] ?? [], held)),
      ),
    );
    linear = clusters.map((rows, c) => predictor(rows, root, { held, part: parts[c] ?? [] }));
    const squares = parts.reduce((sum, part) => sum + dot(part, part), 0);
    const likelihood = clusters.reduce((sum, rows, c) => sum + logLikelihood(rows, linear[c] ?? []), 0);
    const deviance = squares - 2 * (likelihood - best);
    const settled = Math.abs((before - deviance) / deviance) < tolerance || step >= mostSteps;
    if ((steps === null ? settled : step >= steps) || !Number.isFinite(deviance)) {
      const determinants = normal.reduce((sum, { weights }) => sum + logDeterminant(weights), 0);
      const constant = clusters.reduce((sum, rows) => sum + binomialConstant(rows), 0);
      return {
        steps: step,
        value: (squares + determinants) / 2 - likelihood - constant,
        linear,
        coefficients: held,
      };
    }
    before = deviance;
  }
}

type Normal = {
  /** Of the standard normal parts: their precision, its products with the terms, and the right side. */
  readonly weights: Matrix;
  readonly cross: Matrix;
  readonly right: readonly number[];
  readonly termWeights: Matrix;
  readonly termRight: readonly number[];
};

function normalEquations(rows: ClusterRows, root: Matrix, linear: Float64Array): Normal {
  const q = root.length;
  const columns = [
    ...root.map((_row, part) =>
      rows.events.map((_events, i) =>
        root.reduce((sum, cells, j) => sum + (cells[part] ?? 0) * (rows.random[j]?.[i] ?? NaN), 0),
      ),
    ),
    ...rows.fixed,
  ];
  const weight = linear.map((eta, i) => (rows.trials[i] ?? NaN) * logistic(eta) * logistic(-eta));
  const pull = linear.map(
    (eta, i) => (weight[i] ?? NaN) * eta + (rows.events[i] ?? NaN) - (rows.trials[i] ?? NaN) * logistic(eta),
  );
  const product = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN) * (weight[i] ?? NaN), 0);
  const all = columns.map((a, i) => columns.map((b, j) => product(a, b) + (i === j && i < q ? 1 : 0)));
  const right = columns.map((column) => column.reduce((sum, x, i) => sum + x * (pull[i] ?? NaN), 0));
  return {
    weights: all.slice(0, q).map((row) => row.slice(0, q)),
    cross: all.slice(0, q).map((row) => row.slice(q)),
    right: right.slice(0, q),
    termWeights: all.slice(q).map((row) => row.slice(q)),
    termRight: right.slice(q),
  };
}

/** The coefficients of the joint least squares, the random parts of each cluster eliminated. */
function jointCoefficients(normal: readonly Normal[], terms: number): readonly number[] {
  const left = Array.from({ length: terms }, () => Array.from({ length: terms }, () => 0));
  const right = Array.from({ length: terms }, () => 0);
  for (const { weights, cross, right: own, termWeights, termRight } of normal) {
    const inverted = inverse(weights) ?? weights;
    const column = (j: number): readonly number[] => cross.map((row) => row[j] ?? NaN);
    for (const [j, row] of left.entries()) {
      const eliminated = timesVector(inverted, column(j));
      right[j] = (right[j] ?? NaN) + (termRight[j] ?? NaN) - dot(eliminated, own);
      for (let k = 0; k < terms; k += 1)
        row[k] = (row[k] ?? NaN) + (termWeights[j]?.[k] ?? NaN) - dot(eliminated, column(k));
    }
  }
  return timesVector(inverse(left) ?? left, right);
}

const predictor = (
  rows: ClusterRows,
  root: Matrix,
  { held, part }: { readonly held: readonly number[]; readonly part: readonly number[] },
): Float64Array => {
  const random = timesVector(root, part);
  return rows.events.map(
    (_events, i) =>
      held.reduce((sum, b, j) => sum + b * (rows.fixed[j]?.[i] ?? NaN), 0) +
      random.reduce((sum, u, j) => sum + u * (rows.random[j]?.[i] ?? NaN), 0),
  );
};

const logLikelihood = ({ events, trials }: ClusterRows, linear: ArrayLike<number>): number =>
  events.reduce((sum, x, i) => {
    const eta = linear[i] ?? NaN;
    return sum + x * eta - (trials[i] ?? NaN) * (Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))));
  }, 0);

/** The log likelihood of the observed shares themselves, from which deviances are measured. */
const saturated = (clusters: readonly ClusterRows[]): number =>
  clusters.reduce(
    (sum, { events, trials }) =>
      sum +
      events.reduce((own, x, i) => {
        const n = trials[i] ?? NaN;
        return own + (x > 0 ? x * Math.log(x / n) : 0) + (x < n ? (n - x) * Math.log((n - x) / n) : 0);
      }, 0),
    0,
  );

const logDeterminant = ([[a = NaN, b = 0] = [], second]: Matrix): number =>
  Math.log(second === undefined ? a : a * (second[1] ?? NaN) - b * b);

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);
