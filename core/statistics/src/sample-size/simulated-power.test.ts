import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { binomialTest } from '../accuracy/binomial-test.ts';
import { marginTest, type MarginQuestion } from '../accuracy/margin-test.ts';
import { tangoScore } from '../accuracy/paired-proportions.ts';
import { predictiveValueVariance } from './predictive-value-size.ts';
import { unpairedScore } from '../accuracy/unpaired-proportions.ts';
import { pairedAucs, pairedDifference } from '../discrimination/auc-comparison.ts';
import { aucDelong } from '../discrimination/auc-delong.ts';
import { fUpper } from '../distributions/f.ts';
import { normalQuantile, normalUpper } from '../distributions/normal.ts';
import { studentQuantile } from '../distributions/student-t.ts';
import { logistic, logit } from '../summary/interval.ts';
import { limitsPower } from './agreement-size.ts';
import { multiCentrePower } from './multi-centre-size.ts';
import { shareOf, within, type Drawn } from './simulated.test-fixture.ts';
import { studySize, type AskedSize } from './study-size.ts';

/** The size that a question asks for reaches its power when the very test of the analysis is run on made-up studies. */
type Row = {
  readonly name: string;
  readonly asked: AskedSize;
  readonly shown: (draw: Drawn, n: number) => boolean;
  /** How far an asymptotic formula may be off, besides Monte-Carlo error. */
  readonly formula: number;
  readonly repetitions: number;
};
const alpha = 0.025;

const pairedShown =
  (first: number, second: number, discordant: number, question: MarginQuestion, margin: number) =>
  (draw: Drawn, n: number): boolean => {
    const [b, c] = [(discordant + first - second) / 2, (discordant - first + second) / 2];
    let [onlyFirst, onlySecond, both] = [0, 0, 0];
    for (let k = 0; k < n; k += 1) {
      const u = draw.uniform();
      if (u < b) onlyFirst += 1;
      else if (u < b + c) onlySecond += 1;
      else if (u < b + c + first - b) both += 1;
    }
    const counts = { both, onlyFirst, onlySecond, neither: n - both - onlyFirst - onlySecond };
    return unwrap(marginTest((at) => tangoScore(counts, at), { question, margin, alpha })).shown;
  };

/** Two normal scores, so that the AUCs are as wanted. */
const scores = (draw: Drawn, n: number, aucs: readonly [number, number], rho: number) => {
  const shift = aucs.map((auc) => Math.SQRT2 * normalQuantile(auc));
  const one = (diseased: boolean): readonly [number, number] => {
    const common = draw.normal();
    const own = (at: number) =>
      Math.sqrt(rho) * common + Math.sqrt(1 - rho) * draw.normal() + (diseased ? (shift[at] ?? 0) : 0);
    return [own(0), own(1)];
  };
  const people = (diseased: boolean) => Array.from({ length: n }, () => one(diseased));
  const [ill, well] = [people(true), people(false)];
  return [0, 1].map((at) => ({
    diseased: ill.map((each) => each[at] ?? 0),
    healthy: well.map((each) => each[at] ?? 0),
  }));
};

const accuracy = { sensitivity: 0.9, specificity: 0.8, prevalence: 0.1 };

