import { fail, succeed, type Result } from '@daero/domain/result';
import type { TwoByTwo } from '../accuracy/binary-accuracy.ts';
import { normalReach } from '../distributions/normal.ts';
import { studentReach } from '../distributions/student-t.ts';
import { minimise } from '../optimisation/minimise.ts';
import { around, logistic, logit, mapLimits, type Limits } from '../summary/interval.ts';
import { sum, variance } from '../summary/moments.ts';
import { checkedStudies, corrected, type AccuracyStudiesFault } from './accuracy-studies.ts';

/** Two numbers, or a symmetric two by two matrix by its cells. */
export type Two = readonly [number, number];
export type Symmetric = { readonly a: number; readonly b: number; readonly ab: number };

export type SummaryPoint = {
  readonly value: number;
  readonly limits: Limits;
  /** Where a new study would lie, by t with k - 2 degrees of freedom; null with fewer than 3 studies. */
  readonly prediction: Limits | null;
};

export type Reitsma = {
  readonly studies: number;
  /** Means of logit sensitivity and logit FALSE-POSITIVE rate, their covariance, and that between studies. */
  readonly means: Two;
  readonly covariance: Symmetric;
  readonly between: Symmetric;
  readonly sensitivity: SummaryPoint;
  readonly falsePositive: SummaryPoint;
  /** On the logit scale, with its constant; restricted for REML. */
  readonly logLikelihood: number;
};

export type ReitsmaFault =
  AccuracyStudiesFault | { readonly kind: 'fit-not-found'; readonly studies: number };

export type ReitsmaOptions = {
  readonly method: 'REML' | 'ML';
  /** Added to all cells of all studies where any cell of any study is 0. */
  readonly correction: number;
  readonly level: number;
};

/**
 * Sensitivity and specificity of several studies together, which trade off as their thresholds differ.
 *
 * The pair of logits of each study is normal about a mean that varies between studies. The summary point means something for studies of one
 * threshold; else read the curve (`hsroc`). Small studies and empty cells bend the normal approximation: prefer `bivariateBinomial` there.
 *
 * Takes    counts of each study; REML or ML, correction, level of two-sided coverage
 * Gives    means with covariance, the covariance between studies (also singular), summary sensitivity and false-positive rate
 * Fails    too-few-studies below 2; study-one-class; counts-impossible; fit-not-found
 * Cost     O(k) an evaluation, some hundreds of them
 * Source   Reitsma and others (2005), J Clin Epidemiol 58, 982-990; likelihood as van Houwelingen, Arends and Stijnen (2002), Stat Med 21, 589-624
 * Checked  reference cases of the method accuracy-meta-reitsma
 */
export function reitsma(
  counts: readonly TwoByTwo[],
  { method, correction, level }: ReitsmaOptions,
): Result<Reitsma, ReitsmaFault> {
  const checked = checkedStudies(counts);
  if (!checked.ok) return checked;
  const pairs = corrected(checked.value, correction).map(logitPair);
  const k = pairs.length;
  const restricted = method === 'REML';
  const spread = (column: readonly number[]): number => Math.sqrt(Math.max(variance(column), 0.01));
  const start = [spread(pairs.map(({ y }) => y[0])), 0, spread(pairs.map(({ y }) => y[1]))];
  // The root of the covariance is free to take any value, so that a singular one can be reached.
  const { at, found } = minimise((root) => -fitAt(pairs, betweenOf(root), restricted).logLikelihood, start);
  const between = betweenOf(at);
  const { means, covariance, logLikelihood } = fitAt(pairs, between, restricted);
  if (!found || !Number.isFinite(logLikelihood)) return fail({ kind: 'fit-not-found', studies: k });
  const point = (value: number, within: number, add: number): SummaryPoint => ({
    value: logistic(value),
    limits: mapLimits(around(value, Math.sqrt(within), normalReach(level)), logistic),
    prediction:
      k < 3 ? null : mapLimits(around(value, Math.sqrt(within + add), studentReach(level, k - 2)), logistic),
  });
  return succeed({
    studies: k,
    means,
    covariance,
    between,
    sensitivity: point(means[0], covariance.a, between.a),
    falsePositive: point(means[1], covariance.b, between.b),
    logLikelihood,
  });
}

type Pair = { readonly y: Two; readonly within: Two };

const logitPair = ({ truePositive, falseNegative, falsePositive, trueNegative }: TwoByTwo): Pair => ({
  y: [Math.log(truePositive / falseNegative), Math.log(falsePositive / trueNegative)],
  within: [1 / truePositive + 1 / falseNegative, 1 / falsePositive + 1 / trueNegative],
});

