import { describe, expect, test } from 'vitest';
import { compare, names } from './compare.ts';

const loose = { rel: 1e-6, abs: 1e-8 };

describe('names', () => {
  test.each([
    ['a.b', ['a', 'b'], true],
    ['a.b', ['a', 'b', '0'], true], // below the named place
    ['a.b', ['a'], false],
    ['a.*.c', ['a', 'x', 'c'], true],
    ['a.*.c', ['a', 'x', 'y', 'c'], false],
    ['**.c', ['c'], true],
    ['**.c', ['a', 'b', 'c'], true],
    ['a.**', ['a', 'b', 'c'], true],
    ['results.PM.**', ['results', 'PMX', 'z'], false],
    ['**.rmst*', ['x', 'rmst_10'], true],
    ['ici*', ['ici_loess_span0.75_degree2'], true],
    ['**.AminusB', ['readers', 'auc.AminusB'], true],
    ['*.z', ['0.5', 'z'], true],
    ['a+b', ['aab'], false],
  ] as const)('%s on %j is %s', (rule, path, wanted) => {
    expect(names(rule, [...path])).toBe(wanted);
  });
});

describe('compare', () => {
  const offOf = (
    expected: unknown,
    found: unknown,
    rules: Parameters<typeof compare>[3] = [],
    tolerance: Parameters<typeof compare>[2] = loose,
  ) => compare(expected, found, tolerance, rules).off.map(({ quantity }) => quantity);

  test('a value inside the tolerance passes and one outside does not', () => {
    expect(offOf({ a: 1, b: 1 }, { a: 1 + 5e-7, b: 1 + 5e-6 })).toEqual(['b']);
  });

  test('the absolute part serves small numbers', () => {
    expect(offOf({ a: 1e-9, b: 1e-3 }, { a: 9e-9, b: 1e-3 + 2e-8 })).toEqual(['b']);
  });

  test('without an absolute part, numbers below 1e-8 are compared at 1e-10', () => {
    expect(offOf([0, 1e-9, 1e-9], [1e-11, 1.05e-9, 2e-9], [], { rel: 1e-10 })).toEqual(['2']);
    expect(offOf([0], [1e-11], [], { rel: 1e-10, abs: 0 })).toEqual(['0']);
  });

  test('a missing number, a NaN and a wrong kind are off', () => {
    expect(offOf({ a: 1, b: 2, c: 3, d: true }, { b: NaN, c: '3' })).toEqual(['a', 'b', 'c', 'd'].sort());
  });

  test('null and non-finite texts are not scored', () => {
    const { off, compared } = compare({ a: null, b: 'NaN', c: 'Inf' }, { a: 1, b: 2, c: 3 }, loose, []);
    expect([off, compared]).toEqual([[], 0]);
  });

  test('a text is scored where a text is given', () => {
    expect(offOf({ status: 'ND', note: 'said for people' }, { status: 'D' })).toEqual(['status']);
  });

  test('lists must have one length', () => {
    expect(offOf([1, 2], [1, 2, 3])).toEqual(['length']);
    expect(offOf([1, 2, 3], [1, 2])).toEqual(['length', '2'].sort((a) => (a === '2' ? 1 : -1)));
  });

  test('a rule goes before the tolerance, in both directions', () => {
    expect(offOf({ ici: 0.1 }, { ici: 0.1005 }, [{ path: 'ici', abs: 1e-3 }])).toEqual([]);
    expect(offOf({ ici: 0.1 }, { ici: 0.1 + 5e-9 }, [{ path: 'ici', rel: 1e-10 }])).toEqual(['ici']);
  });

  test('a rule may leave a place out, with its reason, and compare magnitudes', () => {
    const { off, skipped } = compare({ a: { b: 1 }, c: 2 }, { c: -2 }, loose, [
      { path: 'a.**', skip: 'disputed' },
      { path: 'c', absolute: true },
    ]);
    expect(off).toEqual([]);
    expect(skipped).toEqual([{ quantity: 'a', reason: 'disputed' }]);
  });

  test('the worst comes first', () => {
    expect(offOf({ a: 1, b: 1, c: 1 }, { a: 1.1, b: 1.5, c: 1.2 })).toEqual(['b', 'c', 'a']);
  });
});
