import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { sum } from '../summary/moments.ts';
import type { Ratings } from './ratings.ts';

export const alphaMetrics = ['nominal', 'ordinal', 'interval'] as const;
export type AlphaMetric = (typeof alphaMetrics)[number];

export type AlphaFault =
  | { readonly kind: 'too-few-raters'; readonly raters: number }
  | { readonly kind: 'agreement-undefined'; readonly subjects: number };

/**
 * Krippendorff's alpha: agreement of any number of raters, with ratings missing, on any scale.
 *
 * Of the disagreement that chance alone would give, how much is not there? A subject with fewer than two ratings tells nothing and is left out.
 *
 * Takes    ratings: a column a rater, NaN where missing; values of the categories, rising (used by the interval metric); metric
 * Gives    alpha, the number of ratings that could be paired, and the number of subjects they belong to
 * Fails    too-few-raters below 2; agreement-undefined where all paired ratings are equal
 * Cost     O(n r + q^2)
 * Source   Krippendorff (2004), Content analysis, 2nd edition, chapter 11
 * Checked  reference cases of the method kappa (with two raters; the package departs from the definition with more), and his own example
 */
export function krippendorffAlpha(
  { raters, categories }: Ratings,
  { values, metric }: { readonly values: readonly number[]; readonly metric: AlphaMetric },
): Result<{ readonly alpha: number; readonly pairable: number; readonly subjects: number }, AlphaFault> {
  const [first] = raters;
  if (first === undefined || raters.length < 2)
    return fail({ kind: 'too-few-raters', raters: raters.length });
  const coincidence = Array.from({ length: categories }, () => new Float64Array(categories));
  let subjects = 0;
  for (let subject = 0; subject < first.length; subject += 1) {
    const counts = new Float64Array(categories);
    for (const column of raters) {
      const category = column[subject] ?? NaN;
      if (category >= 0) counts[category] = (counts[category] ?? NaN) + 1;
    }
    const rated = sum(counts);
    if (rated < 2) continue;
    subjects += 1;
    for (const [c, row] of coincidence.entries()) {
      for (let k = 0; k < categories; k += 1) {
        const pairs = (counts[c] ?? NaN) * ((counts[k] ?? NaN) - (c === k ? 1 : 0));
        row[k] = (row[k] ?? NaN) + pairs / (rated - 1);
      }
    }
  }
  const totals = coincidence.map(sum);
  const pairable = sum(totals);
  const distance = distances(metric, totals, values);
  let [observed, expected] = [0, 0];
  for (const [c, row] of coincidence.entries()) {
    for (const [k, together] of row.entries()) {
      observed += together * distance(c, k);
      expected += (totals[c] ?? NaN) * (totals[k] ?? NaN) * distance(c, k);
    }
  }
  if (!(expected > 0)) return fail({ kind: 'agreement-undefined', subjects });
  return succeed({ alpha: 1 - ((pairable - 1) * observed) / expected, pairable, subjects });
}

/** The squared difference between two categories. */
function distances(
  metric: AlphaMetric,
  totals: readonly number[],
  values: readonly number[],
): (c: number, k: number) => number {
  switch (metric) {
    case 'nominal':
      return (c, k) => (c === k ? 0 : 1);
    case 'interval':
      return (c, k) => {
        const apart = (values[c] ?? NaN) - (values[k] ?? NaN);
        return apart * apart;
      };
    case 'ordinal':
      // How many ratings lie between the two, the ends counted half.
      return (c, k) => {
        const [low, high] = [Math.min(c, k), Math.max(c, k)];
        const between = sum(totals.slice(low, high + 1)) - ((totals[low] ?? NaN) + (totals[high] ?? NaN)) / 2;
        return c === k ? 0 : between * between;
      };
    default:
      return unreachable(metric);
  }
}
