import type { DuckDBConnection } from '@duckdb/node-api';
import type { SnapshotFault } from '@daero/registry/snapshot/snapshot';
import { lineOfRow } from './csv-text.ts';
import type { OpenedSource } from './open-source.ts';
import { oneRow } from './read-rows.ts';
import type { SourceQuery } from './source-query.ts';

type Failure = {
  readonly file: string;
  readonly opened: OpenedSource;
  readonly query: SourceQuery;
  readonly trouble: unknown;
};

/** From what the engine threw to a fault that names the place. Its own message quotes the row, so it is never passed on. */
export async function explainFailure(connection: DuckDBConnection, failure: Failure): Promise<SnapshotFault> {
  const { file, opened, trouble } = failure;
  const message = trouble instanceof Error ? trouble.message : String(trouble);
  if (message.includes('wrong cell')) return wrongCell(connection, failure);

  const line = Number(/CSV Error on Line: (\d+)/.exec(message)?.[1] ?? NaN);
  if (Number.isFinite(line)) {
    const counts = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
    if (counts !== null) {
      return { kind: 'source-row-ragged', file, line, expected: Number(counts[1]), found: Number(counts[2]) };
    }
    if (message.includes('not utf-8')) return { kind: 'source-not-utf8', file, line };
    return { kind: 'source-row-unreadable', file, line };
  }
  if (opened.format === 'parquet' && /Snappy|ZSTD|thrift|TProtocol|corrupt|Parquet/i.test(message)) {
    return { kind: 'source-not-parquet', file };
  }
  return { kind: 'snapshot-engine', file, reason: message.split(/[:\n]/)[0] ?? 'unknown' };
}

/** The first wrong cell of the file: parts of it were read side by side, so the one that stopped the work need not be it. */
async function wrongCell(
  connection: DuckDBConnection,
  { file, opened, query }: Failure,
): Promise<SnapshotFault> {
  const asked = query.wrong.map(
    ({ condition }) => `min(position) FILTER (${condition}), count(*) FILTER (${condition})`,
  );
  const answers = await oneRow(connection, `SELECT ${asked.join(', ')} FROM (${query.raw}) AS source`);
  const [first] = query.wrong
    .map(({ column, name }, k) => ({
      column,
      name,
      row: answers[2 * k] ?? null,
      cells: Number(answers[2 * k + 1]),
    }))
    .filter(({ row }) => row !== null)
    .sort((a, b) => Number(a.row) - Number(b.row));
  if (first === undefined)
    throw new Error('a cell was refused while the snapshot was taken, and none is found wrong now');
  const row = Number(first.row);
  const facts = { file, column: first.name, expected: first.column.kind, cells: first.cells };
  return opened.format === 'parquet'
    ? { kind: 'source-cell-wrong-kind-row', ...facts, row }
    : {
        kind: 'source-cell-wrong-kind',
        ...facts,
        line: await lineOfRow(opened.path, opened.format === 'csv.gz', row),
      };
}
