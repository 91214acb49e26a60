import { dayNumber } from '../calendar/day-number.ts';
import { isCounted, type CountedType } from '../calendar/working-calendar.ts';
import { runningDays } from '../case/clocks.ts';
import {
  decisionOf,
  endedOn,
  lastVisit,
  openWindows,
  type CaseState,
  type Decision,
  type Visit,
} from '../case/state.ts';
import type { Duration, Grounds, Stage } from '../jurisdiction/schema.ts';
import { networkOf, type Step } from '../routes/network.ts';
import { assumed, gateOf } from './assumption.ts';
import type { ForecastRequest } from './forecast.ts';
import { readingOf } from './readings.ts';
import { mostOf, spreadOf, type Spread } from './spread.ts';

/** Why no date can be given yet; each is answered by an assumption. */
export type Withheld = {
  readonly stage: string;
  readonly reason: 'no-duration' | 'day-type' | 'calendar' | 'overdue' | 'study' | 'refused';
};

/** Where the length of a stage comes from. */
export type Basis = Grounds & {
  readonly stage: string;
  readonly from: 'rules' | 'assumption' | 'window' | 'gazetted-window' | 'covered';
  readonly spread: Spread | null;
  readonly dayType: CountedType | null;
};

/** A stage as the forecast takes it: done, running to a known day, or so many days long. */
export type PlannedStep = {
  readonly step: Step;
  /** Positions of the steps that it waits for, and of those that it cannot end before. */
  readonly after: readonly number[];
  readonly finishAfter: readonly number[];
  readonly length:
    | { readonly kind: 'done'; readonly day: number }
    | {
        readonly kind: 'days';
        readonly spread: Spread;
        readonly type: CountedType;
        /** Days that have counted already. */
        readonly counted: number;
        /** Where it runs: the day from which the rest counts. */
        readonly from: number | null;
      }
    | { readonly kind: 'months'; readonly months: number; readonly from: number | null }
    | { readonly kind: 'until'; readonly day: number }
    | { readonly kind: 'withheld'; readonly reason: Withheld['reason'] };
  readonly basis: Basis | null;
  /** What it cannot be filed without, and the day on which that is taken to be at hand. */
  readonly evidence: readonly { readonly requirement: string; readonly ready: Spread }[];
};

export type Plan = {
  readonly steps: readonly PlannedStep[];
  readonly asOf: number;
  readonly startsAt: number;
  /** Stages under way that the route does not have; the forecast leaves them out and says so. */
  readonly offRoute: readonly string[];
};

/** The remaining road of a case: its route's network with what is done, what runs and what is assumed. */
export function planOf(state: CaseState, request: ForecastRequest): Plan {
  const asOf = dayNumber(request.asOf);
  const start = assumed(request.assumptions, 'start');
  const steps = networkOf(state.key.route).steps.filter(
    ({ stage }) => state.rules.stages.get(stage)?.kind !== 'surveillance', // watching has no end to wait for
  );
  const at = (stage: string): number => steps.findIndex((step) => step.stage === stage);
  return {
    steps: steps.map((step) => {
      const { length, basis } = lengthOf(state, step, request, asOf);
      return {
        step,
        after: step.after.map(at),
        finishAfter: (step.finishAfter ?? []).map(at),
        length,
        basis,
        evidence: evidenceFor(state, step.stage, request),
      };
    }),
    asOf,
    startsAt: Math.max(asOf, start === undefined ? asOf : dayNumber(start.on)),
    offRoute: state.visits
      .filter(({ stage, decision }) => decision === null && at(stage) < 0)
      .map(({ stage }) => stage)
      .filter((stage) => state.rules.stages.get(stage)?.kind !== 'surveillance'),
  };
}

