import type { Role } from '@daero/domain/product';
import { z } from 'zod';
import { route, type Route } from './route.ts';
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

export const modelRoutes = {
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
