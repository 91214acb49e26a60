import type { ConflictKind } from './event.ts';
import { applicationOf, type CallState, type Reviewer } from './state.ts';

export const reviewerOf = (state: CallState, name: string): Reviewer | null =>
  state.reviewers.find(({ reviewer }) => reviewer === name) ?? null;

/**
 * Why a reviewer may not look at an application: what was declared, and what the names themselves show.
 * A declaration is for good: a later "none" does not take it back.
 */
export function conflictsOf(
  state: CallState,
  reviewer: string,
  application: string,
): readonly ConflictKind[] {
  const found = applicationOf(state, application);
  const affiliations = reviewerOf(state, reviewer)?.affiliations ?? [];
  const members = found?.proposal.consortium.members ?? [];
  const declared = state.declarations.flatMap((one) =>
    one.reviewer === reviewer && one.application === application && one.conflict !== null
      ? [one.conflict]
      : [],
  );
  const evident: readonly ConflictKind[] = [
    ...(members.some(({ partyId }) => affiliations.includes(partyId)) ? (['same-institution'] as const) : []),
    ...(members.some(({ persons }) => persons.includes(reviewer)) ? (['takes-part'] as const) : []),
  ];
  return [...new Set([...evident, ...declared])];
}

export const declaredNone = (state: CallState, reviewer: string, application: string): boolean =>
  state.declarations.some(
    (one) => one.reviewer === reviewer && one.application === application && one.conflict === null,
  );

/** May this reviewer read and score this application? */
export const mayReview = (state: CallState, reviewer: string, application: string): boolean =>
  (reviewerOf(state, reviewer)?.applications.includes(application) ?? false) &&
  declaredNone(state, reviewer, application) &&
  conflictsOf(state, reviewer, application).length === 0;
