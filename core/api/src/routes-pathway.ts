import type { Role } from '@daero/domain/product';
import { changeSchema, dateSchema } from '@daero/pathway/case/event';
import { assumptionSchema, scenarioSchema } from '@daero/pathway/forecast/assumption';
import { policySchema } from '@daero/pathway/requirements/requirement';
import { aboutSchema, bindingSchema, signedSchema } from '@daero/pathway/record/entry';
import { z } from 'zod';
import { route, type Route } from './route.ts';
import { countryRoutesSchema } from './schemas/pathway-routes.ts';
import { investorSchema, productSchema } from './schemas/pathway-product.ts';
import { caseSchema, forecastSchema, portfolioSchema } from './schemas/pathway.ts';

/** Who sees where products stand: everybody but those who see only their own hospital's technology or purchases. */
const watchers = [
  'market-access',
  'statistician',
  'economist',
  'clinician',
  'administrator',
  'programme-office',
  'reviewer',
  'investor',
  'operator',
] as const satisfies readonly [Role, ...Role[]];

/** Who opens a case: not the investor, who sees the road and its ranges but no gaps and no reasons. */
const readers = [
  'market-access',
  'statistician',
  'economist',
  'clinician',
  'administrator',
  'programme-office',
  'reviewer',
  'operator',
] as const satisfies readonly [Role, ...Role[]];

/** Who sees what may be shown to an investor: released facts, dated and proven. */
const investors = ['investor', 'market-access', 'programme-office', 'operator'] as const satisfies readonly [
  Role,
  ...Role[],
];

/** Who records what an authority decided and what is assumed: the one who holds the file. */
export const caseRecorders = ['market-access', 'operator'] as const satisfies readonly [Role, ...Role[]];

const caseParam = z.object({ case: z.string().min(1).max(128) });
const shared = { served: 'everywhere', params: null, query: null, body: null, faults: [] } as const;
const signed = {
  ...signedSchema.shape,
  /** How many events of the case the person had before them. */
  expected: z.int().min(0),
  request: z.string().min(8).max(100).describe('made anew for each act; the same again is the same act'),
};
const recorded = z.strictObject({ eventId: z.string(), version: z.int() }).readonly();

const caseFaults = [
  'case-unknown',
  'case-entry-unreadable',
  'case-date-before',
  'case-day-ahead',
  'case-entry-refused',
  'case-stage-unknown',
  'case-stage-not-active',
  'case-transition-refused',
  'case-clock-stopped',
  'case-clock-not-stopped',
  'case-extension-refused',
  'case-appeal-refused',
  'case-appeal-late',
  'case-window-refused',
  'case-window-too-long',
  'case-window-extension-refused',
  'case-window-not-open',
  'case-window-still-open',
  'case-state-before',
  'case-state-twice',
  'case-ended',
  'case-move-refused',
  'case-annul-unknown',
  'case-opened-twice',
] as const;
const writeFaults = ['stream-moved', 'request-key-reused'] as const;
const forecastFaults = [
  'forecast-draws',
  'forecast-before-events',
  'assumption-stage-unknown',
  'assumption-days-fall',
  'assumption-day-far',
] as const;

/** Who sees what waits in cases. */
export const caseReaders: readonly Role[] = readers;

