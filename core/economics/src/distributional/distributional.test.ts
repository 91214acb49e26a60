import { unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  distributionalChange,
  equallyDistributed,
  type Aversion,
  type Group,
} from './equally-distributed.ts';

const groups = (values: readonly (readonly [number, number])[]): readonly Group[] =>
  values.map(([weight, health], i) => ({ name: `fifth ${i + 1}`, weight, health }));
const people = fc
  .array(
    fc.tuple(fc.double({ min: 0.1, max: 5, noNaN: true }), fc.double({ min: 20, max: 90, noNaN: true })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map(groups);
const aversions: fc.Arbitrary<Aversion> = fc.oneof(
  fc.record({
    index: fc.constant('atkinson' as const),
    parameter: fc.double({ min: 0, max: 30, noNaN: true }),
  }),
  fc.record({ index: fc.constant('kolm' as const), parameter: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

describe('equallyDistributed', () => {
  test('the formulas by hand', () => {
    const two = groups([
      [1, 60],
      [3, 80],
    ]);
    const { ede, mean } = unwrap(equallyDistributed(two, { index: 'atkinson', parameter: 2 }));
    expect(mean).toBe(75);
    expect(ede).toBeCloseTo(1 / (0.25 / 60 + 0.75 / 80), 10); // the harmonic mean
    const geometric = unwrap(equallyDistributed(two, { index: 'atkinson', parameter: 1 })).ede;
    expect(geometric).toBeCloseTo(Math.exp(0.25 * Math.log(60) + 0.75 * Math.log(80)), 10);
    const kolm = unwrap(equallyDistributed(two, { index: 'kolm', parameter: 0.1 })).ede;
    expect(kolm).toBeCloseTo(-10 * Math.log(0.25 * Math.exp(-6) + 0.75 * Math.exp(-8)), 10);
  });

  test('it lies between the worst off and the mean, and falls with aversion', () => {
    fc.assert(
      fc.property(people, aversions, (of, aversion) => {
        const { ede, mean, inequality } = unwrap(equallyDistributed(of, aversion));
        expect(ede).toBeLessThanOrEqual(mean * (1 + 1e-12));
        expect(ede).toBeGreaterThanOrEqual(Math.min(...of.map(({ health }) => health)) * (1 - 1e-12));
        expect(inequality).toBeGreaterThanOrEqual(-1e-12);
        const more = unwrap(equallyDistributed(of, { ...aversion, parameter: aversion.parameter * 2 + 0.1 }));
        expect(more.ede).toBeLessThanOrEqual(ede * (1 + 1e-12));
      }),
    );
  });

  test('Atkinson does not mind the scale, Kolm does not mind the level', () => {
    fc.assert(
      fc.property(people, fc.double({ min: 0.5, max: 3, noNaN: true }), (of, by) => {
        const inequality = (index: 'atkinson' | 'kolm', change: (health: number) => number): number =>
          unwrap(
            equallyDistributed(
              of.map((group) => ({ ...group, health: change(group.health) })),
              { index, parameter: index === 'kolm' ? 0.2 : 1.5 },
            ),
          ).inequality;
        expect(inequality('atkinson', (h) => h * by)).toBeCloseTo(
          inequality('atkinson', (h) => h),
          9,
        );
        expect(inequality('kolm', (h) => h + 10 * by)).toBeCloseTo(
          inequality('kolm', (h) => h),
          9,
        );
      }),
    );
  });
});

describe('distributionalChange', () => {
  const start = groups([
    [1, 60],
    [1, 80],
  ]);
  const aversion = { index: 'atkinson', parameter: 3 } as const;
  test('the same gain is worth more where it goes to those with less', () => {
    const to = (gained: readonly number[]) =>
      unwrap(distributionalChange(start, { gained, forgone: [0.5, 0.5] }, aversion));
    expect(to([2, 0]).meanGain).toBeCloseTo(to([0, 2]).meanGain, 12);
    expect(to([2, 0]).edeGain).toBeGreaterThan(to([0, 2]).edeGain);
    expect(to([2, 0]).fairness).toBeGreaterThan(0);
    expect(to([0, 2]).fairness).toBeLessThan(0);
  });

  test('faults', () => {
    const change = (gained: readonly number[]) =>
      distributionalChange(start, { gained, forgone: [0, 0] }, aversion);
    expect(change([1])).toMatchObject({ fault: { kind: 'distributional-groups', first: 2, second: 1 } });
    expect(change([-60, 0])).toMatchObject({ fault: { kind: 'distributional-health', group: 'fifth 1' } });
    const wrong = groups([[0, 60]]);
    expect(equallyDistributed(wrong, aversion)).toMatchObject({ fault: { kind: 'distributional-weights' } });
    expect(equallyDistributed(start, { index: 'kolm', parameter: -1 })).toMatchObject({
      fault: { kind: 'distributional-aversion' },
    });
  });
});
