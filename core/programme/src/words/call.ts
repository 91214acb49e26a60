import type { Text } from '@daero/domain/text';
import type { ConflictKind, memberKinds, memberRoles, sizes, TieRule } from '../call/event.ts';
import type { Verdict } from '../call/select.ts';
import type { Phase } from '../call/state.ts';

export const phaseWords: Readonly<Record<Phase, Text>> = {
  open: { ko: '접수 중', en: 'open' },
  reviewing: { ko: '평가 중', en: 'under review' },
  reviewed: { ko: '평가 완료', en: 'reviewed' },
  selected: { ko: '선정 완료', en: 'selected' },
  cancelled: { ko: '취소', en: 'cancelled' },
};

export const conflictWords: Readonly<Record<ConflictKind, Text>> = {
  'same-institution': { ko: '같은 기관 소속', en: 'works at a member' },
  'takes-part': { ko: '과제 참여자', en: 'takes part in the project' },
  employment: { ko: '고용 관계', en: 'employment' },
  'co-author': { ko: '공동 저자', en: 'co-author' },
  family: { ko: '가족 관계', en: 'family' },
  financial: { ko: '금전적 이해관계', en: 'financial interest' },
  advice: { ko: '자문 관계', en: 'gave advice' },
  other: { ko: '그 밖의 이해관계', en: 'another interest' },
};

export const memberKindWords: Readonly<Record<(typeof memberKinds)[number], Text>> = {
  company: { ko: '기업', en: 'company' },
  hospital: { ko: '병원', en: 'hospital' },
  university: { ko: '대학', en: 'university' },
  institute: { ko: '연구기관', en: 'institute' },
  agency: { ko: '전문기관', en: 'agency' },
};

export const memberRoleWords: Readonly<Record<(typeof memberRoles)[number], Text>> = {
  lead: { ko: '주관기관', en: 'leads' },
  'validation-site': { ko: '검증기관', en: 'validation site' },
  'deployment-site': { ko: '도입기관', en: 'deployment site' },
  'data-provider': { ko: '데이터 제공기관', en: 'data provider' },
  evaluator: { ko: '평가기관', en: 'evaluator' },
  supplier: { ko: '공급기관', en: 'supplier' },
  'training-site': { ko: '교육기관', en: 'training site' },
};

export const sizeWords: Readonly<Record<(typeof sizes)[number], Text>> = {
  small: { ko: '소기업', en: 'small company' },
  medium: { ko: '중기업', en: 'medium-sized company' },
  large: { ko: '대기업', en: 'large company' },
  'not-a-company': { ko: '비영리기관', en: 'not a company' },
};

export const tieWords: Readonly<Record<TieRule['by'] | 'lot', Text>> = {
  criterion: { ko: '지정 항목의 점수', en: 'points of a named criterion' },
  'more-hospitals-outside-capital': { ko: '비수도권 병원 수', en: 'hospitals outside the capital region' },
  'earlier-submission': { ko: '먼저 낸 날', en: 'earlier day of submission' },
  lot: { ko: '추첨', en: 'lot' },
};

export const verdictWords: Readonly<Record<Verdict, Text>> = {
  taken: { ko: '선정', en: 'selected' },
  'below-pass-mark': { ko: '기준 점수 미달', en: 'below the pass mark' },
  'no-budget-left': { ko: '예산 부족', en: 'the budget does not suffice' },
  'tier-full': { ko: '구분별 과제 수 초과', en: 'no place left in its tier' },
  'behind-the-cut': { ko: '선정선 아래', en: 'behind the cut' },
};
