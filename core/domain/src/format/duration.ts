import { fill, type Language, type Text } from '../text.ts';
import { formatCount } from './number.ts';

/** Law counts days in different ways, and often does not say which: the reader is told. */
export type DayType = 'calendar' | 'working' | 'unknown';

const spans = {
  calendar: { ko: '{n}일(달력일)', en: '{n} calendar {days}' },
  working: { ko: '{n}일(업무일)', en: '{n} working {days}' },
  unknown: { ko: '{n}일(일수 기준 미확인)', en: '{n} {days} (day type unknown)' },
} as const satisfies Readonly<Record<DayType, Text>>;

const dayWord = (n: number): string => (n === 1 ? 'day' : 'days');

/** 250일(달력일) / 250 calendar days. */
export const formatDuration = (n: number, type: DayType, language: Language): string =>
  fill(spans[type][language], { n: formatCount(n), days: dayWord(n) });

/** 23일 남음 / 23 days left, 3일 지남 / 3 days over; it stands beside the absolute date, never alone. */
export function formatDaysLeft(n: number, language: Language): string {
  const count = formatCount(Math.abs(n));
  if (language === 'ko') return n < 0 ? `${count}일 지남` : `${count}일 남음`;
  return `${count} ${dayWord(Math.abs(n))} ${n < 0 ? 'over' : 'left'}`;
}

/** The same mark wherever a cell, or a total that would reveal it, is held back. */
export const formatSuppressed = (smallestCell: number, language: Language): string =>
  language === 'ko' ? `비공개(${smallestCell}명 미만)` : `suppressed (<${smallestCell} people)`;
