import { fail, succeed, type Result } from '@daero/domain/result';
import type { Stage } from '../jurisdiction/schema.ts';
import { networkOf } from '../routes/network.ts';
import { begun, stageUnknown } from './enter.ts';
import type { Outcome } from './event.ts';
import type { EventOf } from './fold.ts';
import { activeVisit } from './pause.ts';
import {
  activeVisits,
  decisionOf,
  favourable,
  lastVisit,
  openWindows,
  type CaseState,
  type Decision,
  type Visit,
} from './state.ts';

/** What may befall a technology after its stage was decided, while its use window is open or its approval stands. */
const lasting: readonly Outcome[] = ['expire', 'ex-officio', 'harm-exit', 'change'];

/** A stage is decided, and the ways open that the rules lay from there. */
export function decide(state: CaseState, event: EventOf<'decided'>): Result<CaseState> {
  const { eventId, on } = event;
  const { stage, outcome, to } = event.change;
  const rule = state.rules.stages.get(stage);
  if (rule === undefined) return stageUnknown(state, eventId, stage);
  const visit = leaving(state, event);
  if (!visit.ok) return visit;
  const refused = refusedTransition(state, event, rule) ?? notYet(state, event);
  if (refused !== null) return refused;
  const since = visit.value.pauses.at(-1)?.fromOn ?? visit.value.enteredOn;
  if (on < since) return fail({ kind: 'case-date-before', eventId, on, before: stage, beforeOn: since });
  const decision: Decision = { eventId, on, outcome, to };
  const alone = favourable.includes(outcome) ? standingAlone(state, stage) : [];
  const onward = to.filter((place) => outcome !== 'approve' || !ranBeside(state, place, stage));
  const opens = { on, to: [...onward, ...alone.filter((next) => !to.includes(next))] };
  return succeed(lead(closed(state, visit.value, decision, rule), stage, opens));
}

/** The passage that is decided; after a decision, the one that granted what now ends, is reviewed or changes. */
function leaving(state: CaseState, { eventId, change }: EventOf<'decided'>): Result<Visit> {
  const active = activeVisit(state, eventId, change.stage);
  if (active.ok || !lasting.includes(change.outcome)) return active;
  const granted = lastVisit(state, change.stage);
  const windowed = openWindows(state).some(({ stage }) => stage === change.stage);
  const approved = change.outcome === 'change' && granted?.decision?.outcome === 'approve';
  return granted !== null && (windowed || approved) ? succeed(granted) : active;
}

function refusedTransition(
  state: CaseState,
  { eventId, change }: EventOf<'decided'>,
  rule: Stage,
): Result<never> | null {
  const { stage, outcome, to } = change;
  const lawful = rule.transitions.filter((one) => one.on === outcome).map((one) => one.to);
  const wrong = to.find((place) => !lawful.includes(place));
  // A route may take none of the ways that an approval opens: what follows runs beside it already.
  const steps = networkOf(state.key.route).steps;
  const nowhere = to.length === 0 && lawful.some((place) => steps.some((step) => step.stage === place));
  if (wrong === undefined && !nowhere && lawful.length > 0) return null;
  const allowed = rule.transitions.map((one) => `${one.on} → ${one.to}`);
  return fail({ kind: 'case-transition-refused', eventId, stage, on: outcome, to: wrong ?? '—', allowed });
}

/** A period does not expire before its last day, and what must be decided first is decided first. */
function notYet(state: CaseState, { eventId, on, change }: EventOf<'decided'>): Result<never> | null {
  const { stage, outcome } = change;
  const network = networkOf(state.key.route);
  if (outcome === 'expire') {
    const running = openWindows(state).find(({ toOn }) => toOn >= on);
    if (running !== undefined) {
      const { toOn: endsOn } = running;
      return fail({ kind: 'case-window-still-open', eventId, stage: running.stage, endsOn, on });
    }
    if (network.window !== null && state.windows.length === 0)
      return fail({ kind: 'case-window-not-open', eventId, stage: network.window });
  }
  if (outcome !== 'approve') return null;
  const first = network.steps
    .find((step) => step.stage === stage)
    ?.finishAfter?.find((other) => decisionOf(state, other) === null);
  return first === undefined
    ? null
    : fail({ kind: 'case-state-before', eventId, state: stage, needs: first });
}

