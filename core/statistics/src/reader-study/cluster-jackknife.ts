import { fail, succeed, type Result } from '@daero/domain/result';
import { jackknifeProducts, type CaseCovariance } from './case-covariance.ts';
import type { Metric } from './cell-figures.ts';
import { rankedCell } from './joint-wins.ts';
import { countRead, type AlignedCells, type Cell } from './readings.ts';

export type ClusterJackknifeFault =
  | { readonly kind: 'too-few-clusters-in-all'; readonly clusters: number }
  | {
      readonly kind: 'cluster-holds-class';
      readonly cluster: string;
      readonly reader: string;
      readonly modality: string;
    };

/**
 * Covariances between cells by leaving out one cluster of cases at a time, such as all lesions of a patient.
 *
 * It needs no complete crossing and serves sensitivity and specificity as well as the AUC. Each case in a cluster of its own
 * gives the jackknife over cases.
 *
 * Takes    aligned cells, the metric, the cluster of each case (a case that is not named is its own cluster), and names for faults
 * Gives    (k - 1)/k times the sum of products of deviations over the k clusters; its number of cases is k
 * Fails    too-few-clusters-in-all below 2; cluster-holds-class where a cluster holds all that a reader read of a class
 * Cost     O(cells N log N + cells^2 clusters), and the pairs of cases within clusters
 * Source   Shao and Tu (1995), The jackknife and bootstrap, section 2.4 (groups left out); Hillis and others (2005), Statistics in Medicine 24, 1579-1607
 * Checked  equal to `jackknifeCovariance` for clusters of one, and to figures taken again without each cluster, in clusters.test.ts
 */
export function clusterJackknife(
  cells: AlignedCells,
  metric: Metric,
  { clusterOf, nameOf }: ClusterNames,
): Result<CaseCovariance, ClusterJackknifeFault> {
  const members = new Map<string, Members>();
  const enter = (ids: readonly string[], side: keyof Members): void =>
    ids.forEach((id, at) => {
      const name = clusterOf.get(id) ?? id;
      const found = members.get(name) ?? { diseased: [], healthy: [] };
      found[side].push(at);
      members.set(name, found);
    });
  enter(cells.diseased, 'diseased');
  enter(cells.healthy, 'healthy');
  if (members.size < 2) return fail({ kind: 'too-few-clusters-in-all', clusters: members.size });

  const columns: Float64Array[] = [];
  for (const [at, cell] of cells.cells.entries()) {
    const without = figureWithout(cell, metric);
    const column = new Float64Array(members.size);
    let k = 0;
    for (const [cluster, own] of members) {
      const value = without(own);
      if (!Number.isFinite(value)) return fail({ kind: 'cluster-holds-class', cluster, ...nameOf(at) });
      column[k] = value;
      k += 1;
    }
    columns.push(column);
  }
  return succeed({ matrix: jackknifeProducts(columns), cases: members.size });
}

export type ClusterNames = {
  readonly clusterOf: ReadonlyMap<string, string>;
  readonly nameOf: (cell: number) => { readonly reader: string; readonly modality: string };
};

/** Positions of a cluster's cases. */
type Members = { readonly diseased: number[]; readonly healthy: number[] };

/** The figure of a cell without some cases: NaN or infinite where nothing of a class would be left. */
const figureWithout = (cell: Cell, metric: Metric): ((members: Members) => number) =>
  metric.of === 'auc' ? aucWithout(cell) : rateWithout(cell, metric);

function aucWithout(cell: Cell): (members: Members) => number {
  const { wins, losses, total } = rankedCell(cell);
  const [m, n] = [countRead(cell.diseased), countRead(cell.healthy)];
  return ({ diseased, healthy }) => {
    const sick = diseased.filter((i) => !Number.isNaN(cell.diseased[i]));
    const well = healthy.filter((j) => !Number.isNaN(cell.healthy[j]));
    let left = total;
    for (const i of sick) left -= wins[i] ?? NaN;
    for (const j of well) left -= losses[j] ?? NaN;
    for (const i of sick)
      for (const j of well) left += score(cell.diseased[i] ?? NaN, cell.healthy[j] ?? NaN);
    return left / ((m - sick.length) * (n - well.length));
  };
}

const score = (a: number, b: number): number => (a > b ? 1 : a === b ? 0.5 : 0);

function rateWithout(
  cell: Cell,
  { of, positive }: Exclude<Metric, { of: 'auc' }>,
): (members: Members) => number {
  const side = of === 'sensitivity' ? 'diseased' : 'healthy';
  const ratings = cell[side];
  const right = ratings.map((rating) =>
    Number.isNaN(rating) ? 0 : positive(rating) === (of === 'sensitivity') ? 1 : 0,
  );
  const [all, n] = [right.reduce((sum, each) => sum + each, 0), countRead(ratings)];
  return (members) => {
    const own = members[side].filter((at) => !Number.isNaN(ratings[at]));
    return own.reduce((rest, at) => rest - (right[at] ?? NaN), all) / (n - own.length);
  };
}
