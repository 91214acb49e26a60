import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, statedOf } from './compare.ts';
import { answer, compute, type Asked } from './engine.ts';
import { computeFurther, computeResearch } from './engine-further.ts';
import { designOf, designOfParameter } from './evidence-design.ts';
import { held, readModelSearch } from './model-search.ts';
import { slidesOf } from './slides.ts';

const words = { ko: '말', en: 'word' };
const source = { assumption: words, by: 'tests', on: '2026-11-22' };
const cost = (name: string, mean: number) => ({
  ...{ name, label: { ko: name, en: name }, kind: 'cost', source },
  distribution: { form: 'gamma', mean, sd: mean / 10 },
});
/** Treatment costs `price` more and gains a tenth of a QALY; `other` counts in both. */
const model = {
  ...{ kind: 'decision-tree', title: words, currency: 'KRW', priceYear: 2026, perspective: words },
  ...{ timeHorizon: words, discounting: { costs: 0, effects: 0, statement: words } },
  outcomes: { cost: { unit: 'KRW' }, qaly: { unit: 'QALY' } },
  parameters: [
    cost('price', 1_000_000),
    cost('other', 500),
    { name: 'twice', label: words, kind: 'cost', expression: '2 * price' },
  ],
  reference: 'usual',
  root: {
    ...{ type: 'decision', name: 'strategy' },
    branches: [
      { name: 'usual', node: { type: 'leaf', name: 'left', payoffs: { cost: 'other' } } },
      {
        name: 'treat',
        node: { type: 'leaf', name: 'treated', payoffs: { cost: 'other + price', qaly: 0.1 } },
      },
    ],
  },
  analyses: {
    willingness: { from: 0, to: 60_000_000, step: 1_000_000, stated: 30_000_000 },
    probabilistic: { draws: 5000, seed: 3 },
  },
};
const asked = (more: Partial<Asked> = {}): Asked => ({
  ...{ model, estimates: {}, set: {}, stated: null, draws: 1000 },
  ...more,
});

describe('the engine behind the page', () => {
  test('holds what is set and tells at the willingness that is asked', () => {
    const { output, willingness, draws, fullDraws } = unwrap(
      compute(asked({ set: { price: 2_000_000 }, stated: 40_000_000 })),
    );
    expect(output.estimates['incremental-cost']?.value).toBe(2_000_000);
    expect(output.estimates['net-benefit']?.value).toBeCloseTo(0.1 * 40_000_000 - 2_000_000, 3);
    expect([willingness.stated, draws, fullDraws]).toEqual([40_000_000, 1000, 5000]);
  });

  test('refuses to hold what follows from others, in words', () => {
    const found = compute(asked({ set: { twice: 1 } }));
    if (found.ok) throw new Error('it was not refused');
    expect(speakFault(found.fault, 'en')).toContain('"twice"');
    expect(speakFault(found.fault, 'ko')).toContain('"twice"');
  });

  test('a budget that is none is a fault, not an exception', () => {
    expect(answer({ id: 1, ask: 'budget', content: { kind: 'budget-impact' } }).ok).toBe(false);
    expect(answer({ id: 1, ask: 'hospital', content: 7 }).ok).toBe(false);
  });
});

describe('sliders', () => {
  const base = unwrap(compute(asked()));
  test('those that move the result most come first, money in the unit of the language', () => {
    const [first, second] = slidesOf(base, {}, 'ko');
    expect(first).toMatchObject({ name: 'price', by: 10_000, slide: { base: 100, unit: '만 원' } });
    expect(second).toMatchObject({ name: 'other', by: 1, slide: { unit: '원' } });
    expect(slidesOf(base, {}, 'en')[0]?.slide).toMatchObject({ base: 1000, unit: 'KRW thousand' });
  });
  test('a held value is shown, its base stays', () => {
    expect(slidesOf(base, { price: 1_500_000 }, 'ko')[0]?.slide).toMatchObject({ value: 150, base: 100 });
  });
  test('the plausible range lies within the ends, and steps are no finer than needed', () => {
    for (const { slide } of slidesOf(base, {}, 'en')) {
      expect(slide.from).toBeLessThanOrEqual(slide.plausible.low);
      expect(slide.to).toBeGreaterThanOrEqual(slide.plausible.high);
      expect((slide.plausible.high - slide.plausible.low) / slide.step).toBeLessThanOrEqual(100.5);
    }
  });
});

describe('the address', () => {
  test('what is read and written again is read the same', () => {
    const values = fc.dictionary(
      fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      { maxKeys: 9 },
    );
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1e8, noNaN: true }), (set, at) => {
        const read = readModelSearch({ view: 'money', set, at });
        expect(readModelSearch({ ...read })).toEqual(read);
      }),
    );
  });
  test('what it does not know is left out', () => {
    expect(readModelSearch({ view: 'live', set: { p: 'much', q: Infinity }, at: -1, other: 1 })).toEqual({});
    expect(readModelSearch({ view: 'versions', set: { p: 0.1 } })).toEqual({
      view: 'versions',
      set: { p: 0.1 },
    });
  });
  test('a value let go leaves nothing behind', () => {
    expect(held(held(undefined, 'p', 1), 'p', null)).toBeUndefined();
    expect(held({ p: 1, q: 2 }, 'p', 3)).toEqual({ p: 3, q: 2 });
  });
});

