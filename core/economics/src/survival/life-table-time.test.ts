import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lifeTableTime } from './life-table-time.ts';

const annualProbability = [0.01, 0.02, 0.05, 0.1, 0.3];
const table = { firstAge: 60, annualProbability };

test('from a birthday, the deaths of each year are those of the table', () => {
  const { cumulativeHazard } = lifeTableTime(table, 61);
  annualProbability.slice(1).forEach((q, year) => {
    const died = 1 - Math.exp(cumulativeHazard(year) - cumulativeHazard(year + 1));
    expect(died).toBeCloseTo(q, 12);
  });
});

test('between birthdays the first year is shorter, and its hazard the same', () => {
  const { cumulativeHazard, logDensity } = lifeTableTime(table, 60.75);
  expect(cumulativeHazard(0.25)).toBeCloseTo(-0.25 * Math.log(0.99), 14);
  expect(cumulativeHazard(1.25)).toBeCloseTo(-0.25 * Math.log(0.99) - Math.log(0.98), 14);
  expect(logDensity(0.5)).toBeCloseTo(Math.log(-Math.log(0.98)) - cumulativeHazard(0.5), 12);
});

test('times undo hazards, also beyond the table and across a year that nobody survives', () => {
  const { cumulativeHazard, timeAt } = lifeTableTime(table, 60.4);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 12, noNaN: true }), (t) => {
      expect(timeAt(cumulativeHazard(t))).toBeCloseTo(t, 9);
    }),
  );
  const last = lifeTableTime({ firstAge: 60, annualProbability: [0.1, 1] }, 60);
  expect(last.timeAt(5)).toBe(1);
  expect(last.cumulativeHazard(1)).toBeCloseTo(-Math.log(0.9), 14);
});
