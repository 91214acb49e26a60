import type { Text } from '@daero/domain/text';
import type { OverlapReason } from '../call/overlap.ts';
import type { Reading } from '../indicators/indicator.ts';
import type { Measure } from '../indicators/observation.ts';
import type { SpendingOutlook } from '../indicators/spending.ts';
import type { Outlook } from '../indicators/warning.ts';
import type { HospitalUse } from '../portfolio/investor.ts';
import type { RiskLevel } from '../portfolio/risk.ts';

export const measureWords: Readonly<Record<Measure, Text>> = {
  'patients-accrued': { ko: '모집 환자', en: 'patients accrued' },
  'hospitals-live': { ko: '사용 병원', en: 'hospitals live' },
  'report-delivered': { ko: '제출된 보고서', en: 'reports delivered' },
  'listing-filed': { ko: '등재 신청', en: 'listings filed' },
  listed: { ko: '등재', en: 'listed' },
  'cases-read': { ko: '판독 건수', en: 'cases read' },
  'people-trained': { ko: '교육 이수자', en: 'people trained' },
};

export const readingWords: Readonly<Record<Reading['state'], Text>> = {
  measured: { ko: '측정값', en: 'measured' },
  declared: { ko: '보고값', en: 'declared' },
  missing: { ko: '값 없음', en: 'missing' },
};

export const outlookWords: Readonly<Record<Outlook['standing'] | SpendingOutlook['standing'], Text>> = {
  reached: { ko: '목표 달성', en: 'target reached' },
  'on-plan': { ko: '계획대로', en: 'on plan' },
  behind: { ko: '계획보다 늦음', en: 'behind plan' },
  ahead: { ko: '계획보다 빠름', en: 'ahead of plan' },
  'out-of-reach': { ko: '지금 속도로는 목표에 못 미침', en: 'out of reach at this pace' },
};

export const overlapWords: Readonly<Record<OverlapReason, Text>> = {
  product: { ko: '같은 제품', en: 'same product' },
  indication: { ko: '같은 적응증', en: 'same indication' },
  hospitals: { ko: '겹치는 병원', en: 'shared hospitals' },
  'budget-lines': { ko: '겹치는 예산 항목', en: 'shared budget lines' },
  text: { ko: '비슷한 글', en: 'similar text' },
};

export const riskWords: Readonly<Record<RiskLevel, Text>> = {
  low: { ko: '낮음', en: 'low' },
  watch: { ko: '주의', en: 'to be watched' },
  high: { ko: '높음', en: 'high' },
};

export const useWords: Readonly<Record<HospitalUse['use'], Text>> = {
  deciding: { ko: '결정 중', en: 'deciding' },
  trial: { ko: '시범', en: 'trial' },
  'in-use': { ko: '사용', en: 'in use' },
  sustained: { ko: '지속 사용', en: 'sustained' },
  fading: { ko: '사용 감소', en: 'fading' },
  withdrawn: { ko: '철회', en: 'withdrawn' },
};
