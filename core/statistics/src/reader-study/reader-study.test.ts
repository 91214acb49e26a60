import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusteredAuc } from '../clustered/clustered-auc.ts';
import { aucDelong } from '../discrimination/auc-delong.ts';
import { fUpper } from '../distributions/f.ts';
import { delongCovariance, jackknifeCovariance, unbiasedCovariance } from './case-covariance.ts';
import { cellFigures } from './cell-figures.ts';
import { clusteredCovariance } from './clustered-covariance.ts';
import { dorfmanBerbaumMetz } from './dorfman-berbaum-metz.ts';
import { obuchowskiRockette } from './obuchowski-rockette.ts';
import { pseudovalueAnova } from './pseudovalue-anova.ts';
import { jointWins, rankedCell } from './joint-wins.ts';
import { readingSums } from './reading-moments.ts';
import { readings, type Cell, type ReaderStudy, type ReadingRows } from './readings.ts';
import { standaloneVersusReaders } from './standalone-versus-readers.ts';
import { uInterval, uStatistic } from './u-statistic.ts';
import { varianceComponents } from './variance-components.ts';

const scores = (n: number, gaps: boolean) =>
  fc.array(
    gaps
      ? fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant(NaN))
      : fc.integer({ min: 0, max: 6 }),
    { minLength: n, maxLength: n },
  );

/** Two of each class are always read, so that every cell has a figure. */
const cell = (m: number, n: number, gaps: boolean): fc.Arbitrary<Cell> =>
  fc.tuple(scores(m, gaps), scores(n, gaps)).map(([diseased, healthy]) => {
    const read = (values: readonly number[]) =>
      Float64Array.from(values, (value, at) => (at < 2 && Number.isNaN(value) ? at : value));
    return { diseased: read(diseased), healthy: read(healthy) };
  });

const study = (gaps = false, modalities = 2): fc.Arbitrary<ReaderStudy> =>
  fc
    .record({
      readers: fc.integer({ min: 2, max: 4 }),
      m: fc.integer({ min: 3, max: 9 }),
      n: fc.integer({ min: 3, max: 9 }),
    })
    .chain(({ readers, m, n }) =>
      fc
        .array(cell(m, n, gaps), { minLength: readers * modalities, maxLength: readers * modalities })
        .map((cells) => ({
          readers: Array.from({ length: readers }, (_each, j) => `reader ${j + 1}`),
          modalities: Array.from({ length: modalities }, (_each, i) => `modality ${i + 1}`),
          diseased: Array.from({ length: m }, (_each, i) => `d${i}`),
          healthy: Array.from({ length: n }, (_each, i) => `h${i}`),
          cells,
        })),
    );

const read = (ratings: Float64Array): readonly number[] => [...ratings].filter((x) => !Number.isNaN(x));
const componentsOf = (from: ReaderStudy) => {
  const figures = cellFigures(from, { of: 'auc' });
  const covariance = jackknifeCovariance(figures, 'all');
  const values = figures.map(({ value }) => value);
  return varianceComponents({ ...from, values, covariance }, 'shared');
};
const both = { to: 'readers-and-cases', level: 0.95 } as const;
const runs = { numRuns: 60 };

describe('figures without a case', () => {
  test('an AUC without a case is the AUC of the other cases', () => {
    fc.assert(
      fc.property(study(true), (found) => {
        for (const [at, figure] of cellFigures(found, { of: 'auc' }).entries()) {
          const { diseased, healthy } = found.cells[at] ?? { diseased: [], healthy: [] };
          if (read(Float64Array.from(diseased)).length < 3) continue;
          figure.without.diseased.forEach((value, i) => {
            const rest = Float64Array.from(diseased).filter((_rating, k) => k !== i);
            const again = unwrap(aucDelong(read(rest), read(Float64Array.from(healthy)))).auc;
            expect(value).toBeCloseTo(again, 12);
          });
        }
      }),
      runs,
    );
  });

  test('sensitivity depends on the diseased alone, and specificity on the healthy', () => {
    fc.assert(
      fc.property(study(), (found) => {
        const positive = (rating: number): boolean => rating >= 4;
        for (const figure of cellFigures(found, { of: 'sensitivity', positive }))
          expect(new Set(figure.without.healthy)).toEqual(new Set([figure.value]));
        for (const figure of cellFigures(found, { of: 'specificity', positive }))
          expect(new Set(figure.without.diseased)).toEqual(new Set([figure.value]));
      }),
      runs,
    );
  });
});

test('jointWins is the sum taken pair by pair', () => {
  fc.assert(
    fc.property(study(true), ({ cells: [a, b] }) => {
      if (a === undefined || b === undefined) throw new Error('a study has two cells');
      const score = (x: number, y: number): number => (x > y ? 1 : x === y ? 0.5 : 0);
      let sum = 0;
      a.diseased.forEach((x, i) => {
        a.healthy.forEach((y, j) => {
          const all = [x, y, b.diseased[i] ?? NaN, b.healthy[j] ?? NaN];
          const [, , u = NaN, v = NaN] = all;
          if (!all.some(Number.isNaN)) sum += score(x, y) * score(u, v);
        });
      });
      expect(jointWins(rankedCell(a), rankedCell(b))).toBeCloseTo(sum, 10);
    }),
  );
});

