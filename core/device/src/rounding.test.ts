import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundHalfUp } from './rounding.ts';

describe('rounding half up on the decimal text', () => {
  const cases = [
    { value: 36.05, decimals: 1, steps: 361 }, // 36.05 is held as 36.0499999999999971578
    { value: 36.04, decimals: 1, steps: 360 },
    { value: 36.0499, decimals: 1, steps: 360 },
    { value: 38.05, decimals: 1, steps: 381 },
    { value: 1.005, decimals: 2, steps: 101 }, // 1.005 * 100 is 100.49999999999999
    { value: 8.345, decimals: 2, steps: 835 },
    { value: 90.5, decimals: 0, steps: 91 },
    { value: 90.49999999999999, decimals: 0, steps: 90 },
    { value: 0.49999999999999994, decimals: 0, steps: 0 },
    { value: -2.5, decimals: 0, steps: -2 },
    { value: -0.05, decimals: 1, steps: 0 },
    { value: 5e-7, decimals: 6, steps: 1 },
    { value: 4.9e-7, decimals: 6, steps: 0 },
  ];
  test.each(cases)('$value at $decimals decimals is $steps steps', ({ value, decimals, steps }) => {
    expect(roundHalfUp(value, decimals) + 0).toBe(steps);
  });

  test('agrees with whole-number arithmetic on every decimal that can be written', () => {
    const decimal = fc.record({
      units: fc.integer({ min: 0, max: 999_999_999 }),
      written: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 3 }), ({ units, written }, decimals) => {
        const digits = String(units).padStart(written + 1, '0');
        const text = `${digits.slice(0, -written)}.${digits.slice(-written)}`;
        const scale = 10n ** BigInt(written);
        const shifted = BigInt(units) * 10n ** BigInt(decimals);
        const expected = (2n * shifted + scale) / (2n * scale); // floor(x + 1/2) in integers
        expect(roundHalfUp(Number(text), decimals)).toBe(Number(expected));
      }),
      { numRuns: 2000 },
    );
  });
});
