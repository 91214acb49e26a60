import { fail, succeed, type Result } from '@daero/domain/result';
import type { EventOf } from './fold.ts';
import type { CaseState } from './state.ts';

/** The stages whose approval makes a device authorised; France's file begins after the CE mark. */
const authorising: Readonly<Record<string, readonly string[]>> = {
  KR: ['kr.authorise'],
  US: ['us.510k', 'us.denovo'],
  DE: ['de.mdr'],
  FR: [],
  UK: ['uk.mhra'],
  JP: ['jp.step1'],
};

/**
 * One of the five states is reached. None stands for another: authorised is not gazetted, gazetted is not coded,
 * coded is not bought, bought is not used. What cannot be before authorisation is buying and using.
 */
export function reach(state: CaseState, { eventId, on, change }: EventOf<'reached'>): Result<CaseState> {
  const { state: standing, reference } = change;
  const already = state.reached[standing];
  if (already !== null)
    return fail({ kind: 'case-state-twice', eventId, state: standing, since: already.on });
  const before = standing === 'authorised' ? approvalBehind(state) : authorisationBehind(state, standing);
  if (before.missing !== null)
    return fail({ kind: 'case-state-before', eventId, state: standing, needs: before.missing });
  if (before.on !== null && on < before.on)
    return fail({ kind: 'case-date-before', eventId, on, before: before.what, beforeOn: before.on });
  return succeed({ ...state, reached: { ...state.reached, [standing]: { on, reference, eventId } } });
}

type Before = { readonly missing: string | null; readonly what: string; readonly on: string | null };

function approvalBehind(state: CaseState): Before {
  const stages = authorising[state.rules.code] ?? [];
  const visit = state.visits.findLast(
    ({ stage, decision }) => stages.includes(stage) && decision?.outcome === 'approve',
  );
  const missing = visit === undefined && stages.length > 0 ? stages.join(' / ') : null;
  return { missing, what: visit?.stage ?? '', on: visit?.decision?.on ?? null };
}

function authorisationBehind(state: CaseState, standing: string): Before {
  if (standing !== 'bought' && standing !== 'used') return { missing: null, what: '', on: null };
  const { authorised } = state.reached;
  return {
    missing: authorised === null ? 'authorised' : null,
    what: 'authorised',
    on: authorised?.on ?? null,
  };
}
