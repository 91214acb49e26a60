import { adoptionChangeForm, adoptionKeyForm } from '@daero/adoption/layers/event';
import { hospitalRulesForm } from '@daero/adoption/layers/layer';
import { procurementChangeForm } from '@daero/adoption/procurement/event';
import { adoptionAboutForm } from '@daero/adoption/record/about';
import { answerChangeForm } from '@daero/adoption/security/question';
import type { Role } from '@daero/domain/product';
import { dateSchema } from '@daero/pathway/case/event';
import { signedSchema } from '@daero/pathway/record/entry';
import { z } from 'zod';
import { route, type Route } from './route.ts';
import {
  boardSchema,
  deploymentSchema,
  hospitalSchema,
  readinessSchema,
  roomSchema,
  usageSchema,
} from './schemas/adoption.ts';
import { answersSchema, purchaseSchema } from './schemas/adoption-purchase.ts';
import { adoptionFaults, answerFaults, purchaseFaults } from './routes-adoption-faults.ts';

/** Who sees where hospitals stand: stages and use, without papers and reasons. */
const watchers = [
  'market-access',
  'clinician',
  'hospital-it',
  'administrator',
  'procurement',
  'programme-office',
  'investor',
  'operator',
] as const satisfies readonly [Role, ...Role[]];

/** Who works inside a hospital, and the installation's operator: they open its rooms. */
export const insiders = [
  'clinician',
  'hospital-it',
  'administrator',
  'procurement',
  'operator',
] as const satisfies readonly [Role, ...Role[]];

/** Who compares offers; a company never sees a rival's. */
const buyers = ['clinician', 'administrator', 'procurement', 'operator'] as const satisfies readonly [
  Role,
  ...Role[],
];
/** Who answers for the product, and who reads the answers. */
export const answerers = ['market-access', 'operator'] as const satisfies readonly [Role, ...Role[]];
const answerReaders = ['market-access', ...insiders] as const satisfies readonly [Role, ...Role[]];
const openers = ['administrator', 'operator'] as const satisfies readonly [Role, ...Role[]];
const planners = [
  'market-access',
  'administrator',
  'programme-office',
  'investor',
  'operator',
] as const satisfies readonly [Role, ...Role[]];

const id = z.string().min(1).max(128);
const adoptionParam = z.object({ adoption: id });
const shared = { served: 'everywhere', params: null, query: null, body: null, faults: [] } as const;
const signed = {
  ...signedSchema.shape,
  on: dateSchema,
  source: z.string().trim().min(1).max(2000).nullable(),
  expected: z.int().min(0).describe('how many events of the record the person had before them'),
  request: z.string().min(8).max(100).describe('made anew for each act; the same again is the same act'),
};
const recorded = z.strictObject({ eventId: z.string(), version: z.int() }).readonly();
const found = ['adoption-unknown', 'adoption-event-form'] as const;
const written = ['adoption-day-ahead', 'stream-moved', 'request-key-reused'] as const;

