import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { foldOf, nameTwice, notBefore } from '../record/history.ts';
import { actWords } from '../words/acts.ts';
import { phaseWords } from '../words/call.ts';
import type { CallChange, CallEvent } from './event.ts';
import { keyMissing, callKeys, lockedFor } from './keys.ts';
import { appoint, closeReview, declare, score } from './review.ts';
import { drawLot, select } from './select.ts';
import type { CallState, Phase } from './state.ts';
import { repeated, submit, withdraw } from './submit.ts';

/** How a call stands after all its events, or the first event that its rules refuse, with the rule. */
export const foldCall = (events: readonly CallEvent[]): Result<CallState> => foldOf(events, open, apply);

/** What a command adds to the history of a call: the event itself, if all rules allow it there. */
export function decideCall(history: readonly CallEvent[], command: CallEvent): Result<readonly CallEvent[]> {
  const before = foldCall(history);
  if (before.ok && command.change.type === 'annulled') {
    const locked = lockedFor(before.value, command);
    if (locked !== null) return locked;
  }
  const after = foldCall([...history, command]);
  return after.ok ? succeed([command]) : after;
}

/** The phases in which a change may come. */
const when: Readonly<Record<Exclude<CallChange['type'], 'opened' | 'annulled'>, readonly Phase[]>> = {
  submitted: ['open'],
  withdrawn: ['open', 'reviewing', 'reviewed'],
  closed: ['open'],
  'reviewer-appointed': ['reviewing'],
  'interest-declared': ['reviewing'],
  scored: ['reviewing'],
  'review-closed': ['reviewing'],
  'lot-drawn': ['reviewed'],
  selected: ['reviewed'],
  cancelled: ['open', 'reviewing', 'reviewed'],
};

function open(first: CallEvent | undefined): Result<CallState> {
  if (first?.change.type !== 'opened')
    return fail({ kind: 'programme-not-opened', eventId: first?.eventId ?? '—' });
  const { eventId, on, by, change } = first;
  const { callId, terms } = change;
  if (by.role !== 'programme-office' || !terms.officers.includes(by.personId))
    return keyMissing(first, callKeys.office);
  const sum = terms.criteria.reduce((all, { weight }) => all + weight, 0);
  if (sum !== 10_000) return fail({ kind: 'call-weights', eventId, sum: sum / 100 });
  const early = notBefore({ eventId, on: terms.closesOn }, 'call-opens', terms.opensOn);
  if (early !== null) return early;
  for (const [what, names] of [
    ['criterion', terms.criteria.map(({ id }) => id)],
    ['tier', terms.tiers.map(({ tier }) => tier)],
    ['year', terms.budget.map(({ year }) => String(year))],
  ] as const) {
    const twice = repeated(names);
    if (twice !== null) return nameTwice(eventId, what, twice);
  }
  return succeed({
    callId,
    terms,
    openedOn: on,
    lastOn: on,
    phase: 'open',
    applications: [],
    reviewers: [],
    declarations: [],
    reviews: [],
    lots: [],
    selected: [],
    selectedOn: null,
  });
}

function apply(state: CallState, event: CallEvent): Result<CallState> {
  const { eventId, change } = event;
  if (change.type === 'opened') return fail({ kind: 'programme-opened-twice', eventId });
  if (change.type === 'annulled')
    return fail({ kind: 'programme-annul-unknown', eventId, annuls: change.eventId });
  const early = notBefore(event, 'last-event', state.lastOn);
  if (early !== null) return early;
  if (!when[change.type].includes(state.phase))
    return fail({
      kind: 'call-phase',
      eventId,
      act: actWords[change.type],
      phase: phaseWords[state.phase],
      needs: when[change.type].map((phase) => phaseWords[phase]),
    });
  const locked = lockedFor(state, event);
  if (locked !== null) return locked;
  const after = applied(state, event);
  return after.ok ? succeed({ ...after.value, lastOn: event.on }) : after;
}

function applied(state: CallState, event: CallEvent): Result<CallState> {
  const { change } = event;
  switch (change.type) {
    case 'submitted':
      return submit(state, { ...event, change });
    case 'withdrawn':
      return withdraw(state, { ...event, change });
    case 'closed': {
      const early = notBefore(event, 'call-closes', state.terms.closesOn);
      return early ?? succeed({ ...state, phase: 'reviewing' });
    }
    case 'reviewer-appointed':
      return appoint(state, { ...event, change });
    case 'interest-declared':
      return declare(state, { ...event, change });
    case 'scored':
      return score(state, { ...event, change });
    case 'review-closed':
      return closeReview(state, { ...event, change });
    case 'lot-drawn':
      return drawLot(state, { ...event, change });
    case 'selected':
      return select(state, { ...event, change });
    case 'cancelled':
      return succeed({ ...state, phase: 'cancelled' });
    case 'opened':
      return fail({ kind: 'programme-opened-twice', eventId: event.eventId });
    case 'annulled':
      return fail({ kind: 'programme-annul-unknown', eventId: event.eventId, annuls: change.eventId });
    default:
      return unreachable(change);
  }
}
