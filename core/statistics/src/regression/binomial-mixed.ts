import { fail, succeed, type Result } from '@daero/domain/result';
import { gaussHermite, type QuadraturePoint } from '../optimisation/gauss-hermite.ts';
import { minimise, type Minimum } from '../optimisation/minimise.ts';
import { inverse, type Matrix } from './cholesky.ts';
import { clusterLogLikelihood, type ClusterRows } from './cluster-likelihood.ts';
import { laggedLaplace } from './lagged-laplace.ts';

/** Counts whose log odds share a random part within each cluster. */
export type BinomialMixedDesign = {
  readonly events: ArrayLike<number>;
  readonly trials: ArrayLike<number>;
  /** One column a fixed term; a column of ones is the intercept. */
  readonly fixed: readonly ArrayLike<number>[];
  /** One or two columns that carry the random parts. */
  readonly random: readonly ArrayLike<number>[];
  readonly cluster: readonly string[];
  /** 1 is Laplace's approximation; `lagged-laplace` is that of lme4, to reproduce published fits (see `laggedLaplace`). */
  readonly quadraturePoints: number | 'lagged-laplace';
};

export type BinomialMixedFit = {
  readonly coefficients: readonly number[];
  /** Of the coefficients, from the curvature of the whole likelihood: it counts that the random parts were estimated too. */
  readonly covariance: Matrix;
  /** Of the random parts. */
  readonly randomCovariance: Matrix;
  readonly logLikelihood: number;
  readonly clusters: number;
  /** True where the random covariance lies at its edge: a variance of 0, or a correlation of 1. */
  readonly singular: boolean;
};

export type BinomialMixedFault =
  | { readonly kind: 'too-few-groups'; readonly groups: number }
  | { readonly kind: 'counts-impossible'; readonly events: number; readonly trials: number }
  | { readonly kind: 'outcome-constant'; readonly events: number; readonly n: number }
  | { readonly kind: 'fit-not-found'; readonly studies: number };

/**
 * Logistic regression with normal random parts by cluster: centres that differ, studies that differ.
 *
 * The random parts are integrated out by adaptive Gauss-Hermite quadrature about their most likely place (one point: Laplace). More points cost little with one
 * random part and matter where clusters are small.
 *
 * Takes    counts, fixed and random terms, cluster labels; 1 to 100 quadrature points for each random part
 * Gives    coefficients with covariance, the random covariance, and the log likelihood with its constants
 * Fails    too-few-groups below 2; counts-impossible; outcome-constant; fit-not-found
 * Cost     O(rows points^q) an evaluation for q random parts, some hundreds of them
 * Source   Breslow and Clayton (1993), J Am Stat Assoc 88, 9-25 (Laplace); Pinheiro and Bates (1995), J Comput Graph Stat 4, 12-35 (quadrature)
 * Checked  reference cases of the methods accuracy-meta-glmm and centre-heterogeneity-glmm
 */
export function binomialMixed(design: BinomialMixedDesign): Result<BinomialMixedFit, BinomialMixedFault> {
  const { events, trials, fixed, random } = design;
  let [happened, tried] = [0, 0];
  for (let i = 0; i < events.length; i += 1) {
    const [x, n] = [events[i] ?? NaN, trials[i] ?? NaN];
    if (!(Number.isInteger(x) && Number.isInteger(n) && x >= 0 && x <= n))
      return fail({ kind: 'counts-impossible', events: x, trials: n });
    happened += x;
    tried += n;
  }
  if (happened === 0 || happened === tried)
    return fail({ kind: 'outcome-constant', events: happened, n: tried });
  const clusters = clustersOf(design);
  if (clusters.length < 2) return fail({ kind: 'too-few-groups', groups: clusters.length });

  const [p, q] = [fixed.length, random.length];
  const cells = (q * (q + 1)) / 2;
  const { at, value, curvature, found } =
    design.quadraturePoints === 'lagged-laplace'
      ? laggedLaplace(clusters, { terms: p, cells, rootOf: (given) => rootOf(given, q) })
      : converged(clusters, { terms: p, cells, q, points: design.quadraturePoints });
  const root = rootOf(at.slice(p), q);
  const smallest = Math.min(...root.map((row, i) => Math.abs(row[i] ?? NaN)));
  const singular = smallest < 1e-4;
  const covariance = covarianceOf(curvature, p, singular);
  if (!found || covariance === null) return fail({ kind: 'fit-not-found', studies: clusters.length });
  return succeed({
    coefficients: at.slice(0, p),
    covariance,
    randomCovariance: root.map((a) =>
      root.map((b) => a.reduce((sum, cell, k) => sum + cell * (b[k] ?? NaN), 0)),
    ),
    logLikelihood: -value,
    clusters: clusters.length,
    singular,
  });
}

function converged(
  clusters: readonly ClusterRows[],
  {
    terms,
    cells,
    q,
    points,
  }: { readonly terms: number; readonly cells: number; readonly q: number; readonly points: number },
): Minimum {
  const rule = grid(gaussHermite(points), q);
  const modes = clusters.map(() => Array.from({ length: q }, () => 0));
  const start = [
    ...Array.from({ length: terms }, () => 0),
    ...Array.from({ length: cells }, (_none, i) => (i === 1 ? 0 : 0.7)),
  ];
  return minimise((at) => {
    const coefficients = at.slice(0, terms);
    const root = rootOf(at.slice(terms), q);
    return -clusters.reduce(
      (total, cluster, c) =>
        total + clusterLogLikelihood(cluster, { coefficients, root, rule, mode: modes[c] ?? [] }),
      0,
    );
  }, start);
}

/** At the edge the roots have no curvature of their own: the coefficients are then taken with them as known. */
function covarianceOf(curvature: Matrix, p: number, singular: boolean): Matrix | null {
  const whole = singular ? null : inverse(curvature);
  const block = whole ?? inverse(curvature.slice(0, p).map((row) => row.slice(0, p)));
  return block === null ? null : block.slice(0, p).map((row) => row.slice(0, p));
}

/** A lower triangular matrix from its cells by columns. */
const rootOf = (cells: readonly number[], q: number): Matrix =>
  q === 1
    ? [[cells[0] ?? NaN]]
    : [
        [cells[0] ?? NaN, 0],
        [cells[1] ?? NaN, cells[2] ?? NaN],
      ];

function clustersOf({ events, trials, fixed, random, cluster }: BinomialMixedDesign): readonly ClusterRows[] {
  const rows = new Map<string, number[]>();
  for (const [row, name] of cluster.entries()) {
    const own = rows.get(name);
    if (own === undefined) rows.set(name, [row]);
    else own.push(row);
  }
  return [...rows.values()].map((own) => {
    const take = (column: ArrayLike<number>): Float64Array =>
      Float64Array.from(own, (row) => column[row] ?? NaN);
    return { events: take(events), trials: take(trials), fixed: fixed.map(take), random: random.map(take) };
  });
}

/** The points of a rule in q dimensions. */
const grid = (
  points: readonly QuadraturePoint[],
  q: number,
): readonly { readonly nodes: readonly number[]; readonly logWeight: number }[] =>
  q === 1
    ? points.map(({ node, weight }) => ({ nodes: [node], logWeight: Math.log(weight) }))
    : points.flatMap((a) =>
        points.map((b) => ({ nodes: [a.node, b.node], logWeight: Math.log(a.weight) + Math.log(b.weight) })),
      );
