import type { Text } from '@daero/domain/text';
import type { BlockReason } from '../layers/board.ts';
import type { AdoptionChange, Outcome, WithdrawalReason } from '../layers/event.ts';
import type { LayerKind } from '../layers/layer.ts';
import type { LayerStanding } from '../layers/standing.ts';
import type { Lacking } from '../readiness/open-musts.ts';

export const layerKindWords: Readonly<Record<LayerKind, Text>> = {
  need: { ko: '필요성', en: 'need' },
  'clinical-review': { ko: '임상 검토', en: 'clinical review' },
  'local-validation': { ko: '자체 검증', en: 'local validation' },
  'it-integration': { ko: '전산 연동', en: 'IT and integration' },
  'security-privacy': { ko: '보안과 개인정보', en: 'security and privacy' },
  'fee-finance': { ko: '수가와 재무', en: 'fee and finance' },
  'device-committee': { ko: '의료기기위원회', en: 'device committee' },
  purchase: { ko: '구매', en: 'purchase' },
  'go-live': { ko: '사용 시작', en: 'go-live' },
  monitoring: { ko: '사용 중 관찰', en: 'monitoring' },
  other: { ko: '그 밖의 단계', en: 'another layer' },
};

export const layerStandingWords: Readonly<Record<LayerStanding['is'], Text>> = {
  waiting: { ko: '앞 단계를 기다림', en: 'waits for others' },
  open: { ko: '결정할 차례', en: 'to decide' },
  approved: { ko: '승인', en: 'approved' },
  conditional: { ko: '조건부 승인', en: 'approved with conditions' },
  returned: { ko: '되돌아옴', en: 'returned' },
  deferred: { ko: '보류', en: 'deferred' },
  refused: { ko: '부결', en: 'refused' },
};

export const outcomeWords: Readonly<Record<Outcome['is'], Text>> = {
  approved: { ko: '승인함', en: 'approve' },
  conditional: { ko: '조건부로 승인함', en: 'approve with conditions' },
  deferred: { ko: '보류함', en: 'defer' },
  refused: { ko: '부결함', en: 'refuse' },
};

export const blockWords: Readonly<Record<BlockReason, Text>> = {
  'nobody-holds-the-key': { ko: '결정할 사람이 정해지지 않음', en: 'nobody holds the key' },
  'papers-missing': { ko: '필수 서류가 없음', en: 'papers are missing' },
  'musts-open': { ko: '필수 준비가 남음', en: 'musts are open' },
  'condition-overdue': { ko: '조건의 기한이 지남', en: 'a condition is overdue' },
  'term-over': { ko: '승인 기간이 끝남', en: 'the term of the approval is over' },
  deferred: { ko: '보류됨', en: 'deferred' },
  refused: { ko: '부결됨', en: 'refused' },
};

export const withdrawalWords: Readonly<Record<WithdrawalReason, Text>> = {
  'no-fee': { ko: '수가가 없음', en: 'no fee' },
  'no-benefit-seen': { ko: '효과가 보이지 않음', en: 'no benefit seen' },
  workload: { ko: '업무가 늘어남', en: 'more work' },
  integration: { ko: '시스템 연동 문제', en: 'integration' },
  'alert-fatigue': { ko: '알림 피로', en: 'alert fatigue' },
  'local-accuracy': { ko: '우리 병원에서의 정확도', en: 'accuracy here' },
  security: { ko: '보안', en: 'security' },
  'consent-work': { ko: '동의 업무', en: 'consent work' },
  'funding-ended': { ko: '지원금 종료', en: 'funding ended' },
  'contract-ended': { ko: '계약 종료', en: 'the contract ended' },
  'product-withdrawn': { ko: '제품 철수', en: 'the product was withdrawn' },
  'nobody-owns-it': { ko: '맡은 사람이 없음', en: 'nobody owns it' },
  other: { ko: '그 밖의 이유', en: 'another reason' },
};

export const adoptionChangeWords: Readonly<Record<AdoptionChange['type'], Text>> = {
  opened: { ko: '검토 시작', en: 'opened' },
  'rules-changed': { ko: '병원 규칙 변경', en: 'rules changed' },
  'key-passed': { ko: '결정 권한 이관', en: 'key passed' },
  'paper-filed': { ko: '서류 제출', en: 'paper filed' },
  decided: { ko: '결정', en: 'decided' },
  'condition-met': { ko: '조건 충족', en: 'condition met' },
  reopened: { ko: '재검토 시작', en: 'reopened' },
  'role-filled': { ko: '담당자 지정', en: 'role filled' },
  'course-taken': { ko: '교육 이수', en: 'course taken' },
  'procedure-adopted': { ko: '절차 채택', en: 'procedure adopted' },
  'procedure-drilled': { ko: '절차 훈련', en: 'procedure drilled' },
  paid: { ko: '사용료 지급', en: 'paid for' },
  withdrawn: { ko: '사용 중단', en: 'withdrawn' },
  annulled: { ko: '무효 처리', en: 'annulled' },
};

export const lackingWords: Readonly<Record<Lacking['what'], Text>> = {
  people: { ko: '사람이 모자람', en: 'too few people' },
  course: { ko: '교육을 마치지 않은 사람이 있음', en: 'somebody has not completed the course' },
  'role-empty': { ko: '교육받을 담당자가 정해지지 않음', en: 'nobody is named for the role' },
  'not-adopted': { ko: '채택되지 않음', en: 'not adopted' },
  'not-drilled': { ko: '훈련하지 않았거나 훈련한 지 오래됨', en: 'not tried out, or too long ago' },
};