describe('two versions', () => {
  test('differ where a parameter or a part differs, not in the order of fields', () => {
    const [price, ...others] = model.parameters;
    const reordered = Object.fromEntries(Object.entries(model).reverse());
    expect(changesBetween(model, reordered)).toEqual({ parameters: [], parts: [] });
    const changed = { ...model, reference: 'treat', parameters: [cost('price', 2_000_000), ...others] };
    const { parameters, parts } = changesBetween(model, changed);
    expect(parts).toEqual(['reference']);
    expect(parameters.map(({ name, before, after }) => [name, statedOf(before), statedOf(after)])).toEqual([
      ['price', 'gamma(mean 1000000, sd 100000)', 'gamma(mean 2000000, sd 200000)'],
    ]);
    expect(changesBetween(model, { ...model, parameters: [price ?? null] }).parameters).toMatchObject([
      { name: 'other', after: null },
      { name: 'twice', after: null },
    ]);
  });
  test('a definition is told as the file states it', () => {
    expect(statedOf({ source: { estimate: 'sens-5', as: 'beta-from-counts' } })).toBe('→ sens-5');
    expect(statedOf({ expression: 'a * b' })).toBe('a * b');
    expect(statedOf({ value: 0.88 })).toBe('0.88');
    expect(statedOf(null)).toBeNull();
  });
});

describe('what the file asks besides, and where further evidence leads', () => {
  const parameters = [
    { ...cost('price', 1_000_000), distribution: { form: 'gamma', mean: 3_000_000, sd: 900_000 } },
    ...model.parameters.slice(1),
    {
      ...{ name: 'sens', label: words, kind: 'probability', source },
      distribution: { form: 'beta', mean: 0.8, sd: 0.05 },
    },
  ];
  const study = {
    ...{ name: 'costing', label: words, parameter: 'price', measures: { sd: 2_000_000 } },
    ...{ sizes: [10, 100], fixedCost: 0, costPerPerson: 1000, statement: words },
    design: {
      question: 'accuracy',
      values: { sensitivity: { parameter: 'sens' }, aim: 'precision', odd: 1 },
    },
  };
  const asking = {
    ...model,
    parameters,
    analyses: {
      ...model.analyses,
      scenarios: [{ name: 'dear', label: words, set: { price: 9_000_000 } }],
      twoWay: [
        {
          ...{ name: 'grid', label: words },
          first: { parameter: 'price', low: 1e6, high: 5e6, points: 3 },
          second: { parameter: 'other', low: 1, high: 1000, points: 2 },
        },
      ],
      research: {
        ...{ decisionsPerYear: 1000, years: 5, discountRate: 0.045, statement: words, studies: [study] },
      },
    },
  };

  test('scenarios, grids and thresholds follow what is held and the willingness that is asked', () => {
    const at = (stated: number | null, set: Asked['set'] = {}) =>
      unwrap(computeFurther(asked({ model: asking, stated, set })));
    expect(at(null).results.turningPoints.find(({ parameter }) => parameter === 'price')?.at).toBeCloseTo(
      3e6,
      3,
    );
    expect(
      at(40_000_000).results.turningPoints.find(({ parameter }) => parameter === 'price')?.at,
    ).toBeCloseTo(4e6, 3);
    expect(at(null).results.scenarios[0]?.best).toBe('usual');
    expect(at(null).results.grids[0]?.axes[0].base).toBe(3e6);
    expect(at(null, { price: 2e6 }).results.grids[0]?.axes[0].base).toBe(2e6);
    expect(at(null).sets[0]?.values).toEqual([['price', 9_000_000]]);
  });

  test('a study of the file goes to the designer with the values of the model; what the designer does not know is left out', () => {
    const found = unwrap(computeResearch(asked({ model: asking, draws: 3000 })));
    const [design] = found?.designs ?? [];
    if (design === undefined || design === null) throw new Error('a question was stated');
    expect(designOf(design, { title: 'a', product: 'b' }, null)).toEqual({
      ...{ title: 'a', product: 'b' },
      values: { sensitivity: 0.8, aim: 'precision' },
    });
    expect(found?.shape.studies[0]?.best).not.toBeNull();
    const sized = designOf(design, { title: 'a', product: 'b' }, { share: 0.8, n: 400 });
    expect(sized.values?.['halfWidth']).toBeCloseTo((1.96 * 0.4) / 20, 3);
  });

  test('an accuracy that no study measures opens at half the interval; what is no accuracy opens nothing', () => {
    const { output } = unwrap(compute(asked({ model: asking })));
    const rowOf = (name: string) => {
      const row = output.parameters.find((one) => one.name === name);
      if (row === undefined) throw new Error(name);
      return row;
    };
    const names = { title: 'a', product: 'b' };
    const { low, high } = rowOf('sens');
    const search = designOfParameter(rowOf('sens'), names);
    expect(search?.values).toMatchObject({ aim: 'precision', sensitivity: 0.8 });
    expect(search?.values?.['halfWidth']).toBeCloseTo(((high ?? NaN) - (low ?? NaN)) / 4, 2);
    expect(designOfParameter(rowOf('price'), names)).toBeNull();
  });
});
