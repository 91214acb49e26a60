import type { IsoDate } from '@daero/domain/time';
import { unreachable } from '@daero/domain/unreachable';
import { addDays, addMonths } from '@daero/pathway/calendar/day-number';
import type { Condition } from './event.ts';
import { conditionsOf, type AdoptionState, type Decision, type LayerRecord } from './state.ts';

/** How a layer stands on a day. `since` is the day from which it has stood so. */
export type LayerStanding =
  | { readonly is: 'waiting'; readonly since: IsoDate; readonly for: readonly string[] }
  | { readonly is: 'open'; readonly since: IsoDate }
  | { readonly is: 'approved'; readonly since: IsoDate }
  | { readonly is: 'conditional'; readonly since: IsoDate; readonly nextDueOn: IsoDate }
  /** Back with whoever said yes: conditions were due and not met, or, with none, the term of the yes is over. */
  | { readonly is: 'returned'; readonly since: IsoDate; readonly due: readonly Condition[] }
  | { readonly is: 'deferred'; readonly since: IsoDate; readonly untilOn: IsoDate }
  | { readonly is: 'refused'; readonly since: IsoDate };

/** Whether what follows may go on. */
export const passes = ({ is }: LayerStanding): boolean => is === 'approved' || is === 'conditional';

export function standingOn(state: AdoptionState, record: LayerRecord, on: IsoDate): LayerStanding {
  const decision = record.decisions.findLast((one) => one.on <= on) ?? null;
  const decided = decision === null ? null : decidedStanding(record, decision, on);
  if (decided !== null && 'is' in decided) return decided;
  const before = record.layer.after.map((name) => ({ name, standing: standingOf(state, name, on) }));
  const missing = before.filter(({ standing }) => standing === null || !passes(standing));
  if (missing.length > 0)
    return { is: 'waiting', since: state.openedOn, for: missing.map(({ name }) => name) };
  const days = before.flatMap(({ standing }) => (standing === null ? [] : [standing.since]));
  return {
    is: 'open',
    since: latest([state.openedOn, ...days, ...(decided === null ? [] : [decided.free])]),
  };
}

const standingOf = (state: AdoptionState, name: string, on: IsoDate): LayerStanding | null => {
  const record = state.layers.get(name);
  return record === undefined ? null : standingOn(state, record, on);
};

/** What a decision says on a day, or from when the layer is free to decide again. */
function decidedStanding(
  { layer }: LayerRecord,
  decision: Decision,
  on: IsoDate,
): LayerStanding | { readonly free: IsoDate } {
  const { outcome, on: since, reopenedOn } = decision;
  if (reopenedOn !== null && reopenedOn <= on) return { free: reopenedOn };
  switch (outcome.is) {
    case 'refused':
      return { is: 'refused', since };
    case 'deferred':
      return on < outcome.untilOn
        ? { is: 'deferred', since, untilOn: outcome.untilOn }
        : { free: outcome.untilOn };
    case 'approved':
    case 'conditional':
      return grantedStanding(decision, layer.renewAfterMonths, on);
    default:
      return unreachable(outcome);
  }
}

/** A yes returns to whoever gave it on the day after its condition was due, or when its term ends. */
function grantedStanding(decision: Decision, renewAfterMonths: number | null, on: IsoDate): LayerStanding {
  const { on: since, met } = decision;
  const metOn = ({ id }: Condition): IsoDate | null => {
    const day = met.find(({ condition }) => condition === id)?.on;
    return day === undefined || day > on ? null : day;
  };
  const conditions = conditionsOf(decision);
  const late = conditions.filter((condition) => condition.dueOn < (metOn(condition) ?? on));
  const firstDue = earliest(late);
  if (firstDue !== null) return { is: 'returned', since: addDays(firstDue, 1), due: late };
  const ends = renewAfterMonths === null ? null : addMonths(since, renewAfterMonths);
  if (ends !== null && ends <= on) return { is: 'returned', since: ends, due: [] };
  const nextDueOn = earliest(conditions.filter((condition) => metOn(condition) === null));
  return nextDueOn === null ? { is: 'approved', since } : { is: 'conditional', since, nextDueOn };
}

const earliest = (conditions: readonly Condition[]): IsoDate | null =>
  conditions.reduce<IsoDate | null>(
    (first, { dueOn }) => (first === null || dueOn < first ? dueOn : first),
    null,
  );

const latest = (days: readonly [IsoDate, ...IsoDate[]]): IsoDate =>
  days.reduce((last, day) => (day > last ? day : last));
