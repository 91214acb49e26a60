import { chownSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunAs } from './run-as.ts';

/** Where a server answers: a Unix socket in a folder, or a port of this machine alone. */
export type Address =
  { readonly socket: string; readonly port: number } | { readonly socket: null; readonly port: number };

/** The address of a socket holds 107 bytes, so a long folder gets a short one below the folder for temporary files. */
export async function addressFor(as: RunAs, home: string): Promise<Address> {
  if (process.platform === 'win32') return { socket: null, port: await freePort() };
  const short = (folder: string): boolean => Buffer.byteLength(`${folder}/.s.PGSQL.5432.lock`) <= 100;
  if (short(home)) return { socket: home, port: 5432 };
  const base = short(join(tmpdir(), 'daero-123456')) ? tmpdir() : '/tmp';
  try {
    const socket = mkdtempSync(join(base, 'daero-'));
    if (as.how === 'other user') chownSync(socket, as.uid, as.gid);
    return { socket, port: 5432 };
  } catch {
    return { socket: null, port: await freePort() };
  }
}

const freePort = (): Promise<number> =>
  new Promise((done, refuse) => {
    const probe = createServer().once('error', refuse);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

export const urlOf = ({ socket, port }: Address, password: string): string =>
  socket === null
    ? `postgresql://daero:${password}@127.0.0.1:${port}/daero`
    : `postgresql://daero:${password}@localhost:${port}/daero?host=${encodeURIComponent(socket)}`;
