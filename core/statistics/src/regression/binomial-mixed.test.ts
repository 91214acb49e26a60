import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../distributions/normal.ts';
import { randomStream } from '../resampling/random-stream.ts';
import { logistic } from '../summary/interval.ts';
import { binomialMixed } from './binomial-mixed.ts';
import { centreHeterogeneity } from './centre-heterogeneity.ts';
import { logisticRegression } from './logistic.ts';

/** Centres whose log odds differ by this much, and a term that lowers them by 0.5. */
function centres(sd: number, seed: number) {
  const { uniform } = randomStream(seed, 0);
  const rows = Array.from({ length: 24 }, (_none, c) => {
    const own = sd * normalQuantile(uniform());
    return [0, 1].map((term) => {
      const trials = 20;
      const risk = logistic(-0.4 + own - 0.5 * term);
      const events = Array.from({ length: trials }, () => (uniform() < risk ? 1 : 0)).filter(
        (x) => x === 1,
      ).length;
      return { centre: `c${c}`, term, trials, events };
    });
  }).flat();
  return {
    events: rows.map(({ events }) => events),
    trials: rows.map(({ trials }) => trials),
    terms: [rows.map(({ term }) => term)],
    centre: rows.map(({ centre }) => centre),
  };
}

describe('centreHeterogeneity', () => {
  test('more points change little, and one centre cut in two rows changes nothing', () => {
    const data = centres(0.8, 1);
    const fit = (quadraturePoints: number) => unwrap(centreHeterogeneity({ ...data, quadraturePoints }));
    const [laplace, nine, many] = [fit(1), fit(9), fit(25)];
    expect(nine.sd).toBeCloseTo(many.sd, 4);
    expect(Math.abs(laplace.sd - many.sd)).toBeLessThan(0.02);
    const half = data.events.map((x) => Math.floor(x / 2));
    const split = unwrap(
      centreHeterogeneity({
        events: [...half, ...data.events.map((x, i) => x - (half[i] ?? NaN))],
        trials: [...data.trials.map(() => 10), ...data.trials.map(() => 10)],
        terms: [[...(data.terms[0] ?? []), ...(data.terms[0] ?? [])]],
        centre: [...data.centre, ...data.centre],
        quadraturePoints: 9,
      }),
    );
    expect(split.sd).toBeCloseTo(nine.sd, 5);
    expect(split.fit.coefficients[1]).toBeCloseTo(nine.fit.coefficients[1] ?? NaN, 5);
  });

  test('finds what the centres were made with', () => {
    const found = Array.from({ length: 12 }, (_none, seed) =>
      unwrap(centreHeterogeneity({ ...centres(0.8, 50 + seed), quadraturePoints: 5 })),
    );
    const mean = (of: (each: (typeof found)[number]) => number) =>
      found.reduce((sum, each) => sum + of(each), 0) / found.length;
    expect(mean(({ sd }) => sd)).toBeGreaterThan(0.65);
    expect(mean(({ sd }) => sd)).toBeLessThan(0.95);
    expect(mean(({ fit }) => fit.coefficients[1] ?? NaN)).toBeCloseTo(-0.5, 0);
    expect(mean(({ medianOddsRatio }) => medianOddsRatio)).toBeGreaterThan(1.8);
  });

  test('centres that do not differ give plain logistic regression', () => {
    const events = [8, 8, 8, 8, 12, 12, 12, 12];
    const data = {
      events,
      trials: events.map(() => 20),
      terms: [[0, 0, 0, 0, 1, 1, 1, 1]],
      centre: ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'],
      quadraturePoints: 9,
    };
    const { fit, medianOddsRatio } = unwrap(centreHeterogeneity(data));
    const outcome = events.flatMap((x) => Array.from({ length: 20 }, (_none, i) => (i < x ? 1 : 0)));
    const term = events.flatMap((_x, i) => Array.from({ length: 20 }, () => (i < 4 ? 0 : 1)));
    const plain = unwrap(logisticRegression({ outcome, terms: [outcome.map(() => 1), term] }));
    expect(fit.singular).toBe(true);
    expect(medianOddsRatio).toBeCloseTo(1, 2);
    expect(fit.coefficients[1]).toBeCloseTo(plain.coefficients[1] ?? NaN, 4);
    expect(fit.covariance[1]?.[1]).toBeCloseTo(plain.covariance[1]?.[1] ?? NaN, 3);
  });

  test('one centre, no event, and more events than trials are faults', () => {
    const of = (events: readonly number[], centre: readonly string[]) =>
      binomialMixed({
        events,
        trials: [5, 5],
        fixed: [[1, 1]],
        random: [[1, 1]],
        cluster: centre,
        quadraturePoints: 1,
      });
    expect(of([1, 2], ['a', 'a'])).toMatchObject({ fault: { kind: 'too-few-groups', groups: 1 } });
    expect(of([0, 0], ['a', 'b'])).toMatchObject({ fault: { kind: 'outcome-constant' } });
    expect(of([6, 0], ['a', 'b'])).toMatchObject({ fault: { kind: 'counts-impossible', events: 6 } });
  });
});
