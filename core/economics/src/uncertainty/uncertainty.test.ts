import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail, succeed, unwrap } from '@daero/domain/result';
import { mean } from '@daero/statistics/summary/moments';
import { acceptability } from './acceptability.ts';
import { distributionForm, readDistribution } from './distribution-form.ts';
import {
  distributionMean,
  distributionQuantile,
  distributionRange,
  type Distribution,
} from './distribution.ts';
import { oneWay } from './one-way.ts';
import { blockOfDraws, sampleDistribution } from './sampling.ts';
import { threshold } from './threshold.ts';

const project = resolve(import.meta.dirname, '../../../..');
const folder = resolve(
  project,
  process.env.DAERO_REFERENCE ?? '../shared',
  'reference/economics/psa-distributions',
);

/** What the reference calls a distribution and its parameters, in the words of a model file. */
const inModelWords = (name: string, given: Record<string, number>): unknown => {
  const { lo, hi, median, mu, sigma, ...rest } = given;
  if (name === 'truncated-normal') return { form: name, ...rest, min: lo, max: hi };
  if (name === 'lognormal' && median !== undefined) return { form: name, median, interval: [lo, hi] };
  if (name === 'logitnormal') return { form: 'logit-normal', mu, sigma };
  return { form: name === 'weibull-aft' ? 'weibull' : name, ...rest };
};

describe.skipIf(!existsSync(folder))('distributions agree with R', () => {
  const read = (file: string): never => JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as never;
  type Row = { at: string; distribution: string; given: Record<string, number>; derived: string[] };
  const { probabilities, distributions }: { probabilities: number[]; distributions: Row[] } = existsSync(
    folder,
  )
    ? read('inputs.json')
    : { probabilities: [], distributions: [{ at: '', distribution: '', given: {}, derived: [] }] };

  test.each(distributions)('$at', ({ at, distribution: name, given, derived }) => {
    const { expected }: { expected: Record<string, Record<string, number | number[]>> } =
      read('expected.json');
    const want = expected[at.slice(1)] ?? {};
    const distribution = unwrap(readDistribution(distributionForm.parse(inModelWords(name, given)), ''));
    const quantiles = probabilities.map((p) => distributionQuantile(distribution, p));
    (want.quantile as number[]).forEach((value, index) => {
      expect(Math.abs((quantiles[index] ?? NaN) - value)).toBeLessThanOrEqual(
        1e-10 * Math.abs(value) + 1e-14,
      );
    });
    for (const parameter of name === 'pert' ? [] : derived) {
      const found = Object.entries(distribution).find(([key]) => key === parameter)?.[1];
      expect(Number(found) / Number(want[parameter])).toBeCloseTo(1, 12);
    }
  });
});

const every: readonly Distribution[] = [
  { form: 'beta', alpha: 480, beta: 74 },
  { form: 'beta', alpha: 0.4, beta: 3.2 },
  { form: 'beta', alpha: 0.05, beta: 2 },
  { form: 'gamma', shape: 9.8, scale: 256 },
  { form: 'gamma', shape: 0.5, scale: 3 },
  { form: 'normal', mean: -2, sd: 3 },
  { form: 'lognormal', meanlog: -0.5, sdlog: 0.25 },
  { form: 'logit-normal', mu: -1.2, sigma: 0.5 },
  { form: 'uniform', min: 2, max: 5 },
  { form: 'triangular', min: 2, mode: 3, max: 7 },
  { form: 'pert', min: 2, mode: 3, max: 7, lambda: 4 },
  { form: 'truncated-normal', mean: 0.8, sd: 0.2, min: 0, max: 1 },
  { form: 'weibull', shape: 1.3, scale: 8 },
];