/** A gate that is not filed yet waits for the evidence that nothing meets so far; the last word on each counts. */
function evidenceFor(
  state: CaseState,
  stage: string,
  { assumptions, met }: ForecastRequest,
): PlannedStep['evidence'] {
  const filed = lastVisit(state, stage);
  if (filed !== null && !state.ways.some((way) => way.stage === stage)) return [];
  const last = new Map<string, Spread | null>();
  for (const one of assumptions) {
    if (one.about !== 'evidence' || gateOf(one.requirement) !== stage) continue;
    const { least, usual, most } = one.ready;
    const number = (on: typeof least): number | null => (on === null ? null : dayNumber(on));
    last.set(one.requirement, spreadOf({ least: number(least), usual: number(usual), most: number(most) }));
  }
  return [...last].flatMap(([requirement, ready]) =>
    ready === null || met?.includes(requirement) === true ? [] : [{ requirement, ready }],
  );
}

type Lengthened = Pick<PlannedStep, 'length' | 'basis'>;
const withheld = (reason: Withheld['reason'], basis: Basis | null = null): Lengthened => ({
  length: { kind: 'withheld', reason },
  basis,
});

/** Outcomes that take another road than the next stage of the route. */
const turns: readonly string[] = ['reject', 'withdraw', 'harm-exit', 'conditional', 'classified-existing'];

function lengthOf(state: CaseState, step: Step, request: ForecastRequest, asOf: number): Lengthened {
  const visit = lastVisit(state, step.stage);
  const waiting = state.ways.some(({ stage }) => stage === step.stage);
  const decision = visit?.decision ?? null;
  if (decision !== null && !waiting)
    return turnedFrom(state, step.stage, decision)
      ? withheld('refused')
      : { length: { kind: 'done', day: dayNumber(decision.on) }, basis: null };
  const running = visit !== null && visit.decision === null ? visit : null;
  if (running === null && !waiting) {
    if (passedOver(state, step.stage)) return { length: { kind: 'done', day: asOf }, basis: null };
    const lost = step.after.some((before) => leftRoute(state, before, step.stage));
    if (lost || endedOn(state) !== null) return withheld('refused');
  }
  const stage = state.rules.stages.get(step.stage);
  if (stage === undefined) return withheld('no-duration');
  return windowLength(state, step, request, running) ?? stageLength(stage, request, running, asOf);
}

const successors = (state: CaseState, stage: string): readonly string[] =>
  networkOf(state.key.route)
    .steps.filter(({ after }) => after.includes(stage))
    .map((step) => step.stage);

/** A decision against, from which no stage of the route follows. */
function turnedFrom(state: CaseState, stage: string, { outcome, to }: Decision): boolean {
  return turns.includes(outcome) && !successors(state, stage).some((next) => to.includes(next));
}

/** The stage before was decided so that the case goes elsewhere. */
function leftRoute(state: CaseState, before: string, stage: string): boolean {
  const decision = decisionOf(state, before);
  const again = state.ways.some((way) => way.stage === before); // it may be filed once more
  if (decision === null || again || !turns.includes(decision.outcome)) return false;
  const lawful = state.rules.stages.get(before)?.transitions.some(({ to }) => to === stage) ?? false;
  return lawful && !decision.to.includes(stage);
}

/** What follows has begun or may begin: the case did not need this stage. */
const passedOver = (state: CaseState, stage: string): boolean =>
  successors(state, stage).some(
    (next) => lastVisit(state, next) !== null || state.ways.some((way) => way.stage === next),
  );

