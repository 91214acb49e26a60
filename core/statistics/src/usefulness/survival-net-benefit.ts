import { fail, succeed, type Result } from '@daero/domain/result';
import { sum } from '../summary/moments.ts';
import type { OutcomeAt } from './net-benefit.ts';

export type SurvivalOutcomeFault =
  | { readonly kind: 'time-impossible'; readonly row: number; readonly value: number }
  | { readonly kind: 'too-few-cases'; readonly diseased: number; readonly healthy: number };

/**
 * The outcome is an event by the horizon, for people some of whom were lost before: true positives by Kaplan-Meier among those called positive.
 *
 * Takes    times, events (1) or censoring (0), and the horizon
 * Gives    net benefit of any positives, with the infinitesimal jackknife of Kaplan-Meier for what each person adds
 * Fails    time-impossible on a time that is negative or no number; too-few-cases below 2 events by the horizon, or 2 people followed beyond them
 * Cost     O(n log n) once, O(n) for each set of positives
 * Source   Vickers, Cronin, Elkin and Gonen (2008), BMC Med Inform Decis Mak 8, 53; Reid (1981), Annals of Statistics 9, 78-92
 * Checked  reference cases of the method decision-curve-survival; its variance is Greenwood's where all are positive
 */
export function survivalOutcome({
  time,
  event,
  horizon,
}: {
  readonly time: ArrayLike<number>;
  readonly event: ArrayLike<number>;
  readonly horizon: number;
}): Result<OutcomeAt, SurvivalOutcomeFault> {
  const times = Float64Array.from(time);
  const wrong = times.findIndex((value) => !(value >= 0));
  if (wrong >= 0) return fail({ kind: 'time-impossible', row: wrong + 1, value: times[wrong] ?? NaN });
  const n = times.length;
  const events = times.reduce((count, t, i) => count + (t <= horizon && event[i] === 1 ? 1 : 0), 0);
  if (events < 2 || n - events < 2)
    return fail({ kind: 'too-few-cases', diseased: events, healthy: n - events });
  const at = (row: number): number => times[row] ?? NaN;
  const order = Int32Array.from(times, (_value, row) => row).sort((a, b) => at(a) - at(b));
  const among = (positive: Uint8Array) => survivalAmong({ times, event, order, horizon }, positive);
  return succeed({
    n,
    prevalence: 1 - among(new Uint8Array(n).fill(1)).survival,
    at: (positive, weight) => {
      const share = sum(positive) / n;
      if (share === 0)
        return { truePositive: 0, falsePositive: 0, netBenefit: 0, parts: new Float64Array(n) };
      const { survival, influence } = among(positive);
      const [truePositive, falsePositive] = [(1 - survival) * share, survival * share];
      const perPositive = 1 - (1 + weight) * survival;
      const parts = Float64Array.from(
        positive,
        (called, i) => ((called - share) * perPositive - (1 + weight) * (influence[i] ?? 0)) / n,
      );
      return { truePositive, falsePositive, netBenefit: truePositive - weight * falsePositive, parts };
    },
  });
}

type FollowUp = {
  readonly times: Float64Array;
  readonly event: ArrayLike<number>;
  /** Rows by rising time. */
  readonly order: Int32Array;
  readonly horizon: number;
};

/** Kaplan-Meier at the horizon among the positives, and how each of them moves it (as if all of them had weight 1 in their number). */
function survivalAmong(
  { times, event, order, horizon }: FollowUp,
  positive: Uint8Array,
): { readonly survival: number; readonly influence: Float64Array } {
  const rows = order.filter((row) => positive[row] === 1);
  const influence = new Float64Array(positive.length);
  const n = rows.length;
  let [survival, hazard] = [1, 0];
  let first = 0;
  while (first < n) {
    const now = times[rows[first] ?? -1] ?? NaN;
    let [next, deaths] = [first, 0];
    while (next < n && times[rows[next] ?? -1] === now) {
      if (event[rows[next] ?? -1] === 1) deaths += 1;
      next += 1;
    }
    const atRisk = n - first;
    const within = now <= horizon && deaths > 0;
    if (within) {
      survival *= 1 - deaths / atRisk;
      if (deaths < atRisk) hazard += (n * deaths) / (atRisk * (atRisk - deaths));
    }
    for (let i = first; i < next; i += 1) {
      const row = rows[i] ?? -1;
      const died = within && event[row] === 1 && deaths < atRisk ? n / (atRisk - deaths) : 0;
      influence[row] = hazard - died;
    }
    first = next;
  }
  return { survival, influence: influence.map((part) => part * survival) };
}
