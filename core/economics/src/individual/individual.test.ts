import { unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SurvivalDistribution } from '../survival/distribution.ts';
import { eventTime } from '../survival/event-time.ts';
import { restrictedMean } from '../survival/mean-time.ts';
import { competingDraws } from './competing-draws.ts';
import { type IndividualModel } from './model.ts';
import { blocksOf, outcomesOf, simulateIndividuals, type IndividualOutcome } from './outcome.ts';
import { simulateBlock } from './simulate.ts';

const exponential = (rate: number): SurvivalDistribution => ({ family: 'exponential', rate });
const illnessDeath = (
  times: readonly (readonly SurvivalDistribution[])[],
  more: Partial<IndividualModel> = {},
): IndividualModel => ({
  states: ['healthy', 'sick', 'dead'],
  start: 'healthy',
  transitions: [
    { from: 'healthy', to: 'sick', clock: 'reset' },
    { from: 'healthy', to: 'dead', clock: 'reset' },
    { from: 'sick', to: 'dead', clock: 'reset' },
  ],
  horizonYears: 30,
  discount: { costs: 0.045, effects: 0.03, form: 'continuous' },
  strategies: times.map((of, i) => ({
    name: ['usual', 'new'][i] ?? String(i),
    times: of,
    costPerYear: [100, 1000, 0],
    costAtTransition: [500, 0, 0],
    utility: [1, 0.6, 0],
    qalysAtTransition: [-0.1, 0, 0],
  })),
  reference: 'usual',
  ...more,
});
const usual = [exponential(0.1), exponential(0.02), exponential(0.2)];
const only = (found: readonly IndividualOutcome[], i = 0): IndividualOutcome => {
  const outcome = found[i];
  if (outcome === undefined) throw new Error(`no outcome ${i}`);
  return outcome;
};

describe('constant rates have a formula', () => {
  const [a, b, c] = [0.1, 0.02, 0.2];
  /** Discounted years healthy, discounted arrivals in the sick state, discounted years sick, up to the horizon T. */
  const exact = (r: number, T: number) => {
    const [out, gone] = [a + b + r, c + r];
    const healthy = (1 - Math.exp(-out * T)) / out;
    const sick = (a / (a + b - c)) * ((1 - Math.exp(-gone * T)) / gone - healthy);
    return { healthy, arrivals: a * healthy, sick };
  };
  test('costs and effects lie within four Monte-Carlo errors of it', () => {
    const { cost, effect, years, passages } = only(
      unwrap(simulateIndividuals(illnessDeath([usual]), { patients: 100_000, seed: 11 })),
    );
    const [forCosts, forEffects, plain] = [exact(0.045, 30), exact(0.03, 30), exact(0, 30)];
    const wantCost = 100 * forCosts.healthy + 500 * forCosts.arrivals + 1000 * forCosts.sick;
    const wantEffect = forEffects.healthy - 0.1 * forEffects.arrivals + 0.6 * forEffects.sick;
    expect(Math.abs(cost.value - wantCost)).toBeLessThan(4 * cost.monteCarloError);
    expect(Math.abs(effect.value - wantEffect)).toBeLessThan(4 * effect.monteCarloError);
    expect(cost.monteCarloError / wantCost).toBeLessThan(0.01);
    expect(years[0]).toBeCloseTo(plain.healthy, 1);
    expect(years[1]).toBeCloseTo(plain.sick, 1);
    expect(years.reduce((sum, each) => sum + each, 0)).toBeCloseTo(30, 8);
    expect(passages[0]).toBeCloseTo(plain.arrivals, 2);
  });
});

test('one transition is its survival curve, whichever clock it has', () => {
  const curve: SurvivalDistribution = { family: 'weibull-aft', shape: 1.4, scale: 6 };
  for (const clock of ['reset', 'forward'] as const) {
    const { effect } = only(
      unwrap(
        simulateIndividuals(
          illnessDeath([[curve]], {
            states: ['alive', 'dead'],
            start: 'alive',
            transitions: [{ from: 'alive', to: 'dead', clock }],
            discount: { costs: 0, effects: 0.03, form: 'annual' },
            strategies: [
              {
                name: 'usual',
                times: [curve],
                costPerYear: [0, 0],
                costAtTransition: [0],
                utility: [1, 0],
                qalysAtTransition: [0],
              },
            ],
          }),
          { patients: 40_000, seed: 5 },
        ),
      ),
    );
    const want = restrictedMean(eventTime(curve), 30, Math.log1p(0.03));
    expect(Math.abs(effect.value - want)).toBeLessThan(4 * effect.monteCarloError);
  }
});

test('a clock that runs forward remembers how long it has run: rising hazards kill late arrivals sooner', () => {
  const ageing: SurvivalDistribution = { family: 'gompertz', shape: 0.2, rate: 0.01 };
  const years = (clock: 'reset' | 'forward'): number =>
    only(
      unwrap(
        simulateIndividuals(
          illnessDeath([[exponential(0.2), exponential(1e-9), ageing]], {
            transitions: [
              { from: 'healthy', to: 'sick', clock: 'reset' },
              { from: 'healthy', to: 'dead', clock: 'reset' },
              { from: 'sick', to: 'dead', clock },
            ],
          }),
          { patients: 5000, seed: 2 },
        ),
      ),
    ).years[1] ?? NaN;
  expect(years('forward')).toBeLessThan(years('reset') - 1);
});

