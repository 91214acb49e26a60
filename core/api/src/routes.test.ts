import { faultWords } from '@daero/domain/words/faults';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { client, type Fetch } from './client.ts';
import { openApi } from './open-api.ts';
import { problemOf, statusOf } from './problem.ts';
import { hrefOf, type Route } from './route.ts';
import { routes } from './routes.ts';

const table = Object.entries<Route>(routes);

describe('the table of routes', () => {
  test('no two answer the same method and path', () => {
    const places = table.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test.each(table)('%s reads exactly the parameters that its path names', (_name, { path, params }) => {
    const named = [...path.matchAll(/:([a-z]+)/g)].map((match) => match[1]);
    expect(Object.keys(params?.shape ?? {})).toEqual(named);
  });

  test.each(table)('%s: a change asks why, and only a change has a body', (_name, record) => {
    if (record.body !== null) expect(record.method).toBe('POST');
    const changesRun = record.method === 'POST' && /builds$|cancel$|resume$/.test(record.path);
    if (!changesRun) return;
    if (record.body === null || record.body === 'lines') throw new Error('no reason is asked');
    expect(record.body.safeParse({ reason: ' ' }).success).toBe(false);
    expect(record.body.safeParse({ reason: 'a new source' }).success).toBe(true);
  });
});

describe('the description', () => {
  const described = z
    .looseObject({
      openapi: z.string(),
      paths: z.record(
        z.string(),
        z.record(
          z.string(),
          z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) }),
        ),
      ),
    })
    .parse(openApi('0.1.0'));

  test('is OpenAPI 3.1 and holds every route once', () => {
    expect(described.openapi).toBe('3.1.0');
    const operations = Object.values(described.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort());
  });

  test.each(table)('%s is described with who may call it and what it refuses', (name, record) => {
    const path = record.path.replace(/:([a-z]+)/g, '{$1}');
    const operation = described.paths[path]?.[record.method.toLowerCase()];
    expect(operation).toMatchObject({ operationId: name, 'x-roles': record.access.who });
    const statuses = Object.keys(operation?.responses ?? {}).map(Number);
    for (const kind of record.faults) expect(statuses).toContain(statusOf(kind));
    if (record.access.who !== 'anyone') expect(statuses).toEqual(expect.arrayContaining([401, 403]));
  });
});

test('a problem carries kind, words in both languages, status and the facts', () => {
  const fault = { kind: 'project-unknown', project: 'x' } as const;
  expect(problemOf(fault)).toMatchObject({ kind: 'project-unknown', status: 404, project: 'x' });
  expect(problemOf(fault).ko).toContain('x');
  expect(Object.keys(faultWords)).toContain(problemOf(fault).kind);
});

describe('the client', () => {
  type Call = { url: string; init: Parameters<Fetch>[1] };
  const answering = (status: number, body: unknown): { calls: Call[]; fetch: Fetch } => {
    const calls: Call[] = [];
    const fetch: Fetch = async (url, init) => {
      calls.push({ url, init });
      return { ok: status < 400, status, json: async () => body, text: async () => String(body) };
    };
    return { calls, fetch };
  };

  test('sends what the record says', async () => {
    const { calls, fetch } = answering(200, { run: 'r-1' });
    const started = await client(fetch, 'http://here').startBuild({
      params: { id: 'a b' },
      body: { reason: 'why' },
    });
    expect(started).toEqual({ ok: true, value: { run: 'r-1' } });
    expect(calls[0]?.url).toBe('http://here/api/projects/a%20b/builds');
    expect(calls[0]?.init).toMatchObject({ method: 'POST', body: '{"reason":"why"}' });
  });

  test('gives a problem as it was answered, and its own where none was', async () => {
    const problem = problemOf({ kind: 'session-missing' });
    expect(await client(answering(401, problem).fetch).session()).toEqual({ ok: false, problem });
    const broken = await client(answering(502, '<html>').fetch).session();
    expect(broken).toMatchObject({ ok: false, problem: { kind: 'answer-unreadable', status: 502 } });
    const none = await client(async () => Promise.reject(new Error('down'))).session();
    expect(none).toMatchObject({ ok: false, problem: { kind: 'server-unreached' } });
  });

  test('refuses an answer of another form than the record', async () => {
    const given = await client(answering(200, { role: 'king' }).fetch).session();
    expect(given).toMatchObject({ ok: false, problem: { kind: 'answer-unreadable' } });
  });

  test('opens streams and downloads by their address', () => {
    expect(hrefOf(routes.progress, { run: 'r/1' })).toBe('/api/runs/r%2F1/progress');
    expect(hrefOf(routes.dossier, { id: 'p' }, { lang: 'en' })).toBe('/api/projects/p/dossier?lang=en');
    expect(() => hrefOf(routes.chain)).toThrow('no value for :id');
  });
});
