import type { Cell } from './readings.ts';

/** A cell prepared for sums over pairs of cases: ranks instead of ratings, and the score sums of each case. */
export type RankedCell = {
  /** Dense ranks within the cell; -1 where a case was not read. */
  readonly diseased: Int32Array;
  readonly healthy: Int32Array;
  readonly levels: number;
  /** Positions of the cases that were read, by rising rank. */
  readonly risingDiseased: Int32Array;
  readonly risingHealthy: Int32Array;
  /** For each diseased case the healthy ones it beats, for each healthy case the diseased ones that beat it; ties one half. */
  readonly wins: Float64Array;
  readonly losses: Float64Array;
  readonly total: number;
};

export function rankedCell({ diseased, healthy }: Cell): RankedCell {
  const levels = [...new Set([...diseased, ...healthy])]
    .filter((x) => !Number.isNaN(x))
    .sort((a, b) => a - b);
  const rankOf = new Map(levels.map((level, rank) => [level, rank]));
  const ranks = (ratings: Float64Array) => Int32Array.from(ratings, (rating) => rankOf.get(rating) ?? -1);
  const [d, h] = [ranks(diseased), ranks(healthy)];
  const [countD, countH] = [countsBelow(d, levels.length), countsBelow(h, levels.length)];
  const wins = Float64Array.from(d, (rank) => (rank < 0 ? 0 : middle(countH, rank)));
  const all = countD[levels.length] ?? 0;
  const losses = Float64Array.from(h, (rank) => (rank < 0 ? 0 : all - middle(countD, rank)));
  return {
    diseased: d,
    healthy: h,
    levels: levels.length,
    risingDiseased: rising(d),
    risingHealthy: rising(h),
    wins,
    losses,
    total: wins.reduce((sum, x) => sum + x, 0),
  };
}

/** counts[r]: how many lie below rank r. */
function countsBelow(ranks: Int32Array, levels: number): Float64Array {
  const counts = new Float64Array(levels + 1);
  for (const rank of ranks) if (rank >= 0) counts[rank + 1] = (counts[rank + 1] ?? 0) + 1;
  for (let r = 1; r <= levels; r += 1) counts[r] = (counts[r] ?? 0) + (counts[r - 1] ?? 0);
  return counts;
}

const middle = (below: Float64Array, rank: number): number =>
  ((below[rank] ?? NaN) + (below[rank + 1] ?? NaN)) / 2;

const rising = (ranks: Int32Array): Int32Array =>
  Int32Array.from(ranks.keys())
    .filter((at) => (ranks[at] ?? -1) >= 0)
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));

/**
 * The sum, over pairs of a diseased and a healthy case that both cells read, of the product of their scores (1 won, 1/2 tied, 0 lost).
 *
 * Twice a score is [x > y] + [x >= y], so the sum counts pairs that are in order in both cells at once: sweep over the
 * ranks of the first, and keep the healthy cases met so far in a Fenwick tree over the ranks of the second.
 *
 * Takes    two ranked cells of one study
 * Gives    the sum
 * Fails    never
 * Cost     O(N log N), where comparing pair by pair takes O(N^2)
 * Source   Fenwick (1994), Software: Practice and Experience 24, 327-336
 * Checked  equal to the sum taken pair by pair, in reader-study.test.ts
 */
export function jointWins(a: RankedCell, b: RankedCell): number {
  let quadruple = 0;
  for (const strict of [0, 1]) {
    const tree = new Int32Array(b.levels + 1);
    let next = 0;
    for (const i of a.risingDiseased) {
      const own = b.diseased[i] ?? -1;
      if (own < 0) continue;
      const upTo = (a.diseased[i] ?? 0) - strict;
      while (next < a.risingHealthy.length) {
        const j = a.risingHealthy[next] ?? 0;
        if ((a.healthy[j] ?? 0) > upTo) break;
        const other = b.healthy[j] ?? -1;
        if (other >= 0) add(tree, other);
        next += 1;
      }
      quadruple += countUpTo(tree, own) + countUpTo(tree, own - 1);
    }
  }
  return quadruple / 4;
}

function add(tree: Int32Array, rank: number): void {
  for (let at = rank + 1; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
}

/** How many in the tree have this rank or a lower one. */
function countUpTo(tree: Int32Array, rank: number): number {
  let count = 0;
  for (let at = rank + 1; at > 0; at -= at & -at) count += tree[at] ?? 0;
  return count;
}
