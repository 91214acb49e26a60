import type { ProjectView } from '@daero/api/schemas/programme-project';
import type { Text } from '@daero/domain/text';
import type { Member } from '@daero/programme/call/event';
import type { Account } from '@daero/programme/money/account';
import { categoryWords, fundingWords } from '@daero/programme/money/category';
import { openForSettlement } from '@daero/programme/money/settle';
import { recognised } from '@daero/programme/money/spend';
import { statementOf } from '@daero/programme/money/statement';
import { noWon } from '@daero/programme/money/won';
import type { ProjectState } from '@daero/programme/project/state';
import { actWords } from '@daero/programme/words/acts';
import { accountWords, interestWord, stateWord } from '@daero/programme/words/effects';
import { receiptWords, returnWords, transferWords } from '@daero/programme/words/project';
import { categoryNamed, groundsView, namedBy, partyName, partyNamed, plain } from './naming.ts';
import type { OpenedProject } from './records.ts';

/** The books of a project with every name spelled out; every amount is the won that the journal holds. */
export function moneyView({
  state,
  history,
}: OpenedProject): Pick<ProjectView, 'statements' | 'spendings' | 'transfers' | 'transferRules' | 'journal'> {
  const { agreement } = state;
  const { members } = agreement.consortium;
  const acts = new Map(history.map(({ eventId, change }) => [eventId, actWords[change.type]]));
  const { version, inForceFrom, rows } = agreement.transferRules;
  return {
    statements: agreement.periods.map((period) => statementView(state, period)),
    spendings: state.spendings.map((one) => ({
      spending: one.spending,
      on: one.on,
      party: partyNamed(members, one.party),
      year: one.year,
      category: categoryNamed(one.category),
      funding: namedBy(one.funding, fundingWords),
      amount: one.amount,
      recognised: recognised(one),
      disallowed: one.disallowed,
      reversedOn: one.reversedOn,
      text: one.text,
      receipt: {
        number: one.receipt.number,
        kind: receiptWords[one.receipt.kind],
        on: one.receipt.on,
        payee: one.receipt.payee,
      },
    })),
    transfers: state.transfers.map((one) => {
      const rule = rows.find(({ id }) => id === one.rule);
      const place = ({ party, category }: (typeof one)['from']) => ({
        party: partyName(members, party),
        category: categoryWords[category],
      });
      return {
        transfer: one.transfer,
        on: one.on,
        year: one.year,
        funding: fundingWords[one.funding],
        from: place(one.from),
        to: place(one.to),
        amount: one.amount,
        standing: namedBy(one.standing, transferWords),
        rule: rule?.because ?? plain(one.rule),
        grounds: rule === undefined ? null : groundsView(rule),
      };
    }),
    transferRules: {
      version,
      inForceFrom,
      rows: rows.map(({ because, ownMost, approvedMost, ...grounds }) => ({
        ...{ because, ownMost, approvedMost },
        grounds: groundsView(grounds),
      })),
    },
    journal: state.journal
      .map(({ eventId, on, legs }) => ({
        eventId,
        on,
        act: acts.get(eventId) ?? plain(eventId),
        legs: legs.map(({ account, amount }) => ({
          account: accountWords[account.of],
          of: accountOf(account, members),
          debit: amount > 0 ? amount : noWon,
          credit: amount < 0 ? 0 - amount : noWon,
        })),
      }))
      .toReversed(),
  };
}

function statementView(
  state: ProjectState,
  { year, fromOn, toOn }: ProjectState['agreement']['periods'][number],
): ProjectView['statements'][number] {
  const { rows, grant, interest, ownShare } = statementOf(state, year);
  const settledOn = state.settled.find((one) => one.year === year)?.on ?? null;
  return {
    ...{ year, fromOn, toOn, settledOn, grant, interest, ownShare },
    open: settledOn === null ? [...openForSettlement(state, year)] : [],
    rows: rows.map(({ category, funding, ...amounts }) => ({
      category: categoryNamed(category),
      funding: namedBy(funding, fundingWords),
      ...amounts,
    })),
  };
}

const fundingName = (funding: 'grant' | 'own-cash' | 'own-kind' | 'interest'): Text =>
  funding === 'interest' ? interestWord : fundingWords[funding];

/** Which account of its kind, in words: year, whose, what for. */
function accountOf(account: Account, members: readonly Member[]): Text {
  const parts: readonly Text[] = (() => {
    switch (account.of) {
      case 'budget':
      case 'cost':
        return [
          partyName(members, account.party),
          categoryWords[account.category],
          fundingWords[account.funding],
        ];
      case 'agreed':
      case 'cash':
        return [fundingName(account.funding)];
      case 'funded':
        return [
          account.by === 'state' ? stateWord : partyName(members, account.by),
          fundingName(account.funding),
        ];
      case 'claim':
        return [partyName(members, account.party), fundingWords[account.funding]];
      case 'returned':
        return [returnWords[account.what]];
    }
  })();
  const spoken = (language: 'ko' | 'en'): string =>
    [String(account.year), ...parts.map((part) => part[language])].join(' · ');
  return { ko: spoken('ko'), en: spoken('en') };
}
