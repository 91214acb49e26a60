import { pairSums, type PairSums } from './case-covariance.ts';
import { rankedCell } from './joint-wins.ts';
import type { ReaderStudy } from './readings.ts';

/** What every U-statistic analysis of a study works from: scores won by each cell, and products of scores of any two. */
export type ReadingSums = {
  readonly readers: number;
  readonly modalities: number;
  /** By cell: all readers of the first modality, then all of the second, and so on. */
  readonly won: readonly number[];
  readonly pairs: readonly number[];
  readonly products: readonly (readonly PairSums[])[];
};

/** Sums over pairs of cases for all cells of a study, once for all questions: O(cells^2 N log N). */
export function readingSums(study: ReaderStudy): ReadingSums {
  const cells = study.cells.map(rankedCell);
  const lower = cells.map((a, i) => cells.slice(0, i + 1).map((b) => pairSums(a, b)));
  const products = lower.map((row, i) => [
    ...row,
    ...lower.slice(i + 1).flatMap((below) => below.slice(i, i + 1)),
  ]);
  return {
    readers: study.readers.length,
    modalities: study.modalities.length,
    won: cells.map(({ total }) => total),
    pairs: cells.map(({ risingDiseased, risingHealthy }) => risingDiseased.length * risingHealthy.length),
    products,
  };
}

/**
 * Eight numbers, one for each kind of two scores: one reader gives both in the first four, two readers in the last four;
 * within each four the scores share both cases, the diseased one, the healthy one, or none.
 */
export type Eight = readonly number[];

export type Moments = {
  /** Means over the scores that share what is said and nothing else. */
  readonly unbiased: Eight;
  /** Means that do not exclude what else is shared: never below 0 as a variance, and biased. */
  readonly plugIn: Eight;
  /** How much each moment counts in the covariance; 1 is taken off the last for the product of the means. */
  readonly weights: Eight;
};

const kinds = ['same', 'sameDiseased', 'sameHealthy', 'apart'] as const;

/**
 * The moments that make up the covariance of the mean areas of two modalities, over the drawing of readers and cases.
 *
 * Any set of readings will do, crossed, split-plot or with gaps: a moment is a mean over the scores that there are.
 *
 * Takes    the sums of a study; two modalities by position (one twice for its variance); the readers by position
 * Gives    both forms of the moments, and their weights
 * Fails    never; a moment that no two scores have is 0, and so is its weight
 * Cost     O(readers^2), after O(cells^2 N log N) for the sums
 * Source   Gallas, Bandos, Samuelson and Wagner (2009), Communications in Statistics 38, 2586-2603
 * Checked  reference cases of the method mrmc-u-statistic
 */
export function readingMoments(
  sums: ReadingSums,
  [a, b]: readonly [number, number],
  readers: readonly number[],
): Moments {
  const total = new Float64Array(8);
  const count = new Float64Array(8);
  for (const i of readers) {
    for (const j of readers) {
      const found = sums.products[a * sums.readers + i]?.[b * sums.readers + j];
      if (found === undefined) throw new Error('a reader or a modality that the study does not have');
      kinds.forEach((kind, at) => {
        const k = i === j ? at : at + 4;
        total[k] = (total[k] ?? 0) + found[kind];
        count[k] = (count[k] ?? 0) + found.pairs[kind];
      });
    }
  }
  const scored = (of: number): number =>
    readers.reduce((pairs, reader) => pairs + (sums.pairs[of * sums.readers + reader] ?? NaN), 0);
  const all = scored(a) * scored(b);
  const share = (these: readonly number[]): number => {
    const pairs = these.reduce((n, k) => n + (count[k] ?? 0), 0);
    return pairs === 0 ? 0 : these.reduce((x, k) => x + (total[k] ?? 0), 0) / pairs;
  };
  return {
    unbiased: readers.length === 1 ? oneReader.map(share) : everyKind.map((k) => share([k])),
    plugIn: notExcluding.map(share),
    weights: [...count].map((pairs, k) => pairs / all - (k === 7 ? 1 : 0)),
  };
}

const everyKind = [0, 1, 2, 3, 4, 5, 6, 7];

/** A single reader is taken as given: there is no second to vary with. */
const oneReader: readonly (readonly number[])[] = [[0], [1], [2], [3], [0], [1], [2], [3]];

/** Whatever shares at least this much: one reader is also one of any two, one case also one of any. */
const notExcluding: readonly (readonly number[])[] = [
  [0],
  [0, 1],
  [0, 2],
  [0, 1, 2, 3],
  [0, 4],
  [0, 1, 4, 5],
  [0, 2, 4, 6],
  [0, 1, 2, 3, 4, 5, 6, 7],
];

/** What healthy cases (N), diseased cases (D), readers (R) and their crossings bring to a variance. */
export type ComponentName = 'N' | 'D' | 'ND' | 'R' | 'NR' | 'DR' | 'RND';
export type Components = Readonly<Record<ComponentName, number>>;

/** The same covariance told as variance components and their weights (Barrett, Clarkson and Kupinski), from the eight moments. */
export function componentsOf(
  [m1 = NaN, m2 = NaN, m3 = NaN, m4 = NaN, m5 = NaN, m6 = NaN, m7 = NaN, m8 = NaN]: Eight,
  [c1 = NaN, c2 = NaN, c3 = NaN, c4 = NaN, c5 = NaN, c6 = NaN, c7 = NaN]: Eight,
): { readonly components: Components; readonly weights: Components } {
  return {
    components: {
      N: m7 - m8,
      D: m6 - m8,
      ND: m5 - m6 - m7 + m8,
      R: m4 - m8,
      NR: m3 - m4 - m7 + m8,
      DR: m2 - m4 - m6 + m8,
      RND: m1 - m2 - m3 - m5 + m4 + m6 + m7 - m8,
    },
    weights: {
      N: c1 + c3 + c5 + c7,
      D: c1 + c2 + c5 + c6,
      ND: c1 + c5,
      R: c1 + c2 + c3 + c4,
      NR: c1 + c3,
      DR: c1 + c2,
      RND: c1,
    },
  };
}
