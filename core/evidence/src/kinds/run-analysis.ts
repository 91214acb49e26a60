import type { Estimate } from '@daero/domain/estimate';
import type { AnalysisOutput, Method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { FlowShape } from '@daero/domain/shape';
import { numberColumn, numbers, table, takeRows, textColumn, texts, type Table } from '@daero/domain/table';
import type { Text } from '@daero/domain/text';
import type { PlanAnalysis } from '../plan/plan-schema.ts';
import type { AnalysisNodeOutput } from './outputs.ts';

/** What an analysis needs besides its rows. */
export type AnalysisTask = {
  readonly analysis: Pick<PlanAnalysis, 'id' | 'columns' | 'by' | 'exclude' | 'of'>;
  readonly method: Method;
  readonly settings: unknown;
  readonly groups: readonly string[]; // of the `by` column, or of the estimates that are combined
  readonly labels: Readonly<Record<string, Text>>;
  readonly unit: Text;
};

/** Runs a method over the population, and in each group where the plan says `by`. */
export function runAnalysis(task: AnalysisTask, population: Table): Result<AnalysisNodeOutput> {
  const kept = withoutMissing(task, population);
  if (!kept.ok) return kept;
  const overall = runMethod(task, kept.value.table);
  if (!overall.ok) return overall;

  const groups =
    task.analysis.by === undefined ? succeed([]) : inGroups(task, kept.value.table, task.analysis.by);
  if (!groups.ok) return groups;
  const estimates: Record<string, Estimate> = { ...overall.value.estimates };
  const failures: { group: string; fault: Fault }[] = [];
  for (const { group, output } of groups.value) {
    if (!output.ok) failures.push({ group, fault: output.fault });
    else
      for (const [key, estimate] of Object.entries(output.value.estimates))
        estimates[`${key}-${group}`] = estimate;
  }
  const shapes = [...kept.value.flow, ...overall.value.shapes];
  return succeed(
    relabel({ ...overall.value, shapes, estimates, failures, n: kept.value.table.rows }, task.labels),
  );
}

/** Runs a method that combines the estimates of groups: a row each. Groups that gave none are left out. */
export function combineEstimates(
  task: AnalysisTask,
  from: AnalysisNodeOutput,
  key: string,
): Result<AnalysisNodeOutput> {
  const rows = task.groups.flatMap((group) => {
    const estimate = from.estimates[`${key}-${group}`];
    return estimate === undefined ? [] : [{ group, estimate }];
  });
  const roles = table([
    ['estimate', numbers(rows.map(({ estimate }) => estimate.value))],
    ['standard-error', numbers(rows.map(({ estimate }) => estimate.standardError ?? NaN))],
    ['size', numbers(rows.map(({ estimate }) => estimate.n))],
    ['label', texts(rows.map(({ group }) => group))],
  ]);
  const output = task.method.run(roles, task.settings);
  return output.ok
    ? succeed(
        relabel(
          { ...output.value, failures: from.failures, n: from.n, combines: from.estimates },
          task.labels,
        ),
      )
    : output;
}

function runMethod(task: AnalysisTask, population: Table): Result<AnalysisOutput> {
  const columns = Object.entries(task.analysis.columns).flatMap(([role, name]) => {
    const column = population.columns.get(name);
    return column === undefined ? [] : [[role, column] as const];
  });
  return task.method.run(table(columns), task.settings);
}

function inGroups(
  task: AnalysisTask,
  population: Table,
  by: string,
): Result<readonly { readonly group: string; readonly output: Result<AnalysisOutput> }[]> {
  const group = textColumn(population, by);
  if (!group.ok) return group;
  return succeed(
    task.groups.map((name) => {
      const positions = positionsWhere(group.value.length, (at) => group.value[at] === name);
      return positions.length === 0
        ? { group: name, output: fail({ kind: 'groups-empty', analysis: task.analysis.id, group: name }) }
        : { group: name, output: runMethod(task, takeRows(population, positions)) };
    }),
  );
}

type Kept = { readonly table: Table; readonly flow: readonly FlowShape[] };

/** Leaves out the rows that the plan leaves out, and shows how many and why. */
function withoutMissing(task: AnalysisTask, population: Table): Result<Kept> {
  let rest = population;
  const left: { reason: Text; n: number }[] = [];
  for (const rule of task.analysis.exclude) {
    const present = presentAt(rest, rule.missing);
    if (!present.ok) return present;
    left.push({ reason: rule.reason, n: rest.rows - present.value.length });
    rest = takeRows(rest, present.value);
  }
  if (left.length === 0) return succeed({ table: rest, flow: [] });
  const flow: FlowShape = {
    shape: 'flow',
    label: { ko: '이 분석의 대상자 흐름', en: 'Flow of this analysis' },
    unit: task.unit,
    stages: [
      { label: { ko: '분석 대상 집단', en: 'Study population' }, n: population.rows, left },
      { label: { ko: '이 분석에 쓰임', en: 'In this analysis' }, n: rest.rows, left: [] },
    ],
  };
  return succeed({ table: rest, flow: [flow] });
}

/** The positions of rows that have a value in a column. */
export function presentAt(from: Table, column: string): Result<readonly number[]> {
  const asNumbers = numberColumn(from, column);
  if (asNumbers.ok) return succeed(positionsWhere(from.rows, (at) => !Number.isNaN(asNumbers.value[at])));
  const asTexts = textColumn(from, column);
  return asTexts.ok
    ? succeed(positionsWhere(from.rows, (at) => (asTexts.value[at] ?? null) !== null))
    : asTexts;
}

function positionsWhere(rows: number, holds: (at: number) => boolean): number[] {
  const positions: number[] = [];
  for (let at = 0; at < rows; at++) if (holds(at)) positions.push(at);
  return positions;
}

/** A method knows a group by its id alone; here the id becomes the words of the plan wherever it stands as a label. */
function relabel(output: AnalysisNodeOutput, labels: Readonly<Record<string, Text>>): AnalysisNodeOutput {
  const worded = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(worded);
    if (typeof value !== 'object' || value === null) return value;
    const named = 'ko' in value && 'en' in value && value.ko === value.en && typeof value.ko === 'string';
    const label = named ? labels[String(value.ko)] : undefined;
    return label ?? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, worded(inner)]));
  };
  return { ...output, shapes: output.shapes.map((shape) => worded(shape) as typeof shape) };
}
