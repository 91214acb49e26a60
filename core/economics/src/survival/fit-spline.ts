import { fail, type Result } from '@daero/domain/result';
import { crossProducts } from '@daero/statistics/regression/logistic';
import { inverse, timesVector } from '@daero/statistics/regression/cholesky';
import { quantile } from '@daero/statistics/summary/quantile';
import { kaplanMeier, type FollowUp } from '@daero/statistics/survival/kaplan-meier';
import { eventTime } from './event-time.ts';
import { checkFollowUp, finishFit, logLikelihood, type SurvivalFit, type SurvivalFitFault } from './fit.ts';
import { splineBasis } from './natural-spline.ts';

/**
 * A spline of Royston and Parmar for the log cumulative hazard, by maximum likelihood.
 *
 * What does the hazard look like where no family fits? Boundary knots stand at the first and last event, inner knots at quantiles of
 * the log event times; beyond the last the curve goes on as a Weibull.
 *
 * Takes    time above 0, event 1 or 0, entry or none; innerKnots: 0 (a Weibull) to 5
 * Gives    the fit, its coefficients on the scale of the spline
 * Fails    as `fitSurvival`; a spline whose hazard is not positive at an event is not a likelihood and never chosen
 * Cost     some hundred passes over the n people
 * Source   Royston and Parmar (2002), Statistics in Medicine 21, 2175-2197
 * Checked  survival/survival.test.ts: no inner knot equals the Weibull fit; every knot more raises the likelihood
 */
export function fitSurvivalSpline(
  follow: FollowUp,
  innerKnots: number,
): Result<SurvivalFit, SurvivalFitFault> {
  const checked = checkFollowUp(follow, innerKnots + 2);
  if (!checked.ok) return checked;
  const { events } = checked.value;
  const logEvents = Array.from(follow.time, Math.log)
    .filter((_x, i) => follow.event[i] === 1)
    .sort((a, b) => a - b);
  const knots = Array.from({ length: innerKnots + 2 }, (_, k) => quantile(logEvents, k / (innerKnots + 1)));
  const start = startBy(follow, knots);
  if (start === null || knots.some((knot, k) => k > 0 && !(knot > (knots[k - 1] ?? NaN))))
    return fail({ kind: 'survival-fit-not-found', family: 'royston-parmar', n: follow.time.length, events });
  const distributionAt = (gamma: readonly number[]) =>
    ({ family: 'royston-parmar', gamma: [...gamma], knots }) as const;
  return finishFit({
    family: 'royston-parmar',
    names: start.map((_each, k) => `gamma${k}`),
    follow,
    events,
    negative: (gamma) => {
      const time = eventTime(distributionAt(gamma));
      return -logLikelihood(follow, () => time);
    },
    start,
    baselineAt: distributionAt,
  });
}

/** Least squares of the log of Nelson and Aalen's cumulative hazard on the basis; the slope of a plain line where that bends down. */
function startBy(follow: FollowUp, knots: readonly number[]): readonly number[] | null {
  const curve = kaplanMeier(follow);
  if (!curve.ok) return null;
  const { time, cumulativeHazard, events } = curve.value;
  const rows = Array.from(time.keys()).filter((i) => (events[i] ?? 0) > 0);
  const x = rows.map((i) => splineBasis(knots, Math.log(time[i] ?? NaN)));
  const y = rows.map((i) => Math.log(cumulativeHazard[i] ?? NaN));
  const solve = (size: number): readonly number[] | null => {
    const columns = Array.from({ length: size }, (_, j) => x.map(({ value }) => value[j] ?? NaN));
    const inverted = inverse(
      crossProducts(
        columns,
        y.map(() => 1),
      ),
    );
    if (inverted === null) return null;
    return timesVector(
      inverted,
      columns.map((column) => column.reduce((sum, value, i) => sum + value * (y[i] ?? NaN), 0)),
    );
  };
  const whole = solve(knots.length);
  const rises = x.every(
    ({ slope }) => slope.reduce((sum, part, j) => sum + part * (whole?.[j] ?? NaN), 0) > 0,
  );
  if (rises) return whole;
  const line = solve(2);
  return line === null ? null : [...line, ...knots.slice(2).map(() => 0)];
}
