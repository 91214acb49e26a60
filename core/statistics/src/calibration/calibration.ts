import { fail, succeed, type Result } from '@daero/domain/result';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalReach, normalTwoSided } from '../distributions/normal.ts';
import { logisticRegression, type LogisticFault } from '../regression/logistic.ts';
import { around, logit, mapLimits, type Limits } from '../summary/interval.ts';
import { mean, sum, variance } from '../summary/moments.ts';
import { heightAt, loess, type Curve } from './loess.ts';

type Measured = { readonly value: number; readonly standardError: number; readonly limits: Limits };

export type Calibration = {
  readonly n: number;
  readonly events: number;
  readonly meanRisk: number;
  /** Of a logistic regression with the slope held at 1: 0 where the risks are right on average. */
  readonly intercept: Measured;
  /** 1 where the risks are spread right; below 1 they are too extreme. */
  readonly slope: Measured;
  /** The intercept of the same regression as the slope; not the calibration intercept. */
  readonly slopeModelIntercept: { readonly value: number; readonly standardError: number };
  /** Observed over expected events, with an interval on the log scale. */
  readonly observedToExpected: { readonly value: number; readonly limits: Limits };
  /** Likelihood-ratio test of intercept 0 and slope 1 together. */
  readonly unreliability: { readonly chi2: number; readonly p: number };
  readonly brier: {
    readonly value: number;
    readonly standardError: number;
    readonly null: number;
    readonly scaled: number;
  };
  readonly logLoss: number;
  readonly spiegelhalter: { readonly z: number; readonly p: number };
  /** Integrated calibration index: mean distance between risk and smoothed observed risk. */
  readonly ici: number;
  readonly curve: Curve;
};

export type CalibrationFault =
  LogisticFault | { readonly kind: 'risk-outside'; readonly row: number; readonly value: number };

export type CalibrationOptions = {
  readonly level: number;
  /** Risks are kept within [clip, 1 - clip], where they have a logit. */
  readonly clip: number;
  /** Share of the rows that each local fit of the calibration curve uses. */
  readonly span: number;
};

export const usualCalibration: CalibrationOptions = { level: 0.95, clip: 1e-12, span: 0.75 };

/**
 * How well predicted risks agree with what happened.
 *
 * Takes    truth (0 or 1) and predicted risk of n people, both outcomes present
 * Gives    calibration in the large, slope, O:E, Brier score and its parts, tests, the smooth curve and its index
 * Fails    risk-outside [0, 1]; outcome-constant; terms-dependent where all risks are equal; regression-diverges
 * Cost     O(n log n) and the curve (see loess)
 * Source   Cox (1958), Biometrika 45, 562-565; Miller, Hui and Tierney (1991), Statistics in Medicine 10, 1213-1226;
 *          Brier (1950); Spiegelhalter (1986), Statistics in Medicine 5, 421-433; Austin and Steyerberg (2019), Statistics in
 *          Medicine 38, 4051-4065
 * Checked  reference cases of the methods calibration and performance
 */
export function calibration(
  truth: ArrayLike<number>,
  risk: ArrayLike<number>,
  options: CalibrationOptions = usualCalibration,
): Result<Calibration, CalibrationFault> {
  const given = Float64Array.from(risk);
  const row = given.findIndex((value) => !(value >= 0 && value <= 1));
  if (row >= 0) return fail({ kind: 'risk-outside', row: row + 1, value: given[row] ?? NaN });
  const { level, clip, span } = options;
  const risks = given.map((value) => Math.min(Math.max(value, clip), 1 - clip));
  const outcome = Float64Array.from(truth);
  const logits = risks.map(logit);
  const ones = new Float64Array(outcome.length).fill(1);
  const inTheLarge = logisticRegression({ outcome, terms: [ones], offset: logits });
  if (!inTheLarge.ok) return inTheLarge;
  const spread = logisticRegression({ outcome, terms: [ones, logits] });
  if (!spread.ok) return spread;

  const [a = NaN, b = NaN] = spread.value.coefficients;
  const [se = NaN, slopeSe = NaN] = spread.value.covariance.map((cells, j) => Math.sqrt(cells[j] ?? NaN));
  const chi2 = Math.max(0, 2 * (spread.value.logLikelihood - logLikelihood(outcome, risks)));
  const curve = loess(risks, outcome, span);
  const measured = (value: number, standardError: number): Measured => ({
    value,
    standardError,
    limits: around(value, standardError, normalReach(level)),
  });
  return succeed({
    n: outcome.length,
    events: sum(outcome),
    meanRisk: mean(risks),
    intercept: measured(
      inTheLarge.value.coefficients[0] ?? NaN,
      Math.sqrt(inTheLarge.value.covariance[0]?.[0] ?? NaN),
    ),
    slope: measured(b, slopeSe),
    slopeModelIntercept: { value: a, standardError: se },
    observedToExpected: observedToExpected(outcome, risks, level),
    unreliability: { chi2, p: chiSquareUpper(chi2, 2) },
    brier: brierScore(outcome, risks),
    logLoss: -logLikelihood(outcome, risks) / outcome.length,
    spiegelhalter: spiegelhalter(outcome, risks),
    ici: mean(risks.map((value) => Math.abs(value - heightAt(curve, value)))),
    curve,
  });
}

function logLikelihood(outcome: Float64Array, risks: Float64Array): number {
  return sum(risks.map((value, i) => (outcome[i] === 1 ? Math.log(value) : Math.log1p(-value))));
}

function observedToExpected(
  outcome: Float64Array,
  risks: Float64Array,
  level: number,
): Calibration['observedToExpected'] {
  const events = sum(outcome);
  const value = events / sum(risks);
  const standardError = Math.sqrt((1 - mean(outcome)) / events);
  return { value, limits: mapLimits(around(Math.log(value), standardError, normalReach(level)), Math.exp) };
}

/** Mean squared distance; `null` is that of giving everyone the prevalence, `scaled` the share of it that is saved. */
function brierScore(outcome: Float64Array, risks: Float64Array): Calibration['brier'] {
  const squares = risks.map((value, i) => (value - (outcome[i] ?? NaN)) * (value - (outcome[i] ?? NaN)));
  const value = mean(squares);
  const prevalence = mean(outcome);
  const nobody = prevalence * (1 - prevalence);
  return {
    value,
    standardError: Math.sqrt(variance(squares) / squares.length),
    null: nobody,
    scaled: 1 - value / nobody,
  };
}

function spiegelhalter(outcome: Float64Array, risks: Float64Array): Calibration['spiegelhalter'] {
  const above = sum(risks.map((value, i) => ((outcome[i] ?? NaN) - value) * (1 - 2 * value)));
  const below = sum(risks.map((value) => (1 - 2 * value) * (1 - 2 * value) * value * (1 - value)));
  const z = above / Math.sqrt(below);
  return { z, p: normalTwoSided(z) };
}
