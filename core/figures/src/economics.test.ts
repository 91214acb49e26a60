import type { Shape } from '@daero/domain/shape';
import { languages } from '@daero/domain/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText, type Cell } from './figure.ts';
import { figureOf } from './figure-of.ts';
import { acceptability } from './testing/shapes.ts';
import {
  budgetImpact,
  cashFlow,
  cohortTrace,
  researchValue,
  statesStructure,
  treeStructure,
  twoWay,
  valueOfInformation,
} from './testing/economics-shapes.ts';

const title = (shape: Shape): string => figureOf(shape, 'en').title;
const valueOf = (cell: Cell | undefined): unknown => (typeof cell === 'object' ? cell.value : cell);
const column = (shape: Shape, at: number): readonly unknown[] =>
  figureOf(shape, 'en').table.rows.map((row) => valueOf(row[at]));
const marksOf = (shape: Shape) => figureOf(shape, 'en').plot.panels.flatMap(({ marks }) => marks);
const wordsOf = (shape: Shape) =>
  marksOf(shape).flatMap((mark) => (mark.mark === 'words' ? mark.words.map(({ text }) => text) : []));

describe('findings', () => {
  test('a trace tells where the cohort has gone by the end', () => {
    expect(title(cohortTrace)).toMatch(
      /^After 20 years, share in “Dead”: Reader alone 0\.\d{3}, With the aid/,
    );
    expect(figureOf(cohortTrace, 'en').subtitle).toContain('adding up to 1');
    const [first] = cohortTrace.strategies;
    if (first === undefined) throw new Error('the sample has strategies');
    const joined = first.occupancy.map((shares, state) =>
      state === 0 ? shares.map((x) => x + 0.5) : shares,
    );
    const open = { ...cohortTrace, strategies: [{ ...first, occupancy: joined }] };
    expect(figureOf(open, 'en').subtitle).toContain('those who join');
  });

  test('a gain from knowing a parameter is told only where it is clear of its error', () => {
    expect(title(valueOfInformation)).toContain('worth most is on: Share of flagged deaths averted');
    const noisy = valueOfInformation.parameters.map((one) => ({ ...one, standardError: one.value }));
    expect(title({ ...valueOfInformation, parameters: noisy })).toContain(
      'no gain from any single parameter',
    );
    const certain = { ...valueOfInformation, perfect: { value: 0, standardError: 0 } };
    expect(title(certain)).toContain('to know more would gain nothing');
  });

  test('a budget tells the payer’s net with the range of its scenarios, and none where there are none', () => {
    expect(title(budgetImpact)).toBe(
      'National Health Insurance Service: net spending over 5 years KRW 820m (scenarios KRW 574m to KRW 1.15bn)',
    );
    expect(title({ ...budgetImpact, scenarios: 0 })).not.toContain('scenarios');
  });

  test('a cash flow says whether the money comes back', () => {
    expect(title(cashFlow)).toContain(`by month ${cashFlow.paybackMonth}`);
    expect(title({ ...cashFlow, paybackMonth: null })).toContain('does not come back within 36 months');
    expect(wordsOf(cashFlow)).toContain(`pays back in month ${cashFlow.paybackMonth}`);
  });
});

test('stacks of a budget add up to the net of the year, paid upwards and saved downwards', () => {
  const amounts = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(amounts, ([fee = 0, offset = 0, displaced = 0]) => {
      const value = (fee + offset + displaced) * 1e7;
      const panel = {
        bearer: 'payer',
        fees: [fee * 1e7],
        offsets: [offset * 1e7],
        displaced: [displaced * 1e7],
        net: [{ value, low: value, high: value }],
        without: [0],
        with: [0],
      } as const;
      const rects = marksOf({ ...budgetImpact, years: [2027], panels: [panel] }).flatMap((mark) =>
        mark.mark === 'rects' && mark.rects.every(([x1, , x2]) => x2 - x1 > 0.6 && x2 - x1 < 0.7)
          ? mark.rects.map(([, from, , to]) => to - from)
          : [],
      );
      expect(rects.reduce((sum, height) => sum + height, 0)).toBeCloseTo(value, 3);
    }),
  );
});

test('usual care is slate and dashed in acceptability curves, whichever place it has', () => {
  const lines = (reference: number | null) =>
    marksOf({ ...acceptability, reference }).flatMap((mark) =>
      mark.mark === 'line' && mark.width === 2 ? [[mark.ink, mark.dash]] : [],
    );
  expect(lines(1)).toEqual([
    ['slot-1', 'solid'],
    ['slate', 'dashed'],
  ]);
  expect(lines(0)).toEqual([
    ['slate', 'dashed'],
    ['slot-1', 'solid'],
  ]);
  expect(lines(null).map(([ink]) => ink)).toEqual(['slot-1', 'slot-2']);
});

