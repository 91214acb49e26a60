import { describe, expect, test } from 'vitest';
import { chestCasesCsv, chestMarksCsv, chestReadingsCsv, generateChestStudy } from './chest-study.ts';
import type { Random } from './deviates.ts';

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

/** The share of pairs in which the one with a nodule was rated higher, ties one half. */
function pairsWon(diseased: readonly number[], healthy: readonly number[]): number {
  let won = 0;
  for (const a of diseased) for (const b of healthy) won += a > b ? 1 : a === b ? 0.5 : 0;
  return won / (diseased.length * healthy.length);
}

describe.each([1, 2, 3, 2026])('the generated reader study, seed %i', (seed) => {
  const study = generateChestStudy(seeded(seed));
  const byReaders = study.readings.filter((one) => one.modality !== 'alone');
  const truth = new Map(study.cases.map((one) => [one.case_id, one.nodule]));

  test('is complete and crossed: each reader read each chosen case once in either way, in two sessions', () => {
    const chosen = study.cases.filter((one) => one.in_reader_study === 1).map((one) => one.case_id);
    expect(byReaders.length).toBe(8 * 2 * chosen.length);
    expect(new Set(byReaders.map((one) => `${one.reader} ${one.modality} ${one.case_id}`)).size).toBe(
      byReaders.length,
    );
    expect(new Set(byReaders.map((one) => `${one.reader} ${one.session} ${one.case_id}`)).size).toBe(
      byReaders.length,
    );
    const aidedFirst = byReaders.filter((one) => one.modality === 'aided' && one.session === 's1').length;
    expect(aidedFirst / (byReaders.length / 2)).toBeCloseTo(0.5, 1);
  });

  test('the aid helps, as it is made to', () => {
    const auc = (modality: string): number => {
      const ratings = (nodule: number): number[] =>
        study.readings.flatMap((one) =>
          one.modality === modality && truth.get(one.case_id) === nodule ? [one.rating] : [],
        );
      return pairsWon(ratings(1), ratings(0));
    };
    expect(auc('unaided')).toBeGreaterThan(0.78);
    expect(auc('aided')).toBeGreaterThan(auc('unaided'));
    expect(auc('aided')).toBeLessThan(0.97);
  });

  test('the device alone answers as it does for every case', () => {
    const scores = new Map(study.cases.map((one) => [one.case_id, one.score]));
    const alone = study.readings.filter((one) => one.modality === 'alone');
    expect(alone.length).toBeGreaterThan(150);
    for (const one of alone) expect(one.rating).toBe(scores.get(one.case_id));
  });

  test('marks name lesions on diseased cases only, and every case read has a row', () => {
    for (const mark of study.marks) if (mark.lesion !== '') expect(truth.get(mark.case_id)).toBe(1);
    const rowsOf = new Set(study.marks.map((one) => `${one.reader} ${one.modality} ${one.case_id}`));
    expect(rowsOf.size).toBe(byReaders.length);
  });

  test('every row of every file says that it was generated', () => {
    for (const csv of [chestCasesCsv(study), chestReadingsCsv(study), chestMarksCsv(study)]) {
      const [head, ...lines] = csv.trimEnd().split('\n');
      expect(head).toMatch(/^case_id,.*,origin$/);
      for (const line of lines) expect(line).toMatch(/^generated-\d{4},.*,generated$/);
    }
  });
});
