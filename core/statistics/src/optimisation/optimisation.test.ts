import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussHermite } from './gauss-hermite.ts';
import { minimise } from './minimise.ts';

describe('gaussHermite', () => {
  test.each([1, 2, 5, 9, 25, 100])(
    '%d points integrate powers up to twice their number exactly',
    (points) => {
      const rule = gaussHermite(points);
      expect(rule).toHaveLength(points);
      let moment = Math.sqrt(Math.PI); // of x^0; each further even power multiplies by (power - 1)/2
      for (let power = 0; power < Math.min(2 * points, 16); power += 2) {
        const found = rule.reduce((sum, { node, weight }) => sum + weight * node ** power, 0);
        expect(found / moment).toBeCloseTo(1, 10);
        moment *= (power + 1) / 2;
      }
    },
  );

  test.each([0, 101, 1.5])('%d points are refused', (points) => {
    expect(() => gaussHermite(points)).toThrow(RangeError);
  });
});

describe('minimise', () => {
  test('finds the bottom of a bowl of any shape, and its curvature', () => {
    const coordinate = fc.integer({ min: -40, max: 40 }).map((x) => x / 10);
    const width = fc.integer({ min: 1, max: 50 }).map((x) => x / 5);
    fc.assert(
      fc.property(coordinate, coordinate, width, width, coordinate, (a, b, s, t, tilt) => {
        const bowl = ([x = NaN, y = NaN]: readonly number[]): number =>
          s * (x - a) * (x - a) + t * (y - b + (tilt / 10) * (x - a)) * (y - b + (tilt / 10) * (x - a));
        const { at, curvature, found } = minimise(bowl, [0, 0]);
        expect(found).toBe(true);
        expect(at[0]).toBeCloseTo(a, 6);
        expect(at[1]).toBeCloseTo(b, 6);
        expect(curvature[1]?.[1]).toBeCloseTo(2 * t, 4);
      }),
    );
  });

  test("walks round Rosenbrock's bend", () => {
    const { at, found } = minimise(
      ([x = NaN, y = NaN]) => 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x),
      [-1.2, 1],
    );
    expect(found).toBe(true);
    expect(at[0]).toBeCloseTo(1, 5);
  });

  test('says so where there is no bottom', () => {
    expect(minimise(([x = NaN]) => -x * x * x, [1]).found).toBe(false);
  });
});
