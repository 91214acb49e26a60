import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logisticRegression } from '../regression/logistic.ts';
import { randomStream } from '../resampling/random-stream.ts';
import { logistic } from '../summary/interval.ts';
import { calibration } from './calibration.ts';
import { heightAt, loess } from './loess.ts';
import { riskGroups } from './hosmer-lemeshow.ts';
import { logisticRecalibration } from './logistic-recalibration.ts';

/** People whose risk is that of a score from 0 to 9, shifted by site. */
function cohort(seed: number, n: number) {
  const { uniform, integerBelow } = randomStream(seed, 0);
  const score = Array.from({ length: n }, () => integerBelow(10));
  const truth = score.map((value) => (uniform() < logistic(-2 + 0.35 * value) ? 1 : 0));
  return { score, truth, groups: score.map((_value, i) => `site-${i % 4}`) };
}

describe('calibration', () => {
  const { score, truth, groups } = cohort(3, 800);

  test('apparent risks are right on average and in spread', () => {
    const { risk } = unwrap(logisticRecalibration(truth, score, null));
    const found = unwrap(calibration(truth, risk));
    expect(found.intercept.value).toBeCloseTo(0, 8);
    expect(found.slope.value).toBeCloseTo(1, 8);
    expect(found.observedToExpected.value).toBeCloseTo(1, 8);
    expect(found.unreliability.p).toBeCloseTo(1, 8);
  });

  test('the risk of a group rests on the other groups alone', () => {
    const { risk } = unwrap(logisticRecalibration(truth, score, groups));
    const turned = truth.map((value, i) => (groups[i] === 'site-2' ? 1 - value : value));
    const again = unwrap(logisticRecalibration(turned, score, groups)).risk;
    const same = groups.map((group, i) => [group, risk[i] === again[i]] as const);
    expect(same.filter(([group]) => group === 'site-2').every(([, equal]) => equal)).toBe(true);
    expect(same.filter(([group]) => group !== 'site-2').some(([, equal]) => equal)).toBe(false);
  });

  test('risks made too extreme have a slope below 1', () => {
    const { model } = unwrap(logisticRecalibration(truth, score, null));
    const [a = NaN, b = NaN] = model.coefficients;
    const found = unwrap(
      calibration(
        truth,
        score.map((value) => logistic(2 * (a + b * value))),
      ),
    );
    expect(found.slope.value).toBeCloseTo(0.5, 6);
  });

  test('one outcome only, equal risks, a risk above 1, and one group are faults', () => {
    expect(calibration([0, 0, 0], [0.1, 0.2, 0.3])).toMatchObject({
      fault: { kind: 'outcome-constant', events: 0, n: 3 },
    });
    expect(calibration([0, 1, 0], [0.2, 0.2, 0.2])).toMatchObject({ fault: { kind: 'terms-dependent' } });
    expect(calibration([0, 1, 0], [0.2, 1.2, 0.2])).toMatchObject({
      fault: { kind: 'risk-outside', row: 2, value: 1.2 },
    });
    expect(logisticRecalibration([0, 1, 0, 1], [1, 2, 3, 2], ['a', 'a', 'a', 'a'])).toMatchObject({
      fault: { kind: 'too-few-groups', groups: 1 },
    });
  });

  test('a score that separates the outcomes has no regression', () => {
    const ones = [1, 1, 1, 1, 1, 1];
    expect(
      logisticRegression({ outcome: [0, 0, 0, 1, 1, 1], terms: [ones, [1, 2, 3, 4, 5, 6]] }),
    ).toMatchObject({
      fault: { kind: 'regression-diverges' },
    });
  });
});

test('a curve through points of a parabola is that parabola', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 20, maxLength: 80 }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      (places, bend) => {
        const x = places.map((place) => place / 200);
        const height = (at: number) => 0.3 + 0.5 * at + bend * at * at;
        const curve = loess(x, x.map(height), 0.75);
        for (const at of x) expect(heightAt(curve, at)).toBeCloseTo(height(at), 8);
      },
    ),
  );
});

test('risk groups hold everyone once, in rising order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }), (risks) => {
      const groups = riskGroups(
        risks.map(() => 0),
        risks.map((risk) => risk / 10),
        5,
      );
      expect(groups.reduce((n, group) => n + group.n, 0)).toBe(risks.length);
      const means = groups.map(({ n, expected }) => expected / n);
      expect(means).toEqual([...means].sort((a, b) => a - b));
    }),
  );
});
