import type { Language } from '../text.ts';
import type { Instant, IsoDate } from '../time.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const partsOf = (day: string): { readonly year: number; readonly month: number; readonly day: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
});
const monthName = (month: number): string => months[month - 1] ?? '';

/** 2026. 11. 22. / 22 Nov 2026; never 11/22. */
export function formatDate(on: IsoDate, language: Language): string {
  const { year, month, day } = partsOf(on);
  return language === 'ko' ? `${year}. ${month}. ${day}.` : `${day} ${monthName(month)} ${year}`;
}

const koreanOffset = 9 * 60 * 60 * 1000; // Korea keeps no summer time

/** The calendar day and clock time in Korea, 24 hours. */
export function formatInstant(at: Instant, language: Language): string {
  const local = new Date(Date.parse(at) + koreanOffset).toISOString();
  const { year, month, day } = partsOf(local);
  const time = local.slice(11, 16);
  return language === 'ko'
    ? `${year}. ${month}. ${day}. ${time} KST`
    : `${day} ${monthName(month)} ${year}, ${time} KST`;
}

/** 2027. 3.–7. / Mar–Jul 2027; both years where they differ. */
export function formatMonthRange(from: IsoDate, to: IsoDate, language: Language): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  const sameYear = first.year === last.year;
  if (sameYear && first.month === last.month) {
    return language === 'ko' ? `${first.year}. ${first.month}.` : `${monthName(first.month)} ${first.year}`;
  }
  if (language === 'ko') {
    return `${first.year}. ${first.month}.–${sameYear ? '' : `${last.year}. `}${last.month}.`;
  }
  return `${monthName(first.month)}${sameYear ? '' : ` ${first.year}`}–${monthName(last.month)} ${last.year}`;
}
