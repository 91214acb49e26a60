import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { unwrap } from '@daero/domain/result';
import { speakWarning } from '@daero/domain/words/speak';
import { estimateNames } from '../decision-tree/model.ts';
import { oneWayInputs } from '../decision-tree/tornado.ts';
import { discountFactor, pointWeights } from './accounting.ts';
import { cohortModel } from './build.ts';
import { evaluateCohortModel } from './evaluate.ts';
import { cohortModelForm, type CohortModelFile } from './model-form.ts';
import { oneWayResults } from './one-way-results.ts';
import { baseGiven, prepareCohort, type PreparedCohort } from './prepare.ts';
import { chunksOf, combineChunks, outcomesOf, probabilisticChunk } from './probabilistic.ts';
import { readCohortModel } from './read.ts';

/** The Sick-Sicker model of the examples: what newcomers read is what is tested. */
const example = join(import.meta.dirname, '../../../../examples/economics/sick-sicker/model.ts');
const { default: file }: { readonly default: unknown } = await import(pathToFileURL(example).href);
const sickSicker: CohortModelFile = cohortModelForm.parse(file);

const words = { ko: '말', en: 'word' };
const source = { assumption: words, by: 'tests', on: '2026-11-22' };

/** One state that costs something and is left by dying at a constant rate: everything about it is a geometric sum. */
const dying = (conventions: CohortModelFile['conventions']): CohortModelFile =>
  cohortModel({
    ...{ title: words, currency: 'KRW', priceYear: 2026, perspective: words, conventions },
    parameters: {
      rate: { kind: 'rate', unit: 'per year', value: 0.2, label: words, source },
      price: { kind: 'cost', unit: 'KRW per year', value: 1200, label: words, source },
      utility: { kind: 'utility', value: 0.8, label: words, source },
      death: { kind: 'cost', value: 500, label: words, source },
      p_death: { kind: 'probability', expression: '1 - exp(-rate*cycle)', label: words },
    },
    states: { alive: words, dead: words },
    initial: { alive: 1 },
    transitions: { alive: { dead: 'p_death', alive: 'rest' }, dead: { dead: 1 } },
    rewards: {
      cost: {
        label: words,
        counts: 'cost',
        per: 'year',
        states: { alive: 'price' },
        transitions: { alive: { dead: 'death' } },
      },
      qaly: { label: words, counts: 'effect', per: 'year', states: { alive: 'utility' } },
    },
    strategies: { now: { label: words }, slower: { label: words, set: { rate: 0.1 } } },
    reference: 'now',
    analyses: {
      willingness: { from: 0, to: 1000, step: 500, stated: 500 },
      probabilistic: { draws: 100, seed: 1 },
    },
  });

describe('monthly cycles, costs and effects discounted apart', () => {
  const discount = { costs: 0.05, effects: 0.015, form: 'annual', from: 'time-zero' } as const;
  const months = {
    cycle: { length: 1, unit: 'months' },
    horizon: { length: 10, unit: 'years' },
    discount,
  } as const;
  const sum = (of: (month: number) => number, from: number): number => {
    let total = 0;
    for (let month = from; month <= 120; month++) total += of(month);
    return total;
  };
  const worth = (rate: number, month: number): number => Math.exp((-month / 12) * Math.log(1 + rate));
  const alive = (month: number): number => Math.exp((-0.2 * month) / 12);

  test.each([
    ['half-cycle' as const, (month: number) => (month === 0 || month === 120 ? 0.5 : 1)],
    ['simpson' as const, (month: number) => (month === 0 || month === 120 ? 1 : month % 2 === 1 ? 4 : 2) / 3],
    ['none' as const, () => 1],
  ])('%s', (weights, weight) => {
    const file = dying({ ...months, withinCycle: { at: 'points', weights } });
    const [now] = unwrap(evaluateCohortModel(unwrap(readCohortModel(file)), {})).strategies;
    const paid = sum(
      (month) => weight(month) * 500 * (alive(month - 1) - alive(month)) * worth(0.05, month),
      1,
    );
    expect(now?.cost).toBeCloseTo(
      sum((month) => weight(month) * 100 * alive(month) * worth(0.05, month), 0) + paid,
      8,
    );
    expect(now?.qaly).toBeCloseTo(
      sum((month) => (weight(month) * 0.8 * alive(month) * worth(0.015, month)) / 12, 0),
      11,
    );
  });

  test('the mean of start and end, discounted in the middle of the cycle', () => {
    const file = dying({
      ...months,
      withinCycle: { at: 'cycles', population: 'mean', discountedAt: 'middle' },
    });
    const [now] = unwrap(evaluateCohortModel(unwrap(readCohortModel(file)), {})).strategies;
    const people = (month: number): number => (alive(month - 1) + alive(month)) / 2;
    expect(now?.qaly).toBeCloseTo(
      sum((month) => (0.8 * people(month) * worth(0.015, month - 0.5)) / 12, 1),
      11,
    );
  });

  test('a finer cycle comes to the integral', () => {
    const days = {
      ...months,
      cycle: { length: 1, unit: 'days' },
      horizon: { length: 3650, unit: 'days' },
    } as const;
    const file = dying({ ...days, withinCycle: { at: 'points', weights: 'simpson' } });
    const [now] = unwrap(evaluateCohortModel(unwrap(readCohortModel(file)), {})).strategies;
    const fall = 0.2 + Math.log(1.015);
    expect(now?.qaly).toBeCloseTo((0.8 * (1 - Math.exp((-fall * 3650) / 365.25))) / fall, 6);
  });
});

