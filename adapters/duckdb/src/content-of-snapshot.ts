import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { headLine, readHeadLine, type SnapshotHead } from '@daero/registry/snapshot/canonical-text';
import { canonicalLine } from './canonical-sql.ts';
import type { Snapshot } from '@daero/registry/snapshot/snapshot';
import { allRows, oneRow } from './read-rows.ts';
import { withSession } from './session.ts';
import { identifier, literal } from './sql.ts';
import { withWorkFolder } from './work-folder.ts';

/** Under this name a snapshot carries the first line of its canonical text, so that it says itself what its columns are. */
export const headKey = 'daero_snapshot';

/** What a snapshot file is when it is read again: the name its rows deserve, how many there are, and of whom. */
export type SnapshotFacts = Pick<Snapshot, 'hash' | 'rows' | 'columns' | 'subjects' | 'sites'>;

/**
 * The name that a Parquet file deserves: the hash of its rows as they lie in it. Equal to the name it bears exactly when neither
 * a cell nor the order was changed. `null` where it is no snapshot at all.
 */
export const contentOfSnapshot = async (file: string): Promise<string | null> =>
  (await factsOfSnapshot(file))?.hash ?? null;

export async function factsOfSnapshot(file: string): Promise<SnapshotFacts | null> {
  return withWorkFolder(join(tmpdir(), 'daero-content'), (folder) =>
    withSession(join(folder, 'spill'), async (connection) => {
      const head = await headOf(connection, file);
      if (head === null) return null;
      try {
        const hash = await hashOfRows(connection, file, head, folder);
        return { hash, columns: head.columns, ...(await countContents(connection, file, head)) };
      } catch {
        return null; // a column that the head names is not there, or a page is damaged
      }
    }),
  );
}

/** Rows, and distinct subjects and sites; `null` where no column plays that part. */
export async function countContents(
  connection: DuckDBConnection,
  parquet: string,
  { columns }: Pick<SnapshotHead, 'columns'>,
): Promise<Pick<Snapshot, 'rows' | 'subjects' | 'sites'>> {
  const distinct = (role: 'subject' | 'site'): string => {
    const column = columns.find((one) => one.role === role);
    return column === undefined ? 'NULL' : `count(DISTINCT ${identifier(column.name)})`;
  };
  const row = await oneRow(
    connection,
    `SELECT count(*), ${distinct('subject')}, ${distinct('site')} FROM read_parquet(${literal(parquet)})`,
  );
  const [rows, subjects, sites] = row.map((cell) => (cell === null ? null : Number(cell)));
  return { rows: rows ?? 0, subjects: subjects ?? null, sites: sites ?? null };
}

/** What a snapshot says of its columns, or `null`. */
export async function headOf(connection: DuckDBConnection, file: string): Promise<SnapshotHead | null> {
  try {
    const found = await allRows(
      connection,
      `SELECT decode(value) FROM parquet_kv_metadata(${literal(file)}) WHERE decode(key) = ${literal(headKey)}`,
    );
    const said = found[0]?.[0];
    return typeof said === 'string' ? readHeadLine(said) : null;
  } catch {
    return null;
  }
}

/** The engine writes the canonical lines to a file, which is then hashed as it lies: neither is ever held whole. */
export async function hashOfRows(
  connection: DuckDBConnection,
  parquet: string,
  head: SnapshotHead,
  folder: string,
  onShare: (share: number) => void = () => undefined,
): Promise<string> {
  const lines = join(folder, 'canonical.txt');
  // A canonical line holds no control character, so these three never occur and nothing is quoted.
  await connection.run(
    `COPY (SELECT ${canonicalLine(head.columns)} FROM read_parquet(${literal(parquet)}))
     TO ${literal(lines)} (FORMAT csv, HEADER false, DELIMITER '\x01', QUOTE '\x02', ESCAPE '\x02')`,
  );
  const hash = createHash('sha256').update(headLine(head));
  const size = (await stat(lines)).size;
  let done = 0;
  await pipeline(
    createReadStream(lines, { highWaterMark: 1 << 20 }),
    async (bytes: AsyncIterable<Uint8Array>) => {
      for await (const chunk of bytes) {
        hash.update(chunk);
        done += chunk.length;
        onShare(done / size);
      }
    },
  );
  return hash.digest('hex');
}
