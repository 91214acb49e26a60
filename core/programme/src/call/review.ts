import { fail, succeed, type Result } from '@daero/domain/result';
import { conflictWords } from '../words/call.ts';
import { unknownName } from '../record/history.ts';
import { conflictsOf, declaredNone, reviewerOf } from './conflict.ts';
import type { CallEventOf } from './event.ts';
import { validReviews } from './rank.ts';
import { running, type CallState, type Reviewer } from './state.ts';

export function appoint(state: CallState, event: CallEventOf<'reviewer-appointed'>): Result<CallState> {
  const { type: _type, ...reviewer } = event.change;
  const names = running(state).map(({ application }) => application);
  const unknown = reviewer.applications.find((name) => !names.includes(name));
  if (unknown !== undefined) return unknownName(event.eventId, 'application', unknown, names);
  const before = state.reviewers.find((one) => one.reviewer === reviewer.reviewer);
  const appointed = {
    ...reviewer,
    // an affiliation once on record is never taken back by a second appointment
    affiliations: [...new Set([...(before?.affiliations ?? []), ...reviewer.affiliations])],
    applications: [...new Set([...(before?.applications ?? []), ...reviewer.applications])],
  };
  const others = state.reviewers.filter((one) => one !== before);
  return succeed({ ...state, reviewers: [...others, appointed] });
}

export function declare(state: CallState, event: CallEventOf<'interest-declared'>): Result<CallState> {
  const assigned = assignment(state, event);
  if (!assigned.ok) return assigned;
  const { type: _type, ...declared } = event.change;
  return succeed({ ...state, declarations: [...state.declarations, { ...declared, on: event.on }] });
}

/** A reviewer's points; a second time they replace the first, until the review is closed. */
export function score(state: CallState, event: CallEventOf<'scored'>): Result<CallState> {
  const { eventId, on, change } = event;
  const { reviewer, application, comment } = change;
  const assigned = assignment(state, event);
  if (!assigned.ok) return assigned;
  const conflicts = conflictsOf(state, reviewer, application);
  if (conflicts.length > 0) {
    const because = conflicts.map((one) => conflictWords[one]);
    return fail({ kind: 'review-conflict', eventId, reviewer, application, because });
  }
  if (!declaredNone(state, reviewer, application))
    return fail({ kind: 'review-undeclared', eventId, reviewer, application });
  const points = new Map(change.points.map((one) => [one.criterion, one.points]));
  const wrong = change.points.find(({ criterion, points: given }) => {
    const rule = state.terms.criteria.find(({ id }) => id === criterion);
    return rule === undefined || given > rule.mostPoints;
  });
  const missing = state.terms.criteria.filter(({ id }) => !points.has(id));
  if (wrong !== undefined || missing.length > 0 || points.size !== change.points.length) {
    const asked = state.terms.criteria.map(({ id, mostPoints }) => `${id} 0–${mostPoints}`);
    return fail({ kind: 'review-points', eventId, application, asked });
  }
  const others = state.reviews.filter((one) => one.reviewer !== reviewer || one.application !== application);
  return succeed({ ...state, reviews: [...others, { reviewer, application, points, comment, on }] });
}

export function closeReview(state: CallState, event: CallEventOf<'review-closed'>): Result<CallState> {
  const needs = state.terms.reviewsLeast;
  for (const { application } of running(state)) {
    const has = validReviews(state, application).length;
    if (has < needs) return fail({ kind: 'review-too-few', eventId: event.eventId, application, has, needs });
  }
  return succeed({ ...state, phase: 'reviewed' });
}

function assignment(
  state: CallState,
  { eventId, change }: CallEventOf<'interest-declared'> | CallEventOf<'scored'>,
): Result<Reviewer> {
  const reviewer = reviewerOf(state, change.reviewer);
  if (reviewer === null)
    return unknownName(eventId, 'reviewer', change.reviewer, state.reviewers.map((one) => one.reviewer)); // prettier-ignore
  return reviewer.applications.includes(change.application)
    ? succeed(reviewer)
    : unknownName(eventId, 'application', change.application, reviewer.applications);
}
