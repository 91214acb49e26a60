import { contentHash } from '@daero/domain/canonical';
import { succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import { dayNumber, dayOf } from '../calendar/day-number.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { CaseState } from '../case/state.ts';
import { evidenceKinds } from '../jurisdiction/schema.ts';
import { networkOf } from '../routes/network.ts';
import { nominalDays, type NominalDays } from '../routes/nominal.ts';
import type { Assumption, Scenario } from './assumption.ts';
import { checkRequest } from './check-request.ts';
import { criticalPath, type CriticalPath } from './critical-path.ts';
import { datesOf, type Dates } from './dates.ts';
import { dayTable, type DayTable } from './day-table.ts';
import {
  computableSteps,
  drawDays,
  longestDays,
  restsOn,
  schedule,
  type DrawnDays,
  type EvidenceDays,
  type Schedule,
} from './draw.ts';
import { drawEvidence, evidenceEffects, type EvidenceEffect } from './evidence-ready.ts';
import { windowForecast, type WindowForecast } from './last-patient.ts';
import { levels } from './levels.ts';
import { planOf, type Basis, type Plan, type Withheld } from './plan.ts';
import { savingsOf, type Saving } from './savings.ts';
import { mostOf, type Quantiles } from './spread.ts';

export type ForecastRequest = {
  readonly asOf: IsoDate;
  readonly seed: number;
  readonly draws: number;
  readonly calendar: WorkingCalendar | null;
  readonly assumptions: readonly Assumption[];
  readonly scenarios: readonly Scenario[];
  /** Requirements that a claim meets: no gate waits for their evidence any longer. */
  readonly met?: readonly string[];
};

/** A mark of the road: reached, forecast, withheld until something is assumed, or not on this route. */
export type Milestone =
  | { readonly state: 'reached'; readonly on: IsoDate }
  | { readonly state: 'forecast'; readonly dates: Dates }
  | { readonly state: 'withheld'; readonly needs: readonly Withheld[] }
  | { readonly state: 'not-on-route' };

export type Milestones = {
  readonly listing: Milestone;
  readonly firstUse: Milestone;
  readonly firstPaidUse: Milestone;
};

/**
 * A forecast holds if every decision to come is favourable and asked for nothing more: how likely that is, it does not say.
 */
export type Forecast = {
  readonly route: string;
  readonly version: string;
  readonly asOf: IsoDate;
  readonly seed: number;
  readonly draws: number;
  readonly milestones: Milestones;
  readonly stages: readonly { readonly stage: string; readonly ends: Milestone }[];
  readonly critical: CriticalPath | null;
  readonly savings: readonly Saving[];
  /** What closing each gap today would save, for those of which it is assumed when they will be closed. */
  readonly evidence: readonly EvidenceEffect[];
  readonly window: WindowForecast | null;
  readonly nominal: readonly NominalDays[];
  /** How long each remaining stage is taken to be, and on what that rests. */
  readonly basis: readonly Basis[];
  readonly assumptions: readonly Assumption[];
  readonly offRoute: readonly string[];
};

/** What several forecasts of one day share: tables that cost more to make than to use. */
export type Shared = {
  readonly tables: Map<number, Quantiles>;
  readonly table: DayTable;
};

/** When a case will be listed and first paid for, by seeded draws over the stages that remain. */
export function forecastCase(state: CaseState, request: ForecastRequest): Result<Forecast> {
  const checked = checkRequest(state, request);
  if (!checked.ok) return checked;
  const plan = planOf(state, request);
  const shared = { tables: new Map<number, Quantiles>(), table: tableFor([plan], request) };
  const run = runOf(state, plan, request, shared);
  const at = targetOf(plan, run);
  return succeed({
    route: state.key.route,
    version: state.rules.version.version,
    asOf: request.asOf,
    seed: request.seed,
    draws: request.draws,
    milestones: milestonesOf(state, plan, run.times),
    stages: plan.steps.map(({ step }, index) => ({
      stage: step.stage,
      ends: milestoneAt(plan, run.times, index),
    })),
    critical: at < 0 ? null : criticalPath(plan, run, at, request.draws),
    savings: savingsOf(state, plan, request, run),
    evidence: evidenceEffects(state, plan, request, run),
    window: windowForecast(state, plan, request, {
      ...run,
      levels: levels(request.seed, caseIndex(state) + ofStudy, new Float64Array(request.draws)),
    }),
    nominal: nominalDays(state.rules, state.key.route),
    basis: plan.steps.flatMap(({ basis }) => (basis === null ? [] : [basis])),
    assumptions: request.assumptions,
    offRoute: plan.offRoute,
  });
}

/** The milestones of many cases of one day, each as it would be forecast alone. */
export function forecastPortfolio(
  cases: readonly { readonly state: CaseState; readonly assumptions: readonly Assumption[] }[],
  request: Omit<ForecastRequest, 'assumptions' | 'scenarios'>,
): readonly Result<Milestones>[] {
  const asked = cases.map(({ state, assumptions }) => {
    const own = { ...request, assumptions, scenarios: [] };
    const checked = checkRequest(state, own);
    return { state, own, checked, plan: checked.ok ? planOf(state, own) : null };
  });
  const plans = asked.flatMap(({ plan }) => (plan === null ? [] : [plan]));
  const shared = {
    tables: new Map<number, Quantiles>(),
    table: tableFor(plans, { ...request, assumptions: [], scenarios: [] }),
  };
  return asked.map(({ state, own, checked, plan }) => {
    if (!checked.ok) return checked;
    if (plan === null) throw new Error('a request that was checked has a plan');
    return succeed(milestonesOf(state, plan, runOf(state, plan, own, shared).times));
  });
}

/** One case drawn: the days of its steps and where they fall. */
export type Run = Shared & {
  readonly drawn: DrawnDays;
  readonly times: Schedule;
  readonly computable: readonly boolean[];
  readonly evidence: EvidenceDays;
};

function runOf(state: CaseState, plan: Plan, request: ForecastRequest, shared: Shared): Run {
  const ids = state.rules.file.stages.map(({ id }) => id);
  const index = caseIndex(state);
  const drawn = drawDays(
    plan,
    request.draws,
    ({ step }, into) => levels(request.seed, index + ids.indexOf(step.stage), into),
    shared.tables,
  );
  const computable = computableSteps(plan);
  const evidence = drawEvidence(
    plan,
    request.draws,
    ({ stage, kind }, into) => levels(request.seed, index + ofEvidence(ids.indexOf(stage), kind), into),
    shared.tables,
  );
  const times = schedule(plan, drawn, shared.table, {
    draws: request.draws,
    computable,
    shift: { kind: 'none' },
    evidence,
  });
  return { ...shared, drawn, times, computable, evidence };
}

const streamsOfCase = 256; // more than a file has stages
const ofStudy = streamsOfCase - 1;
/** The second half of a case's streams, less the last, is for evidence: one for each kind at each stage. */
function ofEvidence(stage: number, kind: number): number {
  const at = streamsOfCase / 2 + stage * evidenceKinds.length + kind;
  if (at >= ofStudy) throw new Error('a file has more stages than its cases have streams');
  return at;
}

/** Where the streams of a case begin: each stage has its own, and no other case has them. */
const caseIndex = (state: CaseState): number =>
  Number.parseInt(contentHash([state.rules.code, state.key]).slice(0, 10), 16) * streamsOfCase;

/** Working days are known as far as any draw can reach, and as far back as a reassessment is counted back. */
function tableFor(plans: readonly Plan[], { asOf, calendar }: ForecastRequest): DayTable {
  const needsWorking = plans.some(({ steps }) =>
    steps.some(({ length }) => length.kind === 'days' && length.type === 'working'),
  );
  const forward = plans.reduce((most, plan) => Math.max(most, longestDays(plan)), 0);
  const back = plans.reduce(
    (most, { steps }) =>
      steps.reduce(
        (days, { length }) => Math.max(days, length.kind === 'days' ? mostOf(length.spread) * 2 + 30 : 0),
        most,
      ),
    0,
  );
  return dayTable(
    needsWorking ? calendar : null,
    dayNumber(asOf) - Math.ceil(back),
    forward + Math.ceil(back),
  );
}

function milestonesOf(state: CaseState, plan: Plan, times: Schedule): Milestones {
  const { listing, firstUse, payment } = networkOf(state.key.route);
  const at = (stage: string | null): Milestone =>
    stage === null
      ? { state: 'not-on-route' }
      : milestoneAt(
          plan,
          times,
          plan.steps.findIndex(({ step }) => step.stage === stage),
        );
  const use: Milestone =
    state.reached.used === null ? at(firstUse) : { state: 'reached', on: state.reached.used.on };
  // Where no hospital stage is known, a fee is the first that can be said; own budgets and existing fees pay nothing for it.
  const unpaid = payment === 'none' || payment === 'own-budget';
  return {
    listing: at(listing),
    firstUse: use,
    firstPaidUse: unpaid ? { state: 'not-on-route' } : firstUse === null ? at(listing) : use,
  };
}

function milestoneAt(plan: Plan, times: Schedule, at: number): Milestone {
  const planned = plan.steps[at];
  if (planned === undefined) return { state: 'not-on-route' };
  if (planned.length.kind === 'done') return { state: 'reached', on: dayOf(planned.length.day) };
  const draws = times.ends[at] ?? null;
  if (draws !== null) return { state: 'forecast', dates: datesOf(draws) };
  const needs = restsOn(plan, at).flatMap((one) => {
    const step = plan.steps[one];
    return step?.length.kind === 'withheld' ? [{ stage: step.step.stage, reason: step.length.reason }] : [];
  });
  return { state: 'withheld', needs };
}

/** The last stage that can be computed and is still to come: the road's end as far as it is seen. */
const targetOf = (plan: Plan, { computable }: Run): number =>
  plan.steps.findLastIndex(({ length }, at) => computable[at] === true && length.kind !== 'done');
