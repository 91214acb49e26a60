import { textField, jsonField } from '@daero/domain/canonical';
import type { EventDraft } from '@daero/domain/event';
import { isoDate, type IsoDate } from '@daero/domain/time';
import { addDays, dayNumber, weekday } from '@daero/pathway/calendar/day-number';

/** What is read of an event of care: the log's own form, and the draft of a generated one. */
export type UseEvent = Pick<
  EventDraft,
  | 'type'
  | 'occurredAt'
  | 'correlationId'
  | 'subject'
  | 'subjectRef'
  | 'actor'
  | 'payload'
  | 'arm'
  | 'site'
  | 'device'
>;

/** Whose use, and how days are told apart there. */
export type UseScope = {
  readonly site: string;
  readonly deviceId: string;
  readonly version: string | null; // null: all versions
  /** Minutes east of Greenwich: a week begins on Monday at the hospital. */
  readonly offsetMinutes: number;
};

/** One opportunity: whether the device ran, was seen, and what came of it. */
export type Opportunity = {
  readonly id: string;
  readonly subject: string;
  readonly on: IsoDate;
  readonly eligible: boolean;
  readonly ran: boolean;
  readonly failed: boolean;
  readonly seen: boolean;
  /** Null where nobody recorded a response. */
  readonly response: 'accepted' | 'modified' | 'overridden' | 'ignored' | 'not-seen' | null;
  readonly reader: string | null;
};

export type UseCounts = {
  readonly eligible: number;
  readonly ran: number;
  readonly seen: number;
  /** A response that followed or changed the result. */
  readonly used: number;
  readonly overridden: number;
  readonly ignored: number;
  readonly failed: number;
};
/** A week that is not over yet is shown, and not judged. */
export type UseWeek = UseCounts & { readonly weekOf: IsoDate; readonly over: boolean };
export type UseReader = UseCounts & { readonly reader: string };

const responses = ['accepted', 'modified', 'overridden', 'ignored', 'not-seen'] as const;

/**
 * Events gathered by opportunity: all events of one share its correlation id. An opportunity belongs to the day of its first event, and
 * counts as seen only where the result was on a screen (a silent arm computes and shows nobody), whatever was recorded afterwards.
 */
export function opportunitiesOf(events: readonly UseEvent[], scope: UseScope): readonly Opportunity[] {
  const byId = new Map<string, Opportunity>();
  const first = new Map<string, string>();
  for (const event of events) {
    const { correlationId, subject } = event;
    if (correlationId === null || subject === null || !inScope(event, scope)) continue;
    const known = byId.get(correlationId);
    const at = first.get(correlationId);
    const earlier = at === undefined || event.occurredAt < at;
    if (earlier) first.set(correlationId, event.occurredAt);
    const on = earlier || known === undefined ? dayAt(event.occurredAt, scope.offsetMinutes) : known.on;
    const next = taken(known ?? { ...blank, id: correlationId, subject, on }, event);
    byId.set(correlationId, { ...next, on });
  }
  return [...byId.values()].filter(({ eligible }) => eligible);
}

const blank = {
  ...{ eligible: false, ran: false, failed: false, seen: false },
  ...{ response: null, reader: null },
};

const inScope = ({ site, device }: UseEvent, scope: UseScope): boolean =>
  site === scope.site &&
  device?.deviceId === scope.deviceId &&
  (scope.version === null || device.version === scope.version);

/** What one more event tells about an opportunity; events may come in any order. */
function taken(known: Opportunity, { type, payload, arm, actor }: UseEvent): Opportunity {
  switch (type) {
    case 'opportunity.eligible':
      return { ...known, eligible: true };
    case 'inference.completed':
      return { ...known, eligible: true, ran: true };
    case 'inference.failed':
      return { ...known, eligible: true, failed: true };
    case 'result.shown': {
      if (arm === 'silent' || arm === 'off') return known;
      const reader = known.reader ?? textField(payload, 'shownTo');
      return { ...known, eligible: true, ran: true, seen: true, reader };
    }
    case 'decision.recorded': {
      const said = jsonField(payload, 'response');
      const response = responses.find((one) => one === said) ?? null;
      return { ...known, response, reader: actor.role === 'device' ? known.reader : actor.personId };
    }
    default:
      return known;
  }
}

export const dayAt = (at: string, offsetMinutes: number): IsoDate =>
  isoDate(new Date(Date.parse(at) + offsetMinutes * 60_000).toISOString().slice(0, 10));

/** The Monday of a day's week. */
export const weekOf = (on: IsoDate): IsoDate => addDays(on, -((weekday(dayNumber(on)) + 6) % 7));

export function countsOf(opportunities: readonly Opportunity[]): UseCounts {
  const count = (which: (one: Opportunity) => boolean): number => opportunities.filter(which).length;
  return {
    eligible: opportunities.length,
    ran: count(({ ran }) => ran),
    seen: count(({ seen }) => seen),
    used: count((one) => one.seen && (one.response === 'accepted' || one.response === 'modified')),
    overridden: count((one) => one.seen && one.response === 'overridden'),
    ignored: count((one) => one.seen && one.response === 'ignored'),
    failed: count((one) => one.failed && !one.ran),
  };
}

/** Every week from the first opportunity to the given day, also those in which nothing happened. */
export function weeksOf(opportunities: readonly Opportunity[], until: IsoDate): readonly UseWeek[] {
  const groups = groupedBy(
    opportunities.filter(({ on }) => on <= until),
    ({ on }) => weekOf(on),
  );
  const start = [...groups.keys()].sort()[0];
  if (start === undefined) return [];
  const weeks: UseWeek[] = [];
  for (let week = isoDate(start); week <= until; week = addDays(week, 7))
    weeks.push({ weekOf: week, over: addDays(week, 6) <= until, ...countsOf(groups.get(week) ?? []) });
  return weeks;
}

/** By who read, over the whole span; whoever read nothing is not there. Stays inside the hospital: see `disclosed`. */
export const readersOf = (opportunities: readonly Opportunity[]): readonly UseReader[] =>
  [...groupedBy(opportunities, ({ reader }) => reader ?? '')]
    .filter(([reader]) => reader !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reader, own]) => ({ reader, ...countsOf(own) }));

export function groupedBy<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
