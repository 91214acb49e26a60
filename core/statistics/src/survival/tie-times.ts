/** The square root of the machine's precision: times from subtracted dates differ by less where they should be equal. */
export const usualTieTolerance = 1.4901161193847656e-8;

/**
 * Times that differ by rounding alone, made equal.
 *
 * Takes    columns of times; tolerance, absolute or relative to their mean absolute value
 * Gives    the columns, each time replaced by the least of those it ties with
 * Fails    never
 * Cost     O(n log n)
 * Source   Therneau, vignette "Roundoff error and tied times" of the R package survival
 * Checked  reference cases of the method kaplan-meier
 */
export function tieTimes(
  columns: readonly ArrayLike<number>[],
  tolerance: number = usualTieTolerance,
): readonly Float64Array[] {
  const ascending = Float64Array.from(new Set(columns.flatMap((column) => Array.from(column)))).sort();
  const meanSize = ascending.reduce((total, time) => total + Math.abs(time), 0) / ascending.length;
  const near = tolerance * Math.max(1, meanSize);
  const tied = new Map<number, number>();
  let [before, least] = [NaN, NaN];
  for (const time of ascending) {
    if (!(time - before <= near)) least = time;
    if (time !== least) tied.set(time, least);
    before = time;
  }
  return columns.map((column) => Float64Array.from(column, (time) => tied.get(time) ?? time));
}
