import type { Language } from '@daero/domain/text';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** What pages ask the server, and the key each answer is kept under. */
export const questions = {
  session: queryOptions({ queryKey: ['session'], queryFn: api.session, staleTime: 60_000 }),
  projects: queryOptions({ queryKey: ['projects'], queryFn: api.projects }),
  portfolio: queryOptions({ queryKey: ['cases'], queryFn: api.portfolio }),
  case: (id: string) => queryOptions({ queryKey: ['cases', id], queryFn: () => api.case(id) }),
  product: (id: string) =>
    queryOptions({ queryKey: ['cases', 'product', id], queryFn: () => api.product(id) }),
  investor: queryOptions({ queryKey: ['cases', 'investor'], queryFn: api.investor }),
  adoptions: queryOptions({ queryKey: ['adoption', 'board'], queryFn: api.adoptions }),
  deployment: queryOptions({ queryKey: ['adoption', 'times'], queryFn: api.deployment }),
  adoption: (id: string) => queryOptions({ queryKey: ['adoption', id], queryFn: () => api.adoption(id) }),
  decisionRoom: (id: string, layer: string) =>
    queryOptions({ queryKey: ['adoption', id, 'layer', layer], queryFn: () => api.decisionRoom(id, layer) }),
  readiness: (id: string) =>
    queryOptions({ queryKey: ['adoption', id, 'readiness'], queryFn: () => api.readiness(id) }),
  usage: (id: string) => queryOptions({ queryKey: ['adoption', id, 'use'], queryFn: () => api.usage(id) }),
  purchase: (id: string) =>
    queryOptions({ queryKey: ['adoption', id, 'purchase'], queryFn: () => api.purchase(id) }),
  answers: (product: string) =>
    queryOptions({ queryKey: ['adoption', 'answers', product], queryFn: () => api.answers(product) }),
  programme: queryOptions({ queryKey: ['programme'], queryFn: api.programme }),
  call: (id: string) => queryOptions({ queryKey: ['programme', 'call', id], queryFn: () => api.call(id) }),
  grant: (id: string) =>
    queryOptions({ queryKey: ['programme', 'project', id], queryFn: () => api.grant(id) }),
  work: queryOptions({ queryKey: ['work'], queryFn: api.work }),
  chain: (project: string) =>
    queryOptions({ queryKey: ['project', project, 'chain'], queryFn: () => api.chain(project) }),
  claims: (project: string) =>
    queryOptions({ queryKey: ['project', project, 'claims'], queryFn: () => api.claims(project) }),
  shapes: (project: string) =>
    queryOptions({ queryKey: ['project', project, 'shapes'], queryFn: () => api.shapes(project) }),
  estimates: (project: string) =>
    queryOptions({ queryKey: ['project', project, 'estimates'], queryFn: () => api.estimates(project) }),
  economicModel: (project: string) =>
    queryOptions({ queryKey: ['project', project, 'model'], queryFn: () => api.economicModel(project) }),
  events: (project: string) =>
    queryOptions({ queryKey: ['project', project, 'events'], queryFn: () => api.events(project) }),
  dossier: (project: string, language: Language) =>
    queryOptions({
      queryKey: ['project', project, 'dossier', language],
      queryFn: () => api.dossier(project, language),
    }),
};
