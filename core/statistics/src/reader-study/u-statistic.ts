import { studentReach, studentTwoSided } from '../distributions/student-t.ts';
import { around, type Limits } from '../summary/interval.ts';
import {
  componentsOf,
  readingMoments,
  type ComponentName,
  type Components,
  type ReadingSums,
} from './reading-moments.ts';

/** `unbiased` may come out negative in small studies; `plug-in` hardly ever does, and is too large on average. */
export type UVariance = 'unbiased' | 'plug-in';

export type UQuestion = {
  /** Positions of modalities; `second` null asks for the area of the first alone. */
  readonly first: number;
  readonly second: number | null;
  /** Readers by position; their mean area is weighted by the pairs of cases that each read. Those who read in neither modality do not count. */
  readonly readers: readonly number[];
};

export type UStatistic = {
  /** Mean area, or first minus second. */
  readonly value: number;
  readonly variance: number;
  readonly df: number;
  /** What the test compares the value with: 1/2, or no difference. */
  readonly null: number;
};

/**
 * Mean area of a modality over readers, or the difference of two, with its variance over readers and cases.
 *
 * No model of readers and cases is assumed, and any reader may have missed any case. The degrees of freedom are
 * Satterthwaite's for the mean squares of readers, healthy and diseased cases, and never fewer than the smallest of theirs.
 *
 * Takes    the sums of a study; the question; which variance
 * Gives    value, variance and degrees of freedom
 * Fails    never; a variance that is not above 0 is given as it is, and has no interval
 * Cost     O(readers^2), after O(cells^2 N log N) for the sums
 * Source   Gallas, Bandos, Samuelson and Wagner (2009), Communications in Statistics 38, 2586-2603; Obuchowski, Gallas and Hillis (2012), Academic Radiology 19, 1508-1517
 * Checked  reference cases of the method mrmc-u-statistic
 */
export function uStatistic(
  sums: ReadingSums,
  { first, second, readers }: UQuestion,
  form: UVariance,
): UStatistic {
  const area = (modality: number): number => {
    const cells = readers.map((reader) => modality * sums.readers + reader);
    const total = (of: readonly number[]) => cells.reduce((x, cell) => x + (of[cell] ?? NaN), 0);
    return total(sums.won) / total(sums.pairs);
  };
  const between = (a: number, b: number): Parts => {
    // A modality with one reader has no second to vary with, whoever read in the other modality.
    const active = readers.filter((reader) =>
      [a, b].some((modality) => (sums.pairs[modality * sums.readers + reader] ?? 0) > 0),
    );
    const { unbiased, plugIn, weights } = readingMoments(sums, [a, b], active);
    const eight = form === 'unbiased' ? unbiased : plugIn;
    return {
      variance: eight.reduce((total, moment, k) => total + moment * (weights[k] ?? NaN), 0),
      ...componentsOf(plugIn, weights),
    };
  };
  const own = between(first, first);
  if (second === null) {
    return { value: area(first), variance: own.variance, df: degreesOf(own.variance, [own]), null: 0.5 };
  }
  const other = between(second, second);
  const both = between(first, second);
  const variance = own.variance + other.variance - 2 * both.variance;
  return {
    value: area(first) - area(second),
    variance,
    df: degreesOf(variance, [own, other], both),
    null: 0,
  };
}

/** Interval and two-sided p by Student's t; null where the variance is not above 0. */
export function uInterval(
  { value, variance, df, null: against }: UStatistic,
  level: number,
): { readonly limits: Limits; readonly p: number } | null {
  if (!(variance > 0 && df > 0)) return null;
  const standardError = Math.sqrt(variance);
  return {
    limits: around(value, standardError, studentReach(level, df)),
    p: studentTwoSided((value - against) / standardError, df),
  };
}

type Parts = { readonly variance: number; readonly components: Components; readonly weights: Components };

const fewest = 2;

/** Satterthwaite's rule for readers, healthy and diseased cases; what two modalities do not share counts for each apart. */
function degreesOf(variance: number, modalities: readonly Parts[], both?: Parts): number {
  const sources: readonly ComponentName[] = ['N', 'D', 'R'];
  const degrees = ({ weights }: Parts, of: ComponentName): number => Math.round(1 / weights[of] - 1);
  const squared = (component: number, df: number): number =>
    df > 0 ? ((component / df) * (component / df)) / df : 0;
  let spread = 0;
  let least = Infinity;
  for (const source of sources) {
    const df = Math.min(...modalities.map((parts) => degrees(parts, source)));
    least = Math.min(least, df);
    const own = modalities.map(({ components }) => components[source]);
    if (both === undefined || both.weights[source] > 0) {
      const shared = both === undefined ? 0 : 2 * both.components[source];
      spread += squared(own.reduce((sum, component) => sum + component, 0) - shared, df);
    } else modalities.forEach((parts, at) => (spread += squared(own[at] ?? NaN, degrees(parts, source))));
  }
  return Math.max((variance * variance) / spread, least, fewest);
}
