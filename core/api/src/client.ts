import type { z } from 'zod';
import { hrefOf, type AddressFields, type Route } from './route.ts';
import { routes, type RouteName, type Routes } from './routes.ts';
import { problemSchema, type Problem } from './schemas/problem.ts';

/** The part of `fetch` that is used. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; credentials: 'same-origin' },
) => Promise<{
  readonly ok: boolean;
  readonly status: number;
  readonly json: () => Promise<unknown>;
  readonly text: () => Promise<string>;
}>;

/** An answer, or the problem that stood in its place. */
export type Answered<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

type Part<Name extends string, Schema> = Schema extends z.ZodType
  ? { readonly [Key in Name]: z.input<Schema> }
  : unknown;
type Body<Schema> = Schema extends 'lines' ? { readonly body: string } : Part<'body', Schema>;
type Input<R extends Route> = Part<'params', R['params']> & Part<'query', R['query']> & Body<R['body']>;
type Value<R extends Route> = R['answer'] extends {
  readonly as: 'json';
  readonly schema: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : R['answer'] extends { readonly as: 'html' | 'csv' }
    ? string
    : null;
type Call<R extends Route> =
  unknown extends Input<R>
    ? () => Promise<Answered<Value<R>>>
    : (input: Input<R>) => Promise<Answered<Value<R>>>;

/** What is fetched whole; a stream or a download is opened by its address (`hrefOf`). */
type Fetched = {
  [Name in RouteName]: Routes[Name]['answer']['as'] extends 'stream' | 'zip' ? never : Name;
}[RouteName];
export type Client = { readonly [Name in Fetched]: Call<Routes[Name]> };

type AnyInput = {
  readonly params?: AddressFields;
  readonly query?: AddressFields;
  readonly body?: unknown;
};

const unreached: Problem = {
  kind: 'server-unreached',
  ko: '서버에 닿지 못했습니다. 서버가 켜져 있는지 확인하고 다시 시도하십시오.',
  en: 'The server could not be reached. Check that it is running, then try again.',
  status: 0,
};

const unreadable = (status: number, path: string): Problem => ({
  kind: 'answer-unreadable',
  ko: `서버의 답을 읽을 수 없습니다(${status}): ${path}. 서버와 화면의 판이 같은지 확인하십시오.`,
  en: `The server's answer could not be read (${status}): ${path}. Check that server and page are of one version.`,
  status,
});

/** A function for every route that is fetched whole, derived from its record: what it takes, what it gives. */
export function client(fetch: Fetch, base = '', headers: Readonly<Record<string, string>> = {}): Client {
  const calls = Object.entries<Route>(routes).map(([name, record]) => [
    name,
    (input: AnyInput = {}) => ask(fetch, base, headers, record, input),
  ]);
  return Object.fromEntries(calls) as Client;
}

async function ask(
  fetch: Fetch,
  base: string,
  headers: Readonly<Record<string, string>>,
  record: Route,
  { params, query, body }: AnyInput,
): Promise<Answered<unknown>> {
  const path = hrefOf(record, params, query);
  const lines = record.body === 'lines';
  const sent = record.body === null ? {} : { body: lines ? String(body) : JSON.stringify(body) };
  const type = lines ? 'application/x-ndjson' : 'application/json';
  const response = await fetch(`${base}${path}`, {
    method: record.method,
    headers: {
      ...headers,
      accept: 'application/json',
      ...(record.body === null ? {} : { 'content-type': type }),
    },
    credentials: 'same-origin',
    ...sent,
  }).catch(() => null);
  if (response === null) return { ok: false, problem: unreached };
  if (!response.ok) {
    const problem = problemSchema.safeParse(await response.json().catch(() => null));
    return { ok: false, problem: problem.success ? problem.data : unreadable(response.status, path) };
  }
  switch (record.answer.as) {
    case 'json': {
      const read = record.answer.schema.safeParse(await response.json().catch(() => undefined));
      return read.success
        ? { ok: true, value: read.data }
        : { ok: false, problem: unreadable(response.status, path) };
    }
    case 'html':
    case 'csv':
      return { ok: true, value: await response.text() };
    default:
      return { ok: true, value: null };
  }
}
