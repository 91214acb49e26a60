import type { Route } from '@daero/api/route';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { z } from 'zod';

export const bodyLimit = 65_536;
export const linesLimit = 16_777_216;

export const limitOf = ({ body }: Pick<Route, 'body'>): number => (body === 'lines' ? linesLimit : bodyLimit);

/** The outside becomes typed here, once; what stood in a wrong field is never repeated. */
export function readPart(part: string, schema: z.ZodType | null, outside: unknown): Result<unknown> {
  if (schema === null) return succeed(null);
  const read = schema.safeParse(outside);
  if (read.success) return succeed(read.data);
  const [issue] = read.error.issues;
  const path = [part, ...(issue?.path ?? [])].map(String).join('.');
  return fail({ kind: 'input-wrong', path, expected: expectationOf(issue) });
}

function expectationOf(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `>= ${issue.minimum}`;
    case 'too_big':
      return `<= ${issue.maximum}`;
    case 'unrecognized_keys':
      return 'no further field';
    default:
      return issue?.code ?? 'JSON';
  }
}

/** The body as text, cut off as soon as it is larger than the route takes. */
export async function readText(request: Request, limit: number): Promise<Result<string>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit)
    return fail({ kind: 'body-too-large', limit });
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    size += read.value.length;
    if (size > limit) return fail({ kind: 'body-too-large', limit });
    chunks.push(read.value);
  }
  return succeed(Buffer.concat(chunks).toString('utf8'));
}

/** The body in the form of the route, `null` where it takes none. */
export async function readBody(record: Route, request: Request): Promise<Result<unknown>> {
  const { body } = record;
  if (body === null) return succeed(null);
  const expected = body === 'lines' ? 'application/x-ndjson' : 'application/json';
  // A form of another site cannot send this type without asking first.
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== expected) return fail({ kind: 'media-type-wrong', expected });
  const text = await readText(request, limitOf(record));
  if (!text.ok || body === 'lines') return text;
  try {
    return readPart('body', body, JSON.parse(text.value));
  } catch {
    return fail({ kind: 'input-wrong', path: 'body', expected: 'JSON' });
  }
}
