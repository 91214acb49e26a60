import { fail, succeed, type Result } from '@daero/domain/result';
import type { ProjectEvent, ProjectEventOf } from '../project/event.ts';
import type { Asked, ProjectState, Transfer } from '../project/state.ts';
import { nameTwice, notBefore, unknownName } from '../record/history.ts';
import { transferWords } from '../words/project.ts';
import { fundingWords } from './category.ts';
import { balanceOf, credit, debit, type Leg } from './journal.ts';
import { booked, knownParty, openYear, withinBudget, withinCash } from './ledger.ts';
import type { TransferRow } from './transfer-rules.ts';
import { negated, noWon, partOf, sumWon, type Won } from './won.ts';

export type TransferVerdict = {
  readonly rule: TransferRow;
  readonly goes: 'own-decision' | 'approval' | 'refused';
  /** What has left the place before, in that year. */
  readonly moved: Won;
  readonly ownMost: Won;
  readonly approvedMost: Won;
};

/** How a transfer may go by the rules of the agreement: limits are of the agreed amount, and add up over the year. */
export function transferVerdict(state: ProjectState, asked: Asked): TransferVerdict | null {
  const rule = state.agreement.transferRules.rows.find(
    ({ from, to }) =>
      (from === null || from.includes(asked.from.category)) &&
      (to === null || to.includes(asked.to.category)),
  );
  if (rule === undefined) return null;
  const agreed = sumWon(
    state.agreement.lines
      .filter(
        ({ year, party, category }) =>
          year === asked.year && party === asked.from.party && category === asked.from.category,
      ) // prettier-ignore
      .map(({ grant, ownCash }) => (asked.funding === 'grant' ? grant : ownCash)),
  );
  const moved = sumWon(
    state.transfers
      .filter(({ standing }) => standing !== 'refused')
      .filter((one) => one.transfer !== asked.transfer)
      .filter(
        ({ year, funding, from }) =>
          year === asked.year &&
          funding === asked.funding &&
          from.party === asked.from.party &&
          from.category === asked.from.category,
      ) // prettier-ignore
      .map(({ amount }) => amount),
  );
  const [ownMost, approvedMost] = [partOf(agreed, rule.ownMost), partOf(agreed, rule.approvedMost)];
  const sum = sumWon([moved, asked.amount]);
  const goes = sum <= ownMost ? 'own-decision' : sum <= approvedMost ? 'approval' : 'refused';
  return { rule, goes, moved, ownMost, approvedMost };
}

/** A minor transfer takes effect at once; a larger one waits for the office; one over the limit is refused. */
export function askTransfer(
  state: ProjectState,
  event: ProjectEventOf<'transfer-asked'>,
): Result<ProjectState> {
  const { eventId, on, by, change } = event;
  const open = openYear(state, eventId, change.year);
  if (!open.ok) return open;
  for (const { party } of [change.from, change.to]) {
    const known = knownParty(state, eventId, party);
    if (!known.ok) return known;
  }
  if (state.transfers.some(({ transfer }) => transfer === change.transfer))
    return nameTwice(eventId, 'transfer', change.transfer);
  const verdict = transferVerdict(state, change);
  if (verdict === null || verdict.goes === 'refused')
    return fail({
      kind: 'money-transfer-refused',
      eventId,
      rule: verdict?.rule.id ?? '—',
      because: verdict?.rule.because ?? { ko: '맞는 규칙이 없습니다', en: 'no rule fits' },
      most: verdict?.approvedMost ?? noWon,
      asked: sumWon([verdict?.moved ?? noWon, change.amount]),
      source: verdict?.rule.source ?? '—',
    });
  const short = withinBudget(state, eventId, leaving(change), change.amount);
  if (short !== null) return short;
  const own = verdict.goes === 'own-decision';
  const asked: Transfer = {
    ...change,
    on,
    by: by.personId,
    rule: verdict.rule.id,
    standing: own ? 'own-decision' : 'asked',
  };
  const after = { ...state, transfers: [...state.transfers, asked] };
  return succeed(own ? moved(after, event, change) : after);
}

