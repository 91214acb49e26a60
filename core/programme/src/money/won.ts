import type { Quantity } from '@daero/domain/quantity';
import { z } from 'zod';

/** Whole won, exact: a safe integer, never rounded on the way. The largest is nine thousand trillion. */
export type Won = Quantity<'won'>;

export const won = (amount: number): Won => {
  if (!Number.isSafeInteger(amount))
    throw new RangeError(`won are whole and below 9,007,199,254,740,992, got ${amount}`);
  return (amount + 0) as Won; // -0 becomes 0
};

export const wonSchema = z
  .int()
  .min(0)
  .transform((amount): Won => won(amount));
export const someWonSchema = z
  .int()
  .min(1)
  .transform((amount): Won => won(amount));

export const noWon: Won = won(0);

/** A sum leaves the safe integers by a thrown error, never by a lost won. */
export const sumWon = (amounts: readonly Won[]): Won =>
  amounts.reduce((sum, amount) => won(sum + amount), noWon);

export const negated = (amount: Won): Won => won(0 - amount);
export const minus = (left: Won, right: Won): Won => won(left - right);
export const least = (left: Won, right: Won): Won => (left < right ? left : right);

/** So many parts of ten thousand, rounded down to the won: a limit never gains by rounding. */
export const partOf = (amount: Won, share: number): Won =>
  won(Number((BigInt(amount) * BigInt(share)) / 10_000n));

/** What part of ten thousand one amount is of another, rounded down; 0 of nothing. */
export const shareOf = (part: Won, whole: Won): number =>
  whole === 0 ? 0 : Number((BigInt(part) * 10_000n) / BigInt(whole));

/** Is `part / whole` at least so many parts of ten thousand? Exact: nothing is divided. */
export const reaches = (part: Won, whole: Won, share: number): boolean =>
  BigInt(part) * 10_000n >= BigInt(whole) * BigInt(share);

/**
 * An amount divided by weights, each won given to somebody: first rounded down, then one won each
 * to the largest remainders, the earlier place first.
 */
export function splitWon(amount: Won, weights: readonly number[]): readonly Won[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (amount < 0 || whole <= 0n || weights.some((weight) => weight < 0))
    throw new RangeError('a split needs an amount and weights of zero or more, one of them positive');
  const parts = weights.map((weight, at) => {
    const product = BigInt(amount) * BigInt(weight);
    return { at, floor: product / whole, rest: product % whole };
  });
  const given = parts.reduce((sum, { floor }) => sum + floor, 0n);
  const first = parts.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  const lucky = new Set(first.slice(0, Number(BigInt(amount) - given)).map(({ at }) => at));
  return parts.map(({ at, floor }) => won(Number(floor) + (lucky.has(at) ? 1 : 0)));
}
