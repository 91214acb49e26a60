import { fail, succeed, type Result } from '@daero/domain/result';
import type { TwoByTwo } from '../accuracy/binary-accuracy.ts';

export type AccuracyStudiesFault =
  | { readonly kind: 'too-few-studies'; readonly studies: number }
  | { readonly kind: 'study-one-class'; readonly study: number }
  | { readonly kind: 'counts-impossible'; readonly events: number; readonly trials: number };

/** Studies of accuracy, checked once: at least two, each with people of both classes and whole counts. */
export function checkedStudies(
  studies: readonly TwoByTwo[],
): Result<readonly TwoByTwo[], AccuracyStudiesFault> {
  if (studies.length < 2) return fail({ kind: 'too-few-studies', studies: studies.length });
  for (const [
    i,
    { truePositive: tp, falseNegative: fn, falsePositive: fp, trueNegative: tn },
  ] of studies.entries()) {
    const wrong = [tp, fn, fp, tn].find((count) => !(Number.isInteger(count) && count >= 0));
    if (wrong !== undefined)
      return fail({ kind: 'counts-impossible', events: wrong, trials: tp + fn + fp + tn });
    if (tp + fn === 0 || fp + tn === 0) return fail({ kind: 'study-one-class', study: i + 1 });
  }
  return succeed(studies);
}

/** Adds to every cell of every study where any cell of any study is 0; the studies as they are where none is. */
export function corrected(studies: readonly TwoByTwo[], correction: number): readonly TwoByTwo[] {
  const empty = studies.some((study) => Object.values(study).includes(0));
  return !empty
    ? studies
    : studies.map(({ truePositive, falseNegative, falsePositive, trueNegative }) => ({
        truePositive: truePositive + correction,
        falseNegative: falseNegative + correction,
        falsePositive: falsePositive + correction,
        trueNegative: trueNegative + correction,
      }));
}
