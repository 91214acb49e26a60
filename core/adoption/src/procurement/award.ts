import { fail, succeed, type Result } from '@daero/domain/result';
import { addMonths } from '@daero/pathway/calendar/day-number';
import { contractRuleOn, contractRules, type ContractRule } from './contract-rules.ts';
import type { EventOf, Offer } from './event.ts';
import { bandsRise, contractValue } from './price.ts';
import { buyerWords, contractMethodWords } from '../words/purchase-words.ts';
import { rankingOf } from './ranking.ts';
import type { ProcurementState } from './state.ts';

/** An offer is chosen, by a method that the rules of that day allow for this buyer and this amount. */
export function award(state: ProcurementState, event: EventOf<'awarded'>): Result<ProcurementState> {
  const { eventId, on, by, change } = event;
  const refusedBuyer = refusedKey(state, eventId, by.personId);
  if (refusedBuyer !== null) return refusedBuyer;
  if (state.award !== null) return fail({ kind: 'purchase-awarded-already', eventId, since: state.award.on });
  const ranking = rankingOf(state);
  const chosen = ranking.find(({ offer }) => offer.id === change.offer);
  if (chosen === undefined) {
    const known = named([...state.offers.keys()]);
    return fail({ kind: 'purchase-name-unknown', eventId, name: change.offer, known });
  }
  if (chosen.failed.length > 0) {
    const musts = chosen.failed.map(({ name }) => name);
    return fail({ kind: 'purchase-must-failed', eventId, offer: change.offer, musts });
  }
  const missing = ranking.reduce((sum, one) => sum + one.missing, 0);
  if (chosen.rank === null || missing > 0) return fail({ kind: 'purchase-scores-missing', eventId, missing });
  if (chosen.rank > 1 && change.whyNotFirst === null) {
    const first = ranking[0]?.offer.id ?? '—';
    return fail({ kind: 'purchase-not-first', eventId, offer: change.offer, first });
  }
  const { budget } = state.request;
  if (chosen.value > budget)
    return fail({ kind: 'purchase-over-budget', eventId, value: Math.round(chosen.value), budget });
  const rule = ruleFor(state, event, chosen.offer, chosen.value);
  if (!rule.ok) return rule;
  const said = { ...change, on, by: by.personId, ruleId: rule.value.id, value: chosen.value };
  return succeed({ ...state, award: said });
}

function ruleFor(
  { request }: ProcurementState,
  { eventId, on, change }: EventOf<'awarded'>,
  offer: Offer,
  value: number,
): Result<ContractRule> {
  const { method } = change;
  const rule = contractRuleOn(method, request.buyer, on);
  if (rule === null) {
    const allowed = contractRules
      .filter(({ buyers }) => buyers.includes(request.buyer))
      .map(({ name }) => name);
    return fail({
      kind: 'purchase-method-not-open',
      eventId,
      method: contractMethodWords[method],
      buyer: buyerWords[request.buyer],
      on,
      allowed,
    });
  }
  const { ceiling, name, grounds, designationYears } = rule;
  const source = grounds.source ?? '—';
  if (ceiling !== null && value > ceiling)
    return fail({
      kind: 'purchase-over-ceiling',
      eventId,
      value: Math.round(value),
      ceiling,
      rule: name,
      source,
    });
  if (designationYears === null) return succeed(rule);
  const designated = offer.innovativeProduct;
  if (designated === null)
    return fail({ kind: 'purchase-not-designated', eventId, offer: offer.id, rule: name, source });
  const until = addMonths(designated.designatedOn, 12 * designationYears);
  if (on < designated.designatedOn || on >= until)
    return fail({
      kind: 'purchase-designation-over',
      eventId,
      offer: offer.id,
      on,
      until,
      rule: name,
      source,
    });
  return succeed(rule);
}

/** A contract follows the award, and is worth no more than what was awarded. */
export function contract(state: ProcurementState, event: EventOf<'contracted'>): Result<ProcurementState> {
  const { eventId, on, by, change } = event;
  const refusedBuyer = refusedKey(state, eventId, by.personId);
  if (refusedBuyer !== null) return refusedBuyer;
  if (state.award === null) return fail({ kind: 'purchase-not-awarded', eventId });
  if (state.contract !== null)
    return fail({ kind: 'purchase-signed', eventId, since: state.contract.signedOn });
  const { fromOn, toOn, price } = change;
  if (toOn < fromOn) {
    const before = { ko: '계약 시작', en: 'the beginning of the contract' };
    return fail({ kind: 'adoption-date-before', eventId, on: toOn, before, beforeOn: fromOn });
  }
  if (!bandsRise(price)) return fail({ kind: 'purchase-bands', eventId });
  const value = contractValue(price, state.request.years, state.request.usesPerYear);
  if (value > state.award.value + 0.5)
    return fail({
      kind: 'purchase-dearer',
      eventId,
      value: Math.round(value),
      awarded: Math.round(state.award.value),
    });
  return succeed({ ...state, contract: { ...change, signedOn: on, by: by.personId, renewals: [] } });
}

/** A contract goes on to a later day, on the terms that stand; other terms are a purchase of their own. */
export function renew(state: ProcurementState, event: EventOf<'renewed'>): Result<ProcurementState> {
  const { eventId, on, by, change } = event;
  const refusedBuyer = refusedKey(state, eventId, by.personId);
  if (refusedBuyer !== null) return refusedBuyer;
  const { contract: old } = state;
  if (old === null) return fail({ kind: 'purchase-not-contracted', eventId });
  const { toOn } = change;
  if (toOn <= old.toOn) {
    const before = { ko: '지금 계약의 끝', en: 'the present end of the contract' };
    return fail({ kind: 'adoption-date-before', eventId, on: toOn, before, beforeOn: old.toOn });
  }
  const renewals = [...old.renewals, { on, endedOn: old.toOn, toOn }];
  return succeed({ ...state, contract: { ...old, toOn, renewals } });
}

/** Names as a fault lists them; a dash where there is none. */
export const named = (names: readonly string[]): readonly string[] => (names.length === 0 ? ['—'] : names);

export const refusedKey = (
  { request }: ProcurementState,
  eventId: string,
  person: string,
): Result<never> | null =>
  request.buyerIds.includes(person)
    ? null
    : fail({ kind: 'purchase-key-missing', eventId, person, holders: request.buyerIds });
