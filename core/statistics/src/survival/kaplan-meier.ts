import { fail, succeed, type Result } from '@daero/domain/result';
import { tieTimes } from './tie-times.ts';

/** Follow-up of n people: until when, and whether the event ended it (1) or nothing more is known (0). */
export type FollowUp = {
  readonly time: ArrayLike<number>;
  readonly event: ArrayLike<number>;
  /** When each came under observation (left truncation): at risk at t when entry < t <= time. */
  readonly entry?: ArrayLike<number>;
};

/** One row a distinct time of leaving. */
export type SurvivalCurve = {
  readonly n: number;
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly survival: Float64Array;
  /** Greenwood's sum of d/(n(n - d)): the variance of log S. */
  readonly greenwood: Float64Array;
  /** Nelson-Aalen. */
  readonly cumulativeHazard: Float64Array;
  readonly hazardVariance: Float64Array;
};

export type FollowUpFault =
  | { readonly kind: 'follow-up-empty' }
  | { readonly kind: 'time-impossible'; readonly row: number; readonly value: number };

/**
 * Survival over time, by Kaplan and Meier, and the cumulative hazard, by Nelson and Aalen.
 *
 * Which share is still free of the event at each time, counting those who left without it up to the time they left?
 * That is right where leaving says nothing about the event to come.
 *
 * Takes    time of leaving, event 0 or 1, and entry or none; times are finite, at least 0 and above entry
 * Gives    one row a distinct time; people leave the risk set after the events of their time
 * Fails    follow-up-empty; time-impossible
 * Cost     O(n log n)
 * Source   Kaplan and Meier (1958), J Am Stat Assoc 53, 457-481; Greenwood (1926); Nelson (1972); Aalen (1978)
 * Checked  reference cases of the methods kaplan-meier and kaplan-meier-left-truncated
 */
export function kaplanMeier({ time, event, entry }: FollowUp): Result<SurvivalCurve, FollowUpFault> {
  const n = time.length;
  if (n === 0) return fail({ kind: 'follow-up-empty' });
  for (let i = 0; i < n; i += 1) {
    const value = time[i] ?? NaN;
    const possible =
      Number.isFinite(value) && value >= 0 && (entry === undefined || value > (entry[i] ?? NaN));
    if (!possible) return fail({ kind: 'time-impossible', row: i + 1, value });
  }
  const [leaving = new Float64Array(0), entering] = tieTimes(entry === undefined ? [time] : [time, entry]);
  const order = Uint32Array.from(leaving.keys()).sort((a, b) => (leaving[a] ?? NaN) - (leaving[b] ?? NaN));
  const times = Float64Array.from(new Set(leaving)).sort();
  const [atRisk, events, censored] = [0, 0, 0].map(() => new Float64Array(times.length));
  if (atRisk === undefined || events === undefined || censored === undefined)
    throw new Error('three columns were made');

  const entries = entering?.toSorted() ?? null;
  let [next, entered] = [0, 0];
  times.forEach((at, row) => {
    const left = next;
    while (next < n && leaving[order[next] ?? 0] === at) {
      const column = event[order[next] ?? 0] === 1 ? events : censored;
      column[row] = (column[row] ?? NaN) + 1;
      next += 1;
    }
    while (entries !== null && entered < n && (entries[entered] ?? NaN) < at) entered += 1;
    atRisk[row] = (entries === null ? n : entered) - left;
  });
  return succeed({ n, time: times, atRisk, events, censored, ...products(atRisk, events) });
}

function products(
  atRisk: Float64Array,
  events: Float64Array,
): Pick<SurvivalCurve, 'survival' | 'greenwood' | 'cumulativeHazard' | 'hazardVariance'> {
  let [free, logVariance, hazard, variance] = [1, 0, 0, 0];
  const rows = Array.from(events, (d, row) => {
    const r = atRisk[row] ?? NaN;
    if (d > 0) {
      free *= 1 - d / r;
      logVariance += d / (r * (r - d));
      hazard += d / r;
      variance += d / (r * r);
    }
    return { free, logVariance, hazard, variance };
  });
  return {
    survival: Float64Array.from(rows, (row) => row.free),
    greenwood: Float64Array.from(rows, (row) => row.logVariance),
    cumulativeHazard: Float64Array.from(rows, (row) => row.hazard),
    hazardVariance: Float64Array.from(rows, (row) => row.variance),
  };
}

/** A curve at one time: what holds from its last row at or before that time. */
export type SurvivalAt = {
  readonly survival: number;
  readonly greenwood: number;
  readonly cumulativeHazard: number;
  readonly hazardVariance: number;
  /** At risk when anyone next leaves, at this time or later: those still followed just before it, where all enter at 0. */
  readonly atRisk: number;
  /** Up to and including this time. */
  readonly events: number;
  readonly censored: number;
};

export function survivalAt(curve: SurvivalCurve, time: number): SurvivalAt {
  let row = -1;
  let [events, censored] = [0, 0];
  while (row + 1 < curve.time.length && (curve.time[row + 1] ?? NaN) <= time) {
    row += 1;
    events += curve.events[row] ?? NaN;
    censored += curve.censored[row] ?? NaN;
  }
  const here = curve.time[row] === time ? row : row + 1; // those at risk at t are those who leave at t or later
  return {
    survival: curve.survival[row] ?? 1,
    greenwood: curve.greenwood[row] ?? 0,
    cumulativeHazard: curve.cumulativeHazard[row] ?? 0,
    hazardVariance: curve.hazardVariance[row] ?? 0,
    atRisk: curve.atRisk[here] ?? 0,
    events,
    censored,
  };
}
