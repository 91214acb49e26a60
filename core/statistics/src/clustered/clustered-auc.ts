import { fail, succeed, type Result } from '@daero/domain/result';
import { placements } from '../discrimination/placements.ts';
import type { Matrix } from '../regression/cholesky.ts';
import { mean } from '../summary/moments.ts';

/** Units (lesions, cells, segments) that come in clusters (patients, slides), with one or more scores each. */
export type ClusteredUnits = {
  readonly cluster: readonly string[];
  /** 1 diseased, 0 healthy. */
  readonly truth: ArrayLike<number>;
  /** One column a score; higher means more disease. */
  readonly scores: readonly ArrayLike<number>[];
};

export type ClusteredAucs = {
  readonly aucs: readonly number[];
  readonly covariance: Matrix;
  readonly clusters: number;
  readonly diseased: number;
  readonly healthy: number;
};

export type ClusteredAucFault =
  | { readonly kind: 'too-few-clusters'; readonly diseased: number; readonly healthy: number }
  | { readonly kind: 'score-missing' };

/**
 * AUCs of scores on units that come in clusters, with their covariance.
 *
 * Lesions of one patient are alike, so many lesions in few patients say less than as many patients. A cluster may hold
 * diseased and healthy units at once. What varies are the clusters: with few of them the interval is a rough one.
 *
 * Takes    the cluster and truth of each unit, and one or more columns of scores
 * Gives    the AUCs, their covariance, and how many clusters and units there are
 * Fails    too-few-clusters when fewer than 2 clusters hold a diseased, or a healthy, unit; score-missing on NaN
 * Cost     O(s N log N + s^2 clusters) for s scores of N units
 * Source   Obuchowski (1997), Biometrics 53, 567-578
 * Checked  reference case of the method clustered-auc
 */
export function clusteredAuc({
  cluster,
  truth,
  scores,
}: ClusteredUnits): Result<ClusteredAucs, ClusteredAucFault> {
  const positions = (wanted: number) => [...cluster.keys()].filter((row) => truth[row] === wanted);
  const [diseased, healthy] = [positions(1), positions(0)];
  const at = new Map([...new Set(cluster)].map((name, index) => [name, index]));
  const clusterOf = (rows: readonly number[]) => rows.map((row) => at.get(cluster[row] ?? '') ?? NaN);
  const [ofDiseased, ofHealthy] = [clusterOf(diseased), clusterOf(healthy)];
  const holding = { diseased: new Set(ofDiseased).size, healthy: new Set(ofHealthy).size };
  if (holding.diseased < 2 || holding.healthy < 2) return fail({ kind: 'too-few-clusters', ...holding });

  const components: ClusterComponents[] = [];
  for (const score of scores) {
    const of = (rows: readonly number[]) => rows.map((row) => score[row] ?? NaN);
    const placed = placements(of(diseased), of(healthy));
    if (!placed.ok) return placed;
    const { aboveHealthy, belowDiseased } = placed.value;
    const auc = mean(aboveHealthy);
    components.push({
      auc,
      diseased: sumsOf(aboveHealthy, { auc, clusters: ofDiseased, of: at.size }),
      healthy: sumsOf(belowDiseased, { auc, clusters: ofHealthy, of: at.size }),
    });
  }
  const sizes = { diseased: diseased.length, healthy: healthy.length };
  return succeed({
    aucs: components.map(({ auc }) => auc),
    covariance: components.map((a) => components.map((b) => clusterCovariance(a, b, { sizes, holding }))),
    clusters: at.size,
    ...sizes,
  });
}

/** Sums, by cluster, of how far the placements of its units lie from the AUC. */
export type ClusterComponents = {
  readonly auc: number;
  readonly diseased: Float64Array;
  readonly healthy: Float64Array;
};

export function sumsOf(
  shares: Float64Array,
  { auc, clusters, of }: { readonly auc: number; readonly clusters: readonly number[]; readonly of: number },
): Float64Array {
  const sums = new Float64Array(of);
  shares.forEach((share, unit) => {
    const cluster = clusters[unit] ?? NaN;
    sums[cluster] = (sums[cluster] ?? NaN) + share - auc;
  });
  return sums;
}

type Counts = { readonly diseased: number; readonly healthy: number };

/** Each part with its own factor I/(I - 1): clusters that hold a diseased unit, a healthy one, and any. */
export function clusterCovariance(
  a: ClusterComponents,
  b: ClusterComponents,
  { sizes, holding }: { readonly sizes: Counts; readonly holding: Counts },
): number {
  const factor = (clusters: number): number => clusters / (clusters - 1);
  const [m, n] = [sizes.diseased, sizes.healthy];
  return (
    (factor(holding.diseased) * product(a.diseased, b.diseased)) / (m * m) +
    (factor(holding.healthy) * product(a.healthy, b.healthy)) / (n * n) +
    (factor(a.diseased.length) * (product(a.diseased, b.healthy) + product(a.healthy, b.diseased))) / (m * n)
  );
}

function product(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let at = 0; at < a.length; at += 1) total += (a[at] ?? NaN) * (b[at] ?? NaN);
  return total;
}
