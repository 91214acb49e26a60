import { fail, succeed, type Result } from '@daero/domain/result';

export type Placements = {
  /** For each diseased case, in the order given, the share of healthy cases that score lower; ties count one half. */
  readonly aboveHealthy: Float64Array;
  /** For each healthy case, the share of diseased cases that score higher; ties count one half. */
  readonly belowDiseased: Float64Array;
};

/**
 * The place of each case among the other group.
 *
 * Takes    diseased: m scores, healthy: n scores, on one real scale
 * Gives    shares in [0, 1]; the mean of each column is the empirical AUC
 * Fails    score-missing on NaN (infinite scores are scores)
 * Cost     O((m + n) log(m + n)) time, O(m + n) space
 * Source   DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845; fast ranks: Sun and Xu (2014)
 * Checked  reference cases of the methods auc-delong and auc-comparison
 */
export function placements(
  diseased: ArrayLike<number>,
  healthy: ArrayLike<number>,
): Result<Placements, { readonly kind: 'score-missing' }> {
  const [x, y] = [sorted(diseased), sorted(healthy)];
  if (x === null || y === null) return fail({ kind: 'score-missing' });
  return succeed({
    aboveHealthy: sharesBelow(diseased, y),
    belowDiseased: sharesBelow(healthy, x).map((share) => 1 - share),
  });
}

/** A sorted copy; null where a score is missing. */
export function sorted(scores: ArrayLike<number>): Float64Array | null {
  const copy = new Float64Array(scores);
  for (const score of copy) if (Number.isNaN(score)) return null;
  return copy.sort();
}

/** The share of the others that each score exceeds, ties one half. */
function sharesBelow(scores: ArrayLike<number>, others: Float64Array): Float64Array {
  const shares = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? NaN;
    const below = countBelow(others, score);
    // Most scores of a continuous scale tie with nobody: look before searching a second time.
    const upTo = others[below] === score ? countUpTo(others, score, below) : below;
    shares[i] = (below + upTo) / 2 / others.length;
  }
  return shares;
}

function countBelow(others: Float64Array, score: number): number {
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((others[middle] ?? NaN) < score) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countUpTo(others: Float64Array, score: number, from: number): number {
  let [low, high] = [from, others.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((others[middle] ?? NaN) <= score) low = middle + 1;
    else high = middle;
  }
  return low;
}
