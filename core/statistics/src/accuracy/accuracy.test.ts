import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binaryAccuracy, classify, likelihoodRatios, predictiveValues } from './binary-accuracy.ts';
import { binomialInterval, binomialIntervals } from './binomial-interval.ts';
import { binomialTest } from './binomial-test.ts';

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

describe('binomialInterval', () => {
  test.each(binomialIntervals)('%s of events and of non-events mirror each other', (form) => {
    if (form === 'cloglog') return; // the one form that is not symmetric
    fc.assert(
      fc.property(counts, ([events, trials]) => {
        const [there, back] = [events, trials - events].map((x) =>
          unwrap(binomialInterval(x, trials, { form, level: 0.9 })),
        );
        expect(there?.low).toBeCloseTo(1 - (back?.high ?? NaN), 8);
      }),
    );
  });

  test('the limits of Clopper and Pearson are where the exact one-sided tests turn', () => {
    fc.assert(
      fc.property(counts, ([events, trials]) => {
        const { low, high } = unwrap(
          binomialInterval(events, trials, { form: 'clopper-pearson', level: 0.95 }),
        );
        if (events > 0)
          expect(binomialTest(events, trials, { p0: low, alternative: 'greater' })).toBeCloseTo(0.025, 8);
        if (events < trials)
          expect(binomialTest(events, trials, { p0: high, alternative: 'less' })).toBeCloseTo(0.025, 8);
      }),
    );
  });

  test.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
  ])('%d of %d is refused', (events, trials) => {
    expect(binomialInterval(events, trials, { form: 'wilson', level: 0.95 })).toEqual({
      ok: false,
      fault: { kind: 'counts-impossible', events, trials },
    });
  });
});

describe('a two-by-two table', () => {
  const table = { truePositive: 40, falseNegative: 10, falsePositive: 30, trueNegative: 120 };

  test('predictive values at the prevalence of the sample are those of the sample', () => {
    const { ppv, npv, prevalence } = binaryAccuracy(table);
    const stated = predictiveValues(table, {
      prevalence: prevalence.events / prevalence.trials,
      level: 0.95,
    });
    expect(stated.ppv.value).toBeCloseTo(ppv.events / ppv.trials, 12);
    expect(stated.npv.value).toBeCloseTo(npv.events / npv.trials, 12);
  });

  test('the odds ratio is the ratio of the likelihood ratios', () => {
    const { positive, negative, diagnosticOddsRatio } = likelihoodRatios(table, 0.95);
    expect(positive.value / negative.value).toBeCloseTo(diagnosticOddsRatio.value, 10);
  });

  test('an empty cell leaves a ratio without limits', () => {
    expect(likelihoodRatios({ ...table, falsePositive: 0 }, 0.95).positive).toEqual({
      value: Infinity,
      limits: null,
    });
    expect(
      predictiveValues({ ...table, falseNegative: 0 }, { prevalence: 0.1, level: 0.95 }).ppv.limits,
    ).toBeNull();
  });

  test('a score at the threshold is positive when it is enough to reach it', () => {
    const [truth, score] = [
      [1, 1, 0, 0],
      [5, 4, 5, 1],
    ];
    expect(classify(truth, score, { threshold: 5, positiveWhen: 'at-least' })).toMatchObject({
      truePositive: 1,
      falsePositive: 1,
    });
    expect(classify(truth, score, { threshold: 5, positiveWhen: 'above' })).toMatchObject({
      truePositive: 0,
      falsePositive: 0,
    });
  });
});
