import type { Role } from '@daero/domain/product';
import { z } from 'zod';
import { route, type Route } from './route.ts';
import { modelDrawsSchema, mostModelDraws } from './schemas/model-draws.ts';
import { economicModelSchema } from './schemas/model.ts';

/** Who reads the chain below its claims. */
const readers = [
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

/** Who may set a machine to work for minutes. */
const modellers = [
  'market-access',
  'statistician',
  'economist',
  'reviewer',
  'operator',
] as const satisfies readonly [Role, ...Role[]];

const project = z.object({ id: z.string().min(1).max(128) });
const drawn = project.extend({ key: z.string().regex(/^[0-9a-f]{64}$/) });
const faults = ['project-unknown', 'model-not-in-plan', 'model-estimates-missing'] as const;
const shared = { served: 'everywhere', params: project, query: null, body: null } as const;

export const modelRoutes = {
  modelReport: route({
    ...shared,
    method: 'GET',
    path: '/api/projects/:id/model/report',
    summary: {
      ko: '경제성 모형의 보고서(HTML): 그림, 관례, 민감도, CHEERS 2022와 CHEERS-AI',
      en: 'The report of the economic model (HTML): figures, conventions, sensitivity, CHEERS 2022 and CHEERS-AI',
    },
    access: { who: readers, scope: 'project' },
    query: z.object({ lang: z.enum(['ko', 'en']) }),
    answer: { as: 'html' },
    faults,
  }),
  modelWorkbook: route({
    ...shared,
    method: 'GET',
    path: '/api/projects/:id/model/workbook',
    summary: {
      ko: '경제성 모형의 통합 문서(XLSX): 식으로 기본 분석을 다시 계산',
      en: 'The economic model as a workbook (XLSX) whose formulas compute the base case again',
    },
    access: { who: readers, scope: 'project' },
    query: z.object({ lang: z.enum(['ko', 'en']) }),
    answer: { as: 'xlsx' },
    faults: [...faults, 'workbook-too-large', 'workbook-formula-too-long'],
  }),
  startModelDraws: route({
    ...shared,
    method: 'POST',
    path: '/api/projects/:id/model/draws',
    summary: {
      ko: '코호트 모형을 여러 작업자로 많이 뽑기. 사슬에는 들어가지 않습니다',
      en: 'Many draws of a cohort model by several workers; none of it enters the chain',
    },
    access: { who: modellers, scope: 'project' },
    body: z.strictObject({ draws: z.int().min(1000).max(mostModelDraws) }),
    answer: { as: 'json', schema: modelDrawsSchema },
    faults: [...faults, 'draws-of-trees'],
  }),
  modelDraws: route({
    ...shared,
    method: 'GET',
    path: '/api/projects/:id/model/draws/:key',
    summary: { ko: '많이 뽑기가 어디까지 갔는지와 그 결과', en: 'How far the draws are, and what they say' },
    access: { who: readers, scope: 'project' },
    params: drawn,
    answer: { as: 'json', schema: modelDrawsSchema },
    faults: ['draws-unknown'],
  }),
  cancelModelDraws: route({
    ...shared,
    method: 'DELETE',
    path: '/api/projects/:id/model/draws/:key',
    summary: { ko: '많이 뽑기를 멈춤', en: 'Stop the draws' },
    access: { who: modellers, scope: 'project' },
    params: drawn,
    answer: { as: 'json', schema: modelDrawsSchema },
    faults: ['draws-unknown'],
  }),
  economicModel: route({
    served: 'everywhere',
    method: 'GET',
    path: '/api/projects/:id/model',
    summary: {
      ko: '경제성 모형: 파일, 묶인 추정값, 잠긴 판, 곁의 예산과 병원 손익 파일',
      en: 'The economic model: its file, the estimates bound to it, its locked version, budget and hospital case beside it',
    },
    access: { who: readers, scope: 'project' },
    params: z.object({ id: z.string().min(1).max(128) }),
    query: null,
    body: null,
    answer: { as: 'json', schema: economicModelSchema.nullable().describe('null where the plan names none') },
    faults: ['project-unknown'],
  }),
} as const satisfies Readonly<Record<string, Route>>;
