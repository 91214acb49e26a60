import { succeed, type Result } from '@daero/domain/result';
import type { TwoByTwo } from '../accuracy/binary-accuracy.ts';
import { normalReach } from '../distributions/normal.ts';
import {
  binomialMixed,
  type BinomialMixedDesign,
  type BinomialMixedFault,
} from '../regression/binomial-mixed.ts';
import type { Matrix } from '../regression/cholesky.ts';
import { around, logistic, mapLimits, type Limits } from '../summary/interval.ts';
import { checkedStudies, type AccuracyStudiesFault } from './accuracy-studies.ts';

export type BivariateBinomial = {
  readonly studies: number;
  /** Means of logit sensitivity and logit SPECIFICITY, and their covariance. */
  readonly means: readonly [number, number];
  readonly covariance: Matrix;
  /** Standard deviations between studies, and their correlation. */
  readonly sd: readonly [number, number];
  readonly correlation: number;
  readonly logLikelihood: number;
  readonly sensitivity: { readonly value: number; readonly limits: Limits };
  readonly specificity: { readonly value: number; readonly limits: Limits };
  readonly singular: boolean;
};

/**
 * Sensitivity and specificity of several studies together, by the counts themselves.
 *
 * As `reitsma`, but within a study the counts are binomial: no correction for empty cells, and no normal approximation of small studies. The second
 * outcome is specificity, so its correlation with sensitivity has the opposite sign.
 *
 * Takes    counts of each study; quadrature points (1: Laplace); level of two-sided coverage
 * Gives    means with covariance, standard deviations and correlation between studies, summary sensitivity and specificity
 * Fails    too-few-studies below 2; study-one-class; counts-impossible; outcome-constant; fit-not-found
 * Cost     O(k points^2) an evaluation, some hundreds of them
 * Source   Chu and Cole (2006), J Clin Epidemiol 59, 1331-1332; Hamza, van Houwelingen and Stijnen (2008), ibid. 61, 41-51
 * Checked  reference cases of the method accuracy-meta-glmm
 */
export function bivariateBinomial(
  counts: readonly TwoByTwo[],
  {
    quadraturePoints,
    level,
  }: { readonly quadraturePoints: BinomialMixedDesign['quadraturePoints']; readonly level: number },
): Result<BivariateBinomial, AccuracyStudiesFault | BinomialMixedFault> {
  const checked = checkedStudies(counts);
  if (!checked.ok) return checked;
  const ofSensitivity = checked.value.flatMap(() => [1, 0]);
  const ofSpecificity = ofSensitivity.map((x) => 1 - x);
  const fit = binomialMixed({
    events: checked.value.flatMap(({ truePositive, trueNegative }) => [truePositive, trueNegative]),
    trials: checked.value.flatMap((t) => [
      t.truePositive + t.falseNegative,
      t.trueNegative + t.falsePositive,
    ]),
    fixed: [ofSensitivity, ofSpecificity],
    random: [ofSensitivity, ofSpecificity],
    cluster: checked.value.flatMap((_study, i) => [String(i), String(i)]),
    quadraturePoints,
  });
  if (!fit.ok) return fit;
  const { coefficients, covariance, randomCovariance, logLikelihood, singular } = fit.value;
  const [se = NaN, sp = NaN] = coefficients;
  const [[seVariance = NaN, between = NaN] = [], [, spVariance = NaN] = []] = randomCovariance;
  const sd = [Math.sqrt(seVariance), Math.sqrt(spVariance)] as const;
  const point = (value: number, index: number) => ({
    value: logistic(value),
    limits: mapLimits(
      around(value, Math.sqrt(covariance[index]?.[index] ?? NaN), normalReach(level)),
      logistic,
    ),
  });
  return succeed({
    studies: checked.value.length,
    means: [se, sp],
    covariance,
    sd,
    correlation: between / (sd[0] * sd[1]),
    logLikelihood,
    sensitivity: point(se, 0),
    specificity: point(sp, 1),
    singular,
  });
}
