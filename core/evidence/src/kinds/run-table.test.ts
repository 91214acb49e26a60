import { unwrap } from '@daero/domain/result';
import { numberColumn, numbers, table, textColumn, texts, type Table } from '@daero/domain/table';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { TableColumn } from '../plan/plan-schema.ts';
import { runTable, type TablePlan } from './run-table.ts';
import { tableFromJson } from './table-json.ts';

const words = { ko: '시험', en: 'Test' };
const planWith = (
  columns: readonly (readonly [string, TableColumn])[],
  { exclude = [], only = [] }: Partial<Pick<TablePlan, 'exclude' | 'only'>> = {},
): TablePlan => ({
  ...{ title: words, unit: words, from: 'readings', exclude, only },
  columns: columns.map(([name, definition]) => ({ name, definition })),
});

const population: Table = table([
  ['subject', texts(['a', 'b'])],
  ['truth', numbers([1, 0])],
  ['site', texts(['north', 'south'])],
]);
/** Two readings each, and one of somebody who was left out of the population. */
const readings: Table = table([
  ['subject', texts(['a', 'b', 'c', 'b', 'a'])],
  ['position', numbers([1, 2, 3, 4, 5])],
  ['reader', texts(['r1', 'r1', 'r1', 'r2', 'r2'])],
  ['rating', numbers([80, 20, 50, NaN, 101])],
]);
const rowsOf = (plan: TablePlan): Table => tableFromJson(unwrap(runTable(plan, readings, population)).table);

describe('a column of a table', () => {
  it.each<{ name: string; columns: (readonly [string, TableColumn])[]; values: readonly unknown[] }>([
    { name: 'of its source', columns: [['x', { column: 'rating' }]], values: [80, 20, NaN, 101] },
    {
      name: 'outside its bounds is missing',
      columns: [['x', { column: 'rating', atMost: 100 }]],
      values: [80, 20, NaN, NaN],
    },
    { name: 'of texts', columns: [['x', { column: 'reader' }]], values: ['r1', 'r1', 'r2', 'r2'] },
    { name: 'of the population: a number', columns: [['x', { population: 'truth' }]], values: [1, 0, 0, 1] },
    {
      name: 'of the population: a group',
      columns: [['x', { population: 'site' }]],
      values: ['north', 'south', 'south', 'north'],
    },
    {
      name: 'computed from those above it',
      columns: [
        ['rating', { column: 'rating' }],
        ['x', { expression: 'if(rating >= 50, 1, 0)' }],
      ],
      values: [1, 0, 0, 1],
    },
    {
      name: 'cut into bands',
      columns: [
        ['rating', { column: 'rating' }],
        ['x', { bands: 'rating', from: [50], groups: ['low', 'high'] }],
      ],
      values: ['high', 'low', null, 'high'],
    },
  ])('$name', ({ columns, values }) => {
    const rows = rowsOf(planWith(columns));
    const [number, text] = [numberColumn(rows, 'x'), textColumn(rows, 'x')];
    expect(number.ok ? [...number.value] : text.ok && text.value).toEqual(values);
    expect(unwrap(textColumn(rows, 'subject'))).toEqual(['a', 'b', 'b', 'a']);
  });
});

test('rows of nobody in the population, and those left out, are counted by reason', () => {
  const reason = { ko: '점수 없음', en: 'No rating' };
  const { flow } = unwrap(
    runTable(
      planWith([['rating', { column: 'rating' }]], { exclude: [{ missing: 'rating', reason }] }),
      readings,
      population,
    ),
  );
  expect(flow.stages.map(({ n, left }) => [n, left.map((one) => one.n)])).toEqual([
    [5, [1, 1]],
    [3, []],
  ]);
});

test('only the rows that belong to the table, the others counted', () => {
  const plan = planWith([['rating', { column: 'rating' }]], {
    only: [
      { column: 'reader', in: ['r1'], reason: words },
      { column: 'rating', in: [80, 21], reason: words },
    ],
  });
  const found = unwrap(runTable(plan, readings, population));
  expect(unwrap(textColumn(tableFromJson(found.table), 'subject'))).toEqual(['a']);
  expect(found.flow.stages[0]?.left.map(({ n }) => n)).toEqual([1, 2, 1]);
});

test('a group that the plan does not name is a fault, with those it names', () => {
  const plan = planWith([['x', { column: 'reader', groups: ['r1'] }]]);
  expect(runTable(plan, readings, population)).toEqual({
    ok: false,
    fault: { kind: 'value-not-listed', column: 'reader', rows: 2, known: ['r1'] },
  });
});

test('a law: every row is in the table or in the flow, once', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
  fc.assert(
    fc.property(ids, fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), (subjects, studied) => {
      const source = table([
        ['subject', texts(subjects)],
        ['rating', numbers(subjects.map((_, row) => row))],
      ]);
      const of = table([['subject', texts(studied)]]);
      const found = unwrap(runTable(planWith([['rating', { column: 'rating' }]]), source, of));
      const left = found.flow.stages.flatMap((stage) => stage.left).reduce((sum, { n }) => sum + n, 0);
      expect(found.table.rows + left).toBe(subjects.length);
      expect(found.table.rows).toBe(subjects.filter((who) => studied.includes(who)).length);
    }),
  );
});
