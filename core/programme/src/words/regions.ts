import type { Text } from '@daero/domain/text';

/** The seventeen provinces and metropolitan cities, by ISO 3166-2:KR code. */
export const regions = [
  'KR-11', 'KR-26', 'KR-27', 'KR-28', 'KR-29', 'KR-30', 'KR-31', 'KR-50', 'KR-41',
  'KR-42', 'KR-43', 'KR-44', 'KR-45', 'KR-46', 'KR-47', 'KR-48', 'KR-49',
] as const; // prettier-ignore
export type Region = (typeof regions)[number];

/** The capital region: Seoul, Incheon and Gyeonggi (Seoul Metropolitan Area Readjustment Planning Act, article 2). */
export const capital: ReadonlySet<Region> = new Set<Region>(['KR-11', 'KR-28', 'KR-41']);

export const regionWords: Readonly<Record<Region, Text>> = {
  'KR-11': { ko: '서울', en: 'Seoul' },
  'KR-26': { ko: '부산', en: 'Busan' },
  'KR-27': { ko: '대구', en: 'Daegu' },
  'KR-28': { ko: '인천', en: 'Incheon' },
  'KR-29': { ko: '광주', en: 'Gwangju' },
  'KR-30': { ko: '대전', en: 'Daejeon' },
  'KR-31': { ko: '울산', en: 'Ulsan' },
  'KR-50': { ko: '세종', en: 'Sejong' },
  'KR-41': { ko: '경기', en: 'Gyeonggi' },
  'KR-42': { ko: '강원', en: 'Gangwon' },
  'KR-43': { ko: '충북', en: 'North Chungcheong' },
  'KR-44': { ko: '충남', en: 'South Chungcheong' },
  'KR-45': { ko: '전북', en: 'North Jeolla' },
  'KR-46': { ko: '전남', en: 'South Jeolla' },
  'KR-47': { ko: '경북', en: 'North Gyeongsang' },
  'KR-48': { ko: '경남', en: 'South Gyeongsang' },
  'KR-49': { ko: '제주', en: 'Jeju' },
};
