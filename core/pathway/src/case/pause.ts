import { fail, succeed, type Result } from '@daero/domain/result';
import type { Clock } from '../jurisdiction/schema.ts';
import { clockEvents, type ClockTrigger } from '../words/clock-events.ts';
import { stageUnknown } from './enter.ts';
import type { EventOf } from './fold.ts';
import { activeVisits, type CaseState, type Visit } from './state.ts';

/** The clocks that the rules give a stage for what happened. */
export const clocksFor = (state: CaseState, stage: string, trigger: ClockTrigger): readonly Clock[] =>
  (state.rules.stages.get(stage)?.clocks ?? []).filter(
    ({ event }) => clockEvents[event]?.trigger === trigger,
  );

/** The passage that is under way, or the fault that it is not. */
export function activeVisit(state: CaseState, eventId: string, stage: string): Result<Visit> {
  if (!state.rules.stages.has(stage)) return stageUnknown(state, eventId, stage);
  const visit = activeVisits(state).find((one) => one.stage === stage);
  if (visit !== undefined) return succeed(visit);
  const active = activeVisits(state).map((one) => one.stage);
  return fail({ kind: 'case-stage-not-active', eventId, stage, active: active.length > 0 ? active : ['—'] });
}

export const withVisit = (state: CaseState, visit: Visit, changed: Visit): CaseState => ({
  ...state,
  visits: state.visits.map((one) => (one === visit ? changed : one)),
});

/** The applicant is waited for. Whether the clock stops meanwhile is for the rules to say. */
export function pause(state: CaseState, { eventId, on, change }: EventOf<'paused'>): Result<CaseState> {
  const { stage, because } = change;
  const found = activeVisit(state, eventId, stage);
  if (!found.ok) return found;
  const visit = found.value;
  const transitions = state.rules.stages.get(stage)?.transitions ?? [];
  const clocks = clocksFor(state, stage, because);
  const asked =
    because === 'supplement-requested' && transitions.some((one) => one.on === 'supplement-request');
  if (!asked && clocks.length === 0) {
    const allowed = transitions.map((one) => `${one.on} → ${one.to}`);
    return fail({ kind: 'case-transition-refused', eventId, stage, on: because, to: stage, allowed });
  }
  const waiting = visit.pauses.find(({ toOn }) => toOn === null);
  if (waiting !== undefined)
    return fail({ kind: 'case-clock-stopped', eventId, stage, since: waiting.fromOn });
  const lastOn = visit.pauses.at(-1)?.toOn ?? visit.enteredOn;
  if (on < lastOn) return fail({ kind: 'case-date-before', eventId, on, before: stage, beforeOn: lastOn });
  const stopping = clocks.find(({ effect }) => effect === 'stop');
  const source = (stopping ?? clocks[0])?.source ?? null;
  const added = { fromOn: on, toOn: null, because, stops: stopping !== undefined, source };
  return succeed(withVisit(state, visit, { ...visit, pauses: [...visit.pauses, added] }));
}

export function resume(state: CaseState, { eventId, on, change }: EventOf<'resumed'>): Result<CaseState> {
  const found = activeVisit(state, eventId, change.stage);
  if (!found.ok) return found;
  const visit = found.value;
  const waiting = visit.pauses.at(-1);
  if (waiting === undefined || waiting.toOn !== null)
    return fail({ kind: 'case-clock-not-stopped', eventId, stage: change.stage });
  if (on < waiting.fromOn) {
    const { because, fromOn } = waiting;
    return fail({ kind: 'case-date-before', eventId, on, before: because, beforeOn: fromOn });
  }
  const pauses = [...visit.pauses.slice(0, -1), { ...waiting, toOn: on }];
  return succeed(withVisit(state, visit, { ...visit, pauses }));
}

/** The limit grows, where the rules know a reason for it and by no more than they allow. */
export function extend(state: CaseState, { eventId, on, change }: EventOf<'extended'>): Result<CaseState> {
  const { stage, days } = change;
  const found = activeVisit(state, eventId, stage);
  if (!found.ok) return found;
  const visit = found.value;
  const clocks = clocksFor(state, stage, 'extended');
  const most = clocks.reduce((sum, { maxDays }) => sum + (maxDays ?? Infinity), 0);
  if (visit.extendedDays + days > most) {
    const source = clocks.flatMap((clock) => clock.source ?? []);
    return fail({ kind: 'case-extension-refused', eventId, stage, days, most, source });
  }
  if (on < visit.enteredOn)
    return fail({ kind: 'case-date-before', eventId, on, before: stage, beforeOn: visit.enteredOn });
  return succeed(withVisit(state, visit, { ...visit, extendedDays: visit.extendedDays + days }));
}
