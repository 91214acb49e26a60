import type { By } from '../record/event.ts';
import { office } from './keys.ts';
import type { ProjectState } from './state.ts';

/**
 * Who may look at a project: an officer of its agreement, and whoever takes part in one of its members. Nobody else,
 * not even a reviewer of its call.
 */
export const mayFollow = ({ agreement }: Pick<ProjectState, 'agreement'>, by: By): boolean =>
  office(agreement, by) ||
  (by.role !== 'programme-office' &&
    by.role !== 'reviewer' &&
    agreement.consortium.members.some(({ persons }) => persons.includes(by.personId)));

/** The members that a person acts for. */
export const membersOf = ({ agreement }: Pick<ProjectState, 'agreement'>, by: By): readonly string[] =>
  by.role === 'programme-office' || by.role === 'reviewer'
    ? []
    : agreement.consortium.members.flatMap(({ partyId, persons }) =>
        persons.includes(by.personId) ? [partyId] : [],
      );
