import { koreanCalendar } from './korean-holidays.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The working days of a country; null where nobody has entered its holidays, and none of its rules counts in them. */
export const calendarOf = (code: string): WorkingCalendar | null => (code === 'KR' ? koreanCalendar : null);
