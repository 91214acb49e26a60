import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { fail, succeed, type Result } from '@daero/domain/result';
import { headLine } from '@daero/registry/snapshot/canonical-text';
import { layoutOf, type SnapshotLayout } from '@daero/registry/snapshot/layout';
import type { SnapshotMapping } from '@daero/registry/snapshot/mapping';
import type { Snapshot, SnapshotFault } from '@daero/registry/snapshot/snapshot';
import { countContents, hashOfRows, headKey } from './content-of-snapshot.ts';
import { explainFailure } from './explain-failure.ts';
import { codeOf, openSource, type OpenedSource } from './open-source.ts';
import { oneRow } from './read-rows.ts';
import { withSession, type Limits } from './session.ts';
import { sourceQuery, type SourceQuery } from './source-query.ts';
import { identifier, literal } from './sql.ts';
import { withWorkFolder } from './work-folder.ts';
import { writeRows, type SourceRow } from './write-rows.ts';

export type SnapshotProgress = { readonly stage: 'opening' | 'reading' | 'naming'; readonly rows: number };

export type SnapshotRequest = {
  /** A file (CSV, CSV.gz or Parquet, known by its bytes), or rows under the source names of the mapping, as the log gives them. */
  readonly source: string | AsyncIterable<SourceRow>;
  readonly mapping: SnapshotMapping;
  readonly intoFolder: string;
  readonly onProgress?: (progress: SnapshotProgress) => void;
  readonly cancel?: AbortSignal;
  readonly limits?: Limits;
};

/**
 * Takes a snapshot: types the columns, orders the rows, writes them to `<hash>.parquet` (zstd) and moves it into place in one
 * step. Memory stays bounded whatever the size of the source: what does not fit is spilled beside the target.
 */
export async function takeSnapshot(request: SnapshotRequest): Promise<Result<Snapshot, SnapshotFault>> {
  const { intoFolder, cancel } = request;
  const file = typeof request.source === 'string' ? request.source : 'the event log';
  try {
    return await withWorkFolder(intoFolder, (folder) => take(request, file, folder));
  } catch (trouble) {
    if (cancel?.aborted === true) return fail({ kind: 'snapshot-cancelled', file });
    const code = codeOf(trouble);
    if (/^E[A-Z]+$/.test(code))
      return fail({ kind: 'snapshot-folder-unwritable', folder: intoFolder, reason: code });
    throw trouble;
  }
}

async function take(
  request: SnapshotRequest,
  file: string,
  folder: string,
): Promise<Result<Snapshot, SnapshotFault>> {
  const { mapping, cancel } = request;
  const layout = layoutOf(mapping);
  request.onProgress?.({ stage: 'opening', rows: 0 });
  const path =
    typeof request.source === 'string'
      ? file
      : await writeRows(request.source, layout, mapping.delimiter, folder, cancel);
  const opened = await openSource({ path, file }, mapping.delimiter, cancel);
  if (!opened.ok) return opened;

  return withSession(
    join(folder, 'spill'),
    async (connection) => {
      const query = await sourceQuery(connection, opened.value, layout, mapping.delimiter, file);
      return query.ok
        ? write(request, connection, { layout, opened: opened.value, query: query.value, file, folder })
        : query;
    },
    { ...(request.limits === undefined ? {} : { limits: request.limits }), cancel },
  );
}

type Work = {
  readonly layout: SnapshotLayout;
  readonly opened: OpenedSource;
  readonly query: SourceQuery;
  readonly file: string;
  readonly folder: string;
};

async function write(
  { intoFolder, onProgress, cancel, source }: SnapshotRequest,
  connection: DuckDBConnection,
  { layout, opened, query, file, folder }: Work,
): Promise<Result<Snapshot, SnapshotFault>> {
  const whole = join(folder, 'snapshot.parquet');
  const watch = setInterval(() => {
    onProgress?.({ stage: 'reading', rows: Number(connection.progress.rows_processed) });
  }, 200);
  try {
    await connection.run(
      `COPY (${query.typed} ORDER BY ${[...layout.order.map((name) => `${identifier(name)} NULLS FIRST`), 'position'].join(', ')})
       TO ${literal(whole)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${headKey}: ${literal(headLine(layout))}})`,
    );
  } catch (trouble) {
    if (cancel?.aborted === true) return fail({ kind: 'snapshot-cancelled', file });
    return fail(await explainFailure(connection, { file, opened, query, trouble }));
  } finally {
    clearInterval(watch);
  }

  const found = await countContents(connection, whole, layout);
  if (found.rows === 0) return fail({ kind: 'source-header-only', file });
  const twice = await keyStandingTwice(connection, whole, layout, file);
  if (twice !== null) return fail(twice);

  const hash = await hashOfRows(connection, whole, layout, folder, (share) =>
    onProgress?.({ stage: 'naming', rows: Math.round(found.rows * share) }),
  );
  if (cancel?.aborted === true) return fail({ kind: 'snapshot-cancelled', file });
  const target = join(intoFolder, `${hash}.parquet`);
  await sync(whole);
  await rename(whole, target);
  return succeed({
    hash,
    sourceHash: typeof source === 'string' ? opened.sourceHash : null,
    file: target,
    bytes: (await stat(target)).size,
    columns: layout.columns.map(({ name, kind, role }) => ({ name, kind, role })),
    ...found,
  });
}

async function keyStandingTwice(
  connection: DuckDBConnection,
  parquet: string,
  { key }: SnapshotLayout,
  file: string,
): Promise<SnapshotFault | null> {
  if (key.length === 0) return null;
  const columns = key.map(identifier).join(', ');
  const [keys, rows] = await oneRow(
    connection,
    `SELECT count(*), list_slice(list_sort(flatten(list(places))), 1, 20)
     FROM (SELECT list(position ORDER BY position) AS places FROM read_parquet(${literal(parquet)})
           GROUP BY ${columns} HAVING count(*) > 1)`,
  );
  if (Number(keys) === 0) return null;
  return { kind: 'source-key-twice', file, key, keys: Number(keys), rows: numbersIn(rows) };
}

const numbersIn = (list: unknown): number[] => (Array.isArray(list) ? list.map(Number) : []);

/** On disk before it has a name: a power cut leaves either the whole file or none. */
async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