export const pathwayRoutes = {
  portfolio: route({
    ...shared,
    method: 'GET',
    path: '/api/cases',
    summary: { ko: '볼 수 있는 건과 그 예측', en: 'The cases that the caller may see, with their forecasts' },
    access: { who: watchers, scope: 'own' },
    answer: { as: 'json', schema: portfolioSchema },
  }),
  openCase: route({
    ...shared,
    method: 'POST',
    path: '/api/cases',
    summary: { ko: '건을 엽니다', en: 'Open a case' },
    access: { who: caseRecorders, scope: 'own' },
    body: z.strictObject({
      case: z.string().regex(/^[a-z0-9][a-z0-9-]{2,60}$/),
      on: dateSchema,
      source: z.string().trim().min(1).max(2000).nullable(),
      about: aboutSchema,
      change: changeSchema.options[0],
      ...signed,
    }),
    answer: { as: 'json', schema: recorded },
    faults: [
      'case-exists',
      'case-route-closed',
      'route-fact-unknown',
      'route-fact-value',
      'project-unknown',
      'case-day-ahead',
      'jurisdiction-unknown',
      'jurisdiction-version-unknown',
      'case-version-not-in-force',
      'case-route-unknown',
      'case-route-not-in-force',
      ...writeFaults,
    ],
  }),
  case: route({
    ...shared,
    method: 'GET',
    path: '/api/cases/:case',
    summary: { ko: '건 하나: 시계, 예측, 근거 공백, 이력', en: 'One case: clocks, forecast, gaps, trail' },
    access: { who: readers, scope: 'own' },
    params: caseParam,
    answer: { as: 'json', schema: caseSchema },
    faults: ['case-unknown', 'case-entry-unreadable'],
  }),
  recordCaseEvent: route({
    ...shared,
    method: 'POST',
    path: '/api/cases/:case/events',
    summary: {
      ko: '일어난 일을 서명하여 기록합니다. 규칙이 막는 것은 그 규칙과 함께 거절합니다',
      en: 'Record what happened, signed; what the rules forbid is refused with the rule',
    },
    access: { who: caseRecorders, scope: 'own' },
    params: caseParam,
    body: z.strictObject({
      on: dateSchema,
      source: z.string().trim().min(1).max(2000).nullable(),
      change: changeSchema,
      ...signed,
    }),
    answer: { as: 'json', schema: recorded },
    faults: [...caseFaults, ...writeFaults],
  }),
  assumeForCase: route({
    ...shared,
    method: 'POST',
    path: '/api/cases/:case/assumptions',
    summary: {
      ko: '이 건의 가정을 이것으로 바꿉니다',
      en: 'These are the assumptions of the case from now on',
    },
    access: { who: caseRecorders, scope: 'own' },
    params: caseParam,
    body: z.strictObject({ assumptions: z.array(assumptionSchema).max(200), ...signed }),
    answer: { as: 'json', schema: recorded },
    faults: ['case-unknown', 'case-entry-unreadable', ...forecastFaults, ...writeFaults],
  }),
  bindClaim: route({
    ...shared,
    method: 'POST',
    path: '/api/cases/:case/claims',
    summary: {
      ko: '근거 저장소의 주장을 이 건의 요구에 묶습니다',
      en: 'Bind a claim of the evidence repository to requirements of the case',
    },
    access: { who: caseRecorders, scope: 'own' },
    params: caseParam,
    body: z.strictObject({ binding: bindingSchema, ...signed }),
    answer: { as: 'json', schema: recorded },
    faults: [
      'case-unknown',
      'case-entry-unreadable',
      'case-without-project',
      'case-claim-unknown',
      'project-unknown',
      'requirement-unknown',
      ...writeFaults,
    ],
  }),
  unbindClaim: route({
    ...shared,
    method: 'POST',
    path: '/api/cases/:case/claims/removals',
    summary: {
      ko: '이 건에 묶인 주장을 떼어 냅니다',
      en: 'Take a claim off the case',
    },
    access: { who: caseRecorders, scope: 'own' },
    params: caseParam,
    body: z.strictObject({ claim: z.string().min(1).max(128), ...signed }),
    answer: { as: 'json', schema: recorded },
    faults: ['case-unknown', 'case-entry-unreadable', 'case-claim-not-bound', ...writeFaults],
  }),
  askOfCase: route({
    ...shared,
    method: 'POST',
    path: '/api/cases/:case/policies',
    summary: {
      ko: '규정 위에 더 요구하는 것을 이것으로 바꿉니다',
      en: 'What is asked of the evidence on top of the rules, from now on',
    },
    access: { who: caseRecorders, scope: 'own' },
    params: caseParam,
    body: z.strictObject({ policies: z.array(policySchema).max(200), ...signed }),
    answer: { as: 'json', schema: recorded },
    faults: ['case-unknown', 'case-entry-unreadable', 'assumption-stage-unknown', ...writeFaults],
  }),
  product: route({
    ...shared,
    method: 'GET',
    path: '/api/products/:product',
    summary: {
      ko: '제품 하나: 판, 모든 건, 다섯 상태, 먼저 채울 공백',
      en: 'One product: versions, all its cases, the five states, the gaps to close first',
    },
    access: { who: readers, scope: 'own' },
    params: z.object({ product: z.string().min(1).max(128) }),
    answer: { as: 'json', schema: productSchema },
    faults: ['product-unknown'],
  }),
  investor: route({
    ...shared,
    method: 'GET',
    path: '/api/investor',
    summary: {
      ko: '투자자가 볼 수 있는 것: 단계, 예측의 폭, 도입과 갱신, 날짜가 있는 증빙',
      en: 'What an investor may see: stage, forecast with its range, adoption and renewal, dated proof',
    },
    access: { who: investors, scope: 'own' },
    answer: { as: 'json', schema: investorSchema },
  }),
  previewForecast: route({
    ...shared,
    method: 'POST',
    path: '/api/cases/:case/forecast',
    summary: {
      ko: '가정을 바꾼 예측. 아무것도 저장하지 않습니다',
      en: 'The forecast under other assumptions; stores nothing',
    },
    access: { who: readers, scope: 'own' },
    params: caseParam,
    body: z.strictObject({
      assumptions: z.array(assumptionSchema).max(200),
      scenarios: z.array(scenarioSchema).max(20).default([]),
      draws: z.int().min(100).max(20_000).default(10_000),
    }),
    answer: { as: 'json', schema: forecastSchema },
    faults: ['case-unknown', 'case-entry-unreadable', ...forecastFaults],
  }),
  compareRoutes: route({
    ...shared,
    method: 'GET',
    path: '/api/pathways',
    summary: {
      ko: '나라별 경로: 열림, 닫힘(닫는 규칙), 답을 기다림',
      en: 'Routes by country: open, closed (with the rule), waiting for an answer',
    },
    access: { who: watchers, scope: 'own' },
    query: z.object({
      countries: z
        .string()
        .regex(/^[A-Z]{2}(,[A-Z]{2})*$/)
        .max(60)
        .default('KR,US,DE,FR,UK,JP'),
      on: dateSchema.optional(),
      facts: z
        .string()
        .max(1000)
        .regex(/^([A-Z]{2}\.[a-z_]+=\d+(,|$))*$/)
        .default('')
        .describe('known facts, for example KR.item_listed=1,DE.mdr_class=2'),
    }),
    answer: { as: 'json', schema: z.array(countryRoutesSchema).readonly() },
    faults: [
      'jurisdiction-unknown',
      'jurisdiction-version-unknown',
      'route-fact-unknown',
      'route-fact-value',
    ],
  }),
} as const satisfies Readonly<Record<string, Route>>;
