import type { By } from '../record/event.ts';
import { conflictsOf, mayReview, reviewerOf } from './conflict.ts';
import { leadsOf, officerOf } from './keys.ts';
import type { Application, CallState, Review } from './state.ts';

/** What one person may see of the applications and scores of a call. */
export type Visible = {
  readonly applications: readonly Application[];
  readonly reviews: readonly Review[];
  /** Assigned, but not shown: a declaration is due, or there is a conflict. Names only. */
  readonly closed: readonly { readonly application: string; readonly because: 'undeclared' | 'conflict' }[];
};

/**
 * The office sees everything; a reviewer sees the assigned applications without a conflict and the own scores;
 * an applicant sees the own application, and its reviews without their authors' names once the choice is made.
 */
export function visibleTo(state: CallState, by: By): Visible {
  if (officerOf(state, by)) return { applications: state.applications, reviews: state.reviews, closed: [] };
  if (by.role === 'reviewer') return toReviewer(state, by.personId);
  const own = state.applications.filter((one) => leadsOf(one, by));
  const names = own.map(({ application }) => application);
  const reviews =
    state.phase === 'selected' ? state.reviews.filter(({ application }) => names.includes(application)) : [];
  return { applications: own, reviews: reviews.map((one) => ({ ...one, reviewer: '—' })), closed: [] };
}

function toReviewer(state: CallState, person: string): Visible {
  const assigned = reviewerOf(state, person)?.applications ?? [];
  const seen = assigned.filter((application) => mayReview(state, person, application));
  return {
    applications: state.applications.filter(({ application }) => seen.includes(application)),
    reviews: state.reviews.filter((one) => one.reviewer === person && seen.includes(one.application)),
    closed: assigned
      .filter((application) => !seen.includes(application))
      .map((application) => ({
        application,
        because: conflictsOf(state, person, application).length > 0 ? 'conflict' : 'undeclared',
      })),
  };
}
