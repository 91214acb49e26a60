import { fail, succeed, type Result } from '@daero/domain/result';
import type { RocPoint } from './roc-curve.ts';

export type PartialRange = {
  /** The axis that is swept. */
  readonly focus: 'specificity' | 'sensitivity';
  /** The ends of the range on that axis, in either order. */
  readonly from: number;
  readonly to: number;
};

export type PartialAuc = {
  /** In units of the swept axis: at most its width. */
  readonly area: number;
  readonly width: number;
  /** McClish's: 0.5 at chance, 1 at best; null where the area lies below that of chance, for which it has no meaning. */
  readonly corrected: number | null;
};

export type PartialAucFault = {
  readonly kind: 'range-impossible';
  readonly from: number;
  readonly to: number;
};

/**
 * Area under the part of an ROC curve that care would use.
 *
 * How good is the device where few false positives (or few misses) are tolerated? Two curves that cross can have one AUC and
 * differ here. The range belongs in the protocol: chosen afterwards it finds the place where the device looks best.
 *
 * Takes    points of the empirical curve from (0, 0) to (1, 1); focus, and the range of the swept axis within [0, 1]
 * Gives    the area (under sensitivity over 1 - specificity, or of specificity over sensitivity), and McClish's corrected one
 * Fails    range-impossible where an end leaves [0, 1] or both are the same
 * Cost     O(points)
 * Source   McClish (1989), Medical Decision Making 9, 190-195; Jiang, Metz and Nishikawa (1996), Radiology 201, 745-750 (sensitivity)
 * Checked  reference cases of the method partial-auc
 */
export function partialAuc(
  points: readonly RocPoint[],
  { focus, from, to }: PartialRange,
): Result<PartialAuc, PartialAucFault> {
  const [low, high] = from <= to ? [from, to] : [to, from];
  if (!(low >= 0 && high <= 1 && low < high)) return fail({ kind: 'range-impossible', from, to });
  // Along false positives the height is the sensitivity; along sensitivity it is the specificity.
  const area =
    focus === 'specificity'
      ? areaBetween(points, { along: falsePositive, height: truePositive, low: 1 - high, high: 1 - low })
      : areaBetween(points, { along: truePositive, height: trueNegative, low, high });
  const width = high - low;
  const chance = width * (1 - (low + high) / 2); // under the diagonal, whichever axis is swept
  return succeed({
    area,
    width,
    corrected: area < chance ? null : (1 + (area - chance) / (width - chance)) / 2,
  });
}

const falsePositive = (point: RocPoint): number => point.falsePositive;
const truePositive = (point: RocPoint): number => point.truePositive;
const trueNegative = (point: RocPoint): number => 1 - point.falsePositive;

type Sweep = {
  readonly along: (point: RocPoint) => number;
  readonly height: (point: RocPoint) => number;
  readonly low: number;
  readonly high: number;
};

/** Trapezoids of the curve, each cut to the range. */
function areaBetween(points: readonly RocPoint[], { along, height, low, high }: Sweep): number {
  let area = 0;
  for (const [i, end] of points.entries()) {
    const start = points[i - 1];
    if (start === undefined) continue;
    const [a, b] = [Math.max(along(start), low), Math.min(along(end), high)];
    const run = along(end) - along(start);
    if (!(b > a)) continue;
    const at = (x: number): number =>
      height(start) + ((height(end) - height(start)) * (x - along(start))) / run;
    area += ((at(a) + at(b)) / 2) * (b - a);
  }
  return area;
}
