import type { Role } from '@daero/domain/product';
import { callChangeSchema } from '@daero/programme/call/event';
import { projectChangeSchema } from '@daero/programme/project/event';
import { z } from 'zod';
import { route, type Route } from './route.ts';
import { callSchema } from './schemas/programme-call.ts';
import { recordedSchema, signedActSchema } from './schemas/programme-parts.ts';
import { projectSchema } from './schemas/programme-project.ts';
import { programmeSchema } from './schemas/programme.ts';

/**
 * Who may ask at all. A call is a public notice; of applications, reviews and projects each is shown only what the
 * person's own part opens: office, reviewer, applicant or member.
 */
const askers = [
  'market-access',
  'statistician',
  'economist',
  'clinician',
  'hospital-it',
  'administrator',
  'procurement',
  'programme-office',
  'reviewer',
  'operator',
] as const satisfies readonly [Role, ...Role[]];
/** Reviewers see no project. */
const followers = [
  'market-access',
  'statistician',
  'economist',
  'clinician',
  'hospital-it',
  'administrator',
  'procurement',
  'programme-office',
] as const satisfies readonly [Role, ...Role[]];
const office = ['programme-office'] as const satisfies readonly [Role, ...Role[]];
/** Each change asks for its own key; these are the roles that can hold one. */
const callActors = [...followers, 'reviewer'] as const satisfies readonly [Role, ...Role[]];

const shared = { served: 'everywhere', params: null, query: null, body: null, faults: [] } as const;
const callParam = z.object({ call: z.string().min(1).max(128) });
const projectParam = z.object({ project: z.string().min(1).max(128) });

const writeFaults = [
  'stream-moved',
  'request-key-reused',
  'programme-day-ahead',
  'programme-event-form',
  'programme-event-twice',
  'programme-annul-unknown',
  'programme-not-opened',
  'programme-opened-twice',
  'programme-date-before',
  'programme-key-missing',
  'programme-reference-unknown',
  'programme-name-twice',
] as const;
const callFaults = [
  'programme-call-unknown',
  ...writeFaults,
  'call-weights',
  'call-phase',
  'call-outside-dates',
  'application-lead',
  'application-grant-over',
  'application-own-short',
  'review-conflict',
  'review-undeclared',
  'review-points',
  'review-too-few',
  'selection-tie-open',
  'selection-lot-wrong',
  'selection-off-ranking',
] as const;
const agreementFaults = ['agreement-not-selected', 'agreement-differs', 'agreement-years'] as const;
const projectFaults = [
  'programme-project-unknown',
  'programme-call-unknown',
  ...writeFaults,
  ...agreementFaults,
  'project-ended',
  'project-not-settled',
  'money-not-annulled',
  'money-year-settled',
  'money-outside-year',
  'money-grant-over',
  'money-milestone-open',
  'money-budget-over',
  'money-cash-over',
  'money-receipt-twice',
  'money-spending-over',
  'money-recovery-over',
  'money-return-over',
  'money-transfer-refused',
  'money-transfer-decided',
  'money-settlement-open',
  'milestone-before',
  'milestone-decided',
  'milestone-unmeasured',
] as const;

const [opened] = callChangeSchema.options;
const [agreed] = projectChangeSchema.options;

export const programmeRoutes = {
  programme: route({
    ...shared,
    method: 'GET',
    path: '/api/programme',
    summary: {
      ko: '공고와, 볼 수 있는 과제. 사업 담당자에게는 전체를 모은 표',
      en: 'The calls, the projects that the caller may see, and for the office all of them together',
    },
    access: { who: askers, scope: 'own' },
    answer: { as: 'json', schema: programmeSchema },
  }),
  openCall: route({
    ...shared,
    method: 'POST',
    path: '/api/programme/calls',
    summary: { ko: '공고를 시작합니다', en: 'Open a call' },
    access: { who: office, scope: 'own' },
    body: z.strictObject({ change: opened, ...signedActSchema }),
    answer: { as: 'json', schema: recordedSchema },
    faults: ['programme-name-taken', ...writeFaults, 'call-weights'],
  }),
  call: route({
    ...shared,
    method: 'GET',
    path: '/api/programme/calls/:call',
    summary: {
      ko: '공고 하나: 조건, 그리고 볼 수 있는 신청·평가·순위',
      en: 'One call: its terms, and what the caller may see of applications, reviews and ranking',
    },
    access: { who: askers, scope: 'own' },
    params: callParam,
    answer: { as: 'json', schema: callSchema },
    faults: ['programme-call-unknown', 'programme-event-form'],
  }),
  recordCallEvent: route({
    ...shared,
    method: 'POST',
    path: '/api/programme/calls/:call/events',
    summary: {
      ko: '공고의 사건을 서명하여 기록합니다. 규칙이 막는 것은 그 규칙과 함께 거절합니다',
      en: 'Record what happened in a call, signed; what the rules forbid is refused with the rule',
    },
    access: { who: callActors, scope: 'own' },
    params: callParam,
    body: z.strictObject({ change: callChangeSchema, ...signedActSchema }),
    answer: { as: 'json', schema: recordedSchema },
    faults: [...callFaults],
  }),
  agreeProject: route({
    ...shared,
    method: 'POST',
    path: '/api/programme/projects',
    summary: {
      ko: '선정된 신청과 협약합니다. 과제와 그 장부가 시작됩니다',
      en: 'Make the agreement with a selected application: the project and its books begin',
    },
    access: { who: office, scope: 'own' },
    body: z.strictObject({ change: agreed, ...signedActSchema }),
    answer: { as: 'json', schema: recordedSchema },
    faults: ['programme-name-taken', 'programme-call-unknown', ...writeFaults, ...agreementFaults],
  }),
  programmeProject: route({
    ...shared,
    method: 'GET',
    path: '/api/programme/projects/:project',
    summary: {
      ko: '과제 하나: 컨소시엄, 마일스톤, 지표, 예산과 장부',
      en: 'One project: consortium, milestones, indicators, budget and books',
    },
    access: { who: followers, scope: 'own' },
    params: projectParam,
    answer: { as: 'json', schema: projectSchema },
    faults: ['programme-project-unknown', 'programme-event-form'],
  }),
  recordProjectEvent: route({
    ...shared,
    method: 'POST',
    path: '/api/programme/projects/:project/events',
    summary: {
      ko: '과제의 사건(집행, 예산 변경, 마일스톤, 정산 …)을 서명하여 기록합니다. 규칙이 막는 것은 그 규칙과 함께 거절합니다',
      en: 'Record what happened in a project (spending, transfer, milestone, settlement ...), signed; what the rules forbid is refused with the rule',
    },
    access: { who: followers, scope: 'own' },
    params: projectParam,
    body: z.strictObject({ change: projectChangeSchema, ...signedActSchema }),
    answer: { as: 'json', schema: recordedSchema },
    faults: [...projectFaults],
  }),
  settlement: route({
    ...shared,
    method: 'GET',
    path: '/api/programme/projects/:project/settlement',
    summary: {
      ko: '한 해의 정산서나 증빙 목록을 CSV로 내려받습니다',
      en: 'Download the settlement of a year, or its receipts, as CSV',
    },
    access: { who: followers, scope: 'own' },
    params: projectParam,
    query: z.object({
      year: z.coerce.number().int().min(2020).max(2100),
      of: z.enum(['statement', 'receipts']).default('statement'),
    }),
    answer: { as: 'csv' },
    faults: ['programme-project-unknown', 'programme-event-form', 'programme-year-unknown'],
  }),
} as const satisfies Readonly<Record<string, Route>>;
