import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { SnapshotFault } from '@daero/registry/snapshot/snapshot';
import { parseHeader } from './csv-text.ts';

export type SourceFormat = 'csv' | 'csv.gz' | 'parquet';

/** A file that was found, read through once and is whole; `header` is its column names, for text files. */
export type OpenedSource = {
  readonly path: string;
  readonly format: SourceFormat;
  readonly sourceHash: string;
  readonly header: readonly string[];
};

const headBytes = 1 << 20; // no header is longer

/** Looks at the bytes, not at the name: what is it, is it whole, which columns does it have. `file` is its name in faults. */
export async function openSource(
  { path, file }: { readonly path: string; readonly file: string },
  delimiter: string,
  cancel?: AbortSignal,
): Promise<Result<OpenedSource, SnapshotFault>> {
  const format = await formatOf(path, file);
  if (!format.ok) return format;
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  try {
    const hashing = new Transform({
      transform: (bytes: Buffer, _encoding, done) => {
        hash.update(bytes);
        done(null, bytes);
      },
    });
    let kept = 0;
    const keeping = new Writable({
      write: (bytes: Buffer, _encoding, done) => {
        if (kept < headBytes) head.push(bytes);
        kept += bytes.length;
        done();
      },
    });
    const read = createReadStream(path, { highWaterMark: 1 << 20 });
    const options = cancel === undefined ? {} : { signal: cancel };
    if (format.value === 'csv.gz') {
      await pipeline(read, hashing, createGunzip({ chunkSize: 1 << 18 }), keeping, options);
    } else await pipeline(read, hashing, keeping, options);
  } catch (trouble) {
    if (cancel?.aborted === true) return fail({ kind: 'snapshot-cancelled', file });
    if (/^Z_|^ERR_.*ZLIB/.test(codeOf(trouble))) return fail({ kind: 'source-gzip-broken', file });
    return fail({ kind: 'source-unreadable', file, reason: codeOf(trouble) });
  }
  const opened = { path, format: format.value, sourceHash: hash.digest('hex') };
  if (format.value === 'parquet') return succeed({ ...opened, header: [] });

  const header = parseHeader(Buffer.concat(head).toString('utf8'), delimiter);
  if (header.length === 0) return fail({ kind: 'source-empty', file });
  const twice = header.find(
    (name, k) => header.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < k,
  );
  if (twice !== undefined) return fail({ kind: 'source-column-twice', file, column: twice });
  return succeed({ ...opened, header });
}

async function formatOf(path: string, file: string): Promise<Result<SourceFormat, SnapshotFault>> {
  try {
    const about = await stat(path);
    if (!about.isFile()) return fail({ kind: 'source-unreadable', file, reason: 'not a file' });
    if (about.size === 0) return fail({ kind: 'source-empty', file });
    const handle = await open(path, 'r');
    const first = Buffer.alloc(4);
    const last = Buffer.alloc(4);
    try {
      await handle.read(first, 0, 4, 0);
      await handle.read(last, 0, 4, Math.max(0, about.size - 4));
    } finally {
      await handle.close();
    }
    const parquet = [first, last].filter((bytes) => bytes.toString('latin1') === 'PAR1').length;
    if (parquet === 2 && about.size >= 12) return succeed('parquet');
    if (parquet > 0 || file.endsWith('.parquet')) return fail({ kind: 'source-not-parquet', file });
    if (first[0] === 0x1f && first[1] === 0x8b) return succeed('csv.gz');
    return file.endsWith('.gz') ? fail({ kind: 'source-gzip-broken', file }) : succeed('csv');
  } catch (trouble) {
    const code = codeOf(trouble);
    return code === 'ENOENT'
      ? fail({ kind: 'source-missing', file })
      : fail({ kind: 'source-unreadable', file, reason: code });
  }
}

export const codeOf = (trouble: unknown): string =>
  trouble instanceof Error && 'code' in trouble ? String(trouble.code) : 'unknown';
