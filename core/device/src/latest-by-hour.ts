import type { Channel, ItemChannels } from './channels.ts';
import type { Observations } from './observations.ts';
import type { WindowRules } from './window-rules.ts';

/** The observations of one subject at a time, as they stand at whole hours. Hours must be asked in rising order. */
export type HourlyWindow = {
  /** Takes the rows `rows[from .. to - 1]` of the next subject. */
  readonly read: (rows: Int32Array, from: number, to: number) => void;
  /** Writes the points of each item at hour t, -1 where it is missing. */
  readonly pointsAt: (t: number, into: Int16Array) => void;
};

/**
 * Each row lands once, in the first hour that can see it, where it meets the rows of the same channel and hour: the later
 * minute stays, of equal minutes the later place. An hour then needs only the hour before it, so nothing is sorted.
 */
export function latestByHour(
  items: readonly ItemChannels[],
  { firstHour, lastHour, lookBackMinutes }: WindowRules,
  { minute, parameter, value, place }: Observations,
): HourlyWindow {
  const channels = items.flatMap((item) => item.channels);
  const fed = feeds(channels);
  const hours = lastHour - firstHour + 1;
  const slotMinute = new Float64Array(channels.length * hours);
  const slotPlace = new Float64Array(channels.length * hours);
  const slotPoints = new Int16Array(channels.length * hours);
  const lastMinute = new Float64Array(channels.length);
  const lastPoints = new Int16Array(channels.length);

  const land = (row: number, channel: number, points: number, slot: number): void => {
    const at = channel * hours + slot;
    const [when, where] = [minute[row] ?? NaN, place[row] ?? NaN];
    const held = slotMinute[at] ?? -Infinity;
    if (when < held || (when === held && where < (slotPlace[at] ?? -Infinity))) return;
    slotMinute[at] = when;
    slotPlace[at] = where;
    slotPoints[at] = points;
  };

  return {
    read: (rows, from, to) => {
      slotMinute.fill(-Infinity);
      lastMinute.fill(-Infinity);
      for (let k = from; k < to; k++) {
        const row = rows[k] ?? 0;
        const into = fed.get(parameter[row] ?? '');
        if (into === undefined) continue;
        const when = minute[row] ?? NaN;
        const t = Math.max(firstHour, Math.ceil(when / 60));
        if (!(t <= lastHour && when >= t * 60 - lookBackMinutes)) continue;
        for (const channel of into) {
          const points = channels[channel]?.points(value[row] ?? NaN) ?? null;
          if (points !== null) land(row, channel, points, t - firstHour);
        }
      }
    },
    pointsAt: (t, into) => {
      for (let channel = 0; channel < channels.length; channel++) {
        const at = channel * hours + (t - firstHour);
        const landed = slotMinute[at] ?? -Infinity;
        if (landed === -Infinity) continue;
        lastMinute[channel] = landed;
        lastPoints[channel] = slotPoints[at] ?? 0;
      }
      const oldest = t * 60 - lookBackMinutes;
      let channel = 0;
      for (let k = 0; k < items.length; k++) {
        const item = items[k];
        const end = channel + (item?.channels.length ?? 0);
        let points = -1;
        for (; channel < end; channel++) {
          if (!((lastMinute[channel] ?? -Infinity) >= oldest)) continue;
          const here = lastPoints[channel] ?? 0;
          if (item?.join === 'first' ? points < 0 : here > points) points = here;
        }
        into[k] = points;
      }
    },
  };
}

/** Which channels a parameter of the source feeds; one may feed two items. */
function feeds(channels: readonly Channel[]): ReadonlyMap<string, readonly number[]> {
  const fed = new Map<string, number[]>();
  for (const [k, { parameter }] of channels.entries()) {
    const into = fed.get(parameter);
    if (into === undefined) fed.set(parameter, [k]);
    else into.push(k);
  }
  return fed;
}
