import type { ActView } from '@daero/api/schemas/programme-parts';
import { formatCount, formatNumber, trimZeros } from '@daero/domain/format/number';
import type { IsoDate } from '@daero/domain/time';
import {
  categories,
  categoryWords,
  fundingWords,
  type Category,
  type Funding,
} from '@daero/programme/money/category';
import { totalOf } from '@daero/programme/money/journal';
import { leftOf } from '@daero/programme/money/ledger';
import { recognised } from '@daero/programme/money/spend';
import { failureEnds, receiptKinds } from '@daero/programme/project/event';
import { annullable } from '@daero/programme/project/fold';
import { office } from '@daero/programme/project/keys';
import type { ProjectState } from '@daero/programme/project/state';
import { membersOf } from '@daero/programme/project/visible';
import { readIndicator } from '@daero/programme/indicators/indicator';
import type { By } from '@daero/programme/record/event';
import { withoutAnnulled } from '@daero/programme/record/history';
import { failureWords, receiptWords, returnWords } from '@daero/programme/words/project';
import { act, choice, field, option, optionsOf, type Option } from './acts.ts';
import { inWon, joined, partyName, plain } from './naming.ts';
import type { OpenedProject } from './records.ts';
import { tell } from './trail.ts';
import { decisionWords, leftWord, measuredHint, noMilestone } from './words.ts';

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

const amount = field('amount', 'amount', 'won');
const openYears = ({ agreement, settled }: ProjectState): readonly number[] =>
  agreement.periods.map(({ year }) => year).filter((year) => !settled.some((one) => one.year === year));
const yearOptions = (years: readonly number[]): readonly Option[] =>
  years.map((year) => option(year, plain(String(year))));
const nextName = (prefix: string, length: number): string => `${prefix}-${length + 1}`;

type Place = {
  readonly year: number;
  readonly party: string;
  readonly category: Category;
  readonly funding: Funding;
};

