import type { IsoDate } from '@daero/domain/time';
import { dayOf } from '../calendar/day-number.ts';

export const intervalLevels = [0.5, 0.8, 0.95] as const;

/** A day that is not known: its middle, its mean and central intervals. */
export type Dates = {
  readonly median: IsoDate;
  readonly mean: IsoDate;
  readonly intervals: readonly {
    readonly level: (typeof intervalLevels)[number];
    readonly fromOn: IsoDate;
    readonly toOn: IsoDate;
  }[];
};

/** Draws of a day, as counts of whole days: a level of them lies at or before `at(level)`. */
export function levelsOf(draws: Int32Array): (level: number) => number {
  let [first, last] = [Infinity, -Infinity];
  for (let draw = 0; draw < draws.length; draw += 1) {
    const day = draws[draw] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const counts = new Uint32Array(last - first + 1);
  for (let draw = 0; draw < draws.length; draw += 1) {
    const at = (draws[draw] ?? 0) - first;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return (level) => {
    const wanted = Math.max(1, Math.ceil(level * draws.length));
    let seen = 0;
    for (const [offset, count] of counts.entries()) {
      seen += count;
      if (seen >= wanted) return first + offset;
    }
    return last;
  };
}

export function datesOf(draws: Int32Array): Dates {
  const at = levelsOf(draws);
  let sum = 0;
  for (let draw = 0; draw < draws.length; draw += 1) sum += draws[draw] ?? 0;
  return {
    median: dayOf(at(0.5)),
    mean: dayOf(Math.round(sum / draws.length)),
    intervals: intervalLevels.map((level) => ({
      level,
      fromOn: dayOf(at((1 - level) / 2)),
      toOn: dayOf(at((1 + level) / 2)),
    })),
  };
}

/** Days saved or lost: differences of draws. */
export type DaysSaved = {
  readonly median: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly level: 0.8;
};

export function daysSaved(before: Int32Array, after: Int32Array): DaysSaved {
  const saved = Int32Array.from(before, (day, draw) => day - (after[draw] ?? 0));
  const at = levelsOf(saved);
  const mean = saved.reduce((sum, days) => sum + days, 0) / saved.length;
  return { median: at(0.5), mean, low: at(0.1), high: at(0.9), level: 0.8 };
}
