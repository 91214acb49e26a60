import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reference from '../../reference/distributions.json' with { type: 'json' };
import { betaCdf, betaQuantile } from './beta.ts';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './chi-square.ts';
import { fCdf, fUpper } from './f.ts';
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