/** The passages and windows that a decision closes. */
function closed(state: CaseState, visit: Visit, decision: Decision, rule: Stage): CaseState {
  const { outcome, on } = decision;
  const harm = outcome === 'harm-exit';
  const stays = outcome === 'ex-officio' && rule.kind === 'surveillance'; // watching goes on beside the review
  const ends = (one: Visit): boolean => {
    if (one.decision !== null) return false;
    if (harm) return true;
    if (one === visit) return !stays;
    return outcome === 'expire' && state.rules.stages.get(one.stage)?.kind === 'evidence-window';
  };
  return {
    ...state,
    ways: harm ? [] : state.ways,
    visits: state.visits.map((one) => (ends(one) ? { ...one, decision, pauses: answered(one, on) } : one)),
    windows: state.windows.map((window) =>
      window.closedOn === null && (harm || outcome === 'expire')
        ? { ...window, closedOn: window.toOn < on ? window.toOn : on }
        : window,
    ),
  };
}

const answered = ({ pauses }: Visit, on: Visit['enteredOn']): Visit['pauses'] =>
  pauses.map((one) => (one.toOn === null ? { ...one, toOn: on } : one));

/** What the route lets run beside another and is decided already is not opened again by that other's approval. */
function ranBeside(state: CaseState, place: string, from: string): boolean {
  const step = networkOf(state.key.route).steps.find((one) => one.stage === place);
  const beside = step !== undefined && (step.after.length === 0 || step.alongside !== undefined);
  return beside && place !== from && decisionOf(state, place) !== null;
}

/** Stages that the route puts after this one though no transition of the file leads to them: granting this one opens them. */
const standingAlone = (state: CaseState, stage: string): readonly string[] =>
  networkOf(state.key.route)
    .steps.filter(({ after }) => after.includes(stage))
    .map((step) => step.stage)
    .filter((next) => {
      const stages = [...state.rules.stages.values()];
      return stages.every(({ transitions }) => transitions.every(({ to }) => to !== next));
    });

/** The ends that are reached and the stages that may be entered now. */
function lead(state: CaseState, from: string, { on, to }: Pick<Decision, 'on' | 'to'>): CaseState {
  const running = new Set([...activeVisits(state), ...state.ways].map(({ stage }) => stage));
  const stages = to.filter((place) => state.rules.stages.has(place) && !running.has(place));
  const ends = to.filter((place) => !state.rules.stages.has(place));
  return {
    ...state,
    ways: [...state.ways, ...stages.map((stage) => ({ stage, from, since: on }))],
    ends: [...state.ends, ...ends.map((terminal) => ({ terminal, from, on }))],
  };
}

/** A decision is contested: what it led to falls, and the rules say where the matter goes. */
export function appeal(state: CaseState, { eventId, on, change }: EventOf<'appealed'>): Result<CaseState> {
  const { stage } = change;
  const rule = state.rules.stages.get(stage);
  if (rule === undefined) return stageUnknown(state, eventId, stage);
  const target = rule.transitions.find((one) => one.on === 'appeal');
  if (target === undefined) {
    const allowed = rule.transitions.map((one) => `${one.on} → ${one.to}`);
    return fail({ kind: 'case-transition-refused', eventId, stage, on: 'appeal', to: stage, allowed });
  }
  const visit = lastVisit(state, stage);
  if (visit === null || (visit.decision === null && target.to === stage))
    return fail({ kind: 'case-appeal-refused', eventId, stage });
  const beforeOn = visit.decision?.on ?? visit.enteredOn;
  if (on < beforeOn) return fail({ kind: 'case-date-before', eventId, on, before: stage, beforeOn });
  const next = visit.decision?.to.find((place) => {
    const later = lastVisit(state, place);
    return later !== null && later.enteredOn >= beforeOn && later.decision !== null && later !== visit;
  });
  if (next !== undefined) return fail({ kind: 'case-appeal-late', eventId, stage, next });
  const fallen: CaseState = {
    ...state,
    ways: state.ways.filter(({ from }) => from !== stage),
    ends: state.ends.filter(({ from }) => from !== stage),
  };
  if (target.to === stage)
    return succeed({ ...fallen, visits: [...fallen.visits, begun(fallen, stage, on)] });
  const decision: Decision = { eventId, on, outcome: 'appeal', to: [target.to] };
  const visits = fallen.visits.map((one) => (one === visit ? { ...one, decision } : one));
  return succeed(lead({ ...fallen, visits }, stage, decision));
}