const rows: readonly Row[] = [
  {
    name: 'one proportion, exact',
    asked: { of: 'proportion', expected: 0.9, stated: 0.8 },
    shown: (draw, n) => binomialTest(draw.count(n, 0.9), n, { p0: 0.8, alternative: 'greater' }) <= alpha,
    formula: 0.02, // the exact power lies somewhat above what was asked
    repetitions: 4000,
  },
  {
    name: 'sensitivity and specificity together',
    asked: {
      of: 'co-primary',
      sensitivity: { expected: 0.92, stated: 0.8 },
      specificity: { expected: 0.85, stated: 0.75 },
      diseasedShare: 0.4,
    },
    shown: (draw, n) => {
      const diseased = Math.floor(n * 0.4);
      const passes = (p: number, p0: number, k: number) =>
        binomialTest(draw.count(k, p), k, { p0, alternative: 'greater' }) <= alpha;
      return passes(0.92, 0.8, diseased) && passes(0.85, 0.75, n - diseased);
    },
    formula: 0.02,
    repetitions: 2000,
  },
  ...(
    [
      ['superiority', 0.85, 0.78, 0.15, 0],
      ['non-inferiority', 0.85, 0.85, 0.12, 0.06],
      ['equivalence', 0.86, 0.85, 0.1, 0.07],
    ] as const
  ).map(([question, first, second, discordant, margin]): Row => ({
    name: `paired proportions, ${question}`,
    asked: { of: 'paired-proportions', first, second, discordant, question, margin },
    shown: pairedShown(first, second, discordant, question, margin),
    formula: 0.02,
    repetitions: 2000,
  })),
  {
    name: 'unpaired proportions, non-inferiority',
    asked: {
      of: 'unpaired-proportions',
      first: 0.9,
      second: 0.9,
      question: 'non-inferiority',
      margin: 0.08,
    },
    shown: (draw, n) =>
      unpairedScore(
        {
          first: { events: draw.count(n, 0.9), trials: n },
          second: { events: draw.count(n, 0.9), trials: n },
        },
        -0.08,
      ) > 1.959964,
    formula: 0.02,
    repetitions: 3000,
  },
  {
    name: 'one AUC against a stated one',
    asked: { of: 'auc', expected: 0.85, stated: 0.75 },
    shown: (draw, n) => {
      const [first] = scores(draw, n, [0.85, 0.5], 0);
      const { auc, standardError } = unwrap(aucDelong(first?.diseased ?? [], first?.healthy ?? []));
      return (auc - 0.75) / standardError > 1.959964;
    },
    // Obuchowski's variance is that of ordinal ratings too: it is known to err on the safe side for normal scores.
    formula: 0.08,
    repetitions: 1000,
  },
  {
    name: 'two AUCs of different people',
    asked: { of: 'auc-difference', first: 0.85, second: 0.75, question: 'superiority' },
    shown: (draw, n) => {
      const [first] = scores(draw, n, [0.85, 0.5], 0);
      const [second] = scores(draw, n, [0.75, 0.5], 0);
      const a = unwrap(aucDelong(first?.diseased ?? [], first?.healthy ?? []));
      const b = unwrap(aucDelong(second?.diseased ?? [], second?.healthy ?? []));
      return (a.auc - b.auc) / Math.hypot(a.standardError, b.standardError) > 1.959964;
    },
    formula: 0.08,
    repetitions: 600,
  },
  {
    name: 'a positive predictive value',
    asked: { of: 'predictive-value', value: 'ppv', ...accuracy, stated: 0.25 },
    shown: (draw, n) => {
      const [se, fp] = [draw.count(n, 0.9) / n, draw.count(n, 0.2) / n];
      if (se === 0 || se === 1 || fp === 0) return false;
      const variance =
        predictiveValueVariance('ppv', { ...accuracy, sensitivity: se, specificity: 1 - fp }, 1) / n;
      const found = logit(0.1) + Math.log(se / fp);
      return (found - logit(0.25)) / Math.sqrt(variance) > 1.959964;
    },
    formula: 0.03,
    repetitions: 3000,
  },
  {
    name: 'an intraclass correlation',
    asked: { of: 'icc', expected: 0.8, stated: 0.6, ratings: 3 },
    shown: (draw, n) => {
      let [between, inside, sum] = [0, 0, 0];
      for (let k = 0; k < n; k += 1) {
        const subject = Math.sqrt(0.8) * draw.normal();
        const values = [1, 2, 3].map(() => subject + Math.sqrt(0.2) * draw.normal());
        const mean = values.reduce((total, x) => total + x, 0) / 3;
        inside += values.reduce((total, x) => total + (x - mean) * (x - mean), 0);
        between += mean * mean;
        sum += mean;
      }
      const f = (3 * (between - (sum * sum) / n)) / (n - 1) / (inside / (2 * n));
      // Under the stated correlation F is inflated by C.
      return fUpper(f / (1 + (3 * 0.6) / 0.4), n - 1, 2 * n) <= alpha;
    },
    formula: 0.03,
    repetitions: 2000,
  },
  {
    name: 'limits of agreement within an acceptable difference',
    asked: { of: 'limits-of-agreement', bias: 0.1, deviation: 1, acceptable: 2.6 },
    shown: (draw, n) => {
      const values = Array.from({ length: n }, () => 0.1 + draw.normal());
      const mean = values.reduce((total, x) => total + x, 0) / n;
      const deviation = Math.sqrt(values.reduce((total, x) => total + (x - mean) * (x - mean), 0) / (n - 1));
      const reach =
        studentQuantile(0.975, n - 1) * deviation * Math.sqrt(1 / n + (1.96 * 1.96) / (2 * (n - 1)));
      return mean + 1.96 * deviation + reach < 2.6 && mean - 1.96 * deviation - reach > -2.6;
    },
    formula: 0.04,
    repetitions: 3000,
  },
  {
    name: 'the mean of centres',
    asked: { of: 'multi-centre', expected: 0.9, stated: 0.8, between: 0.4, centres: 8 },
    shown: (draw, n) => {
      const found = Array.from({ length: 8 }, () => {
        const events = draw.count(n, logistic(logit(0.9) + 0.4 * draw.normal()));
        return Math.log((events + 0.5) / (n - events + 0.5));
      });
      const mean = found.reduce((total, x) => total + x, 0) / 8;
      const deviation = Math.sqrt(found.reduce((total, x) => total + (x - mean) * (x - mean), 0) / 7);
      return (mean - logit(0.8)) / (deviation / Math.sqrt(8)) > studentQuantile(0.975, 7);
    },
    formula: 0.04,
    repetitions: 2000,
  },
];

