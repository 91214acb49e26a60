import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach } from '../distributions/normal.ts';
import { studentReach } from '../distributions/student-t.ts';
import { around, type Limits } from '../summary/interval.ts';
import { sum } from '../summary/moments.ts';

/** Events and units of each cluster, such as lesions found and lesions there, by patient. */
export type ClusterCounts = { readonly events: Float64Array; readonly units: Float64Array };

export type ClusteredProportion = {
  readonly proportion: number;
  /** Of the proportion, clusters drawn as a whole. */
  readonly variance: number;
  /** Variance over that of as many independent units. */
  readonly designEffect: number;
  readonly clusters: number;
  readonly units: number;
  readonly events: number;
};

export type ClusteredFault =
  | { readonly kind: 'too-few-clusters-in-all'; readonly clusters: number }
  | { readonly kind: 'proportion-at-the-end'; readonly events: number; readonly units: number };

/**
 * A proportion of units that come in clusters, such as the sensitivity for lesions, several a patient.
 *
 * The number of units varies with the clusters, so the proportion is a ratio of two sums, and its variance that of a ratio.
 *
 * Takes    events and units by cluster
 * Gives    the proportion, its variance over clusters, and the design effect
 * Fails    too-few-clusters-in-all below 2
 * Cost     O(clusters)
 * Source   Rao and Scott (1992), Biometrics 48, 577-585; Obuchowski (1998), Statistics in Medicine 17, 1495-1507
 * Checked  reference case of the method clustered-proportion
 */
export function clusteredProportion({
  events,
  units,
}: ClusterCounts): Result<ClusteredProportion, ClusteredFault> {
  const [m, n, x] = [units.length, sum(units), sum(events)];
  if (m < 2) return fail({ kind: 'too-few-clusters-in-all', clusters: m });
  const proportion = x / n;
  const squares = sum(
    events.map((own, i) => {
      const residual = own - (units[i] ?? NaN) * proportion;
      return residual * residual;
    }),
  );
  const variance = ((m / (m - 1)) * squares) / (n * n);
  const independent = (proportion * (1 - proportion)) / n;
  return succeed({
    proportion,
    variance,
    designEffect: independent > 0 ? variance / independent : 1,
    clusters: m,
    units: n,
    events: x,
  });
}

/** Events and units of each cluster, from one row a unit. */
export function countsByCluster(cluster: readonly string[], event: ArrayLike<number>): ClusterCounts {
  const at = new Map([...new Set(cluster)].map((name, index) => [name, index]));
  const counts = { events: new Float64Array(at.size), units: new Float64Array(at.size) };
  cluster.forEach((name, row) => {
    const index = at.get(name) ?? NaN;
    counts.events[index] = (counts.events[index] ?? NaN) + (event[row] ?? NaN);
    counts.units[index] = (counts.units[index] ?? NaN) + 1;
  });
  return counts;
}

/** Wald limits, and Wilson limits as if there were units divided by the design effect; these stay within 0 and 1. */
export function clusteredLimits(
  { proportion, variance, designEffect, clusters, units }: ClusteredProportion,
  level: number,
): { readonly wald: Limits; readonly wilson: Limits; readonly 'wilson-t': Limits } {
  const z = normalReach(level);
  // With a design effect of 0 every cluster has one share: there are as many independent units as there are at most.
  const n = designEffect > 0 ? units / designEffect : units;
  return {
    wald: around(proportion, Math.sqrt(variance), z),
    wilson: wilson(proportion, n, z),
    'wilson-t': wilson(proportion, n, studentReach(level, clusters - 1)),
  };
}

function wilson(proportion: number, n: number, z: number): Limits {
  const middle = (proportion + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach =
    (z / (1 + (z * z) / n)) * Math.sqrt((proportion * (1 - proportion)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

export type WorkingCorrelation = 'independence' | 'exchangeable';

export type GeeProportion = {
  readonly logit: number;
  /** Of the logit, by the sandwich, without a correction for few clusters. */
  readonly standardError: number;
  /** Correlation of two units of one cluster; 0 under independence. */
  readonly correlation: number;
};

const mostSteps = 200;
const closeEnough = 1e-12;

/**
 * The log odds of a proportion by generalised estimating equations.
 *
 * Under an exchangeable correlation a large cluster counts less than its size where its units are alike. The sandwich is right
 * whatever the correlation, given many clusters.
 *
 * Takes    events and units by cluster; the working correlation
 * Gives    logit, robust standard error, and the correlation
 * Fails    too-few-clusters-in-all below 2; proportion-at-the-end when all or no units are events
 * Cost     O(clusters) a step, some ten steps
 * Source   Liang and Zeger (1986), Biometrika 73, 13-22; the scale and the correlation as means over units and over pairs, as in Yan and Fine (2004), Statistics in Medicine 23, 859-874
 * Checked  reference case of the method clustered-proportion
 */
export function geeProportion(
  { events, units }: ClusterCounts,
  working: WorkingCorrelation,
): Result<GeeProportion, ClusteredFault> {
  const [n, x] = [sum(units), sum(events)];
  if (units.length < 2) return fail({ kind: 'too-few-clusters-in-all', clusters: units.length });
  if (x === 0 || x === n) return fail({ kind: 'proportion-at-the-end', events: x, units: n });
  // Units of one cluster cannot all be more opposed to one another than this.
  const least = -0.999 / Math.max(1, units.reduce((most, size) => Math.max(most, size), 1) - 1);
  let [p, correlation] = [x / n, 0];
  for (let step = 0; step < mostSteps; step += 1) {
    const next = working === 'independence' ? 0 : Math.max(least, pairCorrelation({ events, units }, p));
    const weights = units.map((size) => 1 / (1 + (size - 1) * next));
    const moved = dot(weights, events) / dot(weights, units);
    const still = Math.abs(moved - p) + Math.abs(next - correlation);
    [p, correlation] = [moved, next];
    if (still < closeEnough) break;
  }
  const weights = units.map((size) => 1 / (1 + (size - 1) * correlation));
  const scores = events.map((own, i) => (weights[i] ?? NaN) * (own - (units[i] ?? NaN) * p));
  const bread = dot(weights, units) * p * (1 - p);
  return succeed({
    logit: Math.log(p) - Math.log1p(-p),
    standardError: Math.sqrt(dot(scores, scores)) / bread,
    correlation,
  });
}

/** Mean product of the residuals of two units of one cluster, over the mean square of all. */
function pairCorrelation({ events, units }: ClusterCounts, p: number): number {
  let [squares, products, pairs] = [0, 0, 0];
  units.forEach((size, i) => {
    const own = events[i] ?? NaN;
    const residual = own - size * p;
    const square = own * (1 - p) * (1 - p) + (size - own) * p * p;
    squares += square;
    products += (residual * residual - square) / 2;
    pairs += (size * (size - 1)) / 2;
  });
  return pairs === 0 ? 0 : products / pairs / (squares / sum(units));
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? NaN) * (b[i] ?? NaN);
  return total;
}
