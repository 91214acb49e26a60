import Holidays from 'date-holidays';
import { isoDate } from '@daero/domain/time';
import { dayNumber } from './day-number.ts';
import { specialDays } from './special-days.ts';
import { workingCalendar, type WorkingCalendar } from './working-calendar.ts';

/**
 * The library begins the three days of the lunar new year on the day itself; the regulation on public holidays
 * (art. 2, item 4) names the day before, the day and the day after. Its substitute days already reckon with that.
 */
const lunarNewYear = 'korean 01-0-01 P3D';
const dayMillis = 86_400_000;
const korea = new Holidays('KR');

/** Public holidays in Korea of a year, with substitute and temporary ones, as day numbers. */
export function koreanHolidays(year: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { date, start, end, type, rule } of korea.getHolidays(year)) {
    if (type !== 'public') continue;
    const first = dayNumber(isoDate(date.slice(0, 10))) - (rule === lunarNewYear ? 1 : 0);
    const length = Math.round((end.getTime() - start.getTime()) / dayMillis);
    for (let day = first; day < first + length; day += 1) found.add(day);
  }
  for (const { on } of specialDays) if (on.startsWith(String(year))) found.add(dayNumber(on));
  return found;
}

/** Working days in Korea: Monday to Friday but public holidays. A year is looked up when it is first asked for. */
export const koreanCalendar: WorkingCalendar = workingCalendar('KR', koreanHolidays);
