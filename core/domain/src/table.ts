import { fail, succeed, type Result } from './result.ts';

/** A column of one kind. A missing number is NaN, a missing text is null: the only two meanings they have here. */
export type NumberColumn = { readonly kind: 'number'; readonly values: Float64Array };
export type TextColumn = { readonly kind: 'text'; readonly values: readonly (string | null)[] };
export type Column = NumberColumn | TextColumn;

/** Rows that belong together, held by column because every method reads columns. */
export type Table = { readonly rows: number; readonly columns: ReadonlyMap<string, Column> };

export type ColumnFault =
  | { readonly kind: 'column-missing'; readonly column: string; readonly known: readonly string[] }
  | { readonly kind: 'column-not-numbers'; readonly column: string }
  | { readonly kind: 'column-not-text'; readonly column: string };

export function table(columns: Iterable<readonly [string, Column]>): Table {
  const map = new Map(columns);
  const lengths = new Set([...map.values()].map((column) => column.values.length));
  if (lengths.size > 1) throw new RangeError(`columns differ in length: ${[...lengths].join(', ')}`);
  return { rows: [...lengths][0] ?? 0, columns: map };
}

export const numbers = (values: ArrayLike<number>): NumberColumn => ({
  kind: 'number',
  values: values instanceof Float64Array ? values : Float64Array.from(values),
});

export const texts = (values: readonly (string | null)[]): TextColumn => ({ kind: 'text', values });

const find = (from: Table, column: string): Result<Column, ColumnFault> => {
  const found = from.columns.get(column);
  return found === undefined
    ? fail({ kind: 'column-missing', column, known: [...from.columns.keys()] })
    : succeed(found);
};

export function numberColumn(from: Table, column: string): Result<Float64Array, ColumnFault> {
  const found = find(from, column);
  if (!found.ok) return found;
  return found.value.kind === 'number'
    ? succeed(found.value.values)
    : fail({ kind: 'column-not-numbers', column });
}

export function textColumn(from: Table, column: string): Result<readonly (string | null)[], ColumnFault> {
  const found = find(from, column);
  if (!found.ok) return found;
  return found.value.kind === 'text'
    ? succeed(found.value.values)
    : fail({ kind: 'column-not-text', column });
}

/** The rows at these positions, in this order. */
export function takeRows(from: Table, positions: ArrayLike<number>): Table {
  const order = Array.from(positions);
  return table(
    [...from.columns].map(([name, column]) => [
      name,
      column.kind === 'number'
        ? numbers(order.map((position) => column.values[position] ?? NaN))
        : texts(order.map((position) => column.values[position] ?? null)),
    ]),
  );
}
