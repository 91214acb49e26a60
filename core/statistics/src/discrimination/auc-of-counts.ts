import { sortOrder } from '../summary/sort-order.ts';
import type { RocPoint } from './roc-curve.ts';

/** Rows in rising order of a score, with what is needed to count them again and again. */
export type RankOrder = {
  /** The patient of each row. */
  readonly patient: Int32Array;
  readonly diseased: Uint8Array;
  readonly score: Float64Array;
  /** 1 where the next row has another score: a run of ties ends here. */
  readonly ends: Uint8Array;
};

/** The order of the rows by score; null where one is missing. */
export function rankOrder(
  truth: ArrayLike<number>,
  score: ArrayLike<number>,
  patient: ArrayLike<number>,
): RankOrder | null {
  const values = Float64Array.from(score);
  if (values.some((value) => Number.isNaN(value))) return null;
  const at = (row: number): number => values[row] ?? NaN;
  const rows = sortOrder(values);
  return {
    patient: rows.map((row) => patient[row] ?? -1),
    score: Float64Array.from(rows, at),
    diseased: Uint8Array.from(rows, (row) => (truth[row] === 1 ? 1 : 0)),
    ends: Uint8Array.from(rows, (row, i) => (at(row) === at(rows[i + 1] ?? -1) ? 0 : 1)),
  };
}

/**
 * The AUC of a sample in which each patient's rows stand so many times.
 *
 * Takes    the order of the rows, and the count of each patient
 * Gives    the AUC, ties one half; NaN where one side was not drawn
 * Fails    never
 * Cost     O(n), no sorting
 * Source   Bamber (1975), Journal of Mathematical Psychology 12, 387-415
 * Checked  with every count 1 it is the AUC of `aucDelong`
 */
export function aucOfCounts({ patient, diseased, ends }: RankOrder, counts: Int32Array): number {
  let [healthyBelow, won] = [0, 0];
  let [tiedDiseased, tiedHealthy] = [0, 0];
  let allDiseased = 0;
  for (let i = 0; i < patient.length; i += 1) {
    const count = counts[patient[i] ?? 0] ?? 0;
    const ofDiseased = count * (diseased[i] ?? 0); // a product, not a branch: the classes alternate unpredictably
    tiedDiseased += ofDiseased;
    tiedHealthy += count - ofDiseased;
    if (ends[i] === 1) {
      won += tiedDiseased * (healthyBelow + tiedHealthy / 2);
      healthyBelow += tiedHealthy;
      allDiseased += tiedDiseased;
      tiedDiseased = 0;
      tiedHealthy = 0;
    }
  }
  return won / (allDiseased * healthyBelow);
}

/** The ROC curve of such a sample: what `rocCurve` gives, without sorting again. Scores that were not drawn repeat the point above them. */
export function rocOfCounts(
  { patient, diseased, score, ends }: RankOrder,
  counts: Int32Array,
): readonly RocPoint[] {
  let [ill, well] = [0, 0];
  for (let i = 0; i < patient.length; i += 1) {
    const count = counts[patient[i] ?? 0] ?? 0;
    if (diseased[i] === 1) ill += count;
    else well += count;
  }
  const points: RocPoint[] = [{ falsePositive: 0, truePositive: 0, threshold: null }];
  let [called, alarmed] = [0, 0];
  for (let i = patient.length - 1; i >= 0; i -= 1) {
    const count = counts[patient[i] ?? 0] ?? 0;
    if (diseased[i] === 1) called += count;
    else alarmed += count;
    if (i === 0 || ends[i - 1] === 1)
      points.push({ falsePositive: alarmed / well, truePositive: called / ill, threshold: score[i] ?? NaN });
  }
  return points;
}
