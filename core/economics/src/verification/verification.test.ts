import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, succeed, unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { readCohortModel } from '../cohort/read.ts';
import { verifyModel, type CheckName, type ModelUnderTest, type Outcome } from './battery.ts';
import { cohortUnderTest } from './cohort-under-test.ts';

type Values = ReadonlyMap<string, number>;
const base = { price: 100, other: 50, utility: 0.7, risk: 0.2 };
/** Two strategies over ten years; every check holds. */
const sound = (
  cost: (v: typeof base) => number,
  effect: (v: typeof base) => number,
  more: Partial<ModelUnderTest> = {},
): ModelUnderTest => {
  const kinds = { price: 'cost', other: 'cost', utility: 'utility', risk: 'probability' } as const;
  const evaluate = (instead: Values) => {
    const values = { ...base, ...Object.fromEntries(instead) };
    const rows: readonly Outcome[] = [
      { strategy: 'now', cost: cost({ ...values, other: 0 }), effect: effect(values) },
      { strategy: 'new', cost: cost(values), effect: 1.1 * effect(values) },
    ];
    return succeed(rows);
  };
  return {
    reference: 'now',
    parameters: Object.entries(kinds).map(([name, kind]) => {
      const value = base[name as keyof typeof base];
      return { name, kind, base: value, low: value / 2, high: value * 1.2 };
    }),
    evaluate,
    evaluateAlike: () => succeed(['now', 'new'].map((strategy) => ({ strategy, cost: 1, effect: 1 }))),
    shares: () => succeed([[0.5, 0.5]]),
    mostQalys: 10,
    ...more,
  };
};
const cost = (v: typeof base): number => (v.price + v.other) * (1 - v.risk);
const effect = (v: typeof base): number => v.utility * 10 * (1 - v.risk);
const toExplain = (model: ModelUnderTest): readonly CheckName[] =>
  verifyModel(model)
    .filter(({ verdict }) => verdict === 'to-explain')
    .map(({ name }) => name);

describe('verifyModel', () => {
  test('a sound model passes everything', () => {
    expect(toExplain(sound(cost, effect))).toEqual([]);
    expect(verifyModel(sound(cost, effect)).every(({ verdict }) => verdict === 'passed')).toBe(true);
  });

  let calls = 0;
  const broken: readonly { readonly check: CheckName; readonly model: ModelUnderTest }[] = [
    { check: 'base-case', model: sound(() => NaN, effect) },
    { check: 'repeatable', model: sound((v) => cost(v) + (calls += 1), effect) },
    {
      check: 'equal-arms',
      model: sound(cost, effect, {
        evaluateAlike: () => succeed(['now', 'new'].map((strategy, i) => ({ strategy, cost: i, effect: 1 }))),
      }),
    },
    { check: 'costs-zero', model: sound((v) => cost(v) + 7, effect) },
    { check: 'costs-double', model: sound((v) => v.price * v.price, effect) },
    { check: 'effects-zero', model: sound(cost, (v) => effect(v) + 0.1) },
    { check: 'utility-raises', model: sound(cost, (v) => (1 - v.utility) * 10) },
    { check: 'sums-to-one', model: sound(cost, effect, { shares: () => succeed([[0.5, 0.4]]) }) },
    {
      check: 'extremes',
      model: sound(cost, effect, {
        evaluate: (instead) =>
          instead.has('risk')
            ? fail({ kind: 'chance-two-complements' })
            : sound(cost, effect).evaluate(instead),
      }),
    },
    { check: 'within-horizon', model: sound(cost, effect, { mostQalys: 5 }) },
  ];
  test.each(broken)('$check is found in a model that was broken for it', ({ check, model }) => {
    expect(toExplain(model)).toContain(check);
  });

  test('what does not apply is said, not passed', () => {
    const plain = sound(cost, effect, { shares: null, mostQalys: null, parameters: [] });
    const off = verifyModel(plain).filter(({ verdict }) => verdict === 'does-not-apply');
    expect(off.map(({ name }) => name)).toEqual([
      'costs-zero',
      'costs-double',
      'effects-zero',
      'utility-raises',
      'sums-to-one',
      'within-horizon',
    ]);
  });
});

test('the Sick-Sicker model of the examples passes', async () => {
  const example = join(import.meta.dirname, '../../../../examples/economics/sick-sicker/model.ts');
  const { default: file } = (await import(pathToFileURL(example).href)) as { default: unknown };
  const rows = verifyModel(unwrap(cohortUnderTest(unwrap(readCohortModel(file)), {})));
  expect(rows.filter(({ verdict }) => verdict === 'to-explain')).toEqual([]);
  expect(rows.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThanOrEqual(8);
});
