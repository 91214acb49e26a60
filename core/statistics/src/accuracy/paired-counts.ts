/** Two binary readings of the same people: who was called positive by which. */
export type PairedCounts = {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
};

/** Two tests against one truth, on the same people. */
export type PairedTests = { readonly diseased: PairedCounts; readonly healthy: PairedCounts };

export const pairedTotal = ({ both, onlyFirst, onlySecond, neither }: PairedCounts): number =>
  both + onlyFirst + onlySecond + neither;

/** The same people with negative for positive: what sensitivity is to the diseased, specificity is to these. */
export const negatives = ({ both, onlyFirst, onlySecond, neither }: PairedCounts): PairedCounts => ({
  both: neither,
  onlyFirst: onlySecond,
  onlySecond: onlyFirst,
  neither: both,
});

/** Counts two columns of 0 and 1 in the rows of one truth. */
export function countPairs(
  truth: ArrayLike<number>,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): PairedTests {
  const of = (wanted: number): PairedCounts => {
    const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    for (let row = 0; row < truth.length; row += 1) {
      if (truth[row] !== wanted) continue;
      if (first[row] === 1) counts[second[row] === 1 ? 'both' : 'onlyFirst'] += 1;
      else counts[second[row] === 1 ? 'onlySecond' : 'neither'] += 1;
    }
    return counts;
  };
  return { diseased: of(1), healthy: of(0) };
}
