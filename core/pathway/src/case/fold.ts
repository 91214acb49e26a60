import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { rulesOf } from '../jurisdiction/rules.ts';
import { appeal, decide } from './decide.ts';
import { enter } from './enter.ts';
import type { CaseEvent, ChangeOf } from './event.ts';
import { extend, pause, resume } from './pause.ts';
import { reach } from './reach.ts';
import { activeVisits, endedOn, openWindows, type CaseState } from './state.ts';
import { extendWindow, openWindow } from './window.ts';

/** An event of one kind, as the functions that apply it take it. */
export type EventOf<Type extends CaseEvent['change']['type']> = Omit<CaseEvent, 'change'> & {
  readonly change: ChangeOf<Type>;
};

/** How a case stands after all its events, or the first event that the rules refuse, with the rule. */
export function foldCase(events: readonly CaseEvent[]): Result<CaseState> {
  const standing = withoutAnnulled(events);
  if (!standing.ok) return standing;
  const [first, ...rest] = standing.value;
  if (first?.change.type !== 'opened')
    return fail({ kind: 'case-not-opened', eventId: first?.eventId ?? '—' });
  let state = open(first, first.change);
  for (const event of rest) {
    if (!state.ok) return state;
    state = apply(state.value, event);
  }
  return state;
}

/** The events that count: an annulment takes out one that stands before it, and nothing is ever deleted. */
function withoutAnnulled(events: readonly CaseEvent[]): Result<readonly CaseEvent[]> {
  const seen = new Set<string>();
  const out = new Set<string>();
  for (const { eventId, change } of events) {
    if (seen.has(eventId)) return fail({ kind: 'case-event-twice', eventId });
    seen.add(eventId);
    if (change.type !== 'annulled') continue;
    const target = events.find((one) => one.eventId === change.eventId);
    const known = target !== undefined && seen.has(change.eventId) && target.change.type !== 'annulled';
    if (!known) return fail({ kind: 'case-annul-unknown', eventId, annuls: change.eventId });
    out.add(change.eventId).add(eventId);
  }
  return succeed(events.filter(({ eventId }) => !out.has(eventId)));
}

function open(event: CaseEvent, { key, jurisdiction, version }: ChangeOf<'opened'>): Result<CaseState> {
  const rules = rulesOf(jurisdiction, version);
  if (!rules.ok) return rules;
  const { inForceFrom } = rules.value.version;
  if (inForceFrom !== null && inForceFrom > event.on)
    return fail({ kind: 'case-version-not-in-force', version, inForceFrom, on: event.on });
  const route = rules.value.routes.get(key.route);
  if (route === undefined) {
    const known = [...rules.value.routes.keys()];
    return fail({ kind: 'case-route-unknown', jurisdiction, version, route: key.route, known });
  }
  if (route.inForceFrom !== null && route.inForceFrom > event.on) {
    const { inForceFrom: since } = route;
    return fail({ kind: 'case-route-not-in-force', route: route.id, inForceFrom: since, on: event.on });
  }
  return succeed({
    key,
    rules: rules.value,
    versions: [{ version, sinceOn: event.on }],
    openedOn: event.on,
    visits: [],
    ways: [],
    windows: [],
    ends: [],
    reached: { authorised: null, gazetted: null, coded: null, bought: null, used: null },
  });
}

/** The case after one more event. */
export function apply(state: CaseState, event: CaseEvent): Result<CaseState> {
  const { change, eventId, on } = event;
  if (on < state.openedOn)
    return fail({ kind: 'case-date-before', eventId, on, before: 'opened', beforeOn: state.openedOn });
  const ended = endedOn(state);
  if (ended !== null && change.type !== 'appealed' && change.type !== 'reached') {
    const at = state.ends.map(({ terminal }) => terminal).join(', ');
    return fail({ kind: 'case-ended', eventId, ended: at, endedOn: ended });
  }
  switch (change.type) {
    case 'opened':
      return fail({ kind: 'case-opened-twice', eventId });
    case 'entered':
      return enter(state, { ...event, change });
    case 'paused':
      return pause(state, { ...event, change });
    case 'resumed':
      return resume(state, { ...event, change });
    case 'extended':
      return extend(state, { ...event, change });
    case 'decided':
      return decide(state, { ...event, change });
    case 'appealed':
      return appeal(state, { ...event, change });
    case 'window-opened':
      return openWindow(state, { ...event, change });
    case 'window-extended':
      return extendWindow(state, { ...event, change });
    case 'reached':
      return reach(state, { ...event, change });
    case 'moved':
      return move(state, { ...event, change });
    case 'annulled':
      return fail({ kind: 'case-annul-unknown', eventId, annuls: change.eventId });
    default:
      return unreachable(change);
  }
}

/** To another version of the rules: only by an event, and only where everything under way exists there too. */
function move(state: CaseState, { eventId, on, change }: EventOf<'moved'>): Result<CaseState> {
  const { version } = change;
  const rules = rulesOf(state.rules.code, version);
  if (!rules.ok) return rules;
  const { inForceFrom } = rules.value.version;
  if (inForceFrom !== null && inForceFrom > on)
    return fail({ kind: 'case-version-not-in-force', version, inForceFrom, on });
  const needed = [...activeVisits(state), ...state.ways, ...openWindows(state)].map(({ stage }) => stage);
  const missing = [
    ...needed.filter((stage) => !rules.value.stages.has(stage)),
    ...(rules.value.routes.has(state.key.route) ? [] : [state.key.route]),
  ];
  if (missing.length > 0) return fail({ kind: 'case-move-refused', eventId, version, missing });
  return succeed({
    ...state,
    rules: rules.value,
    versions: [...state.versions, { version, sinceOn: on }],
  });
}
