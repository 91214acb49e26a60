import { describe, expect, test } from 'vitest';
import { type Estimate } from '@daero/domain/estimate';
import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import { mean } from '@daero/statistics/summary/moments';
import { distributionQuantile } from '../uncertainty/distribution.ts';
import { sampleDistribution } from '../uncertainty/sampling.ts';
import { distributionOfEstimate } from './binding.ts';
import { type BoundForm } from './parameter.ts';

const words = { ko: '방법', en: 'method' };
const estimate = (fields: Partial<Estimate>): Estimate => ({
  ...{ value: 0.8, low: 0.7, high: 0.88, standardError: 0.05, level: 0.95, unit: 'probability', n: 100 },
  ...{ parts: { events: 80, trials: 100 }, method: words, source: '', warnings: [] },
  ...fields,
});
const bound = { parameter: 'sensitivity', estimate: 'sens-5' };

describe('an estimate as a parameter', () => {
  test('from counts: a beta whose mean is the estimate', () => {
    const distribution = unwrap(distributionOfEstimate(estimate({}), 'beta-from-counts', bound));
    expect(distribution).toEqual({ form: 'beta', alpha: 80, beta: 20 });
    expect(mean(sampleDistribution(distribution, 20_000, { seed: 1, name: 'sensitivity' }))).toBeCloseTo(
      0.8,
      2,
    );
  });

  test.each([0.95, 0.9])(
    'from an interval at level %d: quantiles give its width back on the logit scale',
    (level) => {
      const odds = (p: number): number => Math.log(p / (1 - p));
      const distribution = unwrap(
        distributionOfEstimate(estimate({ level }), 'logit-normal-from-interval', bound),
      );
      const [low, middle, high] = [(1 - level) / 2, 0.5, (1 + level) / 2].map((p) =>
        distributionQuantile(distribution, p),
      );
      expect(middle).toBeCloseTo(0.8, 12);
      expect(odds(high ?? NaN) - odds(low ?? NaN)).toBeCloseTo(odds(0.88) - odds(0.7), 12);
    },
  );

  test('a ratio from its interval: normal on the log scale, its median the estimate', () => {
    const ratio = estimate({ value: 0.7, low: 0.55, high: 0.9, unit: 'ratio' });
    const distribution = unwrap(distributionOfEstimate(ratio, 'lognormal-from-interval', bound));
    const [low, middle, high] = [0.025, 0.5, 0.975].map((p) => distributionQuantile(distribution, p));
    expect(middle).toBeCloseTo(0.7, 12);
    expect((high ?? NaN) / (low ?? NaN)).toBeCloseTo(0.9 / 0.55, 10);
  });

  test('a difference from its interval: normal as it stands, whatever its sign', () => {
    const days = estimate({ value: -1.5, low: -2.5, high: -0.5, level: 0.9, unit: 'days' });
    const distribution = unwrap(distributionOfEstimate(days, 'normal-from-interval', bound));
    expect(distributionQuantile(distribution, 0.95)).toBeCloseTo(-0.5, 10);
    expect(distributionQuantile(distribution, 0.5)).toBeCloseTo(-1.5, 12);
  });

  test.each<[string, Partial<Estimate>, BoundForm, string]>([
    [
      'a ratio down to 0',
      { value: 0.7, low: 0, high: 0.9 },
      'lognormal-from-interval',
      'parameter-estimate-interval-unfit',
    ],
    [
      'a difference without an interval',
      { value: 3, low: null, high: null },
      'normal-from-interval',
      'parameter-estimate-interval-unfit',
    ],
    ['no counts', { parts: {} }, 'beta-from-counts', 'parameter-estimate-without-counts'],
    [
      'no events',
      { parts: { events: 0, trials: 9 } },
      'beta-from-counts',
      'parameter-estimate-does-not-vary',
    ],
    [
      'nothing but events',
      { parts: { events: 9, trials: 9 } },
      'beta-from-counts',
      'parameter-estimate-does-not-vary',
    ],
    ['no interval', { low: null }, 'logit-normal-from-interval', 'parameter-estimate-without-interval'],
    ['an interval up to 1', { high: 1 }, 'logit-normal-from-interval', 'parameter-estimate-without-interval'],
    [
      'a value outside its interval',
      { value: 0.9 },
      'logit-normal-from-interval',
      'parameter-estimate-without-interval',
    ],
  ])('%s is refused', (_name, fields, as, kind) => {
    const result = distributionOfEstimate(estimate(fields), as, bound);
    expect(result).toMatchObject({ ok: false, fault: { kind, ...bound } });
    if (!result.ok) expect(speakFault(result.fault, 'ko')).toContain('sens-5');
  });
});
