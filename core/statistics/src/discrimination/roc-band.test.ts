import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilsonLimits } from '../accuracy/binomial-interval.ts';
import { normalCdf, normalQuantile, normalReach } from '../distributions/normal.ts';
import { rocBand, type RocBandPoint } from './roc-band.ts';
import { rocCurve, type RocPoint } from './roc-curve.ts';

const scores = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 60 });
const bandOf = (diseased: ArrayLike<number>, healthy: ArrayLike<number>, level = 0.95) =>
  rocBand(
    unwrap(rocCurve(diseased, healthy)),
    { diseased: diseased.length, healthy: healthy.length },
    { level },
  );

/** The greatest and the least sensitivity of the curve at a share: an upright run has both. */
function rangeAt(points: readonly RocPoint[], share: number): readonly [number, number] {
  const at = points.slice(1).flatMap((right, index) => {
    const left = points[index] ?? right;
    if (left.falsePositive > share || right.falsePositive < share) return [];
    if (left.falsePositive === right.falsePositive) return [left.truePositive, right.truePositive];
    const along = (share - left.falsePositive) / (right.falsePositive - left.falsePositive);
    return [left.truePositive + along * (right.truePositive - left.truePositive)];
  });
  return [Math.min(...at), Math.max(...at)];
}

describe('rocBand', () => {
  test('the curve lies within it, and it lies within 0 and 1', () => {
    fc.assert(
      fc.property(scores, scores, (diseased, healthy) => {
        const points = unwrap(rocCurve(diseased, healthy));
        for (const { falsePositive, low, high } of bandOf(diseased, healthy)) {
          const [, upper] = rangeAt(points, falsePositive);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(upper + 1e-12);
          expect(high).toBeGreaterThanOrEqual(upper - 1e-12);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('a higher level gives a wider band', () => {
    fc.assert(
      fc.property(scores, scores, (diseased, healthy) => {
        const wide = bandOf(diseased, healthy, 0.99);
        bandOf(diseased, healthy, 0.8).forEach(({ low, high }, at) => {
          expect(wide[at]?.low).toBeLessThanOrEqual(low);
          expect(wide[at]?.high).toBeGreaterThanOrEqual(high);
        });
      }),
    );
  });

  test('only the order of the scores counts', () => {
    fc.assert(
      fc.property(scores, scores, (diseased, healthy) => {
        const stretched = (all: readonly number[]) => all.map((score) => Math.exp(score / 3) - 20);
        expect(bandOf(stretched(diseased), stretched(healthy))).toEqual(bandOf(diseased, healthy));
      }),
    );
  });

  test('where the healthy are so many that they settle the threshold, the limits are those of a proportion', () => {
    const points = unwrap(rocCurve([1, 2, 3, 4, 5, 6, 7, 8], [0, 1, 2, 3, 4, 5, 6, 7]));
    const [, , , , , , , , , at10] = rocBand(points, { diseased: 40, healthy: 1e12 }, { level: 0.95 });
    const [, sensitivity] = rangeAt(points, 0.1);
    const { low, high } = wilsonLimits(40 * sensitivity, 40, normalReach(0.95));
    expect(at10?.low).toBeCloseTo(low, 5);
    expect(at10?.high).toBeCloseTo(high, 5);
  });

  test('few healthy widen it: they leave the threshold open', () => {
    const points = unwrap(rocCurve([1, 2, 3], [1, 2, 3])); // rising everywhere
    const width = ({ low, high }: RocBandPoint) => high - low;
    const few = rocBand(points, { diseased: 100, healthy: 20 }, { level: 0.95 });
    const many = rocBand(points, { diseased: 100, healthy: 2000 }, { level: 0.95 });
    for (const point of few) {
      const other = many.find(({ falsePositive }) => falsePositive === point.falsePositive);
      if (other !== undefined) expect(width(point)).toBeGreaterThan(width(other));
    }
  });

  test('no limits where fewer than one healthy case is expected on a side', () => {
    expect(bandOf([1, 2, 3], [0])).toEqual([]);
    const shares = bandOf(
      [1, 2, 3],
      Array.from({ length: 20 }, (_, index) => index),
    ).map(({ falsePositive }) => falsePositive);
    expect(shares[0]).toBe(0.05);
    expect(shares.at(-1)).toBeLessThanOrEqual(0.95);
  });

  test('covers a known curve about as often as it says', () => {
    let state = 20261123;
    const next = (): number => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const shift = 1;
    const samples = 600;
    const wanted = [0.1, 0.3, 0.6];
    const hits = wanted.map(() => 0);
    for (let sample = 0; sample < samples; sample++) {
      const diseased = Float64Array.from({ length: 60 }, () => shift + normalQuantile(next()));
      const healthy = Float64Array.from({ length: 90 }, () => normalQuantile(next()));
      const band = bandOf(diseased, healthy);
      wanted.forEach((share, at) => {
        const truth = normalCdf(shift + normalQuantile(share));
        const limits = band.find(({ falsePositive }) => falsePositive === share);
        if (limits !== undefined && limits.low <= truth && truth <= limits.high)
          hits[at] = (hits[at] ?? 0) + 1;
      });
    }
    // 600 samples leave 0.9 % of Monte-Carlo error
    for (const each of hits) {
      expect(each / samples).toBeGreaterThan(0.925);
      expect(each / samples).toBeLessThan(0.98);
    }
  });
});
