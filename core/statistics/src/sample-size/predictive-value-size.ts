import { logit } from '../summary/interval.ts';
import type { NormalDesign } from './normal-size.ts';

export type ExpectedAccuracy = {
  readonly sensitivity: number;
  readonly specificity: number;
  readonly prevalence: number;
};
export type PredictiveValue = 'ppv' | 'npv';

/** The predictive value that an accuracy has at a prevalence, and the share of people whose test result it speaks of. */
export function expectedPredictiveValue(
  of: PredictiveValue,
  { sensitivity, specificity, prevalence }: ExpectedAccuracy,
): { readonly value: number; readonly resultShare: number } {
  const right = of === 'ppv' ? sensitivity * prevalence : specificity * (1 - prevalence);
  const wrong = of === 'ppv' ? (1 - specificity) * (1 - prevalence) : (1 - sensitivity) * prevalence;
  return { value: right / (right + wrong), resultShare: right + wrong };
}

/** The variance of the logit of a predictive value at a known prevalence, for one diseased person and his healthy ones. */
export const predictiveValueVariance = (
  of: PredictiveValue,
  { sensitivity, specificity }: ExpectedAccuracy,
  healthyPerDiseased: number,
): number =>
  of === 'ppv'
    ? (1 - sensitivity) / sensitivity + specificity / (1 - specificity) / healthyPerDiseased
    : sensitivity / (1 - sensitivity) + (1 - specificity) / specificity / healthyPerDiseased;

/**
 * A predictive value at a known prevalence against a stated one, where diseased and healthy are recruited apart.
 *
 * Takes    ppv or npv; expected accuracy and the prevalence of care; the stated value; healthy people for each diseased one
 * Gives    the design on the logit scale, whose n counts the diseased
 * Fails    never; a distance of 0 or below leads to size-infinite
 * Cost     O(1)
 * Source   Steinberg, Fine and Chappell (2009), Biostatistics 10, 94-105
 * Checked  by simulation of the logit interval of Mercaldo, Lau and Zhou (2007)
 */
export function predictiveValueDesign(
  of: PredictiveValue,
  expected: ExpectedAccuracy,
  { stated, healthyPerDiseased }: { readonly stated: number; readonly healthyPerDiseased: number },
): NormalDesign {
  const variance = predictiveValueVariance(of, expected, healthyPerDiseased);
  const distance = logit(expectedPredictiveValue(of, expected).value) - logit(stated);
  return { nullVariance: variance, variance, distance };
}
