import type { FrocShape } from '@daero/domain/shape';
import type { LocalisationStudy, MarkedCell } from './marks.ts';

export type FrocPoints = FrocShape['curves'][number]['points'];

/**
 * The free-response curve of one cell, or of several together: marks elsewhere a case against the share of lesions found.
 *
 * Readers together are counted as if each had read a copy of the cases. The curve begins where nothing counts as marked and
 * ends with the least mark: what lies beyond was not observed.
 *
 * Takes    the cells; the numbers of cases and lesions of the study
 * Gives    a point for each rating given, the highest first: all marks rated so high or higher count
 * Fails    never; without a mark the curve is its beginning alone
 * Cost     O(marks log marks)
 * Source   Bunch, Hamilton, Sanderson and Simmons (1978), Journal of Applied Photographic Engineering 4, 166-171; Chakraborty (2017), Observer performance methods for diagnostic imaging, chapter 12
 * Checked  its end is (MaxNLFAllCases, MaxLLF) and the area under it is the figure FROC, in localisation.test.ts
 */
export function frocCurve(
  cells: readonly MarkedCell[],
  { cases, lesions }: { readonly cases: number; readonly lesions: number },
): FrocPoints {
  const marked = cells.flatMap((cell) => [
    ...Array.from(cell.lesions).flatMap((rating) => (rating > -Infinity ? [{ rating, hit: 1 }] : [])),
    ...cell.nonLesions.rating.map((rating) => ({ rating, hit: 0 })),
  ]);
  marked.sort((a, b) => b.rating - a.rating);
  const points: FrocPoints[number][] = [{ nonLesionsPerCase: 0, lesionShare: 0, threshold: null }];
  let [hits, others] = [0, 0];
  for (const [at, { rating, hit }] of marked.entries()) {
    hits += hit;
    others += 1 - hit;
    if (marked[at + 1]?.rating === rating) continue;
    points.push({
      nonLesionsPerCase: others / (cells.length * cases),
      lesionShare: hits / (cells.length * lesions),
      threshold: rating,
    });
  }
  return points;
}

const label = {
  together: { ko: '판독자를 합한 FROC 곡선', en: 'FROC curves of all readers together' },
  apart: { ko: '판독자별 FROC 곡선', en: 'FROC curves by reader' },
};

/** Readers together, a curve a modality; then a picture a modality with a curve a reader. */
export function frocShapes(study: LocalisationStudy): readonly FrocShape[] {
  const { readers, modalities, diseased, healthy, weights, cells } = study;
  const n = { cases: diseased.length + healthy.length, lesions: weights.length };
  const own = (i: number): readonly MarkedCell[] => cells.slice(i * readers.length, (i + 1) * readers.length);
  const worded = (name: string) => ({ ko: name, en: name });
  return [
    {
      shape: 'froc',
      label: label.together,
      modality: null,
      n,
      curves: modalities.map((name, i) => ({ label: worded(name), points: frocCurve(own(i), n) })),
    },
    ...modalities.map((name, i): FrocShape => ({
      shape: 'froc',
      label: label.apart,
      modality: worded(name),
      n,
      curves: own(i).map((cell, j) => ({ label: worded(readers[j] ?? ''), points: frocCurve([cell], n) })),
    })),
  ];
}
