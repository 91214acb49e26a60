import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { readAdoptionSearch, readRecordSearch, readRoomSearch } from './adoption/search.ts';
import { readModelSearch } from './economics/model-search.ts';
import { api, ServerProblem, unreached } from './api.ts';
import { asLanguage, useWords } from './i18n.ts';
import { QueryTroublePage, TroublePage } from './patterns/trouble-page.tsx';
import { readCaseSearch, readOpenSearch, readPortfolioSearch, readRoutesSearch } from './pathway/search.ts';
import { readCallSearch, readGrantSearch, readProgrammeSearch } from './programme/search.ts';
import { AppShell } from './shell/app-shell.tsx';
import { readSearch } from './study-designer/search.ts';

const text = (value: unknown): string | undefined => {
  // The router reads a bare number in the address as one; a hash may be all digits.
  const found = typeof value === 'number' ? String(value) : value;
  return typeof found === 'string' && found !== '' ? found : undefined;
};
const oneOf = <Choice extends string>(value: unknown, choices: readonly Choice[]): Choice | undefined =>
  choices.find((choice) => choice === value);
/** Leaves out what is not given, so that an address stays short. */
const given = <Fields extends Record<string, unknown>>(fields: Fields): Partial<Fields> => {
  const kept: Partial<Fields> = { ...fields };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept;
};

type Lang = { readonly lang?: 'ko' | 'en' | undefined };

function Root(): ReactElement {
  const { lang } = root.useSearch();
  return <AppShell lang={lang} />;
}

function NotFound(): ReactElement {
  const { say } = useWords();
  return (
    <TroublePage
      title={say('page.none')}
      trouble={{
        happened: say('page.notFound'),
        todo: say('page.notFoundTodo'),
        code: 'page-unknown',
      }}
    />
  );
}

/** A page that threw, or that never came because the server is gone. */
const Threw = ({ error }: { readonly error: unknown }): ReactElement => (
  <QueryTroublePage
    error={error instanceof Error ? error : new Error(String(error))}
    onRetry={() => void api.isUp().then((up) => up && location.reload())}
  />
);

/** The router answers a page that did not arrive by loading anew, which leaves nothing on the screen when the server is gone. */
const arrived = async <Module,>(module: Promise<Module>): Promise<Module> =>
  module.catch(async (trouble: unknown) => {
    throw (await api.isUp()) ? trouble : new ServerProblem(unreached);
  });

const root = createRootRouteWithContext()({
  component: Root,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): Lang => {
    const lang = asLanguage(text(search['lang']));
    return lang === null ? {} : { lang };
  },
  search: { middlewares: [retainSearchParams<Lang>(['lang'])] },
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // The router's own way to redirect: what it throws is a response, not an error.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: '/work', replace: true });
  },
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: (search: Record<string, unknown>): { readonly q?: string | undefined } =>
    given({ q: text(search['q']) }),
  component: lazyRouteComponent(() => arrived(import('./pages/work-page.tsx')), 'WorkPage'),
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project',
  validateSearch: (
    search: Record<string, unknown>,
  ): { readonly drawer?: 'build' | undefined; readonly node?: string | undefined } =>
    given({ drawer: oneOf(search['drawer'], ['build']), node: text(search['node']) }),
  component: lazyRouteComponent(() => arrived(import('./pages/routed.tsx')), 'Overview'),
});

const chain = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/chain',
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    readonly claim?: string | undefined;
    readonly focus?: string | undefined;
    readonly node?: string | undefined;
    readonly drawer?: 'build' | undefined;
    readonly view?: 'graph' | 'table' | undefined;
    readonly direction?: 'grounds' | 'both' | 'impact' | undefined;
    readonly depth?: number | undefined;
  } =>
    given({
      claim: text(search['claim']),
      focus: text(search['focus']),
      node: text(search['node']),
      drawer: oneOf(search['drawer'], ['build']),
      view: oneOf(search['view'], ['graph', 'table']),
      direction: oneOf(search['direction'], ['grounds', 'both', 'impact']),
      depth: typeof search['depth'] === 'number' && search['depth'] >= 1 ? search['depth'] : undefined,
    }),
  component: lazyRouteComponent(() => arrived(import('./pages/routed-chain.tsx')), 'ChainOfProject'),
});

const results = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/results',
  validateSearch: (search: Record<string, unknown>): { readonly node?: string | undefined } =>
    given({ node: text(search['node']) }),
  component: lazyRouteComponent(() => arrived(import('./pages/routed-results.tsx')), 'ResultsOfProject'),
});

const model = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/model',
  validateSearch: readModelSearch,
  component: lazyRouteComponent(() => arrived(import('./pages/routed-model.tsx')), 'ModelOfProject'),
});

