import { roles, type Role } from '@daero/domain/product';
import { z } from 'zod';
import { designRoutes } from './design-routes.ts';
import { adoptionRoutes } from './routes-adoption.ts';
import { pathwayRoutes } from './routes-pathway.ts';
import { programmeRoutes } from './routes-programme.ts';
import { modelRoutes } from './model-routes.ts';
import { route, type Route } from './route.ts';
import { chainSchema, claimSchema, nodeEstimateSchema, nodeShapeSchema } from './schemas/chain.ts';
import { auditRowSchema, projectSchema, workItemSchema } from './schemas/project.ts';
import { importSchema, progressSchema, reasonSchema, runSchema } from './schemas/run.ts';

/** Everybody who works here; a device has no pages. */
const people = [
  'market-access',
  'statistician',
  'economist',
  'clinician',
  'hospital-it',
  'administrator',
  'procurement',
  'programme-office',
  'reviewer',
  'investor',
  'operator',
] as const satisfies readonly [Role, ...Role[]];

/** Who reads the chain below its claims: everybody but the investor, who sees what was released. */
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

const builders = ['market-access', 'statistician', 'economist', 'operator'] as const satisfies readonly [
  Role,
  ...Role[],
];
const auditors = [
  'market-access',
  'statistician',
  'economist',
  'administrator',
  'programme-office',
  'reviewer',
  'operator',
] as const satisfies readonly [Role, ...Role[]];
const importers = ['hospital-it', 'operator'] as const satisfies readonly [Role, ...Role[]];

const id = z.string().min(1).max(128);
const project = z.object({ id });
const run = z.object({ run: id });
const sessionSchema = z
  .strictObject({ person: z.string(), role: z.enum(roles), demonstration: z.literal(true) })
  .readonly();

const shared = { served: 'everywhere', params: null, query: null, body: null, faults: [] } as const;

