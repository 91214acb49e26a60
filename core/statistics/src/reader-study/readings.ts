import { fail, succeed, type Result } from '@daero/domain/result';

/** A reader study as it stands in a file: one row a reading. */
export type ReadingRows = {
  readonly reader: readonly string[];
  readonly modality: readonly string[];
  readonly case: readonly string[];
  /** 1 diseased, 0 healthy. */
  readonly truth: ArrayLike<number>;
  /** Higher means more disease. */
  readonly rating: ArrayLike<number>;
};

/** The ratings of one reader in one modality, by the study's order of cases; NaN where a case was not read. */
export type Cell = { readonly diseased: Float64Array; readonly healthy: Float64Array };

/** Cells over one list of cases: all that a figure or a covariance asks for. */
export type AlignedCells = {
  readonly diseased: readonly string[];
  readonly healthy: readonly string[];
  readonly cells: readonly Cell[];
};

/** The cells stand in order: all readers of the first modality, then all of the second, and so on. */
export type ReaderStudy = AlignedCells & {
  readonly readers: readonly string[];
  readonly modalities: readonly string[];
};

type Keep = { readonly readers?: readonly string[]; readonly modalities?: readonly string[] };

export type ReadingFault =
  | {
      readonly kind: 'reading-twice';
      readonly reader: string;
      readonly modality: string;
      readonly case: string;
    }
  | { readonly kind: 'case-of-two-truths'; readonly case: string }
  | { readonly kind: 'reading-without-rating'; readonly row: number }
  | {
      readonly kind: 'reader-one-class';
      readonly reader: string;
      readonly modality: string;
      readonly diseased: number;
      readonly healthy: number;
    };

/**
 * The readings of a study, by reader and modality, over one list of cases.
 *
 * A case that somebody did not read stays in the list: every design (crossed, nested, split-plot, with gaps) has this form.
 *
 * Takes    rows of readings; the readers and modalities that count, in their order (all of them, as they come, when left out)
 * Gives    ratings by modality and reader, aligned by case; rows of other readers or modalities are left out
 * Fails    reading-without-rating on NaN; reading-twice; case-of-two-truths; reader-one-class when a reader has fewer than 2 of a class
 * Cost     O(rows) time, O(readers x modalities x cases) space
 * Source   the long format of Hillis (2014), Statistics in Medicine 33, 330-360
 * Checked  reference cases of the methods mrmc-or and mrmc-u-statistic
 */
export function readings(rows: ReadingRows, keep: Keep = {}): Result<ReaderStudy, ReadingFault> {
  return withBothClasses(rows, keep, false);
}

/** The same, where a reader may not have read in a modality at all: its cells are NaN throughout. */
export const nestedReadings: typeof readings = (rows, keep = {}) => withBothClasses(rows, keep, true);

function withBothClasses(rows: ReadingRows, keep: Keep, mayLack: boolean): Result<ReaderStudy, ReadingFault> {
  const found = alignedReadings(rows, keep);
  if (!found.ok) return found;
  const { readers, modalities, cells } = found.value;
  for (const [at, cell] of cells.entries()) {
    const [diseased, healthy] = [countRead(cell.diseased), countRead(cell.healthy)];
    if (mayLack && diseased + healthy === 0) continue;
    if (diseased < 2 || healthy < 2) {
      const reader = readers[at % readers.length] ?? '';
      const modality = modalities[Math.floor(at / readers.length)] ?? '';
      return fail({ kind: 'reader-one-class', reader, modality, diseased, healthy });
    }
  }
  return found;
}

/** The same, where a reader may have read little or nothing in a modality. */
export function alignedReadings(rows: ReadingRows, keep: Keep = {}): Result<ReaderStudy, ReadingFault> {
  const readers = keep.readers ?? [...new Set(rows.reader)];
  const modalities = keep.modalities ?? [...new Set(rows.modality)];
  const [readerAt, modalityAt] = [places(readers), places(modalities)];
  const truths = new Map<string, { readonly truth: number; readonly at: number }>();
  const lists = { diseased: [] as string[], healthy: [] as string[] };
  const kept: number[] = [];
  for (let row = 0; row < rows.case.length; row += 1) {
    if (!readerAt.has(rows.reader[row] ?? '') || !modalityAt.has(rows.modality[row] ?? '')) continue;
    kept.push(row);
    if (Number.isNaN(rows.rating[row])) return fail({ kind: 'reading-without-rating', row: row + 1 });
    const [id, truth] = [rows.case[row] ?? '', rows.truth[row] ?? NaN];
    const known = truths.get(id);
    if (known === undefined) {
      const list = truth === 1 ? lists.diseased : lists.healthy;
      truths.set(id, { truth, at: list.length });
      list.push(id);
    } else if (known.truth !== truth) return fail({ kind: 'case-of-two-truths', case: id });
  }
  const cells = modalities.flatMap(() =>
    readers.map(() => ({
      diseased: new Float64Array(lists.diseased.length).fill(NaN),
      healthy: new Float64Array(lists.healthy.length).fill(NaN),
    })),
  );
  for (const row of kept) {
    const [reader, modality, id] = [rows.reader[row] ?? '', rows.modality[row] ?? '', rows.case[row] ?? ''];
    const cell = cells[(modalityAt.get(modality) ?? NaN) * readers.length + (readerAt.get(reader) ?? NaN)];
    const found = truths.get(id);
    if (cell === undefined || found === undefined) throw new Error('a kept row has a cell and a case');
    const column = found.truth === 1 ? cell.diseased : cell.healthy;
    if (!Number.isNaN(column[found.at])) return fail({ kind: 'reading-twice', reader, modality, case: id });
    column[found.at] = rows.rating[row] ?? NaN;
  }
  return succeed({ readers, modalities, ...lists, cells });
}

const places = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, at) => [name, at]));

/** How many cases of a column were read. */
export const countRead = (ratings: Float64Array): number =>
  ratings.reduce((count, rating) => (Number.isNaN(rating) ? count : count + 1), 0);

/** The ratings that are there, without gaps. */
export const readOnly = (ratings: Float64Array): Float64Array =>
  ratings.filter((rating) => !Number.isNaN(rating));

/** Every case was read by every reader in every modality. */
export const isCrossed = ({ cells }: AlignedCells): boolean =>
  cells.every(({ diseased, healthy }) => !diseased.some(Number.isNaN) && !healthy.some(Number.isNaN));
