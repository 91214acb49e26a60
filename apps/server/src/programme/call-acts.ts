import type { ActView } from '@daero/api/schemas/programme-parts';
import { conflictsOf, declaredNone } from '@daero/programme/call/conflict';
import { conflictKinds } from '@daero/programme/call/event';
import { leadsOf, officerOf } from '@daero/programme/call/keys';
import { selectionOf } from '@daero/programme/call/select';
import { running, type CallState } from '@daero/programme/call/state';
import { visibleTo } from '@daero/programme/call/visible';
import type { By } from '@daero/programme/record/event';
import { withoutAnnulled } from '@daero/programme/record/history';
import { conflictWords } from '@daero/programme/words/call';
import { act, choice, field, option, optionsOf } from './acts.ts';
import { plain } from './naming.ts';
import type { OpenedCall } from './records.ts';
import { tell } from './trail.ts';
import { noConflict, pointsHint, proposalHint } from './words.ts';

/** What this person may try in this call now. Whether it passes is for the rules to say. */
export function callActs(opened: OpenedCall, by: By): readonly ActView[] {
  const { state } = opened;
  return [
    ...(officerOf(state, by) ? [...officeActs(state), ...annulments(opened)] : []),
    ...(by.role === 'reviewer' ? reviewerActs(state, by) : []),
    ...(by.role !== 'reviewer' && by.role !== 'programme-office' && by.role !== 'operator'
      ? applicantActs(state, by)
      : []),
  ];
}

function officeActs(state: CallState): readonly ActView[] {
  const cancelled = act('decision', { type: 'cancelled' });
  switch (state.phase) {
    case 'open':
      return [act('decision', { type: 'closed' }), cancelled];
    case 'reviewing':
      return [appointment(state), act('review', { type: 'review-closed' }), cancelled];
    case 'reviewed': {
      const { tied, taken } = selectionOf(state);
      const next =
        tied.length > 0
          ? act('decision', { type: 'lot-drawn' }, [
              field('order', 'order', 'ordered', {
                options: tied.map((one) => option(one, titleOf(state, one))),
              }),
            ])
          : act('decision', { type: 'selected', applications: [...taken] });
      return [next, cancelled];
    }
    default:
      return [];
  }
}

const titleOf = (state: CallState, name: string) =>
  state.applications.find(({ application }) => application === name)?.proposal.title ?? plain(name);

function appointment(state: CallState): ActView {
  const members = new Map(
    running(state).flatMap(({ proposal }) =>
      proposal.consortium.members.map(({ partyId, name }) => [partyId, name] as const),
    ),
  );
  return act('review', { type: 'reviewer-appointed' }, [
    field('reviewer', 'reviewer', 'text'),
    field('name.ko', 'nameKo', 'text'),
    field('name.en', 'nameEn', 'text'),
    field('affiliations', 'affiliations', 'many', {
      required: false,
      options: [...members].map(([id, name]) => option(id, name)),
    }),
    field('applications', 'applications', 'many', {
      options: running(state).map(({ application, proposal }) => option(application, proposal.title)),
    }),
  ]);
}

/** First the declaration, then the sheet of what was opened by it; what was declared closed stays so. */
function reviewerActs(state: CallState, by: By): readonly ActView[] {
  if (state.phase !== 'reviewing') return [];
  const reviewer = by.personId;
  const { applications, reviews } = visibleTo(state, by);
  const assigned = state.reviewers.find((one) => one.reviewer === reviewer)?.applications ?? [];
  const undeclared = assigned.filter(
    (application) =>
      !declaredNone(state, reviewer, application) && conflictsOf(state, reviewer, application).length === 0,
  );
  return [
    ...undeclared.map((application) =>
      act(
        'review',
        { type: 'interest-declared', reviewer, application },
        [
          choice('conflict', 'conflict', [
            option(null, noConflict),
            ...optionsOf(conflictKinds, conflictWords),
          ]),
        ],
        plain(application),
      ),
    ),
    ...applications.map(({ application, proposal }) => {
      const own = reviews.find((one) => one.application === application);
      return act(
        'review',
        {
          type: 'scored',
          reviewer,
          application,
          points: state.terms.criteria.map(({ id }) => ({ criterion: id })),
        },
        [
          ...state.terms.criteria.map(({ id, name, mostPoints }, at) =>
            field(`points.${at}.points`, name, 'whole', {
              hint: pointsHint(mostPoints),
              initial: String(own?.points.get(id) ?? ''),
            }),
          ),
          field('comment', 'comment', 'text', { initial: own?.comment ?? '' }),
        ],
        proposal.title,
      );
    }),
  ];
}

function applicantActs(state: CallState, by: By): readonly ActView[] {
  const own = running(state).filter((one) => leadsOf(one, by));
  const submission = (application: string | null, proposal: unknown): ActView =>
    act(
      'application',
      { type: 'submitted', ...(application === null ? {} : { application }) },
      [
        ...(application === null ? [field('application', 'application', 'text')] : []),
        field('proposal', 'proposal', 'json', {
          hint: proposalHint,
          initial: proposal === null ? '' : JSON.stringify(proposal, null, 1),
        }),
      ],
      application === null ? null : plain(application),
    );
  return [
    ...(state.phase === 'open'
      ? own.length > 0
        ? own.map(({ application, proposal }) => submission(application, proposal))
        : [submission(null, null)]
      : []),
    ...(state.phase === 'open' || state.phase === 'reviewing' || state.phase === 'reviewed'
      ? own.map(({ application, proposal }) =>
          act('application', { type: 'withdrawn', application }, [], proposal.title),
        )
      : []),
  ];
}

/** Events that still count and are not the opening: the newest first. */
function annulments({ history }: OpenedCall): readonly ActView[] {
  const standing = withoutAnnulled(history);
  const events = standing.ok ? standing.value.slice(1).toReversed() : [];
  if (events.length === 0) return [];
  const options = events.map(({ eventId, on, change }) => {
    const told = tell(change);
    return option(eventId, { ko: `${on} ${told.ko}`, en: `${on} ${told.en}` });
  });
  return [act('annul', { type: 'annulled' }, [choice('eventId', 'event', options)])];
}
