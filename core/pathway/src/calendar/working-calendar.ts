import { fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import type { DayType } from '../jurisdiction/schema.ts';
import { dayNumber, dayOf, daysBetween, weekday } from './day-number.ts';

/** The working days of one country, found year by year as they are asked for. */
export type WorkingCalendar = {
  readonly country: string;
  readonly isWorkingDay: (day: number) => boolean;
};

export function workingCalendar(
  country: string,
  holidaysOf: (year: number) => ReadonlySet<number>,
): WorkingCalendar {
  const years = new Map<number, ReadonlySet<number>>();
  const holidaysIn = (year: number): ReadonlySet<number> => {
    const known = years.get(year) ?? holidaysOf(year);
    years.set(year, known);
    return known;
  };
  const isWorkingDay = (day: number): boolean => {
    const inWeek = weekday(day);
    if (inWeek === 0 || inWeek === 6) return false;
    return !holidaysIn(Number(dayOf(day).slice(0, 4))).has(day);
  };
  return { country, isWorkingDay };
}

/** How days may be counted once somebody has said so. */
export type CountedType = 'working' | 'calendar';
export const isCounted = (type: DayType): type is CountedType => type === 'working' || type === 'calendar';

export type CountFault =
  | { readonly kind: 'day-type-open'; readonly place: string; readonly dayType: DayType }
  | { readonly kind: 'calendar-missing'; readonly place: string };

/**
 * The day that lies so many days after another. The first day is not counted (Civil Act 157).
 * Days of mixed or unknown type give no date: `place` says whose they are.
 */
export function dayAfter(
  from: IsoDate,
  days: number,
  dayType: DayType,
  calendar: WorkingCalendar | null,
  place: string,
): Result<IsoDate, CountFault> {
  if (!isCounted(dayType)) return fail({ kind: 'day-type-open', place, dayType });
  if (dayType === 'calendar') return succeed(dayOf(dayNumber(from) + days));
  if (calendar === null) return fail({ kind: 'calendar-missing', place });
  let day = dayNumber(from);
  for (let left = days; left > 0;) {
    day += 1;
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return succeed(dayOf(day));
}

/** Days counted after `from` up to and with `to`; 0 when `to` is not later. */
export function countDays(
  from: IsoDate,
  to: IsoDate,
  dayType: DayType,
  calendar: WorkingCalendar | null,
  place: string,
): Result<number, CountFault> {
  if (!isCounted(dayType)) return fail({ kind: 'day-type-open', place, dayType });
  if (dayType === 'calendar') return succeed(Math.max(0, daysBetween(from, to)));
  if (calendar === null) return fail({ kind: 'calendar-missing', place });
  let counted = 0;
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1)
    if (calendar.isWorkingDay(day)) counted += 1;
  return succeed(counted);
}
