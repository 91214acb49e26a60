import { fail, succeed, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import type { CallState } from '../call/state.ts';
import { readIndicator } from '../indicators/indicator.ts';
import type { Observation } from '../indicators/observation.ts';
import { creditInterest, payGrant, payOwnCash } from '../money/fund.ts';
import { giveBack, recover, settleYear } from '../money/settle.ts';
import { disallow, giveInKind, reverse, spend } from '../money/spend.ts';
import { askTransfer, carryOver, decideTransfer } from '../money/transfer.ts';
import { foldOf, notBefore } from '../record/history.ts';
import { actWords } from '../words/acts.ts';
import { agreementFits, startProject } from './agree.ts';
import type { ProjectChange, ProjectEvent } from './event.ts';
import { lockedProject } from './keys.ts';
import { declareIndicator, meet, miss, move } from './milestone.ts';
import { yearsOf, type ProjectState } from './state.ts';

/** How a project stands after all its events, or the first event that the rules refuse, with the rule. */
export const foldProject = (events: readonly ProjectEvent[]): Result<ProjectState> =>
  foldOf(events, startProject, applyToProject);

/** Changes that may be annulled: those that moved no money. The others are booked back by their opposites. */
export const annullable: ReadonlySet<ProjectChange['type']> = new Set<ProjectChange['type']>([
  'milestone-met',
  'milestone-failed',
  'milestone-moved',
  'indicator-declared',
  'stopped',
]);

export type ProjectContext = {
  /** The call that selected the project. */
  readonly call: CallState;
  /** Everything counted so far, as milestones are judged by it. */
  readonly observations: readonly Observation[];
};

/** What a command adds to the history of a project: the event itself, if all rules allow it there. */
export function decideProject(
  history: readonly ProjectEvent[],
  command: ProjectEvent,
  { call, observations }: ProjectContext,
): Result<readonly ProjectEvent[]> {
  const { eventId, change } = command;
  if (change.type === 'agreed') {
    const wrong = agreementFits(call, { ...command, change });
    if (wrong !== null) return wrong;
  }
  if (change.type === 'annulled') {
    const target = history.find((one) => one.eventId === change.eventId);
    if (target !== undefined && !annullable.has(target.change.type))
      return fail({ kind: 'money-not-annulled', eventId, annuls: change.eventId });
    const before = foldProject(history);
    const locked = before.ok ? lockedProject(before.value, command) : before;
    if (locked !== null) return locked;
  }
  const after = foldProject([...history, command]);
  if (!after.ok) return after;
  const misread = misreads(after.value, command, observations);
  return misread ?? succeed([command]);
}

/** A reading that an event carries must be the one that the observations give. */
function misreads(
  state: ProjectState,
  { eventId, change }: ProjectEvent,
  observations: readonly Observation[],
): Result<never> | null {
  if (change.type !== 'milestone-met' || change.reading === null) return null;
  const { reading } = change;
  const indicator = state.agreement.indicators.find(({ id }) => id === reading.indicator);
  const milestone = state.milestones.find((one) => one.milestone.id === change.milestone)?.milestone;
  if (indicator === undefined || milestone === undefined) return null;
  const found = readIndicator(indicator, observations, state.declared, reading.asOf);
  if (found.value === reading.value && found.state === reading.state) return null;
  return fail({
    kind: 'milestone-unmeasured',
    eventId,
    milestone: milestone.name,
    indicator: indicator.name,
    found: found.value ?? '—',
    target: milestone.measure?.atLeast ?? reading.value ?? '—',
  });
}

export function applyToProject(state: ProjectState, event: ProjectEvent): Result<ProjectState> {
  const { eventId, change } = event;
  if (change.type === 'agreed') return fail({ kind: 'programme-opened-twice', eventId });
  if (change.type === 'annulled')
    return fail({ kind: 'programme-annul-unknown', eventId, annuls: change.eventId });
  const early = notBefore(event, 'agreement', state.agreedOn);
  if (early !== null) return early;
  const over = ended(state, event);
  if (over !== null) return over;
  return lockedProject(state, event) ?? changed(state, event);
}

/** After a stop only what winds the project up may still come; after completion nothing. */
const windingUp: ReadonlySet<ProjectChange['type']> = new Set<ProjectChange['type']>([
  'spending-reversed',
  'spending-disallowed',
  'recovered',
  'interest-credited',
  'transfer-decided',
  'returned',
  'year-settled',
  'milestone-failed',
  'indicator-declared',
  'completed',
]);

function ended(
  { stoppedOn, completedOn }: ProjectState,
  { eventId, change }: ProjectEvent,
): Result<never> | null {
  const on = completedOn ?? (windingUp.has(change.type) ? null : stoppedOn);
  return on === null
    ? null
    : fail({ kind: 'project-ended', eventId, endedOn: on, act: actWords[change.type] });
}

function changed(state: ProjectState, event: ProjectEvent): Result<ProjectState> {
  const { change } = event;
  switch (change.type) {
    case 'grant-paid':
      return payGrant(state, { ...event, change });
    case 'own-cash-paid':
      return payOwnCash(state, { ...event, change });
    case 'own-kind-given':
      return giveInKind(state, { ...event, change });
    case 'spent':
      return spend(state, { ...event, change });
    case 'spending-reversed':
      return reverse(state, { ...event, change });
    case 'spending-disallowed':
      return disallow(state, { ...event, change });
    case 'recovered':
      return recover(state, { ...event, change });
    case 'interest-credited':
      return creditInterest(state, { ...event, change });
    case 'transfer-asked':
      return askTransfer(state, { ...event, change });
    case 'transfer-decided':
      return decideTransfer(state, { ...event, change });
    case 'carried-over':
      return carryOver(state, { ...event, change });
    case 'returned':
      return giveBack(state, { ...event, change });
    case 'year-settled':
      return settleYear(state, { ...event, change });
    case 'milestone-met':
      return meet(state, { ...event, change });
    case 'milestone-failed':
      return miss(state, { ...event, change });
    case 'milestone-moved':
      return move(state, { ...event, change });
    case 'indicator-declared':
      return declareIndicator(state, { ...event, change });
    case 'stopped':
      return succeed({ ...state, stoppedOn: event.on });
    case 'completed':
      return complete(state, event);
    case 'agreed':
      return fail({ kind: 'programme-opened-twice', eventId: event.eventId });
    case 'annulled':
      return fail({ kind: 'programme-annul-unknown', eventId: event.eventId, annuls: change.eventId });
    default:
      return unreachable(change);
  }
}

/** Every year of the agreement is settled; after a stop also those that never came. */
function complete(state: ProjectState, event: ProjectEvent): Result<ProjectState> {
  const years = yearsOf(state).filter((year) => !state.settled.some((one) => one.year === year));
  if (years.length > 0) return fail({ kind: 'project-not-settled', eventId: event.eventId, years });
  return succeed({ ...state, completedOn: event.on });
}
