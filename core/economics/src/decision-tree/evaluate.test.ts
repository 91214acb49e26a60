import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { canonicalJson } from '@daero/domain/canonical';
import { type Estimate } from '@daero/domain/estimate';
import { unwrap } from '@daero/domain/result';
import { type Shape } from '@daero/domain/shape';
import { speakFault, speakWarning } from '@daero/domain/words/speak';
import { evaluateDecisionModel, type ModelOutput } from './evaluate.ts';
import { estimateNames } from './model.ts';
import { readDecisionModel } from './read.ts';

const words = { ko: '말', en: 'word' };
const source = { assumption: words, by: 'tests', on: '2026-11-22' };
type Parameter = {
  name: string;
  kind: string;
  value?: number;
  distribution?: object;
  source?: object;
  expression?: string;
};
type Payoffs = Record<string, string | number>;

/** Every strategy is a leaf of its own: cost and QALYs are what its payoffs say. */
const flat = (
  parameters: readonly Parameter[],
  strategies: Readonly<Record<string, Payoffs>>,
  node?: object,
): object => ({
  ...{
    kind: 'decision-tree',
    title: words,
    currency: 'KRW',
    priceYear: 2026,
    perspective: words,
    timeHorizon: words,
  },
  discounting: { costs: 0, effects: 0, statement: words },
  outcomes: { cost: { unit: 'KRW' }, qaly: { unit: 'QALY' } },
  parameters: parameters.map((parameter) => ({ label: words, source, ...parameter })),
  reference: Object.keys(strategies)[0],
  root: {
    type: 'decision',
    name: 'strategy',
    branches: Object.entries(strategies).map(([name, payoffs]) => ({
      ...{
        name,
        label: { ko: name, en: name },
        payoffs,
        node: node ?? { type: 'leaf', name: `${name} end` },
      },
    })),
  },
  analyses: {
    willingness: { from: 0, to: 100, step: 10, stated: 50 },
    probabilistic: { draws: 4000, seed: 5 },
  },
});

const cost: Parameter = { name: 'c', kind: 'cost', distribution: { form: 'gamma', mean: 100, sd: 20 } };
const effect: Parameter = { name: 'q', kind: 'qaly', distribution: { form: 'normal', mean: 4, sd: 0.5 } };
const evaluate = (json: object, estimates: Readonly<Record<string, Estimate>> = {}): ModelOutput =>
  unwrap(evaluateDecisionModel(unwrap(readDecisionModel(json)), estimates));
const valueOf = ({ estimates }: ModelOutput, name: string): Estimate => {
  const found = estimates[name];
  if (found === undefined) throw new Error(`no estimate ${name}: ${Object.keys(estimates).join(', ')}`);
  return found;
};
const shapeOf = <Name extends Shape['shape']>(
  { shapes }: ModelOutput,
  name: Name,
): Extract<Shape, { shape: Name }> => {
  const found = shapes.find((shape): shape is Extract<Shape, { shape: Name }> => shape.shape === name);
  if (found === undefined) throw new Error(`no shape ${name}`);
  return found;
};

