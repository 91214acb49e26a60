import type { Text } from '@daero/domain/text';

/** Groups in which acts are offered. */
export const groupWords = {
  application: { ko: '신청', en: 'Application' },
  review: { ko: '평가', en: 'Review' },
  decision: { ko: '결정', en: 'Decision' },
  spending: { ko: '집행', en: 'Spending' },
  money: { ko: '자금', en: 'Money' },
  transfer: { ko: '예산 변경', en: 'Transfer' },
  milestone: { ko: '마일스톤', en: 'Milestone' },
  settlement: { ko: '정산', en: 'Settlement' },
  end: { ko: '종료', en: 'End' },
  annul: { ko: '무효', en: 'Annulment' },
} as const satisfies Readonly<Record<string, Text>>;
export type Group = keyof typeof groupWords;

/** What a person is asked when recording an act. */
export const fieldWords = {
  application: { ko: '신청 번호', en: 'Application id' },
  proposal: { ko: '신청서 파일(JSON)', en: 'Application file (JSON)' },
  reviewer: { ko: '위원 번호', en: 'Reviewer id' },
  nameKo: { ko: '이름(한국어)', en: 'Name in Korean' },
  nameEn: { ko: '이름(영어)', en: 'Name in English' },
  affiliations: { ko: '소속 기관', en: 'Member that employs the reviewer' },
  applications: { ko: '배정할 신청', en: 'Applications assigned' },
  conflict: { ko: '이해관계', en: 'Conflict of interest' },
  comment: { ko: '평가 의견', en: 'Comment' },
  order: { ko: '추첨 결과(먼저 뽑힌 것부터)', en: 'Order drawn, first drawn first' },
  event: { ko: '무효로 할 사건', en: 'Event to annul' },
  payment: { ko: '교부 번호', en: 'Payment id' },
  year: { ko: '연도', en: 'Year' },
  amount: { ko: '금액(원)', en: 'Amount (KRW)' },
  milestone: { ko: '조건 마일스톤', en: 'Milestone that it waits for' },
  party: { ko: '기관', en: 'Member' },
  proof: { ko: '증빙', en: 'Proof' },
  spending: { ko: '집행 번호', en: 'Spending id' },
  place: { ko: '비목과 재원(남은 예산)', en: 'Category and money (budget left)' },
  receiptNumber: { ko: '증빙 번호', en: 'Receipt number' },
  receiptKind: { ko: '증빙 종류', en: 'Kind of receipt' },
  receiptOn: { ko: '증빙 날짜(연-월-일)', en: 'Date of the receipt (yyyy-mm-dd)' },
  payee: { ko: '거래처', en: 'Payee' },
  text: { ko: '적요', en: 'What was bought' },
  which: { ko: '대상 집행', en: 'Which spending' },
  claim: { ko: '받을 돈', en: 'What is owed' },
  transfer: { ko: '변경 번호', en: 'Transfer id' },
  funding: { ko: '재원', en: 'Money' },
  from: { ko: '줄일 비목(남은 예산)', en: 'From (budget left)' },
  to: { ko: '늘릴 비목', en: 'To' },
  approved: { ko: '결정', en: 'Decision' },
  toYear: { ko: '넘길 연도', en: 'To the year' },
  cash: { ko: '그 가운데 현금(원)', en: 'Of that, money in hand (KRW)' },
  what: { ko: '반납하는 돈', en: 'What goes back' },
  ends: { ko: '뒤따르는 결과', en: 'What follows' },
  dueOn: { ko: '새 기한(연-월-일)', en: 'New date (yyyy-mm-dd)' },
  indicator: { ko: '지표', en: 'Indicator' },
  value: { ko: '값', en: 'Value' },
  asOf: { ko: '기준일(연-월-일)', en: 'As of (yyyy-mm-dd)' },
} as const satisfies Readonly<Record<string, Text>>;
export type FieldWord = keyof typeof fieldWords;

export const noConflict: Text = { ko: '없음', en: 'none' };
export const noMilestone: Text = { ko: '조건 없음', en: 'none' };
export const decisionWords = {
  approved: { ko: '승인', en: 'Approved' },
  refused: { ko: '불승인', en: 'Not approved' },
} as const satisfies Readonly<Record<string, Text>>;
export const leftWord = (amount: string): Text => ({ ko: `잔액 ${amount}원`, en: `KRW ${amount} left` });
export const pointsHint = (most: number): Text => ({ ko: `0–${most}점`, en: `0–${most} points` });
export const proposalHint: Text = {
  ko: '마감 전에는 다시 낼 수 있습니다. 형식은 API 설명서에 있습니다.',
  en: 'It can be submitted again until the call closes. The form is in the description of the API.',
};
export const measuredHint = (value: string): Text => ({ ko: `측정값 ${value}`, en: `measured: ${value}` });

export const waitsWords = {
  'declare-or-score': { ko: '이해관계 신고와 채점', en: 'your declarations and scores' },
  'close-call': { ko: '접수 마감', en: 'closing the call' },
  review: { ko: '평가 진행', en: 'the review' },
  select: { ko: '추첨 또는 선정', en: 'a lot or the selection' },
  agree: { ko: '협약', en: 'an agreement' },
} as const satisfies Readonly<Record<string, Text>>;

export const figureWords = {
  stage: { ko: '단계', en: 'Stage' },
  byStage: { ko: '단계별 보조금', en: 'Grant by stage' },
  risk: { ko: '위험', en: 'Risk' },
  byRisk: { ko: '위험별 보조금', en: 'Grant by risk' },
  region: { ko: '지역', en: 'Region' },
  byRegion: { ko: '지역별 보조금', en: 'Grant by region' },
  kind: { ko: '사업 종류', en: 'Programme' },
  byKind: { ko: '사업 종류별 보조금', en: 'Grant by programme' },
  year: { ko: '연도', en: 'Year' },
  byYear: { ko: '연도별 집행', en: 'Spending by year' },
  grant: { ko: '국고보조금', en: 'Grant' },
} as const satisfies Readonly<Record<string, Text>>;
