import type { Estimate } from '@daero/domain/estimate';
import { succeed, type Result } from '@daero/domain/result';
import type { RocShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { rocBand } from './roc-band.ts';
import { plottedPoints, rocCurve, type RocFault } from './roc-curve.ts';

type CurveToDraw = {
  readonly label: Text;
  readonly auc: Pick<Estimate, 'value' | 'low' | 'high'>;
  readonly diseased: Float64Array;
  readonly healthy: Float64Array;
};

/**
 * ROC curves of the same people on one plot, each with the limits of its sensitivity.
 *
 * Takes    label and level; for each curve its label, its AUC and the scores of both classes
 * Gives    the shape; of a curve of thousands of corners, those that lie a thousandth apart
 * Fails    too-few-cases when a group is empty; score-missing
 * Cost     O(n log n) a curve
 * Source   that of `rocCurve` and `rocBand`
 * Checked  in the tests of the methods that draw curves
 */
export function rocShape(
  label: Text,
  level: number,
  curves: readonly CurveToDraw[],
): Result<RocShape, RocFault> {
  const drawn: RocShape['curves'][number][] = [];
  for (const { label: name, auc, diseased, healthy } of curves) {
    const points = rocCurve(diseased, healthy);
    if (!points.ok) return points;
    const { value, low, high } = auc;
    drawn.push({
      label: name,
      auc: { value, low, high },
      points: plottedPoints(points.value),
      band: rocBand(points.value, { diseased: diseased.length, healthy: healthy.length }, { level }),
    });
  }
  const n = { diseased: curves[0]?.diseased.length ?? 0, healthy: curves[0]?.healthy.length ?? 0 };
  return succeed({ shape: 'roc', label, n, level, curves: drawn });
}
