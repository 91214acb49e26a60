import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jackknifeCovariance } from './case-covariance.ts';
import { cellFigures, type Metric } from './cell-figures.ts';
import { clusterJackknife } from './cluster-jackknife.ts';
import { casesOfMetric } from './reading-covariance.ts';
import type { AlignedCells, Cell } from './readings.ts';

const nameOf = (cell: number) => ({ reader: `${cell}`, modality: 'x' });
const metrics: readonly Metric[] = [
  { of: 'auc' },
  { of: 'sensitivity', positive: (rating) => rating >= 4 },
  { of: 'specificity', positive: (rating) => rating >= 4 },
];

/** Two cells over 8 and 8 cases; the second has gaps. */
const cells: fc.Arbitrary<AlignedCells> = fc
  .array(fc.integer({ min: 0, max: 7 }), { minLength: 32, maxLength: 32 })
  .map((ratings) => {
    const cell = (from: number, gap: boolean): Cell => ({
      diseased: Float64Array.from(ratings.slice(from, from + 8), (x, at) => (gap && at === 5 ? NaN : x)),
      healthy: Float64Array.from(ratings.slice(from + 8, from + 16), (x, at) => (gap && at === 2 ? NaN : x)),
    });
    const names = (letter: string) => Array.from({ length: 8 }, (_each, at) => `${letter}${at}`);
    return { diseased: names('d'), healthy: names('h'), cells: [cell(0, false), cell(16, true)] };
  });

/** Four patients with two cases of each class. */
const clusterOf = new Map<string, string>(
  ['d', 'h'].flatMap((letter) =>
    Array.from({ length: 8 }, (_each, at) => [`${letter}${at}`, `patient ${at % 4}`] as const),
  ),
);

describe.each(metrics)('the jackknife over clusters: $of', (metric) => {
  test('is that over cases where each case is its own cluster and all of them matter', () => {
    fc.assert(
      fc.property(cells, (found) => {
        const own = unwrap(clusterJackknife(found, metric, { clusterOf: new Map(), nameOf }));
        const wanted = jackknifeCovariance(cellFigures(found, metric), 'all');
        own.matrix.forEach((row, i) =>
          row.forEach((value, j) => expect(value).toBeCloseTo(wanted.matrix[i]?.[j] ?? NaN, 12)),
        );
        expect(casesOfMetric[metric.of]).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });

  test('is what the figures taken again without each cluster give', () => {
    fc.assert(
      fc.property(cells, (found) => {
        const again = ['patient 0', 'patient 1', 'patient 2', 'patient 3'].map((cluster) => {
          const rest = (ids: readonly string[], column: Float64Array) =>
            column.filter((_rating, at) => clusterOf.get(ids[at] ?? '') !== cluster);
          const without = found.cells.map((cell) => ({
            diseased: rest(found.diseased, cell.diseased),
            healthy: rest(found.healthy, cell.healthy),
          }));
          const ids = (names: readonly string[]) => names.filter((id) => clusterOf.get(id) !== cluster);
          const left = { diseased: ids(found.diseased), healthy: ids(found.healthy), cells: without };
          return cellFigures(left, metric).map(({ value }) => value);
        });
        const mean = (at: number) => again.reduce((sum, row) => sum + (row[at] ?? NaN), 0) / 4;
        const wanted = again.reduce(
          (sum, row) => sum + ((row[0] ?? NaN) - mean(0)) * ((row[1] ?? NaN) - mean(1)),
          0,
        );
        const { matrix, cases } = unwrap(clusterJackknife(found, metric, { clusterOf, nameOf }));
        expect(matrix[0]?.[1]).toBeCloseTo((3 / 4) * wanted, 12);
        expect(cases).toBe(4);
      }),
      { numRuns: 40 },
    );
  });
});

test('cases that go together widen the variance', () => {
  // Each patient has four diseased lesions, all rated alike: eight patients are worth eight cases, not 32.
  const diseased = Float64Array.from(
    { length: 32 },
    (_each, at) => [1, 5, 3, 6, 2, 5, 4, 6][Math.floor(at / 4)] ?? 0,
  );
  const healthy = Float64Array.from({ length: 32 }, (_each, at) => (at * 7) % 5);
  const found: AlignedCells = {
    diseased: Array.from({ length: 32 }, (_each, at) => `d${at}`),
    healthy: Array.from({ length: 32 }, (_each, at) => `h${at}`),
    cells: [{ diseased, healthy }],
  };
  const patients = new Map(found.diseased.map((id, at) => [id, `patient ${Math.floor(at / 4)}`]));
  const apart =
    unwrap(clusterJackknife(found, { of: 'auc' }, { clusterOf: new Map(), nameOf })).matrix[0]?.[0] ?? NaN;
  const together =
    unwrap(clusterJackknife(found, { of: 'auc' }, { clusterOf: patients, nameOf })).matrix[0]?.[0] ?? NaN;
  expect(together / apart).toBeGreaterThan(2);
});

test.each([
  ['cluster-holds-class', new Map(['d0', 'd1', 'd2'].map((id) => [id, 'one']))],
  ['too-few-clusters-in-all', new Map(['d0', 'd1', 'd2', 'h0', 'h1'].map((id) => [id, 'one']))],
] as const)('%s', (kind, given) => {
  const found = clusterJackknife(
    {
      diseased: ['d0', 'd1', 'd2'],
      healthy: ['h0', 'h1'],
      cells: [{ diseased: Float64Array.of(1, 2, 3), healthy: Float64Array.of(1, 2) }],
    },
    { of: 'auc' },
    { clusterOf: given, nameOf },
  );
  if (found.ok) throw new Error('a fault was expected');
  expect(found.fault.kind).toBe(kind);
  expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
});
