import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { randomStream } from '@daero/statistics/resampling/random-stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withBackgroundMortality } from './background-mortality.ts';
import { readSurvivalDistribution, type SurvivalDistribution } from './distribution.ts';
import { densityAt, eventTime, hazardAt, quantileOf, survivalAt } from './event-time.ts';
import { fitSurvivalSpline } from './fit-spline.ts';
import { fitSurvival } from './fit.ts';
import { integrate } from './integrate.ts';
import { meanTime, restrictedMean } from './mean-time.ts';

const project = resolve(import.meta.dirname, '../../../..');
const folder = resolve(
  project,
  process.env.DAERO_REFERENCE ?? '../shared',
  'reference/economics/survival-distributions',
);
const readJson = (file: string): never => JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as never;

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const distributions: fc.Arbitrary<SurvivalDistribution> = fc.oneof(
  fc.record({ family: fc.constant('exponential' as const), rate: between(0.01, 2) }),
  fc.record({ family: fc.constant('weibull-aft' as const), shape: between(0.4, 4), scale: between(0.5, 20) }),
  fc.record({ family: fc.constant('weibull-ph' as const), shape: between(0.4, 4), scale: between(0.01, 1) }),
  fc.record({ family: fc.constant('gompertz' as const), shape: between(-0.3, 0.3), rate: between(0.01, 1) }),
  fc.record({ family: fc.constant('gamma' as const), shape: between(0.3, 6), rate: between(0.05, 2) }),
  fc.record({ family: fc.constant('lognormal' as const), meanlog: between(-1, 3), sdlog: between(0.2, 2) }),
  fc.record({ family: fc.constant('loglogistic' as const), shape: between(0.5, 5), scale: between(0.5, 20) }),
  fc.record({
    family: fc.constant('generalised-gamma' as const),
    mu: between(-1, 3),
    sigma: between(0.3, 2),
    Q: between(-2, 2),
  }),
);

describe.skipIf(!existsSync(folder))('survival distributions agree with flexsurv', () => {
  type Case = { at: string; family: string; parameters: Record<string, number>; times: number[] };
  const cases: Case[] = existsSync(folder) ? (readJson('inputs.json') as { cases: Case[] }).cases : [];
  test.each(cases.filter(({ family }) => family !== 'royston-parmar'))(
    '$at',
    ({ at, family, parameters, times }) => {
      const { expected }: { expected: Record<string, { survival: number[]; hazard: number[] }> } =
        readJson('expected.json');
      const time = eventTime(unwrap(readSurvivalDistribution({ family, ...parameters }, at)));
      times.forEach((t, i) => {
        expect(survivalAt(time, t) / (expected[at.slice(1)]?.survival[i] ?? NaN)).toBeCloseTo(1, 10);
        expect(Math.abs(hazardAt(time, t) - (expected[at.slice(1)]?.hazard[i] ?? NaN))).toBeLessThan(1e-10);
      });
    },
  );
});

