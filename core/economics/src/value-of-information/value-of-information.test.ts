import { describe, expect, test } from 'vitest';
import { unwrap } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { normalCdf, normalDensity } from '@daero/statistics/distributions/normal';
import { mean, variance } from '@daero/statistics/summary/moments';
import { acceptability, type StrategyDraws } from '../uncertainty/acceptability.ts';
import { sampleDistribution } from '../uncertainty/sampling.ts';
import { cubicBasis } from './cubic-basis.ts';
import { evppi } from './evppi.ts';
import { evsi, netBenefitOfSampling, population } from './evsi.ts';
import { predictorBasis } from './predictor-basis.ts';
import { dot, smoother } from './smooth.ts';
import { studySummary } from './study-summary.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

const normal = (name: string, draws: number, sd = 1, at = 0): Float64Array =>
  sampleDistribution({ form: 'normal', mean: at, sd }, draws, { seed: 7, name });
const fitted = (basis: Parameters<typeof smoother>[0], response: Float64Array): Float64Array => {
  const { scoresOf, fit } = smoother(basis);
  return fit(scoresOf(response), dot(response, response)).fitted;
};

/** A new strategy whose net benefit at price 1 is a + b + noise beyond the old one: all normal, so all in closed form. */
const draws = 20_000;
const [a, b, noise] = [normal('a', draws, 3, -1), normal('b', draws, 2), normal('noise', draws, 4)];
const strategies: readonly StrategyDraws[] = [
  { cost: new Float64Array(draws).fill(100), effect: new Float64Array(draws) },
  { cost: noise.map((value) => 100 - value), effect: a.map((value, draw) => value + (b[draw] ?? NaN)) },
];
const expected = (sd: number): number => sd * normalDensity(1 / sd) - normalCdf(-1 / sd);
const one = (found: ReturnType<typeof evppi>): number => unwrap(found)[0]?.raw ?? NaN;

describe('the value of information of a normal decision is its closed form', () => {
  test('perfect', () =>
    expect(acceptability(strategies, [1]).evpi[0]).toBeCloseTo(expected(Math.sqrt(29)), 1));
  test('of one parameter', () => expect(one(evppi(strategies, [a], [1]))).toBeCloseTo(expected(3), 1));
  test('of two that act together', () =>
    expect(one(evppi(strategies, [a, b], [1]))).toBeCloseTo(expected(Math.sqrt(13)), 1));
  test('of a parameter that plays no part', () =>
    expect(one(evppi(strategies, [normal('other', draws)], [1]))).toBeCloseTo(0, 2));
  test('of a parameter that does not vary', () =>
    expect(one(evppi(strategies, [new Float64Array(draws)], [1]))).toBe(0));
  test.each([5, 50, 5000])('of a study of %i people', (n) => {
    const summary = unwrap(studySummary({ measures: 'mean', n, sd: 10 }, a, { seed: 1, name: 'study' }));
    expect(one(evsi(strategies, [summary], [1]))).toBeCloseTo(expected(9 / Math.sqrt(9 + 100 / n)), 1);
  });
});

test('more parameters are worth no less, and nothing is worth more than perfect information', () => {
  const prices = [0, 0.5, 1, 2];
  const perfect = acceptability(strategies, prices).evpi;
  const [alone, both, all, four] = [[a], [a, b], [a, b, noise], [a, b, noise, normal('c', draws)]].map(
    (group) => unwrap(evppi(strategies, group, prices)),
  );
  prices.forEach((_, at) => {
    const slack = 0.02 * (perfect[at] ?? NaN) + 1e-9;
    expect(both?.[at]?.raw).toBeGreaterThan((alone?.[at]?.raw ?? NaN) - slack);
    expect(all?.[at]?.raw).toBeGreaterThan((both?.[at]?.raw ?? NaN) - slack);
    expect(Math.abs((all?.[at]?.raw ?? NaN) - (perfect[at] ?? NaN))).toBeLessThan(2 * slack);
    expect(four?.[at]?.value).toBeLessThanOrEqual(perfect[at] ?? NaN);
  });
});

