import { unzipSync, zipSync, type Zippable } from 'fflate';

/** The first date a zip can hold. Every entry carries it, so that time does not change the bytes. */
const fixedDate = new Date(1980, 0, 1, 0, 0, 0);

/** One sequence of bytes for one set of files: stored, sorted by name, one date. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...files.keys()].sort();
  const entries: Zippable = {};
  for (const name of names)
    entries[name] = [files.get(name) ?? new Uint8Array(), { level: 0, mtime: fixedDate }];
  return zipSync(entries);
}

/**
 * The files of a zip, or null where the bytes are not a whole zip of ours. Ours are stored, so that no zip from a stranger can
 * swell, nor name one place in it many times over; and no name in it leads out of a folder.
 */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        size += file.size;
        if (file.compression !== 0 || size > bytes.length || leadsOut.test(file.name))
          throw new Error('not ours');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch {
    return null;
  }
}

const leadsOut = /^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/;