describe('sampleDistribution', () => {
  test.each(every)('draws have the quantiles of $form', (distribution) => {
    const draws = 20_000;
    const rising = sampleDistribution(distribution, draws, { seed: 1, name: 'x' }).sort();
    for (let percent = 2; percent < 100; percent += 2) {
      const x = distributionQuantile(distribution, percent / 100);
      const below = rising.filter((draw) => draw <= x).length / draws;
      // Kolmogorov's 0.999 quantile is 1.95 / sqrt(n)
      expect(Math.abs(below - percent / 100)).toBeLessThan(1.95 / Math.sqrt(draws));
    }
    const [low, high] = distributionRange(distribution);
    expect(rising.every((draw) => draw >= low && draw <= high)).toBe(true);
  });

  test.each(every.filter((distribution) => distributionMean(distribution) !== null))(
    'the mean of $form',
    (distribution) => {
      const draws = sampleDistribution(distribution, 20_000, { seed: 2, name: 'x' });
      const average = mean(draws);
      const spread = Math.sqrt(mean(draws.map((draw) => (draw - average) * (draw - average))) / draws.length);
      expect(Math.abs(average - (distributionMean(distribution) ?? NaN))).toBeLessThan(4 * spread);
    },
  );

  test('more draws continue fewer, another name or seed gives others, and no parameter touches another', () => {
    const gamma: Distribution = { form: 'gamma', shape: 2, scale: 1 };
    const of = (draws: number, seed = 7, name = 'cost'): number[] => [
      ...sampleDistribution(gamma, draws, { seed, name }),
    ];
    expect(of(blockOfDraws + 500).slice(0, 700)).toEqual(of(700));
    expect(of(20, 8)).not.toEqual(of(20));
    expect(of(20, 7, 'costs')).not.toEqual(of(20));
  });
});

test.each([
  { form: 'beta', mean: 0.5, sd: 0.6 },
  { form: 'beta', alpha: 1 },
  { form: 'beta', alpha: 1, beta: 2, mean: 0.3, sd: 0.1 },
  { form: 'gamma', mean: -1, sd: 1 },
  { form: 'lognormal', median: 1, interval: [-1, 2] },
  { form: 'normal', mean: 1, interval: [2, 1] },
  { form: 'triangular', min: 2, mode: 1, max: 3 },
  { form: 'pert', min: 1, mode: 1, max: 1 },
  { form: 'uniform', min: 1, max: 1 },
])('%j is refused and says what defines it', (form) => {
  const result = readDistribution(distributionForm.parse(form), '/parameters/0/distribution');
  expect(result).toMatchObject({ ok: false, fault: { kind: 'distribution-parameters', form: form.form } });
});

describe('acceptability', () => {
  const cheap = { cost: Float64Array.of(0, 0, 0, 0), effect: Float64Array.of(0, 0, 0, 0) };
  const dear = { cost: Float64Array.of(10, 10, 10, 10), effect: Float64Array.of(0, 0, 1, 11) };

  test('counts by hand; the frontier follows the mean and not the majority', () => {
    const found = acceptability([cheap, dear], [0, 5, 20]);
    expect(found.probabilities).toEqual([
      [1, 0.75, 0.5],
      [0, 0.25, 0.5],
    ]);
    expect([found.best, found.frontier]).toEqual([
      [0, 1, 1],
      [1, 0.25, 0.5],
    ]);
  });

  test('shares add up to 1 at every price', () => {
    const column = fc
      .array(fc.integer({ min: -5, max: 5 }), { minLength: 6, maxLength: 6 })
      .map((values) => Float64Array.from(values));
    const strategy = fc.record({ cost: column, effect: column });
    fc.assert(
      fc.property(fc.array(strategy, { minLength: 1, maxLength: 4 }), fc.nat(9), (strategies, price) => {
        const { probabilities } = acceptability(strategies, [price]);
        expect(probabilities.reduce((sum, [share]) => sum + (share ?? NaN), 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

test('a threshold is where the result meets its target, and there is none without a change of sign', () => {
  const square = (x: number): number => x * x;
  expect(threshold(square, { low: 0, high: 3, target: 2 })).toBeCloseTo(Math.SQRT2, 14);
  expect(threshold((x) => -square(x), { low: 0, high: 3, target: -2 })).toBeCloseTo(Math.SQRT2, 14);
  expect(threshold(square, { low: 2, high: 3, target: 2 })).toBeNull();
});

test('a tornado is sorted by width, and a refusal stops it', () => {
  const inputs = [
    { parameter: 'narrow', low: 0, high: 1 },
    { parameter: 'wide', low: 3, high: -3 },
  ];
  expect(unwrap(oneWay(inputs, (_name, value) => succeed(value))).map(({ parameter }) => parameter)).toEqual([
    'wide',
    'narrow',
  ]);
  const refusing = oneWay(inputs, () => fail({ kind: 'model-too-deep', limit: 1 }));
  expect(refusing).toMatchObject({ ok: false, fault: { kind: 'model-too-deep' } });
});
