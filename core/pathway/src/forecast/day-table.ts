import { addMonths, dayNumber, dayOf } from '../calendar/day-number.ts';
import type { CountedType, WorkingCalendar } from '../calendar/working-calendar.ts';

/**
 * Sums of days by looking up, for all draws at once: a forecast makes millions of them. Days are numbers since 1970;
 * `days` are those of each draw, or one number for all.
 */
export type DayTable = {
  readonly add: (from: Int32Array, days: Int32Array | number, type: CountedType) => Int32Array;
  readonly subtract: (from: Int32Array, days: Int32Array | number, type: CountedType) => Int32Array;
  /** The days on which periods of so many months that began on a day are over. */
  readonly addMonths: (from: Int32Array, months: number) => Int32Array;
};

/** Working days are known from `base` to `base + length`; a draw that leaves them is a fault of ours. */
export function dayTable(calendar: WorkingCalendar | null, base: number, length: number): DayTable {
  const working = calendar === null ? null : workingDays(calendar, base, length);
  const known = new Map<number, Int32Array>();
  const shift = (
    from: Int32Array,
    days: Int32Array | number,
    type: CountedType,
    sign: 1 | -1,
  ): Int32Array => {
    if (type === 'calendar') return plus(from, days, sign);
    if (working === null) throw new Error('working days were asked for without a calendar');
    return plusWorking(from, days, sign, working);
  };
  return {
    add: (from, days, type) => shift(from, days, type, 1),
    subtract: (from, days, type) => shift(from, days, type, -1),
    addMonths: (from, months) => {
      const over = known.get(months) ?? new Int32Array(length + 1); // 0 where it was not asked for yet
      known.set(months, over);
      const to = new Int32Array(from.length);
      for (let draw = 0; draw < to.length; draw += 1) {
        const day = from[draw] ?? 0;
        const found = over[day - base] ?? 0;
        const end = found === 0 ? dayNumber(addMonths(dayOf(day), months)) : found;
        if (found === 0) over[day - base] = end;
        to[draw] = end;
      }
      return to;
    },
  };
}

function plus(from: Int32Array, days: Int32Array | number, sign: 1 | -1): Int32Array {
  const to = new Int32Array(from.length);
  for (let draw = 0; draw < to.length; draw += 1) {
    const step = typeof days === 'number' ? days : (days[draw] ?? 0);
    to[draw] = (from[draw] ?? 0) + sign * step;
  }
  return to;
}

type WorkingDays = {
  readonly base: number;
  /** Working days after the base, up to and with the day. */
  readonly upTo: Int32Array;
  /** The day of the k-th of them. */
  readonly nth: Int32Array;
  readonly count: number;
};

function workingDays(calendar: WorkingCalendar, base: number, length: number): WorkingDays {
  const [upTo, nth] = [new Int32Array(length + 1), new Int32Array(length + 1)];
  nth[0] = base;
  let count = 0;
  for (let offset = 1; offset <= length; offset += 1) {
    if (calendar.isWorkingDay(base + offset)) nth[(count += 1)] = base + offset;
    upTo[offset] = count;
  }
  return { base, upTo, nth, count };
}

function plusWorking(
  from: Int32Array,
  days: Int32Array | number,
  sign: 1 | -1,
  { base, upTo, nth, count }: WorkingDays,
): Int32Array {
  const steps = typeof days === 'number' ? new Int32Array(from.length).fill(days) : days;
  const to = new Int32Array(from.length);
  for (let draw = 0; draw < to.length; draw += 1) {
    const day = from[draw] ?? 0;
    const step = steps[draw] ?? 0;
    const offset = day - base;
    const rank = (upTo[offset] ?? 0) + (sign === 1 ? step : -step);
    if (offset < 0 || offset >= upTo.length || rank < 0 || rank > count)
      throw new RangeError(`day ${day} and ${step} leave the table`);
    to[draw] = step === 0 ? day : (nth[rank] ?? 0);
  }
  return to;
}
