import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { randomStream } from '@daero/statistics/resampling/random-stream';
import { covariance } from '@daero/statistics/summary/moments';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listingRule } from '../settings/settings.ts';
import { driftedAccuracy, learnedShare, meanDriftedAccuracy } from './change-over-time.ts';
import { accuracyOf, pairedAccuracy, type PairedCounts } from './paired-reading.ts';
import { incrementalFee, pricePerUse, usesWhereLicenceIsCheaper, yearlyPrice } from './price.ts';
import { readingIncrement, readingOutcome } from './reading-outcomes.ts';

const diseased: PairedCounts = { both: 140, onlyWithout: 5, onlyWith: 25, neither: 30 };
const healthy: PairedCounts = { both: 600, onlyWithout: 60, onlyWith: 40, neither: 100 };

describe('pairedAccuracy', () => {
  const found = unwrap(pairedAccuracy(diseased, healthy));

  test('the accuracies are those of the counts', () => {
    const { without, with: wth } = accuracyOf(found.logits);
    expect(without.sensitivity).toBeCloseTo(145 / 200, 12);
    expect(wth.sensitivity).toBeCloseTo(165 / 200, 12);
    expect(without.specificity).toBeCloseTo(660 / 800, 12);
    expect(wth.specificity).toBeCloseTo(640 / 800, 12);
  });

  test('the covariance is that of resampled cases', () => {
    const { integerBelow } = randomStream(21, 0);
    const bounds = [diseased.both, diseased.both + diseased.onlyWithout, 200 - diseased.neither];
    const draws = Array.from({ length: 4000 }, () => {
      let [without, wth] = [0, 0];
      for (let i = 0; i < 200; i += 1) {
        const at = integerBelow(200);
        if (at < (bounds[1] ?? 0)) without += 1;
        if (at < (bounds[0] ?? 0) || (at >= (bounds[1] ?? 0) && at < (bounds[2] ?? 0))) wth += 1;
      }
      const logit = (right: number): number => Math.log(right / (200 - right));
      return [logit(without), logit(wth)] as const;
    });
    const [first, second] = [draws.map(([a]) => a), draws.map(([, b]) => b)];
    expect(covariance(first, first) / (found.covariance[0]?.[0] ?? NaN)).toBeCloseTo(1, 0);
    expect(Math.abs(covariance(first, second) / (found.covariance[0]?.[1] ?? NaN) - 1)).toBeLessThan(0.15);
    expect(found.covariance[0]?.[2]).toBe(0);
  });

  test('readings that agree more leave less doubt about their difference', () => {
    const doubt = (counts: PairedCounts): number => {
      const { covariance: c } = unwrap(pairedAccuracy(counts, healthy));
      return (c[0]?.[0] ?? NaN) + (c[1]?.[1] ?? NaN) - 2 * (c[0]?.[1] ?? NaN);
    };
    // the same margins, more or fewer cases read right by both
    expect(doubt({ both: 140, onlyWithout: 5, onlyWith: 25, neither: 30 })).toBeLessThan(
      doubt({ both: 125, onlyWithout: 20, onlyWith: 40, neither: 15 }),
    );
  });

  test('a reading that was always right has no uncertainty to draw from', () => {
    expect(pairedAccuracy({ both: 9, onlyWithout: 0, onlyWith: 1, neither: 0 }, healthy)).toMatchObject({
      fault: { kind: 'paired-reading-does-not-vary', group: 'diseased', right: 10, cases: 10 },
    });
  });
});

