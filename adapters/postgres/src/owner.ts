import { fail, succeed, type Result } from '@daero/domain/result';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who runs the server of a folder, and where it answers. */
export type Owner = { readonly pid: number; readonly started: string; readonly url: string };

export type DatabaseInUse = {
  readonly kind: 'database-in-use';
  readonly folder: string;
  readonly pid: number;
};

const cardOf = (folder: string): string => join(folder, 'owner.json');

/** The live owner of a folder, if it has one: commands that change its data go through it. */
export function liveOwner(folder: string): Owner | null {
  const owner = readCard(cardOf(folder));
  return owner !== null && owner.started === processStart(owner.pid) ? owner : null;
}

/** Takes the folder for this process, or says who has it. A dead owner's card is taken away first. */
export function claim(
  folder: string,
): Result<{ readonly announce: (url: string) => void; readonly release: () => void }, DatabaseInUse> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const card = cardOf(folder);
  const mine = `${card}.${process.pid}.${process.hrtime.bigint()}`;
  const write = (url: string): void => {
    const owner: Owner = { pid: process.pid, started: processStart(process.pid) ?? '', url };
    writeFileSync(mine, JSON.stringify(owner), { mode: 0o600 });
  };
  write('');
  const taken = linked(mine, card) || (discardDead(card, mine) && linked(mine, card));
  rmSync(mine);
  if (!taken) return fail({ kind: 'database-in-use', folder, pid: readCard(card)?.pid ?? 0 });
  return succeed({
    announce: (url) => {
      write(url);
      renameSync(mine, card);
    },
    release: () => rmSync(card, { force: true }),
  });
}

/** A hard link either makes the name or fails: two claimants cannot both succeed. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function discardDead(card: string, mine: string): boolean {
  const seen = readCard(card);
  if (seen !== null && seen.started === processStart(seen.pid)) return false;
  const aside = `${mine}.dead`;
  try {
    renameSync(card, aside);
  } catch {
    return true; // another claimant was quicker; the link decides
  }
  const moved = readCard(aside);
  const alive = moved !== null && moved.started === processStart(moved.pid);
  if (alive) linked(aside, card); // it was a new owner's card: put it back
  rmSync(aside);
  return !alive;
}

function readCard(card: string): Owner | null {
  try {
    const read: unknown = JSON.parse(readFileSync(card, 'utf8'));
    if (typeof read !== 'object' || read === null) return null;
    const { pid, started, url } = read as Partial<Owner>;
    return typeof pid === 'number' && typeof started === 'string' && typeof url === 'string'
      ? { pid, started, url }
      : null;
  } catch {
    return null;
  }
}

/** Tells a process from a later one with the same number; `null` when there is none. */
export function processStart(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null;
  }
  if (process.platform !== 'linux') return 'alive';
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null); // field 22 of the line: start time in ticks since boot
  } catch {
    return null;
  }
}
