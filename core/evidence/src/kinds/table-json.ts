import { numbers, table, texts, type Table } from '@daero/domain/table';

/** A table as it is stored: columns in order, a missing number or text is null. */
export type TableJson = {
  readonly rows: number;
  readonly columns: readonly (
    | { readonly name: string; readonly kind: 'number'; readonly values: readonly (number | null)[] }
    | { readonly name: string; readonly kind: 'text'; readonly values: readonly (string | null)[] }
  )[];
};

export const tableToJson = (from: Table): TableJson => ({
  rows: from.rows,
  columns: [...from.columns].map(([name, column]) =>
    column.kind === 'number'
      ? {
          name,
          kind: 'number',
          values: Array.from(column.values, (value) => (Number.isNaN(value) ? null : value)),
        }
      : { name, kind: 'text', values: column.values },
  ),
});

export const tableFromJson = (stored: TableJson): Table =>
  table(
    stored.columns.map((column) => [
      column.name,
      column.kind === 'number' ? numbers(column.values.map((value) => value ?? NaN)) : texts(column.values),
    ]),
  );
