import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import type { ProjectEventOf } from '../project/event.ts';
import { periodOf, type ProjectState } from '../project/state.ts';
import { notBefore } from '../record/history.ts';
import { returnWords } from '../words/project.ts';
import { balanceOf, credit, debit, totalOf } from './journal.ts';
import { booked, knownParty, openYear } from './ledger.ts';
import { statementOf } from './statement.ts';

/** What a member owed comes back: the grant to the state, the own share to the project. */
export function recover(state: ProjectState, event: ProjectEventOf<'recovered'>): Result<ProjectState> {
  const { eventId, change } = event;
  const { party, year, funding, amount } = change;
  const open = openYear(state, eventId, year);
  if (!open.ok) return open;
  const known = knownParty(state, eventId, party);
  if (!known.ok) return known;
  const claim = { of: 'claim', year, party, funding } as const;
  const left = balanceOf(state.balances, claim);
  if (amount > left) return fail({ kind: 'money-recovery-over', eventId, party, asked: amount, left });
  const to =
    funding === 'grant'
      ? ({ of: 'returned', year, what: 'grant' } as const)
      : ({ of: 'cash', year, funding } as const);
  return succeed(booked(state, event, [debit(to, amount), credit(claim, amount)]));
}

/** Grant that was not spent, or interest on it, goes back. */
export function giveBack(state: ProjectState, event: ProjectEventOf<'returned'>): Result<ProjectState> {
  const { eventId, change } = event;
  const { year, what, amount } = change;
  const open = openYear(state, eventId, year);
  if (!open.ok) return open;
  const cash = { of: 'cash', year, funding: what } as const;
  const left = balanceOf(state.balances, cash);
  if (amount > left)
    return fail({ kind: 'money-return-over', eventId, what: returnWords[what], asked: amount, left });
  return succeed(booked(state, event, [debit({ of: 'returned', year, what }, amount), credit(cash, amount)]));
}

const openWords = {
  transfers: { ko: '결정되지 않은 예산 변경', en: 'transfers not decided' },
  grant: { ko: '쓰지도 돌려주지도 않은 보조금', en: 'grant neither spent nor returned' },
  interest: { ko: '돌려주지 않은 이자', en: 'interest not returned' },
  claims: { ko: '회수하지 않은 불인정액', en: 'disallowed amounts not recovered' },
} as const satisfies Readonly<Record<string, Text>>;

/** What must be dealt with before a year can be settled. */
export function openForSettlement(state: ProjectState, year: number): readonly Text[] {
  const { balances } = state;
  return [
    ...(state.transfers.some((one) => one.year === year && one.standing === 'asked')
      ? [openWords.transfers]
      : []),
    ...(balanceOf(balances, { of: 'cash', year, funding: 'grant' }) > 0 ? [openWords.grant] : []),
    ...(balanceOf(balances, { of: 'cash', year, funding: 'interest' }) > 0 ? [openWords.interest] : []),
    ...(totalOf(balances, 'claim', (one) => one.year === year) > 0 ? [openWords.claims] : []),
  ];
}

/** A year is closed: after its end, with nothing open. An own share that falls short is shown, not hidden. */
export function settleYear(state: ProjectState, event: ProjectEventOf<'year-settled'>): Result<ProjectState> {
  const { eventId, on, change } = event;
  const { year } = change;
  const open = openYear(state, eventId, year);
  if (!open.ok) return open;
  const ends = state.stoppedOn ?? periodOf(state, year)?.toOn;
  const early =
    (ends === undefined ? null : notBefore(event, 'year-ends', ends)) ??
    notBefore(event, 'money-moved', lastMoved(state, year));
  if (early !== null) return early;
  const left = openForSettlement(state, year);
  if (left.length > 0) return fail({ kind: 'money-settlement-open', eventId, year, open: left });
  return succeed({
    ...state,
    settled: [...state.settled, { year, on, statement: statementOf(state, year) }],
  });
}

const lastMoved = ({ journal, agreedOn }: ProjectState, year: number): IsoDate =>
  journal
    .filter(({ legs }) => legs.some(({ account }) => account.year === year))
    .reduce((last, { on }) => (on > last ? on : last), agreedOn);
