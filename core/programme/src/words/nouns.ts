import type { Text } from '@daero/domain/text';

/** What faults call the things that a name can fail to find. */
export const nounWords = {
  application: { ko: '신청', en: 'application' },
  member: { ko: '구성원', en: 'member' },
  reviewer: { ko: '평가위원', en: 'reviewer' },
  tier: { ko: '지원 구분', en: 'tier' },
  line: { ko: '예산 항목', en: 'budget line' },
  year: { ko: '연도', en: 'year' },
  criterion: { ko: '평가 항목', en: 'criterion' },
  milestone: { ko: '마일스톤', en: 'milestone' },
  indicator: { ko: '지표', en: 'indicator' },
  spending: { ko: '집행', en: 'spending' },
  transfer: { ko: '예산 변경', en: 'transfer' },
  payment: { ko: '교부', en: 'payment' },
} as const satisfies Readonly<Record<string, Text>>;
export type Noun = keyof typeof nounWords;

/** What something must not come before. */
export const beforeWords = {
  'last-event': { ko: '마지막 사건', en: 'the last event' },
  'call-opens': { ko: '접수 시작일', en: 'the day on which the call opens' },
  'call-closes': { ko: '접수 마감일', en: 'the day on which the call closes' },
  selection: { ko: '선정일', en: 'the selection' },
  agreement: { ko: '협약일', en: 'the agreement' },
  'agreement-begins': { ko: '협약 기간의 시작일', en: 'the first day of the agreement' },
  'year-ends': { ko: '협약 연도의 종료일', en: 'the last day of the year of the agreement' },
  'money-moved': { ko: '그 연도의 마지막 돈의 움직임', en: 'the last movement of money of that year' },
  milestone: { ko: '앞서야 할 마일스톤', en: 'the milestone that comes first' },
  request: { ko: '변경 신청일', en: 'the request' },
  spending: { ko: '그 집행일', en: 'the spending' },
  receipt: { ko: '증빙의 날짜', en: 'the receipt' },
} as const satisfies Readonly<Record<string, Text>>;
export type Before = keyof typeof beforeWords;
