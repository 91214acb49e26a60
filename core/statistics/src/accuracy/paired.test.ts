import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialTest } from './binomial-test.ts';
import { predictiveValues } from './binary-accuracy.ts';
import { marginTest } from './margin-test.ts';
import { mcnemar } from './mcnemar.ts';
import { countPairs, negatives, type PairedCounts } from './paired-counts.ts';
import { pairedIntervals, pairedProportions, tangoScore } from './paired-proportions.ts';
import {
  predictiveValueComparison,
  relativeLikelihoodRatios,
  relativePredictiveValues,
} from './predictive-value-comparison.ts';
import { predictiveValuesUncertain } from './predictive-values-uncertain.ts';
import { restrictedShares, unpairedProportions, unpairedScore } from './unpaired-proportions.ts';

const count = fc.integer({ min: 1, max: 60 });
const pairedCounts: fc.Arbitrary<PairedCounts> = fc.record({
  both: count,
  onlyFirst: count,
  onlySecond: count,
  neither: count,
});
const exchange = ({ both, onlyFirst, onlySecond, neither }: PairedCounts): PairedCounts => ({
  both,
  onlyFirst: onlySecond,
  onlySecond: onlyFirst,
  neither,
});

describe('mcnemar', () => {
  test('the exact p is that of a binomial of one half, and the mid-p lies below it', () => {
    fc.assert(
      fc.property(pairedCounts, (counts) => {
        const { exactP, midP } = mcnemar(counts);
        const differ = counts.onlyFirst + counts.onlySecond;
        expect(exactP).toBeCloseTo(
          binomialTest(counts.onlyFirst, differ, { p0: 0.5, alternative: 'two-sided' }),
          9,
        );
        expect(midP).toBeLessThanOrEqual(exactP);
      }),
    );
  });

  test('tests that never differ give a p of 1, not of nothing', () => {
    expect(mcnemar({ both: 3, onlyFirst: 0, onlySecond: 0, neither: 4 })).toEqual({
      asymptotic: { chi2: 0, p: 1 },
      corrected: { chi2: 0, p: 1 },
      exactP: 1,
      midP: 1,
    });
  });
});

describe('pairedProportions', () => {
  test.each(pairedIntervals)('%s: tests exchanged, or calls turned round, mirror the limits', (form) => {
    fc.assert(
      fc.property(pairedCounts, (counts) => {
        const limits = (of: PairedCounts) => unwrap(pairedProportions(of, { form, level: 0.95 })).limits;
        const { low, high } = limits(counts);
        expect(limits(exchange(counts)).low).toBeCloseTo(-high, 10);
        expect(limits(negatives(counts)).high).toBeCloseTo(-low, 10);
      }),
    );
  });

  test("at no difference Tango's statistic squared is McNemar's", () => {
    fc.assert(
      fc.property(pairedCounts, (counts) => {
        const z = tangoScore(counts, 0);
        expect(z * z).toBeCloseTo(mcnemar(counts).asymptotic.chi2, 9);
      }),
    );
  });

  test('Tango has a width where the tests never differ, Wald has none', () => {
    const same = { both: 20, onlyFirst: 0, onlySecond: 0, neither: 10 };
    const width = (form: 'tango' | 'wald') => {
      const { low, high } = unwrap(pairedProportions(same, { form, level: 0.95 })).limits;
      return high - low;
    };
    expect(width('wald')).toBe(0);
    expect(width('tango')).toBeGreaterThan(0.1);
  });

  test('nobody at all is a fault', () => {
    const nobody = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    expect(pairedProportions(nobody, { form: 'tango', level: 0.95 })).toMatchObject({
      fault: { kind: 'no-trials' },
    });
  });
});

describe('predictive values of two tests', () => {
  const tests = fc.record({ diseased: pairedCounts, healthy: pairedCounts });

  test('exchanged tests give the same statistics and inverse ratios', () => {
    fc.assert(
      fc.property(tests, ({ diseased, healthy }) => {
        const turned = { diseased: exchange(diseased), healthy: exchange(healthy) };
        const [there, back] = [{ diseased, healthy }, turned].map(predictiveValueComparison);
        expect(back?.ppv.generalised.chi2).toBeCloseTo(there?.ppv.generalised.chi2 ?? NaN, 9);
        expect(back?.npv.weighted.chi2).toBeCloseTo(there?.npv.weighted.chi2 ?? NaN, 9);
        const [one, other] = [{ diseased, healthy }, turned].map((each) =>
          relativePredictiveValues(each, 0.95),
        );
        expect((one?.npv.ratio ?? NaN) * (other?.npv.ratio ?? NaN)).toBeCloseTo(1, 10);
        expect(other?.npv.standardError).toBeCloseTo(one?.npv.standardError ?? NaN, 10);
        const [dlr, inverse] = [{ diseased, healthy }, turned].map((each) =>
          relativeLikelihoodRatios(each, 0.95),
        );
        expect((dlr?.positive.ratio ?? NaN) * (inverse?.positive.ratio ?? NaN)).toBeCloseTo(1, 10);
      }),
    );
  });

  test('columns are counted by truth', () => {
    expect(countPairs([1, 1, 1, 0, 0], [1, 1, 0, 0, 1], [1, 0, 0, 1, 1])).toEqual({
      diseased: { both: 1, onlyFirst: 1, onlySecond: 0, neither: 1 },
      healthy: { both: 1, onlyFirst: 0, onlySecond: 1, neither: 0 },
    });
  });
});

