import { fail, succeed, type Result } from '@daero/domain/result';
import { logistic, logit } from '@daero/statistics/summary/interval';
import { type Matrix } from '@daero/statistics/regression/cholesky';

/** The same cases read without and with the device: how many of them each reading called right. */
export type PairedCounts = {
  readonly both: number;
  readonly onlyWithout: number;
  readonly onlyWith: number;
  readonly neither: number;
};

/** What a model draws: the four accuracies on the logit scale, in this order, with their covariance. */
export type PairedAccuracy = {
  readonly names: readonly [
    'sensitivity-without',
    'sensitivity-with',
    'specificity-without',
    'specificity-with',
  ];
  readonly logits: readonly number[];
  readonly covariance: Matrix;
};

export type PairedReadingFault = {
  readonly kind: 'paired-reading-does-not-vary';
  readonly group: 'diseased' | 'healthy';
  readonly right: number;
  readonly cases: number;
};

/**
 * Accuracy of readers with and without a device in the same cases, as one uncertain quantity.
 *
 * How sure is the difference that the device makes? Both readings saw the same cases, so their errors go together: drawing them apart
 * would make the difference look less certain than it is, and would let draws contradict the study.
 *
 * Takes    counts of the diseased and of the healthy: right in both readings, in one, in none
 * Gives    logits of the four accuracies and their covariance (delta method); diseased and healthy are independent
 * Fails    paired-reading-does-not-vary where a reading was right in all cases or in none
 * Cost     O(1)
 * Source   Agresti (2013), Categorical data analysis, 3rd edition, section 11.1 (matched pairs)
 * Checked  ai-device/ai-device.test.ts: against the variance of the paired difference, and resampling
 */
export function pairedAccuracy(
  diseased: PairedCounts,
  healthy: PairedCounts,
): Result<PairedAccuracy, PairedReadingFault> {
  const [a, b] = [blockOf('diseased', diseased), blockOf('healthy', healthy)];
  if (!a.ok) return a;
  if (!b.ok) return b;
  const [[p, q], [r, s]] = [a.value.covariance, b.value.covariance];
  return succeed({
    names: ['sensitivity-without', 'sensitivity-with', 'specificity-without', 'specificity-with'],
    logits: [...a.value.logits, ...b.value.logits],
    covariance: [
      [...p, 0, 0],
      [...q, 0, 0],
      [0, 0, ...r],
      [0, 0, ...s],
    ],
  });
}

type Block = {
  readonly logits: readonly [number, number];
  readonly covariance: readonly [readonly [number, number], readonly [number, number]];
};

function blockOf(
  group: 'diseased' | 'healthy',
  { both, onlyWithout, onlyWith, neither }: PairedCounts,
): Result<Block, PairedReadingFault> {
  const cases = both + onlyWithout + onlyWith + neither;
  const [without, wth] = [(both + onlyWithout) / cases, (both + onlyWith) / cases];
  for (const share of [without, wth])
    if (!(share > 0 && share < 1))
      return fail({ kind: 'paired-reading-does-not-vary', group, right: share * cases, cases });
  const variance = (share: number): number => 1 / (cases * share * (1 - share));
  const shared = (both / cases - without * wth) / (cases * without * (1 - without) * wth * (1 - wth));
  return succeed({
    logits: [logit(without), logit(wth)],
    covariance: [
      [variance(without), shared],
      [shared, variance(wth)],
    ],
  });
}

/** Accuracy from four logits, as a draw gives them. */
export const accuracyOf = (
  logits: ArrayLike<number>,
): { readonly without: Accuracy; readonly with: Accuracy } => {
  const [a = NaN, b = NaN, c = NaN, d = NaN] = Array.from(logits, logistic);
  return { without: { sensitivity: a, specificity: c }, with: { sensitivity: b, specificity: d } };
};

export type Accuracy = { readonly sensitivity: number; readonly specificity: number };
