import { fail, succeed, type Result } from '@daero/domain/result';
import type { ProjectEventOf } from '../project/event.ts';
import { milestoneOf, type ProjectState } from '../project/state.ts';
import { nameTwice, unknownName } from '../record/history.ts';
import { standingWords } from '../words/project.ts';
import { credit, debit, totalOf } from './journal.ts';
import { booked, knownParty, openYear } from './ledger.ts';
import { minus, type Won } from './won.ts';

/** What of the agreed grant of a year has not been paid. */
export const unpaidGrant = ({ balances }: ProjectState, year: number): Won => {
  const agreed = totalOf(balances, 'agreed', (one) => one.year === year && one.funding === 'grant');
  const paid = totalOf(balances, 'funded', (one) => one.year === year && one.funding === 'grant');
  return minus(paid, agreed); // both are credits
};

/** The office pays out of the agreed grant, once the milestone that the payment waits for is met. */
export function payGrant(state: ProjectState, event: ProjectEventOf<'grant-paid'>): Result<ProjectState> {
  const { eventId, on, change } = event;
  const { payment, year, amount, milestone } = change;
  const open = openYear(state, eventId, year);
  if (!open.ok) return open;
  if (state.payments.some((one) => one.payment === payment)) return nameTwice(eventId, 'payment', payment);
  if (milestone !== null) {
    const found = milestoneOf(state, milestone);
    if (found === null) return unknownName(eventId, 'milestone', milestone, state.milestones.map((one) => one.milestone.id)); // prettier-ignore
    if (found.standing.is !== 'met') {
      const standing = standingWords[found.standing.is];
      return fail({ kind: 'money-milestone-open', eventId, milestone: found.milestone.name, standing });
    }
  }
  const left = unpaidGrant(state, year);
  if (amount > left) return fail({ kind: 'money-grant-over', eventId, year, asked: amount, left });
  const paid = { payment, on, year, amount };
  return succeed({
    ...booked(state, event, [
      debit({ of: 'cash', year, funding: 'grant' }, amount),
      credit({ of: 'funded', year, by: 'state', funding: 'grant' }, amount),
    ]),
    payments: [...state.payments, paid],
  });
}

export function payOwnCash(
  state: ProjectState,
  event: ProjectEventOf<'own-cash-paid'>,
): Result<ProjectState> {
  const { party, year, amount } = event.change;
  const open = openYear(state, event.eventId, year);
  if (!open.ok) return open;
  const known = knownParty(state, event.eventId, party);
  if (!known.ok) return known;
  return succeed(
    booked(state, event, [
      debit({ of: 'cash', year, funding: 'own-cash' }, amount),
      credit({ of: 'funded', year, by: party, funding: 'own-cash' }, amount),
    ]),
  );
}

/** Interest on the grant belongs to the state. */
export function creditInterest(
  state: ProjectState,
  event: ProjectEventOf<'interest-credited'>,
): Result<ProjectState> {
  const { year, amount } = event.change;
  const open = openYear(state, event.eventId, year);
  if (!open.ok) return open;
  return succeed(
    booked(state, event, [
      debit({ of: 'cash', year, funding: 'interest' }, amount),
      credit({ of: 'funded', year, by: 'state', funding: 'interest' }, amount),
    ]),
  );
}
