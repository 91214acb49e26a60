/**
 * The value below which a share p of the sample lies, by linear interpolation between order statistics.
 *
 * Takes    sorted: ascending; p in [0, 1]
 * Gives    the quantile, in the unit of the sample
 * Fails    throws on an empty sample
 * Cost     O(1)
 * Source   Hyndman and Fan (1996), American Statistician 50, 361-365, type 7
 * Checked  the groups of the calibration cases rest on it
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const last = sorted.length - 1;
  if (last < 0) throw new RangeError('a quantile needs a sample');
  const position = last * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, last)] ?? NaN;
  return low + (position - below) * (high - low);
}
