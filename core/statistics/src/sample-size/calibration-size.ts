import { normalQuantile } from '../distributions/normal.ts';
import { gaussHermite } from '../optimisation/gauss-hermite.ts';
import { logistic, logit } from '../summary/interval.ts';

/** What a validated risk is expected to be like: how common the event is, and how well the risk tells it. */
export type ExpectedRisk = { readonly prevalence: number; readonly cStatistic: number };

const points = gaussHermite(40);

export type SlopeInformation = { readonly intercept: number; readonly slope: number; readonly both: number };

/**
 * What one person brings to the information on calibration intercept and slope, where the risks are right.
 *
 * The logits of those with and without the event are taken as normal with one variance: then the risk is calibrated exactly when their means
 * lie that variance apart, and the c-statistic fixes it.
 *
 * Takes    prevalence and c-statistic (above 0.5)
 * Gives    the three expected products of p(1 - p) with 1, the logit and its square
 * Fails    never
 * Cost     80 evaluations
 * Source   Riley and others (2021), Statistics in Medicine 40, 4230-4251, section 3.2; binormal logits: Pavlou and others (2021),
 *          Statistical Methods in Medical Research 30, 2187-2206
 * Checked  against the standard errors of the slope in simulated validations
 */
export function slopeInformation({ prevalence, cStatistic }: ExpectedRisk): SlopeInformation {
  const deviation = Math.SQRT2 * normalQuantile(cStatistic);
  const middle = logit(prevalence) - (deviation * deviation) / 2;
  const sums = { intercept: 0, slope: 0, both: 0 };
  for (const { node, weight } of points) {
    for (const [share, shift] of [
      [1 - prevalence, 0],
      [prevalence, deviation * deviation],
    ] as const) {
      const lp = middle + shift + Math.SQRT2 * deviation * node;
      const p = logistic(lp);
      const information = (share * weight * p * (1 - p)) / Math.sqrt(Math.PI);
      sums.intercept += information;
      sums.both += information * lp;
      sums.slope += information * lp * lp;
    }
  }
  return sums;
}

/** The standard error of the calibration slope with n people. */
export function slopeError(expected: ExpectedRisk, n: number): number {
  const { intercept, slope, both } = slopeInformation(expected);
  return Math.sqrt(intercept / (n * (intercept * slope - both * both)));
}

/** The standard error of the log of observed over expected events. */
export const observedExpectedError = ({ prevalence }: ExpectedRisk, n: number): number =>
  Math.sqrt((1 - prevalence) / (n * prevalence));

/** The standard error of the c-statistic: Newcombe (2006), Statistics in Medicine 25, 559-573, method 4, as Riley and others use it. */
export function cStatisticError({ prevalence, cStatistic: c }: ExpectedRisk, n: number): number {
  const half = n / 2 - 1;
  const spread = c * (1 - c) * (1 + (half * (1 - c)) / (2 - c) + (half * c) / (1 + c));
  return Math.sqrt(spread / (n * n * prevalence * (1 - prevalence)));
}

export type ExpectedDecisions = {
  readonly prevalence: number;
  readonly sensitivity: number;
  readonly specificity: number;
  /** The risk from which one acts. */
  readonly threshold: number;
};

/**
 * The standard error of the standardised net benefit (1 is that of perfect prediction) with n people.
 *
 * Takes    prevalence, the threshold, and sensitivity and specificity there; n
 * Gives    the standard error
 * Fails    never
 * Cost     O(1)
 * Source   Marsh, Janes and Pepe (2020), Biometrics 76, 843-852; Riley and others (2021), Statistics in Medicine 40, 4230-4251
 * Checked  against the spread of simulated net benefits
 */
export function netBenefitError(expected: ExpectedDecisions, n: number): number {
  const { prevalence, sensitivity, specificity, threshold } = expected;
  const weight = ((1 - prevalence) / prevalence) * (threshold / (1 - threshold));
  const wrong = 1 - specificity;
  const spread =
    (sensitivity * (1 - sensitivity)) / prevalence +
    (weight * weight * specificity * wrong) / (1 - prevalence) +
    (weight * weight * wrong * wrong) / (prevalence * (1 - prevalence));
  return Math.sqrt(spread / n);
}