describe('the smooth', () => {
  const x = Float64Array.from({ length: 400 }, (_, index) => index / 40);
  test('keeps a line as it is', () => {
    const line = x.map((value) => 3 - 2 * value);
    fitted(cubicBasis(x, 10), line).forEach((value, row) => expect(value).toBeCloseTo(line[row] ?? NaN, 7));
  });
  test('follows a curve through noise, better than the noise', () => {
    const curve = x.map((value) => Math.sin(value));
    const error = normal('error', 400, 0.3);
    const found = fitted(
      cubicBasis(x, 12),
      curve.map((value, row) => value + (error[row] ?? NaN)),
    );
    expect(Math.sqrt(mean(found.map((value, row) => (value - (curve[row] ?? NaN)) ** 2)))).toBeLessThan(0.08);
  });
  test('takes a product of two predictors', () => {
    const y = normal('y', 400);
    const product = x.map((value, row) => value * (y[row] ?? NaN));
    fitted(predictorBasis([x, y]), product).forEach((value, row) =>
      expect(value).toBeCloseTo(product[row] ?? NaN, 5),
    );
  });
  test('of few different values is their means', () => {
    const two = x.map((_, row) => row % 2);
    const found = fitted(cubicBasis(two, 10), x);
    expect(found[0]).toBeCloseTo(mean(x.filter((_, row) => row % 2 === 0)), 8);
  });
});

test('eigenvectors turn a matrix into its eigenvalues', () => {
  const matrix = [
    [4, 1, -2],
    [1, 2, 0],
    [-2, 0, 3],
  ];
  const { values, vectors } = symmetricEigen(matrix);
  values.forEach((value, k) =>
    matrix.forEach((row, i) => {
      const product = row.reduce((sum, cell, j) => sum + cell * (vectors[j]?.[k] ?? NaN), 0);
      expect(product).toBeCloseTo(value * (vectors[i]?.[k] ?? NaN), 12);
    }),
  );
});

test.each([1, 15, 400])('a count of %i people has the mean and the variance of a binomial', (n) => {
  const shares = unwrap(
    studySummary({ measures: 'proportion', n }, new Float64Array(draws).fill(0.3), { seed: 2, name: 'p' }),
  );
  const error = Math.sqrt(0.21 / n / draws);
  expect(Math.abs(mean(shares) - 0.3)).toBeLessThan(4 * error);
  expect(variance(shares) / (0.21 / n)).toBeCloseTo(1, 1);
  expect(shares.every((share) => Math.abs(share * n - Math.round(share * n)) < 1e-9)).toBe(true);
});

test('a study is worth its value to all it serves, less its cost', () => {
  expect(population({ perYear: 100, years: 2.5, rate: 0.1 })).toBeCloseTo(100 + 100 / 1.1 + 50 / 1.21, 10);
  expect(netBenefitOfSampling({ evsi: 2, population: 1000, fixedCost: 500, costPerPerson: 3, n: 100 })).toBe(
    1200,
  );
});

describe('what cannot be answered is said', () => {
  test.each([
    ['rows that do not match', evppi(strategies, [a.slice(1)], [1]), 'voi-draws-differ'],
    [
      'few draws',
      evppi([{ cost: a.slice(0, 50), effect: b.slice(0, 50) }], [a.slice(0, 50)], [1]),
      'voi-too-few-draws',
    ],
    [
      'a draw that is no number',
      evppi(strategies, [a.map((value, draw) => (draw === 9 ? NaN : value))], [1]),
      'voi-not-finite',
    ],
    [
      'a study of nobody',
      studySummary({ measures: 'proportion', n: 0 }, a, { seed: 1, name: 's' }),
      'study-size',
    ],
  ])('%s', (_name, result, kind) => {
    expect(result).toMatchObject({ ok: false, fault: { kind } });
    if (!result.ok)
      for (const language of languages) expect(speakFault(result.fault, language)).not.toContain('undefined');
  });
});