export const adoptionRoutes = {
  adoptions: route({
    ...shared,
    method: 'GET',
    path: '/api/adoptions',
    summary: {
      ko: '병원마다 어디까지 왔는지, 다음은 누구인지, 무엇이 막는지',
      en: 'Where every hospital stands, who is next, what blocks, and for how long',
    },
    access: { who: watchers, scope: 'own' },
    answer: { as: 'json', schema: boardSchema },
  }),
  openAdoption: route({
    ...shared,
    method: 'POST',
    path: '/api/adoptions',
    summary: { ko: '한 병원의 도입 검토를 시작합니다', en: 'Open the adoption of a product at a hospital' },
    access: { who: openers, scope: 'own' },
    body: z.strictObject({
      adoption: z.string().regex(/^[a-z0-9][a-z0-9-]{2,60}$/),
      about: adoptionAboutForm,
      key: adoptionKeyForm,
      rules: hospitalRulesForm.nullable().describe('how the hospital decides; null: the usual order'),
      holders: z
        .record(z.string(), z.array(id).max(20))
        .default({})
        .describe('who holds which key, by layer, where the rules are the usual ones'),
      ...signed,
    }),
    answer: { as: 'json', schema: recorded },
    faults: ['adoption-exists', 'project-unknown', ...adoptionFaults, ...written],
  }),
  adoption: route({
    ...shared,
    method: 'GET',
    path: '/api/adoptions/:adoption',
    summary: { ko: '한 병원: 단계, 결정, 이력', en: 'One hospital: layers, decisions, trail' },
    access: { who: insiders, scope: 'own' },
    params: adoptionParam,
    answer: { as: 'json', schema: hospitalSchema },
    faults: found,
  }),
  decisionRoom: route({
    ...shared,
    method: 'GET',
    path: '/api/adoptions/:adoption/layers/:layer',
    summary: {
      ko: '한 단계의 결정실: 보는 것, 조건, 결정',
      en: 'The room of one layer: what it sees, its conditions, its decisions',
    },
    access: { who: insiders, scope: 'own' },
    params: z.object({ adoption: id, layer: id }),
    answer: { as: 'json', schema: roomSchema },
    faults: [...found, 'adoption-layer-unknown'],
  }),
  adoptionReadiness: route({
    ...shared,
    method: 'GET',
    path: '/api/adoptions/:adoption/readiness',
    summary: {
      ko: '준비와 교육, 하나의 기록으로 채운 평가틀',
      en: 'Readiness and training, and the frameworks filled from one record',
    },
    access: { who: insiders, scope: 'own' },
    params: adoptionParam,
    answer: { as: 'json', schema: readinessSchema },
    faults: found,
  }),
  adoptionUse: route({
    ...shared,
    method: 'GET',
    path: '/api/adoptions/:adoption/use',
    summary: {
      ko: '주별·판독자별 사용과 상태. 적은 수는 가립니다',
      en: 'Use by week and by reader, with its state; small counts are withheld',
    },
    access: { who: insiders, scope: 'own' },
    params: adoptionParam,
    answer: { as: 'json', schema: usageSchema },
    faults: found,
  }),
  recordAdoption: route({
    ...shared,
    method: 'POST',
    path: '/api/adoptions/:adoption/events',
    summary: {
      ko: '결정, 서류, 조건, 준비를 서명하여 기록합니다. 규칙이 막는 것은 그 규칙과 함께 거절합니다',
      en: 'Record a decision, a paper, a condition or readiness, signed; what the rules forbid is refused with the rule',
    },
    access: { who: insiders, scope: 'own' },
    params: adoptionParam,
    body: z.strictObject({ change: adoptionChangeForm, ...signed }),
    answer: { as: 'json', schema: recorded },
    faults: ['adoption-unknown', ...adoptionFaults, ...written],
  }),
  purchase: route({
    ...shared,
    method: 'GET',
    path: '/api/adoptions/:adoption/purchase',
    summary: {
      ko: '구매: 요청, 기준, 제안, 평가, 계약, 규정의 한도',
      en: 'The purchase: request, criteria, offers, evaluation, contract, ceilings of the rules',
    },
    access: { who: buyers, scope: 'own' },
    params: adoptionParam,
    answer: { as: 'json', schema: purchaseSchema },
    faults: found,
  }),
  recordPurchase: route({
    ...shared,
    method: 'POST',
    path: '/api/adoptions/:adoption/purchase/events',
    summary: { ko: '구매 절차를 서명하여 기록합니다', en: 'Record a step of the purchase, signed' },
    access: { who: buyers, scope: 'own' },
    params: adoptionParam,
    body: z.strictObject({ change: procurementChangeForm, ...signed }),
    answer: { as: 'json', schema: recorded },
    faults: ['adoption-unknown', ...purchaseFaults, ...written],
  }),
  securityAnswers: route({
    ...shared,
    method: 'GET',
    path: '/api/products/:product/answers',
    summary: {
      ko: '한 번 답하여 모든 병원에 쓰는 보안 질문서',
      en: 'The security questionnaire, answered once for all hospitals',
    },
    access: { who: answerReaders, scope: 'own' },
    params: z.object({ product: id }),
    query: z.object({ version: z.string().max(100).optional() }),
    answer: { as: 'json', schema: answersSchema },
    faults: ['adoption-product-unknown', 'adoption-event-form'],
  }),
  recordAnswer: route({
    ...shared,
    method: 'POST',
    path: '/api/products/:product/answers/events',
    summary: { ko: '보안 질문에 서명하여 답합니다', en: 'Answer a question of security, signed' },
    access: { who: answerers, scope: 'own' },
    params: z.object({ product: id }),
    body: z.strictObject({ change: answerChangeForm, ...signed }),
    answer: { as: 'json', schema: recorded },
    faults: ['adoption-product-unknown', ...answerFaults, ...written],
  }),
  deployment: route({
    ...shared,
    method: 'GET',
    path: '/api/deployment',
    summary: {
      ko: '허가까지의 시간과 허가에서 사용, 지속 사용, 보상까지의 시간',
      en: 'The time to authorisation beside the time from it to use, sustained use and payment',
    },
    access: { who: planners, scope: 'own' },
    answer: { as: 'json', schema: deploymentSchema },
    faults: ['portfolio-days-fall'],
  }),
} as const satisfies Readonly<Record<string, Route>>;
