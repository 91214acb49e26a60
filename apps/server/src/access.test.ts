import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '@daero/api/client';
import { hrefOf, type Route } from '@daero/api/route';
import { peopleRoles, routes } from '@daero/api/routes';
import { id } from '@daero/domain/identity';
import { roles } from '@daero/domain/product';
import { sessions } from './http/session.ts';
import { testServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const project = 'small-cells';
/** Every place of the path filled: `id` with a project that is there, the others with what is not there. */
const paramsOf = ({ path }: Route): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...path.matchAll(/:([a-z]+)/g)].map(([, name = '']) => [name, name === 'id' ? project : 'none']),
  );
const ask = (record: Route, headers: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(`${server.url}${hrefOf(record, paramsOf(record))}`, { method: record.method, headers });

const table = Object.entries<Route>(routes);
const guarded = table.flatMap(([name, record]) => {
  const { access } = record;
  return access.who === 'anyone' ? [] : [{ name, record, first: access.who[0], scope: access.scope }];
});

test.each(guarded)(
  '$name answers 401 without a session, a forged one and one that has run out',
  async ({ record }) => {
    const someone = { person: id<'person'>('someone'), role: 'operator', projects: 'all' } as const;
    const forged = sessions(new Uint8Array(32)).seal(someone, Date.now());
    const bearers = [`Bearer ${forged}`, 'Bearer x', server.as('operator', 'all', -1).authorization];
    for (const headers of [{}, ...bearers.map((authorization) => ({ authorization }))]) {
      const response = await ask(record, headers);
      expect([response.status, (await response.json()).kind]).toEqual([401, 'session-missing']);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  },
);

test.each(table)(
  '%s answers 403 to every role that its record does not list, and to no other',
  async (_name, record) => {
    const { who } = record.access;
    for (const role of roles) {
      const response = await ask(record, server.as(role));
      if (who === 'anyone' || who.includes(role)) {
        expect([role, [401, 403].includes(response.status)]).toEqual([role, false]);
        await response.body?.cancel();
      } else {
        expect([role, response.status, (await response.json()).kind]).toEqual([role, 403, 'role-refused']);
      }
    }
  },
);

test.each(guarded.filter(({ scope }) => scope !== 'own'))(
  '$name answers 403 to a session of another project',
  async ({ record, first }) => {
    const response = await ask(record, server.as(first, ['another']));
    expect([response.status, (await response.json()).kind]).toEqual([403, 'scope-refused']);
  },
);

describe('a problem', () => {
  test('says the same in Korean and English, with its facts', async () => {
    const answered = await client(fetch, server.url, server.as('operator')).chain({
      params: { id: 'nowhere' },
    });
    if (answered.ok) throw new Error('a project that is not there');
    expect(answered.problem).toMatchObject({ kind: 'project-unknown', status: 404, project: 'nowhere' });
    expect(answered.problem.ko).toContain('nowhere');
    expect(answered.problem.en).toContain('nowhere');
  });

  test.each([
    ['no JSON', '{', 'application/json', 400, 'input-wrong'],
    ['a wrong field', '{"role":"king"}', 'application/json', 400, 'input-wrong'],
    ['a role that has no pages', '{"role":"device"}', 'application/json', 400, 'input-wrong'],
    ['a form of another page', 'role=operator', 'application/x-www-form-urlencoded', 415, 'media-type-wrong'],
    [
      'a body too large',
      JSON.stringify({ role: 'x'.repeat(70_000) }),
      'application/json',
      413,
      'body-too-large',
    ],
  ])('%s', async (_name, body, type, status, kind) => {
    const response = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    const problem = await response.json();
    expect([response.status, problem.kind]).toEqual([status, kind]);
    expect(JSON.stringify(problem)).not.toContain('king');
  });

  test('an unknown route and an unknown page asset are 404, any other page is the app', async () => {
    expect((await fetch(`${server.url}/api/nothing`)).status).toBe(404);
    expect((await fetch(`${server.url}/assets/none.js`)).status).toBe(404);
  });
});

describe('a change from elsewhere', () => {
  const post = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${server.url}/api/session`, {
      method: 'POST',
      body: '{"role":"operator"}',
      headers: { 'content-type': 'application/json', ...headers },
    });

  test.each<Record<string, string>>([
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused: %o', async (headers) => {
    const response = await post(headers);
    expect([response.status, (await response.json()).kind]).toEqual([403, 'origin-refused']);
  });

  test('from a page of this server is taken', async () => {
    expect((await post({ origin: server.url })).status).toBe(200);
    expect((await post({})).status).toBe(200);
  });
});

describe('the sign-in for demonstration', () => {
  test('gives a cookie that scripts and other sites do not get, and takes it back', async () => {
    const signedIn = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      body: '{"role":"economist"}',
      headers: { 'content-type': 'application/json' },
    });
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^daero-session=\S+; Path=\/; HttpOnly; SameSite=Strict$/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const session = await fetch(`${server.url}/api/session`, { headers });
    expect(await session.json()).toEqual({
      person: 'demonstration:economist',
      role: 'economist',
      demonstration: true,
    });
    const out = await fetch(`${server.url}/api/session`, { method: 'DELETE', headers });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  });

  test.each(['daero.example', '10.0.0.7:4680', 'localhost.example'])('is refused at %s', async (host) => {
    const { status, text } = await postAt(host);
    expect([status, JSON.parse(text).kind]).toEqual([403, 'demonstration-only-on-loopback']);
  });

  test('stands in the audit trail, with who and why', async () => {
    const trail = await client(fetch, server.url, server.as('reviewer')).events({
      query: { type: 'access.signed-in' },
    });
    if (!trail.ok) throw new Error(trail.problem.en);
    expect(trail.value[0]).toMatchObject({
      type: 'access.signed-in',
      reason: expect.stringContaining('demonstration'),
    });
  });
});

/** fetch does not let anyone choose the Host; a browser led here by another name sends that name. */
const postAt = (host: string): Promise<{ status: number; text: string }> =>
  new Promise((done, failed) => {
    const headers = { host, 'content-type': 'application/json' };
    const asked = request(`${server.url}/api/session`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => done({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', failed).end('{"role":"operator"}');
  });

test('whoever may sign in has a page: the list of roles is that of the session', () => {
  expect(roles.filter((role) => !peopleRoles.includes(role))).toEqual(['device']);
});

test('pages and answers carry the headers that keep others out', async () => {
  const response = await fetch(`${server.url}/api/health`);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});
