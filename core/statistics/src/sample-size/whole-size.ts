import { fail, succeed, type Result } from '@daero/domain/result';

export type WholeSizeFault = { readonly kind: 'size-beyond-search'; readonly most: number };

/**
 * The smallest whole number from which a rising condition holds.
 *
 * Takes    reaches: false below some number and true from it on; the least and the most to try
 * Gives    that number
 * Fails    size-beyond-search where even the most does not reach it
 * Cost     two logarithms of the answer in calls of `reaches`
 * Source   bisection after doubling; no formula of anybody
 * Checked  against a walk from below in its test
 */
export function wholeSize(
  reaches: (n: number) => boolean,
  { least = 2, most = 10_000_000 }: { readonly least?: number; readonly most?: number } = {},
): Result<number, WholeSizeFault> {
  if (reaches(least)) return succeed(least);
  let [low, high] = [least, least];
  do {
    if (high >= most) return fail({ kind: 'size-beyond-search', most });
    [low, high] = [high, Math.min(most, high * 2)];
  } while (!reaches(high));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return succeed(high);
}
