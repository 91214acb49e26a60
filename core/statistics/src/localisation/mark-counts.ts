import type { CellFigure } from '../reader-study/cell-figures.ts';
import { sum } from '../summary/moments.ts';
import type { LocalisationStudy, MarkedCell } from './marks.ts';

/** Folds the lesions of each diseased case into one number. */
export function perCase(
  { start, diseased }: LocalisationStudy,
  of: (lesion: number) => number,
  fold: (a: number, b: number) => number,
): Float64Array {
  return Float64Array.from(diseased, (_id, i) => {
    let found = of(start[i] ?? 0);
    for (let at = (start[i] ?? 0) + 1; at < (start[i + 1] ?? 0); at += 1) found = fold(found, of(at));
    return found;
  });
}

export const plus = (a: number, b: number): number => a + b;

/** The highest mark on each diseased case, wherever it lies. */
export const highestOfDiseased = (
  study: LocalisationStudy,
  { lesions, elsewhere }: MarkedCell,
): Float64Array =>
  perCase(study, (at) => lesions[at] ?? NaN, Math.max).map((rating, i) =>
    Math.max(rating, elsewhere.diseased[i] ?? NaN),
  );

/** Share of lesions that were marked. */
export function lesionShare(study: LocalisationStudy, { lesions, elsewhere }: MarkedCell): CellFigure {
  const hits = perCase(study, (at) => ((lesions[at] ?? -Infinity) > -Infinity ? 1 : 0), plus);
  const counts = perCase(study, () => 1, plus);
  const [hit, all] = [sum(hits), sum(counts)];
  return {
    value: hit / all,
    without: {
      diseased: hits.map((own, i) => (hit - own) / (all - (counts[i] ?? NaN))),
      healthy: elsewhere.healthy.map(() => hit / all),
    },
  };
}

/** Share of diseased cases with a mark anywhere, or of healthy cases with none. */
export function markedShare(
  study: LocalisationStudy,
  cell: MarkedCell,
  side: 'diseased' | 'healthy',
): CellFigure {
  const highest = side === 'diseased' ? highestOfDiseased(study, cell) : cell.elsewhere.healthy;
  const right = highest.map((rating) => (rating > -Infinity === (side === 'diseased') ? 1 : 0));
  const [total, n] = [sum(right), right.length];
  const without = right.map((own) => (total - own) / (n - 1));
  const other = (ids: readonly string[]): Float64Array => new Float64Array(ids.length).fill(total / n);
  return {
    value: total / n,
    without:
      side === 'diseased'
        ? { diseased: without, healthy: other(study.healthy) }
        : { diseased: other(study.diseased), healthy: without },
  };
}

/** Marks where no lesion is, a healthy case or any case. */
export function marksPerCase(
  { diseased, healthy }: LocalisationStudy,
  { nonLesions }: MarkedCell,
  over: 'healthy' | 'all',
): CellFigure {
  const [m, n] = [diseased.length, healthy.length];
  const counts = new Float64Array(m + n);
  for (const at of nonLesions.at) if (over === 'all' || at >= m) counts[at] = (counts[at] ?? 0) + 1;
  const [total, cases] = [sum(counts), over === 'all' ? m + n : n];
  const value = total / cases;
  const left = counts.map((own) => (total - own) / (cases - 1));
  return {
    value,
    without: {
      diseased: over === 'all' ? left.slice(0, m) : new Float64Array(m).fill(value),
      healthy: left.slice(m),
    },
  };
}