export function decideTransfer(
  state: ProjectState,
  event: ProjectEventOf<'transfer-decided'>,
): Result<ProjectState> {
  const { eventId, change } = event;
  const found = state.transfers.find(({ transfer }) => transfer === change.transfer);
  if (found === undefined)
    return unknownName(eventId, 'transfer', change.transfer, state.transfers.map(({ transfer }) => transfer)); // prettier-ignore
  if (found.standing !== 'asked') {
    const standing = transferWords[found.standing];
    return fail({ kind: 'money-transfer-decided', eventId, transfer: found.transfer, standing });
  }
  const open = openYear(state, eventId, found.year);
  if (!open.ok) return open;
  const refused =
    notBefore(event, 'request', found.on) ??
    (change.approved ? withinBudget(state, eventId, leaving(found), found.amount) : null);
  if (refused !== null) return refused;
  const after: ProjectState = {
    ...state,
    transfers: state.transfers.map((one) =>
      one === found ? { ...one, standing: change.approved ? 'approved' : 'refused' } : one,
    ),
  };
  return succeed(change.approved ? moved(after, event, found) : after);
}

const leaving = ({ year, funding, from }: Asked) => ({ year, funding, ...from }) as const;

const moved = (state: ProjectState, event: ProjectEvent, asked: Asked): ProjectState => {
  const { year, funding, from, to, amount } = asked;
  const legs: readonly Leg[] = [
    debit({ of: 'budget', year, funding, ...to }, amount),
    credit({ of: 'budget', year, funding, ...from }, amount),
  ];
  return booked(state, event, legs);
};

/** What is left of a year is used in a later one: the budget, and of it the money in hand. */
export function carryOver(state: ProjectState, event: ProjectEventOf<'carried-over'>): Result<ProjectState> {
  const { eventId, change } = event;
  const { fromYear, toYear, funding, from, amount, cash } = change;
  for (const year of [fromYear, toYear]) {
    const open = openYear(state, eventId, year);
    if (!open.ok) return open;
  }
  if (toYear <= fromYear || cash > amount)
    return unknownName(eventId, 'year', String(toYear), state.agreement.periods.flatMap(({ year }) => (year > fromYear ? [String(year)] : []))); // prettier-ignore
  const known = knownParty(state, eventId, from.party);
  if (!known.ok) return known;
  const refused =
    withinBudget(state, eventId, { year: fromYear, funding, ...from }, amount) ??
    withinCash(state, eventId, { year: fromYear, funding }, cash) ??
    (funding === 'own-cash' ? givenBy(state, eventId, change) : null);
  if (refused !== null) return refused;
  const by = funding === 'grant' ? 'state' : from.party;
  return succeed(
    booked(state, event, [
      debit({ of: 'budget', year: toYear, funding, ...from }, amount),
      credit({ of: 'agreed', year: toYear, funding }, amount),
      debit({ of: 'agreed', year: fromYear, funding }, amount),
      credit({ of: 'budget', year: fromYear, funding, ...from }, amount),
      debit({ of: 'cash', year: toYear, funding }, cash),
      credit({ of: 'funded', year: toYear, by, funding }, cash),
      debit({ of: 'funded', year: fromYear, by, funding }, cash),
      credit({ of: 'cash', year: fromYear, funding }, cash),
    ]),
  );
}

/** A member carries over no more than it paid in itself. */
function givenBy(
  { balances }: ProjectState,
  eventId: string,
  { fromYear: year, from, cash }: ProjectEventOf<'carried-over'>['change'],
): Result<never> | null {
  const paid = balanceOf(balances, { of: 'funded', year, by: from.party, funding: 'own-cash' });
  const left = negated(paid);
  return cash <= left
    ? null
    : fail({ kind: 'money-cash-over', eventId, funding: fundingWords['own-cash'], asked: cash, left });
}
