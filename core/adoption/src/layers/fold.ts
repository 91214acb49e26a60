import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { nothingReady } from '../readiness/requirement.ts';
import { decideBy, foldOf } from '../record/standing.ts';
import { changeRules } from './change-rules.ts';
import { decideLayer, layerNamed, refusedKey, withRecord } from './decide.ts';
import type { AdoptionEvent, EventOf } from './event.ts';
import { checkRules } from './layer.ts';
import { adoptProcedure, drillProcedure, fillRole, takeCourse } from './ready.ts';
import { passes, standingOn } from './standing.ts';
import { conditionsOf, lastDecision, wentLiveOn, type AdoptionState } from './state.ts';

/** How far a hospital is with a product, or the first event that its rules refuse, with the rule. */
export const foldAdoption = (events: readonly AdoptionEvent[]): Result<AdoptionState> =>
  foldOf(events, open, applyAdoption);

/** What a command adds to a history; refused with the rule that forbids it. */
export const decideAdoption = (
  history: readonly AdoptionEvent[],
  command: AdoptionEvent,
): Result<readonly AdoptionEvent[]> => decideBy(history, command, foldAdoption);

function open(first: AdoptionEvent | undefined): Result<AdoptionState> {
  if (first?.change.type !== 'opened')
    return fail({ kind: 'adoption-not-opened', eventId: first?.eventId ?? '—' });
  const { key, rules } = first.change;
  const checked = checkRules(rules);
  if (!checked.ok) return checked;
  return succeed({
    ...{ key, rules, openedOn: first.on },
    layers: new Map(
      rules.layers.map((layer) => [
        layer.id,
        { layer, holders: layer.holders, papers: new Map(), decisions: [] },
      ]),
    ),
    readiness: nothingReady,
    paidOn: null,
    withdrawn: null,
  });
}

/** The adoption after one more event. */
export function applyAdoption(state: AdoptionState, event: AdoptionEvent): Result<AdoptionState> {
  const { change, eventId, on } = event;
  const { openedOn, withdrawn } = state;
  if (on < openedOn)
    return fail({
      ...{ kind: 'adoption-date-before', eventId, on },
      before: { ko: '도입 검토의 시작', en: 'the opening of the adoption' },
      beforeOn: openedOn,
    });
  if (withdrawn !== null) return fail({ kind: 'adoption-withdrawn', eventId, since: withdrawn.on });
  switch (change.type) {
    case 'opened':
      return fail({ kind: 'adoption-opened-twice', eventId });
    case 'rules-changed':
      return changeRules(state, { ...event, change });
    case 'key-passed':
      return passKey(state, { ...event, change });
    case 'paper-filed':
      return filePaper(state, { ...event, change });
    case 'decided':
      return decideLayer(state, { ...event, change });
    case 'condition-met':
      return meetCondition(state, { ...event, change });
    case 'reopened':
      return reopen(state, { ...event, change });
    case 'role-filled':
      return fillRole(state, { ...event, change });
    case 'course-taken':
      return takeCourse(state, { ...event, change });
    case 'procedure-adopted':
      return adoptProcedure(state, { ...event, change });
    case 'procedure-drilled':
      return drillProcedure(state, { ...event, change });
    case 'paid':
      return pay(state, event);
    case 'withdrawn':
      return withdraw(state, { ...event, change });
    case 'annulled':
      return fail({ kind: 'adoption-annul-unknown', eventId, annuls: change.eventId });
    default:
      return unreachable(change);
  }
}

/** A key passes on by who holds it or by the administration. */
function passKey(
  state: AdoptionState,
  { eventId, by, change }: EventOf<'key-passed'>,
): Result<AdoptionState> {
  const named = layerNamed(state, eventId, change.layer);
  if (!named.ok) return named;
  const refused = by.role === 'administrator' ? null : refusedKey(named.value, eventId, by);
  return refused ?? succeed(withRecord(state, { ...named.value, holders: change.holders }));
}

