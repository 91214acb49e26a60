/**
 * P-values adjusted for being several, by Holm's steps.
 *
 * Takes    p-values
 * Gives    adjusted ones in the same order, at most 1, in the same order of size
 * Fails    never
 * Cost     O(k log k)
 * Source   Holm (1979), Scandinavian Journal of Statistics 6, 65-70
 * Checked  by law: none falls, the least is k times itself, and the order stays
 */
export function holm(p: readonly number[]): readonly number[] {
  const order = p.map((_value, i) => i).sort((a, b) => (p[a] ?? NaN) - (p[b] ?? NaN));
  const adjusted = [...p];
  let least = 0;
  for (const [step, at] of order.entries()) {
    least = Math.max(least, Math.min(1, (p.length - step) * (p[at] ?? NaN)));
    adjusted[at] = least;
  }
  return adjusted;
}
