import { succeed, type Result } from '@daero/domain/result';
import { normalQuantile } from '../distributions/normal.ts';
import {
  binomialMixed,
  type BinomialMixedDesign,
  type BinomialMixedFault,
  type BinomialMixedFit,
} from './binomial-mixed.ts';

export type CentreCounts = {
  readonly events: ArrayLike<number>;
  readonly trials: ArrayLike<number>;
  /** One column a term, without the intercept. */
  readonly terms: readonly ArrayLike<number>[];
  readonly centre: readonly string[];
  readonly quadraturePoints: BinomialMixedDesign['quadraturePoints'];
};

export type CentreHeterogeneity = {
  readonly fit: BinomialMixedFit;
  /** Of the log odds of the centres. */
  readonly sd: number;
  /** By what the odds of one person change, in the median, on moving from a random centre to one with higher odds. */
  readonly medianOddsRatio: number;
  /** Share of the variation on the latent logistic scale that lies between centres. */
  readonly icc: number;
};

/**
 * How much centres differ in the odds of an outcome, beyond chance and beyond what the terms explain.
 *
 * A median odds ratio of 1 means that it does not matter where one goes. Fewer than some five centres say next to nothing of their spread.
 *
 * Takes    events and trials by row, terms, centres; quadrature points (1: Laplace)
 * Gives    the fit with intercept first, the standard deviation of centres, the median odds ratio and the latent intraclass correlation
 * Fails    too-few-groups below 2; counts-impossible; outcome-constant; fit-not-found
 * Cost     that of `binomialMixed` with one random part
 * Source   Larsen and Merlo (2005), Am J Epidemiol 161, 81-88; Snijders and Bosker (1999), Multilevel analysis, chapter 14
 * Checked  reference cases of the method centre-heterogeneity-glmm
 */
export function centreHeterogeneity({
  terms,
  centre,
  ...counts
}: CentreCounts): Result<CentreHeterogeneity, BinomialMixedFault> {
  const ones = new Float64Array(counts.events.length).fill(1);
  const fit = binomialMixed({ ...counts, fixed: [ones, ...terms], random: [ones], cluster: centre });
  if (!fit.ok) return fit;
  const variance = fit.value.randomCovariance[0]?.[0] ?? NaN;
  const sd = Math.sqrt(variance);
  return succeed({
    fit: fit.value,
    sd,
    medianOddsRatio: medianOddsRatio(sd),
    icc: latentShare(sd),
  });
}

/** Of a standard deviation of log odds between centres. */
export const medianOddsRatio = (sd: number): number => Math.exp(Math.SQRT2 * sd * normalQuantile(0.75));
export const latentShare = (sd: number): number => (sd * sd) / (sd * sd + (Math.PI * Math.PI) / 3);