describe('structures', () => {
  test('every passage to another state is an arrow with its probability; who stays is in the table', () => {
    const said = wordsOf(statesStructure).join(' ');
    for (const amount of ['p_nodule', 'p_death_late']) expect(said).toContain(amount);
    expect(marksOf(statesStructure).filter(({ mark }) => mark === 'polygon')).toHaveLength(6);
    expect(column(statesStructure, 2)).toContain('the rest');
    expect(column(statesStructure, 0)).toHaveLength(10);
  });

  test('labels of arrows do not lie on each other', () => {
    const labels = marksOf(statesStructure).flatMap((mark) =>
      mark.mark === 'words' ? mark.words.filter(({ ink }) => ink === 'ink-2') : [],
    );
    labels.forEach((one, at) => {
      for (const other of labels.slice(at + 1)) {
        const apart = Math.abs(one.y - other.y) >= 14 || Math.abs(one.x - other.x) >= 40;
        expect(apart, `${one.text} and ${other.text}`).toBe(true);
      }
    });
  });

  test('states between curves have no arrows, and times are not called probabilities', () => {
    const { drawing } = statesStructure;
    if (drawing.form !== 'states') throw new Error('states were given');
    const curves = {
      ...statesStructure,
      drawing: { ...drawing, moves: 'between-curves', passages: [] },
    } as const;
    expect(title(curves)).toMatch(/states between \d survival curves/);
    expect(marksOf(curves).filter(({ mark }) => mark === 'polygon')).toEqual([]);
    expect(JSON.stringify(figureOf(curves, 'ko'))).not.toMatch(/NaN|null,null/);
    expect(figureOf(curves, 'en').table.rows).toHaveLength(drawing.states.length);
    const times = figureOf({ ...statesStructure, drawing: { ...drawing, moves: 'by-time' } }, 'en');
    expect(times.table.columns[2]?.title).toBe('Time');
    expect(times.subtitle).not.toContain('probability');
  });

  test('a tree has a symbol a node and writes each probability below its branch', () => {
    expect(wordsOf(treeStructure)).toEqual(expect.arrayContaining(['p_death', 'sensitivity', 'the rest']));
    expect(title(treeStructure)).toBe('A tree with 5 ends (decisions: 1, chances: 3)');
    const payoffs = figureOf(treeStructure, 'en').table.rows.map((row) => row[4]);
    expect(payoffs).toContainEqual({ value: null, text: 'cost: c_stay + c_alerting', code: true });
  });
});

test('an expression is marked as in no language, in the plot and in the table, and is kept in the CSV', () => {
  const { table, plot } = figureOf(statesStructure, 'ko');
  const words = plot.panels.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.mark === 'words' ? mark.words : [])),
  );
  expect(words.filter(({ code }) => code).map(({ text }) => text)).toContain('p_nodule');
  expect(words.find(({ text }) => text === '사망')?.code).toBe(false);
  expect(csvText(table)).toContain('p_found * p_cured');
});

test.each(languages)('money of a decision times its decisions is the money of a year, in %s', (language) => {
  const { rows, columns } = figureOf(valueOfInformation, language).table;
  expect(columns).toHaveLength(6);
  for (const row of rows) expect(valueOf(row[5])).toBe(Number(valueOf(row[3])) * 42_000);
});

describe('two values at once', () => {
  test('the finding counts cells; everywhere the same is said without a count; the base case is marked where it lies inside', () => {
    const cells = twoWay.worth.flat().filter(([alone = 0, aided = 0]) => aided > alone).length;
    expect(title(twoWay)).toContain(`With the aid ${cells}`);
    expect(wordsOf(twoWay)).toContain('base case');
    const never = { ...twoWay, worth: twoWay.worth.map((column) => column.map(() => [0, -1])) };
    expect(title(never)).toBe('At all 121 pairs of values the same strategy is worth most: Reader alone');
    const [first, second] = twoWay.axes;
    const outside = { ...twoWay, axes: [{ ...first, base: 1e6 }, second] as const };
    expect(wordsOf(outside)).not.toContain('base case');
    expect(figureOf(outside, 'en').notes.join()).toContain('outside the grid');
  });

  test('heavy lines stand exactly between cells with different strategies', () => {
    const rules = marksOf(twoWay).flatMap((mark) =>
      mark.mark === 'rules' && mark.ink === 'ink' ? mark.rules : [],
    );
    const best = twoWay.worth.map((column) =>
      column.map(([alone = 0, aided = 0]) => (aided > alone ? 1 : 0)),
    );
    const changes = best.flatMap((column, i) =>
      column.flatMap((at, j) =>
        [best[i + 1]?.[j], column[j + 1]].filter((next) => next !== undefined && next !== at),
      ),
    );
    expect(rules).toHaveLength(changes.length);
  });
});

test('of studies the one that keeps most after its cost is named, and none where none pays', () => {
  expect(title(researchValue)).toContain('Reader study');
  const dear = researchValue.studies.map((study) => ({ ...study, best: null }));
  expect(title({ ...researchValue, studies: dear })).toBe('No study is worth more than its cost');
  expect(column(researchValue, 6)).toEqual(
    researchValue.studies.flatMap(({ sizes }) => sizes.map(({ netBenefit }) => netBenefit)),
  );
});
