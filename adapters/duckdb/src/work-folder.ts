import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * A folder beside the target for what is not whole yet. It goes with the work, however the work ends; one left behind by a
 * process that was killed goes with the next work on the same target.
 */
export async function withWorkFolder<Value>(
  target: string,
  work: (folder: string) => Promise<Value>,
): Promise<Value> {
  await mkdir(target, { recursive: true });
  await removeLeftovers(target);
  const folder = await mkdtemp(join(target, `.part-${owner(process.pid)}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const owner = (pid: number): string => `${hostname().replace(/[^A-Za-z0-9]/g, '_')}-${pid}`;

async function removeLeftovers(target: string): Promise<void> {
  for (const name of await readdir(target)) {
    const pid = Number(/^\.part-.*-(\d+)-[^-]+$/.exec(name)?.[1] ?? NaN);
    const ofThisMachine = name.startsWith(`.part-${owner(pid)}-`);
    if (ofThisMachine && !isAlive(pid)) await rm(join(target, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // asks, sends nothing
    return true;
  } catch (trouble) {
    return trouble instanceof Error && 'code' in trouble && trouble.code === 'EPERM';
  }
}
