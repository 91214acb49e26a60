import type { Result } from '@daero/domain/result';
import { succeed } from '@daero/domain/result';
import { applicationOf, type CallState } from '../call/state.ts';
import { unknownName } from '../record/history.ts';
import type { Agreement } from './event.ts';

/** The agreement that an application leads to: what was selected, with the dates and marks that are added to it. */
export function proposedAgreement(
  call: CallState,
  application: string,
  added: Pick<Agreement, 'periods' | 'milestones' | 'indicators' | 'transferRules'>,
): Result<Agreement> {
  const found = applicationOf(call, application);
  if (found === null || !call.selected.includes(application))
    return unknownName('—', 'application', application, call.selected);
  const { title, product, indication, consortium, lines } = found.proposal;
  const { kind, officers, demonstration } = call.terms;
  return succeed({ kind, title, product, indication, consortium, lines, officers, demonstration, ...added });
}
