import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { problemOf } from '@daero/api/problem';
import type { Route } from '@daero/api/route';
import type { Fault } from '@daero/domain/result';
import { dossierHeaders } from './security.ts';
import type { SentBytes, SentFile, SentTable, Stream } from './handler.ts';

const noStore = { 'cache-control': 'no-store' };

export function problemResponse<const Trouble extends Fault>(fault: Trouble): Response {
  const problem = problemOf(fault);
  const headers = { ...noStore, 'content-type': 'application/problem+json; charset=utf-8' };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** What a handler gave, in the form that the route's record names; the handler's type has promised it. */
export async function answerResponse({ answer }: Route, value: unknown): Promise<Response> {
  switch (answer.as) {
    case 'json':
      return new Response(JSON.stringify(value), {
        headers: { ...noStore, 'content-type': 'application/json; charset=utf-8' },
      });
    case 'html': {
      const headers = { ...noStore, ...dossierHeaders, 'content-type': 'text/html; charset=utf-8' };
      return new Response(String(value), { headers });
    }
    case 'zip':
      return fileResponse(value as SentFile);
    case 'xlsx':
      return bytesResponse(value as SentBytes);
    case 'csv':
      return tableResponse(value as SentTable);
    case 'stream':
      return streamResponse(value as Stream<unknown>);
    case 'nothing':
      return new Response(null, { status: 204, headers: noStore });
  }
}

const attached = (name: string): Readonly<Record<string, string>> => ({
  'content-disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '-')}"`,
});

/** The mark in front tells a Korean Excel that this is UTF-8. */
const tableResponse = ({ name, csv }: SentTable): Response =>
  new Response(`\uFEFF${csv}`, {
    headers: { ...noStore, ...attached(name), 'content-type': 'text/csv; charset=utf-8; header=present' },
  });

const bytesResponse = ({ name, bytes }: SentBytes): Response =>
  new Response(Uint8Array.from(bytes), {
    headers: {
      ...{ ...noStore, ...attached(name) },
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
  });

async function fileResponse({ path, name }: SentFile): Promise<Response> {
  const { size } = await stat(path);
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      ...noStore,
      'content-type': 'application/zip',
      'content-length': String(size),
      ...attached(name),
    },
  });
}

/** Server-sent events. Where nothing happens a comment goes out now and then, so that nothing between closes the line. */
function streamResponse(values: Stream<unknown>): Response {
  const left = new AbortController();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const send = (text: string): void => {
        if (!left.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const beat = setInterval(() => send(': still here\n\n'), 15_000);
      try {
        for await (const value of values(left.signal)) send(`data: ${JSON.stringify(value)}\n\n`);
      } finally {
        clearInterval(beat);
        if (!left.signal.aborted) controller.close();
      }
    },
    cancel: () => left.abort(),
  });
  return new Response(body, {
    headers: { ...noStore, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
  });
}
