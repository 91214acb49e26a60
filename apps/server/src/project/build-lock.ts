import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Result } from '@daero/domain/result';

/** One build a folder: the file names the process that builds. One that a killed process left is taken over. */
export async function holdBuild(out: string): Promise<Result<() => Promise<void>>> {
  await mkdir(out, { recursive: true });
  const path = join(out, 'building');
  const own = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.part`;
  await writeFile(own, String(process.pid));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await linked(own, path)) {
        await removeLeftovers(out);
        return succeed(() => unlink(path).catch(() => undefined));
      }
      const holder = await holderOf(path);
      if (holder !== null && isAlive(holder))
        return fail({ kind: 'build-running', folder: out, pid: holder });
      await takeAway(path, `${own}.old`);
    }
    return fail({ kind: 'build-running', folder: out, pid: (await holderOf(path)) ?? 0 });
  } finally {
    await unlink(own).catch(() => undefined);
  }
}

/** A link appears with its content and only where nothing is: of many who try, one holds the folder. */
const linked = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    () => false,
  );

async function holderOf(path: string): Promise<number | null> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  return pid > 0 ? pid : null;
}

/** Takes what a dead process left. Where a living one was quicker and its file was moved instead, it is put back. */
async function takeAway(path: string, aside: string): Promise<void> {
  await rename(path, aside).catch(() => undefined);
  const moved = await holderOf(aside);
  if (moved !== null && isAlive(moved)) await linked(aside, path);
  await unlink(aside).catch(() => undefined);
}

/** What killed processes were writing: `name.<pid>.<random>.part`, and nothing will ever finish it. */
async function removeLeftovers(out: string): Promise<void> {
  for (const name of await readdir(out, { recursive: true })) {
    const pid = Number(/\.(\d+)\.[0-9a-f]{8}\.part(?:\.old)?$/.exec(name)?.[1] ?? NaN);
    if (pid > 0 && !isAlive(pid)) await unlink(join(out, name)).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
