import { unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SurvivalDistribution } from '../survival/distribution.ts';
import { eventTime } from '../survival/event-time.ts';
import { restrictedMean } from '../survival/mean-time.ts';
import { evaluatePartitionedSurvival, type PartitionedModel } from './evaluate.ts';
import { gridTimes, partition } from './partition.ts';

const exponential = (rate: number): SurvivalDistribution => ({ family: 'exponential', rate });
const model = (rates: readonly [number, number], more: Partial<PartitionedModel> = {}): PartitionedModel => ({
  states: ['progression-free', 'progressed', 'dead'],
  curves: ['pfs', 'os'],
  grid: { horizonYears: 10, steps: 1200 },
  weights: 'half-cycle',
  discount: { costs: 0.045, effects: 0.03, form: 'continuous', from: 'time-zero' },
  utilities: [1, 0.5],
  background: null,
  strategies: [
    { name: 'new', curves: rates.map(exponential), costsPerYear: { drug: [100, 0], care: [10, 30] } },
  ],
  ...more,
});

describe('partition', () => {
  test('shares add up to 1 at every point and none is below 0', () => {
    const rate = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const times = gridTimes({ horizonYears: 20, steps: 40 });
        const [inner, outer] = [Math.max(a, b), Math.min(a, b)];
        const curves = [inner, outer].map((each, i) => ({
          name: String(i),
          survival: times.map((t) => Math.exp(-each * t)),
        }));
        const shares = unwrap(partition('x', curves, times));
        times.forEach((_t, point) => {
          const here = shares.map((column) => column[point] ?? NaN);
          expect(here.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
          expect(Math.min(...here)).toBeGreaterThan(-1e-11);
        });
      }),
    );
  });

  test('curves that cross are refused with the first time, not cut to 0', () => {
    const crossing: PartitionedModel = model([0.1, 0.1], {
      strategies: [
        {
          name: 'new',
          curves: [
            { family: 'gompertz', shape: -0.5, rate: 0.5 }, // levels off at exp(-1)
            exponential(0.2),
          ],
          costsPerYear: {},
        },
      ],
    });
    const found = evaluatePartitionedSurvival(crossing);
    expect(found).toMatchObject({
      fault: { kind: 'curves-cross', strategy: 'new', inner: 'pfs', outer: 'os' },
    });
    const time = !found.ok && 'time' in found.fault ? found.fault.time : NaN;
    // 1 - exp(-t/2) = 0.2 t has its root near 4.46.
    expect(1 - Math.exp(-time / 2)).toBeLessThan(0.2 * time);
    expect(1 - Math.exp(-(time - 1 / 120) / 2)).toBeGreaterThanOrEqual(0.2 * (time - 1 / 120));
  });
});

describe('evaluatePartitionedSurvival', () => {
  test('effects and costs are discounted apart, and the years are those of the curves', () => {
    const [outcome] = unwrap(evaluatePartitionedSurvival(model([0.5, 0.2]))).outcomes;
    const years = (rate: number, discount: number): number =>
      restrictedMean(eventTime(exponential(rate)), 10, discount);
    const free = years(0.5, 0.03);
    expect(outcome?.lifeYears).toBeCloseTo(years(0.2, 0.03), 4);
    expect(outcome?.qalys).toBeCloseTo(free + 0.5 * (years(0.2, 0.03) - free), 4);
    const [inFree, inAll] = [years(0.5, 0.045), years(0.2, 0.045)];
    expect((outcome?.cost ?? NaN) / (110 * inFree + 30 * (inAll - inFree))).toBeCloseTo(1, 5);
  });

  test('every result says that nothing links the curves', () => {
    const { warnings } = unwrap(evaluatePartitionedSurvival(model([0.5, 0.2])));
    expect(warnings.map(({ kind }) => kind)).toEqual(['curves-not-linked']);
  });

  test('background mortality shortens the outer curve only, and a missing age stops the model', () => {
    const table = { firstAge: 70, annualProbability: Array.from({ length: 11 }, (_, i) => 0.02 + 0.03 * i) };
    const background = { table, ageAtStart: 70, rule: 'excess' as const };
    const years = (of: PartitionedModel): number =>
      unwrap(evaluatePartitionedSurvival(of)).outcomes[0]?.lifeYears ?? NaN;
    expect(years(model([1.5, 0.2], { background }))).toBeLessThan(years(model([1.5, 0.2])));
    const late = { ...background, ageAtStart: 75 };
    expect(evaluatePartitionedSurvival(model([1.5, 0.2], { background: late }))).toMatchObject({
      fault: { kind: 'mortality-missing-for-age', age: 81 },
    });
  });

  test('a strategy that changes nothing has no increments', () => {
    const one = model([0.5, 0.2]);
    const [first] = one.strategies;
    const twice = {
      ...one,
      strategies: [first, { ...first, name: 'same' }].filter((each) => each !== undefined),
    };
    const { outcomes } = unwrap(evaluatePartitionedSurvival(twice as PartitionedModel));
    expect(outcomes[1]?.qalys).toBe(outcomes[0]?.qalys);
    expect(outcomes[1]?.cost).toBe(outcomes[0]?.cost);
  });
});
