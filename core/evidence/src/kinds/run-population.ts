import { fail, succeed, type Result } from '@daero/domain/result';
import type { CompletenessShape } from '@daero/domain/shape';
import {
  numberColumn,
  numbers,
  table,
  textColumn,
  texts,
  type Column,
  type Table,
} from '@daero/domain/table';
import type { Text } from '@daero/domain/text';
import type { Plan, PlanColumn } from '../plan/plan-schema.ts';
import { bandColumn, columnAt, exclude, expressionColumn, heldColumn, type Columns } from './made-columns.ts';
import type { PopulationOutput } from './outputs.ts';
import { tableToJson } from './table-json.ts';

/** What a population is put together from. Every source table has a text column `subject`. */
export type PopulationSources = {
  readonly subjects: readonly string[]; // each once, in a fixed order
  /** With `position`, the number of the row in its source. */
  readonly wide: ReadonlyMap<string, Table>;
  /** By `source item`: columns subject, time, place and value of that one item. */
  readonly long: ReadonlyMap<string, Table>;
  /** One row a subject in the order of `subjects`: what the device gave, and `seen:<item>` as 0 or 1. */
  readonly device: Table | null;
};

/** A population as its recipe states it: the columns in an order in which each uses only those before it. */
export type PopulationPlan = Omit<Plan['population'], 'columns'> & {
  readonly columns: readonly { readonly name: string; readonly definition: PlanColumn }[];
  readonly sites: readonly { readonly id: string; readonly code: string }[];
};

/** One row a subject: the columns of the plan in their order, less those the plan excludes, all counted. */
export function runPopulation(
  plan: PopulationPlan,
  sources: PopulationSources,
  itemLabels: ReadonlyMap<string, Text>,
): Result<PopulationOutput> {
  const columns = new Map<string, Column>([['subject', texts(sources.subjects)]]);
  for (const { name, definition } of plan.columns) {
    const column = columnOf(name, definition, columns, plan, sources);
    if (!column.ok) return column;
    columns.set(name, column.value);
  }
  const all = table(columns);
  const kept = exclude(plan.exclude, all);
  if (!kept.ok) return kept;
  const { rest, left } = kept.value;
  const stages = [
    { label: { ko: '자료에 있는 전체', en: 'All in the source' }, n: all.rows, left },
    { label: { ko: '분석 대상 집단', en: 'Study population' }, n: rest.rows, left: [] },
  ];
  const siteColumn = plan.columns.find(({ definition }) => 'site' in definition)?.name;
  return succeed({
    table: tableToJson(rest),
    flow: { shape: 'flow', label: plan.title, unit: plan.unit, stages },
    completeness: completenessOf(sources.device, plan.unit, itemLabels),
    sites: siteColumn === undefined ? [] : countSites(plan, rest, siteColumn),
  });
}

function columnOf(
  name: string,
  definition: PlanColumn,
  columns: Columns,
  plan: PopulationPlan,
  sources: PopulationSources,
): Result<Column> {
  if ('device' in definition) return deviceColumn(sources.device, definition.device);
  if ('expression' in definition)
    return expressionColumn(definition.expression, columns, sources.subjects.length);
  if ('site' in definition) return siteColumn(definition.site, columns, plan.sites);
  if ('bands' in definition) return bandColumn(definition, columns);
  if (!('item' in definition)) {
    const held = wideColumn(definition, sources);
    return held.ok ? heldColumn(definition, held.value) : held;
  }
  const values = itemColumn(name, definition, sources);
  return values.ok ? heldColumn({ ...definition, column: definition.item }, numbers(values.value)) : values;
}

function deviceColumn(device: Table | null, output: string): Result<Column> {
  const column = device?.columns.get(output);
  return column === undefined
    ? fail({ kind: 'column-missing', column: output, known: [...(device?.columns.keys() ?? [])] })
    : succeed(column);
}

