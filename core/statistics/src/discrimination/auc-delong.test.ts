import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aucDelong } from './auc-delong.ts';
import { aucInterval, hanleyMcneilVariance } from './auc-interval.ts';
import { cornersOf, rocCurve, type RocPoint } from './roc-curve.ts';

const scores = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 40 });

const areaUnder = (points: readonly RocPoint[]): number =>
  points.slice(1).reduce((area, point, i) => {
    const before = points[i] ?? point;
    return (
      area + ((point.falsePositive - before.falsePositive) * (point.truePositive + before.truePositive)) / 2
    );
  }, 0);

describe('aucDelong', () => {
  test('is the share of pairs won, ties one half', () => {
    fc.assert(
      fc.property(scores, scores, (diseased, healthy) => {
        const won = diseased.flatMap((x) => healthy.map((y): number => (x > y ? 1 : x === y ? 0.5 : 0)));
        const share = won.reduce((sum, each) => sum + each, 0) / won.length;
        expect(unwrap(aucDelong(diseased, healthy)).auc).toBeCloseTo(share, 12);
      }),
    );
  });

  test('groups exchanged give the complement and the same standard error', () => {
    fc.assert(
      fc.property(scores, scores, (x, y) => {
        const [there, back] = [unwrap(aucDelong(x, y)), unwrap(aucDelong(y, x))];
        expect(there.auc + back.auc).toBeCloseTo(1, 12);
        expect(there.standardError).toBeCloseTo(back.standardError, 12);
      }),
    );
  });

  test('the area under the ROC curve is the AUC, with or without the points between corners', () => {
    fc.assert(
      fc.property(scores, scores, (diseased, healthy) => {
        const points = unwrap(rocCurve(diseased, healthy));
        const { auc } = unwrap(aucDelong(diseased, healthy));
        expect(areaUnder(points)).toBeCloseTo(auc, 12);
        expect(areaUnder(cornersOf(points))).toBeCloseTo(auc, 12);
      }),
    );
  });

  test('fewer than two in a group, and a missing score, are faults', () => {
    expect(aucDelong([1], [0, 0.5])).toEqual({
      ok: false,
      fault: { kind: 'too-few-cases', diseased: 1, healthy: 2 },
    });
    expect(aucDelong([1, NaN], [0, 0.5])).toMatchObject({ fault: { kind: 'score-missing' } });
  });
});

describe('aucInterval', () => {
  const about = (auc: number, standardError: number) => ({ auc, standardError, diseased: 30, healthy: 200 });

  test('at complete separation it has a width, and the bound of disjoint pairs', () => {
    const { low, high, form } = aucInterval(about(1, 0), { form: 'wald', level: 0.95 });
    expect(form).toBe('disjoint-pairs');
    expect([low ** 30, high]).toEqual([expect.closeTo(0.025, 12), 1]);
    const mirrored = aucInterval(about(0, 0), { form: 'logit', level: 0.95 });
    expect(mirrored.high).toBeCloseTo(1 - low, 12);
  });

  test('a Wald limit beyond 1 is cut off and says so; a logit limit never needs it', () => {
    expect(aucInterval(about(0.97, 0.03), { form: 'wald', level: 0.95 })).toMatchObject({
      high: 1,
      cutOff: true,
    });
    const logit = aucInterval(about(0.97, 0.03), { form: 'logit', level: 0.95 });
    expect(logit.high).toBeLessThan(1);
    expect(logit.cutOff).toBe(false);
  });

  test('Hanley and McNeil give no variance at 1', () => {
    expect(hanleyMcneilVariance(1, 20, 30)).toBe(0);
  });
});
