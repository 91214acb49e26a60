import type { ApplicationView, CallView } from '@daero/api/schemas/programme-call';
import type { CallEvent } from '@daero/programme/call/event';
import { conflictsOf, declaredNone } from '@daero/programme/call/conflict';
import { officerOf } from '@daero/programme/call/keys';
import { kindRules } from '@daero/programme/call/kinds';
import { overlapRule, overlaps } from '@daero/programme/call/overlap';
import { fullMarks, markOf } from '@daero/programme/call/rank';
import { selectionOf } from '@daero/programme/call/select';
import {
  grantOf,
  leadOf,
  ownCashOf,
  ownKindOf,
  running,
  wholeOf,
  type Application,
  type CallState,
  type Review,
} from '@daero/programme/call/state';
import { visibleTo } from '@daero/programme/call/visible';
import { shareOf, sumWon } from '@daero/programme/money/won';
import type { By } from '@daero/programme/record/event';
import { conflictWords, phaseWords, sizeWords, tieWords, verdictWords } from '@daero/programme/words/call';
import { budgetRuleWords, closedWords, meanWords } from '@daero/programme/words/effects';
import { overlapWords } from '@daero/programme/words/indicators';
import { sent } from './acts.ts';
import { agreementActs } from './agreement-act.ts';
import { callActs } from './call-acts.ts';
import { kindNamed, standingOf } from './call-row.ts';
import { bracketed, categoryNamed, groundsView, membersView, namedBy, partyNamed, plain } from './naming.ts';
import { standsOn, type AgreedProject, type OpenedCall } from './records.ts';
import { trailOf } from './trail.ts';

export type Around = {
  /** All calls, to look for overlaps in; the office sees them. */
  readonly calls: readonly OpenedCall[];
  readonly projects: readonly AgreedProject[];
};

/** A call as this person may see it: what the rules of visibility give, and nothing else. */
export function callView(opened: OpenedCall, by: By, around: Around): CallView {
  const { state, history, events } = opened;
  const { terms } = state;
  const standing = standingOf(state, by);
  const isOffice = standing === 'office';
  const { applications, reviews, closed } = visibleTo(state, by);
  const rules = kindRules[terms.kind];
  return {
    id: state.callId,
    title: terms.title,
    kind: kindNamed(terms.kind),
    phase: namedBy(state.phase, phaseWords),
    demonstration: terms.demonstration,
    asOf: standsOn([opened], []),
    version: events.length,
    standing,
    steps: rules.steps.map(({ step, name }) => ({ id: step, name })),
    known: rules.known.map(({ text, since, ...grounds }) => ({ text, since, grounds: groundsView(grounds) })),
    terms: termsView(state, isOffice),
    applications: applications.map((one) => applicationView(state, one)),
    closed: closed.map(({ application, because }) => ({
      application,
      because: namedBy(because, closedWords),
      conflicts: conflictsOf(state, by.personId, application).map((one) => conflictWords[one]),
    })),
    reviewers: isOffice ? reviewersView(state) : [],
    reviews: reviews.map((one) => reviewView(state, one, isOffice || by.role === 'reviewer')),
    ...(isOffice ? rankingView(state) : { ranking: [], tied: [] }),
    overlaps: isOffice ? overlapsView(opened, by, around) : [],
    overlapRule: {
      textLeast: overlapRule.textLeast,
      lineTextLeast: overlapRule.lineTextLeast,
      hospitalShareLeast: overlapRule.hospitalShareLeast,
      grounds: groundsView(overlapRule),
    },
    projects: around.projects
      .filter((one) => one.state.callId === state.callId)
      .map((one) => ({
        project: { id: one.state.projectId, name: one.state.agreement.title },
        application: one.state.application,
      })),
    trail: trailOf(history, events, {
      shown: (event) => isOffice || told(event.by, event.change.type, by),
      names: new Map(applications.map(({ application, proposal }) => [application, proposal.title])),
    }),
    possible: callActs(opened, by).map(sent),
    agreements: agreementActs(
      state,
      by,
      around.projects.filter((one) => one.state.callId === state.callId).map((one) => one.state.application),
      standsOn([opened], []),
    ).map(sent),
  };
}

/** What is public of a call's history, and what the person did. */
const publicActs: ReadonlySet<string> = new Set<CallEvent['change']['type']>([
  'opened',
  'closed',
  'review-closed',
  'selected',
  'cancelled',
]);
const told = (actor: By, type: string, by: By): boolean =>
  publicActs.has(type) || (actor.personId === by.personId && actor.role === by.role);

function termsView({ terms, ...state }: CallState, isOffice: boolean): CallView['terms'] {
  const left = isOffice && state.reviews.length > 0 ? selectionOf({ terms, ...state }).left : [];
  return {
    opensOn: terms.opensOn,
    closesOn: terms.closesOn,
    budget: terms.budget.map(({ year, amount }) => ({
      year,
      amount,
      left: left.find((one) => one.year === year)?.amount ?? null,
    })),
    tiers: terms.tiers.map((tier) => ({
      tier: { id: tier.tier, name: tier.name },
      grantMost: tier.grantMost,
      projectsMost: tier.projectsMost,
      ownShareLeast: (['small', 'medium', 'large', 'not-a-company'] as const).map((size) => ({
        size: namedBy(size, sizeWords),
        share: tier.ownShareLeast[size],
      })),
      ownCashLeast: tier.ownCashLeast,
      grounds: groundsView(tier),
    })),
    criteria: terms.criteria.map(({ id, name, weight, mostPoints }) => ({
      criterion: { id, name },
      weight,
      mostPoints,
    })),
    passMark: terms.passMark,
    reviewsLeast: terms.reviewsLeast,
    mean: meanWords[terms.mean],
    ties: [
      ...terms.ties.map((tie) =>
        tie.by === 'criterion'
          ? bracketed(
              tieWords.criterion,
              terms.criteria.find(({ id }) => id === tie.criterion)?.name ?? plain(tie.criterion),
            )
          : tieWords[tie.by],
      ),
      tieWords.lot,
    ],
    budgetRule: budgetRuleWords[terms.budgetRule],
  };
}

