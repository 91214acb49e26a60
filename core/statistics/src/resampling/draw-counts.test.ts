import { expect, test } from 'vitest';
import { drawCounts } from './draw-counts.ts';

test('every place is drawn equally often, and nothing outside the group', () => {
  const [size, rounds] = [7, 3000];
  const counts = new Int32Array(size + 2);
  for (let stream = 0; stream < rounds; stream += 1) drawCounts(4, stream).draw(counts, 1, size);
  expect([counts[0], counts[size + 1]]).toEqual([0, 0]);
  const chi2 = counts.slice(1, size + 1).reduce((sum, count) => sum + (count - rounds) ** 2 / rounds, 0);
  expect(chi2).toBeLessThan(22.5); // the 99.9th percentile of chi-square with 6 degrees of freedom
});

test('counts of one stream are the same whenever they are drawn', () => {
  const draw = (stream: number) => {
    const counts = new Int32Array(50);
    drawCounts(9, stream).draw(counts, 0, 50);
    return counts;
  };
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
});

test('a group without members, or too large for one word, is refused', () => {
  expect(() => drawCounts(1, 1).draw(new Int32Array(1), 0, 0)).toThrow(RangeError);
  expect(() => drawCounts(1, 1).draw(new Int32Array(1), 0, 0x200001)).toThrow(RangeError);
});
