import { succeed, type Result } from '@daero/domain/result';
import { channelsOf, type DeviceFault, type ItemChannels } from './channels.ts';
import { latestByHour, type HourlyWindow } from './latest-by-hour.ts';
import { bySubject, type Observations } from './observations.ts';
import type { ScoreTable } from './score-table.ts';
import type { WindowRules } from './window-rules.ts';

/** What the device gives, one place a subject. Where a subject is excluded its score and hour are NaN. */
export type Scores = {
  /** The highest score of the hours. */
  readonly score: Float64Array;
  /** The first hour at which it was reached. */
  readonly hour: Float64Array;
  /** How many items had a value at any of the hours. */
  readonly itemsSeen: Uint16Array;
  readonly items: readonly ItemScores[];
  readonly excluded: readonly { readonly subject: number; readonly reason: 'no-item' }[];
};

export type ItemScores = {
  readonly item: string;
  /** 1 where the item had no value at any hour. */
  readonly neverSeen: Uint8Array;
  /** At how many of the hours it was missing, and so scored 0. */
  readonly hoursMissing: Uint16Array;
  /** Its points at the hour of the highest score. */
  readonly points: Uint16Array;
};

/**
 * Scores stays with a published score table.
 *
 * At every whole hour of the rules the last value not older than the look-back counts (t - look-back <= minute <= t; of
 * equal minutes the last row), is rounded half up as the table says and scored. A missing item scores 0 and is counted.
 * The score of a stay is the highest of its hours; a stay with no item at any hour is excluded and said to be.
 *
 * Takes    table: the device; rules: where its items come from, which hours; observations: columns in any order
 * Gives    one score a subject, with what was missing
 * Fails    device-item-not-mapped, device-item-unknown, device-item-rule: the rules do not fit the table
 * Cost     O(rows + subjects x hours x channels) time, O(rows) space
 * Source   Royal College of Physicians (2017) for NEWS2; the window is the plan's
 * Checked  against a direct reading of these sentences on random stays (score-stays.test.ts)
 */
export function scoreStays(
  table: ScoreTable,
  rules: WindowRules,
  observations: Observations,
): Result<Scores, DeviceFault> {
  const joined = channelsOf(table, rules);
  if (!joined.ok) return joined;
  const items = joined.value;
  const scores = emptyScores(items, observations.subjects);
  const excluded: Scores['excluded'][number][] = [];
  const { rows, starts } = bySubject(observations);
  const window = latestByHour(items, rules, observations);
  const at = new Int16Array(items.length);

  for (let subject = 0; subject < observations.subjects; subject++) {
    window.read(rows, starts[subject] ?? 0, starts[subject + 1] ?? 0);
    if (scoreOne(scores, subject, items, rules, window, at) === 0) {
      excluded.push({ subject, reason: 'no-item' });
      scores.score[subject] = NaN;
      scores.hour[subject] = NaN;
    }
  }
  return succeed({ ...scores, excluded });
}

function emptyScores(items: readonly ItemChannels[], subjects: number): Omit<Scores, 'excluded'> {
  return {
    score: new Float64Array(subjects),
    hour: new Float64Array(subjects),
    itemsSeen: new Uint16Array(subjects),
    items: items.map(({ item }) => ({
      item,
      neverSeen: new Uint8Array(subjects),
      hoursMissing: new Uint16Array(subjects),
      points: new Uint16Array(subjects),
    })),
  };
}

/** Walks the hours of one subject; gives how many items were seen. `at` is scratch: the points of the items at an hour. */
function scoreOne(
  { score, hour, itemsSeen, items }: Omit<Scores, 'excluded'>,
  subject: number,
  joined: readonly ItemChannels[],
  { firstHour, lastHour }: WindowRules,
  window: HourlyWindow,
  at: Int16Array,
): number {
  let highest = -1;
  for (let t = firstHour; t <= lastHour; t++) {
    window.pointsAt(t, at);
    let sum = 0;
    for (let k = 0; k < joined.length; k++) {
      const points = at[k] ?? -1;
      if (points >= 0) sum += points;
      else count(items[k]?.hoursMissing, subject);
    }
    if (sum > highest) {
      highest = sum;
      hour[subject] = t;
      for (let k = 0; k < joined.length; k++) put(items[k]?.points, subject, Math.max(0, at[k] ?? 0));
    }
  }
  score[subject] = highest;

  const hours = lastHour - firstHour + 1;
  for (const item of items) {
    if (item.hoursMissing[subject] === hours) item.neverSeen[subject] = 1;
    else count(itemsSeen, subject);
  }
  return itemsSeen[subject] ?? 0;
}

function count(column: Uint16Array | undefined, at: number): void {
  if (column !== undefined) column[at] = (column[at] ?? 0) + 1;
}

function put(column: Uint16Array | undefined, at: number, value: number): void {
  if (column !== undefined) column[at] = value;
}
