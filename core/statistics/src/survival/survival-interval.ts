import { unreachable } from '@daero/domain/unreachable';
import { normalReach } from '../distributions/normal.ts';
import { around, clip, mapLimits, type Limits } from '../summary/interval.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';

export const survivalIntervals = ['log-log', 'log', 'plain'] as const;
export type SurvivalIntervalForm = (typeof survivalIntervals)[number];

/**
 * Interval for a survival probability, by the named form.
 *
 * Log-log stays within (0, 1) by itself; log and plain are cut off there. Before the first event there is no width, and once
 * nobody is left the variance has no value: the limits are then null.
 *
 * Takes    survival and Greenwood's sum at one time; level: two-sided coverage
 * Gives    limits in [0, 1], or null at a survival of 0
 * Fails    never
 * Cost     O(1)
 * Source   Kalbfleisch and Prentice (2002), The statistical analysis of failure time data, 2nd edition, 1.4
 * Checked  reference cases of the method kaplan-meier
 */
export function survivalInterval(
  { survival, greenwood }: { readonly survival: number; readonly greenwood: number },
  { form, level }: { readonly form: SurvivalIntervalForm; readonly level: number },
): Limits | null {
  if (survival === 0) return null;
  if (greenwood === 0) return { low: survival, high: survival };
  const reach = normalReach(level) * Math.sqrt(greenwood);
  switch (form) {
    case 'plain':
      return clip(around(survival, survival, reach), 0, 1);
    case 'log':
      return clip(mapLimits(around(Math.log(survival), 1, reach), Math.exp), 0, 1);
    case 'log-log': {
      const log = Math.log(survival);
      return mapLimits(around(Math.log(-log), 1 / log, reach), (y) => Math.exp(-Math.exp(y)));
    }
    default:
      return unreachable(form);
  }
}

/** Closer than this, a curve counts as lying at the wanted share. */
const level = 1.4901161193847656e-8;

/** When a falling curve reaches a height: the middle of the stretch where it lies at it; null where it stays above. */
function timeAtHeight(time: Float64Array, heights: ArrayLike<number>, height: number): number | null {
  const first = time.findIndex((_at, row) => (heights[row] ?? NaN) <= height + level);
  if (first < 0) return null;
  const reached = time[first] ?? NaN;
  if (Math.abs((heights[first] ?? NaN) - height) > level) return reached;
  const below = time.findIndex((_at, row) => (heights[row] ?? NaN) < height - level);
  return below < 0 ? reached : (reached + (time[below] ?? NaN)) / 2;
}

export type SurvivalQuantile = {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/**
 * The time by which a share p has had the event, with limits read off the limits of the curve.
 *
 * Takes    a curve; p in (0, 1); form and level of the curve's interval
 * Gives    times; null where the curve, or its limit, does not come down to 1 - p
 * Fails    never
 * Cost     O(rows)
 * Source   Brookmeyer and Crowley (1982), Biometrics 38, 29-41
 * Checked  reference cases of the method kaplan-meier
 */
export function survivalQuantile(
  curve: SurvivalCurve,
  p: number,
  options: { readonly form: SurvivalIntervalForm; readonly level: number },
): SurvivalQuantile {
  const limits = Array.from(curve.survival, (survival, row) =>
    survivalInterval({ survival, greenwood: curve.greenwood[row] ?? NaN }, options),
  );
  const height = 1 - p;
  return {
    value: timeAtHeight(curve.time, curve.survival, height),
    low: timeAtHeight(
      curve.time,
      limits.map((each) => each?.low ?? NaN),
      height,
    ),
    high: timeAtHeight(
      curve.time,
      limits.map((each) => each?.high ?? NaN),
      height,
    ),
  };
}
