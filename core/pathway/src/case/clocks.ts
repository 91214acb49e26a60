import type { IsoDate } from '@daero/domain/time';
import { dayNumber, dayOf, daysBetween } from '../calendar/day-number.ts';
import {
  countDays,
  dayAfter,
  isCounted,
  type CountedType,
  type WorkingCalendar,
} from '../calendar/working-calendar.ts';
import type { Clock, DayType, Duration, Grounds } from '../jurisdiction/schema.ts';
import { clockEvents } from '../words/clock-events.ts';
import { windowMostOn } from './window.ts';
import { endedOn, type CaseState, type Visit } from './state.ts';

/** How the days of stages are to be counted where the rules do not say, by stage. */
export type CountedAs = ReadonlyMap<string, CountedType>;

/** The clock of a limit: it stops while the applicant is waited for, if the rules say so. */
export type StatutoryClock = {
  readonly stage: string;
  readonly attempt: number;
  readonly since: IsoDate;
  readonly until: IsoDate | null;
  readonly dayType: DayType;
  /** What the days are counted as; null where nobody has said so: then nothing is counted. */
  readonly countedAs: CountedType | null;
  readonly countedDays: number | null;
  /** The limit with its extensions; null where no limit was found. */
  readonly limitDays: number | null;
  readonly leftDays: number | null;
  readonly overDays: number | null;
  readonly stoppedSince: IsoDate | null;
  /** The last day of the limit if the clock does not stop again; null while it stands still, or where nothing is counted. */
  readonly limitOn: IsoDate | null;
  readonly grounds: Grounds;
};

export type ElapsedClock = {
  readonly since: IsoDate;
  readonly until: IsoDate | null;
  readonly calendarDays: number;
};

export type WindowClock = {
  readonly stage: string;
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate;
  /** The last day that the rule would ever allow; null where it names none. */
  readonly mostOn: IsoDate | null;
  readonly standing: 'not-begun' | 'open' | 'expired' | 'closed';
  readonly leftDays: number;
  readonly overDays: number;
};

/** A deadline of its own that a stage under way carries; the file gives no type of days for it. */
export type Duty = { readonly stage: string; readonly clock: Clock };

export type Clocks = {
  readonly statutory: readonly StatutoryClock[];
  readonly elapsed: ElapsedClock;
  readonly windows: readonly WindowClock[];
  readonly duties: readonly Duty[];
};

/** The three clocks of a case on a day. */
export function clocksAt(
  state: CaseState,
  on: IsoDate,
  calendar: WorkingCalendar | null,
  countedAs: CountedAs = new Map(),
): Clocks {
  const there = state.visits.filter(({ enteredOn }) => enteredOn <= on);
  const ended = endedOn(state);
  const until = ended !== null && ended <= on ? ended : null;
  return {
    statutory: there.map((visit) => statutoryClock(state, visit, on, { calendar, countedAs })),
    elapsed: {
      since: state.openedOn,
      until,
      calendarDays: Math.max(0, daysBetween(state.openedOn, until ?? on)),
    },
    windows: state.windows.map((window) => {
      const rule = state.rules.stages.get(window.stage)?.useWindow;
      const closed = window.closedOn !== null && window.closedOn <= on;
      return {
        stage: window.stage,
        fromOn: window.fromOn,
        toOn: window.toOn,
        mostOn: rule === undefined ? null : windowMostOn(window.fromOn, rule),
        standing: closed
          ? 'closed'
          : on < window.fromOn
            ? 'not-begun'
            : on > window.toOn
              ? 'expired'
              : 'open',
        leftDays: closed ? 0 : Math.max(0, daysBetween(on < window.fromOn ? window.fromOn : on, window.toOn)),
        overDays: closed ? 0 : Math.max(0, daysBetween(window.toOn, on)),
      };
    }),
    duties: there
      .filter(({ decision }) => decision === null)
      .flatMap(({ stage }) =>
        (state.rules.stages.get(stage)?.clocks ?? [])
          .filter((clock) => clockEvents[clock.event]?.trigger === 'duty')
          .map((clock) => ({ stage, clock })),
      ),
  };
}