/** Every route there is. A handler for each is what the server must give to compile. */
export const routes = {
  health: route({
    ...shared,
    method: 'GET',
    path: '/api/health',
    summary: { ko: '서버가 살아 있는지', en: 'Whether the server is up' },
    access: { who: 'anyone' },
    answer: {
      as: 'json',
      schema: z.strictObject({
        status: z.literal('ok'),
        serves: z.enum(['all', 'hub', 'site']),
        worker: z.boolean(),
      }),
    },
  }),
  openApi: route({
    ...shared,
    method: 'GET',
    path: '/api/openapi.json',
    summary: { ko: '이 API의 설명서(OpenAPI 3.1)', en: 'The description of this API (OpenAPI 3.1)' },
    access: { who: 'anyone' },
    answer: { as: 'json', schema: z.looseObject({ openapi: z.string() }) },
  }),
  session: route({
    ...shared,
    method: 'GET',
    path: '/api/session',
    summary: {
      ko: '누가 어떤 역할로 로그인했는지, 아무도 아니면 null',
      en: 'Who is signed in, in which role; null where nobody is',
    },
    access: { who: 'anyone' },
    answer: { as: 'json', schema: sessionSchema.nullable() },
  }),
  signIn: route({
    ...shared,
    method: 'POST',
    path: '/api/session',
    summary: {
      ko: '시연용 로그인: 역할만 고릅니다',
      en: 'Sign-in for demonstration: choose a role, prove nothing',
    },
    access: { who: 'anyone' },
    body: z.strictObject({
      role: z.enum(people),
      projects: z.array(id).min(1).max(100).optional().describe('reach only these projects'),
    }),
    answer: { as: 'json', schema: sessionSchema },
    faults: ['demonstration-only-on-loopback'],
  }),
  signOut: route({
    ...shared,
    method: 'DELETE',
    path: '/api/session',
    summary: { ko: '로그아웃', en: 'Sign out' },
    access: { who: people, scope: 'own' },
    answer: { as: 'nothing' },
  }),
  projects: route({
    ...shared,
    method: 'GET',
    path: '/api/projects',
    summary: { ko: '볼 수 있는 근거 저장소', en: 'The evidence repositories that the caller may see' },
    access: { who: people, scope: 'own' },
    answer: { as: 'json', schema: z.array(projectSchema).readonly() },
  }),
  chain: route({
    ...shared,
    method: 'GET',
    path: '/api/projects/:id/chain',
    summary: { ko: '근거 사슬의 모든 노드', en: 'Every node of the chain' },
    access: { who: readers, scope: 'project' },
    params: project,
    answer: { as: 'json', schema: chainSchema },
    faults: ['project-unknown'],
  }),
  claims: route({
    ...shared,
    method: 'GET',
    path: '/api/projects/:id/claims',
    summary: { ko: '주장과 그 안의 수', en: 'The claims, with the numbers in them' },
    access: { who: people, scope: 'project' },
    params: project,
    answer: { as: 'json', schema: z.array(claimSchema).readonly() },
    faults: ['project-unknown'],
  }),
  shapes: route({
    ...shared,
    method: 'GET',
    path: '/api/projects/:id/shapes',
    summary: {
      ko: '그림의 재료(공개 가능한 것만)',
      en: 'What the plots are made from, as far as disclosure leaves it',
    },
    access: { who: readers, scope: 'project' },
    params: project,
    answer: { as: 'json', schema: z.array(nodeShapeSchema).readonly() },
    faults: ['project-unknown'],
  }),
  estimates: route({
    ...shared,
    method: 'GET',
    path: '/api/projects/:id/estimates',
    summary: { ko: '추정값. 공개할 수 없는 것은 까닭만', en: 'The estimates; of what is withheld, only why' },
    access: { who: readers, scope: 'project' },
    params: project,
    answer: { as: 'json', schema: z.array(nodeEstimateSchema).readonly() },
    faults: ['project-unknown'],
  }),
  dossier: route({
    ...shared,
    method: 'GET',
    path: '/api/projects/:id/dossier',
    summary: { ko: '서류(HTML)', en: 'The dossier (HTML)' },
    access: { who: people, scope: 'project' },
    params: project,
    query: z.object({ lang: z.enum(['ko', 'en']).default('ko') }),
    answer: { as: 'html' },
    faults: ['project-unknown', 'dossier-not-built'],
  }),
  bundle: route({
    ...shared,
    method: 'GET',
    path: '/api/projects/:id/bundle',
    summary: { ko: '검증할 수 있는 꾸러미(zip)', en: 'The bundle that can be verified (zip)' },
    access: { who: people, scope: 'project' },
    params: project,
    answer: { as: 'zip' },
    faults: ['project-unknown', 'bundle-not-built'],
  }),
  startBuild: route({
    ...shared,
    method: 'POST',
    path: '/api/projects/:id/builds',
    summary: {
      ko: '사슬을 만듭니다. 이미 만들고 있으면 그 실행을 답합니다',
      en: 'Build the chain; where a build is under way, answers that one',
    },
    access: { who: builders, scope: 'project' },
    params: project,
    body: reasonSchema,
    answer: { as: 'json', schema: z.strictObject({ run: z.string() }).readonly() },
    faults: ['project-unknown', 'jobs-unavailable'],
  }),
  run: route({
    ...shared,
    method: 'GET',
    path: '/api/runs/:run',
    summary: { ko: '실행 하나의 상태', en: 'How a run stands' },
    access: { who: readers, scope: 'run' },
    params: run,
    answer: { as: 'json', schema: runSchema },
    faults: ['run-unknown', 'jobs-unavailable'],
  }),
  progress: route({
    ...shared,
    method: 'GET',
    path: '/api/runs/:run/progress',
    summary: { ko: '실행의 진행(서버 전송 이벤트)', en: 'The progress of a run (server-sent events)' },
    access: { who: readers, scope: 'run' },
    params: run,
    answer: { as: 'stream', schema: progressSchema },
    faults: ['run-unknown', 'jobs-unavailable'],
  }),
  cancelRun: route({
    ...shared,
    method: 'POST',
    path: '/api/runs/:run/cancel',
    summary: { ko: '실행을 멈춥니다. 끝난 단계는 남습니다', en: 'Stop a run; finished steps stay' },
    access: { who: builders, scope: 'run' },
    params: run,
    body: reasonSchema,
    answer: { as: 'nothing' },
    faults: ['run-unknown', 'run-not-active', 'jobs-unavailable'],
  }),
  resumeRun: route({
    ...shared,
    method: 'POST',
    path: '/api/runs/:run/resume',
    summary: {
      ko: '멈추거나 실패한 실행을 이어서 합니다',
      en: 'Go on with a run that was stopped or failed',
    },
    access: { who: builders, scope: 'run' },
    params: run,
    body: reasonSchema,
    answer: { as: 'nothing' },
    faults: ['run-unknown', 'job-not-resumable', 'jobs-unavailable'],
  }),
  events: route({
    ...shared,
    method: 'GET',
    path: '/api/events',
    summary: { ko: '누가, 언제, 왜 무엇을 바꾸었는지', en: 'Who changed what, when and why' },
    access: { who: auditors, scope: 'own' },
    query: z.object({
      project: id.optional(),
      type: z.string().max(100).optional(),
      limit: z.coerce.number<number>().int().min(1).max(1000).default(200),
    }),
    answer: { as: 'json', schema: z.array(auditRowSchema).readonly() },
  }),
  importEvents: route({
    ...shared,
    method: 'POST',
    path: '/api/import',
    summary: {
      ko: '사건을 한 줄에 하나씩 받습니다. 같은 멱등 키는 한 번만 저장됩니다',
      en: 'Takes events, one a line; one idempotency key is stored once',
    },
    access: { who: importers, scope: 'installation' },
    served: 'at a site',
    query: z.object({
      reason: z.string().trim().min(1).max(500),
      firstLine: z.coerce
        .number<number>()
        .int()
        .min(1)
        .default(1)
        .describe('the number of the first line sent'),
    }),
    body: 'lines',
    answer: { as: 'json', schema: importSchema },
    faults: ['not-served-here'],
  }),
  work: route({
    ...shared,
    method: 'GET',
    path: '/api/work',
    summary: { ko: '기다리는 일', en: 'What waits' },
    access: { who: people, scope: 'own' },
    answer: { as: 'json', schema: z.array(workItemSchema).readonly() },
  }),
  ...designRoutes,
  ...pathwayRoutes,
  ...programmeRoutes,
  ...adoptionRoutes,
  ...modelRoutes,
} as const satisfies Readonly<Record<string, Route>>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type SessionView = z.output<typeof sessionSchema>;
export const peopleRoles: readonly Role[] = people;
