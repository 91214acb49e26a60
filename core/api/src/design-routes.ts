import type { Role } from '@daero/domain/product';
import { z } from 'zod';
import { route, type Route } from './route.ts';
import { designFilesSchema, designQuestionSchema, designSchema, methodSchema } from './schemas/design.ts';

/** Who designs studies, or reads how one was designed. Nothing is stored and no data are read. */
const designers = [
  'market-access',
  'statistician',
  'economist',
  'clinician',
  'administrator',
  'programme-office',
  'reviewer',
  'operator',
] as const satisfies readonly [Role, ...Role[]];

const shared = { served: 'everywhere', params: null, query: null, body: null, faults: [] } as const;
const access = { who: designers, scope: 'own' } as const;
const faults = [
  'expected-outside',
  'expected-not-beyond-goal',
  'margin-wrong-sign',
  'power-below-alpha',
  'losses-impossible',
  'size-infinite',
  'size-beyond-search',
  'discordance-impossible',
  'centres-too-few',
  'power-out-of-reach',
] as const;

export const designRoutes = {
  designStudy: route({
    ...shared,
    method: 'POST',
    path: '/api/design',
    summary: {
      ko: '연구 질문의 표본 크기, 분석, 점검표. 아무것도 저장하지 않습니다',
      en: 'Sizes, analyses and checklists of a study question; stores nothing',
    },
    access,
    body: designQuestionSchema,
    answer: { as: 'json', schema: designSchema },
    faults,
  }),
  designFiles: route({
    ...shared,
    method: 'POST',
    path: '/api/design/files',
    summary: {
      ko: '연구 질문의 계획서와 프로토콜. 아무것도 저장하지 않습니다',
      en: 'The plan and the protocol of a study question; stores nothing',
    },
    access,
    body: designQuestionSchema,
    answer: { as: 'json', schema: designFilesSchema },
    faults,
  }),
  methods: route({
    ...shared,
    method: 'GET',
    path: '/api/methods',
    summary: { ko: '계획서에 쓸 수 있는 방법', en: 'The methods that a plan can name' },
    access,
    answer: { as: 'json', schema: z.array(methodSchema).readonly() },
  }),
} as const satisfies Readonly<Record<string, Route>>;
