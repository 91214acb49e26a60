import type { ActView } from '@daero/api/schemas/programme-parts';
import type { IsoDate } from '@daero/domain/time';
import { categories, categoryWords } from '@daero/programme/money/category';
import { receiptKinds } from '@daero/programme/project/event';
import { office } from '@daero/programme/project/keys';
import type { ProjectState } from '@daero/programme/project/state';
import { membersOf } from '@daero/programme/project/visible';
import type { By } from '@daero/programme/record/event';
import { receiptWords, returnWords } from '@daero/programme/words/project';
import { act, choice, field, option, optionsOf } from './acts.ts';
import {
  amount,
  nextName,
  openYears,
  placesWithBudget,
  spendingOption,
  yearOptions,
} from './budget-places.ts';
import { joined, partyName } from './naming.ts';
import { officeActs } from './office-acts.ts';
import type { OpenedProject } from './records.ts';

/** What this person may try in this project now. Whether it passes is for the rules to say. */
export function projectActs(opened: OpenedProject, by: By, asOf: IsoDate): readonly ActView[] {
  const { state } = opened;
  if (state.completedOn !== null) return [];
  if (office(state.agreement, by)) return officeActs(opened, asOf);
  const parties = membersOf(state, by);
  const lead = state.agreement.consortium.members.find(({ role }) => role === 'lead')?.partyId;
  return [
    ...(parties.length === 0 ? [] : memberActs(state, parties)),
    ...(lead !== undefined && parties.includes(lead) ? leadActs(state, asOf) : []),
  ];
}

const receiptFields = (kind: 'receipt' | 'valuation') => [
  field('receipt.number', 'receiptNumber', 'text'),
  ...(kind === 'receipt'
    ? [
        choice(
          'receipt.kind',
          'receiptKind',
          optionsOf(
            receiptKinds.filter((one) => one !== 'valuation'),
            receiptWords,
          ),
        ),
      ]
    : []),
  field('receipt.on', 'receiptOn', 'day'),
  field('receipt.payee', 'payee', 'text'),
  field('text', 'text', 'text'),
];

/** A member spends and gives its own, and asks for transfers out of its own budget. */
function memberActs(state: ProjectState, parties: readonly string[]): readonly ActView[] {
  if (state.stoppedOn !== null) return reversals(state, parties);
  const { members } = state.agreement.consortium;
  const own = parties.map((party) => option(party, partyName(members, party)));
  const cash = placesWithBudget(state, parties, ['grant', 'own-cash']);
  const kind = placesWithBudget(state, parties, ['own-kind']);
  const receivers =
    openYears(state).length === 0
      ? []
      : members.flatMap(({ partyId, name }) =>
          categories.map((category) =>
            option({ party: partyId, category }, joined(name, categoryWords[category])),
          ),
        );
  return [
    ...(cash.length === 0
      ? []
      : [
          act('spending', { type: 'spent', receipt: { digest: null } }, [
            field('spending', 'spending', 'text', { initial: nextName('s', state.spendings.length) }),
            choice(
              '',
              'place',
              cash.map((one) => one.option(one.place)),
            ),
            amount,
            ...receiptFields('receipt'),
          ]),
        ]),
    ...(kind.length === 0
      ? []
      : [
          act('spending', { type: 'own-kind-given', receipt: { kind: 'valuation', digest: null } }, [
            field('spending', 'spending', 'text', { initial: nextName('k', state.spendings.length) }),
            choice(
              '',
              'place',
              kind.map((one) =>
                one.option({ year: one.place.year, party: one.place.party, category: one.place.category }),
              ),
            ),
            amount,
            ...receiptFields('valuation'),
          ]),
        ]),
    act('money', { type: 'own-cash-paid' }, [
      choice('party', 'party', own),
      choice('year', 'year', yearOptions(openYears(state))),
      amount,
      field('proof', 'proof', 'text'),
    ]),
    ...(cash.length === 0
      ? []
      : [
          act('transfer', { type: 'transfer-asked' }, [
            field('transfer', 'transfer', 'text', { initial: nextName('t', state.transfers.length) }),
            choice(
              '',
              'from',
              cash.map(({ place, option: offered }) =>
                offered({
                  year: place.year,
                  funding: place.funding,
                  from: { party: place.party, category: place.category },
                }),
              ),
            ),
            choice('to', 'to', receivers),
            amount,
          ]),
        ]),
    ...reversals(state, parties),
  ];
}

function reversals(state: ProjectState, parties: readonly string[]): readonly ActView[] {
  const open = openYears(state);
  const own = state.spendings.filter(
    (one) =>
      one.reversedOn === null &&
      one.disallowed === 0 &&
      parties.includes(one.party) &&
      open.includes(one.year),
  );
  return own.length === 0
    ? []
    : [
        act('spending', { type: 'spending-reversed' }, [
          choice('spending', 'which', own.toReversed().map(spendingOption)),
        ]),
      ];
}

/** The lead answers for all: interest, what goes back, what can only be declared. */
function leadActs(state: ProjectState, asOf: IsoDate): readonly ActView[] {
  const years = yearOptions(openYears(state));
  const { indicators } = state.agreement;
  return [
    ...(years.length === 0
      ? []
      : [
          act('money', { type: 'interest-credited' }, [choice('year', 'year', years), amount]),
          act('settlement', { type: 'returned' }, [
            choice('year', 'year', years),
            choice('what', 'what', optionsOf(['grant', 'interest'], returnWords)),
            amount,
          ]),
        ]),
    ...(indicators.length === 0
      ? []
      : [
          act('milestone', { type: 'indicator-declared' }, [
            choice(
              'indicator',
              'indicator',
              indicators.map(({ id, name }) => option(id, name)),
            ),
            field('value', 'value', 'number'),
            field('asOf', 'asOf', 'day', { initial: asOf }),
          ]),
        ]),
  ];
}
