import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { binomialInterval } from '../accuracy/binomial-interval.ts';
import { verificationBias } from '../accuracy/verification-bias.ts';
import { aucDelong } from '../discrimination/auc-delong.ts';
import { normalQuantile, normalReach } from '../distributions/normal.ts';
import { studentReach } from '../distributions/student-t.ts';
import { logisticRegression } from '../regression/logistic.ts';
import { logistic, logit } from '../summary/interval.ts';
import { iccHalfWidth, kappaVariance, limitHalfWidth } from './agreement-size.ts';
import { cStatisticError, netBenefitError, observedExpectedError, slopeError } from './calibration-size.ts';
import { designEffect } from './design-effect.ts';
import { expectedAucVariance } from './expected-auc-size.ts';
import { expectedHalfWidth, intervalWidthSize } from './interval-width-size.ts';
import { precisionSize } from './proportion-size.ts';
import { shareOf, spreadOf, type Drawn } from './simulated.test-fixture.ts';
import { correctedErrors } from './verification-size.ts';
import { wholeSize } from './whole-size.ts';

const risk = { prevalence: 0.3, cStatistic: 0.8 };

/** Risks that are right, with normal logits in both groups. */
function validated(
  draw: Drawn,
  n: number,
): { readonly lp: readonly number[]; readonly event: readonly number[] } {
  const deviation = Math.SQRT2 * normalQuantile(risk.cStatistic);
  const middle = logit(risk.prevalence) - (deviation * deviation) / 2;
  const event = Array.from({ length: n }, () => (draw.uniform() < risk.prevalence ? 1 : 0));
  const lp = event.map((y) => middle + y * deviation * deviation + deviation * draw.normal());
  return { lp, event };
}

describe('a validated risk: the errors planned with are those that come out', () => {
  const n = 1500;
  const close = (found: number, planned: number, part: number): void => {
    expect(found).toBeGreaterThan(planned * (1 - part));
    expect(found).toBeLessThan(planned * (1 + part));
  };
  test('calibration slope', () => {
    const found = spreadOf(1, 400, (draw) => {
      const { lp, event } = validated(draw, n);
      const fit = unwrap(logisticRegression({ outcome: event, terms: [lp.map(() => 1), lp] }));
      return fit.coefficients[1] ?? NaN;
    });
    expect(Math.abs(found.mean - 1)).toBeLessThan(0.03);
    close(found.deviation, slopeError(risk, n), 0.15);
  });
  test('observed over expected, and the c-statistic', () => {
    const ratio = spreadOf(2, 1500, (draw) => Math.log(draw.count(n, 0.3) / (n * 0.3)));
    close(ratio.deviation, observedExpectedError(risk, n), 0.1);
    const c = spreadOf(3, 300, (draw) => {
      const { lp, event } = validated(draw, n);
      const of = (y: number) => lp.filter((_x, at) => event[at] === y);
      return unwrap(aucDelong(of(1), of(0))).auc;
    });
    expect(c.mean).toBeCloseTo(0.8, 2);
    close(c.deviation, cStatisticError(risk, n), 0.15);
  });
  test('standardised net benefit', () => {
    const expected = { prevalence: 0.3, sensitivity: 0.8, specificity: 0.7, threshold: 0.2 };
    const found = spreadOf(4, 2000, (draw) => {
      const events = draw.count(n, 0.3);
      const [right, wrong] = [draw.count(events, 0.8), draw.count(n - events, 0.3)];
      return (right - wrong * 0.25) / events;
    });
    close(found.deviation, netBenefitError(expected, n), 0.1);
  });
});

test('the variance of kappa is that of simulated ratings', () => {
  const [kappa, positives, n] = [0.6, 0.3, 400];
  const found = spreadOf(5, 1500, (draw) => {
    let [both, first, second, same] = [0, 0, 0, 0];
    for (let k = 0; k < n; k += 1) {
      const a = draw.uniform() < positives ? 1 : 0;
      const b = draw.uniform() < kappa ? a : draw.uniform() < positives ? 1 : 0;
      both += a * b;
      first += a;
      second += b;
      same += a === b ? 1 : 0;
    }
    const chance = (first * second + (n - first) * (n - second)) / (n * n);
    expect(both).toBeLessThanOrEqual(first);
    return (same / n - chance) / (1 - chance);
  });
  const planned = Math.sqrt(kappaVariance(kappa, positives) / n);
  expect(found.deviation).toBeGreaterThan(0.9 * planned);
  expect(found.deviation).toBeLessThan(1.1 * planned);
});

