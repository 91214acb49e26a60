import type { DuckDBConnection } from '@duckdb/node-api';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { SnapshotColumn, SnapshotLayout } from '@daero/registry/snapshot/layout';
import type { SnapshotFault } from '@daero/registry/snapshot/snapshot';
import { storageOf, typedCell } from './cell-sql.ts';
import type { OpenedSource } from './open-source.ts';
import { allRows } from './read-rows.ts';
import { identifier, literal } from './sql.ts';

/** A source as SQL: `raw` has its own columns and `position`, `typed` has those of the snapshot and stops at a wrong cell. */
export type SourceQuery = {
  readonly raw: string;
  readonly typed: string;
  readonly wrong: readonly {
    readonly column: SnapshotColumn;
    readonly name: string;
    readonly condition: string;
  }[];
};

export async function sourceQuery(
  connection: DuckDBConnection,
  opened: OpenedSource,
  layout: SnapshotLayout,
  delimiter: string,
  file: string,
): Promise<Result<SourceQuery, SnapshotFault>> {
  const types = await typesOf(connection, opened);
  if (types === null) return fail({ kind: 'source-not-parquet', file });
  const needed = layout.columns.flatMap(({ from }) => ('column' in from ? [from.column] : []));
  const missing = needed.find((column) => !types.has(column));
  if (missing !== undefined) {
    return fail({ kind: 'source-column-missing', file, column: missing, known: [...types.keys()] });
  }
  const raw = rawQuery(opened, types, delimiter);
  const cells = layout.columns.map((column) => ({ column, ...cellOf(column, types, layout.missing) }));
  const selected = cells.map(
    ({ column, value }) => `CAST(${value} AS ${storageOf(column.kind)}) AS ${identifier(column.name)}`,
  );
  return succeed({
    raw,
    // The engine looks at the source's own names first; a snapshot's name may be that of another column there.
    typed: `SELECT * FROM (SELECT ${selected.join(', ')}, position FROM (${raw}) AS source)`,
    wrong: cells.flatMap(({ column, wrong }) =>
      'column' in column.from ? [{ column, name: column.from.column, condition: wrong }] : [],
    ),
  });
}

const cellOf = (
  { from, kind }: SnapshotColumn,
  types: ReadonlyMap<string, string>,
  missing: readonly string[],
) =>
  'constant' in from
    ? {
        value: typeof from.constant === 'number' ? String(from.constant) : literal(from.constant),
        wrong: 'false',
      }
    : typedCell(`source.${identifier(from.column)}`, types.get(from.column) ?? 'VARCHAR', kind, missing);

async function typesOf(
  connection: DuckDBConnection,
  opened: OpenedSource,
): Promise<ReadonlyMap<string, string> | null> {
  if (opened.format !== 'parquet') return new Map(opened.header.map((name) => [name, 'VARCHAR']));
  try {
    const rows = await allRows(connection, `DESCRIBE SELECT * FROM read_parquet(${literal(opened.path)})`);
    return new Map(rows.map(([name, type]) => [String(name), String(type)]));
  } catch {
    return null;
  }
}

/** Positions count the rows of data from 1, in the order of the source. */
function rawQuery(opened: OpenedSource, types: ReadonlyMap<string, string>, delimiter: string): string {
  if (opened.format === 'parquet') {
    const names = [...types.keys()].map((name) => `rows.${identifier(name)}`).join(', ');
    return `SELECT ${names}, rows.file_row_number + 1 AS position FROM read_parquet(${literal(opened.path)}, file_row_number = true) AS rows`;
  }
  const columns = opened.header.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `SELECT *, row_number() OVER () AS position FROM read_csv(${literal(opened.path)}, auto_detect = false,
    header = true, delim = ${literal(delimiter)}, quote = '"', escape = '"', strict_mode = true, allow_quoted_nulls = false,
    compression = ${opened.format === 'csv.gz' ? "'gzip'" : "'none'"}, columns = {${columns}})`;
}