describe('eventTime', () => {
  test('the time at a cumulative hazard is undone by the cumulative hazard', () => {
    fc.assert(
      fc.property(distributions, between(1e-6, 30), (distribution, hazard) => {
        const time = eventTime(distribution);
        const t = time.timeAt(hazard);
        fc.pre(t > 1e-100 && t < 1e100);
        expect(time.cumulativeHazard(t) / hazard).toBeCloseTo(1, 8);
      }),
    );
  });

  test('the density is the fall of survival', () => {
    fc.assert(
      fc.property(distributions, between(0.02, 0.98), (distribution, p) => {
        const time = eventTime(distribution);
        const t = quantileOf(time, p);
        fc.pre(t > 1e-6 && t < 1e6);
        const h = t * 1e-5;
        const fall = (survivalAt(time, t - h) - survivalAt(time, t + h)) / (2 * h);
        expect(densityAt(time, t) / fall).toBeCloseTo(1, 4);
      }),
    );
  });

  test('the generalised gamma passes smoothly through the lognormal at Q = 0', () => {
    const at = (Q: number): number =>
      eventTime({ family: 'generalised-gamma', mu: 1, sigma: 0.7, Q }).cumulativeHazard(4);
    const normal = eventTime({ family: 'lognormal', meanlog: 1, sdlog: 0.7 }).cumulativeHazard(4);
    expect(at(0)).toBeCloseTo(normal, 14);
    // On both sides of the change of formula, the slope in Q is the same.
    const slope = (Q: number): number => (at(Q) - at(-Q)) / (2 * Q);
    expect(slope(1e-6)).toBeCloseTo(slope(1e-3), 4);
    expect(slope(1e-5)).toBeCloseTo(slope(1e-3), 4);
  });

  test('a generalised gamma with Q = 1 is a Weibull, and far tails keep their digits', () => {
    const [mu, sigma] = [1.2, 0.6];
    const general = eventTime({ family: 'generalised-gamma', mu, sigma, Q: 1 });
    const weibull = eventTime({ family: 'weibull-aft', shape: 1 / sigma, scale: Math.exp(mu) });
    for (const t of [1e-6, 0.01, 1, 10, 100, 300])
      expect(general.cumulativeHazard(t) / weibull.cumulativeHazard(t)).toBeCloseTo(1, 9);
  });

  test('Gompertz with a negative shape leaves survivors', () => {
    const time = eventTime({ family: 'gompertz', shape: -0.1, rate: 0.1 });
    expect(survivalAt(time, 1e6)).toBeCloseTo(Math.exp(-1), 12);
    expect(quantileOf(time, 0.7)).toBe(Infinity);
    expect(meanTime({ family: 'gompertz', shape: -0.1, rate: 0.1 })).toBe(Infinity);
  });

  test('the mean is the area under survival', () => {
    fc.assert(
      fc.property(distributions, (distribution) => {
        const mean = meanTime(distribution);
        const time = eventTime(distribution);
        const end = time.timeAt(30);
        fc.pre(Number.isFinite(mean) && end < 1e4);
        const pieces = [0, ...[0.2, 1, 3, 8, 30].map((hazard) => time.timeAt(hazard))];
        const area = pieces
          .slice(1)
          .reduce((sum, to, i) => sum + integrate((t) => survivalAt(time, t), [pieces[i] ?? 0, to]), 0);
        expect(area / mean).toBeCloseTo(1, 5);
      }),
      { numRuns: 40 },
    );
  });

  test('discounting takes away, and the horizon adds', () => {
    const time = eventTime({ family: 'exponential', rate: 0.2 });
    expect(restrictedMean(time, 10, 0.03)).toBeCloseTo((1 - Math.exp(-2.3)) / 0.23, 10);
    expect(restrictedMean(time, 0)).toBe(0);
  });

  test('parameters that are none are a fault that says what the family takes', () => {
    const fault = (form: unknown): unknown => readSurvivalDistribution(form, '/curves/os');
    expect(fault({ family: 'gamma', shape: -1, rate: 2 })).toMatchObject({
      fault: {
        kind: 'survival-parameters',
        path: '/curves/os',
        family: 'gamma',
        takes: 'shape > 0, rate > 0',
      },
    });
    expect(fault({ family: 'royston-parmar', gamma: [1, 1, 1], knots: [0, 2, 1] })).toMatchObject({
      ok: false,
    });
    expect(fault({ family: 'wiebull' })).toMatchObject({ fault: { family: 'wiebull' } });
    expect(fault(3)).toMatchObject({ ok: false });
  });
});

/** People whose times follow a distribution, censored at a day. */
function sample(distribution: SurvivalDistribution, n: number, until: number) {
  const time = eventTime(distribution);
  const { uniform } = randomStream(7, 1);
  const all = Array.from({ length: n }, () => time.timeAt(-Math.log(uniform())));
  return { time: all.map((t) => Math.min(t, until)), event: all.map((t) => Number(t < until)) };
}

