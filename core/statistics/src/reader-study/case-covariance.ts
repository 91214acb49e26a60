import { unwrap } from '@daero/domain/result';
import { placements } from '../discrimination/placements.ts';
import { mean } from '../summary/moments.ts';
import type { CellFigure } from './cell-figures.ts';
import { jointWins, rankedCell, type RankedCell } from './joint-wins.ts';
import { readOnly, type AlignedCells } from './readings.ts';

/** Covariances between cells over the drawing of cases: a symmetric matrix, cells by cells. */
export type CaseCovariance = {
  readonly matrix: readonly Float64Array[];
  /** How many cases it rests on. */
  readonly cases: number;
};

/** Cases that are left out in turn: all, or those of one class where the figure depends on no other. */
export type JackknifeCases = 'all' | 'diseased' | 'healthy';

/**
 * Covariances between cells by leaving out one case at a time.
 *
 * Takes    the figures of all cells; which cases are left out
 * Gives    (n - 1)/n times the sum of products of deviations from the mean of the left-out figures
 * Fails    never
 * Cost     O(cells^2 x cases)
 * Source   Hillis, Obuchowski, Schartz and Berbaum (2005), Statistics in Medicine 24, 1579-1607
 * Checked  reference cases of the methods mrmc-or, mrmc-dbm and froc
 */
export function jackknifeCovariance(figures: readonly CellFigure[], over: JackknifeCases): CaseCovariance {
  const columns = leftOut(figures, over);
  return { matrix: jackknifeProducts(columns), cases: columns[0]?.length ?? 0 };
}

/** (n - 1)/n times the sums of products of deviations of left-out figures, a column a cell. */
export function jackknifeProducts(columns: readonly Float64Array[]): CaseCovariance['matrix'] {
  const n = columns[0]?.length ?? 0;
  const deviations = columns.map((values) => {
    const middle = mean(values);
    return values.map((value) => value - middle);
  });
  return symmetric(deviations, (a, b) => ((n - 1) / n) * product(a, b));
}

/** The figures without each case in turn, a column a cell. */
export const leftOut = (figures: readonly CellFigure[], over: JackknifeCases): readonly Float64Array[] =>
  figures.map(({ without: { diseased, healthy } }) =>
    over === 'diseased' ? diseased : over === 'healthy' ? healthy : joined(diseased, healthy),
  );

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/**
 * Covariances between the AUCs of all cells by DeLong's structural components.
 *
 * Where two cells share only part of their cases, the components of the shared cases carry the covariance.
 *
 * Takes    the study
 * Gives    the covariance; 0 between cells that share fewer than two cases of a class
 * Fails    never: a study has two cases of each class in every cell
 * Cost     O(cells N log N + cells^2 N)
 * Source   DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845; shared cases: Emir, Wieand, Jung and Ying (2000), Statistics in Medicine 19, 511-523
 * Checked  reference cases of the method mrmc-or
 */
export function delongCovariance(study: AlignedCells): CaseCovariance {
  const columns = study.cells.map(({ diseased, healthy }) => {
    const { aboveHealthy, belowDiseased } = unwrap(placements(readOnly(diseased), readOnly(healthy)));
    return {
      diseased: componentColumn(diseased, aboveHealthy),
      healthy: componentColumn(healthy, belowDiseased),
    };
  });
  return {
    matrix: symmetric(
      columns,
      (a, b) => sharedCovariance(a.diseased, b.diseased) + sharedCovariance(a.healthy, b.healthy),
    ),
    cases: study.diseased.length + study.healthy.length,
  };
}

/**
 * Unbiased covariances between the AUCs of all cells.
 *
 * The product of two AUCs is unbiased for E[AB]; the mean product over pairs of pairs that share no case is unbiased for
 * E[A] E[B]; their difference is the covariance. A variance may come out negative in small samples.
 *
 * Takes    the study
 * Gives    the covariance
 * Fails    never: a study has two cases of each class in every cell
 * Cost     O(cells^2 N log N)
 * Source   Gallas (2006), Academic Radiology 13, 353-362
 * Checked  reference cases of the methods mrmc-or and mrmc-u-statistic
 */
