import { fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import { lastDayOf } from '../calendar/day-number.ts';
import { sourceNames } from '../jurisdiction/read-jurisdiction.ts';
import type { UseWindow } from '../jurisdiction/schema.ts';
import { stageUnknown } from './enter.ts';
import type { EventOf } from './fold.ts';
import { favourable, lastVisit, openWindows, type CaseState, type Visit } from './state.ts';

/** The last day that a window may ever have, or null where the rule names none. */
export const windowMostOn = (fromOn: IsoDate, { maxMonths }: UseWindow): IsoDate | null =>
  maxMonths === null ? null : lastDayOf(fromOn, maxMonths);

/** A limited time of use begins, as gazetted. */
export function openWindow(state: CaseState, event: EventOf<'window-opened'>): Result<CaseState> {
  const { eventId } = event;
  const { stage, fromOn, toOn } = event.change;
  const rule = state.rules.stages.get(stage);
  if (rule === undefined) return stageUnknown(state, eventId, stage);
  const visit = lastVisit(state, stage);
  const since = visit === null ? null : grantedOn(visit, rule.kind);
  if (
    rule.useWindow === undefined ||
    since === null ||
    openWindows(state).some((one) => one.stage === stage)
  ) {
    const needs = rule.useWindow === undefined ? 'useWindow' : `${stage}: ${favourable.join(' / ')}`;
    return fail({ kind: 'case-window-refused', eventId, stage, needs });
  }
  if (fromOn < since)
    return fail({ kind: 'case-date-before', eventId, on: fromOn, before: stage, beforeOn: since });
  const endsOn = toOn ?? lastDayOf(fromOn, rule.useWindow.initialMonths);
  if (endsOn < fromOn)
    return fail({ kind: 'case-date-before', eventId, on: endsOn, before: stage, beforeOn: fromOn });
  const late = tooLong(eventId, stage, { fromOn, toOn: endsOn }, rule.useWindow);
  if (late !== null) return late;
  const window = { stage, fromOn, toOn: endsOn, extensions: 0, closedOn: null };
  return succeed({ ...state, windows: [...state.windows, window] });
}

/** A use period follows an approval; a trial year is itself the stage and runs from its beginning. */
function grantedOn({ decision, enteredOn }: Visit, kind: string): IsoDate | null {
  if (decision !== null) return favourable.includes(decision.outcome) ? decision.on : null;
  return kind === 'evidence-window' ? enteredOn : null;
}

export function extendWindow(state: CaseState, event: EventOf<'window-extended'>): Result<CaseState> {
  const { eventId, on } = event;
  const { stage, toOn } = event.change;
  const rule = state.rules.stages.get(stage)?.useWindow;
  const window = openWindows(state).find((one) => one.stage === stage);
  if (rule === undefined || window === undefined || window.toOn < on)
    return fail({ kind: 'case-window-not-open', eventId, stage });
  if (rule.extensions !== null && window.extensions >= rule.extensions) {
    const source = sourceNames(rule.source);
    return fail({
      kind: 'case-window-extension-refused',
      eventId,
      stage,
      extensions: rule.extensions,
      source,
    });
  }
  if (toOn <= window.toOn)
    return fail({ kind: 'case-date-before', eventId, on: toOn, before: stage, beforeOn: window.toOn });
  const late = tooLong(eventId, stage, { fromOn: window.fromOn, toOn }, rule);
  if (late !== null) return late;
  const longer = { ...window, toOn, extensions: window.extensions + 1 };
  return succeed({ ...state, windows: state.windows.map((one) => (one === window ? longer : one)) });
}

function tooLong(
  eventId: string,
  stage: string,
  { fromOn, toOn }: { readonly fromOn: IsoDate; readonly toOn: IsoDate },
  rule: UseWindow,
): Result<never> | null {
  const mostOn = windowMostOn(fromOn, rule);
  if (mostOn === null || toOn <= mostOn) return null;
  const [months, source] = [rule.maxMonths ?? 0, sourceNames(rule.source)];
  return fail({ kind: 'case-window-too-long', eventId, stage, toOn, mostOn, months, source });
}
