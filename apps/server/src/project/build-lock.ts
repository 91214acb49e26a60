import { open, readFile, unlink } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Result } from '@daero/domain/result';

/** One build a folder: the file names the process that builds. One that a killed process left is taken over. */
export async function holdBuild(out: string): Promise<Result<() => Promise<void>>> {
  await mkdir(out, { recursive: true });
  const path = join(out, 'building');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return succeed(() => unlink(path).catch(() => undefined));
    } catch {
      const pid = Number(await readFile(path, 'utf8').catch(() => ''));
      if (pid > 0 && isAlive(pid)) return fail({ kind: 'build-running', folder: out, pid });
      await unlink(path).catch(() => undefined);
    }
  }
  return fail({ kind: 'build-running', folder: out, pid: 0 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
