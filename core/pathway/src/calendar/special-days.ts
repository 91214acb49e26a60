import { isoDate, type IsoDate } from '@daero/domain/time';
import type { Text } from '@daero/domain/text';
import type { Confidence } from '../jurisdiction/schema.ts';

/** A public holiday of one year that no rule of the calendar gives: an election, or a day the government named. */
export type SpecialDay = {
  readonly on: IsoDate;
  readonly name: Text;
  readonly source: string;
  readonly confidence: Confidence;
};

const special = (
  on: string,
  ko: string,
  en: string,
  source: string,
  confidence: Confidence = 'general-knowledge-unverified',
): SpecialDay => ({ on: isoDate(on), name: { ko, en }, source, confidence });

const election =
  'Public Official Election Act, art. 34; Regulation on Public Holidays of Government Offices, art. 2';
const named =
  'Regulation on Public Holidays of Government Offices, art. 2, item 11 (decided by the State Council)';

/**
 * Temporary public holidays and election days of Korea. A new one is one more row.
 * Labour Day (1 May) is not here: making it a public holiday was still before the National Assembly in the newest source seen.
 */
export const specialDays: readonly SpecialDay[] = [
  special('2024-04-10', '제22대 국회의원 선거일', '22nd National Assembly election', election),
  special('2024-10-01', '임시공휴일(국군의 날)', 'Temporary holiday (Armed Forces Day)', named),
  special('2025-01-27', '임시공휴일', 'Temporary holiday', named),
  special('2025-06-03', '제21대 대통령 선거일', '21st presidential election', named),
  special(
    '2026-06-03',
    '제9회 전국동시지방선거일',
    '9th nationwide local elections',
    `${election}; http://m-news.korea.com/newsView/20251130692b13d32d1e6`,
    'stated-in-source',
  ),
  special(
    '2028-04-12',
    '제23대 국회의원 선거일(법에 따른 날)',
    '23rd National Assembly election (day given by the Act)',
    election,
    'inferred-from-sources',
  ),
];
