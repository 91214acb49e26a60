import { mean } from '../summary/moments.ts';
import { leftOut, type JackknifeCases } from './case-covariance.ts';
import type { CellFigure } from './cell-figures.ts';

export type AnovaRow = { readonly squares: number; readonly df: number; readonly meanSquare: number };

export type PseudovalueAnova = {
  readonly cases: number;
  /** Modalities (T), readers (R), cases (C) and their crossings. */
  readonly table: Readonly<Record<'T' | 'R' | 'C' | 'TR' | 'TC' | 'RC' | 'TRC', AnovaRow>>;
  /** Mean figure of each modality. */
  readonly means: readonly number[];
  /** Mean squares within one modality: readers, cases, readers by cases. */
  readonly byModality: readonly Readonly<Record<'R' | 'C' | 'RC', number>>[];
  /** Figures of one reader, and mean squares within: modalities, cases, modalities by cases. */
  readonly byReader: readonly (Readonly<Record<'T' | 'C' | 'TC', number>> & {
    readonly values: readonly number[];
  })[];
  /** Unbiased, so below 0 at times. */
  readonly components: Readonly<Record<'R' | 'C' | 'TR' | 'TC' | 'RC' | 'error', number>>;
};

/**
 * Analysis of variance of jackknife pseudovalues: modalities by readers by cases.
 *
 * The pseudovalue K A - (K - 1) A_k, with A_k the figure without case k, is what case k adds to the figure. Readings of all
 * cases by all readers in all modalities are taken for granted: with gaps use the Obuchowski-Rockette analysis.
 *
 * Takes    figures with their left-out values, all readers of the first modality first; how many readers; which cases are left out
 * Gives    the table, mean squares within modalities and within readers, and variance components
 * Fails    never
 * Cost     O(cells x cases)
 * Source   Dorfman, Berbaum and Metz (1992), Investigative Radiology 27, 723-731
 * Checked  reference cases of the method mrmc-dbm
 */
export function pseudovalueAnova(
  figures: readonly CellFigure[],
  readers: number,
  over: JackknifeCases,
): PseudovalueAnova {
  const columns = leftOut(figures, over).map((without, cell) => {
    const [k, value] = [without.length, figures[cell]?.value ?? NaN];
    return without.map((each) => k * value - (k - 1) * each);
  });
  const [r, t, k] = [readers, figures.length / readers, columns[0]?.length ?? 0];
  const byModality = Array.from({ length: t }, (_each, i) => columns.slice(i * r, (i + 1) * r));
  const byReader = Array.from({ length: r }, (_each, j) => columns.filter((_column, at) => at % r === j));
  const all = crossed(columns);
  const modality = crossed(byModality.map(average));
  const reader = crossed(byReader.map(average));

  const squares = {
    T: r * modality.rows,
    R: t * reader.rows,
    C: all.columns,
    TC: r * modality.rest,
    RC: t * reader.rest,
  };
  const TR = all.rows - squares.T - squares.R;
  const TRC = all.rest - squares.TC - squares.RC;
  const row = (sum: number, df: number): AnovaRow => ({
    squares: sum,
    df,
    meanSquare: df > 0 ? sum / df : 0,
  });
  const table = {
    T: row(squares.T, t - 1),
    R: row(squares.R, r - 1),
    C: row(squares.C, k - 1),
    TR: row(TR, (t - 1) * (r - 1)),
    TC: row(squares.TC, (t - 1) * (k - 1)),
    RC: row(squares.RC, (r - 1) * (k - 1)),
    TRC: row(TRC, (t - 1) * (r - 1) * (k - 1)),
  };
  const ms = (source: keyof typeof table): number => table[source].meanSquare;
  return {
    cases: k,
    table,
    means: byModality.map((cells) => mean(cells.map(mean))),
    byModality: byModality.map((cells) => {
      const { rows, columns: cases, rest } = crossed(cells);
      return { R: over1(rows, r - 1), C: over1(cases, k - 1), RC: over1(rest, (r - 1) * (k - 1)) };
    }),
    byReader: byReader.map((cells) => {
      const { rows, columns: cases, rest } = crossed(cells);
      return {
        values: cells.map(mean),
        T: over1(rows, t - 1),
        C: over1(cases, k - 1),
        TC: over1(rest, (t - 1) * (k - 1)),
      };
    }),
    components: {
      R: (ms('R') - ms('TR') - ms('RC') + ms('TRC')) / (t * k),
      C: (ms('C') - ms('TC') - ms('RC') + ms('TRC')) / (t * r),
      TR: (ms('TR') - ms('TRC')) / k,
      TC: (ms('TC') - ms('TRC')) / r,
      RC: (ms('RC') - ms('TRC')) / t,
      error: ms('TRC'),
    },
  };
}

const over1 = (squares: number, df: number): number => (df > 0 ? squares / df : 0);

const average = (columns: readonly Float64Array[]): Float64Array =>
  (columns[0] ?? new Float64Array(0)).map((_value, at) => mean(columns.map((column) => column[at] ?? NaN)));

/** Sums of squares of a table of some columns (here: rows of the analysis) by cases: between columns, between cases, and the rest. */
function crossed(columns: readonly Float64Array[]): {
  readonly rows: number;
  readonly columns: number;
  readonly rest: number;
} {
  const means = columns.map(mean);
  const overall = mean(means);
  const cases = average(columns);
  let rest = 0;
  for (const [at, column] of columns.entries()) {
    for (let k = 0; k < column.length; k += 1) {
      const residual = (column[k] ?? NaN) - (means[at] ?? NaN) - (cases[k] ?? NaN) + overall;
      rest += residual * residual;
    }
  }
  const squares = (values: ArrayLike<number>): number =>
    Array.from(values).reduce((total, value) => total + (value - overall) * (value - overall), 0);
  return { rows: cases.length * squares(means), columns: columns.length * squares(cases), rest };
}
