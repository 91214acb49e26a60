import { existsSync } from 'node:fs';

/** Debian's PostgreSQL 15, on which the suite also runs where it is installed (`npm run peers`). */
const debian15 = '/usr/lib/postgresql/15/bin';

/** The servers that tests of adapters run on. Without `binaries` it is the embedded one. */
export const testServers: readonly {
  readonly name: string;
  readonly binaries?: string;
  readonly there: boolean;
}[] = [
  { name: 'embedded PostgreSQL 18', there: true },
  { name: 'PostgreSQL 15 of Debian', binaries: debian15, there: existsSync(`${debian15}/postgres`) },
];