describe('measurements: the errors planned with are those that come out', () => {
  const n = 80;
  test('a limit of agreement', () => {
    const found = spreadOf(10, 4000, (draw) => {
      const values = Array.from({ length: n }, () => draw.normal());
      const mean = values.reduce((sum, x) => sum + x, 0) / n;
      const square = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (n - 1);
      return mean + 1.96 * Math.sqrt(square);
    });
    const planned = limitHalfWidth(n, 0.95) / studentReach(0.95, n - 1);
    expect(found.deviation / planned).toBeGreaterThan(0.94);
    expect(found.deviation / planned).toBeLessThan(1.06);
  });
  test('an intraclass correlation of three ratings', () => {
    const found = spreadOf(11, 3000, (draw) => {
      let [between, inside, sum] = [0, 0, 0];
      for (let k = 0; k < n; k += 1) {
        const subject = Math.sqrt(0.75) * draw.normal();
        const values = [1, 2, 3].map(() => subject + 0.5 * draw.normal());
        const mean = values.reduce((total, x) => total + x, 0) / 3;
        inside += values.reduce((total, x) => total + (x - mean) * (x - mean), 0);
        between += mean * mean;
        sum += mean;
      }
      const [msb, msw] = [(3 * (between - (sum * sum) / n)) / (n - 1), inside / (2 * n)];
      return (msb - msw) / (msb + 2 * msw);
    });
    const planned = iccHalfWidth(0.75, 3, { n, level: 0.95 }) / normalReach(0.95);
    expect(found.deviation / planned).toBeGreaterThan(0.9);
    expect(found.deviation / planned).toBeLessThan(1.1);
  });
});

test("Obuchowski's variance of an AUC lies on the safe side of that of normal scores, and near it", () => {
  const [auc, n] = [0.85, 150];
  const shift = Math.SQRT2 * normalQuantile(auc);
  const found = spreadOf(6, 600, (draw) => {
    const of = (by: number) => Array.from({ length: n }, () => by + draw.normal());
    return unwrap(aucDelong(of(shift), of(0))).auc;
  });
  const planned = Math.sqrt(expectedAucVariance(auc, 1) / n);
  expect(planned).toBeGreaterThan(0.95 * found.deviation);
  expect(planned).toBeLessThan(1.3 * found.deviation);
});

test('clusters of unequal sizes multiply the variance by the design effect', () => {
  const [p, rho, clusters] = [0.7, 0.3, 150];
  const sizes = Array.from({ length: clusters }, (_each, k) => (k % 2 === 0 ? 1 : 5));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const found = spreadOf(8, 1500, (draw) => {
    let events = 0;
    for (const size of sizes) {
      const common = draw.uniform() < p ? 1 : 0;
      for (let k = 0; k < size; k += 1)
        events += draw.uniform() < Math.sqrt(rho) ? common : draw.uniform() < p ? 1 : 0;
    }
    return events / units;
  });
  const effect = designEffect({ size: 3, correlation: rho, variation: 2 / 3 });
  const planned = Math.sqrt((effect * p * (1 - p)) / units);
  expect(found.deviation / planned).toBeGreaterThan(0.93);
  expect(found.deviation / planned).toBeLessThan(1.07);
  expect(designEffect({ size: 1, correlation: 0.5, variation: 0 })).toBe(1);
});

test('the errors of a partly verified study are those of the analysis on counts as expected', () => {
  const [tested, expected] = [100_000, { sensitivity: 0.8, specificity: 0.9, prevalence: 0.25 }];
  const verified = { positive: 0.5, negative: 0.2 };
  const split = (positive: number, negative: number, share: number) => ({
    diseased: Math.round(tested * positive * share),
    healthy: Math.round(tested * negative * share),
    unverified: Math.round(tested * (positive + negative) * (1 - share)),
  });
  const found = unwrap(
    verificationBias(
      {
        positive: split(0.25 * 0.8, 0.75 * 0.1, verified.positive),
        negative: split(0.25 * 0.2, 0.75 * 0.9, verified.negative),
      },
      0.95,
    ),
  );
  const planned = correctedErrors(expected, verified, tested);
  expect(found.sensitivity.value).toBeCloseTo(0.8, 3);
  expect(planned.sensitivity / found.sensitivity.standardError).toBeCloseTo(1, 2);
  expect(planned.specificity / found.specificity.standardError).toBeCloseTo(1, 2);
});

describe('the expected width of an interval', () => {
  const wilson = { form: 'wilson', level: 0.95 } as const;
  test('is the mean width of simulated intervals', () => {
    const found = spreadOf(9, 4000, (draw) => {
      const { low, high } = unwrap(binomialInterval(draw.count(80, 0.9), 80, wilson));
      return (high - low) / 2;
    });
    expect(found.mean).toBeCloseTo(expectedHalfWidth(0.9, 80, wilson), 3);
  });
  test("gives Buderer's size where the width is small, and one of one person fewer is too wide", () => {
    const n = unwrap(intervalWidthSize(0.85, { ...wilson, halfWidth: 0.02 }));
    const { inClass } = precisionSize(0.85, { halfWidth: 0.02, level: 0.95, classShare: 1 });
    expect(Math.abs(n - inClass) / inClass).toBeLessThan(0.02);
    expect(expectedHalfWidth(0.85, n, wilson)).toBeLessThanOrEqual(0.02);
    expect(expectedHalfWidth(0.85, n - 1, wilson)).toBeGreaterThan(0.02);
  });
});

test('the smallest number from which a condition holds is what a walk from below finds', () => {
  for (const limit of [2, 3, 7, 8, 9, 100, 1023, 1024, 1025]) {
    expect(wholeSize((n) => n >= limit)).toEqual({ ok: true, value: limit });
  }
  expect(wholeSize(() => false, { most: 50 })).toEqual({
    ok: false,
    fault: { kind: 'size-beyond-search', most: 50 },
  });
  expect(shareOf(1, 10, () => true)).toBe(1);
  expect(logistic(logit(0.3))).toBeCloseTo(0.3, 12);
});
