import type { ActView } from '@daero/api/schemas/programme-parts';
import { formatNumber, trimZeros } from '@daero/domain/format/number';
import type { IsoDate } from '@daero/domain/time';
import { readIndicator } from '@daero/programme/indicators/indicator';
import { fundingWords } from '@daero/programme/money/category';
import { totalOf } from '@daero/programme/money/journal';
import { recognised } from '@daero/programme/money/spend';
import { failureEnds } from '@daero/programme/project/event';
import { annullable } from '@daero/programme/project/fold';
import type { ProjectState } from '@daero/programme/project/state';
import { withoutAnnulled } from '@daero/programme/record/history';
import { failureWords } from '@daero/programme/words/project';
import { act, choice, field, option, optionsOf } from './acts.ts';
import {
  amount,
  nextName,
  openYears,
  placesWithBudget,
  spendingOption,
  yearOptions,
} from './budget-places.ts';
import { inWon, joined, plain } from './naming.ts';
import type { OpenedProject } from './records.ts';
import { tell } from './trail.ts';
import { decisionWords, measuredHint, noMilestone } from './words.ts';

/** The office pays, decides and settles. */
export function officeActs(opened: OpenedProject, asOf: IsoDate): readonly ActView[] {
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