describe('the Obuchowski-Rockette analysis', () => {
  test('is the analysis of pseudovalues when covariances are jackknifed', () => {
    fc.assert(
      fc.property(study(), (found) => {
        const or = obuchowskiRockette(componentsOf(found), both);
        const anova = pseudovalueAnova(cellFigures(found, { of: 'auc' }), found.readers.length, 'all');
        const dbm = dorfmanBerbaumMetz(anova, both);
        fc.pre(or.ok && dbm.ok && or.value.test.denominator > 1e-9);
        if (!or.ok || !dbm.ok) return;
        expect(dbm.value.test.f).toBeCloseTo(or.value.test.f, 6);
        expect(dbm.value.test.p).toBeCloseTo(or.value.test.p, 6);
      }),
      runs,
    );
  });

  test('modalities exchanged turn the difference and leave p; a monotone map of the ratings changes nothing', () => {
    fc.assert(
      fc.property(study(), (found) => {
        const r = found.readers.length;
        const exchanged = { ...found, cells: [...found.cells.slice(r), ...found.cells.slice(0, r)] };
        const bent = (x: number): number => x * x * x - 5;
        const mapped = {
          ...found,
          cells: found.cells.map((each) => ({
            diseased: each.diseased.map(bent),
            healthy: each.healthy.map(bent),
          })),
        };
        const here = obuchowskiRockette(componentsOf(found), both);
        fc.pre(here.ok && here.value.test.denominator > 1e-9);
        const there = unwrap(obuchowskiRockette(componentsOf(exchanged), both));
        const same = unwrap(obuchowskiRockette(componentsOf(mapped), both));
        if (!here.ok) return;
        expect(there.differences[0]?.value).toBeCloseTo(-(here.value.differences[0]?.value ?? NaN), 12);
        expect(there.test.p).toBeCloseTo(here.value.test.p, 9);
        expect(same.test.p).toBeCloseTo(here.value.test.p, 9);
      }),
      runs,
    );
  });

  test('with fixed cases p is the F test of the two-way table, and two modalities have t squared equal to F', () => {
    fc.assert(
      fc.property(study(), (found) => {
        const components = componentsOf(found);
        fc.pre(components.meanSquares.interaction > 1e-9);
        const { test: tested, differences } = unwrap(
          obuchowskiRockette(components, { to: 'readers', level: 0.9 }),
        );
        const { modality, interaction } = components.meanSquares;
        expect(tested.p).toBeCloseTo(fUpper(modality / interaction, 1, found.readers.length - 1), 12);
        const t = differences[0]?.statistic ?? NaN;
        expect(t * t).toBeCloseTo(tested.f, 6);
      }),
      runs,
    );
  });

  test('equal readings, and a single modality, are faults', () => {
    const same: Cell = { diseased: Float64Array.of(3, 3), healthy: Float64Array.of(1, 1) };
    const names = { diseased: ['a', 'b'], healthy: ['c', 'd'], readers: ['1', '2'] };
    const flat = { ...names, modalities: ['x', 'y'], cells: [same, same, same, same] };
    expect(obuchowskiRockette(componentsOf(flat), both)).toMatchObject({
      fault: { kind: 'reader-variance-not-positive', denominator: 0 },
    });
    expect(
      obuchowskiRockette(componentsOf({ ...flat, modalities: ['x'], cells: [same, same] }), both),
    ).toMatchObject({ fault: { kind: 'too-few-readers', modalities: 1 } });
  });
});