describe('discounting and weights', () => {
  test('forms differ, and each is what it says', () => {
    const at = (
      form: 'annual' | 'whole-years' | 'continuous',
      from: 'time-zero' | 'after-first-year',
    ): number => discountFactor(0.045, 2.5, { form, from });
    expect(at('annual', 'time-zero')).toBeCloseTo(Math.exp(-2.5 * Math.log(1.045)), 14);
    expect(at('whole-years', 'time-zero')).toBeCloseTo(1 / (1.045 * 1.045), 14);
    expect(at('continuous', 'time-zero')).toBeCloseTo(Math.exp(-0.1125), 14);
    expect(at('whole-years', 'after-first-year')).toBeCloseTo(1 / 1.045, 14);
    expect(discountFactor(0.05, 12 * (1 / 12), { form: 'whole-years', from: 'time-zero' })).toBeCloseTo(
      1 / 1.05,
      14,
    );
  });

  test("Simpson's rule is exact for a cubic, the alternating weights are not", () => {
    const integral = (rule: 'simpson' | 'alternating'): number =>
      pointWeights(rule, 6).reduce((sum, weight, x) => sum + weight * (x * x * x - 2 * x), 0);
    expect(integral('simpson')).toBeCloseTo(6 ** 4 / 4 - 36, 10);
    expect(Math.abs(integral('alternating') - (6 ** 4 / 4 - 36))).toBeGreaterThan(1);
    expect(() => pointWeights('simpson', 5)).toThrow(RangeError);
  });
});

describe('a probabilistic run', () => {
  const prepared = (draws: number): PreparedCohort => {
    const analyses = { ...sickSicker.analyses, probabilistic: { draws, seed: 3 } };
    return unwrap(prepareCohort(unwrap(readCohortModel({ ...sickSicker, analyses })), {}));
  };

  test('gives the same bytes in one piece and in chunks, whoever ends first', () => {
    const model = prepared(3500);
    const whole = combineChunks([unwrap(probabilisticChunk(model, { from: 0, draws: 3500 }))]);
    const pieces = chunksOf(3500, 1).map((chunk) => unwrap(probabilisticChunk(prepared(3500), chunk)));
    expect(combineChunks([...pieces].reverse())).toEqual(whole);
    expect(pieces.map(({ draws }) => draws)).toEqual([1000, 1000, 1000, 500]);
  });

  test('more draws continue fewer', () => {
    const [few, many] = [200, 1300].map((draws) =>
      combineChunks([unwrap(probabilisticChunk(prepared(draws), { from: 0, draws }))]),
    );
    expect(many?.map(({ cost }) => cost.slice(0, 200))).toEqual(few?.map(({ cost }) => cost));
  });

  test('a gap between chunks is refused', () => {
    const chunk = unwrap(probabilisticChunk(prepared(2000), { from: 1000, draws: 1000 }));
    expect(() => combineChunks([chunk])).toThrow(RangeError);
    expect(() => probabilisticChunk(prepared(2000), { from: 500, draws: 100 })).toThrow(RangeError);
  });
});

test('the results say under which conventions they hold, and warn of weights that are not those of Simpson', () => {
  const analyses = { ...sickSicker.analyses, probabilistic: { draws: 300, seed: 3 } };
  const output = unwrap(evaluateCohortModel(unwrap(readCohortModel({ ...sickSicker, analyses })), {}));
  const printed = output.conventions.map(({ en }) => en).join('; ');
  for (const said of [
    'cycle of 1 year',
    '75 cycles',
    'costs 0.03, effects 0.03',
    'from the start',
    '2/3, 4/3',
  ])
    expect(printed).toContain(said);
  expect(output.warnings.map((warning) => speakWarning(warning, 'ko')).join()).toContain('심프슨');
  expect(output.shapes.map(({ shape }) => shape)).toContain('tornado');
  const promised = estimateNames(unwrap(readCohortModel(sickSicker)));
  expect([...promised].sort()).toEqual(Object.keys(output.estimates).sort());
  expect(output.traces[0]?.occupancy.map((points) => points.length)).toEqual([76, 76, 76, 76]);
});

test('the ends of a tornado that are run together are those that are run alone', () => {
  const model = unwrap(readCohortModel(sickSicker));
  const prepared = unwrap(prepareCohort(model, {}));
  const inputs = oneWayInputs(model, prepared.parameters);
  expect(inputs.length).toBeGreaterThan(5);
  const known = oneWayResults(prepared, inputs);
  for (const { parameter, low, high } of inputs) {
    for (const value of [low, high]) {
      const alone = unwrap(
        outcomesOf(prepared, 1, {
          given: baseGiven(prepared, new Map([[parameter, value]])),
          draws: 1,
          firstDraw: 0,
        }),
      );
      expect(known(1, parameter, value)?.cost).toBeCloseTo(alone.cost[0] ?? NaN, 6);
      expect(known(1, parameter, value)?.effect).toBeCloseTo(alone.effect[0] ?? NaN, 10);
    }
  }
});
