import type { CalibrationShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { binomialInterval } from '../accuracy/binomial-interval.ts';
import type { Calibration } from './calibration.ts';
import { riskGroups } from './hosmer-lemeshow.ts';
import { heightAt } from './loess.ts';

const curveSteps = 100;

/** Where the curve is drawn: evenly from the least risk to the highest. */
export function curvePoints(risk: Float64Array): readonly number[] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of risk) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return Array.from({ length: curveSteps + 1 }, (_point, i) => least + ((most - least) * i) / curveSteps);
}

/** Calibration as a plot: people in bins of rising risk, and the smooth curve through all of them. */
export function shapeOfCalibration(
  { n, events, intercept, slope, ici, curve }: Calibration,
  given: {
    readonly label: Text;
    readonly truth: Float64Array;
    readonly risk: Float64Array;
    readonly bins: number;
    readonly level: number;
    readonly band: CalibrationShape['band'];
  },
): CalibrationShape {
  const { label, truth, risk, bins, level, band } = given;
  const plain = ({ value, limits }: Calibration['slope']) => ({ value, low: limits.low, high: limits.high });
  return {
    shape: 'calibration',
    label,
    n,
    events,
    level,
    intercept: plain(intercept),
    slope: plain(slope),
    ici,
    bins: riskGroups(truth, risk, bins).map((group) => {
      const limits = binomialInterval(group.observed, group.n, { form: 'wilson', level });
      return {
        predicted: group.expected / group.n,
        value: group.observed / group.n,
        low: limits.ok ? limits.value.low : null,
        high: limits.ok ? limits.value.high : null,
        n: group.n,
      };
    }),
    curve: curvePoints(risk).map((predicted) => ({
      predicted,
      observed: Math.min(1, Math.max(0, heightAt(curve, predicted))),
    })),
    band,
  };
}