export function unbiasedCovariance(study: AlignedCells): CaseCovariance {
  const matrix = symmetric(study.cells.map(rankedCell), (a, b) => {
    const { apart, pairs } = pairSums(a, b);
    return pairs.apart === 0 ? 0 : aucOf(a) * aucOf(b) - apart / pairs.apart;
  });
  return { matrix, cases: study.diseased.length + study.healthy.length };
}

const aucOf = ({ total, risingDiseased, risingHealthy }: RankedCell): number =>
  total / (risingDiseased.length * risingHealthy.length);

/** Sums of products of scores over two pairs, one a cell, by what the pairs share; and how many there are of each. */
export type PairSums = {
  readonly same: number;
  readonly sameDiseased: number;
  readonly sameHealthy: number;
  readonly apart: number;
  readonly pairs: {
    readonly same: number;
    readonly sameDiseased: number;
    readonly sameHealthy: number;
    readonly apart: number;
  };
};

export function pairSums(a: RankedCell, b: RankedCell): PairSums {
  const same = jointWins(a, b);
  const rows = product(a.wins, b.wins);
  const columns = product(a.losses, b.losses);
  const [shared, nShared] = [bothRead(a.diseased, b.diseased), bothRead(a.healthy, b.healthy)];
  const [mA, nA] = [a.risingDiseased.length, a.risingHealthy.length];
  const [mB, nB] = [b.risingDiseased.length, b.risingHealthy.length];
  return {
    same,
    sameDiseased: rows - same,
    sameHealthy: columns - same,
    apart: a.total * b.total - rows - columns + same,
    pairs: {
      same: shared * nShared,
      sameDiseased: shared * (nA * nB - nShared),
      sameHealthy: nShared * (mA * mB - shared),
      apart: mA * nA * mB * nB - shared * nA * nB - nShared * mA * mB + shared * nShared,
    },
  };
}

function bothRead(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 1) if ((a[at] ?? -1) >= 0 && (b[at] ?? -1) >= 0) count += 1;
  return count;
}

/** The components of one class, by case: NaN where a case was not read. */
type ComponentColumn = {
  readonly values: Float64Array;
  readonly read: number;
  /** Deviations from their mean where every case was read: the common design, which needs no look for gaps. */
  readonly centred: Float64Array | null;
};

function componentColumn(ratings: Float64Array, components: Float64Array): ComponentColumn {
  const read = components.length;
  const middle = mean(components);
  if (read === ratings.length)
    return { values: components, read, centred: components.map((x) => x - middle) };
  let at = -1;
  const values = ratings.map((rating) => (Number.isNaN(rating) ? NaN : (components[(at += 1)] ?? NaN)));
  return { values, read, centred: null };
}

/** Covariance of two means over partly shared cases: shared/(a b) times the covariance of the shared. */
function sharedCovariance(a: ComponentColumn, b: ComponentColumn): number {
  if (a.centred !== null && b.centred !== null) return product(a.centred, b.centred) / (a.read - 1) / a.read;
  let [shared, sumA, sumB] = [0, 0, 0];
  for (let at = 0; at < a.values.length; at += 1) {
    const [x, y] = [a.values[at] ?? NaN, b.values[at] ?? NaN];
    if (!Number.isNaN(x) && !Number.isNaN(y)) [shared, sumA, sumB] = [shared + 1, sumA + x, sumB + y];
  }
  if (shared < 2) return 0;
  const [meanA, meanB] = [sumA / shared, sumB / shared];
  let products = 0;
  for (let at = 0; at < a.values.length; at += 1) {
    const term = ((a.values[at] ?? NaN) - meanA) * ((b.values[at] ?? NaN) - meanB);
    if (!Number.isNaN(term)) products += term;
  }
  return ((products / (shared - 1)) * shared) / (a.read * b.read);
}

export function product(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let at = 0; at < a.length; at += 1) total += (a[at] ?? NaN) * (b[at] ?? NaN);
  return total;
}

export function symmetric<Cell>(
  cells: readonly Cell[],
  of: (a: Cell, b: Cell) => number,
): readonly Float64Array[] {
  const matrix = cells.map(() => new Float64Array(cells.length));
  for (const [i, a] of cells.entries()) {
    for (const [j, b] of cells.slice(0, i + 1).entries()) {
      const value = of(a, b);
      const [row, mirrored] = [matrix[i], matrix[j]];
      if (row !== undefined) row[j] = value;
      if (mirrored !== undefined) mirrored[i] = value;
    }
  }
  return matrix;
}
