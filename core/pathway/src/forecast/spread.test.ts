import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysAt, levelOf, quantilesOf, spreadOf } from './spread.ts';

describe('figures and their form', () => {
  test.each([
    [
      { least: 10, usual: 65, most: 80 },
      { form: 'pert', least: 10, usual: 65, most: 80 },
    ],
    [
      { least: null, usual: 30, most: 60 },
      { form: 'uniform', least: 30, most: 60 },
    ],
    [
      { least: 80, usual: null, most: 140 },
      { form: 'uniform', least: 80, most: 140 },
    ],
    [
      { least: null, usual: 80, most: null },
      { form: 'point', days: 80 },
    ],
    [
      { least: null, usual: 250, most: 250 },
      { form: 'point', days: 250 },
    ],
    [{ least: null, usual: null, most: null }, null],
  ])('%j is %j', (figures, form) => {
    expect(spreadOf(figures)).toEqual(form);
  });
});

const fifth = (u: number): number => Math.exp(Math.log(u) / 5);
const [low, high] = [100, 300];

describe('PERT agrees with the closed forms of its beta distribution', () => {
  const inner = Array.from({ length: 99 }, (_one, at) => (at + 1) / 100);
  const at = (usual: number) => {
    const quantiles = quantilesOf({ form: 'pert', least: low, usual, most: high });
    return (level: number): number => daysAt(quantiles, level);
  };

  test('in the middle: Beta(3, 3), whose distribution function is 10x^3 - 15x^4 + 6x^5', () => {
    for (const u of inner) {
      const x = (at(200)(u) - low) / (high - low);
      expect(Math.abs(x * x * x * (10 - 15 * x + 6 * x * x) - u)).toBeLessThan(1e-3);
    }
  });
  test('at either end: Beta(5, 1) and Beta(1, 5)', () => {
    for (const u of inner) {
      expect(Math.abs(at(high)(u) - (low + (high - low) * fifth(u)))).toBeLessThan(0.001 * (high - low));
      expect(Math.abs(at(low)(u) - (high - (high - low) * fifth(1 - u)))).toBeLessThan(0.001 * (high - low));
    }
  });
});

test('levels and days are each other in reverse, and never fall', () => {
  const figures = fc
    .tuple(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 500 }))
    .map(([least, more, rest]) => ({ least, usual: least + more, most: least + more + rest }));
  fc.assert(
    fc.property(figures, fc.double({ min: 0.01, max: 0.98, noNaN: true }), (spread, level) => {
      const quantiles = quantilesOf({ form: 'pert', ...spread });
      const days = daysAt(quantiles, level);
      expect(levelOf(quantiles, days)).toBeCloseTo(level, 6);
      expect(daysAt(quantiles, level + 0.01)).toBeGreaterThanOrEqual(days);
      expect(days >= spread.least && days <= spread.most).toBe(true);
    }),
  );
});
