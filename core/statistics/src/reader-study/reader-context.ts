import type { Warning } from '@daero/domain/estimate';
import type { Text } from '@daero/domain/text';
import type { Metric } from './cell-figures.ts';
import type { Generalises } from './obuchowski-rockette.ts';
import { fewReaders, type ReaderContext } from './reader-estimates.ts';
import { audiences } from './reader-settings.ts';
import { covarianceNames, covarianceSources, type CovarianceForm } from './reading-covariance.ts';
import type { AlignedCells } from './readings.ts';

type Asked = {
  readonly metric: Metric['of'];
  readonly covariance: CovarianceForm;
  readonly to: Generalises;
  readonly level: number;
};

/** What the estimates of a study have in common: its size, the analysis with its audience and covariance, their sources, the warnings. */
export function contextOf(
  { metric, covariance, to, level }: Asked,
  { diseased, healthy, readers }: AlignedCells & { readonly readers: readonly string[] },
  about: { readonly analysis: Text; readonly source: string; readonly warnings: readonly Warning[] },
): ReaderContext {
  const cases = to !== 'readers';
  const name = covarianceNames[covariance];
  return {
    level,
    unit: metric === 'auc' ? 'auc' : 'probability',
    n: diseased.length + healthy.length,
    parts: { diseased: diseased.length, healthy: healthy.length, readers: readers.length },
    method: {
      ko: `${about.analysis.ko}, ${audiences[to].ko}${cases ? `, ${name} 공분산` : ''}`,
      en: `${about.analysis.en}, ${audiences[to].en}${cases ? `, ${name} covariance` : ''}`,
    },
    source: cases ? `${about.source}; ${covarianceSources[covariance]}` : about.source,
    warnings: [...(to === 'cases' ? [] : fewReaders(readers.length)), ...about.warnings],
  };
}
