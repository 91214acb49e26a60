import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { decideBy, foldOf } from '../record/standing.ts';
import { award, contract, named, refusedKey, renew } from './award.ts';
import type { EventOf, ProcurementEvent } from './event.ts';
import { bandsRise, type Price } from './price.ts';
import type { ProcurementState } from './state.ts';

/** How a purchase stands, or the first event that the rules refuse, with the rule. */
export const foldProcurement = (events: readonly ProcurementEvent[]): Result<ProcurementState> =>
  foldOf(events, open, apply);

export const decideProcurement = (
  history: readonly ProcurementEvent[],
  command: ProcurementEvent,
): Result<readonly ProcurementEvent[]> => decideBy(history, command, foldProcurement);

function open(first: ProcurementEvent | undefined): Result<ProcurementState> {
  if (first?.change.type !== 'opened')
    return fail({ kind: 'adoption-not-opened', eventId: first?.eventId ?? '—' });
  return succeed({
    ...{ request: first.change, openedOn: first.on, lastOn: first.on },
    ...{ criteria: [], reviewers: [], award: null, contract: null, cancelledOn: null },
    offers: new Map(),
    conflicts: new Set<string>(),
    scores: new Map(),
  });
}

function apply(state: ProcurementState, event: ProcurementEvent): Result<ProcurementState> {
  const { change, eventId, on } = event;
  if (on < state.lastOn) {
    const before = { ko: '앞선 구매 절차', en: 'the step of the purchase before it' };
    return fail({ kind: 'adoption-date-before', eventId, on, before, beforeOn: state.lastOn });
  }
  if (state.cancelledOn !== null)
    return fail({ kind: 'purchase-cancelled', eventId, since: state.cancelledOn });
  const next = step(state, event);
  return next.ok ? succeed({ ...next.value, lastOn: on }) : next;

  function step(now: ProcurementState, { by }: ProcurementEvent): Result<ProcurementState> {
    switch (change.type) {
      case 'opened':
        return fail({ kind: 'adoption-opened-twice', eventId });
      case 'criteria-set':
        return setCriteria(now, { ...event, change });
      case 'offered':
        return offer(now, { ...event, change });
      case 'conflict-declared': {
        const { reviewer } = change;
        const known = knownOffer(now, eventId, change.offer) ?? knownReviewer(now, eventId, reviewer);
        if (known !== null) return known;
        // What a reviewer with a conflict scored counts no longer.
        const own = `${reviewer} ${change.offer}`;
        const scores = new Map([...now.scores].filter(([name]) => !name.startsWith(`${own} `)));
        return succeed({ ...now, scores, conflicts: new Set(now.conflicts).add(own) });
      }
      case 'scored':
        return score(now, { ...event, change });
      case 'awarded':
        return award(now, { ...event, change });
      case 'contracted':
        return contract(now, { ...event, change });
      case 'renewed':
        return renew(now, { ...event, change });
      case 'cancelled':
        if (now.contract !== null)
          return fail({ kind: 'purchase-signed', eventId, since: now.contract.signedOn });
        return refusedKey(now, eventId, by.personId) ?? succeed({ ...now, cancelledOn: on });
      case 'annulled':
        return fail({ kind: 'adoption-annul-unknown', eventId, annuls: change.eventId });
      default:
        return unreachable(change);
    }
  }
}

/** Criteria are fixed before the first offer is seen, and their weights are the whole. */
function setCriteria(
  state: ProcurementState,
  { eventId, change }: EventOf<'criteria-set'>,
): Result<ProcurementState> {
  if (state.offers.size > 0) return fail({ kind: 'purchase-criteria-late', eventId });
  const ids = change.criteria.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) return fail({ kind: 'adoption-name-twice', name: twice });
  const sum = change.criteria.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 1) > 1e-9)
    return fail({ kind: 'purchase-weights', eventId, sum: Math.round(sum * 1e6) / 1e6 });
  return succeed({ ...state, criteria: change.criteria, reviewers: [...new Set(change.reviewers)] });
}

function offer(state: ProcurementState, { eventId, change }: EventOf<'offered'>): Result<ProcurementState> {
  const { id, price } = change.offer;
  if (state.criteria.length === 0) return fail({ kind: 'purchase-criteria-missing', eventId });
  if (state.award !== null) return fail({ kind: 'purchase-awarded-already', eventId, since: state.award.on });
  if (state.offers.has(id)) return fail({ kind: 'adoption-name-twice', name: id });
  return (
    refusedPrice(eventId, price) ?? succeed({ ...state, offers: new Map(state.offers).set(id, change.offer) })
  );
}

export const refusedPrice = (eventId: string, price: Price): Result<never> | null =>
  bandsRise(price) ? null : fail({ kind: 'purchase-bands', eventId });

function score(
  state: ProcurementState,
  { eventId, by, change }: EventOf<'scored'>,
): Result<ProcurementState> {
  const reviewer = by.personId;
  const known = knownOffer(state, eventId, change.offer) ?? knownReviewer(state, eventId, reviewer);
  if (known !== null) return known;
  const criteria = state.criteria.map(({ id }) => id);
  if (!criteria.includes(change.criterion))
    return fail({ kind: 'purchase-name-unknown', eventId, name: change.criterion, known: criteria });
  if (state.award !== null) return fail({ kind: 'purchase-awarded-already', eventId, since: state.award.on });
  if (state.conflicts.has(`${reviewer} ${change.offer}`))
    return fail({ kind: 'purchase-conflict', eventId, person: reviewer, offer: change.offer });
  const scores = new Map(state.scores).set(`${reviewer} ${change.offer} ${change.criterion}`, change.score);
  return succeed({ ...state, scores });
}

const knownOffer = ({ offers }: ProcurementState, eventId: string, name: string): Result<never> | null =>
  offers.has(name)
    ? null
    : fail({ kind: 'purchase-name-unknown', eventId, name, known: named([...offers.keys()]) });

const knownReviewer = (
  { reviewers }: ProcurementState,
  eventId: string,
  person: string,
): Result<never> | null =>
  reviewers.includes(person)
    ? null
    : fail({ kind: 'purchase-reviewer-unknown', eventId, person, reviewers: named(reviewers) });
