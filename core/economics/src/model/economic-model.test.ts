import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Shape } from '@daero/domain/shape';
import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import {
  evaluateEconomicModel,
  modelStructures,
  readEconomicModel,
  type EconomicModel,
} from './economic-model.ts';
import { holdable, withScenario } from './scenario.ts';

const example = join(import.meta.dirname, '../../../../examples/economics/sick-sicker/model.ts');
const { default: file }: { readonly default: unknown } = await import(pathToFileURL(example).href);
const cohort = unwrap(readEconomicModel(file));

const words = { ko: '말', en: 'word' };
const source = { assumption: words, by: 'tests', on: '2026-11-22' };
const uncertain = (name: string, mean: number, sd: number) => ({
  ...{ name, label: { ko: name, en: name }, kind: 'qaly', source },
  distribution: { form: 'normal', mean, sd },
});
/** Usual care against a treatment that gains `gain` QALYs for 1,000 won; `other` counts in both. */
const tree = (draws: number, seed = 1): EconomicModel =>
  unwrap(
    readEconomicModel({
      ...{ kind: 'decision-tree', title: words, currency: 'KRW', priceYear: 2026, perspective: words },
      ...{ timeHorizon: words, discounting: { costs: 0, effects: 0, statement: words } },
      outcomes: { cost: { unit: 'KRW' }, qaly: { unit: 'QALY' } },
      parameters: [uncertain('gain', 0.1, 0.5), uncertain('other', 1, 0.5)],
      reference: 'usual',
      root: {
        ...{ type: 'decision', name: 'strategy' },
        branches: [
          { name: 'usual', node: { type: 'leaf', name: 'left alone', payoffs: { qaly: 'other' } } },
          {
            ...{ name: 'treat', payoffs: { cost: 1000 } },
            node: { type: 'leaf', name: 'treated', payoffs: { qaly: 'other + gain' } },
          },
        ],
      },
      analyses: {
        willingness: { from: 0, to: 20_000, step: 10_000, stated: 10_000 },
        probabilistic: { draws, seed },
      },
    }),
  );
const shapeOf = <Kind extends Shape['shape']>(model: EconomicModel, kind: Kind) => {
  const { shapes } = unwrap(evaluateEconomicModel(model, {}));
  const found = shapes.find((shape): shape is Extract<Shape, { shape: Kind }> => shape.shape === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};

describe('the kind of a file says what reads it', () => {
  test('a cohort, a tree', () => {
    expect([cohort.structure, tree(100).structure]).toEqual(['cohort', 'decision-tree']);
  });
  test('another kind is refused by its name', () => {
    expect(readEconomicModel({ kind: 'microsimulation' })).toMatchObject({
      fault: {
        kind: 'model-structure-unknown',
        found: 'microsimulation',
        known: modelStructures,
      },
    });
    expect(readEconomicModel({})).toMatchObject({ fault: { path: '/kind' } });
    expect(readEconomicModel(null).ok).toBe(false);
  });
});

describe('the value of information', () => {
  // incremental net benefit is normal with mean 10,000 x 0.1 - 1,000 = 0 and sd 5,000: E max(0, X) = 5,000 / sqrt(2 pi)
  const exact = 5000 / Math.sqrt(2 * Math.PI);

  test('is that of the closed form for what decides, and nothing for what does not', () => {
    const { perfect, parameters } = shapeOf(tree(10_000), 'value-of-information');
    const [gain, other] = parameters;
    expect(Math.abs(perfect.value - exact)).toBeLessThan(4 * (perfect.standardError ?? 0));
    expect(Math.abs((gain?.value ?? NaN) - exact)).toBeLessThan(4 * (gain?.standardError ?? 0));
    expect(other?.value).toBeLessThan(exact * 0.02);
  });

  test('its standard error is about the spread over seeds', () => {
    const seeds = Array.from({ length: 12 }, (_, index) =>
      shapeOf(tree(2000, index), 'value-of-information'),
    );
    const values = seeds.map(({ perfect }) => perfect.value);
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(
      values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0) / 11,
    );
    const told = seeds.reduce((sum, { perfect }) => sum + (perfect.standardError ?? NaN), 0) / seeds.length;
    expect(told / spread).toBeGreaterThan(0.5);
    expect(told / spread).toBeLessThan(2);
  });

  test('is not told from few draws', () => {
    const { shapes } = unwrap(evaluateEconomicModel(tree(1000), {}));
    expect(shapes.map(({ shape }) => shape)).not.toContain('value-of-information');
  });
});

describe('structures and traces', () => {
  test('every transition of a cohort is drawn as it is written', () => {
    const { drawing } = shapeOf(
      withScenario(cohort, { set: new Map(), draws: 100, stated: null }),
      'model-structure',
    );
    if (drawing.form !== 'states' || cohort.structure !== 'cohort') throw new Error('a cohort was expected');
    expect(drawing.passages).toHaveLength(cohort.model.structure.rows.flat().length);
    expect(drawing.passages.map(({ amount }) => amount)).toContain('rest');
  });
  test('a trace has the whole cohort at every point', () => {
    const { years, strategies } = shapeOf(
      withScenario(cohort, { set: new Map(), draws: 100, stated: null }),
      'cohort-trace',
    );
    for (const { occupancy } of strategies)
      years.forEach((_, point) =>
        expect(occupancy.reduce((sum, shares) => sum + (shares[point] ?? NaN), 0)).toBeCloseTo(1, 10),
      );
  });
  test('a tree has each node after its parent', () => {
    const { drawing } = shapeOf(tree(100), 'model-structure');
    if (drawing.form !== 'tree') throw new Error('a tree was expected');
    expect(drawing.nodes.map(({ kind, branch, payoffs }) => [kind, branch?.from ?? null, payoffs])).toEqual([
      ['decision', null, []],
      ['leaf', 0, ['qaly: other']],
      ['leaf', 0, ['cost: 1000', 'qaly: other + gain']],
    ]);
  });
});

describe('a scenario', () => {
  const scenario = (set: readonly (readonly [string, number])[]) => ({
    ...{ set: new Map(set), draws: 500, stated: 15_000 },
  });
  test('holds a parameter at its value, certain and assumed, and asks at another willingness', () => {
    const { parameters, estimates } = unwrap(
      evaluateEconomicModel(withScenario(tree(10_000), scenario([['gain', 0.3]])), {}),
    );
    expect(parameters[0]).toMatchObject({ value: 0.3, low: null, high: null, state: 'assumption' });
    expect(estimates['net-benefit']?.value).toBeCloseTo(15_000 * 0.3 - 1000, 6);
    expect(estimates['net-benefit']?.standardError).toBeLessThan(1e-6);
    expect(estimates['net-benefit']?.parts.draws).toBe(500);
  });
  test('without changes gives the results of the file', () => {
    const own = unwrap(evaluateEconomicModel(tree(500), {}));
    const { estimates } = unwrap(
      evaluateEconomicModel(withScenario(tree(10_000), { set: new Map(), draws: 500, stated: null }), {}),
    );
    expect(estimates).toEqual(own.estimates);
  });
  test('cannot hold what follows from others', () => {
    const names = holdable(cohort).map(({ name }) => name);
    const derived = cohort.model.parameters.filter(({ amount }) => amount.from === 'expression');
    expect(derived.length).toBeGreaterThan(0);
    for (const { name } of derived) expect(names).not.toContain(name);
  });
});
