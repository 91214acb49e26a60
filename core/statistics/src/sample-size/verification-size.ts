import { logit } from '../summary/interval.ts';
import { expectedPredictiveValue, type ExpectedAccuracy } from './predictive-value-size.ts';

/** Which share of those with each test result is verified by the reference standard. */
export type VerifiedShares = { readonly positive: number; readonly negative: number };

export type CorrectedErrors = {
  readonly sensitivity: number;
  readonly specificity: number;
  /** On the logit scale, where the interval is made. */
  readonly logitSensitivity: number;
  readonly logitSpecificity: number;
};

/**
 * The standard errors of Begg and Greenes' sensitivity and specificity, where only a part is verified.
 *
 * Few verified negatives make the sensitivity imprecise: what is saved in verification is paid in people.
 *
 * Takes    the expected accuracy and prevalence; the verified share of each test result; people tested
 * Gives    standard errors of both, and of their logits
 * Fails    never
 * Cost     O(1)
 * Source   Begg and Greenes (1983), Biometrics 39, 207-215 (the delta method of its appendix)
 * Checked  equal to the errors of `verificationBias` on counts that are as expected
 */
export function correctedErrors(
  expected: ExpectedAccuracy,
  verified: VerifiedShares,
  tested: number,
): CorrectedErrors {
  const ppv = expectedPredictiveValue('ppv', expected);
  const npv = expectedPredictiveValue('npv', expected);
  const share = ppv.resultShare;
  const [ofPositives, ofNegatives] = [
    tested * share * verified.positive,
    tested * (1 - share) * verified.negative,
  ];
  const tests = 1 / (tested * share * (1 - share));
  const error = (positive: number, negative: number): number => Math.sqrt(tests + positive + negative);
  const logitSensitivity = error(
    (1 - ppv.value) / (ppv.value * ofPositives),
    npv.value / ((1 - npv.value) * ofNegatives),
  );
  const logitSpecificity = error(
    ppv.value / ((1 - ppv.value) * ofPositives),
    (1 - npv.value) / (npv.value * ofNegatives),
  );
  const scale = (p: number): number => p * (1 - p);
  return {
    logitSensitivity,
    logitSpecificity,
    sensitivity: logitSensitivity * scale(expected.sensitivity),
    specificity: logitSpecificity * scale(expected.specificity),
  };
}

/** Half the width of a logit interval, on the scale of the proportion. */
export function logitHalfWidth(proportion: number, standardError: number, z: number): number {
  const at = (x: number): number => 1 / (1 + Math.exp(-x));
  const centre = logit(proportion);
  return (at(centre + z * standardError) - at(centre - z * standardError)) / 2;
}
