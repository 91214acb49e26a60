import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { DuckDBDoubleVector, type DuckDBConnection } from '@duckdb/node-api';
import { fail, succeed, type Result } from '@daero/domain/result';
import { numbers, table, texts, type Column, type Table } from '@daero/domain/table';
import type { SnapshotFault } from '@daero/registry/snapshot/snapshot';
import { instantText } from './canonical-sql.ts';
import { allRows, oneRow } from './read-rows.ts';
import { withSession } from './session.ts';
import { identifier, literal } from './sql.ts';

export type TableRequest = {
  /**
   * Columns of the snapshot, all where absent. Two more may be asked: `place`, where the row stands in the snapshot (from 0; what
   * decides between rows of one time, for it is content), and `position`, its number in the source (for showing, never for deciding).
   */
  readonly columns?: readonly string[];
  /** Only rows whose cell in each of these columns is one of the values. */
  readonly where?: Readonly<Record<string, readonly (string | number)[]>>;
};

/**
 * Rows of a snapshot, in its order, by column. Integers come as numbers, moments as their text in UTC; missing is NaN or null.
 * Texts are read as codes and looked up, so that each is one string however often it stands.
 */
export async function readTable(
  file: string,
  request: TableRequest = {},
): Promise<Result<Table, SnapshotFault>> {
  const there = await stat(file).catch(() => null);
  if (there === null) return fail({ kind: 'snapshot-not-found', file });
  return withSession(tmpdir(), async (connection) => {
    const types = await typesOf(connection, file);
    if (types === null) return fail({ kind: 'snapshot-not-found', file });
    const where = Object.entries(request.where ?? {});
    const asked =
      request.columns ?? [...types.keys()].filter((name) => name !== 'position' && name !== 'place');
    const missing = [...asked, ...where.map(([name]) => name)].find((name) => !types.has(name));
    if (missing !== undefined) {
      return fail({ kind: 'snapshot-column-missing', file, column: missing, known: [...types.keys()] });
    }
    const conditions = where.map(([name, values]) =>
      values.length === 0 ? 'false' : `${identifier(name)} IN (${values.map(() => '?').join(', ')})`,
    );
    const bound = where.flatMap(([, values]) => values);
    const from = `FROM ${rowsOf(file)}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
    return succeed(await read(connection, asked, types, from, bound));
  });
}

async function read(
  connection: DuckDBConnection,
  asked: readonly string[],
  types: ReadonlyMap<string, string>,
  from: string,
  bound: readonly (string | number)[],
): Promise<Table> {
  const [count] = await oneRow(connection, `SELECT count(*) ${from}`, bound);
  const rows = Number(count);
  const columns = await Promise.all(
    asked.map(async (name, k) => {
      const type = types.get(name) ?? '';
      const cell = type === 'TIMESTAMP' ? instantText(identifier(name)) : identifier(name);
      const isText = type === 'VARCHAR' || type === 'TIMESTAMP';
      const dictionary = isText ? await dictionaryOf(connection, `texts_${k}`, cell, from, bound) : null;
      const number = dictionary === null ? cell : `enum_code(CAST(${cell} AS texts_${k}))`;
      return {
        name,
        dictionary,
        number: `coalesce(CAST(${number} AS DOUBLE), 'nan')`,
        values: new Float64Array(rows),
      };
    }),
  );
  if (columns.length > 0) await fill(connection, columns, from, bound);
  return table(
    columns.map(({ name, dictionary, values }): [string, Column] => [
      name,
      dictionary === null ? numbers(values) : texts(Array.from(values, (code) => dictionary[code] ?? null)),
    ]),
  );
}

async function fill(
  connection: DuckDBConnection,
  columns: readonly { readonly number: string; readonly values: Float64Array }[],
  from: string,
  bound: readonly (string | number)[],
): Promise<void> {
  const result = await connection.stream(`SELECT ${columns.map(({ number }) => number).join(', ')} ${from}`, [
    ...bound,
  ]);
  let row = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    for (const [k, { values }] of columns.entries()) {
      const vector = chunk.getColumnVector(k);
      if (!(vector instanceof DuckDBDoubleVector)) throw new TypeError('every column is asked for as DOUBLE');
      for (let at = 0; at < chunk.rowCount; at++) values[row + at] = vector.getItem(at) ?? NaN;
    }
    row += chunk.rowCount;
  }
}

/** The distinct texts of a column, in order, made an ENUM of the engine: the code of a text is its place here. */
async function dictionaryOf(
  connection: DuckDBConnection,
  type: string,
  cell: string,
  from: string,
  bound: readonly (string | number)[],
): Promise<readonly string[]> {
  const found = await allRows(
    connection,
    `SELECT DISTINCT ${cell} AS said ${from} ORDER BY said NULLS LAST`,
    bound,
  );
  const said = found.flatMap(([text]) => (typeof text === 'string' ? [text] : []));
  await connection.run(`CREATE TEMP TYPE ${type} AS ENUM (${said.map(literal).join(', ')})`);
  return said;
}

const rowsOf = (file: string): string =>
  `(SELECT * RENAME (file_row_number AS place) FROM read_parquet(${literal(file)}, file_row_number = true))`;

async function typesOf(
  connection: DuckDBConnection,
  file: string,
): Promise<ReadonlyMap<string, string> | null> {
  try {
    const rows = await allRows(connection, `DESCRIBE SELECT * FROM ${rowsOf(file)}`);
    return new Map(rows.map(([name, type]) => [String(name), String(type)]));
  } catch {
    return null;
  }
}