describe('marginTest', () => {
  test('the answer is yes exactly where the limits lie beyond the margin', () => {
    fc.assert(
      fc.property(pairedCounts, fc.integer({ min: 1, max: 30 }), (counts, percent) => {
        const margin = percent / 100;
        const score = (supposed: number) => tangoScore(counts, supposed);
        const { limits, shown } = unwrap(
          marginTest(score, { question: 'non-inferiority', margin, alpha: 0.025 }),
        );
        if (Math.abs(limits.low + margin) > 1e-9) expect(shown).toBe(limits.low > -margin);
        const both = unwrap(marginTest(score, { question: 'equivalence', margin, alpha: 0.025 }));
        if (Math.abs(limits.high - margin) > 1e-9 && Math.abs(limits.low + margin) > 1e-9)
          expect(both.shown).toBe(limits.low > -margin && limits.high < margin);
      }),
    );
  });

  test.each([
    ['non-inferiority', -0.05],
    ['non-inferiority', 0],
    ['equivalence', 1],
    ['superiority', 0.05],
  ] as const)('%s with a margin of %d is refused', (question, margin) => {
    expect(marginTest(() => 0, { question, margin, alpha: 0.025 })).toEqual({
      ok: false,
      fault: { kind: 'margin-impossible', question, margin },
    });
  });
});

describe('unpairedProportions', () => {
  const share = fc
    .integer({ min: 1, max: 50 })
    .chain((trials) =>
      fc.record({ events: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }),
    );

  test('the restricted shares are the likeliest of all with that difference', () => {
    const logLikelihood = (x: number, n: number, p: number): number =>
      (x === 0 ? 0 : x * Math.log(p)) + (x === n ? 0 : (n - x) * Math.log1p(-p));
    fc.assert(
      fc.property(share, share, fc.integer({ min: -9, max: 9 }), (first, second, tenths) => {
        const supposed = tenths / 10;
        const at = (p: number): number =>
          logLikelihood(first.events, first.trials, p) +
          logLikelihood(second.events, second.trials, p - supposed);
        const [p] = restrictedShares({ first, second }, supposed);
        const [from, to] = [Math.max(0, supposed), Math.min(1, 1 + supposed)];
        for (let step = 1; step < 200; step += 1)
          expect(at(from + ((to - from) * step) / 200)).toBeLessThanOrEqual(at(p) + 1e-7);
      }),
    );
  });

  test('groups exchanged mirror the limits, and the limits are where the score turns', () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const { limits } = unwrap(unpairedProportions({ first, second }, 0.95));
        const back = unwrap(unpairedProportions({ first: second, second: first }, 0.95)).limits;
        expect(back.low).toBeCloseTo(-limits.high, 6);
        if (limits.low > -0.999)
          expect(unpairedScore({ first, second }, limits.low)).toBeCloseTo(1.959963985, 4);
      }),
    );
  });

  test('more events than trials is a fault', () => {
    const [first, second] = [
      { events: 6, trials: 5 },
      { events: 1, trials: 5 },
    ];
    expect(unpairedProportions({ first, second }, 0.95)).toEqual({
      ok: false,
      fault: { kind: 'counts-impossible', events: 6, trials: 5 },
    });
  });
});

describe('predictiveValuesUncertain', () => {
  const table = { truePositive: 40, falseNegative: 10, falsePositive: 30, trueNegative: 120 };

  test('with ever more people behind the prevalence it becomes one that is known', () => {
    const known = predictiveValues(table, { prevalence: 0.1, level: 0.95 });
    const at = (trials: number) =>
      unwrap(predictiveValuesUncertain(table, { prevalence: { events: trials / 10, trials }, level: 0.95 }));
    expect(at(1e12).ppv.limits?.low).toBeCloseTo(known.ppv.limits?.low ?? NaN, 5);
    const [few, many] = [at(50).npv.limits, at(5000).npv.limits];
    expect((few?.high ?? NaN) - (few?.low ?? NaN)).toBeGreaterThan((many?.high ?? NaN) - (many?.low ?? NaN));
  });

  test('a prevalence of 0, and a study of one class, are faults', () => {
    const of = (counts: typeof table, events: number) =>
      predictiveValuesUncertain(counts, { prevalence: { events, trials: 100 }, level: 0.95 });
    expect(of(table, 0)).toMatchObject({ fault: { kind: 'prevalence-impossible', events: 0 } });
    expect(of({ ...table, truePositive: 0, falseNegative: 0 }, 10)).toMatchObject({
      fault: { kind: 'too-few-cases' },
    });
  });
});
