import type {
  BoardView,
  DeploymentView,
  HospitalView,
  ReadinessView,
  RoomView,
  UsageView,
} from '@daero/api/schemas/adoption';
import type { AnswersView, PurchaseView } from '@daero/api/schemas/adoption-purchase';
import type { DesignFiles, DesignView } from '@daero/api/schemas/design';
import type { CaseView, ForecastView, PortfolioView } from '@daero/api/schemas/pathway';
import type { InvestorView, ProductView } from '@daero/api/schemas/pathway-product';
import type { CountryRoutesView } from '@daero/api/schemas/pathway-routes';
import type { EconomicModelView } from '@daero/api/schemas/model';
import type { ModelDrawsView } from '@daero/api/schemas/model-draws';
import type { CallView } from '@daero/api/schemas/programme-call';
import type { ProjectView } from '@daero/api/schemas/programme-project';
import type { ProgrammeView } from '@daero/api/schemas/programme';
import type { Role } from '@daero/domain/product';
import type { Language } from '@daero/domain/text';
import type {
  AuditRow,
  Chain,
  Claim,
  NodeEstimate,
  NodeShape,
  Problem,
  Progress,
  Project,
  Session,
  WorkItem,
} from './api-types.ts';

/** What the server refused, in words; `kind` is the code to quote. */
export class ServerProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.kind}: ${problem.en}`);
    this.problem = problem;
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'kind' in body && 'ko' in body && 'en' in body;

export const unreached: Problem = {
  kind: 'server-unreached',
  ko: '서버에 닿지 못했습니다. 서버가 켜져 있는지 확인하고 다시 시도하십시오.',
  en: 'The server could not be reached. Check that it is running, then try again.',
  status: 0,
};

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => null);
  if (response === null) throw new ServerProblem(unreached);
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  throw new ServerProblem(
    isProblem(body)
      ? { ...body, status: response.status }
      : {
          kind: `http-${response.status}`,
          ko: `서버가 요청을 처리하지 못했습니다(${response.status}): ${path}`,
          en: `The server could not answer (${response.status}): ${path}`,
          status: response.status,
        },
  );
}

/** The routes of our own server: their answers are typed by the server's schemas, so they are not parsed twice. */
async function json<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await ask(path, init);
  return (await response.json()) as Answer;
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** What may be recorded in a case, as its address ends. */
export type CaseAct = 'events' | 'assumptions' | 'claims' | 'claims/removals' | 'policies';
type Recorded = { readonly eventId: string; readonly version: number };
const ofCase = (id: string): string => `/api/cases/${encodeURIComponent(id)}`;
const ofAdoption = (id: string): string => `/api/adoptions/${encodeURIComponent(id)}`;
const of = (project: string): string => `/api/projects/${encodeURIComponent(project)}`;

export const api = {
  isUp: async (): Promise<boolean> =>
    fetch('/api/health').then(
      ({ ok }) => ok,
      () => false,
    ),
  session: async (): Promise<Session | null> => json('/api/session'),
  signIn: async (role: Role): Promise<Session> => json('/api/session', post({ role })),
  signOut: async (): Promise<void> => void (await ask('/api/session', { method: 'DELETE' })),
  projects: async (): Promise<readonly Project[]> => json('/api/projects'),
  chain: async (project: string): Promise<Chain> => json(`${of(project)}/chain`),
  claims: async (project: string): Promise<readonly Claim[]> => json(`${of(project)}/claims`),
  shapes: async (project: string): Promise<readonly NodeShape[]> => json(`${of(project)}/shapes`),
  estimates: async (project: string): Promise<readonly NodeEstimate[]> => json(`${of(project)}/estimates`),
  modelDocument: async (project: string, kind: 'report' | 'workbook', language: Language): Promise<Blob> =>
    (await ask(`${of(project)}/model/${kind}?lang=${language}`)).blob(),
  startModelDraws: (project: string, draws: number) =>
    json<ModelDrawsView>(`${of(project)}/model/draws`, post({ draws })),
  modelDraws: (project: string, key: string) => json<ModelDrawsView>(`${of(project)}/model/draws/${key}`),
  cancelModelDraws: (project: string, key: string) =>
    json<ModelDrawsView>(`${of(project)}/model/draws/${key}`, {
      method: 'DELETE',
    }),
  economicModel: async (project: string): Promise<EconomicModelView | null> => json(`${of(project)}/model`),
  dossier: async (project: string, language: Language): Promise<string> =>
    (await ask(`${of(project)}/dossier?lang=${language}`)).text(),
  build: async (project: string, reason: string): Promise<{ readonly run: string }> =>
    json(`${of(project)}/builds`, post({ reason })),
  cancel: async (run: string, reason: string): Promise<void> =>
    void (await ask(`/api/runs/${encodeURIComponent(run)}/cancel`, post({ reason }))),
  resume: async (run: string, reason: string): Promise<void> =>
    void (await ask(`/api/runs/${encodeURIComponent(run)}/resume`, post({ reason }))),
  events: async (project: string): Promise<readonly AuditRow[]> =>
    json(`/api/events?project=${encodeURIComponent(project)}`),
  work: async (): Promise<readonly WorkItem[]> => json('/api/work'),
  design: async (question: unknown): Promise<DesignView> => json('/api/design', post(question)),
  designFiles: async (question: unknown): Promise<DesignFiles> => json('/api/design/files', post(question)),
  portfolio: async (): Promise<PortfolioView> => json('/api/cases'),
  case: async (id: string): Promise<CaseView> => json(ofCase(id)),
  recordInCase: async (id: string, what: CaseAct, body: unknown): Promise<Recorded> =>
    json(`${ofCase(id)}/${what}`, post(body)),
  openCase: async (body: unknown): Promise<Recorded> => json('/api/cases', post(body)),
  product: async (id: string): Promise<ProductView> => json(`/api/products/${encodeURIComponent(id)}`),
  investor: async (): Promise<InvestorView> => json('/api/investor'),
  previewForecast: async (id: string, body: unknown): Promise<ForecastView> =>
    json(`${ofCase(id)}/forecast`, post(body)),
  adoptions: async (): Promise<BoardView> => json('/api/adoptions'),
  deployment: async (): Promise<DeploymentView> => json('/api/deployment'),
  adoption: async (id: string): Promise<HospitalView> => json(ofAdoption(id)),
  decisionRoom: async (id: string, layer: string): Promise<RoomView> =>
    json(`${ofAdoption(id)}/layers/${encodeURIComponent(layer)}`),
  readiness: async (id: string): Promise<ReadinessView> => json(`${ofAdoption(id)}/readiness`),
  usage: async (id: string): Promise<UsageView> => json(`${ofAdoption(id)}/use`),
  purchase: async (id: string): Promise<PurchaseView> => json(`${ofAdoption(id)}/purchase`),
  answers: async (product: string): Promise<AnswersView> =>
    json(`/api/products/${encodeURIComponent(product)}/answers`),
  recordAt: async (path: string, body: unknown): Promise<Recorded> => json(path, post(body)),
  programme: async (): Promise<ProgrammeView> => json('/api/programme'),
  call: async (id: string): Promise<CallView> => json(`/api/programme/calls/${encodeURIComponent(id)}`),
  openCall: async (body: unknown): Promise<Recorded> => json('/api/programme/calls', post(body)),
  agreeProject: async (body: unknown): Promise<Recorded> => json('/api/programme/projects', post(body)),
  recordInCall: async (id: string, body: unknown): Promise<Recorded> =>
    json(`/api/programme/calls/${encodeURIComponent(id)}/events`, post(body)),
  grant: async (id: string): Promise<ProjectView> =>
    json(`/api/programme/projects/${encodeURIComponent(id)}`),
  recordInGrant: async (id: string, body: unknown): Promise<Recorded> =>
    json(`/api/programme/projects/${encodeURIComponent(id)}/events`, post(body)),
  routes: async (countries: string, facts: string): Promise<readonly CountryRoutesView[]> =>
    json(`/api/pathways?countries=${countries}&facts=${encodeURIComponent(facts)}`),
};

/** Listens to a run until told to stop. The stream reconnects by itself; leaving never stops the run. */
export function listen(run: string, heard: (progress: Progress) => void, lost: () => void): () => void {
  const stream = new EventSource(`/api/runs/${encodeURIComponent(run)}/progress`);
  stream.onmessage = (message: MessageEvent<string>) => {
    const progress = JSON.parse(message.data) as Progress;
    heard(progress);
    if (progress.state === 'done' || progress.state === 'failed' || progress.state === 'cancelled')
      stream.close();
  };
  stream.onerror = () => lost();
  return () => stream.close();
}
