import type { Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { callKeys, keyMissing } from '../call/keys.ts';
import type { By } from '../record/event.ts';
import type { Agreement, ProjectEvent } from './event.ts';
import type { ProjectState } from './state.ts';

const projectKeys = {
  office: callKeys.office,
  lead: callKeys.applicant,
  party: { ko: '그 기관의 참여자', en: 'someone of that member' },
  otherOfficer: { ko: '신청하지 않은 사업 담당자', en: 'an officer other than the one who asked' },
} as const;

/** Who may do what: the office pays and decides, a member spends its own, the lead answers for all. */
export function lockedProject(state: ProjectState, event: ProjectEvent): Result<never> | null {
  const { agreement } = state;
  const { by, change } = event;
  switch (change.type) {
    case 'own-cash-paid':
    case 'own-kind-given':
    case 'spent':
      return ofParty(agreement, by, change.party) ? null : keyMissing(event, projectKeys.party);
    case 'spending-reversed': {
      const party = state.spendings.find(({ spending }) => spending === change.spending)?.party;
      return party === undefined || ofParty(agreement, by, party)
        ? null
        : keyMissing(event, projectKeys.party);
    }
    case 'transfer-asked':
      return ofParty(agreement, by, change.from.party) || leads(agreement, by)
        ? null
        : keyMissing(event, projectKeys.party);
    case 'interest-credited':
    case 'returned':
    case 'indicator-declared':
      return leads(agreement, by) ? null : keyMissing(event, projectKeys.lead);
    case 'transfer-decided': {
      const asked = state.transfers.find(({ transfer }) => transfer === change.transfer);
      if (!office(agreement, by)) return keyMissing(event, projectKeys.office);
      return asked?.by === by.personId ? keyMissing(event, projectKeys.otherOfficer) : null;
    }
    case 'agreed':
    case 'grant-paid':
    case 'spending-disallowed':
    case 'recovered':
    case 'carried-over':
    case 'year-settled':
    case 'milestone-met':
    case 'milestone-failed':
    case 'milestone-moved':
    case 'stopped':
    case 'completed':
    case 'annulled':
      return office(agreement, by) ? null : keyMissing(event, projectKeys.office);
    default:
      return unreachable(change);
  }
}

export const office = ({ officers }: Agreement, by: By): boolean =>
  by.role === 'programme-office' && officers.includes(by.personId);

const member = (by: By): boolean => by.role !== 'programme-office' && by.role !== 'reviewer';

const ofParty = ({ consortium }: Agreement, by: By, party: string): boolean =>
  member(by) &&
  (consortium.members.find(({ partyId }) => partyId === party)?.persons.includes(by.personId) ?? false);

const leads = ({ consortium }: Agreement, by: By): boolean =>
  member(by) &&
  (consortium.members.find(({ role }) => role === 'lead')?.persons.includes(by.personId) ?? false);
