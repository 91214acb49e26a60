import { unwrap } from '@daero/domain/result';
import { numberColumn, numbers, table, textColumn, texts, type Table } from '@daero/domain/table';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { planSchema, type PlanColumn } from '../plan/plan-schema.ts';
import { smallPlan } from '../small-plan.test-fixture.ts';
import { runPopulation, type PopulationPlan, type PopulationSources } from './run-population.ts';
import { tableFromJson, tableToJson } from './table-json.ts';

const { population, sites } = planSchema.parse(parse(smallPlan));
const planWith = (
  columns: readonly (readonly [string, PlanColumn])[],
  exclude: PopulationPlan['exclude'] = [],
): PopulationPlan => ({
  ...population,
  exclude,
  columns: columns.map(([name, definition]) => ({ name, definition })),
  sites: sites.map(({ id, code }) => ({ id, code })),
});

const people: Table = table([
  ['subject', texts(['a', 'b', 'c'])],
  ['position', numbers([3, 1, 2])],
  ['code', numbers([1, 2, 1])],
  ['score', numbers([4, 5, NaN])],
  ['ward', texts(['east', null, 'west'])],
]);
const weights: Table = table([
  ['subject', texts(['a', 'a', 'a', 'b', 'z'])],
  ['time', numbers([10, 20, 20, 5, 1])],
  ['place', numbers([0, 1, 2, 3, 4])],
  ['value', numbers([70, 71, 72, 80, 99])],
]);
const sources: PopulationSources = {
  subjects: ['a', 'b', 'c'],
  wide: new Map([['people', people]]),
  long: new Map([['values weight', weights]]),
  device: null,
};
const rowsOf = (plan: PopulationPlan, from: PopulationSources = sources): Table =>
  tableFromJson(unwrap(runPopulation(plan, from, new Map())).table);
const score: PlanColumn = { from: 'people', column: 'score' };

describe('a column', () => {
  it.each<{
    name: string;
    columns: (readonly [string, PlanColumn])[];
    values: readonly (number | string | null)[];
  }>([
    { name: 'of a wide source', columns: [['x', score]], values: [4, 5, NaN] },
    {
      name: 'outside its bounds is missing',
      columns: [['x', { ...score, atLeast: 5 }]],
      values: [NaN, 5, NaN],
    },
    { name: 'on its bound is not', columns: [['x', { ...score, atMost: 4 }]], values: [4, NaN, NaN] },
    {
      name: 'of a long source takes the last in time, of equal times the last row',
      columns: [['x', { from: 'values', item: 'weight', take: 'last' }]],
      values: [72, 80, NaN],
    },
    {
      name: 'of texts',
      columns: [['x', { from: 'people', column: 'ward', groups: ['east', 'west'] }]],
      values: ['east', null, 'west'],
    },
    {
      name: 'or the first',
      columns: [['x', { from: 'values', item: 'weight', take: 'first' }]],
      values: [70, 80, NaN],
    },
    {
      name: 'cut into bands: a lower end belongs to its band',
      columns: [
        ['score', score],
        ['x', { bands: 'score', from: [5], groups: ['low', 'high'] }],
      ],
      values: ['low', 'high', null],
    },
    {
      name: 'computed; a missing value stays missing',
      columns: [
        ['score', score],
        ['x', { expression: 'score * 2 + 1' }],
      ],
      values: [9, 11, NaN],
    },
    {
      name: 'a comparison with a missing value is not true',
      columns: [
        ['score', score],
        ['x', { expression: 'if(score >= 5, 1, 0)' }],
      ],
      values: [0, 1, 0],
    },
    {
      name: 'a site by its code',
      columns: [
        ['code', { from: 'people', column: 'code' }],
        ['x', { site: 'code' }],
      ],
      values: ['site-1', 'site-2', 'site-1'],
    },
  ])('$name', ({ columns, values }) => {
    const rows = rowsOf(planWith(columns));
    const [number, text] = [numberColumn(rows, 'x'), textColumn(rows, 'x')];
    expect(number.ok ? [...number.value] : text.ok && text.value).toEqual(values);
  });
});

test('who is excluded is counted by reason, and the rest keep their order', () => {
  const reason = { ko: '점수 없음', en: 'No score' };
  const plan = planWith(
    [
      ['score', score],
      ['code', { from: 'people', column: 'code' }],
      ['site', { site: 'code' }],
    ],
    [{ missing: 'score', reason }],
  );
  const found = unwrap(runPopulation(plan, sources, new Map()));
  expect(found.flow.stages.map(({ n, left }) => [n, left])).toEqual([
    [3, [{ reason, n: 1 }]],
    [2, []],
  ]);
  expect(found.sites).toEqual([
    { site: 'site-1', n: 1 },
    { site: 'site-2', n: 1 },
  ]);
  expect(unwrap(textColumn(tableFromJson(found.table), 'subject'))).toEqual(['a', 'b']);
});

describe('one clear fault', () => {
  test('where a text is none of the groups that the plan names', () => {
    const plan = planWith([['x', { from: 'people', column: 'ward', groups: ['east'] }]]);
    expect(runPopulation(plan, sources, new Map())).toEqual({
      ok: false,
      fault: { kind: 'value-not-listed', column: 'ward', rows: 1, known: ['east'] },
    });
  });

  test('where a subject stands twice: rows of the source, not of the table', () => {
    const doubled = table([
      ['subject', texts(['a', 'a', 'a', 'b'])],
      ['position', numbers([9, 7, 4, 1])],
      ['score', numbers([1, 2, 3, 4])],
    ]);
    const from = { ...sources, wide: new Map([['people', doubled]]) };
    expect(runPopulation(planWith([['score', score]]), from, new Map())).toEqual({
      ok: false,
      fault: { kind: 'subject-twice', source: 'people', rows: 2, first: 4 },
    });
  });

  test('where a site code is not in the plan', () => {
    const odd = table(
      [...people.columns].map(([name, column]) => [name, name === 'code' ? numbers([1, 7, NaN]) : column]),
    );
    const plan = planWith([
      ['code', { from: 'people', column: 'code' }],
      ['site', { site: 'code' }],
    ]);
    expect(runPopulation(plan, { ...sources, wide: new Map([['people', odd]]) }, new Map())).toEqual({
      ok: false,
      fault: { kind: 'value-not-listed', column: 'code', rows: 2, known: ['1', '2'] },
    });
  });
});

test('a table is stored with nothing lost: missing numbers and texts come back', () => {
  const whole = table([
    ['x', numbers([1, NaN, -0.5])],
    ['y', texts(['a', null, ''])],
  ]);
  expect(
    tableFromJson(JSON.parse(JSON.stringify(tableToJson(whole))) as ReturnType<typeof tableToJson>),
  ).toEqual(whole);
});