describe('fits', () => {
  test('what a distribution gave is found again, by AIC too', () => {
    const follow = sample({ family: 'weibull-aft', shape: 1.7, scale: 5 }, 3000, 8);
    const fit = unwrap(fitSurvival('weibull-aft', follow));
    const [shape = NaN, scale = NaN] = fit.coefficients.map(Math.exp);
    expect(Math.abs(shape - 1.7)).toBeLessThan(0.1);
    expect(Math.abs(scale - 5)).toBeLessThan(0.3);
    const others = (['exponential', 'lognormal', 'loglogistic'] as const).map((family) =>
      unwrap(fitSurvival(family, follow)),
    );
    for (const other of others) expect(other.aic).toBeGreaterThan(fit.aic);
  });

  test('both forms of Weibull and a spline without inner knots are one fit', () => {
    const follow = sample({ family: 'gamma', shape: 2, rate: 0.4 }, 400, 6);
    const likelihood = unwrap(fitSurvival('weibull-aft', follow)).logLikelihood;
    expect(unwrap(fitSurvival('weibull-ph', follow)).logLikelihood).toBeCloseTo(likelihood, 6);
    expect(unwrap(fitSurvivalSpline(follow, 0)).logLikelihood).toBeCloseTo(likelihood, 6);
    expect(unwrap(fitSurvivalSpline(follow, 1)).logLikelihood).toBeGreaterThan(likelihood);
  });

  test('people who were not there from the start do not bend the fit', () => {
    const all = sample({ family: 'exponential', rate: 0.3 }, 6000, 20);
    const late = all.time.map((t, i) => ({ t, i })).filter(({ t, i }) => i % 2 === 0 || t > 2);
    const follow = {
      time: late.map(({ t }) => t),
      event: late.map(({ i }) => all.event[i] ?? 0),
      entry: late.map(({ i }) => (i % 2 === 0 ? 0 : 2)),
    };
    expect(Math.exp(unwrap(fitSurvival('exponential', follow)).coefficients[0] ?? NaN)).toBeCloseTo(0.3, 1);
  });

  test('nothing happened, or not enough, or at no time: faults', () => {
    expect(fitSurvival('gamma', { time: [1, 2, 3], event: [0, 0, 0] })).toMatchObject({
      fault: { kind: 'survival-fit-empty', n: 3, events: 0 },
    });
    expect(fitSurvival('gamma', { time: [1, 0, 3], event: [1, 1, 1] })).toMatchObject({
      fault: { kind: 'survival-fit-time', row: 2, value: 0 },
    });
  });
});

describe('background mortality', () => {
  const curve = eventTime({ family: 'exponential', rate: 0.05 });
  const table = { firstAge: 60, annualProbability: [0.01, 0.02, 0.2, 0.4] };

  test('the greater of two constant hazards, year by year', () => {
    const found = unwrap(
      withBackgroundMortality(curve, { table, ageAtStart: 60.5, rule: 'greater-hazard' }, [0, 0.5, 1.5, 3.5]),
    );
    const [third, fourth] = [-Math.log(0.8), -Math.log(0.6)];
    [0, 0.025, 0.075, 0.075 + third + fourth].forEach((hazard, i) =>
      expect(found[i]).toBeCloseTo(hazard, 12),
    );
  });

  test('excess mortality adds to the population, and a falling hazard never goes below it', () => {
    const falling = eventTime({ family: 'loglogistic', shape: 1.5, scale: 2 });
    const times = [0, 0.7, 1.3, 2.2, 4];
    const both = (rule: 'excess' | 'greater-hazard'): Float64Array =>
      unwrap(withBackgroundMortality(falling, { table, ageAtStart: 60, rule }, times));
    const population = [0, 0.7, 1.3, 2.2, 4].map((t) => {
      const rates = table.annualProbability.map((q) => -Math.log1p(-q));
      return rates.reduce((sum, rate, year) => sum + rate * Math.max(0, Math.min(1, t - year)), 0);
    });
    times.forEach((t, i) => {
      const own = falling.cumulativeHazard(t);
      expect(both('excess')[i]).toBeCloseTo(own + (population[i] ?? NaN), 12);
      expect(both('greater-hazard')[i]).toBeGreaterThanOrEqual(Math.max(own, population[i] ?? NaN) - 1e-12);
    });
  });

  test('where the hazards cross within a year, each counts on its side', () => {
    const rising = eventTime({ family: 'gompertz', shape: 0.5, rate: 0.05 });
    const flat = { firstAge: 60, annualProbability: [0, 0, 0].map(() => -Math.expm1(-0.1)) };
    const found = unwrap(
      withBackgroundMortality(rising, { table: flat, ageAtStart: 60, rule: 'greater-hazard' }, [0, 3]),
    );
    const crossing = Math.LN2 / 0.5; // 0.05 exp(t/2) = 0.1
    const after = rising.cumulativeHazard(3) - rising.cumulativeHazard(crossing);
    expect(found[1]).toBeCloseTo(0.1 * crossing + after, 9);
  });

  test('an age without mortality is a fault', () => {
    expect(withBackgroundMortality(curve, { table, ageAtStart: 62, rule: 'excess' }, [0, 3])).toMatchObject({
      fault: { kind: 'mortality-missing-for-age', age: 64, first: 60, last: 63 },
    });
    const wrong = { firstAge: 60, annualProbability: [1.2] };
    expect(
      withBackgroundMortality(curve, { table: wrong, ageAtStart: 60, rule: 'excess' }, [1]),
    ).toMatchObject({
      fault: { kind: 'mortality-not-a-probability', age: 60, value: 1.2 },
    });
  });
});
