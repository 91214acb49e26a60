import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addressFor, urlOf } from './address.ts';
import { embeddedBinaries } from './binaries.ts';
import { initialise, notStarted, passwordOf, type Server } from './cluster.ts';
import { keepAlive, launch } from './launch.ts';
import { stopLeftBehind } from './left-behind.ts';
import { claim } from './owner.ts';
import { placeFor, runAs, type RootWay } from './run-as.ts';

export type Embedded = {
  readonly url: string;
  /** Of the postmaster as it runs now; it changes when the server had to be started again. */
  readonly pid: () => number;
  /** Something the operator should be told at start, such as data in another place than asked for. */
  readonly note: string | null;
  readonly stop: () => Promise<void>;
};

/**
 * Runs PostgreSQL in one folder, owned by this process until `stop`. A server that dies by itself is started again in
 * the same place, and PostgreSQL recovers what it had acknowledged.
 */
export async function startEmbedded(options: {
  readonly folder: string;
  readonly binaries?: string;
  readonly asRoot?: RootWay;
}): Promise<Result<Embedded>> {
  const folder = resolve(options.folder);
  const found = options.binaries === undefined ? embeddedBinaries() : succeed(options.binaries);
  if (!found.ok) return found;
  const claimed = claim(folder);
  if (!claimed.ok) return claimed;

  const as = runAs(options.asRoot);
  const place = placeFor(as, folder, found.value);
  const data = join(place.home, 'data');
  const log = join(folder, 'server.log');
  const give = (fault: Fault): Result<Embedded> => {
    claimed.value.release();
    return fail(fault);
  };

  if ((await stopLeftBehind(data)) === 'will not stop') {
    return give(notStarted(folder, 'a server left behind by another process does not stop', log));
  }
  const password = passwordOf(folder);
  const made = await initialise({ as, place, data, log, password });
  if (!made.ok) return give(made.fault);

  const address = await addressFor(as, place.home);
  const server: Server = { as, place, data, log, address };
  const launched = await launch(server, folder);
  if (!launched.ok) return give(launched.fault);

  const url = urlOf(address, password);
  claimed.value.announce(url);
  const kept = keepAlive(server, folder, launched.value);
  return succeed({
    url,
    pid: () => kept.child().pid ?? 0,
    note: place.note,
    stop: async () => {
      await kept.stop();
      if (address.socket !== null && address.socket !== place.home)
        rmSync(address.socket, { recursive: true, force: true });
      claimed.value.release();
    },
  });
}
