import { unwrap } from '@daero/domain/result';
import { table } from '@daero/domain/table';
import { speakFault } from '@daero/domain/words/speak';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fQuantile } from '../distributions/f-quantile.ts';
import { readerStudyPower } from '../reader-study/reader-study-power.ts';
import { expectedAucVariance } from './expected-auc-size.ts';
import { marginPower, marginSize } from './margin-size.ts';
import { aidedReadersPower, deviceAgainstReadersPower } from './reader-size.ts';
import { farringtonManningDesign, tangoDesign } from './score-designs.ts';
import { shareOf, within } from './simulated.test-fixture.ts';
import { studySizeMethod } from './study-size-method.ts';
import { studySize, type AskedSize } from './study-size.ts';

const accuracy = { sensitivity: 0.9, specificity: 0.85, prevalence: 0.2 };
const nonInferior = { question: 'non-inferiority', margin: 0.05 } as const;
/** One question of each kind. */
const questions: readonly AskedSize[] = [
  { of: 'proportion', expected: 0.9, stated: 0.8 },
  { of: 'proportion-precision', expected: 0.9, halfWidth: 0.05 },
  {
    of: 'co-primary',
    sensitivity: { expected: 0.9, stated: 0.8 },
    specificity: { expected: 0.85, stated: 0.8 },
    diseasedShare: 0.2,
  },
  { of: 'predictive-value', value: 'npv', ...accuracy, stated: 0.95 },
  { of: 'predictive-value-precision', value: 'ppv', ...accuracy, halfWidth: 0.05 },
  { of: 'auc', expected: 0.85, stated: 0.78 },
  { of: 'auc-precision', expected: 0.85, halfWidth: 0.04 },
  { of: 'auc-difference', first: 0.85, second: 0.84, correlation: 0.5, ...nonInferior },
  { of: 'paired-proportions', first: 0.88, second: 0.88, discordant: 0.12, ...nonInferior },
  { of: 'unpaired-proportions', first: 0.88, second: 0.88, ...nonInferior },
  { of: 'kappa', expected: 0.8, stated: 0.6, positives: 0.3 },
  { of: 'kappa-precision', expected: 0.8, positives: 0.3, halfWidth: 0.1 },
  { of: 'icc', expected: 0.9, stated: 0.8 },
  { of: 'icc-precision', expected: 0.9, halfWidth: 0.05 },
  { of: 'limits-of-agreement', deviation: 1, acceptable: 2.5 },
  { of: 'limits-precision', halfWidth: 0.3 },
  { of: 'calibration', prevalence: 0.2, cStatistic: 0.8, measure: 'slope', halfWidth: 0.15 },
  { of: 'calibration', prevalence: 0.2, cStatistic: 0.8, measure: 'observed-expected', halfWidth: 0.1 },
  { of: 'calibration', prevalence: 0.2, cStatistic: 0.8, measure: 'c-statistic', halfWidth: 0.05 },
  { of: 'net-benefit', ...accuracy, threshold: 0.1, halfWidth: 0.1 },
  { of: 'multi-centre', expected: 0.9, stated: 0.8, between: 0.3, centres: 10 },
  {
    of: 'partial-verification',
    measure: 'sensitivity',
    ...accuracy,
    verifiedPositives: 1,
    verifiedNegatives: 0.1,
    halfWidth: 0.08,
  },
  { of: 'aided-readers', first: 0.85, second: 0.8, readers: 12, question: 'superiority' },
  { of: 'device-against-readers', first: 0.86, second: 0.85, readers: 12, ...nonInferior },
];

describe.each(
  questions.map((asked) => ({ name: `${asked.of} ${'measure' in asked ? asked.measure : ''}`, asked })),
)('$name', ({ asked }) => {
  const size = unwrap(studySize(asked));
  const reached = (n: number): boolean =>
    size.reads === 'power' ? size.at(n) >= size.target : size.at(n) <= size.target;

  test('reaches its target at n and not well below; both languages and a source are there', () => {
    expect(reached(size.n)).toBe(true);
    expect(reached(Math.floor(size.n * 0.8) - 1)).toBe(false);
    expect(Number.isInteger(size.n)).toBe(true);
    for (const words of [size.formula, size.unit, ...size.assumptions]) {
      expect(words.ko).toMatch(/[가-힣]/);
      expect(words.en).not.toMatch(/[가-힣]/);
    }
    expect(size.source).toMatch(/\(\d{4}\)/);
  });

  test('is quick, and more power or precision needs more', () => {
    const from = performance.now();
    studySize(asked);
    expect(performance.now() - from).toBeLessThan(500);
    const harder: AskedSize =
      'halfWidth' in asked ? { ...asked, halfWidth: asked.halfWidth * 0.8 } : { ...asked, power: 0.9 };
    expect(unwrap(studySize(harder)).n).toBeGreaterThan(size.n);
  });

  test('losses, the share of the class and clusters are added', () => {
    const recruits = {
      classShare: 0.25,
      lost: 0.1,
      clusters: { size: 3, correlation: 0.2, variation: 0 },
    };
    const found = unwrap(studySize(asked, recruits));
    expect(found.needed).toBe(Math.ceil(size.n * 1.4 - 1e-9));
    expect(found.recruited).toBe(Math.ceil(found.needed / 0.25 / 0.9 - 1e-9));
  });

  test('a plan that names it gets the same numbers, and the curve', () => {
    const settings = studySizeMethod.settings.parse({ question: asked, recruits: { lost: 0.1 } });
    const { estimates, shapes } = unwrap(studySizeMethod.run(table([]), settings));
    expect(estimates['n']?.value).toBe(size.n);
    expect(estimates['recruited']?.value).toBe(Math.ceil(size.n / 0.9 - 1e-9));
    const [curve] = shapes;
    if (curve?.shape !== 'size-curve') throw new Error('a curve was expected');
    const ys = curve.curves[0]?.points.map(({ y }) => y) ?? [];
    expect(ys.length).toBeGreaterThan(10);
    if (asked.of === 'proportion' || asked.of === 'co-primary') return; // exact power is a saw
    const up = size.reads === 'power' ? 1 : -1;
    ys.slice(1).forEach((y, at) => expect(up * y).toBeGreaterThanOrEqual(up * (ys[at] ?? 0) - 1e-12));
  });
});

