import { isoDate, type IsoDate } from '@daero/domain/time';

const dayMillis = 86_400_000;

/** Days since 1970-01-01: sums of days are sums of numbers. */
export const dayNumber = (on: IsoDate): number => Date.parse(on) / dayMillis;
export const dayOf = (number: number): IsoDate =>
  isoDate(new Date(number * dayMillis).toISOString().slice(0, 10));

export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);
export const addDays = (on: IsoDate, days: number): IsoDate => dayOf(dayNumber(on) + days);

/** 0 is Sunday. */
export const weekday = (number: number): number => (((number + 4) % 7) + 7) % 7;

/** The same day of a later month, or the last day of a month that is too short for it (Civil Act 160, paragraph 3). */
export function addMonths(on: IsoDate, months: number): IsoDate {
  const [year, month, day] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return isoDate(
    new Date(
      Date.UTC(
        lastOfMonth.getUTCFullYear(),
        lastOfMonth.getUTCMonth(),
        Math.min(day, lastOfMonth.getUTCDate()),
      ),
    )
      .toISOString()
      .slice(0, 10),
  );
}

/** The last day of a period of so many months that begins on a day: it ends the day before the same day returns. */
export const lastDayOf = (from: IsoDate, months: number): IsoDate => addDays(addMonths(from, months), -1);
