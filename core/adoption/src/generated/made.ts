import { generatedId } from '@daero/registry/events/generated-events';
import { isoDate, type IsoDate } from '@daero/domain/time';
import { addDays, dayNumber, weekday } from '@daero/pathway/calendar/day-number';
import type { By, Recorded } from '../record/event.ts';

/** Series of ids from here on belong to the demonstration of adoption, one a hospital. */
const firstSeries = 900;

/** Ids of one hospital's events, in the order in which they are asked for. */
export function idsOf(series: number): () => string {
  let n = 0;
  return () => generatedId((n += 1), firstSeries + series);
}

/** Nobody decides on a weekend. */
export const workday = (on: IsoDate): IsoDate => {
  const day = weekday(dayNumber(on));
  return addDays(on, day === 6 ? 2 : day === 0 ? 1 : 0);
};

export const day = (text: string): IsoDate => isoDate(text);

/** Events of the demonstration say that they were made up. */
export const made = <Change>(id: string, on: IsoDate, by: By, change: Change): Recorded<Change> => ({
  ...{ eventId: id, on, by, change },
  reason: 'generated demonstration',
  source: null,
});