const share = fc.integer({ min: 60, max: 95 }).map((x) => x / 100);

test('the size falls as the margin grows, and as the first is better than expected', () => {
  fc.assert(
    fc.property(share, fc.integer({ min: 3, max: 12 }), (p, percent) => {
      const design = unwrap(tangoDesign(p, p, Math.min(0.2, 2 * (1 - p))));
      const asked = { question: 'non-inferiority', alpha: 0.025, power: 0.8 } as const;
      const at = (margin: number) => unwrap(marginSize(design, { ...asked, margin }));
      expect(at(percent / 100)).toBeGreaterThan(at((percent + 1) / 100));
      const unpaired = (first: number) =>
        unwrap(marginSize(farringtonManningDesign(first, p), { ...asked, margin: 0.1 }));
      expect(unpaired(p)).toBeGreaterThanOrEqual(unpaired(Math.min(0.97, p + 0.02)));
    }),
  );
});

test('equivalence is symmetric, and never easier than non-inferiority', () => {
  const at = (first: number, second: number, question: 'equivalence' | 'non-inferiority') =>
    marginPower(unwrap(tangoDesign(first, second, 0.15)), { question, margin: 0.08, alpha: 0.025, n: 300 });
  expect(at(0.85, 0.82, 'equivalence')).toBeCloseTo(at(0.82, 0.85, 'equivalence'), 9);
  expect(at(0.85, 0.84, 'equivalence')).toBeLessThan(at(0.85, 0.84, 'non-inferiority'));
});

test('what cannot be shown is a fault in both languages', () => {
  const faults = [
    studySize({ of: 'auc', expected: 0.7, stated: 0.8 }),
    studySize({
      of: 'paired-proportions',
      first: 0.9,
      second: 0.8,
      discordant: 0.05,
      question: 'superiority',
    }),
    studySize({ of: 'paired-proportions', first: 0.8, second: 0.9, discordant: 0.2, ...nonInferior }),
    studySize({ of: 'auc-difference', first: 0.8, second: 0.8, question: 'non-inferiority', margin: -0.05 }),
    studySize({ of: 'multi-centre', expected: 0.85, stated: 0.8, between: 1, centres: 3 }),
    studySize({ of: 'limits-of-agreement', deviation: 1, acceptable: 1.5 }),
    studySize({
      of: 'aided-readers',
      first: 0.83,
      second: 0.8,
      readers: 3,
      readerSd: 0.1,
      question: 'superiority',
    }),
  ].map((found) => {
    if (found.ok) throw new Error('a fault was expected');
    expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
    return found.fault.kind;
  });
  expect(faults).toEqual([
    'size-infinite',
    'discordance-impossible',
    'size-infinite',
    'margin-impossible',
    'centres-too-few',
    'size-beyond-search',
    'power-out-of-reach',
  ]);
});

test('readers with the device: the power is that of the components the correlations mean', () => {
  const planned = { first: 0.86, second: 0.82, readers: 8, readerSd: 0.03, healthyPerDiseased: 1.5 };
  const correlations = {
    sameReader: 0.5,
    sameModality: 0.35,
    neither: 0.3,
    to: 'readers-and-cases',
  } as const;
  const v = expectedAucVariance(0.84, 1.5);
  const spread = { error: v, cov1: v / 2, cov2: 0.35 * v, cov3: 0.3 * v, interaction: 0.00045, cases: 1 };
  const study = { readers: 8, cases: 90, difference: 0.04, to: 'readers-and-cases', alpha: 0.05 } as const;
  expect(
    aidedReadersPower({ ...planned, ...correlations }, { distances: [0.04], alpha: 0.025, n: 90 }),
  ).toBeCloseTo(readerStudyPower(spread, study).power, 12);
});

test('the device against readers: the power is that of the test on simulated differences', () => {
  const planned = { first: 0.88, second: 0.84, readers: 7, readerSd: 0.03, healthyPerDiseased: 1 };
  const correlations = { ofReaders: 0.4, withDevice: 0.3 };
  const n = 90;
  const [d, r] = [expectedAucVariance(0.88, 1) / n, expectedAucVariance(0.84, 1) / n];
  const shared = d - 0.6 * Math.sqrt(d * r) + 0.4 * r;
  const own = 0.0009 + 0.6 * r;
  const power = shareOf(12, 4000, (draw) => {
    const common = Math.sqrt(shared) * draw.normal();
    const all = Array.from({ length: 7 }, () => 0.04 + common + Math.sqrt(own) * draw.normal());
    const mean = all.reduce((sum, x) => sum + x, 0) / 7;
    const square = all.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / 6;
    const whole = square + 7 * shared;
    return (
      mean > 0 && (7 * mean * mean) / whole > fQuantile(0.95, 1, (6 * whole * whole) / (square * square))
    );
  });
  const planned7 = deviceAgainstReadersPower(
    { ...planned, ...correlations },
    { distances: [0.04], alpha: 0.025, n },
  );
  expect(Math.abs(power - planned7)).toBeLessThan(within(planned7, 4000, 0.02));
});