describe('the size asked for reaches its power with the test of the analysis', () => {
  test.each(rows)('$name', ({ asked, shown, formula, repetitions }) => {
    const { n, target } = unwrap(studySize(asked));
    const power = shareOf(20261122, repetitions, (draw) => shown(draw, n));
    expect(power).toBeGreaterThan(target - within(target, repetitions, formula));
    expect(power).toBeLessThan(target + within(target, repetitions, formula));
    // A quarter of the size must not do, or the simulation proves nothing.
    const short = shareOf(7, Math.min(repetitions, 600), (draw) => shown(draw, Math.ceil(n / 4)));
    expect(short).toBeLessThan(target - 0.1);
  });
});

test('two AUCs on the same people: the correlation of the estimates is what counts', () => {
  // The correlation is learnt from one large made-up study, as a protocol would from a pilot.
  const design = { first: 0.85, second: 0.78, healthyPerDiseased: 1 };
  let correlation = 0;
  shareOf(3, 1, (draw) => {
    const both = unwrap(pairedAucs(scores(draw, 4000, [0.85, 0.78], 0.6)));
    const [[a = 1, c = 0] = [], [, b = 1] = []] = both.covariance.map((row) => [...row]);
    correlation = c / Math.sqrt(a * b);
    return true;
  });
  const { n } = unwrap(studySize({ of: 'auc-difference', ...design, correlation, question: 'superiority' }));
  const power = shareOf(4, 500, (draw) => {
    const both = unwrap(pairedAucs(scores(draw, n, [0.85, 0.78], 0.6)));
    const { difference, standardError } = pairedDifference(both, 0, 1);
    return normalUpper(difference / standardError) <= alpha;
  });
  expect(power).toBeGreaterThan(0.8 - within(0.8, 500, 0.08));
  expect(power).toBeLessThan(0.8 + within(0.8, 500, 0.1));
});

test('powers that are not a size: more pairs, and more in each centre, never lower them', () => {
  const limits = { bias: 0.1, deviation: 1, acceptable: 2.6, alpha };
  const centres = { expected: 0.9, stated: 0.8, between: 0.4, centres: 8, alpha };
  for (let n = 10; n < 400; n += 10) {
    expect(limitsPower(limits, n + 10)).toBeGreaterThanOrEqual(limitsPower(limits, n));
    expect(multiCentrePower(centres, n + 10)).toBeGreaterThan(multiCentrePower(centres, n));
  }
});
