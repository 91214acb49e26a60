import { type SurvivalCurve } from '@daero/statistics/survival/kaplan-meier';

/**
 * Mean time within a horizon, from the data alone.
 *
 * How long did people live free of the event on average, up to the horizon? What a fitted curve says within follow-up must agree.
 *
 * Takes    a Kaplan-Meier curve; a horizon within its follow-up (beyond it the last survival goes on)
 * Gives    the area under the curve and its standard error
 * Fails    never
 * Cost     O(times)
 * Source   Klein and Moeschberger (2003), Survival analysis, 2nd edition, section 4.5
 * Checked  reference/economics/survival-fits-lung (survfit)
 */
export function restrictedMeanSurvival(
  curve: SurvivalCurve,
  horizon: number,
): { readonly value: number; readonly standardError: number } {
  const rows = Array.from(curve.time.keys()).filter((row) => (curve.time[row] ?? Infinity) <= horizon);
  let [area, variance, until] = [0, 0, horizon];
  for (const row of rows.reverse()) {
    const [at, left] = [curve.time[row] ?? NaN, curve.survival[row] ?? NaN];
    area += left * (until - at); // what lies under the curve from this time on
    until = at;
    const [d, r] = [curve.events[row] ?? 0, curve.atRisk[row] ?? NaN];
    if (d > 0 && r > d) variance += (area * area * d) / (r * (r - d));
  }
  return { value: area + until, standardError: Math.sqrt(variance) };
}
