import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStream } from '../resampling/random-stream.ts';
import { calibrationBootstrap, calibrationDistances } from './calibration-bootstrap.ts';

const options = { span: 0.75, groups: 50, points: [0.2, 0.5] };
const levels = [0.1, 0.3, 0.5, 0.8];

test('where every group has one risk, reliability less resolution plus uncertainty is the Brier score', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const { uniform } = randomStream(seed, 0);
      const risk = Array.from({ length: 80 }, (_none, i) => levels[i % 4] ?? 0);
      const truth = risk.map((p) => (uniform() < p ? 1 : 0));
      fc.pre(new Set(truth).size === 2);
      const { reliability, resolution, uncertainty, scaled, ici, e50, e90 } = calibrationDistances(
        truth,
        risk,
        options,
      );
      // The two lowest risks share a group: quantile groups are cut above the least value.
      const merged = calibrationDistances(
        truth,
        risk.map((p) => (p === 0.1 ? 0.3 : p)),
        options,
      );
      const brierOf = (given: readonly number[]) =>
        given.reduce((sum, p, i) => sum + (p - (truth[i] ?? NaN)) * (p - (truth[i] ?? NaN)), 0) /
        given.length;
      expect(merged.reliability - merged.resolution + merged.uncertainty).toBeCloseTo(
        brierOf(risk.map((p) => (p === 0.1 ? 0.3 : p))),
        12,
      );
      expect(scaled).toBeCloseTo(1 - brierOf(risk) / uncertainty, 12);
      expect(reliability >= 0 && resolution >= 0 && e50 <= e90 && ici >= 0).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('samples are drawn alike for one seed and unlike for another, and a curve is not read beyond the risks drawn', () => {
  const { uniform } = randomStream(5, 0);
  const risk = Array.from({ length: 60 }, () => 0.1 + 0.6 * uniform());
  const truth = risk.map((p) => (uniform() < p ? 1 : 0));
  const of = (seed: number) =>
    calibrationBootstrap(truth, risk, { ...options, points: [0.4, 0.95], replicates: 20, seed });
  expect(of(1)).toEqual(of(1));
  expect(of(1)[0]?.ici).not.toBe(of(2)[0]?.ici);
  for (const { curve } of of(1)) {
    expect(Number.isFinite(curve[0])).toBe(true);
    expect(curve[1]).toBeNaN();
  }
});