test('where the sick die at the same age as the healthy, falling ill changes nothing about survival', () => {
  const ageing: SurvivalDistribution = { family: 'gompertz', shape: 0.1, rate: 0.02 };
  const model = illnessDeath([[exponential(0.3), ageing, ageing]], {
    transitions: [
      { from: 'healthy', to: 'sick', clock: 'reset' },
      { from: 'healthy', to: 'dead', clock: 'forward' },
      { from: 'sick', to: 'dead', clock: 'forward' },
    ],
    discount: { costs: 0, effects: 0, form: 'annual' },
  });
  const alive = {
    ...model,
    strategies: model.strategies.map((each) => ({
      ...each,
      utility: [1, 1, 0],
      qalysAtTransition: [0, 0, 0],
    })),
  };
  const { effect } = only(unwrap(simulateIndividuals(alive, { patients: 30_000, seed: 8 })));
  const want = restrictedMean(eventTime(ageing), 30);
  expect(Math.abs(effect.value - want)).toBeLessThan(4 * effect.monteCarloError);
});

describe('common random numbers', () => {
  const better = [exponential(0.08), exponential(0.02), exponential(0.2)];

  test('equal strategies have no increment at all', () => {
    const { incrementalCost, incrementalEffect, netBenefit } = only(
      unwrap(simulateIndividuals(illnessDeath([usual, usual]), { patients: 3000, seed: 3 })),
      1,
    );
    expect([incrementalCost.value, incrementalEffect.value, netBenefit(3e7).monteCarloError]).toEqual([
      0, 0, 0,
    ]);
  });

  test('increments are known better than by independent patients', () => {
    const found = unwrap(simulateIndividuals(illnessDeath([usual, better]), { patients: 20_000, seed: 4 }));
    const [one, two] = [only(found, 0).effect.monteCarloError, only(found, 1).effect.monteCarloError];
    const paired = only(found, 1).incrementalEffect;
    expect(paired.value).toBeGreaterThan(0);
    expect(paired.monteCarloError).toBeLessThan(0.5 * Math.sqrt(one * one + two * two));
    const atZero = only(found, 1).netBenefit(0);
    expect(atZero.monteCarloError).toBeCloseTo(only(found, 1).incrementalCost.monteCarloError, 9);
  });

  test('draws do not depend on who asks first, and are exponential', () => {
    const [there, back] = [competingDraws(9), competingDraws(9)];
    const places = Array.from({ length: 40_000 }, (_, i) => [i >> 3, i % 4, (i >> 2) % 2] as const);
    const values = places.map(([patient, transition, visit]) => there(patient, transition, visit));
    const reversed = [...places]
      .reverse()
      .map(([patient, transition, visit]) => back(patient, transition, visit));
    expect(reversed.reverse()).toEqual(values);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const square = values.reduce((sum, x) => sum + x * x, 0) / values.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.02);
    expect(Math.abs(square - 2)).toBeLessThan(0.12);
    expect(new Set(values).size).toBe(values.length);
  });

  test('however blocks are shared out, the bytes are the same; twice the patients, less error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 2, max: 4500 }), (seed, patients) => {
        const model = illnessDeath([usual, better]);
        const numbers = Array.from({ length: blocksOf(patients) }, (_, block) => block);
        const shuffled = [...numbers]
          .reverse()
          .map((block) => ({ block, of: simulateBlock(model, { seed, block, patients }) }));
        const inOrder = shuffled.sort((a, b) => a.block - b.block).map(({ of }) => of);
        const whole = unwrap(simulateIndividuals(model, { seed, patients }));
        expect(JSON.stringify(outcomesOf(model, inOrder))).toBe(JSON.stringify(whole));
      }),
      { numRuns: 10 },
    );
    const error = (patients: number): number =>
      only(unwrap(simulateIndividuals(illnessDeath([usual]), { patients, seed: 1 }))).cost.monteCarloError;
    expect(error(4000) / error(16_000)).toBeCloseTo(2, 0);
  });
});

describe('faults', () => {
  const run = (more: Partial<IndividualModel>, patients = 100) =>
    simulateIndividuals(illnessDeath([usual], more), { patients, seed: 1 });
  test.each([
    {
      name: 'a state',
      found: run({ start: 'well' }),
      fault: { kind: 'individual-state-unknown', name: 'well' },
    },
    {
      name: 'a reference',
      found: run({ reference: 'none' }),
      fault: { kind: 'individual-strategy-unknown' },
    },
    { name: 'a horizon', found: run({ horizonYears: Infinity }), fault: { kind: 'individual-horizon' } },
    { name: 'patients', found: run({}, 1e9), fault: { kind: 'individual-patients', limit: 10_000_000 } },
    {
      name: 'a list',
      found: run({ strategies: illnessDeath([usual.slice(1)]).strategies }),
      fault: { kind: 'individual-list-length', list: 'times', takes: 3, got: 2 },
    },
    {
      name: 'a value',
      found: run({
        strategies: illnessDeath([usual]).strategies.map((each) => ({ ...each, utility: [1, NaN, 0] })),
      }),
      fault: { kind: 'individual-value', list: 'utility', strategy: 'usual' },
    },
  ])('$name', ({ found, fault }) => {
    expect(found).toMatchObject({ ok: false, fault });
  });
});
