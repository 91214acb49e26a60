import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, statedOf } from './compare.ts';
import { answer, compute, type Asked } from './engine.ts';
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
