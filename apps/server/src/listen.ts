import { createAdaptorServer } from '@hono/node-server';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Server } from 'node:http';
import type { makeApp } from './http/app.ts';

export const usualPort = 4680;

export type Listening = { readonly url: string; readonly close: () => Promise<void> };

/** Listens on the port that was asked for and on no other; where none was, on the usual one or any that is free. */
export async function listen(
  app: ReturnType<typeof makeApp>,
  host: string,
  port: number | null,
): Promise<Result<Listening>> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server; // HTTP/1.1, as no other is asked for
  let trouble = await bound(server, host, port ?? usualPort);
  if (trouble === 'EADDRINUSE' && port === null) trouble = await bound(server, host, 0);
  if (trouble === 'EADDRINUSE') return fail({ kind: 'port-taken', port: port ?? usualPort });
  if (trouble !== null) return fail({ kind: 'address-not-usable', host, reason: trouble });
  server.requestTimeout = 120_000;
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : 0;
  return succeed({
    url: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections(); // streams of progress do not end by themselves
      }),
  });
}

const bound = (server: Server, host: string, port: number): Promise<string | null> =>
  new Promise((done) => {
    const failed = (error: NodeJS.ErrnoException): void => done(error.code ?? error.name);
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done(null);
    });
  });
