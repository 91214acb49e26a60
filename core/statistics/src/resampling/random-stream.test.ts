import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { philox } from './philox.ts';
import { randomStream } from './random-stream.ts';

/** Known answers of Random123 (kat_vectors, philox4x32 10): counter, key, result. */
const known = [
  { counter: [0, 0, 0, 0], key: [0, 0], gives: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    gives: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    gives: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  },
];

test.each(known)('philox agrees with Random123 for key $key', ({ counter, key, gives }) => {
  const block = new Uint32Array(4);
  philox(Uint32Array.from(counter), Uint32Array.from(key), block);
  expect([...block]).toEqual(gives);
});

describe('randomStream', () => {
  const first = (seed: number, index: number, n: number): number[] => {
    const { uniform } = randomStream(seed, index);
    return Array.from({ length: n }, uniform);
  };

  test('the same seed and index give the same numbers, and other ones do not', () => {
    expect(first(7, 3, 20)).toEqual(first(7, 3, 20));
    expect(first(7, 3, 20)).not.toEqual(first(7, 4, 20));
    expect(first(8, 3, 20)).not.toEqual(first(7, 3, 20));
    expect(first(7, 3 + 2 ** 32, 20)).not.toEqual(first(7, 3, 20));
  });

  test('uniform numbers lie strictly inside (0, 1)', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (seed, index) =>
        first(seed, index, 5).every((u) => u > 0 && u < 1),
      ),
    );
  });

  test('the mean and the variance are those of the uniform distribution', () => {
    const draws = first(1, 0, 200_000);
    const mean = draws.reduce((sum, u) => sum + u, 0) / draws.length;
    const variance = draws.reduce((sum, u) => sum + (u - mean) * (u - mean), 0) / draws.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / draws.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / draws.length));
  });

  test('integerBelow covers its range evenly', () => {
    const { integerBelow } = randomStream(5, 0);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i += 1) {
      const drawn = integerBelow(7);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    const chi2 = counts.reduce((sum, seen) => sum + ((seen - 10_000) * (seen - 10_000)) / 10_000, 0);
    expect(chi2).toBeLessThan(22.5); // the 0.999 quantile of chi-square with 6 degrees of freedom
  });

  test('a seed that is not a whole number is refused', () => {
    expect(() => randomStream(0.5, 0)).toThrow(RangeError);
    expect(() => randomStream(0, -1)).toThrow(RangeError);
  });
});
