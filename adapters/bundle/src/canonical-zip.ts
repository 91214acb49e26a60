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

/** The files of a zip, or null where the bytes are not a whole zip. */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  try {
    return new Map(Object.entries(unzipSync(bytes)));
  } catch {
    return null;
  }
}