/** Every budget of these members that has something left. */
function placesWithBudget(
  state: ProjectState,
  parties: readonly string[],
  of: readonly Funding[],
): readonly { readonly place: Place; readonly option: (value: unknown) => Option }[] {
  const { members } = state.agreement.consortium;
  return openYears(state).flatMap((year) =>
    parties.flatMap((party) =>
      categories.flatMap((category) =>
        of.flatMap((funding) => {
          const place = { year, party, category, funding };
          const left = leftOf(state, place);
          if (left <= 0) return [];
          const name = joined(
            joined(plain(String(year)), partyName(members, party)),
            joined(joined(categoryWords[category], fundingWords[funding]), leftWord(formatCount(left))),
          );
          return [{ place, option: (value: unknown) => option(value, name) }];
        }),
      ),
    ),
  );
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

const spendingOption = ({
  spending,
  on,
  category,
  amount: spent,
}: ProjectState['spendings'][number]): Option =>
  option(spending, {
    ko: `${on} ${categoryWords[category].ko} ${inWon(spent).ko} (${spending})`,
    en: `${on} ${categoryWords[category].en} ${inWon(spent).en} (${spending})`,
  });

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

function officeActs(opened: OpenedProject, asOf: IsoDate): readonly ActView[] {
  const { state } = opened;
  const years = yearOptions(openYears(state));
  const running = state.stoppedOn === null;
  return [
    ...(running && years.length > 0
      ? [
          act('money', { type: 'grant-paid' }, [
            field('payment', 'payment', 'text', { initial: nextName('p', state.payments.length) }),
            choice('year', 'year', years),
            amount,
            choice('milestone', 'milestone', [
              option(null, noMilestone),
              ...state.milestones.map(({ milestone }) => option(milestone.id, milestone.name)),
            ]),
          ]),
        ]
      : []),
    ...state.transfers
      .filter(({ standing }) => standing === 'asked')
      .map((one) =>
        act(
          'transfer',
          { type: 'transfer-decided', transfer: one.transfer },
          [
            choice('approved', 'approved', [
              option(true, decisionWords.approved),
              option(false, decisionWords.refused),
            ]),
          ],
          tell(one),
        ),
      ),
    ...(running ? milestoneActs(opened, asOf) : []),
    ...disallowances(state),
    ...recoveries(state),
    ...(running ? carrying(state) : []),
    ...openYears(state).map((year) =>
      act('settlement', { type: 'year-settled', year }, [], plain(String(year))),
    ),
    ...(running ? [act('end', { type: 'stopped' })] : []),
    act('end', { type: 'completed' }),
    ...annulments(opened),
  ];
}

function milestoneActs({ state, observations }: OpenedProject, asOf: IsoDate): readonly ActView[] {
  return state.milestones.flatMap(({ milestone, standing }) => {
    const { id, name, measure } = milestone;
    const moved = act(
      'milestone',
      { type: 'milestone-moved', milestone: id },
      [field('dueOn', 'dueOn', 'day')],
      name,
    );
    if (standing.is === 'met') return [];
    if (standing.is === 'failed') return standing.ends === 'new-date' ? [moved] : [];
    const indicator = state.agreement.indicators.find((one) => one.id === measure?.indicator);
    const reading =
      indicator === undefined ? null : readIndicator(indicator, observations, state.declared, asOf);
    const told =
      reading === null ? null : reading.value === null ? '—' : trimZeros(formatNumber(reading.value, 2));
    return [
      act(
        'milestone',
        { type: 'milestone-met', milestone: id, reading },
        [field('proof', 'proof', 'text', { hint: told === null ? null : measuredHint(told) })],
        name,
      ),
      act(
        'milestone',
        { type: 'milestone-failed', milestone: id },
        [choice('ends', 'ends', optionsOf(failureEnds, failureWords))],
        name,
      ),
      moved,
    ];
  });
}

function disallowances(state: ProjectState): readonly ActView[] {
  const open = openYears(state);
  const standing = state.spendings.filter((one) => recognised(one) > 0 && open.includes(one.year));
  return standing.length === 0
    ? []
    : [
        act('settlement', { type: 'spending-disallowed' }, [
          choice('spending', 'which', standing.toReversed().map(spendingOption)),
          amount,
        ]),
      ];
}

function recoveries(state: ProjectState): readonly ActView[] {
  const { members } = state.agreement.consortium;
  const open = openYears(state);
  const owed = members.flatMap(({ partyId: party, name }) =>
    open.flatMap((year) =>
      (['grant', 'own-cash'] as const).flatMap((funding) => {
        const left = totalOf(
          state.balances,
          'claim',
          (one) => one.party === party && one.year === year && one.funding === funding,
        );
        const what = joined(joined(plain(String(year)), name), joined(fundingWords[funding], inWon(left)));
        return left > 0 ? [option({ party, year, funding }, what)] : [];
      }),
    ),
  );
  return owed.length === 0
    ? []
    : [act('settlement', { type: 'recovered' }, [choice('', 'claim', owed), amount])];
}

function carrying(state: ProjectState): readonly ActView[] {
  const years = openYears(state);
  if (years.length < 2) return [];
  const { members } = state.agreement.consortium;
  const places = placesWithBudget(
    state,
    members.map(({ partyId }) => partyId),
    ['grant', 'own-cash'],
  );
  const earlier = places.filter(({ place }) => years.some((year) => year > place.year));
  return earlier.length === 0
    ? []
    : [
        act('settlement', { type: 'carried-over' }, [
          choice(
            '',
            'place',
            earlier.map(({ place, option: offered }) =>
              offered({
                fromYear: place.year,
                funding: place.funding,
                from: { party: place.party, category: place.category },
              }),
            ),
          ),
          choice('toYear', 'toYear', yearOptions(years.slice(1))),
          amount,
          field('cash', 'cash', 'won', { initial: '0' }),
        ]),
      ];
}

function annulments({ history }: OpenedProject): readonly ActView[] {
  const standing = withoutAnnulled(history);
  const events = standing.ok
    ? standing.value.filter(({ change }) => annullable.has(change.type)).toReversed()
    : [];
  if (events.length === 0) return [];
  const options = events.map(({ eventId, on, change }) => {
    const told = tell(change);
    return option(eventId, { ko: `${on} ${told.ko}`, en: `${on} ${told.en}` });
  });
  return [act('annul', { type: 'annulled' }, [choice('eventId', 'event', options)])];
}
