import { fail, succeed, unwrap, type Result } from '@daero/domain/result';
import { clusterCovariance, sumsOf } from '../clustered/clustered-auc.ts';
import { placements } from '../discrimination/placements.ts';
import { mean } from '../summary/moments.ts';
import { symmetric, type CaseCovariance } from './case-covariance.ts';
import { isCrossed, type AlignedCells } from './readings.ts';

export type ClusteredCovarianceFault =
  | { readonly kind: 'too-few-clusters'; readonly diseased: number; readonly healthy: number }
  | { readonly kind: 'study-not-crossed'; readonly readers: number };

/**
 * Covariances between the AUCs of all cells where cases come in clusters, such as several lesions or breasts of one patient.
 *
 * With it an Obuchowski-Rockette analysis generalises to patients instead of lesions. Each case in a cluster of its own gives
 * the DeLong covariance.
 *
 * Takes    a study in which every reader read every case in every modality; the cluster of each case; the number of readers, for the fault
 * Gives    the covariance; its number of cases is the number of clusters
 * Fails    too-few-clusters below 2 with a diseased, or a healthy, case; study-not-crossed where a reading is missing
 * Cost     O(cells N log N + cells^2 clusters)
 * Source   Obuchowski (1997), Biometrics 53, 567-578, between readers and modalities as in Obuchowski and Rockette (1995)
 * Checked  equal to `clusteredAuc` for one reader, and to `delongCovariance` for clusters of one, in reader-study.test.ts
 */
export function clusteredCovariance(
  study: AlignedCells,
  clusterOf: ReadonlyMap<string, string>,
  readers: number,
): Result<CaseCovariance, ClusteredCovarianceFault> {
  if (!isCrossed(study)) return fail({ kind: 'study-not-crossed', readers });
  const names = new Map<string, number>();
  const indexed = (cases: readonly string[]): readonly number[] =>
    cases.map((id) => {
      const name = clusterOf.get(id) ?? id;
      const at = names.get(name) ?? names.size;
      names.set(name, at);
      return at;
    });
  const [diseased, healthy] = [indexed(study.diseased), indexed(study.healthy)];
  const holding = { diseased: new Set(diseased).size, healthy: new Set(healthy).size };
  if (holding.diseased < 2 || holding.healthy < 2) return fail({ kind: 'too-few-clusters', ...holding });

  const cells = study.cells.map((cell) => {
    const { aboveHealthy, belowDiseased } = unwrap(placements(cell.diseased, cell.healthy));
    const auc = mean(aboveHealthy);
    return {
      auc,
      diseased: sumsOf(aboveHealthy, { auc, clusters: diseased, of: names.size }),
      healthy: sumsOf(belowDiseased, { auc, clusters: healthy, of: names.size }),
    };
  });
  const sizes = { diseased: diseased.length, healthy: healthy.length };
  return succeed({
    matrix: symmetric(cells, (a, b) => clusterCovariance(a, b, { sizes, holding })),
    cases: names.size,
  });
}
