import { unwrap } from '@daero/domain/result';
import { placements } from '../discrimination/placements.ts';
import { mean, sum } from '../summary/moments.ts';
import { readOnly, type AlignedCells, type Cell } from './readings.ts';

/** What is asked of a reader: the area under the ROC curve, or one error rate at a rating from which a case is called positive. */
export type Metric =
  | { readonly of: 'auc' }
  | { readonly of: 'sensitivity' | 'specificity'; readonly positive: (rating: number) => boolean };

/** A figure of merit, and what it would be without each case. */
export type CellFigure = {
  readonly value: number;
  readonly without: { readonly diseased: Float64Array; readonly healthy: Float64Array };
};

/**
 * The figure of merit of every reader in every modality, with and without each case.
 *
 * Leaving a case out takes no second look at the ratings: m A is the sum of the placements, so without case i the AUC is
 * (m A - V_i)/(m - 1). A case that the reader did not read changes nothing.
 *
 * Takes    the study; the metric
 * Gives    one figure a cell, in the order of the cells
 * Fails    never: a study has two cases of each class in every cell
 * Cost     O(N log N) a cell
 * Source   Hanley and Hajian-Tilaki (1997), Academic Radiology 4, 49-58
 * Checked  reference cases of the methods mrmc-or and mrmc-or-binary
 */
export function cellFigures(study: AlignedCells, metric: Metric): readonly CellFigure[] {
  return study.cells.map((cell) => (metric.of === 'auc' ? aucFigure(cell) : rateFigure(cell, metric)));
}

export function aucFigure(cell: Cell): CellFigure {
  const { aboveHealthy, belowDiseased } = unwrap(placements(readOnly(cell.diseased), readOnly(cell.healthy)));
  const value = mean(aboveHealthy);
  return {
    value,
    without: {
      diseased: leaveOut(cell.diseased, aboveHealthy, value),
      healthy: leaveOut(cell.healthy, belowDiseased, value),
    },
  };
}

function rateFigure(
  { diseased, healthy }: Cell,
  { of, positive }: Exclude<Metric, { of: 'auc' }>,
): CellFigure {
  const own = of === 'sensitivity' ? diseased : healthy;
  const right = readOnly(own).map((rating) => (positive(rating) === (of === 'sensitivity') ? 1 : 0));
  const value = sum(right) / right.length;
  const untouched = (column: Float64Array) => new Float64Array(column.length).fill(value);
  return {
    value,
    without:
      of === 'sensitivity'
        ? { diseased: leaveOut(diseased, right, value), healthy: untouched(healthy) }
        : { diseased: untouched(diseased), healthy: leaveOut(healthy, right, value) },
  };
}

/** The mean of the shares without each of them, back in the places of the cases that were read. */
function leaveOut(ratings: Float64Array, shares: Float64Array, value: number): Float64Array {
  const n = shares.length;
  let at = 0;
  return ratings.map((rating) => {
    if (Number.isNaN(rating)) return value;
    const share = shares[at] ?? NaN;
    at += 1;
    return (n * value - share) / (n - 1);
  });
}