function applicationView(state: CallState, one: Application): ApplicationView {
  const { proposal } = one;
  const { lines, consortium } = proposal;
  const [grant, ownCash, ownKind] = [grantOf(lines), ownCashOf(lines), ownKindOf(lines)];
  return {
    application: one.application,
    title: proposal.title,
    summary: proposal.summary,
    tier: state.terms.tiers.find(({ tier }) => tier === proposal.tier)?.name ?? plain(proposal.tier),
    lead: leadOf(proposal)?.name ?? consortium.name,
    product: proposal.product === null ? null : `${proposal.product.deviceId}@${proposal.product.version}`,
    members: [...membersView(proposal)],
    lines: lines.map((line) => ({
      lineId: line.lineId,
      year: line.year,
      category: categoryNamed(line.category),
      party: partyNamed(consortium.members, line.party),
      text: line.text,
      grant: line.grant,
      ownCash: line.ownCash,
      ownKind: line.ownKind,
    })),
    ...{ grant, ownCash, ownKind },
    ownShare: shareOf(sumWon([ownCash, ownKind]), wholeOf(lines)),
    submittedOn: one.submittedOn,
    versions: one.versions,
    withdrawnOn: one.withdrawnOn,
    selected: state.phase === 'selected' ? state.selected.includes(one.application) : null,
  };
}

const marksOf = (state: CallState, review: Review): number =>
  Math.round((10_000 * markOf(state.terms, review)) / fullMarks(state.terms)) / 100;

const reviewView = (state: CallState, one: Review, names: boolean): CallView['reviews'][number] => ({
  application: one.application,
  reviewer: one.reviewer,
  reviewerName: names
    ? (state.reviewers.find(({ reviewer }) => reviewer === one.reviewer)?.name ?? null)
    : null,
  points: [...one.points].map(([criterion, points]) => ({ criterion, points })),
  marks: marksOf(state, one),
  comment: one.comment,
  on: one.on,
  counts: conflictsOf(state, one.reviewer, one.application).length === 0,
});

const reviewersView = (state: CallState): CallView['reviewers'] =>
  state.reviewers.map(({ reviewer, name, applications }) => {
    const conflicts = applications.flatMap((application) => {
      const because = conflictsOf(state, reviewer, application).map((one) => conflictWords[one]);
      const title = state.applications.find((one) => one.application === application)?.proposal.title;
      return because.length === 0 ? [] : [{ application, title: title ?? plain(application), because }];
    });
    return {
      reviewer,
      name,
      assigned: applications.length,
      declared: applications.filter(
        (one) =>
          declaredNone(state, reviewer, one) || conflicts.some(({ application }) => application === one),
      ).length,
      scored: state.reviews.filter((one) => one.reviewer === reviewer).length,
      conflicts,
    };
  });

function rankingView(state: CallState): Pick<CallView, 'ranking' | 'tied'> {
  const { proposed, tied } = selectionOf(state);
  return {
    tied: [...tied],
    ranking: proposed.map(({ ranked, verdict }) => {
      const proposal = state.applications.find((one) => one.application === ranked.application)?.proposal;
      return {
        application: ranked.application,
        title: proposal?.title ?? plain(ranked.application),
        rank: ranked.rank,
        marks: ranked.marks,
        reviews: ranked.reviews,
        passes: ranked.passes,
        decidedBy: ranked.decidedBy === null ? null : tieWords[ranked.decidedBy],
        verdict: namedBy(verdict, verdictWords),
        grant: proposal === undefined ? 0 : grantOf(proposal.lines),
      };
    }),
  };
}

/** Applications of this call beside one another and beside those of every other call that the officer answers for. */
function overlapsView({ state }: OpenedCall, by: By, { calls }: Around): CallView['overlaps'] {
  const mine = calls.filter((one) => officerOf(one.state, by));
  const compared = mine.flatMap((one) =>
    running(one.state).map(({ application, proposal }) => ({
      name: application,
      proposal,
      call: { id: one.state.callId, name: one.state.terms.title },
    })),
  );
  const sideOf = (name: string) => {
    const found = compared.find((one) => one.name === name);
    return {
      application: name,
      title: found?.proposal.title ?? plain(name),
      call: found?.call ?? { id: state.callId, name: state.terms.title },
    };
  };
  const hospitals = new Map(
    compared.flatMap(({ proposal }) =>
      proposal.consortium.members.map(({ partyId, name }) => [partyId, name] as const),
    ),
  );
  const hospitalName = (id: string) => hospitals.get(id) ?? plain(id);
  const own = new Set(running(state).map(({ application }) => application));
  return overlaps(compared)
    .filter(({ first, second }) => own.has(first) || own.has(second))
    .map(({ first, second, reasons, resemblance, serious }) => ({
      first: sideOf(first),
      second: sideOf(second),
      reasons: reasons.map(({ because, what }) => ({
        because: namedBy(because, overlapWords),
        what: what.map((one) => (because === 'hospitals' ? hospitalName(one) : plain(one))),
      })),
      resemblance,
      serious,
    }));
}
