import { expect, test } from 'vitest';
import { levels } from './levels.ts';

const drawn = (seed: number, index: number, n: number): readonly number[] => [
  ...levels(seed, index, new Float64Array(n)),
];

test('the k-th level is the same however many are asked for, and other seeds and indices give others', () => {
  const all = drawn(7, 3, 100);
  for (const n of [1, 7, 8, 9, 64]) expect(drawn(7, 3, n)).toEqual(all.slice(0, n));
  expect(drawn(8, 3, 100)).not.toEqual(all);
  expect(drawn(7, 4, 100)).not.toEqual(all);
  expect(drawn(7, 3 + 2 ** 32, 100)).not.toEqual(all);
});

test('levels lie inside (0, 1), evenly, and neighbours are not alike', () => {
  const n = 200_000;
  const all = drawn(1, 0, n);
  expect(all.every((level) => level > 0 && level < 1)).toBe(true);
  const tenths = new Array<number>(10).fill(0);
  for (const level of all) tenths[Math.floor(level * 10)] = (tenths[Math.floor(level * 10)] ?? 0) + 1;
  const chi2 = tenths.reduce((sum, seen) => sum + ((seen - n / 10) * (seen - n / 10)) / (n / 10), 0);
  expect(chi2).toBeLessThan(27.9); // the 0.999 quantile of chi-square with 9 degrees of freedom
  const product = all.slice(1).reduce((sum, level, at) => sum + (level - 0.5) * ((all[at] ?? 0) - 0.5), 0);
  expect(Math.abs(product / n) * 12).toBeLessThan(4 / Math.sqrt(n)); // the correlation of neighbours
});
