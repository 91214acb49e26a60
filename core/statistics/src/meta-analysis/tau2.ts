import { unreachable } from '@daero/domain/unreachable';
import { mean, sum } from '../summary/moments.ts';
import { square, sumOfSquares, tau2WhereQ, unweighted, weightedAt, type Studies } from './weighted.ts';

export const tau2Estimators = ['FE', 'DL', 'HE', 'HS', 'SJ', 'PM', 'EB', 'ML', 'REML'] as const;
/**
 * FE common effect, DL DerSimonian-Laird, HE Hedges, HS Hunter-Schmidt, SJ Sidik-Jonkman, PM Paule-Mandel,
 * EB empirical Bayes (which solves the equation of PM), ML and REML (restricted) maximum likelihood.
 */
export type Tau2Estimator = (typeof tau2Estimators)[number];

/**
 * Variance between studies, by the named estimator.
 *
 * How much do the true effects of the studies differ, beyond what chance within each explains? Negative solutions are 0.
 *
 * Takes    studies: k >= 2 effects with positive sampling variances
 * Gives    tau2 >= 0, in the squared unit of the effects
 * Fails    never
 * Cost     O(k) a step; PM, EB, ML and REML iterate to the last digits
 * Source   DerSimonian and Laird (1986); Hedges and Olkin (1985); Sidik and Jonkman (2005), Applied Statistics 54, 367-384;
 *          Paule and Mandel (1982); Viechtbauer (2005), J Educ Behav Stat 30, 261-293 (HS, ML, REML); Morris (1983) (EB)
 * Checked  reference cases of the method meta-analysis
 */
export function tau2(studies: Studies, estimator: Tau2Estimator): number {
  const k = studies.effects.length;
  switch (estimator) {
    case 'FE':
      return 0;
    case 'DL': {
      const { weights, sumWeights, q } = weightedAt(studies, 0);
      return Math.max(0, (q - (k - 1)) / (sumWeights - sumOfSquares(weights) / sumWeights));
    }
    case 'HE':
      return Math.max(0, unweighted(studies).deviations / (k - 1) - mean(studies.variances));
    case 'HS': {
      const { sumWeights, q } = weightedAt(studies, 0);
      return Math.max(0, (q - k) / sumWeights);
    }
    case 'SJ': {
      const rough = unweighted(studies).deviations / k;
      return rough === 0 ? 0 : (rough * weightedAt(studies, rough).q) / (k - 1);
    }
    case 'PM':
    case 'EB':
      return tau2WhereQ(studies, k - 1);
    case 'ML':
      return maximise(studies, logLikelihood, scoreMl);
    case 'REML':
      return maximise(studies, restrictedLogLikelihood, scoreReml);
    default:
      return unreachable(estimator);
  }
}

/** Standard error of tau2 for the estimators that have a usual one. */
export function tau2StandardError(
  studies: Studies,
  estimator: 'DL' | 'PM' | 'ML' | 'REML',
  value: number,
): number {
  const k = studies.effects.length;
  const { weights, sumWeights } = weightedAt(studies, estimator === 'DL' ? 0 : value);
  switch (estimator) {
    case 'DL': {
      const trace = projectionTrace(weights, sumWeights);
      const square2 = projectionSquare(weights, sumWeights);
      return Math.sqrt(2 * (k - 1) + 4 * value * trace + 2 * value * value * square2) / trace;
    }
    case 'PM':
      return (Math.sqrt(2 / (k - 1)) * k) / sumWeights;
    case 'ML':
      return Math.sqrt(2 / sumOfSquares(weights));
    case 'REML':
      return Math.sqrt(2 / projectionSquare(weights, sumWeights));
    default:
      return unreachable(estimator);
  }
}

// P is the projection W - W 1 1'W / sum(w), from which the estimators are written.
const projectionTrace = (weights: Float64Array, sumWeights: number): number =>
  sumWeights - sumOfSquares(weights) / sumWeights;

const projectionSquare = (weights: Float64Array, sumWeights: number): number => {
  const squares = sumOfSquares(weights);
  const cubes = sum(weights.map((weight) => weight * weight * weight));
  return squares - (2 * cubes) / sumWeights + square(squares / sumWeights);
};

const logLikelihood = (studies: Studies, value: number): number => {
  const { weights, q } = weightedAt(studies, value);
  return (sum(weights.map(Math.log)) - q) / 2;
};

const restrictedLogLikelihood = (studies: Studies, value: number): number =>
  logLikelihood(studies, value) - Math.log(weightedAt(studies, value).sumWeights) / 2;

type Step = { readonly slope: number; readonly information: number };

const scoreMl = (studies: Studies, value: number): Step => {
  const { weights, sumWeights } = weightedAt(studies, value);
  return { slope: (quadratic(studies, value) - sumWeights) / 2, information: sumOfSquares(weights) / 2 };
};

const scoreReml = (studies: Studies, value: number): Step => {
  const { weights, sumWeights } = weightedAt(studies, value);
  return {
    slope: (quadratic(studies, value) - projectionTrace(weights, sumWeights)) / 2,
    information: projectionSquare(weights, sumWeights) / 2,
  };
};

/** y'PPy */
const quadratic = (studies: Studies, value: number): number => {
  const { weights, estimate } = weightedAt(studies, value);
  return sum(weights.map((weight, i) => square(weight * ((studies.effects[i] ?? NaN) - estimate))));
};

/** Fisher scoring from Hedges' estimate, halving a step that loses likelihood or leaves the range. */
function maximise(
  studies: Studies,
  likelihood: (studies: Studies, value: number) => number,
  score: (studies: Studies, value: number) => Step,
): number {
  let value = tau2(studies, 'HE');
  for (let step = 0; step < 10_000; step += 1) {
    const { slope, information } = score(studies, value);
    let move = slope / information;
    if (value + move < 0) move = -value;
    const here = likelihood(studies, value);
    while (move !== 0 && likelihood(studies, value + move) < here - 1e-12 * Math.abs(here)) move /= 2;
    value += move;
    if (Math.abs(move) <= 1e-14 * (value + Number.MIN_VALUE)) break;
  }
  return value;
}
