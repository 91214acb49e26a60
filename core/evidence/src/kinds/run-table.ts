import { fail, succeed, type Result } from '@daero/domain/result';
import { table, takeRows, textColumn, type Column, type Table } from '@daero/domain/table';
import type { PlanTable, TableColumn } from '../plan/plan-schema.ts';
import { bandColumn, columnAt, exclude, expressionColumn, heldColumn, type Columns } from './made-columns.ts';
import type { PopulationOutput } from './outputs.ts';
import { tableToJson } from './table-json.ts';

/** A table as its recipe states it: the columns in an order in which each uses only those before it. */
export type TablePlan = Omit<PlanTable, 'columns'> & {
  readonly columns: readonly { readonly name: string; readonly definition: TableColumn }[];
};

/**
 * The rows of a source that belong to subjects of the population, in the order of the source: readings, marks, lesions.
 *
 * Rows of anyone else, and those that the plan leaves out, are counted in the flow.
 */
export function runTable(plan: TablePlan, source: Table, population: Table): Result<PopulationOutput> {
  const [subject, studied] = [textColumn(source, 'subject'), textColumn(population, 'subject')];
  if (!subject.ok) return subject;
  if (!studied.ok) return studied;
  const placeOf = new Map(studied.value.map((who, row) => [who, row]));
  const inside = [...subject.value.keys()].filter((row) => placeOf.has(subject.value[row] ?? null));
  const outside = {
    reason: { ko: '대상 집단 밖의 행', en: 'Rows of no one in the population' },
    n: source.rows - inside.length,
  };
  const belonging = rowsOfTable(plan.only, source, inside);
  if (!belonging.ok) return belonging;
  const { kept } = belonging.value;
  const own = takeRows(source, kept);
  const rows: Rows = {
    own,
    population,
    inPopulation: kept.map((row) => placeOf.get(subject.value[row] ?? null)),
  };

  const who = own.columns.get('subject');
  const columns = new Map<string, Column>(who === undefined ? [] : [['subject', who]]);
  for (const { name, definition } of plan.columns) {
    const column = columnOf(definition, rows, columns);
    if (!column.ok) return column;
    columns.set(name, column.value);
  }
  const left = exclude(plan.exclude, table(columns));
  if (!left.ok) return left;
  return succeed({
    table: tableToJson(left.value.rest),
    flow: {
      shape: 'flow',
      label: plan.title,
      unit: plan.unit,
      stages: [
        {
          label: { ko: '자료에 있는 전체', en: 'All in the source' },
          n: source.rows,
          left: [outside, ...belonging.value.left, ...left.value.left],
        },
        { label: { ko: '분석에 쓰는 행', en: 'Rows for analysis' }, n: left.value.rest.rows, left: [] },
      ],
    },
    completeness: null,
    sites: [],
  });
}

type Left = PopulationOutput['flow']['stages'][number]['left'];

/** The rows of the source that every rule of `only` takes, and how many each rule leaves. */
function rowsOfTable(
  only: TablePlan['only'],
  source: Table,
  inside: readonly number[],
): Result<{ readonly kept: readonly number[]; readonly left: Left }> {
  let kept = inside;
  const left: Left[number][] = [];
  for (const rule of only) {
    const column = columnNamed(source, rule.column);
    if (!column.ok) return column;
    const { values } = column.value;
    const next = kept.filter((row) => rule.in.some((one) => one === values[row]));
    left.push({ reason: rule.reason, n: kept.length - next.length });
    kept = next;
  }
  return succeed({ kept, left });
}

type Rows = {
  readonly own: Table;
  readonly population: Table;
  /** Of each own row, where its subject stands in the population. */
  readonly inPopulation: readonly (number | undefined)[];
};

function columnOf(definition: TableColumn, rows: Rows, columns: Columns): Result<Column> {
  if ('expression' in definition) return expressionColumn(definition.expression, columns, rows.own.rows);
  if ('bands' in definition) return bandColumn(definition, columns);
  if ('population' in definition) {
    const found = columnNamed(rows.population, definition.population);
    return found.ok ? succeed(columnAt(found.value, rows.inPopulation)) : found;
  }
  const held = columnNamed(rows.own, definition.column);
  return held.ok ? heldColumn(definition, held.value) : held;
}

function columnNamed(from: Table, column: string): Result<Column> {
  const found = from.columns.get(column);
  return found === undefined
    ? fail({ kind: 'column-missing', column, known: [...from.columns.keys()] })
    : succeed(found);
}
