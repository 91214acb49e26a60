import { fail, succeed, type Result } from '@daero/domain/result';
import { drawCounts } from '../resampling/draw-counts.ts';
import { sortOrder } from '../summary/sort-order.ts';

export type ClassedRows = {
  /** The place of each row's class, from 0, rising with disease. */
  readonly class: ArrayLike<number>;
  readonly classes: number;
  readonly score: ArrayLike<number>;
  readonly patient?: readonly string[];
};

export type ClassDrawFault = {
  readonly kind: 'too-few-cases';
  readonly diseased: number;
  readonly healthy: number;
};

/**
 * Bootstrap of the AUC of several classes: patients drawn with replacement, each class apart.
 *
 * A patient's rows are drawn together, among the patients of the highest class that they hold.
 *
 * Takes    class, score and patient of n rows without missing values; replicates; seed
 * Gives    the mean AUC over all pairs of classes, in each replicate; NaN where a class was not drawn
 * Fails    too-few-cases where a class has fewer than 2 patients (`diseased`), or the rest has
 * Cost     O(n + c^2 distinct scores) a replicate after one sort
 * Source   Hand and Till (2001), Machine Learning 45, 171-186; Efron and Tibshirani (1993), An introduction to the bootstrap
 * Checked  with two classes it is `aucBootstrap`, draw by draw; with every count 1 it is `aucMulticlass`
 */
export function multiclassBootstrap(
  { class: classOf, classes, score, patient }: ClassedRows,
  { replicates, seed }: { readonly replicates: number; readonly seed: number },
): Result<Float64Array, ClassDrawFault> {
  const names = patient ?? Array.from(score, (_value, row) => row);
  const highest = new Map<string | number, number>();
  names.forEach((name, row) => {
    highest.set(name, Math.max(highest.get(name) ?? 0, classOf[row] ?? 0));
  });
  const sizes = Array.from({ length: classes }, () => 0);
  for (const level of highest.values()) sizes[level] = (sizes[level] ?? 0) + 1;
  const few = sizes.find((size) => size < 2);
  if (few !== undefined) return fail({ kind: 'too-few-cases', diseased: few, healthy: highest.size - few });

  // Patients of the highest class first, as in the bootstrap of two classes.
  const places = new Map<string | number, number>();
  const starts: number[] = [];
  for (let level = classes - 1; level >= 0; level -= 1) {
    starts[level] = places.size;
    for (const [name, own] of highest) if (own === level) places.set(name, places.size);
  }
  const order = sortOrder(score);
  const rows = {
    place: Int32Array.from(order, (row) => places.get(names[row] ?? '') ?? 0),
    class: Uint8Array.from(order, (row) => classOf[row] ?? 0),
    ends: Uint8Array.from(order, (row, i) => (score[row] === score[order[i + 1] ?? -1] ? 0 : 1)),
  };
  const counts = new Int32Array(highest.size);
  return succeed(
    Float64Array.from({ length: replicates }, (_none, replicate) => {
      counts.fill(0);
      const { draw } = drawCounts(seed, replicate);
      for (let level = classes - 1; level >= 0; level -= 1)
        draw(counts, starts[level] ?? 0, sizes[level] ?? 0);
      return meanAuc(rows, counts, classes);
    }),
  );
}

type OrderedRows = { readonly place: Int32Array; readonly class: Uint8Array; readonly ends: Uint8Array };

/** The mean over pairs of classes of the share of pairs of rows in which the higher class scores higher. */
export function meanAuc(rows: OrderedRows, counts: Int32Array, classes: number): number {
  const [below, tied] = [new Float64Array(classes), new Float64Array(classes)];
  const won = new Float64Array(classes * classes);
  for (let i = 0; i < rows.place.length; i += 1) {
    const own = rows.class[i] ?? 0;
    tied[own] = (tied[own] ?? 0) + (counts[rows.place[i] ?? 0] ?? 0);
    if (rows.ends[i] !== 1) continue;
    for (let high = 0; high < classes; high += 1) {
      const here = tied[high] ?? 0;
      for (let low = 0; here > 0 && low < high; low += 1) {
        const at = high * classes + low;
        won[at] = (won[at] ?? 0) + here * ((below[low] ?? 0) + (tied[low] ?? 0) / 2);
      }
    }
    for (let level = 0; level < classes; level += 1) below[level] = (below[level] ?? 0) + (tied[level] ?? 0);
    tied.fill(0);
  }
  let total = 0;
  for (let high = 1; high < classes; high += 1) {
    for (let low = 0; low < high; low += 1)
      total += (won[high * classes + low] ?? 0) / ((below[high] ?? 0) * (below[low] ?? 0));
  }
  return total / ((classes * (classes - 1)) / 2);
}
