import { fail, succeed, unwrap, type Result } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenarioAnalysis, subgroupAnalysis } from './scenarios.ts';

/** Usual care costs 100 and gives 1; the new one costs 100 + price and gives 1 + gain. */
const evaluate = (
  instead: ReadonlyMap<string, number>,
): Result<readonly { strategy: string; cost: number; effect: number }[]> => {
  const price = instead.get('price') ?? 50;
  if (price < 0) {
    const fault = { kind: 'grid-same-parameter', parameter: 'price' } as const;
    return fail(fault);
  }
  return succeed([
    { strategy: 'usual', cost: 100, effect: 1 },
    { strategy: 'new', cost: 100 + price, effect: 1 + (instead.get('gain') ?? 0.1) },
  ]);
};
const about = { willingness: 1000, reference: 'usual' };
const named = (name: string, set: Readonly<Record<string, number>>) => ({
  name,
  set: new Map(Object.entries(set)),
});

describe('scenarios', () => {
  test('are the model again at other values, each by itself', () => {
    const rows = unwrap(
      scenarioAnalysis(
        evaluate,
        [named('base', {}), named('dear', { price: 200 }), named('weak', { gain: 0.05 })],
        about,
      ),
    );
    expect(rows.map(({ name, best }) => [name, best])).toEqual([
      ['base', 'new'],
      ['dear', 'usual'],
      ['weak', 'usual'], // worth the same: the one named first
    ]);
    const gains = rows.map(({ strategies }) => strategies[1]?.gain ?? NaN);
    [50, -100, 0].forEach((gain, at) => expect(gains[at]).toBeCloseTo(gain, 9));
  });

  test('that a model refuses are refused', () => {
    expect(scenarioAnalysis(evaluate, [named('x', { price: -1 })], about).ok).toBe(false);
  });
});

describe('subgroups', () => {
  const group = (share: number, gain: number) => ({ ...named(String(gain), { gain }), share });

  test('by hand: one choice for all, and what choosing apart is worth', () => {
    const found = unwrap(subgroupAnalysis(evaluate, [group(0.25, 0.5), group(0.75, 0)], about));
    expect(found.subgroups.map(({ best }) => best)).toEqual(['new', 'usual']);
    expect(found.together.strategies[1]?.gain).toBeCloseTo(0.25 * 450 - 0.75 * 50, 9);
    expect(found.together.best).toBe('new');
    expect(found.stratification).toBeCloseTo(0.75 * 50, 9);
  });

  test('choosing apart is never worth less than nothing, and nothing for groups that are alike', () => {
    const gain = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(gain, gain, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, share) => {
        const worth = (second: number): number =>
          unwrap(subgroupAnalysis(evaluate, [group(share, a), group(1 - share, second)], about))
            .stratification;
        expect(worth(b)).toBeGreaterThanOrEqual(0);
        expect(worth(a)).toBeLessThan(1e-9);
      }),
    );
  });

  test('shares that do not make a whole throw', () => {
    expect(() => subgroupAnalysis(evaluate, [group(0.5, 0)], about)).toThrow('0.5');
  });
});
