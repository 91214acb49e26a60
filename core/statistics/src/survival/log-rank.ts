import { fail, succeed, type Result } from '@daero/domain/result';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { inverse, timesVector, type Matrix } from '../regression/cholesky.ts';
import { tieTimes } from './tie-times.ts';

export type LogRank = {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
  /** In the order of the groups. */
  readonly n: readonly number[];
  /** By group, then stratum. With rho above 0 they are weighted. */
  readonly observed: readonly (readonly number[])[];
  readonly expected: readonly (readonly number[])[];
  readonly variance: Matrix;
};

export type LogRankFault = {
  readonly kind: 'groups-not-comparable';
  readonly groups: number;
  readonly events: number;
};

export type Compared = {
  readonly time: ArrayLike<number>;
  readonly event: ArrayLike<number>;
  /** 0 .. groups - 1 for each person. */
  readonly group: ArrayLike<number>;
  readonly groups: number;
  /** A number from 0 for each person; everyone in one where it is left out. */
  readonly stratum?: ArrayLike<number>;
};

/**
 * Do the groups share one survival curve?
 *
 * At every event time the events expected in each group, were the curves the same, are set against those observed. Each event
 * time counts with S(t-) to the power rho, S the curve of everyone in the stratum: 0 is the log-rank test, 1 Peto and Peto's
 * version of the Wilcoxon test, which weighs early differences more.
 *
 * Takes    time, event and group of n people; strata or none; rho 0 or 1
 * Gives    chi-square with one degree of freedom fewer than groups at risk, its p, and the sums it is made of
 * Fails    groups-not-comparable where fewer than two groups are at risk at an event
 * Cost     O(n log n + event times * groups^2)
 * Source   Mantel (1966); Peto and Peto (1972), J R Stat Soc A 135, 185-206; Harrington and Fleming (1982), Biometrika 69, 553-566
 * Checked  reference cases of the method kaplan-meier
 */
export function logRank(compared: Compared, rho: 0 | 1 = 0): Result<LogRank, LogRankFault> {
  const { groups, stratum } = compared;
  const [time = new Float64Array(0)] = tieTimes([compared.time]);
  const strata = new Map<number, number[]>();
  time.forEach((_at, i) => {
    const of = stratum?.[i] ?? 0;
    const rows = strata.get(of) ?? [];
    if (rows.length === 0) strata.set(of, rows);
    rows.push(i);
  });
  const sums = [...strata.keys()]
    .sort((a, b) => a - b)
    .map((of) => sumsOf(strata.get(of) ?? [], { ...compared, time }, rho));
  const each = Array.from({ length: groups }, (_group, g) => g);
  const total = (pick: (s: Sums) => readonly number[]): readonly number[] =>
    each.map((g) => sums.reduce((sum, s) => sum + (pick(s)[g] ?? NaN), 0));
  const [observed, expected] = [total((s) => s.observed), total((s) => s.expected)];
  const variance = each.map((g) =>
    each.map((h) => sums.reduce((sum, s) => sum + (s.variance[g]?.[h] ?? NaN), 0)),
  );

  const atRisk = each.filter((g) => (expected[g] ?? NaN) > 0);
  const free = atRisk.slice(0, -1);
  const gaps = free.map((g) => (observed[g] ?? NaN) - (expected[g] ?? NaN));
  const inverted =
    free.length === 0 ? null : inverse(free.map((g) => free.map((h) => variance[g]?.[h] ?? NaN)));
  const events = Array.from(compared.event).filter((value) => value === 1).length;
  if (inverted === null) return fail({ kind: 'groups-not-comparable', groups: atRisk.length, events });
  const chi2 = timesVector(inverted, gaps).reduce((sum, value, j) => sum + value * (gaps[j] ?? NaN), 0);
  return succeed({
    chi2,
    df: free.length,
    p: chiSquareUpper(chi2, free.length),
    n: each.map((g) => Array.from(compared.group).filter((of) => of === g).length),
    observed: each.map((g) => sums.map((s) => s.observed[g] ?? NaN)),
    expected: each.map((g) => sums.map((s) => s.expected[g] ?? NaN)),
    variance,
  });
}

type Sums = { readonly observed: number[]; readonly expected: number[]; readonly variance: number[][] };

function sumsOf(rows: readonly number[], { time, event, group, groups }: Compared, rho: 0 | 1): Sums {
  const order = rows.toSorted((a, b) => (time[a] ?? NaN) - (time[b] ?? NaN));
  const zeros = (): number[] => new Array<number>(groups).fill(0);
  const atRisk = zeros();
  for (const i of order) atRisk[group[i] ?? 0] = (atRisk[group[i] ?? 0] ?? NaN) + 1;
  const sums: Sums = { observed: zeros(), expected: zeros(), variance: zeros().map(zeros) };
  let [next, everyone, free] = [0, order.length, 1];
  while (next < order.length) {
    const at = time[order[next] ?? 0];
    const [events, leaving] = [zeros(), zeros()];
    for (; next < order.length && time[order[next] ?? 0] === at; next += 1) {
      const i = order[next] ?? 0;
      const g = group[i] ?? 0;
      leaving[g] = (leaving[g] ?? NaN) + 1;
      if (event[i] === 1) events[g] = (events[g] ?? NaN) + 1;
    }
    const d = events.reduce((sum, count) => sum + count, 0);
    if (d > 0) addTime(sums, { atRisk, events, everyone, d }, rho === 1 ? free : 1);
    free *= 1 - d / everyone;
    for (const [g, count] of leaving.entries()) {
      atRisk[g] = (atRisk[g] ?? NaN) - count;
      everyone -= count;
    }
  }
  return sums;
}

/** One event time: the hypergeometric mean and covariance of the events in each group. */
function addTime(
  sums: Sums,
  {
    atRisk,
    events,
    everyone,
    d,
  }: { atRisk: readonly number[]; events: readonly number[]; everyone: number; d: number },
  weight: number,
): void {
  const spread = everyone > 1 ? (d * (everyone - d)) / (everyone - 1) : 0;
  for (const [g, r] of atRisk.entries()) {
    const share = r / everyone;
    sums.observed[g] = (sums.observed[g] ?? NaN) + weight * (events[g] ?? NaN);
    sums.expected[g] = (sums.expected[g] ?? NaN) + weight * d * share;
    const row = sums.variance[g] ?? [];
    for (const [h, other] of atRisk.entries()) {
      const covariance = spread * share * ((g === h ? 1 : 0) - other / everyone);
      row[h] = (row[h] ?? NaN) + weight * weight * covariance;
    }
  }
}
