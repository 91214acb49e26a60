import type { Text } from '@daero/domain/text';
import type { CallChange } from '../call/event.ts';
import type { ProjectChange } from '../project/event.ts';

export type Act = CallChange['type'] | ProjectChange['type'];

/** What is done to a call or a project. */
export const actWords: Readonly<Record<Act, Text>> = {
  opened: { ko: '공고', en: 'opening the call' },
  submitted: { ko: '신청서 제출', en: 'submitting an application' },
  withdrawn: { ko: '신청 철회', en: 'withdrawing an application' },
  closed: { ko: '접수 마감', en: 'closing the call' },
  'reviewer-appointed': { ko: '평가위원 위촉', en: 'appointing a reviewer' },
  'interest-declared': { ko: '이해관계 신고', en: 'declaring interests' },
  scored: { ko: '채점', en: 'scoring' },
  'review-closed': { ko: '평가 종료', en: 'closing the review' },
  'lot-drawn': { ko: '추첨', en: 'drawing a lot' },
  selected: { ko: '선정', en: 'selecting' },
  cancelled: { ko: '공고 취소', en: 'cancelling the call' },
  annulled: { ko: '사건 무효 처리', en: 'annulling an event' },
  agreed: { ko: '협약', en: 'agreeing' },
  'grant-paid': { ko: '보조금 교부', en: 'paying the grant' },
  'own-cash-paid': { ko: '현금 자부담 납입', en: 'paying the own share in cash' },
  'own-kind-given': { ko: '현물 자부담 제공', en: 'giving the own share in kind' },
  spent: { ko: '집행', en: 'spending' },
  'spending-reversed': { ko: '집행 취소', en: 'reversing a spending' },
  'spending-disallowed': { ko: '집행 불인정', en: 'disallowing a spending' },
  recovered: { ko: '불인정액 회수', en: 'recovering what was disallowed' },
  'interest-credited': { ko: '이자 발생', en: 'crediting interest' },
  'transfer-asked': { ko: '예산 변경 신청', en: 'asking for a transfer' },
  'transfer-decided': { ko: '예산 변경 결정', en: 'deciding a transfer' },
  'carried-over': { ko: '예산 이월', en: 'carrying over' },
  returned: { ko: '반납', en: 'returning money' },
  'year-settled': { ko: '연차 정산', en: 'settling a year' },
  'milestone-met': { ko: '마일스톤 달성', en: 'confirming a milestone' },
  'milestone-failed': { ko: '마일스톤 미달', en: 'recording a failed milestone' },
  'milestone-moved': { ko: '마일스톤 일정 변경', en: 'moving a milestone' },
  'indicator-declared': { ko: '지표 보고', en: 'declaring an indicator' },
  stopped: { ko: '협약 중단', en: 'stopping the agreement' },
  completed: { ko: '사업 완료', en: 'completing the project' },
};
