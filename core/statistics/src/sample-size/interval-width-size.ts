import { unwrap, type Result } from '@daero/domain/result';
import { binomialInterval, type BinomialInterval } from '../accuracy/binomial-interval.ts';
import { binomialMass } from '../distributions/binomial.ts';
import { wholeSize, type WholeSizeFault } from './whole-size.ts';

export type WantedInterval = { readonly form: BinomialInterval; readonly level: number };

/** Half the width that the interval of n people has on average, over all counts that may come out. */
export function expectedHalfWidth(proportion: number, n: number, interval: WantedInterval): number {
  // Counts beyond nine standard deviations weigh less than 1e-17.
  const reach = 9 * Math.sqrt(n * proportion * (1 - proportion)) + 9;
  const [from, to] = [
    Math.max(0, Math.floor(n * proportion - reach)),
    Math.min(n, Math.ceil(n * proportion + reach)),
  ];
  let sum = 0;
  for (let x = from; x <= to; x += 1) {
    const { low, high } = unwrap(binomialInterval(x, n, interval));
    sum += (binomialMass(x, n, proportion) * (high - low)) / 2;
  }
  return sum;
}

/**
 * How many people make the interval of a proportion this narrow, by the interval that the analysis will report.
 *
 * Buderer's formula speaks of the Wald interval at the expected value; here the width is averaged over what may come out.
 *
 * Takes    the expected proportion; half the width; form and level of the interval
 * Gives    the smallest n of the class
 * Fails    size-beyond-search
 * Cost     O(sqrt(n) log n) intervals
 * Source   Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133 (expected length); the search is ours
 * Checked  against Buderer's formula (reference cases of the method sample-size-accuracy) where both agree, and by the law that n rises as the width falls
 */
export function intervalWidthSize(
  proportion: number,
  { halfWidth, ...interval }: WantedInterval & { readonly halfWidth: number },
): Result<number, WholeSizeFault> {
  return wholeSize((n) => expectedHalfWidth(proportion, n, interval) <= halfWidth, { most: 200_000 });
}
