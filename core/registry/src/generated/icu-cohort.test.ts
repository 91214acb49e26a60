import { news2 } from '@daero/device/news2';
import { indexSubjects } from '@daero/device/observations';
import { physionet2012Rules } from '@daero/device/physionet-2012';
import { scoreStays } from '@daero/device/score-stays';
import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import type { Random } from './deviates.ts';
import { generateIcuCohort, observationsCsv, outcomesCsv } from './icu-cohort.ts';

/** A small generator for tests (mulberry32); the chain brings its own stream. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function scored(seed: number) {
  const cohort = generateIcuCohort(seeded(seed));
  const { index, ids } = indexSubjects(cohort.observations.map((row) => row.record_id));
  const scores = unwrap(
    scoreStays(news2, physionet2012Rules, {
      subject: index,
      subjects: ids.length,
      minute: cohort.observations.map(({ minute }) => minute),
      parameter: cohort.observations.map(({ parameter }) => parameter),
      value: cohort.observations.map(({ value }) => value),
      place: cohort.observations.map((_, place) => place),
    }),
  );
  return { cohort, scores, ids };
}

/** The share of pairs in which the one who died scored higher, ties one half. */
function pairsWon(diseased: readonly number[], healthy: readonly number[]): number {
  let won = 0;
  for (const a of diseased) for (const b of healthy) won += a > b ? 1 : a === b ? 0.5 : 0;
  return won / (diseased.length * healthy.length);
}

describe('the generated cohort', () => {
  test.each([1, 2, 3, 4, 2026])(
    'seed %i: the device tells death about as well as a real one, and gaps are like the real ones',
    (seed) => {
      const { cohort, scores, ids } = scored(seed);
      expect(ids).toEqual(cohort.outcomes.map(({ record_id }) => record_id));
      const scoresOf = (died: 0 | 1): number[] =>
        cohort.outcomes.flatMap((stay, k) => {
          const score = scores.score[k] ?? NaN;
          return stay.in_hospital_death === died && !Number.isNaN(score) ? [score] : [];
        });
      const auc = pairsWon(scoresOf(1), scoresOf(0));
      expect(auc).toBeGreaterThan(0.65);
      expect(auc).toBeLessThan(0.75);

      const deaths = scoresOf(1).length / (scoresOf(0).length + scoresOf(1).length);
      expect(deaths).toBeGreaterThan(0.1);
      expect(deaths).toBeLessThan(0.19);
      expect(scores.excluded.length).toBeGreaterThan(5);
      expect(scores.excluded.length).toBeLessThan(40);
      const seen = new Map(
        scores.items.map(({ item, neverSeen }) => [
          item,
          1 - neverSeen.reduce((a, b) => a + b, 0) / ids.length,
        ]),
      );
      expect(seen.get('respiratory-rate')).toBeCloseTo(0.27, 1);
      expect(seen.get('oxygen-saturation')).toBeCloseTo(0.4, 1);
      expect(seen.get('heart-rate')).toBeGreaterThan(0.96);
    },
  );

  test('every row says that it is generated', () => {
    const cohort = generateIcuCohort(seeded(7), 20);
    for (const text of [observationsCsv(cohort), outcomesCsv(cohort)]) {
      const [header, ...rows] = text.trimEnd().split('\n');
      expect(header?.endsWith(',origin')).toBe(true);
      expect(rows.every((row) => row.startsWith('generated-') && row.endsWith(',generated'))).toBe(true);
      expect(rows.every((row) => row.split(',').length === header?.split(',').length)).toBe(true);
    }
    expect(cohort.outcomes).toHaveLength(20);
  });

  test('the same stream gives the same bytes, another gives others', () => {
    const text = (seed: number): string => observationsCsv(generateIcuCohort(seeded(seed), 10));
    expect(text(1)).toBe(text(1));
    expect(text(1)).not.toBe(text(2));
  });

  test('has the four units, a death at or before the end of its stay, and one outcome a stay', () => {
    const { cohort } = scored(5);
    const units = new Set(
      cohort.observations.filter(({ parameter }) => parameter === 'ICUType').map(({ value }) => value),
    );
    expect([...units].sort()).toEqual([1, 2, 3, 4]);
    const dead = cohort.outcomes.filter((stay) => stay.in_hospital_death === 1);
    expect(
      dead.every((stay) => stay.survival_days >= 1 && stay.survival_days <= stay.length_of_stay_days),
    ).toBe(true);
    expect(new Set(cohort.outcomes.map(({ record_id }) => record_id)).size).toBe(cohort.outcomes.length);
  });
});