/** Evidence is gathered until the use window ends: as gazetted, or by the months of the rule or of an assumption. */
function windowLength(
  state: CaseState,
  step: Step,
  request: ForecastRequest,
  running: Visit | null,
): Lengthened | null {
  const { window } = networkOf(state.key.route);
  if (state.rules.stages.get(step.stage)?.kind !== 'evidence-window' || window === null) return null;
  if (window === step.stage && state.rules.stages.get(step.stage)?.durations[0]?.kind !== 'window')
    return null;
  const rule = state.rules.stages.get(window)?.useWindow;
  if (rule === undefined) return null;
  const assumption = assumed(request.assumptions, 'window', window);
  const basis = { stage: step.stage, spread: null, dayType: 'calendar' as const };
  const gazetted = openWindows(state).find(({ stage }) => stage === window);
  if (gazetted !== undefined && assumption === undefined) {
    const day = Math.max(dayNumber(gazetted.toOn) + 1, dayNumber(request.asOf));
    const { source, confidence } = rule;
    return {
      length: { kind: 'until', day },
      basis: { ...basis, from: 'gazetted-window', source, confidence },
    };
  }
  const months = assumption?.months ?? rule.initialMonths;
  const began = gazetted?.fromOn ?? (window === step.stage ? running?.enteredOn : undefined);
  const { source, confidence } = assumption ?? rule;
  return {
    length: { kind: 'months', months, from: began === undefined ? null : dayNumber(began) },
    basis: { ...basis, from: assumption === undefined ? 'window' : 'assumption', source, confidence },
  };
}

function stageLength(
  stage: Stage,
  request: ForecastRequest,
  running: Visit | null,
  asOf: number,
): Lengthened {
  const basis = basisOf(stage, request);
  if (basis.spread === null) return withheld('no-duration', basis);
  if (basis.dayType === null) return withheld('day-type', basis);
  if (basis.dayType === 'working' && request.calendar === null) return withheld('calendar', basis);
  const { spread, dayType: type } = basis;
  if (running === null) return { length: { kind: 'days', spread, type, counted: 0, from: null }, basis };
  const counted = runningDays(running, request.asOf, type, request.calendar) ?? 0;
  if (counted > mostOf(spread) + running.extendedDays) return withheld('overdue', basis);
  const resume = assumed(request.assumptions, 'resume', stage.id);
  const waiting = running.pauses.some(({ stops, toOn }) => stops && toOn === null);
  const from = waiting && resume !== undefined ? Math.max(asOf, dayNumber(resume.on)) : asOf;
  const longer = running.extendedDays === 0 ? spread : lengthened(spread, running.extendedDays);
  return { length: { kind: 'days', spread: longer, type, counted, from }, basis };
}

/** A limit that was extended: the stage may take up to so many days more. */
const lengthened = (spread: Spread, days: number): Spread =>
  spread.form === 'point'
    ? { form: 'uniform', least: spread.days, most: spread.days + days }
    : { ...spread, most: spread.most + days };

/** How long the rules, or an assumption in their place, say that a stage takes. */
export function basisOf(stage: Stage, { assumptions }: Pick<ForecastRequest, 'assumptions'>): Basis {
  const given = assumed(assumptions, 'days', stage.id);
  if (given !== undefined) {
    const { source, confidence, dayType } = given;
    return { stage: stage.id, from: 'assumption', spread: spreadOf(given), dayType, source, confidence };
  }
  const reading = readingOf(stage.id);
  const duration = durationOf(stage, assumed(assumptions, 'variant', stage.id)?.variant);
  const { source, confidence } = duration;
  if (reading?.as === 'covered') {
    const spread: Spread = { form: 'point', days: 0 };
    return { stage: stage.id, from: 'covered', spread, dayType: 'calendar', source, confidence };
  }
  const { minDays: least, typicalDays: usual, maxDays: most } = duration;
  const spread = reading?.as === 'not-processing' ? null : spreadOf({ least, usual, most });
  const dayType = isCounted(duration.dayType)
    ? duration.dayType
    : (assumed(assumptions, 'day-type', stage.id)?.dayType ?? null);
  return { stage: stage.id, from: 'rules', spread, dayType, source, confidence };
}

function durationOf(stage: Stage, variant: string | undefined): Duration {
  const own = stage.variants?.find(({ id }) => id === variant)?.durations ?? stage.durations;
  const [first] = own;
  if (first === undefined) throw new Error(`stage ${stage.id} has no duration`);
  return first;
}
