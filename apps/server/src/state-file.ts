import { readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { processStart } from '@daero/postgres/owner';
import { z } from 'zod';

const form = z.strictObject({
  pid: z.int(),
  /** Tells the process from a later one with the same number. */
  born: z.string(),
  url: z.string(),
  databaseUrl: z.string(),
  /** A session of the operator for commands on this machine: who can read this file runs the installation. */
  token: z.string(),
  startedAt: z.string(),
});
export type ServerState = z.output<typeof form>;

export const stateFile = (home: string): string => join(home, 'server.json');

/** The server that runs in this home now, or `null`: what a killed one left behind is not believed. */
export function runningServer(home: string): ServerState | null {
  const state = readState(stateFile(home));
  return state !== null && processStart(state.pid) === state.born ? state : null;
}

/** Says that this process serves; the function that comes back takes the word back. */
export function announce(home: string, facts: Omit<ServerState, 'pid' | 'born'>): () => void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const path = stateFile(home);
  const beside = `${path}.${process.pid}.part`;
  const state: ServerState = { pid: process.pid, born: processStart(process.pid) ?? '', ...facts };
  writeFileSync(beside, JSON.stringify(state), { mode: 0o600 });
  renameSync(beside, path);
  return () => {
    if (readState(path)?.pid === process.pid) rmSync(path, { force: true });
  };
}

function readState(path: string): ServerState | null {
  try {
    const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
