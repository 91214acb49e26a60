import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapSummary } from '../resampling/bootstrap-summary.ts';
import { aucBootstrap } from './auc-bootstrap.ts';
import { aucDelong } from './auc-delong.ts';
import { aucMulticlass } from './auc-multiclass.ts';
import { aucOfCounts, rankOrder, rocOfCounts } from './auc-of-counts.ts';
import { partialAuc } from './partial-auc.ts';
import { bestThresholds, rocCoordinates } from './roc-coordinates.ts';
import { rocCurve } from './roc-curve.ts';

const scores = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 40 });
const share = fc.integer({ min: 0, max: 20 }).map((x) => x / 20);

describe('partialAuc', () => {
  test('the whole range is the AUC on either axis, and its correction changes nothing', () => {
    fc.assert(
      fc.property(scores, scores, (diseased, healthy) => {
        const points = unwrap(rocCurve(diseased, healthy));
        const { auc } = unwrap(aucDelong(diseased, healthy));
        for (const focus of ['specificity', 'sensitivity'] as const) {
          const { area, corrected } = unwrap(partialAuc(points, { focus, from: 1, to: 0 }));
          expect(area).toBeCloseTo(auc, 12);
          if (auc >= 0.5 && corrected !== null) expect(corrected).toBeCloseTo(auc, 12);
        }
      }),
    );
  });

  test('the parts of a range add up', () => {
    fc.assert(
      fc.property(scores, scores, share, (diseased, healthy, cut) => {
        fc.pre(cut > 0 && cut < 1);
        const points = unwrap(rocCurve(diseased, healthy));
        const part = (from: number, to: number) =>
          unwrap(partialAuc(points, { focus: 'sensitivity', from, to })).area;
        expect(part(0, cut) + part(cut, 1)).toBeCloseTo(part(0, 1), 12);
      }),
    );
  });

  test.each([
    [0.9, 0.9],
    [1.1, 0.5],
    [0.5, NaN],
  ])('a range from %d to %d is refused', (from, to) => {
    const points = unwrap(rocCurve([1, 2], [0, 1]));
    expect(partialAuc(points, { focus: 'specificity', from, to })).toMatchObject({
      fault: { kind: 'range-impossible' },
    });
  });
});

describe('rocCoordinates', () => {
  test('each point is what its threshold does, and the best of Youden is the largest sum', () => {
    fc.assert(
      fc.property(scores, scores, (diseased, healthy) => {
        const coordinates = unwrap(rocCoordinates(diseased, healthy));
        for (const { threshold, sensitivity, specificity } of coordinates) {
          expect(sensitivity).toBe(diseased.filter((x) => x > threshold).length / diseased.length);
          expect(specificity).toBe(healthy.filter((x) => x <= threshold).length / healthy.length);
        }
        const [best] = bestThresholds(coordinates, { criterion: 'youden', costRatio: 1, prevalence: 0.5 });
        for (const { sensitivity, specificity } of coordinates)
          expect(sensitivity + specificity).toBeLessThanOrEqual(
            (best?.sensitivity ?? NaN) + (best?.specificity ?? NaN),
          );
      }),
    );
  });

  test('a dear false alarm moves the threshold up', () => {
    const coordinates = unwrap(rocCoordinates([2, 4, 5, 7, 9], [1, 2, 3, 5, 6]));
    const at = (costRatio: number) =>
      bestThresholds(coordinates, { criterion: 'youden', costRatio, prevalence: 0.5 })[0]?.threshold ?? NaN;
    expect(at(0.1)).toBeGreaterThan(at(10));
  });
});

