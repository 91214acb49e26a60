import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Table } from '@daero/domain/table';
import { z } from 'zod';
import {
  delongCovariance,
  jackknifeCovariance,
  unbiasedCovariance,
  type CaseCovariance,
  type JackknifeCases,
} from './case-covariance.ts';
import type { CellFigure, Metric } from './cell-figures.ts';
import { clusterJackknife, type ClusterNames } from './cluster-jackknife.ts';
import { clusteredCovariance } from './clustered-covariance.ts';
import { completeIds } from './reading-roles.ts';
import type { AlignedCells } from './readings.ts';

/**
 * How cells go together over cases. `clustered` (Obuchowski 1997) and `cluster-jackknife` take the column `cluster`: cases of
 * one patient vary together. Only the jackknives serve sensitivity and specificity; `clustered` needs every reading.
 */
export const covarianceSetting = z
  .enum(['jackknife', 'delong', 'unbiased', 'clustered', 'cluster-jackknife'])
  .default('jackknife');
export type CovarianceForm = z.output<typeof covarianceSetting>;

export const covarianceNames: Readonly<Record<CovarianceForm, string>> = {
  jackknife: 'jackknife',
  delong: 'DeLong',
  unbiased: 'unbiased',
  clustered: 'Obuchowski 1997',
  'cluster-jackknife': 'cluster jackknife',
};

/** Formulas of the covariances, to be named beside that of the analysis. */
export const covarianceSources: Readonly<Record<CovarianceForm, string>> = {
  jackknife: 'Hillis, Obuchowski, Schartz and Berbaum (2005), Statistics in Medicine 24, 1579-1607',
  delong: 'DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845',
  unbiased: 'Gallas (2006), Academic Radiology 13, 353-362',
  clustered: 'Obuchowski (1997), Biometrics 53, 567-578',
  'cluster-jackknife': 'Shao and Tu (1995), The jackknife and bootstrap, section 2.4',
};

/** Sensitivity and specificity have no components of DeLong's, nor pairs of cases. */
export const fitsMetric = (metric: Metric['of'], covariance: CovarianceForm): boolean =>
  metric === 'auc' || covariance === 'jackknife' || covariance === 'cluster-jackknife';

/** The cases that a figure depends on. */
export const casesOfMetric: Readonly<Record<Metric['of'], JackknifeCases>> = {
  auc: 'all',
  sensitivity: 'diseased',
  specificity: 'healthy',
};

type Task = {
  readonly cells: AlignedCells;
  readonly figures: readonly CellFigure[];
  readonly metric: Metric;
  readonly covariance: CovarianceForm;
  readonly readers: readonly string[];
  readonly nameOf: ClusterNames['nameOf'];
};

/** The covariance that a plan asks for. */
export function covarianceOf(
  roles: Table,
  { cells, figures, metric, covariance, readers, nameOf }: Task,
): Result<CaseCovariance, Fault> {
  switch (covariance) {
    case 'jackknife':
      return succeed(jackknifeCovariance(figures, casesOfMetric[metric.of]));
    case 'delong':
      return succeed(delongCovariance(cells));
    case 'unbiased':
      return succeed(unbiasedCovariance(cells));
    case 'clustered':
    case 'cluster-jackknife': {
      const clusterOf = clustersOf(roles);
      if (!clusterOf.ok) return clusterOf;
      return covariance === 'clustered'
        ? clusteredCovariance(cells, clusterOf.value, readers.length)
        : clusterJackknife(cells, metric, { clusterOf: clusterOf.value, nameOf });
    }
  }
}

function clustersOf(roles: Table): Result<ReadonlyMap<string, string>, Fault> {
  const clusters = completeIds(roles, 'cluster');
  if (!clusters.ok) return clusters;
  const cases = completeIds(roles, 'case');
  if (!cases.ok) return cases;
  const found = new Map<string, string>();
  for (const [row, id] of cases.value.entries()) {
    const [cluster, known] = [clusters.value[row] ?? '', found.get(id)];
    if (known !== undefined && known !== cluster) return fail({ kind: 'case-of-two-clusters', case: id });
    found.set(id, cluster);
  }
  return succeed(found);
}
