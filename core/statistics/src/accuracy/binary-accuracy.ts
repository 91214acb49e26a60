import { normalReach } from '../distributions/normal.ts';
import { around, logistic, logit, mapLimits, type Limits } from '../summary/interval.ts';

/** A test against the truth: how many of the diseased and of the healthy it calls positive. */
export type TwoByTwo = {
  readonly truePositive: number;
  readonly falseNegative: number;
  readonly falsePositive: number;
  readonly trueNegative: number;
};

export type Share = { readonly events: number; readonly trials: number };

/** The proportions of a two-by-two table, each as the counts it is made of. */
export type BinaryAccuracy = {
  readonly sensitivity: Share;
  readonly specificity: Share;
  readonly ppv: Share;
  readonly npv: Share;
  readonly accuracy: Share;
  readonly prevalence: Share;
  readonly flagged: Share;
};

/**
 * Sensitivity, specificity, predictive values and the rest, as counts.
 *
 * PPV and NPV are those of this sample: they hold for care only where its prevalence is that of care
 * (see `predictiveValues` for any other).
 *
 * Takes    the four counts
 * Gives    events and trials of each proportion; trials can be 0
 * Fails    never
 * Cost     O(1)
 * Source   Altman and Bland (1994), BMJ 308, 1552 and 309, 102
 * Checked  reference cases of the method sens-spec-interval
 */
export function binaryAccuracy(counts: TwoByTwo): BinaryAccuracy {
  const { truePositive, falseNegative, falsePositive, trueNegative } = counts;
  const diseased = truePositive + falseNegative;
  const healthy = falsePositive + trueNegative;
  const positive = truePositive + falsePositive;
  const all = diseased + healthy;
  return {
    sensitivity: { events: truePositive, trials: diseased },
    specificity: { events: trueNegative, trials: healthy },
    ppv: { events: truePositive, trials: positive },
    npv: { events: trueNegative, trials: all - positive },
    accuracy: { events: truePositive + trueNegative, trials: all },
    prevalence: { events: diseased, trials: all },
    flagged: { events: positive, trials: all },
  };
}

/** Counts a score against the truth at a threshold. */
export function classify(
  truth: ArrayLike<number>,
  score: ArrayLike<number>,
  { threshold, positiveWhen }: { readonly threshold: number; readonly positiveWhen: 'at-least' | 'above' },
): TwoByTwo {
  let [truePositive, falseNegative, falsePositive, trueNegative] = [0, 0, 0, 0];
  for (let i = 0; i < truth.length; i += 1) {
    const value = score[i] ?? NaN;
    const positive = positiveWhen === 'at-least' ? value >= threshold : value > threshold;
    if (truth[i] === 1) {
      if (positive) truePositive += 1;
      else falseNegative += 1;
    } else if (positive) falsePositive += 1;
    else trueNegative += 1;
  }
  return { truePositive, falseNegative, falsePositive, trueNegative };
}

export type PredictiveValue = { readonly value: number; readonly limits: Limits | null };

/**
 * PPV and NPV at a stated prevalence, with logit intervals.
 *
 * What would a positive and a negative mean where the disease is as common as stated? The prevalence is taken as known.
 * No limits where sensitivity or specificity is 0 or 1: the logit has no variance there.
 *
 * Takes    the four counts, both classes present; prevalence in (0, 1); level: two-sided coverage
 * Gives    ppv and npv with limits
 * Fails    never
 * Cost     O(1)
 * Source   Mercaldo, Lau and Zhou (2007), Statistics in Medicine 26, 2170-2183
 * Checked  reference cases of the method sens-spec-interval
 */
export function predictiveValues(
  counts: TwoByTwo,
  { prevalence, level }: { readonly prevalence: number; readonly level: number },
): { readonly ppv: PredictiveValue; readonly npv: PredictiveValue } {
  const { truePositive, falseNegative, falsePositive, trueNegative } = counts;
  const [diseased, healthy] = [truePositive + falseNegative, falsePositive + trueNegative];
  const [se, sp] = [truePositive / diseased, trueNegative / healthy];
  const ppv = (se * prevalence) / (se * prevalence + (1 - sp) * (1 - prevalence));
  const npv = (sp * (1 - prevalence)) / (sp * (1 - prevalence) + (1 - se) * prevalence);
  const inside = se > 0 && se < 1 && sp > 0 && sp < 1;
  const withLimits = (value: number, variance: number): PredictiveValue => ({
    value,
    limits: inside
      ? mapLimits(around(logit(value), Math.sqrt(variance), normalReach(level)), logistic)
      : null,
  });
  return {
    ppv: withLimits(ppv, (1 - se) / se / diseased + sp / (1 - sp) / healthy),
    npv: withLimits(npv, se / (1 - se) / diseased + (1 - sp) / sp / healthy),
  };
}

export type Ratio = { readonly value: number; readonly limits: Limits | null };

/**
 * Positive and negative likelihood ratio and diagnostic odds ratio, with log intervals.
 *
 * By how much does a positive, or a negative, change the odds of disease? A count of 0 leaves a ratio at 0 or infinity,
 * or its interval without a width on the log scale: then there are no limits.
 *
 * Takes    the four counts, both classes present; level: two-sided coverage
 * Gives    the ratios with limits
 * Fails    never
 * Cost     O(1)
 * Source   Simel, Samsa and Matchar (1991), J Clin Epidemiol 44, 763-770; odds ratio: Woolf (1955)
 * Checked  reference cases of the method sens-spec-interval
 */
export function likelihoodRatios(
  counts: TwoByTwo,
  level: number,
): { readonly positive: Ratio; readonly negative: Ratio; readonly diagnosticOddsRatio: Ratio } {
  const { truePositive: tp, falseNegative: fn, falsePositive: fp, trueNegative: tn } = counts;
  const [diseased, healthy] = [tp + fn, fp + tn];
  const withLimits = (value: number, variance: number): Ratio => ({
    value,
    limits: Number.isFinite(variance)
      ? mapLimits(around(Math.log(value), Math.sqrt(variance), normalReach(level)), Math.exp)
      : null,
  });
  return {
    positive: withLimits(tp / diseased / (fp / healthy), 1 / tp - 1 / diseased + 1 / fp - 1 / healthy),
    negative: withLimits(fn / diseased / (tn / healthy), 1 / fn - 1 / diseased + 1 / tn - 1 / healthy),
    diagnosticOddsRatio: withLimits((tp * tn) / (fp * fn), 1 / tp + 1 / tn + 1 / fp + 1 / fn),
  };
}
