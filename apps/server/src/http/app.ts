import { randomUUID } from 'node:crypto';
import { mayCall, type Session } from '@daero/api/access';
import type { Route } from '@daero/api/route';
import { routes } from '@daero/api/routes';
import { fail, type Result } from '@daero/domain/result';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { getCookie } from 'hono/cookie';
import type { LogFile } from '../log-file.ts';
import { answerResponse, problemResponse } from './answer.ts';
import type { Call, Handler, Handlers } from './handler.ts';
import { readBody, readPart } from './read-input.ts';
import { everyHeaders, isLoopbackAddress, isLoopbackHost, sameOrigin } from './security.ts';
import { cookieName, type Sessions } from './session.ts';

export type AppParts = {
  readonly handlers: Handlers;
  readonly sessions: Sessions;
  readonly serves: 'all' | 'hub' | 'site';
  /** The project of a run, for routes whose scope is the run. */
  readonly projectOf: (run: string) => Promise<string | null>;
  readonly pages: (request: Request) => Promise<Response | null>;
  readonly log: LogFile;
  readonly now: () => number;
};

type Env = { Variables: { request: string; route: string; cookie: string | null } };
type At = Context<Env>;

/** The routes of the table, each behind the same door: same origin, session, role and scope, input; then its handler. */
export function makeApp(parts: AppParts): Hono<Env> {
  const { log, now } = parts;
  const app = new Hono<Env>();

  app.use(async (at, next) => {
    const [request, from] = [randomUUID(), now()];
    at.set('request', request);
    at.set('route', 'page');
    at.set('cookie', null);
    await next();
    at.res.headers.set('x-request-id', request);
    const cookie = at.get('cookie');
    if (cookie !== null) at.res.headers.append('set-cookie', cookie);
    for (const [name, value] of Object.entries(everyHeaders)) at.res.headers.set(name, value);
    const { method } = at.req;
    log.write({
      level: 'info',
      request,
      method,
      route: at.get('route'),
      status: at.res.status,
      ms: now() - from,
    });
  });
  app.use('/api/*', compress());

  for (const [name, record] of Object.entries<Route>(routes)) {
    const handler = parts.handlers[name as keyof Handlers] as Handler<Route>; // the same name in both tables
    app.on(record.method, record.path, async (at) => {
      at.set('route', name);
      const answered = await answer(parts, record, handler, at);
      return answered.ok ? answerResponse(record, answered.value) : problemResponse(answered.fault);
    });
  }
  app.all('/api/*', (at) => problemResponse({ kind: 'route-unknown', path: at.req.path }));
  app.get(
    '*',
    async (at) =>
      (await parts.pages(at.req.raw)) ?? problemResponse({ kind: 'route-unknown', path: at.req.path }),
  );

  app.onError((error, at) => {
    const request = at.get('request');
    log.write({ level: 'error', request, route: at.get('route'), error: error.name, where: placeOf(error) });
    return problemResponse({ kind: 'server-fault', request, log: log.path });
  });
  return app;
}

async function answer(
  parts: AppParts,
  record: Route,
  handler: Handler<Route>,
  at: At,
): Promise<Result<unknown>> {
  if (record.served === 'at a site' && parts.serves === 'hub')
    return fail({ kind: 'not-served-here', serves: parts.serves });
  const bearer = at.req.header('authorization')?.replace(/^Bearer /, '');
  if (record.method !== 'GET') {
    const same = sameOrigin((header) => at.req.header(header));
    if (!same.ok) return same;
  }
  const sealed = bearer ?? getCookie(at, cookieName);
  const session = sealed === undefined ? null : parts.sessions.open(sealed, parts.now());
  const params = readPart('path', record.params, at.req.param());
  const allowed = mayCall(record, session, params.ok ? await projectOf(parts, record, params.value) : null);
  if (!allowed.ok) return allowed; // before the input is judged: a stranger learns nothing of it
  if (!params.ok) return params;
  const query = readPart('query', record.query, at.req.query());
  if (!query.ok) return query;
  const body = await readBody(record, at.req.raw);
  if (!body.ok) return body;
  const call = { params: params.value, query: query.value, body: body.value, session, ...about(parts, at) };
  return handler(call as Call<Route>); // read by the record's schemas just now
}

/** Which project a request is about, for the scope of a session. */
async function projectOf(
  { projectOf }: AppParts,
  { access }: Route,
  params: unknown,
): Promise<string | null> {
  if (access.who === 'anyone' || typeof params !== 'object' || params === null) return null;
  if (access.scope === 'project' && 'id' in params) return String(params.id);
  if (access.scope === 'run' && 'run' in params) return projectOf(String(params.run));
  return null;
}

function about({ sessions, now }: AppParts, at: At): Pick<Call<Route>, 'asked' | 'setSession'> {
  const host = at.req.header('host') ?? '';
  const here = isLoopbackHost(host) && isLoopbackAddress(getConnInfo(at).remote.address);
  const setSession = (session: Session | null): void => {
    const value = session === null ? '; Max-Age=0;' : `${sessions.seal(session, now())};`;
    at.set('cookie', `${cookieName}=${value} Path=/; HttpOnly; SameSite=Strict`);
  };
  return { asked: { host, here }, setSession };
}

/** Where it broke: files and lines of ours. The message of an error may repeat what a user sent. */
const placeOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' < ');
