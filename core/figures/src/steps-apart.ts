import type { Point } from './plot.ts';

/** As many points as a table or a line still reads well with. */
const plenty = 200;

/**
 * Of many points the first, the last, and between them those that lie at least so far from the one kept before, on
 * either axis; of few, all.
 */
export function stepsApart<Item>(
  items: readonly Item[],
  place: (item: Item) => Point,
  apart: number,
): readonly Item[] {
  if (items.length <= plenty) return items;
  const kept: Item[] = [];
  let last: Point | undefined;
  items.forEach((item, index) => {
    const [x, y] = place(item);
    const near = last !== undefined && Math.abs(x - last[0]) < apart && Math.abs(y - last[1]) < apart;
    if (near && index < items.length - 1) return;
    kept.push(item);
    last = [x, y];
  });
  return kept;
}
