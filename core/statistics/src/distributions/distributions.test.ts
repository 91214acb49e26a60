import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reference from '../../reference/distributions.json' with { type: 'json' };
import { betaCdf, betaQuantile } from './beta.ts';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './chi-square.ts';
import { fCdf, fUpper } from './f.ts';
import { gammaLogLower, gammaLogUpper, gammaQuantile, logGamma } from './gamma.ts';
import { normalCdf, normalQuantile, normalUpper } from './normal.ts';
import { studentCdf, studentQuantile } from './student-t.ts';

const functions: Readonly<Record<string, (...given: [number, number, number]) => number>> = {
  normalQuantile,
  normalCdf,
  chiSquareUpper,
  studentCdf,
  studentQuantile,
  betaQuantile,
  fUpper,
};

describe(`distributions agree with ${reference.tool}`, () => {
  test.each(reference.cases)('$function $arguments', ({ function: name, arguments: given, value }) => {
    const [a = NaN, b = NaN, c = NaN] = given;
    const found = functions[name]?.(a, b, c) ?? NaN;
    expect(Math.abs(found - value)).toBeLessThanOrEqual(reference.relativeTolerance * Math.abs(value));
  });
});

const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const degrees = fc.double({ min: 0.8, max: 400, noNaN: true });

test('a quantile is undone by its distribution function', () => {
  fc.assert(
    fc.property(probability, degrees, (p, df) => {
      const near = (found: number) => expect(found).toBeCloseTo(p, 9);
      near(normalCdf(normalQuantile(p)));
      near(studentCdf(studentQuantile(p, df), df));
      near(chiSquareCdf(chiSquareQuantile(p, df), df));
      near(betaCdf(betaQuantile(p, df, 2.5), df, 2.5));
    }),
  );
});

test('both tails add up to 1', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 30, noNaN: true }), degrees, (x, df) => {
      expect(normalCdf(x) + normalUpper(x)).toBeCloseTo(1, 13);
      expect(chiSquareCdf(x, df) + chiSquareUpper(x, df)).toBeCloseTo(1, 12);
      expect(fCdf(x, df, 7) + fUpper(x, df, 7)).toBeCloseTo(1, 12);
    }),
  );
});

test('infinite degrees of freedom are the normal and the chi-square distribution', () => {
  expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  expect(fUpper(2.5, 3, Infinity)).toBe(chiSquareUpper(7.5, 3));
});

test('what is no probability is refused', () => {
  for (const p of [-0.1, 1.1, NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});

describe('gamma tails', () => {
  const density = (x: number, shape: number): number =>
    Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
  /** Simpson's rule from x to where nothing is left. */
  const upperBySum = (x: number, shape: number): number => {
    const [end, steps] = [shape + 40 * Math.sqrt(shape) + 60, 200_000];
    const h = (end - x) / steps;
    let total = density(x, shape) + density(end, shape);
    for (let i = 1; i < steps; i += 1) total += (i % 2 === 1 ? 4 : 2) * density(x + i * h, shape);
    return (total * h) / 3;
  };

  test.each([
    { x: 1050, shape: 1020 },
    { x: 1400, shape: 1111 },
    { x: 3000, shape: 3000 },
    { x: 5, shape: 2.5 },
    { x: 990, shape: 1001 },
  ])('at $x with shape $shape the upper tail is the integral of the density', ({ x, shape }) => {
    expect(Math.exp(gammaLogUpper(x, shape)) / upperBySum(x, shape)).toBeCloseTo(1, 8);
    expect(Math.exp(gammaLogUpper(x, shape)) + Math.exp(gammaLogLower(x, shape))).toBeCloseTo(1, 13);
  });

  test('both sides of each change of method agree', () => {
    for (const shape of [900, 1100])
      for (const x of [1000, shape * 1.35, shape * 0.65]) {
        const [before, after] = [gammaLogUpper(x * (1 - 1e-9), shape), gammaLogUpper(x * (1 + 1e-9), shape)];
        expect(Math.abs(after - before)).toBeLessThan(1e-5 * Math.max(1e-5, Math.abs(before)) + 1e-7);
      }
  });

  test('the quantile is undone by the tails', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 5000, noNaN: true }),
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        (shape, p) => {
          const x = gammaQuantile(p, shape);
          fc.pre(x > 1e-280);
          expect(Math.exp(gammaLogLower(x, shape)) / p).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
