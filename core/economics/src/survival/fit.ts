import { fail, succeed, type Result } from '@daero/domain/result';
import { minimise } from '@daero/statistics/optimisation/minimise';
import { inverse, type Matrix } from '@daero/statistics/regression/cholesky';
import { type FollowUp } from '@daero/statistics/survival/kaplan-meier';
import { type SurvivalDistribution } from './distribution.ts';
import { eventTime, type EventTime } from './event-time.ts';
import { distributionFrom, locatedAt, parametersOf, startOf, type FittedFamily } from './fit-families.ts';

/** A column that moves the location of the distribution. */
export type Covariate = { readonly name: string; readonly values: ArrayLike<number> };

export type SurvivalFit = {
  readonly family: SurvivalDistribution['family'];
  /** Parameters in order on the scale of estimation (logs of positive ones), then one number a covariate. */
  readonly coefficients: readonly number[];
  readonly names: readonly string[];
  /** The inverse of the observed information, in the same order. */
  readonly covariance: Matrix;
  /** Where all covariates are 0. */
  readonly baseline: SurvivalDistribution;
  readonly logLikelihood: number;
  readonly n: number;
  readonly events: number;
  readonly aic: number;
  /** Schwarz's criterion counts people in one school and events in another: both, by name. */
  readonly bicByPeople: number;
  readonly bicByEvents: number;
};

export type SurvivalFitFault =
  | { readonly kind: 'survival-fit-empty'; readonly n: number; readonly events: number }
  | { readonly kind: 'survival-fit-time'; readonly row: number; readonly value: number }
  | {
      readonly kind: 'survival-fit-not-found';
      readonly family: string;
      readonly n: number;
      readonly events: number;
    };

/**
 * A parametric survival distribution by maximum likelihood.
 *
 * Which curve of this family fits the follow-up best? The fit speaks for the time that was observed; beyond it the family does.
 * Criteria compare families on the same people only.
 *
 * Takes    family; time above 0, event 1 or 0, entry (left truncation) or none; covariates, which move the location of the family
 * Gives    coefficients with their covariance, the distribution at covariates 0, log likelihood, AIC and both forms of BIC
 * Fails    survival-fit-empty without events or with fewer people than parameters; survival-fit-time; survival-fit-not-found
 * Cost     some hundred passes over the n people
 * Source   Collett (2015), Modelling survival data in medical research, 3rd edition, ch. 5; Latimer (2013), NICE DSU TSD 14
 * Checked  reference/economics/survival-fits-lung (flexsurv 1.1.1)
 */
export function fitSurvival(
  family: FittedFamily,
  follow: FollowUp,
  covariates: readonly Covariate[] = [],
): Result<SurvivalFit, SurvivalFitFault> {
  const parameters = parametersOf[family];
  const located = locatedAt[family];
  const moments = checkFollowUp(follow, parameters.length + covariates.length);
  if (!moments.ok) return moments;

  const distributionAt = (x: readonly number[], shift: number): SurvivalDistribution => {
    const onScale = parameters.map((_each, i) => (x[i] ?? NaN) + (i === located ? shift : 0));
    return distributionFrom(
      family,
      onScale.map((value, i) => (parameters[i]?.scale === 'log' ? Math.exp(value) : value)),
    );
  };
  // People with the same covariates share one distribution.
  const patterns = covariatePatterns(covariates, follow.time.length);
  const negative = (x: readonly number[]): number => {
    const times = patterns.rows.map((row) => {
      const shift = row.reduce((sum, value, j) => sum + value * (x[parameters.length + j] ?? NaN), 0);
      return eventTime(distributionAt(x, shift));
    });
    return -logLikelihood(follow, (i) => times[patterns.of[i] ?? 0]);
  };
  const start = [...startOf(family, moments.value), ...covariates.map(() => 0)];
  const names = [...parameters.map(({ name }) => name), ...covariates.map(({ name }) => name)];
  return finishFit({
    family,
    names,
    follow,
    events: moments.value.events,
    negative,
    start,
    baselineAt: (x) => distributionAt(x, 0),
  });
}

/** Minimises, and makes a fit of what was found. */
export function finishFit(search: {
  readonly family: SurvivalDistribution['family'];
  readonly names: readonly string[];
  readonly follow: FollowUp;
  readonly events: number;
  readonly negative: (x: readonly number[]) => number;
  readonly start: readonly number[];
  readonly baselineAt: (x: readonly number[]) => SurvivalDistribution;
}): Result<SurvivalFit, SurvivalFitFault> {
  const { family, names, events, baselineAt } = search;
  const n = search.follow.time.length;
  const guarded = (x: readonly number[]): number => {
    const value = search.negative(x);
    return Number.isNaN(value) ? Infinity : value;
  };
  const best = minimise(guarded, search.start);
  const covariance = inverse(best.curvature);
  if (!best.found || covariance === null) return fail({ kind: 'survival-fit-not-found', family, n, events });
  const [p, deviance] = [names.length, 2 * best.value];
  return succeed({
    family,
    coefficients: best.at,
    names,
    covariance,
    baseline: baselineAt(best.at),
    logLikelihood: -best.value,
    n,
    events,
    aic: deviance + 2 * p,
    bicByPeople: deviance + p * Math.log(n),
    bicByEvents: deviance + p * Math.log(events),
  });
}

/** Events count by their density, the others by their survival, both given that they were there when observation began. */
export function logLikelihood(
  { time, event, entry }: FollowUp,
  timeOf: (person: number) => EventTime | undefined,
): number {
  let total = 0;
  for (let i = 0; i < time.length; i += 1) {
    const of = timeOf(i);
    if (of === undefined) throw new Error('a person without a distribution');
    const t = time[i] ?? NaN;
    total += event[i] === 1 ? of.logDensity(t) : -of.cumulativeHazard(t);
    if (entry !== undefined) total += of.cumulativeHazard(entry[i] ?? NaN);
  }
  return total;
}

/** The events, their rate, and the moments of the log times: where a search can begin. */
export function checkFollowUp(
  { time, event }: FollowUp,
  parameters: number,
): Result<
  { readonly events: number; readonly rate: number; readonly meanlog: number; readonly sdlog: number },
  SurvivalFitFault
> {
  const n = time.length;
  let [events, exposure, sum, squares] = [0, 0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const t = time[i] ?? NaN;
    if (!(t > 0 && Number.isFinite(t))) return fail({ kind: 'survival-fit-time', row: i + 1, value: t });
    if (event[i] === 1) events += 1;
    exposure += t;
    sum += Math.log(t);
    squares += Math.log(t) * Math.log(t);
  }
  if (events === 0 || n <= parameters) return fail({ kind: 'survival-fit-empty', n, events });
  const meanlog = sum / n;
  const sdlog = Math.sqrt(Math.max(squares / n - meanlog * meanlog, 1e-4));
  return succeed({ events, rate: events / exposure, meanlog, sdlog });
}

/** The different rows of covariates, and which of them each person has. */
function covariatePatterns(
  covariates: readonly Covariate[],
  n: number,
): { readonly rows: readonly (readonly number[])[]; readonly of: Int32Array } {
  const known = new Map<string, number>();
  const rows: (readonly number[])[] = [];
  const of = Int32Array.from({ length: n }, (_, i) => {
    const row = covariates.map(({ values }) => values[i] ?? NaN);
    const key = row.join(' ');
    const at = known.get(key) ?? rows.length;
    if (at === rows.length) {
      known.set(key, at);
      rows.push(row);
    }
    return at;
  });
  return { rows, of };
}