describe('covariances of cases', () => {
  test('DeLong: the variance of a cell is that of its AUC, gaps or not', () => {
    fc.assert(
      fc.property(study(true), (found) => {
        const { matrix } = delongCovariance(found);
        for (const [at, { diseased, healthy }] of found.cells.entries()) {
          const { standardError } = unwrap(aucDelong(read(diseased), read(healthy)));
          expect(matrix[at]?.[at]).toBeCloseTo(standardError * standardError, 12);
        }
      }),
      runs,
    );
  });

  test('clusters: of one case each they give the DeLong covariance; of several, what clusteredAuc gives', () => {
    fc.assert(
      fc.property(study(), (found) => {
        const apart = unwrap(clusteredCovariance(found, new Map(), 1));
        const delong = delongCovariance(found);
        apart.matrix.forEach((row, i) =>
          row.forEach((value, j) => expect(value).toBeCloseTo(delong.matrix[i]?.[j] ?? NaN, 12)),
        );
        const ids = [...found.diseased, ...found.healthy];
        const clusters = ids.map((_id, at) => `patient ${at % 3}`);
        const together = unwrap(
          clusteredCovariance(found, new Map(ids.map((id, at) => [id, clusters[at] ?? ''])), 1),
        );
        const { covariance } = unwrap(
          clusteredAuc({
            cluster: clusters,
            truth: ids.map((_id, at) => (at < found.diseased.length ? 1 : 0)),
            scores: found.cells.slice(0, 2).map((each) => [...each.diseased, ...each.healthy]),
          }),
        );
        expect(together.matrix[0]?.[1]).toBeCloseTo(covariance[0]?.[1] ?? NaN, 12);
      }),
      runs,
    );
  });

  test('clusters need every reading', () => {
    const gap: Cell = { diseased: Float64Array.of(1, 2, NaN), healthy: Float64Array.of(1, 2) };
    const found = { readers: ['1'], modalities: ['x'], diseased: ['a', 'b', 'c'], healthy: ['d', 'e'] };
    expect(clusteredCovariance({ ...found, cells: [gap] }, new Map(), 1)).toMatchObject({
      fault: { kind: 'study-not-crossed' },
    });
  });
});

describe('U-statistics', () => {
  test('for one reader the variance is the unbiased one of the cell', () => {
    fc.assert(
      fc.property(study(true), (found) => {
        const sums = readingSums(found);
        const { matrix } = unbiasedCovariance(found);
        const alone = uStatistic(sums, { first: 1, second: null, readers: [0] }, 'unbiased');
        const at = found.readers.length;
        expect(alone.variance).toBeCloseTo(matrix[at]?.[at] ?? NaN, 10);
        expect(alone.value).toBeCloseTo(cellFigures(found, { of: 'auc' })[at]?.value ?? NaN, 12);
      }),
      runs,
    );
  });

  test('modalities exchanged turn the difference and leave its variance; the interval holds the value', () => {
    fc.assert(
      fc.property(study(true), (found) => {
        const sums = readingSums(found);
        const readers = found.readers.map((_name, at) => at);
        for (const form of ['unbiased', 'plug-in'] as const) {
          const there = uStatistic(sums, { first: 0, second: 1, readers }, form);
          const back = uStatistic(sums, { first: 1, second: 0, readers }, form);
          expect(back.value).toBeCloseTo(-there.value, 12);
          expect(back.variance).toBeCloseTo(there.variance, 12);
          const interval = uInterval(there, 0.95);
          if (interval === null) expect(there.variance).toBeLessThanOrEqual(0);
          else expect(interval.limits.low).toBeLessThanOrEqual(there.value);
        }
      }),
      runs,
    );
  });
});

describe('the device alone', () => {
  test('is as its mean difference from each reader, whoever comes first', () => {
    fc.assert(
      fc.property(study(false, 1), (found) => {
        const figures = cellFigures(found, { of: 'auc' });
        const [device = NaN, ...readers] = figures.map(({ value }) => value);
        fc.pre(readers.length > 1);
        const compared = standaloneVersusReaders(
          { device, readers },
          jackknifeCovariance(figures, 'all'),
          0.95,
        );
        if (!compared.ok) return;
        const { difference } = compared.value;
        expect(difference.value).toBeCloseTo(
          readers.reduce((sum, each) => sum + each, 0) / readers.length - device,
          12,
        );
        expect(difference.limits.low).toBeLessThanOrEqual(difference.value);
        expect(difference.df).toBeGreaterThanOrEqual(readers.length - 1 - 1e-9);
      }),
      runs,
    );
  });

  test('one reader is too few', () => {
    expect(standaloneVersusReaders({ device: 0.8, readers: [0.7] }, null, 0.95)).toMatchObject({
      fault: { kind: 'too-few-readers' },
    });
  });
});

describe('what is wrong with the readings is said', () => {
  const rows = (...each: readonly (readonly [string, string, string, number, number])[]): ReadingRows => ({
    reader: each.map(([reader]) => reader),
    modality: each.map(([, modality]) => modality),
    case: each.map(([, , id]) => id),
    truth: each.map(([, , , truth]) => truth),
    rating: each.map(([, , , , rating]) => rating),
  });
  test.each([
    ['reading-without-rating', rows(['1', 'x', 'a', 1, NaN])],
    ['reading-twice', rows(['1', 'x', 'a', 1, 3], ['1', 'x', 'a', 1, 4])],
    ['case-of-two-truths', rows(['1', 'x', 'a', 1, 3], ['2', 'x', 'a', 0, 4])],
    ['reader-one-class', rows(['1', 'x', 'a', 1, 3], ['1', 'x', 'b', 1, 4], ['1', 'x', 'c', 0, 4])],
  ] as const)('%s', (kind, given) => {
    const found = readings(given);
    if (found.ok) throw new Error('a fault was expected');
    expect(found.fault.kind).toBe(kind);
    expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
  });
});
