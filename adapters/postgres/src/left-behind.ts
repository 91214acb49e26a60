import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processStart } from './owner.ts';

/** A pid that no system gives out. */
const nobody = '99999999';

/**
 * A server whose owner was killed still runs, or left its pid file. A live one is asked to stop (its clients go, its
 * data are written); a pid file whose number now belongs to some other program is made to name nobody, which lets
 * PostgreSQL start and keeps its own check that no orphaned backend still holds the shared memory.
 */
export async function stopLeftBehind(data: string): Promise<'nothing' | 'stopped' | 'will not stop'> {
  const file = join(data, 'postmaster.pid');
  const lines = linesOf(file);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || processStart(pid) === null) return 'nothing';
  if (!serves(pid, data)) {
    writeFileSync(file, [nobody, ...lines.slice(1)].join('\n'));
    return 'nothing';
  }
  for (const [signal, waitMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(pid, signal);
    if (await gone(pid, waitMs)) return 'stopped';
  }
  return 'will not stop';
}

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
};

function serves(pid: number, data: string): boolean {
  const command =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return command.includes('postgres') && command.includes(data);
}

export async function gone(pid: number, waitMs: number): Promise<boolean> {
  const until = Date.now() + waitMs;
  while (processStart(pid) !== null) {
    if (Date.now() > until) return false;
    await pause(10);
  }
  return true;
}
