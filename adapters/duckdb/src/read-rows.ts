import { DuckDBListValue, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';

/** What a query gives, as plain values: whole numbers come as bigint, lists as arrays. For small answers only. */
export type PlainValue = string | number | bigint | boolean | null | readonly PlainValue[];
type Bound = readonly (string | number)[];

export async function allRows(
  connection: DuckDBConnection,
  sql: string,
  bound: Bound = [],
): Promise<readonly (readonly PlainValue[])[]> {
  const reader = await connection.runAndReadAll(sql, [...bound]);
  return reader.getRows().map((row) => row.map(plain));
}

export async function oneRow(
  connection: DuckDBConnection,
  sql: string,
  bound: Bound = [],
): Promise<readonly PlainValue[]> {
  const [row] = await allRows(connection, sql, bound);
  if (row === undefined) throw new Error('a query that always gives a row gave none');
  return row;
}

function plain(value: DuckDBValue): PlainValue {
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value)) {
    return typeof value === 'object' ? null : value;
  }
  return String(value);
}
