import { fail, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { actWords, type Act } from '../words/acts.ts';
import type { By } from '../record/event.ts';
import type { CallEvent } from './event.ts';
import { leadOf, type Application, type CallState } from './state.ts';

/** Who may do what to a call. */
export const callKeys = {
  office: { ko: '사업 담당자', en: 'an officer of the programme' },
  reviewer: { ko: '위촉된 그 평가위원', en: 'the appointed reviewer in question' },
  applicant: { ko: '주관기관의 참여자', en: 'someone of the member that leads' },
} as const satisfies Readonly<Record<string, Text>>;
export type CallKey = keyof typeof callKeys;

export const keyMissing = (
  {
    eventId,
    by,
    change,
  }: { readonly eventId: string; readonly by: By; readonly change: { readonly type: Act } },
  needs: Text,
): Result<never> =>
  fail({
    kind: 'programme-key-missing',
    eventId,
    act: actWords[change.type],
    needs,
    person: by.personId,
    role: by.role,
  });

/** The fault that the person holds no key to this change, or null. */
export function lockedFor(state: CallState, event: CallEvent): Result<never> | null {
  const { by, change } = event;
  switch (change.type) {
    case 'submitted':
      return leads(leadOf(change.proposal)?.persons ?? [], by) ? null : keyMissing(event, callKeys.applicant);
    case 'withdrawn': {
      const found = state.applications.find(({ application }) => application === change.application);
      return found === undefined || leadsOf(found, by) ? null : keyMissing(event, callKeys.applicant);
    }
    case 'interest-declared':
    case 'scored':
      return by.role === 'reviewer' && by.personId === change.reviewer
        ? null
        : keyMissing(event, callKeys.reviewer);
    default:
      return officerOf(state, by) ? null : keyMissing(event, callKeys.office);
  }
}

const leads = (persons: readonly string[], by: By): boolean =>
  by.role !== 'reviewer' && by.role !== 'programme-office' && persons.includes(by.personId);

/** Is this person of the member that leads the application? */
export const leadsOf = ({ proposal }: Application, by: By): boolean =>
  leads(leadOf(proposal)?.persons ?? [], by);

export const officerOf = ({ terms }: CallState, by: By): boolean =>
  by.role === 'programme-office' && terms.officers.includes(by.personId);