/** The limit that a law or an authority sets itself for a stage; what is merely usual is no limit. */
export const limitOf = (durations: readonly Duration[]): Duration | null =>
  durations.find(({ kind }) => kind === 'statutory' || kind === 'target') ?? null;

function statutoryClock(
  state: CaseState,
  visit: Visit,
  on: IsoDate,
  how: { readonly calendar: WorkingCalendar | null; readonly countedAs: CountedAs },
): StatutoryClock {
  const durations = state.rules.stages.get(visit.stage)?.durations ?? [];
  const limit = limitOf(durations);
  const stated = (limit ?? durations[0])?.dayType ?? 'unknown';
  const countedAs = isCounted(stated) ? stated : (how.countedAs.get(visit.stage) ?? null);
  const decidedOn = visit.decision?.on ?? null;
  const until = decidedOn !== null && decidedOn <= on ? decidedOn : null;
  const countedDays = countedAs === null ? null : runningDays(visit, until ?? on, countedAs, how.calendar);
  const most = limit === null ? null : (limit.maxDays ?? limit.typicalDays ?? limit.minDays);
  const limitDays = most === null ? null : most + visit.extendedDays;
  const left = countedDays === null || limitDays === null ? null : limitDays - countedDays;
  const stopping = visit.pauses.find(
    ({ stops, fromOn, toOn }) => stops && fromOn <= on && (toOn === null || toOn > on),
  );
  return {
    stage: visit.stage,
    attempt: visit.attempt,
    since: visit.enteredOn,
    until,
    dayType: stated,
    countedAs,
    countedDays,
    limitDays,
    leftDays: left === null ? null : Math.max(0, left),
    overDays: left === null ? null : Math.max(0, -left),
    stoppedSince: until === null ? (stopping?.fromOn ?? null) : null,
    limitOn:
      until === null && stopping === undefined
        ? limitDay(visit, on, { countedAs, left }, how.calendar)
        : null,
    grounds:
      limit === null
        ? { source: null, confidence: 'general-knowledge-unverified' }
        : { source: limit.source, confidence: limit.confidence },
  };
}

/** Counted on from today while days are left, and back from today once the limit is past. */
function limitDay(
  visit: Visit,
  on: IsoDate,
  { countedAs, left }: { readonly countedAs: CountedType | null; readonly left: number | null },
  calendar: WorkingCalendar | null,
): IsoDate | null {
  if (countedAs === null || left === null) return null;
  if (left >= 0) {
    const found = dayAfter(on, left, countedAs, calendar, visit.stage);
    return found.ok ? found.value : null;
  }
  const counted = (at: IsoDate): number => runningDays(visit, at, countedAs, calendar) ?? 0;
  const limit = counted(on) + left;
  let [early, late] = [dayNumber(visit.enteredOn) - 1, dayNumber(on)]; // the count never falls: the first day that has it
  while (late - early > 1) {
    const middle = (early + late) >> 1;
    if (counted(dayOf(middle)) >= limit) late = middle;
    else early = middle;
  }
  return dayOf(late);
}

/** Days that counted: those since the beginning less those in which the clock stood still. */
export function runningDays(
  visit: Visit,
  until: IsoDate,
  type: CountedType,
  calendar: WorkingCalendar | null,
): number | null {
  const whole = countDays(visit.enteredOn, until, type, calendar, visit.stage);
  if (!whole.ok) return null;
  let counted = whole.value;
  for (const { stops, fromOn, toOn } of visit.pauses) {
    if (!stops || fromOn >= until) continue;
    const stood = countDays(
      fromOn,
      toOn === null || toOn > until ? until : toOn,
      type,
      calendar,
      visit.stage,
    );
    counted -= stood.ok ? stood.value : 0;
  }
  return counted;
}
