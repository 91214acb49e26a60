import { fail, succeed, type Result } from '@daero/domain/result';
import type { ProjectEvent, ProjectEventOf, Receipt } from '../project/event.ts';
import type { ProjectState, Spending } from '../project/state.ts';
import { nameTwice, notBefore, unknownName } from '../record/history.ts';
import { credit, debit } from './journal.ts';
import { booked, knownParty, openYear, withinBudget, withinCash, withinYear } from './ledger.ts';
import { minus, noWon, sumWon, type Won } from './won.ts';

/** Money spent, with its receipt: out of a budget that has it left and of cash that is in hand. */
export function spend(state: ProjectState, event: ProjectEventOf<'spent'>): Result<ProjectState> {
  const { type: _type, ...change } = event.change;
  const { year, party, category, funding, amount } = change;
  const refused =
    proven(state, event, change) ??
    withinBudget(state, event.eventId, change, amount) ??
    withinCash(state, event.eventId, change, amount);
  if (refused !== null) return refused;
  const place = { year, party, category, funding };
  return succeed(
    withSpending(
      booked(state, event, [
        debit({ of: 'cost', ...place }, amount),
        credit({ of: 'cash', year, funding }, amount),
      ]),
      { ...change, ...made(event) },
    ),
  );
}

/** Work, rooms or devices given instead of money: contributed and used in one entry, by a valuation. */
export function giveInKind(
  state: ProjectState,
  event: ProjectEventOf<'own-kind-given'>,
): Result<ProjectState> {
  const { type: _type, ...change } = event.change;
  const { year, party, category, amount } = change;
  const place = { year, party, category, funding: 'own-kind' } as const;
  const refused = proven(state, event, change) ?? withinBudget(state, event.eventId, place, amount);
  if (refused !== null) return refused;
  return succeed(
    withSpending(
      booked(state, event, [
        debit({ of: 'cost', ...place }, amount),
        credit({ of: 'funded', year, by: party, funding: 'own-kind' }, amount),
      ]),
      { ...change, funding: 'own-kind', ...made(event) },
    ),
  );
}

/** A spending that was a mistake is booked back whole; both entries stay. */
export function reverse(
  state: ProjectState,
  event: ProjectEventOf<'spending-reversed'>,
): Result<ProjectState> {
  const found = standingSpending(state, event, event.change.spending);
  if (!found.ok) return found;
  const one = found.value;
  if (one.disallowed > 0)
    return fail({
      kind: 'money-spending-over',
      eventId: event.eventId,
      spending: one.spending,
      asked: one.amount,
      left: recognised(one),
    });
  const { year, party, category, funding } = one;
  const from =
    funding === 'own-kind'
      ? ({ of: 'funded', year, by: party, funding } as const)
      : ({ of: 'cash', year, funding } as const);
  const after = booked(state, event, [
    debit(from, one.amount),
    credit({ of: 'cost', year, party, category, funding }, one.amount),
  ]);
  return succeed(changed(after, { ...one, reversedOn: event.on }));
}

/** The office does not accept a spending, wholly or in part: the member owes it, or in kind it counts no longer. */
export function disallow(
  state: ProjectState,
  event: ProjectEventOf<'spending-disallowed'>,
): Result<ProjectState> {
  const { spending, amount } = event.change;
  const found = standingSpending(state, event, spending);
  if (!found.ok) return found;
  const one = found.value;
  const left = recognised(one);
  if (amount > left)
    return fail({ kind: 'money-spending-over', eventId: event.eventId, spending, asked: amount, left });
  const { year, party, category, funding } = one;
  const owed =
    funding === 'own-kind'
      ? ({ of: 'funded', year, by: party, funding } as const)
      : ({ of: 'claim', year, party, funding } as const);
  const after = booked(state, event, [
    debit(owed, amount),
    credit({ of: 'cost', year, party, category, funding }, amount),
  ]);
  return succeed(changed(after, { ...one, disallowed: sumWon([one.disallowed, amount]) }));
}

/** What of a spending still stands. */
export const recognised = ({ amount, disallowed, reversedOn }: Spending): Won =>
  reversedOn === null ? minus(amount, disallowed) : noWon;

type Paid = Pick<Spending, 'spending' | 'party' | 'year'> & { readonly receipt: Receipt };

/** An open year, a known member, a receipt of that year that was not used before. */
function proven(state: ProjectState, event: ProjectEvent, change: Paid): Result<never> | null {
  const { eventId } = event;
  const { spending, party, year, receipt } = change;
  const open = openYear(state, eventId, year);
  if (!open.ok) return open;
  const known = knownParty(state, eventId, party);
  if (!known.ok) return known;
  if (state.spendings.some((one) => one.spending === spending)) return nameTwice(eventId, 'spending', spending); // prettier-ignore
  const used = state.spendings.find(
    (one) => one.reversedOn === null && one.party === party && one.receipt.number === receipt.number,
  );
  if (used !== undefined)
    return fail({
      kind: 'money-receipt-twice',
      eventId,
      party,
      receipt: receipt.number,
      spending: used.spending,
    });
  return withinYear(state, { eventId, on: receipt.on }, year) ?? notBefore(event, 'receipt', receipt.on);
}

function standingSpending(state: ProjectState, event: ProjectEvent, name: string): Result<Spending> {
  const one = state.spendings.find(({ spending, reversedOn }) => spending === name && reversedOn === null);
  if (one === undefined) {
    const names = state.spendings.filter(({ reversedOn }) => reversedOn === null);
    return unknownName(event.eventId, 'spending', name, names.map(({ spending }) => spending)); // prettier-ignore
  }
  const open = openYear(state, event.eventId, one.year);
  if (!open.ok) return open;
  return notBefore(event, 'spending', one.on) ?? succeed(one);
}

const made = ({
  eventId,
  on,
}: ProjectEvent): Pick<Spending, 'eventId' | 'on' | 'disallowed' | 'reversedOn'> => ({
  eventId,
  on,
  disallowed: noWon,
  reversedOn: null,
});

const withSpending = (state: ProjectState, spending: Spending): ProjectState => ({
  ...state,
  spendings: [...state.spendings, spending],
});
const changed = (state: ProjectState, spending: Spending): ProjectState => ({
  ...state,
  spendings: state.spendings.map((one) => (one.spending === spending.spending ? spending : one)),
});
