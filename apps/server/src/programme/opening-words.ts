import type { Text } from '@daero/domain/text';

/** What is asked when a call is opened. */
export const openingWords = {
  general: { ko: '일반', en: 'general' },
  callId: { ko: '공고 번호', en: 'Call id' },
  kind: { ko: '사업 종류', en: 'Programme' },
  titleKo: { ko: '공고명(한국어)', en: 'Title in Korean' },
  titleEn: { ko: '공고명(영어)', en: 'Title in English' },
  opensOn: { ko: '접수 시작일(연-월-일)', en: 'Opens on (yyyy-mm-dd)' },
  closesOn: { ko: '접수 마감일(연-월-일)', en: 'Closes on (yyyy-mm-dd)' },
  budgetYear: {
    first: { ko: '첫 연도', en: 'First year' },
    second: { ko: '다음 연도', en: 'Second year' },
  },
  budget: {
    first: { ko: '첫 연도 예산(원)', en: 'Budget of the first year (KRW)' },
    second: { ko: '다음 연도 예산(원)', en: 'Budget of the second year (KRW)' },
  },
  grantMost: { ko: '과제당 보조금 상한(원)', en: 'Most for one project (KRW)' },
  ownShare: { ko: '최소 자부담 비율(%)', en: 'Least own share (%)' },
  ownCash: { ko: '자부담 가운데 최소 현금(%)', en: 'Of the own share, least in cash (%)' },
  source: { ko: '지원 조건의 근거', en: 'Where these terms are written' },
  sourceHint: { ko: '공고문의 조항', en: 'section of the notice' },
  nameKo: { ko: '이름(한국어)', en: 'name in Korean' },
  nameEn: { ko: '이름(영어)', en: 'name in English' },
  weight: { ko: '가중치(%)', en: 'weight (%)' },
  weightHint: { ko: '항목마다 100점 만점, 가중치의 합은 100', en: '100 points each; weights add up to 100' },
  passMark: { ko: '선정 기준 점수(100점 만점)', en: 'Pass mark (of 100)' },
  reviewsLeast: { ko: '신청마다 최소 평가 수', en: 'Least reviews of an application' },
  mean: { ko: '점수 계산', en: 'How marks are taken together' },
  ties: { ko: '동점일 때(그래도 같으면 추첨)', en: 'Between equals (then by lot)' },
  first: { ko: '평가항목 1', en: 'criterion 1' },
  budgetRule: { ko: '예산이 모자랄 때', en: 'Where the budget ends' },
} as const;

/** Criteria that a call begins with, in this order; every name can be changed. */
export const criterionWords: readonly Text[] = [
  { ko: '임상적 필요', en: 'clinical need' },
  { ko: '검증 계획', en: 'validation plan' },
  { ko: '도입·확산 계획', en: 'plan for adoption' },
  { ko: '수행 역량', en: 'capability of the consortium' },
  { ko: '비용효과성', en: 'cost-effectiveness' },
];

/** What is asked when the agreement is made. */
export const agreementWords = {
  projectId: { ko: '과제 번호', en: 'Project id' },
  fromOn: { ko: '협약 시작일', en: 'from' },
  toOn: { ko: '협약 종료일', en: 'to' },
} as const satisfies Readonly<Record<string, Text>>;
