import { unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../resampling/random-stream.ts';
import { chanceAgreement } from './chance-agreement.ts';
import { prevalenceRobustAgreement } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { crossTable } from './ratings.ts';

const categories = 3;

/** Raters who see the truth with this chance and else draw a category; some ratings are missing. */
function rate(subjects: number, seed: number, missing: number): readonly (readonly number[])[] {
  const { uniform } = randomStream(seed, 0);
  const any = () => (uniform() < 0.6 ? 0 : uniform() < 0.6 ? 1 : 2);
  const truth = Array.from({ length: subjects }, any);
  return Array.from({ length: 4 }, () =>
    truth.map((own) => {
      const rating = uniform() < 0.6 ? own : any();
      return uniform() < missing ? NaN : rating;
    }),
  );
}

const counted = (raters: readonly (readonly number[])[]) =>
  (raters[0] ?? []).map((_rating, i) =>
    Array.from({ length: categories }, (_none, k) => raters.filter((column) => column[i] === k).length),
  );
const of = (raters: readonly (readonly number[])[]) => unwrap(chanceAgreement(counted(raters), 0.95));

describe('chanceAgreement', () => {
  test('without missing ratings it is the kappa of Fleiss, and with two raters the AC1 of their table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const raters = rate(40, seed, 0);
        expect(of(raters).fleiss.value).toBeCloseTo(unwrap(fleissKappa({ raters, categories })).kappa, 12);
        const [one = [], two = []] = raters;
        const { ac1 } = prevalenceRobustAgreement(crossTable(one, two, categories));
        expect(of([one, two]).ac1.value).toBeCloseTo(ac1, 12);
      }),
      { numRuns: 40 },
    );
  });

  test('the order of raters, of subjects and of categories does not matter, and no value exceeds 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const raters = rate(30, seed, 0.2);
        const there = of(raters);
        const back = of(raters.toReversed().map((column) => column.toReversed().map((rating) => 2 - rating)));
        for (const name of ['fleiss', 'ac1'] as const) {
          expect(back[name].value).toBeCloseTo(there[name].value, 12);
          expect(back[name].standardError).toBeCloseTo(there[name].standardError, 12);
          expect(there[name].value).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([0, 0.25])(
    'its standard error is near that of leaving out one subject at a time (missing %d)',
    (missing) => {
      const raters = rate(150, 3, missing);
      const n = 150;
      const found = of(raters);
      for (const name of ['fleiss', 'ac1'] as const) {
        const without = Array.from(
          { length: n },
          (_none, out) => of(raters.map((column) => column.filter((_r, i) => i !== out)))[name].value,
        );
        const middle = without.reduce((sum, value) => sum + value, 0) / n;
        const variance =
          ((n - 1) / n) * without.reduce((sum, value) => sum + (value - middle) * (value - middle), 0);
        expect(found[name].standardError / Math.sqrt(variance)).toBeGreaterThan(0.95);
        expect(found[name].standardError / Math.sqrt(variance)).toBeLessThan(1.05);
      }
    },
  );

  test.each([0, 0.25])('the limits hold the truth about as often as they say (missing %d)', (missing) => {
    const truth = of(rate(200_000, 9, 0));
    const rounds = 800;
    const held = { fleiss: 0, ac1: 0 };
    for (let seed = 0; seed < rounds; seed += 1) {
      const found = of(rate(150, 100 + seed, missing));
      for (const name of ['fleiss', 'ac1'] as const) {
        const { low, high } = found[name].limits;
        if (low <= truth[name].value && truth[name].value <= high) held[name] += 1;
      }
    }
    for (const name of ['fleiss', 'ac1'] as const) {
      expect(held[name] / rounds).toBeGreaterThan(0.93);
      expect(held[name] / rounds).toBeLessThan(0.97);
    }
  });

  test('one category leaves nothing to agree on beyond chance', () => {
    expect(
      chanceAgreement(
        [
          [3, 0],
          [3, 0],
          [2, 0],
        ],
        0.95,
      ),
    ).toMatchObject({ fault: { kind: 'agreement-undefined', subjects: 3 } });
    expect(
      chanceAgreement(
        [
          [1, 0],
          [0, 1],
          [2, 0],
        ],
        0.95,
      ),
    ).toMatchObject({ fault: { kind: 'agreement-undefined', subjects: 1 } });
  });
});
