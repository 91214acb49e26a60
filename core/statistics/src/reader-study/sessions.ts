import { fail, succeed, type Result } from '@daero/domain/result';
import {
  alignedReadings,
  countRead,
  type AlignedCells,
  type ReadingFault,
  type ReadingRows,
} from './readings.ts';

/** A reader study of two modalities in two sessions apart: one row a reading. */
export type SessionRows = ReadingRows & { readonly period: readonly string[] };

/** Whose readings a cell holds; modality and period by position, 0 or 1. */
export type SessionCell = { readonly reader: number; readonly modality: 0 | 1; readonly period: 0 | 1 };

export type SessionStudy = AlignedCells & {
  readonly readers: readonly string[];
  readonly modalities: readonly [string, string];
  readonly periods: readonly [string, string];
  /** One a cell. */
  readonly of: readonly SessionCell[];
  /** `readers`: each read everything in one modality first. `cases`: each read some cases first in one, the others first in the other. */
  readonly orderBy: 'readers' | 'cases';
  /** For each reader, 1 or -1 by which half of the cases was read first in which modality; null where halves are not one split. */
  readonly halves: readonly (1 | -1)[] | null;
};

export type SessionFault =
  | ReadingFault
  | {
      readonly kind: 'session-one-class';
      readonly reader: string;
      readonly modality: string;
      readonly period: string;
      readonly diseased: number;
      readonly healthy: number;
    }
  | { readonly kind: 'session-mixed'; readonly reader: string; readonly cells: number }
  | { readonly kind: 'crossover-one-order'; readonly readers: number }
  | {
      readonly kind: 'case-twice-in-session';
      readonly reader: string;
      readonly case: string;
      readonly period: string;
    };

type Names = {
  readonly readers: readonly string[];
  readonly modalities: readonly [string, string];
  /** Earlier first. */
  readonly periods: readonly [string, string];
};

const both = [0, 1] as const;

/**
 * The readings of a crossover, by reader, modality and period.
 *
 * Readers may take turns (some begin with one modality, some with the other), or each reader's cases may: half of them are
 * read first in one modality, half in the other.
 *
 * Takes    rows of readings with their period; readers, the two modalities and the two periods in their order
 * Gives    the cells that hold readings, aligned by case, and what takes turns
 * Fails    as `readings`; case-twice-in-session, session-mixed, session-one-class; crossover-one-order where nothing takes turns
 * Cost     O(rows) time, O(cells x cases) space
 * Source   Hills and Armitage (1979), British Journal of Clinical Pharmacology 8, 7-20
 * Checked  faults and simulated studies of both kinds, in crossover.test.ts
 */
export function sessions(rows: SessionRows, names: Names): Result<SessionStudy, SessionFault> {
  const { readers, modalities, periods } = names;
  const plain = alignedReadings(rows, { readers, modalities });
  if (!plain.ok) return plain;
  const label = (modality: string, period: string): string => JSON.stringify([modality, period]);
  const pairs = both.flatMap((modality) => both.map((period) => ({ modality, period })));
  const split = alignedReadings(
    { ...rows, modality: rows.modality.map((name, row) => label(name, rows.period[row] ?? '')) },
    {
      readers,
      modalities: pairs.map(({ modality, period }) => label(modalities[modality], periods[period])),
    },
  );
  if (!split.ok) return split;
  const { diseased, healthy, cells } = split.value;
  const twice = readTwice(
    cells.map((cell) => [...cell.diseased, ...cell.healthy]),
    readers.length,
  );
  if (twice !== null) {
    const id = [...diseased, ...healthy][twice.at] ?? '';
    const [reader, period] = [readers[twice.reader] ?? '', periods[twice.period]];
    return fail({ kind: 'case-twice-in-session', reader, case: id, period });
  }
  const kept = cells.flatMap((cell, at) => {
    const pair = pairs[Math.floor(at / readers.length)];
    const read = { diseased: countRead(cell.diseased), healthy: countRead(cell.healthy) };
    return pair === undefined || read.diseased + read.healthy === 0
      ? []
      : [{ cell, read, of: { reader: at % readers.length, ...pair } }];
  });
  const thin = kept.find(({ read }) => read.diseased < 2 || read.healthy < 2);
  if (thin !== undefined) {
    const { reader, modality, period } = thin.of;
    const where = { reader: readers[reader] ?? '', modality: modalities[modality], period: periods[period] };
    return fail({ kind: 'session-one-class', ...where, ...thin.read });
  }
  const of = kept.map((each) => each.of);
  const turns = turnsOf(names, of);
  if (!turns.ok) return turns;
  return succeed({
    ...names,
    diseased,
    healthy,
    cells: kept.map(({ cell }) => cell),
    of,
    orderBy: turns.value,
    halves: turns.value === 'cases' ? halvesOf(cells, readers.length) : null,
  });
}

type Ratings = readonly number[];

/** A case that one reader read in both modalities in one period. The cells stand as modality, period, reader. */
function readTwice(
  ratings: readonly Ratings[],
  readers: number,
): { readonly reader: number; readonly period: 0 | 1; readonly at: number } | null {
  for (let reader = 0; reader < readers; reader += 1) {
    for (const period of both) {
      const [one, other] = [
        ratings[period * readers + reader] ?? [],
        ratings[(2 + period) * readers + reader] ?? [],
      ];
      const at = one.findIndex((rating, k) => !Number.isNaN(rating) && !Number.isNaN(other[k]));
      if (at >= 0) return { reader, period, at };
    }
  }
  return null;
}

function turnsOf(
  { readers }: Names,
  of: readonly SessionCell[],
): Result<'readers' | 'cases', Extract<SessionFault, { kind: 'session-mixed' | 'crossover-one-order' }>> {
  const own = readers.map((_name, j) => of.filter(({ reader }) => reader === j));
  const wanted = own[0]?.length === 4 ? 4 : 2;
  const odd = own.findIndex((cells) => {
    const crossed =
      cells.length === 4 ||
      (cells[0]?.modality !== cells[1]?.modality && cells[0]?.period !== cells[1]?.period);
    return cells.length !== wanted || !crossed;
  });
  if (odd >= 0)
    return fail({ kind: 'session-mixed', reader: readers[odd] ?? '', cells: own[odd]?.length ?? 0 });
  if (wanted === 4) return succeed('cases');
  const orders = new Set(of.map(({ modality, period }) => modality === period));
  return orders.size === 2
    ? succeed('readers')
    : fail({ kind: 'crossover-one-order', readers: readers.length });
}

/** Whether each reader's split of the cases is that of the first reader, or its reverse. */
function halvesOf(cells: SessionStudy['cells'], readers: number): readonly (1 | -1)[] | null {
  const firstIn = Array.from({ length: readers }, (_each, j) => {
    const cell = cells[j]; // first modality, first period
    return cell === undefined
      ? []
      : [...cell.diseased, ...cell.healthy].map((rating) => !Number.isNaN(rating));
  });
  const [reference = []] = firstIn;
  const signs = firstIn.map((own) => {
    const same = own.filter((value, at) => value === reference[at]).length;
    return same === own.length ? 1 : same === 0 ? -1 : 0;
  });
  const found = signs.filter((sign) => sign !== 0);
  return found.length === readers && found.includes(-1) ? found : null;
}
