import { describe, expect, test } from 'vitest';
import { unwrap } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { mean, variance } from '@daero/statistics/summary/moments';
import { covarianceRoot } from './correlation.ts';
import { type Distribution } from './distribution.ts';
import { readJoint, sampleJoint, type JointForm } from './joint.ts';

const stated: Readonly<Record<string, Distribution>> = {
  sensitivity: { form: 'logit-normal', mu: 1.5, sigma: 0.4 },
  specificity: { form: 'logit-normal', mu: 2, sigma: 0.3 },
  cost: { form: 'gamma', shape: 4, scale: 100 },
  intercept: { form: 'normal', mean: -1, sd: 0.2 },
  slope: { form: 'normal', mean: 0.5, sd: 0.3 },
  low: { form: 'beta', alpha: 2, beta: 8 },
  middle: { form: 'beta', alpha: 3, beta: 7 },
  high: { form: 'beta', alpha: 5, beta: 5 },
};
const distributionOf = (name: string): Distribution | null => stated[name] ?? null;
const draws = (form: JointForm, count = 4000, from = 0): readonly Float64Array[] => {
  const [joint] = unwrap(readJoint([form], distributionOf));
  if (joint === undefined) throw new Error('one group was given');
  const own = joint.parameters.flatMap((name) => distributionOf(name) ?? []);
  return sampleJoint(joint, own, { draws: count, seed: 4, from });
};
const ranks = (column: Float64Array): Float64Array => {
  const order = [...column.keys()].sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0));
  const out = new Float64Array(column.length);
  order.forEach((row, rank) => (out[row] = rank));
  return out;
};
const correlation = (a: Float64Array, b: Float64Array): number => {
  const [ma, mb] = [mean(a), mean(b)];
  const product = mean(a.map((value, row) => (value - ma) * ((b[row] ?? NaN) - mb)));
  return product / Math.sqrt(variance(a) * variance(b));
};
const pair = (r: number, scale: 'rank' | 'normal'): JointForm => ({
  ...{ form: 'correlated', scale, parameters: ['sensitivity', 'specificity'] },
  correlation: [
    [1, r],
    [r, 1],
  ],
});

describe('parameters drawn together', () => {
  test.each([-0.7, 0, 0.6])('have the correlation of ranks that was asked for: %d', (r) => {
    const [a = new Float64Array(0), b = new Float64Array(0)] = draws(pair(r, 'rank'));
    expect(Math.abs(correlation(ranks(a), ranks(b)) - r)).toBeLessThan(0.04);
  });

  test('have the correlation of their logits, and keep their own distributions', () => {
    const [a, b] = draws(pair(-0.5, 'normal')).map((column) => column.map((p) => Math.log(p / (1 - p))));
    expect(Math.abs(correlation(a ?? new Float64Array(0), b ?? new Float64Array(0)) + 0.5)).toBeLessThan(
      0.04,
    );
    expect(mean(a ?? [])).toBeCloseTo(1.5, 1);
    expect(Math.sqrt(variance(b ?? []))).toBeCloseTo(0.3, 1);
  });

  test('coefficients of one regression have the covariance that is stated', () => {
    const covariance = [
      [0.04, -0.012],
      [-0.012, 0.09],
    ];
    const columns = draws(
      { form: 'multivariate-normal', parameters: ['intercept', 'slope'], covariance },
      20_000,
    );
    const [a = new Float64Array(0), b = new Float64Array(0)] = columns;
    expect([mean(a), mean(b)].map((value) => Number(value.toFixed(2)))).toEqual([-1, 0.5]);
    expect(variance(a)).toBeCloseTo(0.04, 3);
    expect(variance(b)).toBeCloseTo(0.09, 2);
    expect(correlation(a, b)).toBeCloseTo(-0.2, 1);
  });

  test('shares of a whole add up to 1 in every draw, with the mean and variance of their betas', () => {
    const columns = draws({ form: 'dirichlet', parameters: ['low', 'middle', 'high'] });
    columns[0]?.forEach((low, row) =>
      expect(low + (columns[1]?.[row] ?? NaN) + (columns[2]?.[row] ?? NaN)).toBeCloseTo(1, 12),
    );
    [0.2, 0.3, 0.5].forEach((share, index) => {
      expect(mean(columns[index] ?? [])).toBeCloseTo(share, 1);
      expect(variance(columns[index] ?? []) / ((share * (1 - share)) / 11)).toBeCloseTo(1, 0);
    });
  });

  test('are the same in one piece and in blocks', () => {
    const whole = draws(pair(0.3, 'rank'), 2500);
    const rest = draws(pair(0.3, 'rank'), 1500, 1000);
    expect(rest.map((column) => [...column])).toEqual(whole.map((column) => [...column.slice(1000)]));
  });
});

describe('what cannot be drawn together is refused', () => {
  const three = (correlation: number[][]): JointForm => ({
    ...{
      form: 'correlated',
      scale: 'normal',
      parameters: ['sensitivity', 'specificity', 'cost'],
      correlation,
    },
  });
  test.each<[string, readonly JointForm[], string]>([
    [
      'correlations that contradict one another',
      [
        three([
          [1, 0.9, -0.9],
          [0.9, 1, 0.9],
          [-0.9, 0.9, 1],
        ]),
      ],
      'covariance-not-positive-definite',
    ],
    [
      'a matrix that is not symmetric',
      [
        three([
          [1, 0.1, 0],
          [0.2, 1, 0],
          [0, 0, 1],
        ]),
      ],
      'covariance-not-positive-definite',
    ],
    [
      'a diagonal that is not 1',
      [
        three([
          [0.9, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ]),
      ],
      'covariance-not-positive-definite',
    ],
    [
      'a matrix of another size',
      [
        three([
          [1, 0],
          [0, 1],
        ]),
      ],
      'covariance-not-positive-definite',
    ],
    [
      'a parameter without a distribution',
      [{ form: 'dirichlet', parameters: ['low', 'other'] }],
      'joint-parameter',
    ],
    ['a parameter in two groups', [pair(0.1, 'rank'), pair(0.2, 'rank')], 'joint-parameter'],
    ...(
      [
        [
          'a covariance that nothing can have',
          [
            [0.04, 0.2],
            [0.2, 0.09],
          ],
          'covariance-not-positive-definite',
        ],
        ['a covariance of another size', [[0.04]], 'covariance-not-positive-definite'],
        [
          'a covariance whose diagonal the parameter contradicts',
          [
            [0.05, 0],
            [0, 0.09],
          ],
          'joint-covariance-margin',
        ],
      ] as const
    ).map(([name, rows, kind]): [string, readonly JointForm[], string] => [
      name,
      [
        {
          ...{ form: 'multivariate-normal', parameters: ['intercept', 'slope'] },
          covariance: rows.map((row) => [...row]),
        },
      ],
      kind,
    ]),
    [
      'shares whose betas do not belong together',
      [{ form: 'dirichlet', parameters: ['low', 'high'] }],
      'joint-dirichlet-margins',
    ],
  ])('%s', (_name, forms, kind) => {
    const result = readJoint(forms, distributionOf);
    expect(result).toMatchObject({ ok: false, fault: { kind } });
    if (!result.ok)
      for (const language of languages) expect(speakFault(result.fault, language)).toContain('/joint/');
  });

  test('a covariance that is all but singular', () =>
    expect(
      covarianceRoot(
        [
          [1, 1],
          [1, 1],
        ],
        '/joint/0',
      ).ok,
    ).toBe(false));
});
