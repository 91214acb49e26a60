import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortOrder } from './sort-order.ts';

/** Rising, ties by place; the difference of two infinities is no number, so they are compared. */
const expected = (values: readonly number[]): readonly number[] =>
  values
    .map((_value, i) => i)
    .sort((a, b) => {
      const [x = NaN, y = NaN] = [values[a], values[b]];
      return x < y ? -1 : x > y ? 1 : a - b;
    });

const few = fc.constantFrom(0, -0, 1, 1 + Number.EPSILON, -1, Infinity, -Infinity, 1e-320);

test.each([
  ['any numbers', fc.array(fc.double({ noNaN: true }), { maxLength: 300 })],
  ['many ties', fc.array(few, { maxLength: 200 })],
  [
    'neighbours that differ in the last bits',
    fc.array(
      fc.integer({ min: 0, max: 99 }).map((i) => 1 + i * Number.EPSILON),
      { maxLength: 200 },
    ),
  ],
] as const)('%s stand in rising order, equal ones in theirs', (_name, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (values) => {
      expect([...sortOrder(values)]).toEqual(expected(values));
    }),
  );
});