describe('a linear model in closed form', () => {
  const output = evaluate(
    flat([cost, effect], { usual: { cost: 10, qaly: 1 }, new: { cost: 'c', qaly: 'q' } }),
  );

  test('base case, ratio and net benefit', () => {
    expect(valueOf(output, 'incremental-cost').value).toBe(90);
    expect(valueOf(output, 'incremental-qaly').value).toBe(3);
    expect(valueOf(output, 'icer').value).toBe(30);
    expect(valueOf(output, 'net-benefit').value).toBe(50 * 3 - 90);
    expect(output.strategies.map(({ netBenefit }) => netBenefit)).toEqual([40, 100]);
  });

  test('the mean over the draws is the base case, and the spread is the one stated', () => {
    const { mean, quadrants, drawsInAll, draws } = shapeOf(output, 'cost-effectiveness-plane');
    expect(Math.abs(mean.cost - 90)).toBeLessThan((4 * 20) / Math.sqrt(4000));
    expect(Math.abs(mean.effect - 3)).toBeLessThan((4 * 0.5) / Math.sqrt(4000));
    expect([drawsInAll, draws.length]).toEqual([4000, 1000]);
    expect(Object.values(quadrants).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const difference = valueOf(output, 'incremental-qaly');
    expect(difference.standardError).toBeCloseTo(0.5, 1);
    expect([difference.low, difference.high].map((limit) => Math.round((limit ?? NaN) * 10))).toEqual([
      20, 40,
    ]);
    expect([difference.seed, difference.parts]).toEqual([5, { draws: 4000 }]);
  });

  test('the probability of being cost-effective is that of a normal net benefit', () => {
    // 50 q - c - 40 has mean 60 and standard deviation sqrt(25^2 + 20^2) = 32.0: P(> 0) = 0.97
    expect(valueOf(output, 'probability-cost-effective').value).toBeCloseTo(0.97, 1);
    const curve = shapeOf(output, 'acceptability');
    expect(curve.strategies[1]?.probabilities[5]).toBe(valueOf(output, 'probability-cost-effective').value);
    expect(curve.frontier[0]).toBe(curve.strategies[0]?.probabilities[0]);
  });

  test('the tornado turns on quantiles of the same distributions, widest first', () => {
    const { bars, base } = shapeOf(output, 'tornado');
    expect(base).toBe(60);
    const [first, second] = bars;
    expect(first?.highInput).toBeCloseTo(4 + 0.5 * 1.959964, 5);
    expect(first?.atHigh).toBeCloseTo(50 * (first?.highInput ?? NaN) - 140, 8);
    expect(second?.atLow).toBeCloseTo(200 - 40 - (second?.lowInput ?? NaN), 8);
    expect(bars).toHaveLength(2);
  });
});

describe('where a ratio has no meaning it is withheld, and a warning says why', () => {
  test.each([
    ['icer-dominant', { cost: 5, qaly: 2 }],
    ['icer-dominated', { cost: 50, qaly: 0.5 }],
    ['icer-equal', { cost: 10, qaly: 1 }],
  ] as const)('%s', (kind, payoffs) => {
    const output = evaluate(flat([cost], { usual: { cost: 10, qaly: 1 }, new: payoffs }));
    expect(output.estimates.icer).toBeUndefined();
    expect(output.warnings.map((warning) => warning.kind)).toEqual([kind]);
    for (const warning of output.warnings) speakWarning(warning, 'ko');
  });

  test('a saving for less effect keeps its ratio, marked', () => {
    const output = evaluate(flat([cost], { usual: { cost: 10, qaly: 1 }, new: { cost: 4, qaly: 0.9 } }));
    expect(valueOf(output, 'icer').value).toBeCloseTo(60, 9);
    expect(valueOf(output, 'icer').warnings.map(({ kind }) => kind)).toEqual([
      'icer-saves-for-less',
      'icer-without-interval',
    ]);
  });

  test('equal arms differ by nothing in any draw', () => {
    const arm = { cost: 'c', qaly: 'q' };
    const output = evaluate(flat([cost, effect], { usual: arm, new: arm }));
    for (const name of ['incremental-cost', 'incremental-qaly', 'net-benefit']) {
      expect(valueOf(output, name)).toMatchObject({ value: 0, low: 0, high: 0, standardError: 0 });
    }
    expect(output.strategies.map(({ status }) => status)).toContain('dominated');
  });
});

test('three strategies: each comparison carries its name, and all promised estimates are there', () => {
  const json = flat([cost, effect], {
    usual: { cost: 10, qaly: 1 },
    new: { cost: 'c', qaly: 'q' },
    mixed: { cost: 60, qaly: 2 },
  });
  const output = evaluate(json);
  expect(Object.keys(output.estimates).sort()).toEqual(
    [...estimateNames(unwrap(readDecisionModel(json)))].sort(),
  );
  expect(valueOf(output, 'icer-mixed').value).toBe(50);
  expect(output.strategies.map(({ status }) => status)).toEqual([
    'frontier',
    'frontier',
    'extendedly-dominated',
  ]);
});

test('the same seed gives the same bytes; another parameter leaves the draws as they were', () => {
  const strategies = { usual: { cost: 10, qaly: 1 }, new: { cost: 'c', qaly: 'q' } };
  const one = evaluate(flat([cost, effect], strategies));
  expect(canonicalJson(evaluate(flat([cost, effect], strategies)))).toBe(canonicalJson(one));
  const further = evaluate(flat([{ ...cost, name: 'unused' }, effect, cost], strategies));
  expect(further.estimates).toEqual(one.estimates);
});

const chance = (branches: readonly object[]): object => ({ type: 'chance', name: 'event', branches });
const branch = (name: string, probability: string | number, payoffs: Payoffs = {}): object => ({
  ...{ name, probability, node: { type: 'leaf', name, payoffs } },
});
const p: Parameter = {
  name: 'p',
  kind: 'probability',
  value: 0.5,
  distribution: { form: 'beta', mean: 0.5, sd: 0.2 },
};

describe('what goes wrong in a draw is refused, never cut or rescaled', () => {
  const arms = { usual: {}, new: {} };
  test.each<[string, readonly Parameter[], object, object]>([
    [
      'a complement below zero',
      [p],
      chance([branch('a', 'p'), branch('b', 'p*0.9'), branch('rest', 'complement')]),
      {
        kind: 'complement-below-zero',
        branch: 'rest',
        path: '/root/branches/0/node/branches/2',
        draw: expect.any(Number) as number,
      },
    ],
    [
      'a probability above 1',
      [p],
      chance([branch('a', 'p*1.5'), branch('rest', 'complement')]),
      { kind: 'probability-out-of-range', branch: 'a' },
    ],
    [
      'a sum that is not 1',
      [p],
      chance([branch('a', 'p'), branch('b', 0.5)]),
      { kind: 'probabilities-do-not-sum', node: 'event' },
    ],
    [
      'a sum that is not 1 at base',
      [p],
      chance([branch('a', 0.4), branch('b', 0.5)]),
      { kind: 'probabilities-do-not-sum', sum: 0.9, draw: 0 },
    ],
    [
      'a division by zero',
      [p, cost],
      chance([branch('a', 1, { cost: 'c/(p-p)' })]),
      { kind: 'payoff-not-finite', outcome: 'cost', draw: 0 },
    ],
    [
      'a derived probability above 1',
      [p, { name: 'd', kind: 'probability', expression: 'p*1.9' }],
      chance([branch('a', 1)]),
      { kind: 'parameter-out-of-range', name: 'd' },
    ],
  ])('%s', (_name, parameters, node, expected) => {
    const json = flat(
      parameters.map((one) => ('expression' in one ? { ...one, source: undefined as never } : one)),
      arms,
      node,
    );
    const result = evaluateDecisionModel(unwrap(readDecisionModel(json)), {});
    expect(result).toMatchObject({ ok: false, fault: expected });
    if (result.ok) return;
    for (const language of ['ko', 'en'] as const)
      expect(speakFault(result.fault, language)).not.toMatch(/undefined|\{/);
    if ('parameters' in result.fault && result.fault.draw > 0)
      expect(result.fault.parameters.join()).toMatch(/^p=0\.\d+$/);
  });
});

describe('the example', () => {
  const project = resolve(import.meta.dirname, '../../../..');
  const model = unwrap(
    readDecisionModel(parse(readFileSync(resolve(project, 'examples/icu-early-warning/model.yaml'), 'utf8'))),
  );
  const counted = (events: number, trials: number): Estimate => ({
    ...{
      value: events / trials,
      low: null,
      high: null,
      standardError: null,
      level: 0.95,
      unit: 'probability',
      n: trials,
    },
    ...{ parts: { events, trials }, method: words, source: '', warnings: [] },
  });
  const estimates = {
    prevalence: counted(554, 4000),
    'sens-5': counted(480, 554),
    'spec-5': counted(1100, 3446),
  };
  const output = unwrap(evaluateDecisionModel(model, estimates));

  test('the increments are those of the arithmetic', () => {
    const [death, sens, spec] = [554 / 4000, 480 / 554, 1100 / 3446];
    const averted = death * sens * 0.05;
    const alerts = death * sens + (1 - death) * (1 - spec);
    const cost = 9000 + alerts * 150_000 * 1.5 + averted * (600_000 * 6 + 5_000_000);
    expect(valueOf(output, 'incremental-qaly').value).toBeCloseTo(averted * 2.5, 12);
    expect(valueOf(output, 'incremental-cost').value / cost).toBeCloseTo(1, 12);
    expect(valueOf(output, 'icer').n).toBe(4000);
  });

  test('every parameter shows its state; the assumption on effect moves the result most', () => {
    const states = output.parameters.map(({ name, state, estimateId }) => [name, state, estimateId]);
    expect(states.slice(0, 4)).toEqual([
      ['p_death', 'estimate', 'prevalence'],
      ['sensitivity', 'estimate', 'sens-5'],
      ['specificity', 'estimate', 'spec-5'],
      ['p_averted', 'assumption', undefined],
    ]);
    expect(output.parameters.at(-1)).toMatchObject({
      name: 'c_answer',
      state: 'derived',
      value: 225_000,
      distribution: null,
    });
    expect(shapeOf(output, 'tornado').bars[0]).toMatchObject({
      state: 'assumption',
      parameter: model.parameters[3]?.label,
    });
    expect(shapeOf(output, 'acceptability').willingness).toHaveLength(51);
  });

  test('an estimate that is not there is named', () => {
    const fault = evaluateDecisionModel(model, { prevalence: estimates.prevalence });
    expect(fault).toMatchObject({
      ok: false,
      fault: {
        kind: 'parameter-estimate-not-given',
        parameter: 'sensitivity',
        estimate: 'sens-5',
        known: ['prevalence'],
      },
    });
  });
});