describe('aucMulticlass', () => {
  const classes = (...groups: readonly (readonly number[])[]) =>
    groups.map((group, i) => ({ label: `class ${i}`, scores: group }));

  test('of two classes it is the AUC', () => {
    fc.assert(
      fc.property(scores, scores, (higher, lower) => {
        const found = unwrap(aucMulticlass(classes(lower, higher), 'as-ordered'));
        expect(found.auc).toBeCloseTo(unwrap(aucDelong(higher, lower)).auc, 12);
      }),
    );
  });

  test('scores that fall through the classes are seen as such, unless the data choose the direction', () => {
    const falling = classes([7, 8, 9], [4, 5, 6], [1, 2, 3]);
    expect(unwrap(aucMulticlass(falling, 'as-ordered')).auc).toBe(0);
    expect(unwrap(aucMulticlass(falling, 'by-median')).auc).toBe(1);
  });

  test('one class, an empty one and a missing score are faults', () => {
    expect(aucMulticlass(classes([1, 2]), 'as-ordered')).toMatchObject({
      fault: { kind: 'too-few-classes' },
    });
    expect(aucMulticlass(classes([1], []), 'as-ordered')).toMatchObject({
      fault: { kind: 'class-empty', label: 'class 1' },
    });
    expect(aucMulticlass(classes([1], [NaN]), 'as-ordered')).toMatchObject({
      fault: { kind: 'score-missing' },
    });
  });
});

describe('aucBootstrap', () => {
  const truth = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
  const score = [3, 5, 6, 8, 1, 2, 3, 4, 5, 7];

  test('every patient once is the AUC itself, whatever the ties', () => {
    fc.assert(
      fc.property(scores, scores, (diseased, healthy) => {
        const rows = [...diseased, ...healthy];
        const order = rankOrder(
          rows.map((_row, i) => (i < diseased.length ? 1 : 0)),
          rows,
          rows.map((_row, i) => i),
        );
        if (order === null) throw new Error('no score is missing');
        const once = aucOfCounts(order, new Int32Array(rows.length).fill(1));
        expect(once).toBeCloseTo(unwrap(aucDelong(diseased, healthy)).auc, 12);
        const points = rocOfCounts(order, new Int32Array(rows.length).fill(1));
        expect(points).toEqual(unwrap(rocCurve(diseased, healthy)));
      }),
    );
  });

  test('depends on the seed, on the order of the scores through nothing else, and not on their scale', () => {
    const draw = (scores: readonly (readonly number[])[], seed: number) =>
      unwrap(aucBootstrap({ truth, scores }, { replicates: 50, seed }));
    expect(draw([score], 5)[0]).toEqual(draw([score], 5)[0]);
    expect(draw([score], 5)[0]).not.toEqual(draw([score], 6)[0]);
    expect(draw([score], 5)[0]).toEqual(draw([score.map(Math.exp), score], 5)[0]);
  });

  test('a patient with many rows counts as one: rows doubled under one name leave the spread as it is', () => {
    const names = truth.map((_truth, i) => `p${i}`);
    const alone = unwrap(aucBootstrap({ truth, scores: [score] }, { replicates: 400, seed: 2 }))[0];
    const twice = unwrap(
      aucBootstrap(
        { truth: [...truth, ...truth], scores: [[...score, ...score]], patient: [...names, ...names] },
        { replicates: 400, seed: 2 },
      ),
    )[0];
    expect(twice).toEqual(alone);
  });

  test('the variance is near that of DeLong, and the limits have a small error', () => {
    const [found = []] = unwrap(aucBootstrap({ truth, scores: [score] }, { replicates: 4000, seed: 1 }));
    const { variance, limits, limitErrors } = bootstrapSummary(found, 0.95);
    const { standardError } = unwrap(aucDelong(score.slice(0, 4), score.slice(4)));
    // DeLong divides by m - 1 and n - 1, the bootstrap by m and n.
    expect(variance / (standardError * standardError)).toBeGreaterThan(0.7);
    expect(variance / (standardError * standardError)).toBeLessThan(1.05);
    expect(limitErrors.low).toBeLessThan((limits.high - limits.low) / 10);
  });

  test('one diseased patient, and a missing score, are faults', () => {
    expect(aucBootstrap({ truth: [1, 0, 0], scores: [[1, 2, 3]] }, { replicates: 9, seed: 1 })).toMatchObject(
      { fault: { kind: 'too-few-cases', diseased: 1, healthy: 2 } },
    );
    expect(
      aucBootstrap({ truth, scores: [score.map((x, i) => (i === 3 ? NaN : x))] }, { replicates: 9, seed: 1 }),
    ).toMatchObject({ fault: { kind: 'score-missing' } });
  });
});
