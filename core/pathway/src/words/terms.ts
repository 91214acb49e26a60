import type { Text } from '@daero/domain/text';
import type {
  clockEffects,
  Confidence,
  DayType,
  durationKinds,
  EvidenceKind,
  EvidenceNeed,
  stageKinds,
  TransitionKind,
} from '../jurisdiction/schema.ts';

export const confidenceWords: Readonly<Record<Confidence, Text>> = {
  'stated-in-source': { ko: '출처에 적힘', en: 'stated in the source' },
  'inferred-from-sources': { ko: '출처에서 추론', en: 'inferred from sources' },
  'from-seeds': { ko: '처음 두 기사에만 있음', en: 'only in the two founding articles' },
  'general-knowledge-unverified': { ko: '일반 지식, 확인되지 않음', en: 'general knowledge, unverified' },
};

export const dayTypeWords: Readonly<Record<DayType, Text>> = {
  working: { ko: '업무일', en: 'working days' },
  calendar: { ko: '달력일', en: 'calendar days' },
  mixed: { ko: '기준이 섞인 일수', en: 'days of mixed type' },
  unknown: { ko: '기준을 모르는 일수', en: 'days of unknown type' },
};

export const transitionWords: Readonly<Record<TransitionKind, Text>> = {
  approve: { ko: '승인', en: 'approved' },
  reject: { ko: '거절', en: 'rejected' },
  conditional: { ko: '조건부', en: 'conditional' },
  'supplement-request': { ko: '보완 요청', en: 'supplement requested' },
  appeal: { ko: '이의신청', en: 'appeal' },
  withdraw: { ko: '철회', en: 'withdrawn' },
  expire: { ko: '기간 만료', en: 'period expired' },
  'ex-officio': { ko: '직권 심사', en: 'ex-officio review' },
  'classified-existing': { ko: '기존기술로 판정', en: 'found to be existing technology' },
  'classified-new': { ko: '새로운 기술로 판정', en: 'found to be new technology' },
  elect: { ko: '신청인의 선택', en: "applicant's choice" },
  change: { ko: '변경', en: 'change' },
  'harm-exit': { ko: '위해에 따른 퇴출', en: 'exit for harm' },
};

export const evidenceWords: Readonly<Record<EvidenceKind, Text>> = {
  clinicalValidity: { ko: '임상적 타당성', en: 'clinical validity' },
  clinicalUtility: { ko: '임상적 유용성', en: 'clinical utility' },
  safety: { ko: '안전성', en: 'safety' },
  costEffectiveness: { ko: '비용효과성', en: 'cost-effectiveness' },
  rwdRwe: { ko: '실사용 근거', en: 'real-world evidence' },
};

export const needWords: Readonly<Record<EvidenceNeed, Text>> = {
  required: { ko: '필수', en: 'required' },
  expected: { ko: '기대됨', en: 'expected' },
  considered: { ko: '고려됨', en: 'considered' },
  'generated-here': { ko: '이 단계에서 만듦', en: 'generated here' },
  'not-assessed': { ko: '평가하지 않음', en: 'not assessed' },
  unknown: { ko: '모름', en: 'unknown' },
};

export const stageKindWords: Readonly<Record<(typeof stageKinds)[number], Text>> = {
  regulatory: { ko: '규제', en: 'regulatory' },
  hta: { ko: '기술평가', en: 'technology assessment' },
  payer: { ko: '보험', en: 'payer' },
  institution: { ko: '의료기관', en: 'institution' },
  'evidence-window': { ko: '근거 창출 기간', en: 'evidence window' },
  surveillance: { ko: '사후 감시', en: 'surveillance' },
  support: { ko: '지원', en: 'support' },
};

export const durationWords: Readonly<Record<(typeof durationKinds)[number], Text>> = {
  statutory: { ko: '법정 기한', en: 'statutory limit' },
  typical: { ko: '통상', en: 'typical' },
  target: { ko: '목표', en: 'target' },
  window: { ko: '사용기간', en: 'window' },
};

export const clockEffectWords: Readonly<Record<(typeof clockEffects)[number], Text>> = {
  stop: { ko: '시계가 멈춤', en: 'the clock stops' },
  extend: { ko: '기한이 늘어남', en: 'the limit is extended' },
  deadline: { ko: '이 기한 안에', en: 'a deadline of its own' },
  none: { ko: '시계가 멈추지 않음', en: 'the clock does not stop' },
};