const dossier = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/dossier',
  validateSearch: (search: Record<string, unknown>): { readonly node?: string | undefined } =>
    given({ node: text(search['node']) }),
  component: lazyRouteComponent(() => arrived(import('./pages/routed-dossier.tsx')), 'DossierOfProject'),
});

const node = createRoute({
  getParentRoute: () => root,
  path: '/n/$hash',
  component: lazyRouteComponent(() => arrived(import('./pages/node-page.tsx')), 'NodePage'),
});

const studyDesigner = createRoute({
  getParentRoute: () => root,
  path: '/studies/design',
  validateSearch: readSearch,
  component: lazyRouteComponent(
    () => arrived(import('./study-designer/study-designer-page.tsx')),
    'StudyDesignerPage',
  ),
});

const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  validateSearch: readPortfolioSearch,
  component: lazyRouteComponent(() => arrived(import('./pathway/portfolio-page.tsx')), 'PortfolioPage'),
});

const openCase = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/open',
  validateSearch: readOpenSearch,
  component: lazyRouteComponent(() => arrived(import('./pathway/open-case-page.tsx')), 'OpenCasePage'),
});

const product = createRoute({
  getParentRoute: () => root,
  path: '/products/$product',
  component: lazyRouteComponent(() => arrived(import('./pathway/product-page.tsx')), 'ProductPage'),
});

const investor = createRoute({
  getParentRoute: () => root,
  path: '/investor',
  component: lazyRouteComponent(() => arrived(import('./pathway/investor-page.tsx')), 'InvestorPage'),
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$case',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => arrived(import('./pathway/case-page.tsx')), 'CasePage'),
});

const routes = createRoute({
  getParentRoute: () => root,
  path: '/routes/compare',
  validateSearch: readRoutesSearch,
  component: lazyRouteComponent(() => arrived(import('./pathway/routes-page.tsx')), 'RoutesPage'),
});

const adoptionBoard = createRoute({
  getParentRoute: () => root,
  path: '/adoption',
  validateSearch: readAdoptionSearch,
  component: lazyRouteComponent(() => arrived(import('./adoption/adoption-page.tsx')), 'AdoptionPage'),
});

const openAdoption = createRoute({
  getParentRoute: () => root,
  path: '/adoption/open',
  component: lazyRouteComponent(
    () => arrived(import('./adoption/open-adoption-page.tsx')),
    'OpenAdoptionPage',
  ),
});

const hospital = createRoute({
  getParentRoute: () => root,
  path: '/hospitals/$adoption',
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => arrived(import('./adoption/hospital-page.tsx')), 'HospitalPage'),
});

const decisionRoom = createRoute({
  getParentRoute: () => root,
  path: '/hospitals/$adoption/adoption/$layer',
  validateSearch: readRoomSearch,
  component: lazyRouteComponent(() => arrived(import('./adoption/room-page.tsx')), 'RoomPage'),
});

const readiness = createRoute({
  getParentRoute: () => root,
  path: '/hospitals/$adoption/readiness',
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => arrived(import('./adoption/readiness-page.tsx')), 'ReadinessPage'),
});

const procurement = createRoute({
  getParentRoute: () => root,
  path: '/hospitals/$adoption/procurement',
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => arrived(import('./adoption/purchase-page.tsx')), 'PurchasePage'),
});

const use = createRoute({
  getParentRoute: () => root,
  path: '/hospitals/$adoption/use',
  component: lazyRouteComponent(() => arrived(import('./adoption/use-page.tsx')), 'UsePage'),
});

const answers = createRoute({
  getParentRoute: () => root,
  path: '/security/$product',
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => arrived(import('./adoption/answers-page.tsx')), 'AnswersPage'),
});

const programmes = createRoute({
  getParentRoute: () => root,
  path: '/programmes',
  validateSearch: readProgrammeSearch,
  component: lazyRouteComponent(() => arrived(import('./programme/programme-page.tsx')), 'ProgrammePage'),
});

const oneCall = createRoute({
  getParentRoute: () => root,
  path: '/programmes/calls/$call',
  validateSearch: readCallSearch,
  component: lazyRouteComponent(() => arrived(import('./programme/call-page.tsx')), 'CallPage'),
});

const oneGrant = createRoute({
  getParentRoute: () => root,
  path: '/programmes/projects/$grant',
  validateSearch: readGrantSearch,
  component: lazyRouteComponent(() => arrived(import('./programme/project-page.tsx')), 'GrantPage'),
});

const design = createRoute({
  getParentRoute: () => root,
  path: '/design',
  component: lazyRouteComponent(() => arrived(import('./pages/design/design-page.tsx')), 'DesignPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[home, work, overview, results, model, chain, dossier, node, studyDesigner],
    ...[portfolio, openCase, product, investor, oneCase, routes, design],
    ...[adoptionBoard, openAdoption, hospital, decisionRoom, readiness, procurement, use, answers],
    ...[programmes, oneCall, oneGrant],
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Threw,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
