import { unverified } from '../record/event.ts';
import type { Requirement } from './requirement.ts';

const grounds = unverified;

/** What a hospital commonly has ready before go-live: general knowledge, unverified, to be set per hospital. */
export const defaultReadiness: readonly Requirement[] = [
  {
    ...{ kind: 'role', id: 'owner', must: true, least: 1, grounds },
    name: { ko: '임상 책임자', en: 'clinical owner' },
  },
  {
    ...{ kind: 'role', id: 'reader', must: true, least: 2, grounds },
    name: { ko: '결과를 보는 의료진', en: 'clinicians who see the result' },
  },
  {
    ...{ kind: 'role', id: 'it-contact', must: true, least: 1, grounds },
    name: { ko: '전산 담당자', en: 'IT contact' },
  },
  {
    ...{ kind: 'role', id: 'quality-lead', must: false, least: 1, grounds },
    name: { ko: '질관리 담당자', en: 'quality lead' },
  },
  {
    ...{ kind: 'course', id: 'reader-course', forRole: 'reader', must: true, grounds },
    ...{ leastScore: 80, validMonths: 24 },
    name: { ko: '사용자 교육과 평가(80점 이상)', en: 'course for users, with a test (80 or more)' },
  },
  {
    ...{ kind: 'course', id: 'it-course', forRole: 'it-contact', must: false, grounds },
    ...{ leastScore: null, validMonths: null },
    name: { ko: '전산 담당자 교육', en: 'course for the IT contact' },
  },
  {
    ...{ kind: 'procedure', id: 'consent', must: true, drill: false, drillValidMonths: null, grounds },
    name: { ko: '환자 설명과 동의 절차', en: 'procedure of information and consent' },
  },
  {
    ...{ kind: 'procedure', id: 'downtime', must: true, drill: true, drillValidMonths: 12, grounds },
    name: { ko: '장애 시 진료 계획(훈련 포함)', en: 'downtime plan, tried out' },
  },
  {
    ...{ kind: 'procedure', id: 'incident', must: true, drill: false, drillValidMonths: null, grounds },
    name: { ko: '이상 사례 보고 절차', en: 'procedure for reporting incidents' },
  },
];
