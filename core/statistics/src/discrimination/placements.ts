import { fail, succeed, type Result } from '@daero/domain/result';
import { sortOrder } from '../summary/sort-order.ts';

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
 * Cost     O(m + n) time and space, some 0.1 seconds for a million scores (see `sortOrder`)
 * Source   DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845; fast ranks: Sun and Xu (2014)
 * Checked  reference cases of the methods auc-delong and auc-comparison
 */
export function placements(
  diseased: ArrayLike<number>,
  healthy: ArrayLike<number>,
): Result<Placements, { readonly kind: 'score-missing' }> {
  const [m, n] = [diseased.length, healthy.length];
  const scores = new Float64Array(m + n);
  scores.set(diseased);
  scores.set(healthy, m);
  for (let i = 0; i < scores.length; i += 1)
    if (Number.isNaN(scores[i])) return fail({ kind: 'score-missing' });
  const order = sortOrder(scores);
  const [aboveHealthy, belowDiseased] = [new Float64Array(m), new Float64Array(n)];
  let [ill, well] = [0, 0]; // of each group, how many lie below
  for (let from = 0; from < order.length;) {
    const score = scores[order[from] ?? 0];
    let [to, tied] = [from, 0]; // the run of equal scores, and how many of them are diseased
    while (to < order.length && scores[order[to] ?? 0] === score) {
      if ((order[to] ?? 0) < m) tied += 1;
      to += 1;
    }
    const tiedWell = to - from - tied;
    const above = (2 * well + tiedWell) / 2 / n;
    const below = 1 - (2 * ill + tied) / 2 / m;
    for (let i = from; i < to; i += 1) {
      const at = order[i] ?? 0;
      if (at < m) aboveHealthy[at] = above;
      else belowDiseased[at - m] = below;
    }
    ill += tied;
    well += tiedWell;
    from = to;
  }
  return succeed({ aboveHealthy, belowDiseased });
}

/** A sorted copy; null where a score is missing. */
export function sorted(scores: ArrayLike<number>): Float64Array | null {
  const copy = new Float64Array(scores);
  for (const score of copy) if (Number.isNaN(score)) return null;
  return copy.sort();
}
