import { fail, type Result } from '@daero/domain/result';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLine, notStarted, type NotStarted, type Server } from './cluster.ts';
import { gone } from './left-behind.ts';
import { spawnAs } from './run-as.ts';

/** Starts the server and waits until it takes connections. Orphans of a killed postmaster need a moment to notice. */
export async function launch(server: Server, folder: string): Promise<Result<ChildProcess, NotStarted>> {
  const until = Date.now() + 30_000;
  for (;;) {
    const started = await launchOnce(server);
    if (started.ok) return started;
    const orphans = /shared memory block|lock file/.test(started.fault);
    if (!orphans || Date.now() > until) return fail(notStarted(folder, started.fault, server.log));
    await pause(100);
  }
}

async function launchOnce({
  as,
  place,
  data,
  log,
  address,
}: Server): Promise<
  { readonly ok: true; readonly value: ChildProcess } | { readonly ok: false; readonly fault: string }
> {
  const sizeBefore = existsSync(log) ? statSync(log).size : 0;
  const output = openSync(log, 'a', 0o600);
  const durable = ['-c', 'fsync=on', '-c', 'full_page_writes=on', '-c', 'synchronous_commit=on'];
  const listen = [
    '-c',
    `listen_addresses=${address.socket === null ? '127.0.0.1' : ''}`,
    '-p',
    String(address.port),
  ];
  const args = [
    '-D',
    data,
    '-k',
    address.socket ?? '',
    ...listen,
    ...durable,
    '-c',
    'timezone=UTC',
    '-c',
    'max_wal_size=2GB',
  ];
  // A group of its own: Ctrl-C in a terminal reaches the owner first, which then stops the server in order.
  const child = spawnAs(as, join(place.bin, 'postgres'), args, {
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  let ended = false;
  child.once('exit', () => (ended = true)).once('error', () => (ended = true));
  while (!ended) {
    if (readyLine(data, child.pid ?? 0)) return { ok: true, value: child };
    await pause(10);
  }
  const said = readFileSync(log).subarray(sizeBefore).toString().split('\n');
  const reason = said.findLast((line) => /FATAL|PANIC/.test(line)) ?? lastLine(said.join('\n'));
  return { ok: false, fault: reason.replace(/^.*(FATAL|PANIC): */, '') };
}

const readyLine = (data: string, pid: number): boolean => {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
};

/** Starts the server again when it dies unasked: at most five times a minute, then it stays down and the log of it says why. */
export function keepAlive(
  server: Server,
  folder: string,
  first: ChildProcess,
): { readonly child: () => ChildProcess; readonly stop: () => Promise<void> } {
  let child = first;
  let stopping = false;
  let again: Promise<void> = Promise.resolve();
  const deaths: number[] = [];
  const watch = (): void => {
    child.unref();
    child.once('exit', () => {
      const now = Date.now();
      deaths.push(now);
      if (stopping || deaths.filter((at) => at > now - 60_000).length > 5) return;
      again = launch(server, folder).then((relaunched) => {
        if (!relaunched.ok) return;
        child = relaunched.value;
        watch();
      });
    });
  };
  watch();
  const atExit = (): void => void child.kill('SIGINT');
  process.once('exit', atExit);
  return {
    child: () => child,
    stop: async () => {
      stopping = true;
      process.off('exit', atExit);
      await again;
      child.kill('SIGINT');
      if (!(await gone(child.pid ?? 0, 30_000))) child.kill('SIGQUIT');
      await gone(child.pid ?? 0, 10_000);
    },
  };
}
