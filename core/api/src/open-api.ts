import { faultWords, type FaultKind } from '@daero/domain/words/faults';
import { z } from 'zod';
import { commonFaults, guardedFaults, statusOf, writingFaults } from './problem.ts';
import type { Answer, Route } from './route.ts';
import { routes } from './routes.ts';
import { problemSchema } from './schemas/problem.ts';

type Described = Readonly<Record<string, unknown>>;

/** The description of the API (OpenAPI 3.1), made from the table of routes and from nothing else. */
export function openApi(version: string): { readonly openapi: string } & Described {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, record] of Object.entries<Route>(routes)) {
    const path = record.path.replace(/:([a-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [record.method.toLowerCase()]: operation(name, record) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Daero',
      version,
      description: 'Roles and scopes are in x-roles and x-scope of each operation.',
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'daero-session' } },
    },
  };
}

function operation(name: string, record: Route): Described {
  const { access } = record;
  return {
    operationId: name,
    summary: record.summary.en,
    description: record.summary.ko,
    security: access.who === 'anyone' ? [] : [{ session: [] }],
    'x-roles': access.who,
    ...(access.who === 'anyone' ? {} : { 'x-scope': access.scope }),
    parameters: [...parametersOf(record.params, 'path'), ...parametersOf(record.query, 'query')],
    ...(record.body === null ? {} : { requestBody: { required: true, content: bodyOf(record.body) } }),
    responses: { ...answerOf(record.answer), ...refusals(record) },
  };
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Described => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
};

function parametersOf(schema: z.ZodObject | null, place: 'path' | 'query'): readonly Described[] {
  if (schema === null) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: described,
  }));
}

const bodyOf = (body: Exclude<Route['body'], null>): Described =>
  body === 'lines'
    ? { 'application/x-ndjson': { schema: { type: 'string' } } }
    : { 'application/json': { schema: jsonSchema(body, 'input') } };

const mediaTypes = {
  json: 'application/json',
  stream: 'text/event-stream',
  html: 'text/html',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

function answerOf(answer: Answer): Described {
  if (answer.as === 'nothing') return { 204: { description: 'done' } };
  const schema = 'schema' in answer ? jsonSchema(answer.schema, 'output') : { type: 'string' };
  return { 200: { description: 'OK', content: { [mediaTypes[answer.as]]: { schema } } } };
}

/** The kinds of trouble a route answers, together under their status. */
function refusals(record: Route): Described {
  const kinds: readonly FaultKind[] = [
    ...commonFaults,
    ...(record.access.who === 'anyone' ? [] : guardedFaults),
    ...(record.method === 'GET' ? [] : writingFaults),
    ...record.faults,
  ];
  const byStatus = new Map<number, FaultKind[]>();
  for (const kind of kinds) byStatus.set(statusOf(kind), [...(byStatus.get(statusOf(kind)) ?? []), kind]);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((kind) => `${kind}: ${faultWords[kind].en}`).join('\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