describe('readingOutcome', () => {
  const consequences = {
    workUpCost: 180_000,
    workUpHarm: -0.001,
    foundCost: 2_000_000,
    foundQalys: 0.5,
    missedCost: 9_000_000,
    missedQalys: -0.8,
  };
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

  test('everybody is called once, and predictive values move with prevalence', () => {
    fc.assert(
      fc.property(share, share, share, (sensitivity, specificity, prevalence) => {
        const at = (p: number) =>
          readingOutcome({ sensitivity, specificity }, p, { consequences, costPerReading: 0 });
        const { truePositives, falsePositives, falseNegatives, trueNegatives } = at(prevalence);
        expect(truePositives + falsePositives + falseNegatives + trueNegatives).toBeCloseTo(1, 12);
        expect(at(prevalence / 2).positivePredictiveValue).toBeLessThan(
          at(prevalence).positivePredictiveValue,
        );
      }),
    );
  });

  test('a device that changes nothing costs its price', () => {
    const same = { sensitivity: 0.8, specificity: 0.9 };
    const found = readingIncrement({ without: same, with: same }, 0.02, {
      consequences,
      readingCost: 12_000,
      deviceCost: 2920,
    });
    expect(found.cost).toBeCloseTo(2920, 8);
    expect([found.qalys, found.found, found.falseAlarms]).toEqual([0, 0, 0]);
  });

  test('by hand', () => {
    const { cost, qalys, positivePredictiveValue } = readingOutcome(
      { sensitivity: 0.9, specificity: 0.8 },
      0.1,
      { consequences, costPerReading: 1000 },
    );
    expect(positivePredictiveValue).toBeCloseTo(0.09 / 0.27, 12);
    expect(cost).toBeCloseTo(1000 + 0.27 * 180_000 + 0.09 * 2e6 + 0.01 * 9e6, 6);
    expect(qalys).toBeCloseTo(-0.27 * 0.001 + 0.09 * 0.5 - 0.01 * 0.8, 12);
  });
});

describe('change over time', () => {
  test('the mean of learning is the mean over uses', () => {
    const curve = { initialShare: 0.3, usesToHalf: 80 };
    const uses = Array.from({ length: 100_000 }, (_, i) => 20 + (i + 0.5) / 500);
    const mean = uses.reduce((sum, use) => sum + learnedShare(curve, use, use), 0) / uses.length;
    expect(learnedShare(curve, 20, 220)).toBeCloseTo(mean, 8);
    expect(learnedShare(curve, 0, 0)).toBeCloseTo(0.3, 12);
    expect(learnedShare(curve, 80, 80)).toBeCloseTo(0.65, 12);
  });

  test('the mean of drift is the mean over days, with and without updates', () => {
    for (const yearsBetweenUpdates of [null, 1.5]) {
      const drift = { logitsPerYear: 0.4, yearsBetweenUpdates };
      const days = Array.from({ length: 40_000 }, (_, i) => ((i + 0.5) / 40_000) * 5);
      const mean = days.reduce((sum, year) => sum + driftedAccuracy(0.85, drift, year), 0) / days.length;
      expect(meanDriftedAccuracy(0.85, drift, 5)).toBeCloseTo(mean, 5);
    }
    expect(meanDriftedAccuracy(0.85, { logitsPerYear: 0, yearsBetweenUpdates: null }, 5)).toBe(0.85);
  });
});

describe('price', () => {
  test('a licence and a price by use meet where they cost the same', () => {
    const [licence, perUse] = [12_000_000, 800];
    const uses = usesWhereLicenceIsCheaper(licence, perUse);
    expect(yearlyPrice({ form: 'licence', perYear: licence }, uses)).toBeCloseTo(
      yearlyPrice({ form: 'per-use', perUse, leastPerYear: 0 }, uses),
      6,
    );
    expect(pricePerUse({ form: 'licence', perYear: licence }, 1000)).toBe(12_000);
    expect(yearlyPrice({ form: 'per-use', perUse, leastPerYear: 1e6 }, 10)).toBe(1e6);
    expect(usesWhereLicenceIsCheaper(licence, 0)).toBe(Infinity);
  });

  test('a temporary listing: the parts are the whole, and the ceiling holds', () => {
    const rule = unwrap(listingRule('KR', isoDate('2026-11-22')));
    for (const { name, addOn } of rule.feeGroups) {
      const { payer, patient, nonCovered } = unwrap(
        incrementalFee(rule, { as: 'selective-benefit', group: name }),
      );
      expect(payer + patient + nonCovered).toBeCloseTo(addOn, 9);
      expect(patient).toBeGreaterThan(payer);
    }
    expect(incrementalFee(rule, { as: 'selective-benefit', group: 'teeth' })).toMatchObject({
      fault: { kind: 'listing-group-unknown', group: 'teeth' },
    });
    const asked = (fee: number, ceilingShare: number) =>
      incrementalFee(rule, { as: 'non-benefit', fee, examinationFee: 200_000, ceilingShare });
    expect(asked(54_300, rule.nonBenefitCeiling.high)).toMatchObject({
      value: { payer: 0, nonCovered: 54_300 },
    });
    expect(asked(80_000, 1)).toMatchObject({ fault: { kind: 'listing-above-ceiling', fee: 80_000 } });
  });
});