/** From a lower triangular root. */
const betweenOf = ([r11 = NaN, r21 = NaN, r22 = NaN]: readonly number[]): Symmetric => ({
  a: r11 * r11,
  ab: r11 * r21,
  b: r21 * r21 + r22 * r22,
});

const determinant = ({ a, b, ab }: Symmetric): number => a * b - ab * ab;

function inverted(m: Symmetric): Symmetric {
  const d = determinant(m);
  return { a: m.b / d, b: m.a / d, ab: -m.ab / d };
}

/** Generalised least squares at a covariance between studies. */
function fitAt(
  pairs: readonly Pair[],
  between: Symmetric,
  restricted: boolean,
): { readonly means: Two; readonly covariance: Symmetric; readonly logLikelihood: number } {
  const totals = pairs.map(({ within }) => ({
    a: between.a + within[0],
    b: between.b + within[1],
    ab: between.ab,
  }));
  const weights = totals.map(inverted);
  const add = (of: (w: Symmetric) => number): number => sum(weights.map(of));
  const information = { a: add((w) => w.a), b: add((w) => w.b), ab: add((w) => w.ab) };
  const covariance = inverted(information);
  const weighted = (of: (w: Symmetric, y: Two) => number): number =>
    sum(pairs.map(({ y }, i) => of(weights[i] ?? information, y)));
  const [first, second] = [
    weighted((w, y) => w.a * y[0] + w.ab * y[1]),
    weighted((w, y) => w.ab * y[0] + w.b * y[1]),
  ];
  const means: Two = [
    covariance.a * first + covariance.ab * second,
    covariance.ab * first + covariance.b * second,
  ];
  const squares = weighted((w, y) => {
    const [r, s] = [y[0] - means[0], y[1] - means[1]];
    return w.a * r * r + 2 * w.ab * r * s + w.b * s * s;
  });
  const logs = sum(totals.map((total) => Math.log(determinant(total))));
  const constant = (2 * pairs.length - (restricted ? 2 : 0)) * Math.log(2 * Math.PI);
  const penalty = restricted ? Math.log(determinant(information)) : 0;
  return { means, covariance, logLikelihood: -(constant + logs + squares + penalty) / 2 };
}

export type Hsroc = {
  readonly theta: number;
  readonly lambda: number;
  readonly beta: number;
  readonly thetaVariance: number;
  readonly alphaVariance: number;
};

/**
 * The same fit as a hierarchical summary ROC curve: accuracy lambda, threshold theta, asymmetry beta.
 *
 * Takes    means of logit sensitivity and logit false-positive rate, and their covariance between studies, both variances above 0
 * Gives    Rutter and Gatsonis's parameters
 * Fails    never; not finite where a variance between studies is 0, for which there is no curve
 * Cost     O(1)
 * Source   Rutter and Gatsonis (2001), Stat Med 20, 2865-2884; equivalence: Harbord and others (2007), Biostatistics 8, 239-251
 * Checked  reference cases of the method accuracy-meta-reitsma
 */
export function hsroc({ means, between }: Pick<Reitsma, 'means' | 'between'>): Hsroc {
  const [sdSensitivity, sdFalsePositive] = [Math.sqrt(between.a), Math.sqrt(between.b)];
  const turn = Math.sqrt(sdFalsePositive / sdSensitivity);
  const [accuracy, alarm] = [turn * means[0], means[1] / turn];
  const product = sdSensitivity * sdFalsePositive;
  return {
    theta: (accuracy + alarm) / 2,
    lambda: accuracy - alarm,
    beta: Math.log(sdFalsePositive / sdSensitivity),
    thetaVariance: (product + between.ab) / 2,
    alphaVariance: 2 * (product - between.ab),
  };
}

/** Sensitivity on the summary curve at a false-positive rate; it says nothing outside the rates that the studies had. */
export const srocAt = ({ lambda, beta }: Pick<Hsroc, 'lambda' | 'beta'>, falsePositive: number): number =>
  logistic(lambda * Math.exp(-beta / 2) + Math.exp(-beta) * logit(falsePositive));

/** Mean sensitivity on the summary curve over a range of false-positive rates: the area there, over its width (trapezoids). */
export function srocArea(curve: Pick<Hsroc, 'lambda' | 'beta'>, from: number, to: number): number {
  const steps = 2000;
  const heights = Array.from({ length: steps + 1 }, (_none, i) =>
    srocAt(curve, from + ((to - from) * i) / steps),
  );
  return (sum(heights) - (srocAt(curve, from) + srocAt(curve, to)) / 2) / steps;
}
