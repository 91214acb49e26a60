import { fail, succeed, type Result } from '@daero/domain/result';
import { mean, variance } from '../summary/moments.ts';
import { symmetric, type CaseCovariance } from './case-covariance.ts';
import {
  differenceOf,
  estimateOf,
  type InferenceFault,
  type ReaderDifference,
  type ReaderEstimate,
} from './obuchowski-rockette.ts';

export type StandaloneComparison = {
  readonly device: number;
  /** Readers' mean minus the device. */
  readonly difference: Omit<ReaderDifference, 'first' | 'second'>;
  /** The readers' mean with the width of the difference: how sure the comparison is, not the mean alone. */
  readonly readers: ReaderEstimate;
  readonly readerVariance: number;
  /** Mean variance, and mean covariance of two readers, of the differences from the device; null where cases are fixed. */
  readonly cases: { readonly error: number; readonly cov2: number } | null;
};

/**
 * Does the device alone do better or worse than readers like these, on cases like these?
 *
 * A device has no readers who could vary. Its difference from each reader, on the same cases, is one figure a reader, and
 * their mean is judged as a single modality is in a reader study.
 *
 * Takes    the device's figure and each reader's, with their covariance over cases (device first), or null for fixed cases; level
 * Gives    the mean difference with Hillis' degrees of freedom, interval and p
 * Fails    too-few-readers below 2; reader-variance-not-positive where nothing varies
 * Cost     O(readers^2)
 * Source   Hillis and Schartz (2018), J Medical Imaging 5, 031410; Chakraborty (2017), Observer performance methods, chapter 22
 * Checked  reference case of the method standalone-versus-readers
 */
export function standaloneVersusReaders(
  { device, readers }: { readonly device: number; readonly readers: readonly number[] },
  covariance: CaseCovariance | null,
  level: number,
): Result<StandaloneComparison, InferenceFault> {
  const r = readers.length;
  if (r < 2) return fail({ kind: 'too-few-readers', readers: r, modalities: 2 });
  const differences = readers.map((value) => value - device);
  const readerVariance = variance(differences);
  const cases = covariance === null ? null : averagesOf(differenceCovariance(covariance));
  const term = readerVariance + (cases === null ? 0 : r * Math.max(cases.cov2, 0));
  if (!(term > 0)) return fail({ kind: 'reader-variance-not-positive', denominator: term });
  const standardError = Math.sqrt(term / r);
  const df = readerVariance === 0 ? Infinity : ((term * term) / (readerVariance * readerVariance)) * (r - 1);
  return succeed({
    device,
    difference: differenceOf(mean(differences), standardError, { df, level }),
    readers: estimateOf(mean(readers), standardError, { df, level }),
    readerVariance,
    cases,
  });
}

/** Covariance of reader minus device, from that of device and readers with the device first. */
function differenceCovariance({ matrix }: CaseCovariance): readonly Float64Array[] {
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? NaN;
  const readers = matrix.map((_row, i) => i).slice(1);
  return symmetric(readers, (i, j) => at(i, j) - at(i, 0) - at(0, j) + at(0, 0));
}

function averagesOf(matrix: readonly Float64Array[]): { readonly error: number; readonly cov2: number } {
  const diagonal = matrix.map((row, i) => row[i] ?? NaN);
  const pairs = matrix.flatMap((row, i) => [...row].filter((_value, j) => j !== i));
  return { error: mean(diagonal), cov2: mean(pairs) };
}

/** Positions of the cells when the device is put beside the readers as a modality of its own, read alike by all: device r times, then the readers. */
export const asTwoModalities = (readers: number): readonly number[] => [
  ...Array.from({ length: readers }, () => 0),
  ...Array.from({ length: readers }, (_each, j) => j + 1),
];

/** The covariance of cells picked by position, some more than once. */
export const pickedCovariance = (
  { matrix, cases }: CaseCovariance,
  cells: readonly number[],
): CaseCovariance => ({ matrix: symmetric(cells, (i, j) => matrix[i]?.[j] ?? NaN), cases });
