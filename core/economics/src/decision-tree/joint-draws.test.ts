import { type Estimate } from '@daero/domain/estimate';
import { unwrap } from '@daero/domain/result';
import { mean, variance } from '@daero/statistics/summary/moments';
import { describe, expect, test } from 'vitest';
import { bindParameter } from '../model/binding.ts';
import { drawColumns } from '../model/parameter-columns.ts';
import { each } from '../model/place.ts';
import { evaluateDecisionModel } from './evaluate.ts';
import { type DecisionModel } from './model.ts';
import { readDecisionModel } from './read.ts';

const t = (words: string): { ko: string; en: string } => ({ ko: words, en: words });
const made = { assumption: t('made up'), by: 'test', on: '2026-11-22' };
const bound = (name: string, estimate: string): unknown => ({
  ...{ name, kind: 'probability', label: t(name) },
  source: { estimate, as: 'logit-normal-from-interval' },
});
const leaf = (name: string, qaly: string): unknown => ({ type: 'leaf', name, payoffs: { qaly } });

/** Test against no test, where both sides of the accuracy pay the same: what they do to the result adds up. */
const file = (joint: readonly unknown[]): unknown => ({
  ...{ kind: 'decision-tree', title: t('accuracy'), currency: 'KRW', priceYear: 2026, perspective: t('x') },
  timeHorizon: t('once'),
  discounting: { costs: 0, effects: 0, statement: t('none') },
  outcomes: { cost: { unit: 'KRW' }, qaly: { unit: 'QALY' } },
  parameters: [
    bound('sensitivity', 'sens'),
    bound('specificity', 'spec'),
    { name: 'gain', kind: 'qaly', value: 1, label: t('gain'), source: made },
  ],
  joint,
  reference: 'none',
  root: {
    type: 'decision',
    name: 'first',
    branches: [
      { name: 'none', payoffs: {}, node: leaf('nothing', '0*gain') },
      {
        name: 'test',
        payoffs: {},
        node: {
          type: 'chance',
          name: 'disease',
          branches: [
            { name: 'yes', probability: 0.5, payoffs: {}, node: leaf('found', 'sensitivity*gain') },
            { name: 'no', probability: 'complement', payoffs: {}, node: leaf('cleared', 'specificity*gain') },
          ],
        },
      },
    ],
  },
  analyses: {
    willingness: { from: 0, to: 2, step: 1, stated: 1 },
    probabilistic: { draws: 8000, seed: 3 },
    tornado: [],
  },
});
const together = (r: number): unknown => ({
  ...{ form: 'correlated', scale: 'normal', parameters: ['sensitivity', 'specificity'] },
  correlation: [
    [1, r],
    [r, 1],
  ],
});
const estimate = (value: number, low: number, high: number): Estimate => ({
  ...{ value, low, high, level: 0.95, n: 100, standardError: null, unit: 'probability', parts: {} },
  ...{ method: t('x'), source: 'x', warnings: [] },
});
const estimates = { sens: estimate(0.8, 0.7, 0.8727), spec: estimate(0.85, 0.78, 0.9006) };
const model = (joint: readonly unknown[]): DecisionModel => unwrap(readDecisionModel(file(joint)));

const logit = (column: Float64Array): Float64Array => column.map((p) => Math.log(p / (1 - p)));
const correlation = (a: Float64Array, b: Float64Array): number => {
  const [ma, mb] = [mean(a), mean(b)];
  return (
    mean(a.map((value, row) => (value - ma) * ((b[row] ?? NaN) - mb))) / Math.sqrt(variance(a) * variance(b))
  );
};

describe('accuracy that is bound to the chain and drawn together', () => {
  test.each([-0.6, 0, 0.5])('is bivariate logit-normal with the correlation asked for: %d', (r) => {
    const { parameters, joint, probabilistic } = model([together(r)]);
    const found = unwrap(each(parameters, (parameter) => bindParameter(parameter, estimates)));
    const [sens, spec] = unwrap(drawColumns(found, probabilistic, joint)).map(logit);
    if (sens === undefined || spec === undefined) throw new Error('both were drawn');
    expect(Math.abs(correlation(sens, spec) - r)).toBeLessThan(0.03);
    expect(mean(sens)).toBeCloseTo(Math.log(0.8 / 0.2), 1);
  });

  test('makes the result as uncertain as the two together are', () => {
    const error = (joint: readonly unknown[]): number =>
      unwrap(evaluateDecisionModel(model(joint), estimates)).estimates['qaly-test']?.standardError ?? NaN;
    const [against, apart, along] = [error([together(-0.8)]), error([]), error([together(0.8)])];
    expect(against).toBeLessThan(0.7 * apart);
    expect(along).toBeGreaterThan(1.2 * apart);
  });

  test('a parameter that does not vary, or stands in two groups, is refused; so are bound shares of one whole', () => {
    const kind = (joint: readonly unknown[]): string => {
      const read = readDecisionModel(file(joint));
      return read.ok ? 'read' : read.fault.kind;
    };
    const pairOf = (parameters: readonly string[]): unknown => ({
      ...{ form: 'correlated', scale: 'rank', parameters },
      correlation: [
        [1, 0],
        [0, 1],
      ],
    });
    expect(kind([pairOf(['sensitivity', 'gain'])])).toBe('joint-parameter');
    expect(kind([together(0.1), together(0.1)])).toBe('joint-parameter');
    expect(kind([together(1)])).toBe('covariance-not-positive-definite');
    expect(kind([{ form: 'dirichlet', parameters: ['sensitivity', 'specificity'] }])).toBe(
      'joint-dirichlet-margins',
    );
  });
});
