import { fail, succeed, type Result } from '@daero/domain/result';
import { sorted } from './placements.ts';

export type RocPoint = {
  readonly falsePositive: number;
  readonly truePositive: number;
  /** Positive when score >= threshold; null at (0, 0), where nobody is. */
  readonly threshold: number | null;
};

export type RocFault =
  | { readonly kind: 'too-few-cases'; readonly diseased: number; readonly healthy: number }
  | { readonly kind: 'score-missing' };

/**
 * The ROC curve, one point for every score that occurs.
 *
 * Tied scores move both shares at once, so the curve has a slant there and the area under it counts ties one half.
 *
 * Takes    diseased and healthy scores, on one real scale; higher means more disease
 * Gives    points from (0, 0) to (1, 1), thresholds falling
 * Fails    too-few-cases when a group is empty; score-missing
 * Cost     O((m + n) log(m + n))
 * Source   Fawcett (2006), Pattern Recognition Letters 27, 861-874
 * Checked  the area under the points is the AUC of `aucDelong`
 */
export function rocCurve(
  diseased: ArrayLike<number>,
  healthy: ArrayLike<number>,
): Result<readonly RocPoint[], RocFault> {
  const [m, n] = [diseased.length, healthy.length];
  if (m < 1 || n < 1) return fail({ kind: 'too-few-cases', diseased: m, healthy: n });
  const [x, y] = [sorted(diseased), sorted(healthy)];
  if (x === null || y === null) return fail({ kind: 'score-missing' });

  const points: RocPoint[] = [{ falsePositive: 0, truePositive: 0, threshold: null }];
  let [i, j] = [m, n]; // how many of each group still lie below the threshold
  while (i > 0 || j > 0) {
    const threshold = Math.max(x[i - 1] ?? -Infinity, y[j - 1] ?? -Infinity);
    while (i > 0 && x[i - 1] === threshold) i -= 1;
    while (j > 0 && y[j - 1] === threshold) j -= 1;
    points.push({ falsePositive: (n - j) / n, truePositive: (m - i) / m, threshold });
  }
  return succeed(points);
}

/** The same curve with the points left out that lie on the straight line between their neighbours. */
export function cornersOf(points: readonly RocPoint[]): readonly RocPoint[] {
  const corners: RocPoint[] = [];
  for (const point of points) {
    const [before, last] = [corners.at(-2), corners.at(-1)];
    if (before !== undefined && last !== undefined && straight(before, last, point)) corners.pop();
    corners.push(point);
  }
  return corners;
}

/** Exactly straight: a level run or an upright run, the only ones that rounding leaves exact. */
const straight = (a: RocPoint, b: RocPoint, c: RocPoint): boolean =>
  (a.falsePositive === b.falsePositive && b.falsePositive === c.falsePositive) ||
  (a.truePositive === b.truePositive && b.truePositive === c.truePositive);

const finest = 1000;

/** A curve as a plot needs it: its corners, and of a curve with thousands of them those that lie a thousandth apart. */
export function plottedPoints(points: readonly RocPoint[]): readonly RocPoint[] {
  const corners = cornersOf(points);
  if (corners.length <= 2 * finest) return corners;
  const kept: RocPoint[] = [];
  for (const [i, point] of corners.entries()) {
    const last = kept.at(-1);
    const far =
      last === undefined ||
      i === corners.length - 1 ||
      (point.falsePositive - last.falsePositive) * finest >= 1 ||
      (point.truePositive - last.truePositive) * finest >= 1;
    if (far) kept.push(point);
  }
  return kept;
}
