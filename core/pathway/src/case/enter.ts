import { fail, succeed, type Result } from '@daero/domain/result';
import { networkOf, type Step } from '../routes/network.ts';
import type { EventOf } from './fold.ts';
import { activeVisits, decisionOf, lastVisit, type CaseState, type Visit } from './state.ts';

/** Where a case may begin before its route does. */
const beginnings: readonly string[] = ['kr.classify'];

/** A stage begins: at the head of the route, where a decision led to it, or beside another where the rules let it. */
export function enter(state: CaseState, event: EventOf<'entered'>): Result<CaseState> {
  const { eventId, on } = event;
  const { stage } = event.change;
  if (!state.rules.stages.has(stage)) return stageUnknown(state, eventId, stage);
  const step = networkOf(state.key.route).steps.find((one) => one.stage === stage);
  const beside = step?.alongside === undefined ? null : lastVisit(state, step.alongside.stage);
  const way = state.ways.find((one) => one.stage === stage);
  const head = beginnings.includes(stage) || (step !== undefined && step.after.length === 0);
  const missing = missingBefore(state, step);
  const free = beside !== null || (head && lastVisit(state, stage) === null);
  if (!free && (way === undefined || missing.length > 0)) {
    const needs = missing.length > 0 ? missing : leadingTo(state, stage);
    return fail({ kind: 'case-entry-refused', eventId, stage, route: state.key.route, needs });
  }
  if (activeVisits(state).some((one) => one.stage === stage))
    return fail({ kind: 'case-entry-refused', eventId, stage, route: state.key.route, needs: [stage] });
  const before = latest(free ? (beside === null ? [] : [began(beside)]) : predecessors(state, step, way));
  if (before !== null && before.on > on)
    return fail({ kind: 'case-date-before', eventId, on, before: before.what, beforeOn: before.on });
  return succeed({
    ...state,
    ways: state.ways.filter((one) => one !== way),
    visits: [...state.visits, begun(state, stage, on)],
  });
}

export const stageUnknown = (state: CaseState, eventId: string, stage: string): Result<never> =>
  fail({ kind: 'case-stage-unknown', eventId, stage, version: state.rules.version.version });

/** The next passage through a stage. */
export const begun = (state: CaseState, stage: string, enteredOn: Visit['enteredOn']): Visit => ({
  stage,
  attempt: state.visits.filter((visit) => visit.stage === stage).length + 1,
  enteredOn,
  pauses: [],
  extendedDays: 0,
  decision: null,
});

const missingBefore = (state: CaseState, step: Step | undefined): readonly string[] =>
  (step?.after ?? []).filter((stage) => decisionOf(state, stage) === null);

const leadingTo = (state: CaseState, stage: string): readonly string[] =>
  state.rules.file.stages
    .filter(({ transitions }) => transitions.some(({ to }) => to === stage))
    .map(({ id }) => id);

type Before = { readonly what: string; readonly on: Visit['enteredOn'] };
const began = ({ stage, enteredOn }: Visit): Before => ({ what: stage, on: enteredOn });

const predecessors = (
  state: CaseState,
  step: Step | undefined,
  way: CaseState['ways'][number] | undefined,
): readonly Before[] => [
  ...(way === undefined ? [] : [{ what: way.from, on: way.since }]),
  ...(step?.after ?? []).flatMap((stage) => {
    const decision = decisionOf(state, stage);
    return decision === null ? [] : [{ what: stage, on: decision.on }];
  }),
];

const latest = (all: readonly Before[]): Before | null =>
  all.reduce<Before | null>((last, one) => (last === null || one.on > last.on ? one : last), null);
