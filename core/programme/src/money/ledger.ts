import { fail, succeed, type Result } from '@daero/domain/result';
import type { ProjectEvent } from '../project/event.ts';
import { periodOf, yearsOf, type ProjectState } from '../project/state.ts';
import { unknownName } from '../record/history.ts';
import { categoryWords, fundingWords, type Category, type Funding } from './category.ts';
import { balanceOf, post, type Leg } from './journal.ts';
import { minus, type Won } from './won.ts';

/** A state after one more entry in its journal. */
export function booked(state: ProjectState, event: ProjectEvent, legs: readonly Leg[]): ProjectState {
  const entry = { eventId: event.eventId, on: event.on, legs };
  return {
    ...state,
    journal: [...state.journal, entry],
    balances: post(state.balances, entry),
  };
}

export type Place = {
  readonly year: number;
  readonly party: string;
  readonly category: Category;
  readonly funding: Funding;
};

/** What is left of a budget: what was planned and moved there, less what it cost. */
export const leftOf = ({ balances }: ProjectState, place: Place): Won =>
  minus(balanceOf(balances, { of: 'budget', ...place }), balanceOf(balances, { of: 'cost', ...place }));

export function withinBudget(
  state: ProjectState,
  eventId: string,
  place: Place,
  asked: Won,
): Result<never> | null {
  const left = leftOf(state, place);
  if (asked <= left) return null;
  return fail({
    kind: 'money-budget-over',
    eventId,
    year: place.year,
    category: categoryWords[place.category],
    funding: fundingWords[place.funding],
    asked,
    left,
  });
}

export function withinCash(
  state: ProjectState,
  eventId: string,
  { year, funding }: { readonly year: number; readonly funding: 'grant' | 'own-cash' },
  asked: Won,
): Result<never> | null {
  const left = balanceOf(state.balances, { of: 'cash', year, funding });
  if (asked <= left) return null;
  return fail({ kind: 'money-cash-over', eventId, funding: fundingWords[funding], asked, left });
}

/** A year that exists and may still change. */
export function openYear(state: ProjectState, eventId: string, year: number): Result<number> {
  if (!yearsOf(state).includes(year))
    return unknownName(eventId, 'year', String(year), yearsOf(state).map(String));
  const settled = state.settled.find((one) => one.year === year);
  return settled === undefined
    ? succeed(year)
    : fail({ kind: 'money-year-settled', eventId, year, settledOn: settled.on });
}

/** A member that exists. */
export function knownParty({ agreement }: ProjectState, eventId: string, party: string): Result<string> {
  const names = agreement.consortium.members.map(({ partyId }) => partyId);
  return names.includes(party) ? succeed(party) : unknownName(eventId, 'member', party, names);
}

/** A day within a year of the agreement. */
export function withinYear(
  state: ProjectState,
  { eventId, on }: Pick<ProjectEvent, 'eventId' | 'on'>,
  year: number,
): Result<never> | null {
  const span = periodOf(state, year);
  if (span === null) return unknownName(eventId, 'year', String(year), yearsOf(state).map(String));
  const { fromOn, toOn } = span;
  return on >= fromOn && on <= toOn
    ? null
    : fail({ kind: 'money-outside-year', eventId, on, year, fromOn, toOn });
}
