import { succeed, type Result } from '@daero/domain/result';
import { rocCurve, type RocFault } from './roc-curve.ts';

export type Coordinate = {
  /** Positive when score > threshold; -Infinity calls everybody positive, Infinity nobody. */
  readonly threshold: number;
  readonly sensitivity: number;
  readonly specificity: number;
};

/**
 * Sensitivity and specificity at every threshold that tells scores apart.
 *
 * The thresholds lie midway between neighbouring scores, so that >= and > agree and no patient sits on one.
 *
 * Takes    diseased and healthy scores, on one real scale; higher means more disease
 * Gives    coordinates, thresholds rising from -Infinity to Infinity
 * Fails    too-few-cases when a group is empty; score-missing
 * Cost     O((m + n) log(m + n))
 * Source   Fawcett (2006), Pattern Recognition Letters 27, 861-874; midpoints as in pROC
 * Checked  reference cases of the method roc-coordinates
 */
export function rocCoordinates(
  diseased: ArrayLike<number>,
  healthy: ArrayLike<number>,
): Result<readonly Coordinate[], RocFault> {
  const curve = rocCurve(diseased, healthy);
  if (!curve.ok) return curve;
  const points = curve.value.toReversed();
  return succeed(
    points.map(({ truePositive, falsePositive, threshold }, i) => {
      const below = points[i - 1]?.threshold ?? -Infinity;
      return {
        threshold: i === 0 ? -Infinity : threshold === null ? Infinity : (below + threshold) / 2,
        sensitivity: truePositive,
        specificity: countsOver(falsePositive, healthy.length),
      };
    }),
  );
}

/** The share of true negatives, formed from whole counts so that equal shares are equal numbers. */
const countsOver = (falsePositive: number, n: number): number => (n - Math.round(falsePositive * n)) / n;

export type ThresholdCriterion = {
  readonly criterion: 'youden' | 'closest-top-left';
  /** What a missed case costs, in false alarms. */
  readonly costRatio: number;
  readonly prevalence: number;
};

/**
 * The thresholds at which a criterion is best: all of them, where several tie.
 *
 * With r = (1 - prevalence)/(costRatio prevalence): Youden maximises sensitivity + r specificity, closest-top-left minimises
 * (1 - sensitivity)^2 + r (1 - specificity)^2. A threshold chosen on the people it is then judged on makes both shares look
 * better than they will be elsewhere: lock it, or nest the choice in a bootstrap.
 *
 * Takes    coordinates; criterion; costRatio > 0 and prevalence in (0, 1), 1 and 0.5 for the unweighted forms
 * Gives    the best coordinates, thresholds rising
 * Fails    never
 * Cost     O(coordinates)
 * Source   Youden (1950), Cancer 3, 32-35; Perkins and Schisterman (2006), Am J Epidemiol 163, 670-675
 * Checked  reference cases of the method roc-coordinates
 */
export function bestThresholds(
  coordinates: readonly Coordinate[],
  { criterion, costRatio, prevalence }: ThresholdCriterion,
): readonly Coordinate[] {
  const r = (1 - prevalence) / (costRatio * prevalence);
  const worth = ({ sensitivity, specificity }: Coordinate): number =>
    criterion === 'youden'
      ? sensitivity + r * specificity
      : -((1 - sensitivity) * (1 - sensitivity) + r * (1 - specificity) * (1 - specificity));
  const best = Math.max(...coordinates.map(worth));
  return coordinates.filter((coordinate) => worth(coordinate) === best);
}
