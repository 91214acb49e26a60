import { fail, succeed, type Result } from '@daero/domain/result';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address } from './address.ts';
import { spawnAs, type Place, type RunAs } from './run-as.ts';

export type Server = {
  readonly as: RunAs;
  readonly place: Place;
  readonly data: string;
  readonly log: string;
  readonly address: Address;
};

export type NotStarted = {
  readonly kind: 'database-not-started';
  readonly folder: string;
  readonly reason: string;
  readonly log: string;
};

export const notStarted = (folder: string, reason: string, log: string): NotStarted => ({
  kind: 'database-not-started',
  folder,
  reason,
  log,
});

/** Made once for a folder and kept beside the data, readable by its owner only. */
export function passwordOf(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(24).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8');
}

/** A cluster appears under its name only when it is whole, so a killed set-up leaves nothing to trip over. */
export async function initialise(
  set: Omit<Server, 'address'> & { readonly password: string },
): Promise<Result<void, NotStarted>> {
  const { as, place, data, log, password } = set;
  if (existsSync(join(data, 'PG_VERSION'))) return succeed(undefined);
  const half = `${data}.new`;
  rmSync(half, { recursive: true, force: true });
  const secret = join(place.home, 'password.new');
  writeFileSync(secret, password, { mode: 0o600 });
  if (as.how === 'other user') chownSync(secret, as.uid, as.gid);

  const initdb = [
    '-D',
    half,
    '-U',
    'daero',
    `--pwfile=${secret}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
  ];
  const made = await finished(
    spawnAs(as, join(place.bin, 'initdb'), initdb, { stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  rmSync(secret);
  if (made.code !== 0) return fail(notStarted(place.home, `initdb: ${lastLine(made.text)}`, log));

  const single = spawnAs(as, join(place.bin, 'postgres'), ['--single', '-D', half, 'postgres'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  single.stdin?.end('CREATE DATABASE daero\n');
  const created = await finished(single);
  if (created.code !== 0)
    return fail(notStarted(place.home, `create database: ${lastLine(created.text)}`, log));
  renameSync(half, data);
  return succeed(undefined);
}

function finished(child: ChildProcess): Promise<{ readonly code: number | null; readonly text: string }> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((done) => {
    child.on('error', (error) => done({ code: null, text: error.message }));
    child.on('close', (code) => done({ code, text }));
  });
}

export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
