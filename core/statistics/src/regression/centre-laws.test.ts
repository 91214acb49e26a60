import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../distributions/normal.ts';
import { randomStream } from '../resampling/random-stream.ts';
import { logistic } from '../summary/interval.ts';
import { centreHeterogeneity } from './centre-heterogeneity.ts';
import { centreSpreadLimits } from './centre-spread-limits.ts';
import { likelihoodRatio } from './likelihood-ratio.ts';

function centres(n: number, sd: number, seed: number) {
  const { uniform } = randomStream(seed, 0);
  const trials = Array.from({ length: n }, () => 60);
  const events = trials.map((size) => {
    const p = logistic(-0.5 + sd * normalQuantile(uniform()));
    return Array.from({ length: size }, () => (uniform() < p ? 1 : 0)).reduce<number>((sum, x) => sum + x, 0);
  });
  return { events, trials };
}

function limitsOf(counts: ReturnType<typeof centres>) {
  const centre = counts.events.map((_x, i) => String(i));
  const { sd } = unwrap(centreHeterogeneity({ ...counts, terms: [], centre, quadraturePoints: 9 }));
  return { sd, ...centreSpreadLimits(counts, { sd, quadraturePoints: 9, level: 0.95 }) };
}

describe('centreSpreadLimits', () => {
  test('equal centres may have no spread, unlike ones must, and the estimate lies within', () => {
    const equal = limitsOf({ events: [20, 21, 19, 20, 20, 20], trials: [60, 60, 60, 60, 60, 60] });
    const unlike = limitsOf({ events: [5, 50, 20, 40, 12, 30], trials: [60, 60, 60, 60, 60, 60] });
    expect(equal.low).toBe(0);
    expect(unlike.low).toBeGreaterThan(0.3);
    for (const { low, sd, high } of [equal, unlike]) expect(low <= sd && sd <= high).toBe(true);
  });

  test('the limits hold the truth about as often as they say', () => {
    const rounds = 80;
    let held = 0;
    for (let seed = 0; seed < rounds; seed += 1) {
      const { low, high } = limitsOf(centres(15, 0.6, 300 + seed));
      if (low <= 0.6 && 0.6 <= high) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.87);
    expect(held / rounds).toBeLessThan(0.985);
  });
});

test('a likelihood ratio of noise is small as often as it should be, and a term that is there already is refused', () => {
  const rounds = 400;
  let small = 0;
  for (let seed = 0; seed < rounds; seed += 1) {
    const { uniform } = randomStream(seed, 1);
    const x = Array.from({ length: 200 }, () => uniform());
    const noise = x.map(() => uniform());
    const y = x.map((value) => (uniform() < logistic(value - 0.5) ? 1 : 0));
    const { p } = unwrap(likelihoodRatio(y, [x.map(() => 1), x], [noise]));
    if (p <= 0.05) small += 1;
    if (seed === 0)
      expect(likelihoodRatio(y, [x.map(() => 1), x], [x.map((value) => 2 * value)])).toMatchObject({
        fault: { kind: 'terms-dependent' },
      });
  }
  expect(small / rounds).toBeGreaterThan(0.02);
  expect(small / rounds).toBeLessThan(0.085);
});
