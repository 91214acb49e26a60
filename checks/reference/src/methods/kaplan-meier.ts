import { unwrap } from '@daero/domain/result';
import {
  kaplanMeier,
  survivalAt,
  type FollowUp,
  type SurvivalCurve,
} from '@daero/statistics/survival/kaplan-meier';
import { logRank, type LogRank } from '@daero/statistics/survival/log-rank';
import {
  survivalInterval,
  survivalIntervals,
  survivalQuantile,
} from '@daero/statistics/survival/survival-interval';
import { z } from 'zod';
import type { Csv } from '../csv.ts';
import { firstCsv, level } from './scores.ts';
import type { Runner } from './table.ts';

const grouped = {
  event: z.object({ column: z.string(), value: level }),
  group: z.string(),
  group_levels: z.array(level),
  report_times: z.array(z.number()),
};

const inputs = z.object({
  ...grouped,
  time: z.string(),
  conf_level: z.number(),
  conf_types: z.array(z.enum(survivalIntervals)),
  quantile_probs: z.array(z.number()),
  logrank_rho: z.record(z.string(), z.union([z.literal(0), z.literal(1)])),
  stratified_logrank: z
    .object({ at: z.string(), group: z.string(), group_levels: z.array(level), strata: z.array(z.string()) })
    .nullable(),
});
const truncatedInputs = z.object({ ...grouped, start: z.string(), stop: z.string() });

const eventOf = (
  csv: Csv,
  { column, value }: { readonly column: string; readonly value: string },
): Float64Array => Float64Array.from(csv.text(column), (cell) => (cell === value ? 1 : 0));

/** The curve of the people with this label. */
function curveOf(follow: FollowUp, labels: readonly string[], label: string): SurvivalCurve {
  const keep = (column: ArrayLike<number>): Float64Array =>
    Float64Array.from(column).filter((_value, row) => labels[row] === label);
  return unwrap(
    kaplanMeier({
      time: keep(follow.time),
      event: keep(follow.event),
      ...(follow.entry === undefined ? {} : { entry: keep(follow.entry) }),
    }),
  );
}

/** One row a group and report time. */
function reported(curves: readonly SurvivalCurve[], times: readonly number[]) {
  return curves.flatMap((curve) => {
    let before = 0;
    return times.map((time) => {
      const at = survivalAt(curve, time);
      const since = at.events - before;
      before = at.events;
      return { time, at, since };
    });
  });
}

export const kaplanMeierRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const csv = firstCsv(given);
  const follow = { time: csv.numbers(asked.time), event: eventOf(csv, asked.event) };
  const labels = csv.text(asked.group);
  const curves = asked.group_levels.map((label) => curveOf(follow, labels, label));
  const rows = reported(curves, asked.report_times);
  const strata = asked.group_levels.flatMap((label) =>
    asked.report_times.map(() => `${asked.group}=${label}`),
  );

  const block = (form: (typeof survivalIntervals)[number]): object => {
    const options = { form, level: asked.conf_level };
    const limits = rows.map(({ at }) => survivalInterval(at, options));
    const quantiles = curves.map((curve) =>
      asked.quantile_probs.map((p) => survivalQuantile(curve, p, options)),
    );
    return {
      strata,
      time: rows.map(({ time }) => time),
      n_risk: rows.map(({ at }) => at.atRisk),
      cum_event: rows.map(({ since }) => since),
      surv: rows.map(({ at }) => at.survival),
      std_err: rows.map(({ at }) => at.survival * Math.sqrt(at.greenwood)),
      lower: limits.map((each) => each?.low ?? null),
      upper: limits.map((each) => each?.high ?? null),
      quantiles: {
        probs: asked.quantile_probs,
        est: quantiles.map((of) => of.map(({ value }) => value)),
        lower: quantiles.map((of) => of.map(({ low }) => low)),
        upper: quantiles.map((of) => of.map(({ high }) => high)),
      },
    };
  };

  const compared = { ...follow, group: codes(labels, asked.group_levels), groups: asked.group_levels.length };
  const tests = Object.entries(asked.logrank_rho).map(([at, rho]) => {
    const found = unwrap(logRank(compared, rho));
    return [
      at.replace(/^\//, ''),
      { ...sums(found), obs: found.observed.flat(), exp: found.expected.flat() },
    ] as const;
  });
  return {
    km: Object.fromEntries(asked.conf_types.map((form) => [form, block(form)])),
    nelson_aalen: {
      cumhaz: rows.map(({ at }) => at.cumulativeHazard),
      std_chaz: rows.map(({ at }) => Math.sqrt(at.hazardVariance)),
    },
    ...Object.fromEntries(tests),
    ...stratified(csv, follow, asked.stratified_logrank),
  };
};

const codes = (labels: readonly string[], levels: readonly string[]): Float64Array =>
  Float64Array.from(labels, (label) => levels.indexOf(label));

const sums = ({ chi2, df, p, n, variance }: LogRank): object => ({ chisq: chi2, df, p, n, var: variance });

function stratified(
  csv: Csv,
  follow: FollowUp,
  asked: z.output<typeof inputs>['stratified_logrank'],
): object {
  if (asked === null) return {};
  const labels = asked.strata.map((column) => csv.text(column));
  const joined = Array.from(follow.time, (_time, row) => labels.map((column) => column[row] ?? '').join(','));
  const levels = [...new Set(joined)].sort();
  const found = unwrap(
    logRank({
      ...follow,
      group: codes(csv.text(asked.group), asked.group_levels),
      groups: asked.group_levels.length,
      stratum: codes(joined, levels),
    }),
  );
  return { [asked.at.replace(/^\//, '')]: { ...sums(found), obs: found.observed, exp: found.expected } };
}

export const truncatedKaplanMeierRunner: Runner = (given) => {
  const asked = truncatedInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const follow = {
    time: csv.numbers(asked.stop),
    event: eventOf(csv, asked.event),
    entry: csv.numbers(asked.start),
  };
  const labels = csv.text(asked.group);
  const rows = reported(
    asked.group_levels.map((label) => curveOf(follow, labels, label)),
    asked.report_times,
  );
  return {
    strata: asked.group_levels.flatMap((label) => asked.report_times.map(() => `${asked.group}=${label}`)),
    time: rows.map(({ time }) => time),
    n_risk: rows.map(({ at }) => at.atRisk),
    surv: rows.map(({ at }) => at.survival),
    std_err: rows.map(({ at }) => at.survival * Math.sqrt(at.greenwood)),
  };
};