function siteColumn(of: string, columns: Columns, sites: PopulationPlan['sites']): Result<Column> {
  const codes = numberColumn(table(columns), of);
  if (!codes.ok) return codes;
  const byCode = new Map(sites.map((site) => [site.code, site.id]));
  const found = Array.from(codes.value, (code) => byCode.get(String(code)) ?? null);
  const rows = found.filter((site) => site === null).length;
  return rows === 0
    ? succeed(texts(found))
    : fail({ kind: 'value-not-listed', column: of, rows, known: [...byCode.keys()] });
}

/** One value a subject out of many rows: the first or last in time, of equal times by place. */
function itemColumn(
  name: string,
  definition: Extract<PlanColumn, { item: string }>,
  sources: PopulationSources,
): Result<readonly number[]> {
  const rows = sources.long.get(`${definition.from} ${definition.item}`);
  if (rows === undefined) throw new Error(`the rows of ${name} were not read`);
  const [subject, time, place, value] = [
    textColumn(rows, 'subject'),
    numberColumn(rows, 'time'),
    numberColumn(rows, 'place'),
    numberColumn(rows, 'value'),
  ];
  if (!subject.ok) return subject;
  if (!time.ok) return time;
  if (!place.ok) return place;
  if (!value.ok) return value;
  const best = new Map<string, number>();
  const later = (row: number, than: number): boolean => {
    const [a = 0, b = 0, c = 0, d = 0] = [
      time.value[row],
      time.value[than],
      place.value[row],
      place.value[than],
    ];
    return a > b || (a === b && c > d);
  };
  for (let row = 0; row < rows.rows; row++) {
    const who = subject.value[row];
    if (who === null || who === undefined) continue;
    const held = best.get(who);
    if (held === undefined || later(row, held) === (definition.take === 'last')) best.set(who, row);
  }
  return succeed(sources.subjects.map((who) => value.value[best.get(who) ?? -1] ?? NaN));
}

function wideColumn(
  definition: Extract<PlanColumn, { column: string }>,
  sources: PopulationSources,
): Result<Column> {
  const wide = sources.wide.get(definition.from);
  if (wide === undefined) throw new Error(`the source ${definition.from} was not read`);
  const [subject, position] = [textColumn(wide, 'subject'), numberColumn(wide, 'position')];
  if (!subject.ok) return subject;
  if (!position.ok) return position;
  const value = wide.columns.get(definition.column);
  if (value === undefined) {
    return fail({ kind: 'column-missing', column: definition.column, known: [...wide.columns.keys()] });
  }
  const rowOf = new Map<string | null, number>();
  const twice: number[] = [];
  subject.value.forEach((who, row) =>
    rowOf.has(who) ? twice.push(position.value[row] ?? 0) : rowOf.set(who, row),
  );
  twice.sort((left, right) => left - right);
  if (twice[0] !== undefined) {
    return fail({ kind: 'subject-twice', source: definition.from, rows: twice.length, first: twice[0] });
  }
  return succeed(
    columnAt(
      value,
      sources.subjects.map((who) => rowOf.get(who)),
    ),
  );
}

/** Of all subjects, how many had each item of the device at any time. */
function completenessOf(
  device: Table | null,
  unit: Text,
  labels: ReadonlyMap<string, Text>,
): CompletenessShape | null {
  if (device === null) return null;
  const rows = [...device.columns].flatMap(([name, column]) => {
    if (!name.startsWith('seen:') || column.kind !== 'number') return [];
    const item = name.slice('seen:'.length);
    const present = column.values.reduce((sum, seen) => sum + seen, 0);
    return [{ label: labels.get(item) ?? { ko: item, en: item }, present, of: device.rows }];
  });
  const label = { ko: '항목별로 값이 하나라도 있는 비율', en: 'Share with at least one value, by item' };
  return { shape: 'completeness', label, unit, rows };
}

function countSites(plan: PopulationPlan, rest: Table, column: string): PopulationOutput['sites'] {
  const values = textColumn(rest, column);
  if (!values.ok) return [];
  return plan.sites.map(({ id }) => ({ site: id, n: values.value.filter((value) => value === id).length }));
}
