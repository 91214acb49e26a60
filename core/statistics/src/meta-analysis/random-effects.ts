import { fail, succeed, type Result } from '@daero/domain/result';
import { chiSquareQuantile, chiSquareUpper } from '../distributions/chi-square.ts';
import { normalReach, normalTwoSided } from '../distributions/normal.ts';
import { studentReach, studentTwoSided } from '../distributions/student-t.ts';
import { around, type Limits } from '../summary/interval.ts';
import { tau2, type Tau2Estimator } from './tau2.ts';
import { sumOfSquares, tau2WhereQ, weightedAt, type Studies } from './weighted.ts';

export type Heterogeneity = {
  readonly tau2: number;
  /** Share of the variation that lies between the studies, 0..1. */
  readonly i2: number;
  readonly h2: number;
  readonly q: number;
  readonly qP: number;
};

export type RandomEffects = Heterogeneity & {
  readonly estimate: number;
  readonly standardError: number;
  readonly limits: Limits;
  /** Estimate over its standard error, by z or by t with k - 1 degrees of freedom. */
  readonly statistic: number;
  readonly p: number;
  /** Where the true effect of a new study would lie; null for a common effect, which allows none. */
  readonly prediction: Limits | null;
  /** Share of each study in the estimate; they add up to 1. */
  readonly weights: Float64Array;
};

export type MetaFault =
  | { readonly kind: 'too-few-studies'; readonly studies: number }
  | { readonly kind: 'standard-error-impossible'; readonly row: number; readonly value: number };

export type RandomEffectsOptions = {
  readonly estimator: Tau2Estimator;
  /** `knha` is Knapp and Hartung's, without truncation: with little heterogeneity it can be narrower than z. */
  readonly test: 'z' | 'knha';
  readonly level: number;
};

/**
 * One estimate from several studies or sites, whose true effects may differ.
 *
 * What is the mean effect, how far do the sites differ, and where would a new site lie? FE assumes that all share one effect.
 *
 * Takes    effects and their standard errors, k >= 2; estimator, test, and level of two-sided coverage
 * Gives    estimate with limits and p, heterogeneity, and a prediction interval on estimate +- q sqrt(se^2 + tau2)
 * Fails    too-few-studies; standard-error-impossible where one is not above 0
 * Cost     O(k) times the steps of the estimator
 * Source   DerSimonian and Laird (1986), Control Clin Trials 7, 177-188; Knapp and Hartung (2003), Statistics in Medicine 22,
 *          2693-2710; Higgins and Thompson (2002), Statistics in Medicine 21, 1539-1558 (I2); Higgins, Thompson and Spiegelhalter
 *          (2009), J R Stat Soc A 172, 137-159 (prediction)
 * Checked  reference cases of the method meta-analysis
 */
export function randomEffects(
  effects: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  { estimator, test, level }: RandomEffectsOptions,
): Result<RandomEffects, MetaFault> {
  const made = studiesOf(effects, standardErrors);
  if (!made.ok) return made;
  const studies = made.value;
  const df = studies.effects.length - 1;
  const between = tau2(studies, estimator);
  const { weights, sumWeights, estimate, q } = weightedAt(studies, between);
  const scale = test === 'knha' ? q / df : 1;
  const standardError = Math.sqrt(scale / sumWeights);
  const reach = test === 'knha' ? studentReach(level, df) : normalReach(level);
  const statistic = estimate / standardError;
  return succeed({
    ...heterogeneity(studies, between, estimator),
    estimate,
    standardError,
    limits: around(estimate, standardError, reach),
    statistic,
    p: test === 'knha' ? studentTwoSided(statistic, df) : normalTwoSided(statistic),
    prediction:
      estimator === 'FE' ? null : around(estimate, Math.sqrt(standardError * standardError + between), reach),
    weights: weights.map((weight) => weight / sumWeights),
  });
}

/** Effects and standard errors as columns of studies, checked once. */
export function studiesOf(
  effects: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
): Result<Studies, MetaFault> {
  if (effects.length < 2) return fail({ kind: 'too-few-studies', studies: effects.length });
  const errors = Float64Array.from(standardErrors);
  const row = errors.findIndex((value) => !(value > 0 && Number.isFinite(value)));
  if (row >= 0) return fail({ kind: 'standard-error-impossible', row: row + 1, value: errors[row] ?? NaN });
  return succeed({ effects: Float64Array.from(effects), variances: errors.map((value) => value * value) });
}

/** I2 and H2 from tau2 and the typical variance within studies; for a common effect from Q. */
function heterogeneity(studies: Studies, between: number, estimator: Tau2Estimator): Heterogeneity {
  const df = studies.effects.length - 1;
  const { weights, sumWeights, q } = weightedAt(studies, 0);
  const typical = (df * sumWeights) / (sumWeights * sumWeights - sumOfSquares(weights));
  const qP = chiSquareUpper(q, df);
  return estimator === 'FE'
    ? { tau2: 0, i2: q > 0 ? Math.max(0, (q - df) / q) : 0, h2: q / df, q, qP }
    : { tau2: between, i2: between / (between + typical), h2: (between + typical) / typical, q, qP };
}

/**
 * Q-profile interval of the between-study variance.
 *
 * Takes    studies; level: two-sided coverage
 * Gives    limits of tau2, each 0 where Q lies below its quantile already without heterogeneity
 * Fails    never
 * Cost     O(k) times the steps of two bisections
 * Source   Viechtbauer (2007), Statistics in Medicine 26, 37-52
 * Checked  reference cases of the method meta-analysis
 */
export function qProfile(studies: Studies, level: number): Limits {
  const df = studies.effects.length - 1;
  return {
    low: tau2WhereQ(studies, chiSquareQuantile((1 + level) / 2, df)),
    high: tau2WhereQ(studies, chiSquareQuantile((1 - level) / 2, df)),
  };
}
