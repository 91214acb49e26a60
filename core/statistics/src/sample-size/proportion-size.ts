import { fail, succeed, type Result } from '@daero/domain/result';
import { binomialAtLeast, binomialAtMost } from '../distributions/binomial.ts';
import { normalReach } from '../distributions/normal.ts';
import { normalSize, type ErrorRates, type NormalDesign, type SizeFault } from './normal-size.ts';

const spread = (p: number): number => p * (1 - p);

/**
 * How many people make the interval of a sensitivity (or a specificity) this narrow.
 *
 * Takes    the expected proportion; half the width of the interval; level; the share of recruits who belong to its class
 * Gives    people of the class, and people to recruit for them, not rounded
 * Fails    never
 * Cost     O(1)
 * Source   Buderer (1996), Academic Emergency Medicine 3, 895-900
 * Checked  reference cases of the method sample-size-accuracy
 */
export function precisionSize(
  proportion: number,
  {
    halfWidth,
    level,
    classShare,
  }: { readonly halfWidth: number; readonly level: number; readonly classShare: number },
): { readonly inClass: number; readonly recruited: number } {
  const z = normalReach(level);
  const inClass = (z * z * spread(proportion)) / (halfWidth * halfWidth);
  return { inClass, recruited: inClass / classShare };
}

/** One proportion against a stated one. */
export const oneProportionDesign = (expected: number, stated: number): NormalDesign => ({
  nullVariance: spread(stated),
  variance: spread(expected),
  distance: Math.abs(expected - stated),
});

/** Two proportions in different people, a design of one person in each group. With a margin: is the first not worse by more? */
export const twoProportionsDesign = (first: number, second: number, margin = 0): NormalDesign => ({
  nullVariance: margin === 0 ? 2 * spread((first + second) / 2) : spread(first) + spread(second),
  variance: spread(first) + spread(second),
  distance: margin === 0 ? Math.abs(first - second) : first - second + margin,
});

/** Two tests of the same people: the shares on whom only the first, and only the second, is positive (Connor 1987, without a margin). */
export function pairedProportionsDesign(onlyFirst: number, onlySecond: number, margin = 0): NormalDesign {
  const [differ, difference] = [onlyFirst + onlySecond, onlyFirst - onlySecond];
  const variance = differ - difference * difference;
  return {
    nullVariance: margin === 0 ? differ : variance,
    variance,
    distance: margin === 0 ? Math.abs(difference) : difference + margin,
  };
}

/**
 * How many people the exact binomial test of one proportion needs.
 *
 * Its power does not rise steadily with n, so the answer is the smallest n from which the power stays high enough over a window.
 *
 * Takes    expected and stated proportion, differing; alpha, sided, power; where the search starts, and how many further n must hold
 * Gives    n
 * Fails    size-infinite where the two proportions are equal
 * Cost     O(n log n) over the n searched
 * Source   Chernick and Liu (2002), American Statistician 56, 149-155
 * Checked  reference cases of the method sample-size-accuracy
 */
export function exactProportionSize(
  { expected, stated }: { readonly expected: number; readonly stated: number },
  rates: ErrorRates,
  { start, window }: { readonly start: number; readonly window: number } = { start: 5, window: 50 },
): Result<number, SizeFault> {
  const rough = normalSize(oneProportionDesign(expected, stated), rates);
  if (!rough.ok) return rough;
  const last = 20 * Math.ceil(rough.value) + 10 * window;
  let holding = 0;
  for (let n = start; n <= last; n += 1) {
    holding = exactProportionPower({ expected, stated }, { ...rates, n }) >= rates.power ? holding + 1 : 0;
    if (holding > window) return succeed(n - window);
  }
  return fail({ kind: 'size-infinite', distance: Math.abs(expected - stated) });
}

/** The power of the exact binomial test with n people: the chance of a count beyond the critical one. */
export function exactProportionPower(
  { expected, stated }: { readonly expected: number; readonly stated: number },
  { alpha, sided, n }: Omit<ErrorRates, 'power'> & { readonly n: number },
): number {
  // A fall is a rise of the complement.
  const [p0, p1] = expected > stated ? [stated, expected] : [1 - stated, 1 - expected];
  const tail = sided === 'two-sided' ? alpha / 2 : alpha;
  return binomialAtLeast(quantileOf(1 - tail, n, p0) + 1, n, p1);
}

/** The smallest x with P(X <= x) >= p. */
function quantileOf(p: number, n: number, probability: number): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (binomialAtMost(middle, n, probability) >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}
