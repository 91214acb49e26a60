import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixExponential } from './matrix-exponential.ts';
import {
  continuousRateOf,
  probabilityToRate,
  rateToProbability,
  rescaleProbability,
  streamValue,
  withHazardRatio,
  withOddsRatio,
  withRelativeRisk,
} from './rates.ts';

const p = fc.double({ min: 1e-9, max: 0.999, noNaN: true });
const ratio = fc.double({ min: 0.05, max: 20, noNaN: true });

describe('rates and probabilities', () => {
  test('there and back', () => {
    fc.assert(
      fc.property(p, fc.double({ min: 0.01, max: 50, noNaN: true }), (risk, time) => {
        expect(rateToProbability(probabilityToRate(risk, time), time) / risk).toBeCloseTo(1, 12);
        const shorter = Math.min(time, 1); // a probability near 1 has lost the rate it came from
        expect(rescaleProbability(rescaleProbability(risk, 1, shorter), shorter, 1) / risk).toBeCloseTo(1, 9);
      }),
    );
  });

  test('a ratio of 1 changes nothing, a ratio and its reciprocal neither, and none leaves [0, 1]', () => {
    fc.assert(
      fc.property(p, ratio, (risk, by) => {
        expect(withOddsRatio(risk, 1)).toBeCloseTo(risk, 12);
        expect(withHazardRatio(risk, 1)).toBeCloseTo(risk, 12);
        expect(withOddsRatio(withOddsRatio(risk, by), 1 / by)).toBeCloseTo(risk, 9);
        for (const changed of [withOddsRatio(risk, by), withHazardRatio(risk, by)]) {
          expect(changed).toBeGreaterThanOrEqual(0);
          expect(changed).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('a relative risk that passes 1 is refused', () => {
    expect(withRelativeRisk(0.2, 1.5)).toMatchObject({ ok: true, value: 0.2 * 1.5 });
    expect(withRelativeRisk(0.6, 2)).toMatchObject({ fault: { kind: 'risk-impossible', result: 1.2 } });
  });

  test('a stream discounted continuously is that of its rate', () => {
    expect(streamValue(0, 7)).toBe(7);
    expect(streamValue(continuousRateOf(0.045), 1e6)).toBeCloseTo(1 / Math.log(1.045), 9);
  });
});

describe('matrixExponential', () => {
  const rates = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 });
  const generator = ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]) => [
    [-(a + b), a, b],
    [c, -(c + d), d],
    [e, f, -(e + f)],
  ];
  test('rows are distributions, and time adds up', () => {
    fc.assert(
      fc.property(rates, fc.double({ min: 0, max: 40, noNaN: true }), (of, time) => {
        const [whole, half] = [
          matrixExponential(generator(of), time),
          matrixExponential(generator(of), time / 2),
        ];
        whole.forEach((row, i) => {
          expect(row.reduce((sum, cell) => sum + cell, 0)).toBeCloseTo(1, 11);
          row.forEach((cell, j) => {
            expect(cell).toBeGreaterThanOrEqual(0);
            const twice = half.reduce(
              (sum, middle, k) => sum + (half[i]?.[k] ?? NaN) * (middle[j] ?? NaN),
              0,
            );
            expect(twice).toBeCloseTo(cell, 11);
          });
        });
      }),
    );
  });

  test('two states that exchange people have a formula, for short times and long ones', () => {
    const exchange = [
      [-3, 3],
      [1, -1],
    ];
    for (const time of [0.01, 0.3, 2, 25])
      expect(matrixExponential(exchange, time)[0]?.[1]).toBeCloseTo(0.75 * -Math.expm1(-4 * time), 12);
  });

  test('one way out is 1 - exp(-rt), and no time changes nobody', () => {
    const alone = [
      [-0.3, 0.3],
      [0, 0],
    ];
    expect(matrixExponential(alone, 2)[0]?.[1]).toBeCloseTo(rateToProbability(0.3, 2), 14);
    expect(matrixExponential(alone, 0)).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});
