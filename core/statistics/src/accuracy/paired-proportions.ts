import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { normalReach } from '../distributions/normal.ts';
import { around, type Limits } from '../summary/interval.ts';
import { whereIs } from './margin-test.ts';
import { pairedTotal, type PairedCounts } from './paired-counts.ts';

export const pairedIntervals = ['tango', 'agresti-min', 'wald'] as const;
export type PairedInterval = (typeof pairedIntervals)[number];

export type PairedProportions = {
  /** First minus second, of the share called positive. */
  readonly difference: number;
  /** Wald's, or Agresti and Min's; null for Tango's interval, which inverts a test. */
  readonly standardError: number | null;
  readonly limits: Limits;
};

export type PairedFault = { readonly kind: 'no-trials'; readonly quantity: string };

/**
 * The difference of two proportions in the same people, with an interval.
 *
 * Tango's interval holds its coverage in small samples and never leaves [-1, 1]: it is the one to plan with. Agresti and Min add half a person to
 * each cell; Wald's has no width where the tests never differ.
 *
 * Takes    counts of the people of one truth; form; level of two-sided coverage
 * Gives    the difference of the shares called positive, first minus second, with limits
 * Fails    no-trials without people
 * Cost     O(1); Tango's limits are found by bisection
 * Source   Tango (1998), Statistics in Medicine 17, 891-908; Agresti and Min (2005), Statistics in Medicine 24, 729-740
 * Checked  reference cases of the method paired-binary
 */
export function pairedProportions(
  counts: PairedCounts,
  { form, level }: { readonly form: PairedInterval; readonly level: number },
): Result<PairedProportions, PairedFault> {
  const n = pairedTotal(counts);
  if (n === 0) return fail({ kind: 'no-trials', quantity: 'difference' });
  const difference = (counts.onlyFirst - counts.onlySecond) / n;
  const z = normalReach(level);
  switch (form) {
    case 'tango':
      return succeed({
        difference,
        standardError: null,
        limits: {
          low: whereIs((supposed) => tangoScore(counts, supposed), z),
          high: whereIs((supposed) => tangoScore(counts, supposed), -z),
        },
      });
    case 'wald': {
      const standardError = paired(counts.onlyFirst, counts.onlySecond, n).standardError;
      return succeed({ difference, standardError, limits: around(difference, standardError, z) });
    }
    case 'agresti-min': {
      const moved = paired(counts.onlyFirst + 0.5, counts.onlySecond + 0.5, n + 2);
      return succeed({
        difference,
        standardError: moved.standardError,
        limits: around(moved.difference, moved.standardError, z),
      });
    }
    default:
      return unreachable(form);
  }
}

const paired = (b: number, c: number, n: number): { difference: number; standardError: number } => ({
  difference: (b - c) / n,
  standardError: Math.sqrt(b + c - ((b - c) * (b - c)) / n) / n,
});

/**
 * Tango's score statistic: how far the observed difference lies above a supposed one, in standard errors under it.
 * It falls as the supposed difference rises, from far above 0 at -1 to far below at 1.
 *
 * Takes    counts of n > 0 people; the supposed difference in [-1, 1]
 * Gives    z
 * Fails    never; plus or minus infinity where the supposed difference cannot be
 * Cost     O(1)
 * Source   Tango (1998), Statistics in Medicine 17, 891-908
 * Checked  at a difference of 0 its square is McNemar's chi-square; its limits are in the reference cases of the method paired-binary
 */
export function tangoScore(counts: PairedCounts, supposed: number): number {
  const { onlyFirst: b, onlySecond: c } = counts;
  const n = pairedTotal(counts);
  const distance = b - c - n * supposed;
  // The root of the restricted likelihood: the share that only the second calls positive, if the difference is as supposed.
  const linear = -b - c + (2 * n - b + c) * supposed;
  const constant = -c * supposed * (1 - supposed);
  const share = (Math.sqrt(Math.max(0, linear * linear - 8 * n * constant)) - linear) / (4 * n);
  const variance = n * (2 * share + supposed * (1 - supposed));
  if (distance === 0) return 0;
  return distance / Math.sqrt(Math.max(variance, 0));
}