function filePaper(state: AdoptionState, event: EventOf<'paper-filed'>): Result<AdoptionState> {
  const { eventId, on, change } = event;
  const named = layerNamed(state, eventId, change.layer);
  if (!named.ok) return named;
  const record = named.value;
  const known = record.layer.papers.map(({ id }) => id);
  if (!known.includes(change.paper))
    return fail({
      kind: 'adoption-paper-unknown',
      eventId,
      layer: record.layer.name,
      paper: change.paper,
      known,
    });
  const papers = new Map(record.papers).set(change.paper, { on, reference: change.reference });
  return succeed(withRecord(state, { ...record, papers }));
}

/** That a condition is met is said by who set it. */
function meetCondition(state: AdoptionState, event: EventOf<'condition-met'>): Result<AdoptionState> {
  const { eventId, on, by, change } = event;
  const named = layerNamed(state, eventId, change.layer);
  if (!named.ok) return named;
  const record = named.value;
  const refused = refusedKey(record, eventId, by);
  if (refused !== null) return refused;
  const { name } = record.layer;
  const decision = lastDecision(record);
  const open =
    decision === null
      ? []
      : conditionsOf(decision).filter(({ id }) => !decision.met.some(({ condition }) => condition === id));
  if (decision === null || !open.some(({ id }) => id === change.condition)) {
    const known = open.length === 0 ? ['—'] : open.map(({ id }) => id);
    return fail({
      kind: 'adoption-condition-unknown',
      eventId,
      layer: name,
      condition: change.condition,
      known,
    });
  }
  if (on < decision.on)
    return fail({ kind: 'adoption-date-before', eventId, on, before: name, beforeOn: decision.on });
  const { condition, reference } = change;
  const met = [...decision.met, { condition, on, reference }];
  const decisions = [...record.decisions.slice(0, -1), { ...decision, met }];
  return succeed(withRecord(state, { ...record, decisions }));
}

/** Who said yes may take another look; what was decided after it stands, what is undecided waits again. */
function reopen(state: AdoptionState, event: EventOf<'reopened'>): Result<AdoptionState> {
  const { eventId, on, by, change } = event;
  const named = layerNamed(state, eventId, change.layer);
  if (!named.ok) return named;
  const record = named.value;
  const refused = refusedKey(record, eventId, by);
  if (refused !== null) return refused;
  const decision = lastDecision(record);
  const { name } = record.layer;
  if (decision !== null && on < decision.on)
    return fail({ kind: 'adoption-date-before', eventId, on, before: name, beforeOn: decision.on });
  if (decision === null || !passes(standingOn(state, record, on)))
    return fail({ kind: 'adoption-nothing-to-reopen', eventId, layer: name });
  const decisions = [...record.decisions.slice(0, -1), { ...decision, reopenedOn: on }];
  return succeed(withRecord(state, { ...record, decisions }));
}

/** Somebody paid for a use: what counts is the first payment, and nothing is paid for before the use has begun. */
function pay(state: AdoptionState, { eventId, on }: AdoptionEvent): Result<AdoptionState> {
  const { paidOn } = state;
  const liveOn = wentLiveOn(state);
  if (liveOn === null || on < liveOn) return fail({ kind: 'adoption-paid-before-use', eventId, on });
  return succeed({ ...state, paidOn: paidOn === null || on < paidOn ? on : paidOn });
}

/** Whoever holds a key of the hospital may end the adoption; why is kept. */
function withdraw(state: AdoptionState, event: EventOf<'withdrawn'>): Result<AdoptionState> {
  const { eventId, on, by, reason, change } = event;
  const records = [...state.layers.values()];
  if (!records.some(({ holders }) => holders.includes(by.personId))) {
    const holders = [...new Set(records.flatMap((record) => record.holders))];
    return fail({ kind: 'adoption-withdrawal-key', eventId, person: by.personId, holders });
  }
  const after = records.find((record) => (lastDecision(record)?.on ?? on) > on);
  if (after !== undefined) {
    const beforeOn = lastDecision(after)?.on ?? on;
    return fail({ kind: 'adoption-date-before', eventId, on, before: after.layer.name, beforeOn });
  }
  return succeed({ ...state, withdrawn: { on, by: by.personId, because: change.because, reason } });
}
