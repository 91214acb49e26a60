import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ObjectStore } from '@daero/evidence/ports';

/** Outputs as files, `ab/abcdef….json`: written beside, flushed to the disk, then renamed, so never half there. */
export function fileStore(folder: string): ObjectStore {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), `${hash}.json`);
  const has = async (hash: string): Promise<boolean> =>
    access(pathOf(hash), constants.R_OK).then(
      () => true,
      () => false,
    );
  return {
    has,
    read: async (hash) => {
      try {
        return await readFile(pathOf(hash), 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    write: async (hash, text) => {
      // A name lost in a power cut costs a computation and nothing else, so its folder need not reach the disk first.
      if (!(await has(hash))) await writeWhole(pathOf(hash), text, 'content');
    },
  };
}

/** Writes a file that is whole or absent, whatever happens meanwhile, and on the disk (its name too, unless told) when this returns. */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  durable: 'content' | 'content and name' = 'content and name',
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.part`;
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
  if (durable === 'content and name') await syncFolder(dirname(path));
}

/** The rename itself is only on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
