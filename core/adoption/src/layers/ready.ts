import { fail, succeed, type Result } from '@daero/domain/result';
import type { Readiness, Requirement } from '../readiness/requirement.ts';
import type { EventOf } from './event.ts';
import type { AdoptionState } from './state.ts';

/** What is done towards readiness; each names a requirement of the hospital's rules. */
export function fillRole(state: AdoptionState, event: EventOf<'role-filled'>): Result<AdoptionState> {
  const { role, persons } = event.change;
  const refused = unknown(state, event.eventId, 'role', role);
  const roles = new Map(state.readiness.roles).set(role, [...new Set(persons)]);
  return refused ?? ready(state, { roles });
}

export function takeCourse(state: AdoptionState, event: EventOf<'course-taken'>): Result<AdoptionState> {
  const { course, person, score } = event.change;
  const refused = unknown(state, event.eventId, 'course', course);
  return (
    refused ??
    ready(state, {
      courses: [...state.readiness.courses, { course, person, on: event.on, score }],
    })
  );
}

/** A new edition of a procedure has to be tried out anew. */
export function adoptProcedure(
  state: AdoptionState,
  event: EventOf<'procedure-adopted'>,
): Result<AdoptionState> {
  const { procedure, reference } = event.change;
  const refused = unknown(state, event.eventId, 'procedure', procedure);
  const procedures = new Map(state.readiness.procedures).set(procedure, {
    reference,
    adoptedOn: event.on,
    drilledOn: null,
  });
  return refused ?? ready(state, { procedures });
}

export function drillProcedure(
  state: AdoptionState,
  event: EventOf<'procedure-drilled'>,
): Result<AdoptionState> {
  const { eventId, on, change } = event;
  const refused = unknown(state, eventId, 'procedure', change.procedure);
  if (refused !== null) return refused;
  const before = state.readiness.procedures.get(change.procedure);
  const name = requirement(state, change.procedure)?.name ?? { ko: change.procedure, en: change.procedure };
  if (before === undefined) return fail({ kind: 'adoption-procedure-missing', eventId, procedure: name });
  if (on < before.adoptedOn)
    return fail({ kind: 'adoption-date-before', eventId, on, before: name, beforeOn: before.adoptedOn });
  const procedures = new Map(state.readiness.procedures).set(change.procedure, {
    ...before,
    drilledOn: change.wentWell ? on : before.drilledOn,
  });
  return ready(state, { procedures });
}

const ready = (state: AdoptionState, done: Partial<Readiness>): Result<AdoptionState> =>
  succeed({ ...state, readiness: { ...state.readiness, ...done } });

const requirement = (state: AdoptionState, name: string): Requirement | undefined =>
  state.rules.readiness.find(({ id }) => id === name);

function unknown(
  state: AdoptionState,
  eventId: string,
  kind: Requirement['kind'],
  name: string,
): Result<never> | null {
  if (requirement(state, name)?.kind === kind) return null;
  const known = state.rules.readiness.filter((one) => one.kind === kind).map(({ id }) => id);
  return fail({ kind: 'adoption-requirement-unknown', eventId, name, known });
}
