import type { CallRow, CallView } from '@daero/api/schemas/programme-call';
import type { IsoDate } from '@daero/domain/time';
import { conflictsOf } from '@daero/programme/call/conflict';
import { leadsOf, officerOf } from '@daero/programme/call/keys';
import { kindRules } from '@daero/programme/call/kinds';
import { running, type CallState } from '@daero/programme/call/state';
import { sumWon } from '@daero/programme/money/won';
import type { By } from '@daero/programme/record/event';
import { phaseWords } from '@daero/programme/words/call';
import { namedBy } from './naming.ts';
import type { AgreedProject, OpenedCall } from './records.ts';
import { waitsWords } from './words.ts';

/** How the caller stands to the call. */
export function standingOf(state: CallState, by: By): CallView['standing'] {
  if (officerOf(state, by)) return 'office';
  if (by.role === 'reviewer' && state.reviewers.some(({ reviewer }) => reviewer === by.personId))
    return 'reviewer';
  return state.applications.some((one) => leadsOf(one, by)) ? 'applicant' : 'reader';
}

export const kindNamed = (kind: CallState['terms']['kind']) => ({ id: kind, name: kindRules[kind].name });

/** One line of the list of calls. */
export function callRow(
  { state }: OpenedCall,
  by: By,
  projects: readonly AgreedProject[],
  asOf: IsoDate,
): CallRow {
  const { terms } = state;
  const standing = standingOf(state, by);
  return {
    id: state.callId,
    title: terms.title,
    kind: kindNamed(terms.kind),
    phase: namedBy(state.phase, phaseWords),
    demonstration: terms.demonstration,
    opensOn: terms.opensOn,
    closesOn: terms.closesOn,
    budget: sumWon(terms.budget.map(({ amount }) => amount)),
    standing,
    applications: standing === 'office' ? running(state).length : null,
    selected: state.phase === 'selected' ? state.selected.length : null,
    waits: waitsFor(state, by, projects, asOf),
  };
}

function waitsFor(
  state: CallState,
  by: By,
  projects: readonly AgreedProject[],
  asOf: IsoDate,
): CallRow['waits'] {
  const standing = standingOf(state, by);
  if (standing === 'reviewer' && state.phase === 'reviewing') {
    const assigned = state.reviewers.find(({ reviewer }) => reviewer === by.personId)?.applications ?? [];
    const open = assigned.filter(
      (application) =>
        conflictsOf(state, by.personId, application).length === 0 &&
        !state.reviews.some((one) => one.reviewer === by.personId && one.application === application),
    );
    return open.length > 0 ? namedBy('declare-or-score', waitsWords) : null;
  }
  if (standing !== 'office') return null;
  switch (state.phase) {
    case 'open':
      return asOf >= state.terms.closesOn ? namedBy('close-call', waitsWords) : null;
    case 'reviewing':
      return namedBy('review', waitsWords);
    case 'reviewed':
      return namedBy('select', waitsWords);
    case 'selected': {
      const agreed = projects.map((one) => one.state.application);
      return state.selected.some((name) => !agreed.includes(name)) ? namedBy('agree', waitsWords) : null;
    }
    case 'cancelled':
      return null;
  }
}
