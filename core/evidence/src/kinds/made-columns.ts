import { compile } from '@daero/domain/expression/compile';
import { fail, succeed, type Result } from '@daero/domain/result';
import { numberColumn, numbers, table, takeRows, texts, type Column, type Table } from '@daero/domain/table';
import type { Text } from '@daero/domain/text';
import type { Plan } from '../plan/plan-schema.ts';
import { presentAt } from './run-analysis.ts';

/** The columns made so far, by name: a column may use only those above it. */
export type Columns = ReadonlyMap<string, Column>;

export type Exclusions = Plan['population']['exclude'];

/** The expression language over the columns so far; a comparison with a missing value is not true. */
export function expressionColumn(source: string, columns: Columns, rows: number): Result<Column> {
  const numeric = [...columns].flatMap(([name, column]) =>
    column.kind === 'number' ? [{ name, column }] : [],
  );
  const formula = compile(
    source,
    numeric.map(({ name }) => name),
  );
  if (!formula.ok) return formula;
  const slots = new Float64Array(numeric.length);
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let slot = 0; slot < slots.length; slot++) slots[slot] = numeric[slot]?.column.values[row] ?? NaN;
    values[row] = formula.value(slots);
  }
  return succeed(numbers(values));
}

export function bandColumn(
  definition: {
    readonly bands: string;
    readonly from: readonly number[];
    readonly groups: readonly string[];
  },
  columns: Columns,
): Result<Column> {
  const values = numberColumn(table(columns), definition.bands);
  if (!values.ok) return values;
  const bandOf = (value: number): string | null =>
    Number.isNaN(value)
      ? null
      : (definition.groups[definition.from.filter((end) => value >= end).length] ?? null);
  return succeed(texts(Array.from(values.value, bandOf)));
}

/** Numbers within the bounds of a column, missing outside them; of a column of texts the groups that the plan names. */
export function heldColumn(
  definition: {
    readonly column: string;
    readonly atLeast?: number | undefined;
    readonly atMost?: number | undefined;
    readonly groups?: readonly string[] | undefined;
  },
  found: Column,
): Result<Column> {
  const { atLeast = -Infinity, atMost = Infinity, groups: known } = definition;
  if (found.kind === 'number') {
    return succeed(numbers(found.values.map((value) => (value >= atLeast && value <= atMost ? value : NaN))));
  }
  if (known === undefined) return succeed(found);
  const rows = found.values.filter((value) => value !== null && !known.includes(value)).length;
  return rows === 0
    ? succeed(found)
    : fail({ kind: 'value-not-listed', column: definition.column, rows, known: [...known] });
}

/** The values of a column at these rows, missing where there is none. */
export const columnAt = (from: Column, rows: readonly (number | undefined)[]): Column =>
  from.kind === 'number'
    ? numbers(rows.map((row) => from.values[row ?? -1] ?? NaN))
    : texts(rows.map((row) => from.values[row ?? -1] ?? null));

/** The rows that no rule leaves out, and how many each rule left out. */
export function exclude(
  rules: Exclusions,
  all: Table,
): Result<{ readonly rest: Table; readonly left: readonly { readonly reason: Text; readonly n: number }[] }> {
  let rest = all;
  const left: { reason: Text; n: number }[] = [];
  for (const rule of rules) {
    const present = presentAt(rest, rule.missing);
    if (!present.ok) return present;
    left.push({ reason: rule.reason, n: rest.rows - present.value.length });
    rest = takeRows(rest, present.value);
  }
  return succeed({ rest, left });
}
