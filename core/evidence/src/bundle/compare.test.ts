import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countNumbers, differences } from './compare.ts';

describe('numbers equal to 1e-9, everything else exactly', () => {
  it.each([
    { name: 'the same', said: { a: [1, 'x', null] }, derived: { a: [1, 'x', null] }, paths: [] },
    { name: 'the last bit of another engine', said: 0.1 + 0.2, derived: 0.3, paths: [] },
    { name: 'large numbers by their size', said: 1e12, derived: 1e12 + 1, paths: [] },
    { name: 'a number that is off', said: { a: 0.5 }, derived: { a: 0.50000001 }, paths: ['a'] },
    { name: 'a number for a text', said: { a: '1' }, derived: { a: 1 }, paths: ['a'] },
    { name: 'null for zero', said: { a: null }, derived: { a: 0 }, paths: ['a'] },
    { name: 'a field too many', said: { a: 1, b: 2 }, derived: { a: 1 }, paths: ['b'] },
    { name: 'a field too few', said: { a: 1 }, derived: { a: 1, b: 2 }, paths: ['b'] },
    { name: 'an element too few', said: [1], derived: [1, 2], paths: ['1'] },
    { name: 'a list for a record', said: { 0: 1 }, derived: [1], paths: [''] },
    { name: 'deep inside', said: { a: [{ b: 'x' }] }, derived: { a: [{ b: 'y' }] }, paths: ['a.0.b'] },
  ])('$name', ({ said, derived, paths }) => {
    expect(differences(said, derived).map(({ path }) => path)).toEqual(paths);
    expect(differences(derived, said).map(({ path }) => path)).toEqual(paths);
  });
});

test('of two long texts the place where they part is shown', () => {
  const before = 'a'.repeat(500);
  const [found] = differences(`${before}0.92 and more`, `${before}0.93 and more`);
  expect(found?.said).toContain('0.92');
  expect(found?.derived).toContain('0.93');
  expect(found?.said.length).toBeLessThanOrEqual(80);
});

test('a person reads a few differences, not thousands', () => {
  const many = (value: number): readonly number[] => Array<number>(1000).fill(value);
  expect(differences(many(1), many(2)).length).toBe(5);
  expect(differences({ a: many(1), b: many(1) }, { a: many(2), b: many(2) }).length).toBe(5);
});

test('numbers are counted wherever they stand', () => {
  expect(countNumbers({ a: 1, b: [2, { c: 3, d: '4', e: null, f: true }] })).toBe(3);
});

test('laws: nothing differs from itself; two values differ one way when they differ the other', () => {
  const value = fc.jsonValue({ maxDepth: 3, noUnicodeString: true });
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(differences(one, structuredClone(one))).toEqual([]);
      expect(differences(one, other).length > 0).toBe(differences(other, one).length > 0);
    }),
  );
});
