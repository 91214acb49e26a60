import type { SrocShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import type { TwoByTwo } from '../accuracy/binary-accuracy.ts';
import { fQuantile } from '../distributions/f-quantile.ts';
import { logistic, logit } from '../summary/interval.ts';
import { hsroc, srocAt, type Symmetric, type Two } from './reitsma.ts';

/** A bivariate fit on the logits of sensitivity and FALSE-POSITIVE rate. */
export type BivariateFit = {
  readonly means: Two;
  readonly covariance: Symmetric;
  readonly between: Symmetric;
};

type RocPoints = SrocShape['curve'];
const outlinePoints = 90;
const curveSteps = 60;

/**
 * A bivariate fit as a plot: the studies, the summary point, its confidence and prediction regions, and the summary curve.
 *
 * The regions are ellipses on the logits, brought back. The curve is drawn over the false-positive rates that the studies had and no
 * further; there is none where a variance between studies is 0.
 *
 * Takes    label, level, the studies with their labels, and the fit
 * Gives    the shape
 * Fails    never
 * Cost     O(k)
 * Source   Reitsma and others (2005), J Clin Epidemiol 58, 982-990; Harbord and others (2007), Biostatistics 8, 239-251; regions with 2 and k - 2 degrees of
 *          freedom: Chew (1966), J Am Stat Assoc 61, 605-617
 * Checked  by law: the summary lies within its region and that within the prediction region; the curve by `srocAt`
 */
export function srocShape(
  label: Text,
  level: number,
  given: {
    readonly studies: readonly TwoByTwo[];
    readonly labels: readonly string[];
    readonly fit: BivariateFit;
  },
): SrocShape {
  const { studies, labels, fit } = given;
  const points = studies.map(({ truePositive, falseNegative, falsePositive, trueNegative }, i) => {
    const [diseased, healthy] = [truePositive + falseNegative, falsePositive + trueNegative];
    const name = labels[i] ?? String(i + 1);
    return {
      label: { ko: name, en: name },
      diseased,
      healthy,
      sensitivity: truePositive / diseased,
      falsePositive: falsePositive / healthy,
    };
  });
  const { means, covariance, between } = fit;
  const [seMean, fprMean] = means;
  const rates = points.map(({ falsePositive }) => falsePositive);
  const [least, most] = [Math.max(0.001, Math.min(...rates)), Math.min(0.999, Math.max(...rates))];
  const parameters = hsroc(fit);
  const drawn = between.a > 0 && between.b > 0 && Number.isFinite(parameters.lambda) && most > least;
  const predicted = {
    a: covariance.a + between.a,
    b: covariance.b + between.b,
    ab: covariance.ab + between.ab,
  };
  const k = studies.length;
  const reach = k > 2 ? Math.sqrt(2 * fQuantile(level, 2, k - 2)) : null;
  return {
    shape: 'sroc',
    label,
    level,
    studies: points,
    summary: { sensitivity: logistic(seMean), falsePositive: logistic(fprMean) },
    confidence: reach === null ? [] : ellipse(means, covariance, reach),
    prediction: reach === null ? [] : ellipse(means, predicted, reach),
    curve: drawn
      ? Array.from({ length: curveSteps + 1 }, (_none, i) => {
          const rate = logistic(logit(least) + ((logit(most) - logit(least)) * i) / curveSteps);
          return [rate, srocAt(parameters, rate)] as const;
        })
      : [],
  };
}

/** The outline of an ellipse on the logits, as points of the plane. */
function ellipse([seMean, fprMean]: Two, { a, b, ab }: Symmetric, reach: number): RocPoints {
  const correlation = a > 0 && b > 0 ? Math.max(-1, Math.min(1, ab / Math.sqrt(a * b))) : 0;
  const turn = Math.acos(correlation);
  return Array.from({ length: outlinePoints + 1 }, (_none, i) => {
    const angle = (2 * Math.PI * i) / outlinePoints;
    return [
      logistic(fprMean + Math.sqrt(b) * reach * Math.cos(angle)),
      logistic(seMean + Math.sqrt(a) * reach * Math.cos(angle + turn)),
    ] as const;
  });
}
