import { type Expression } from '@daero/domain/expression/tree';
import { type Step } from '../kernel/program.ts';
import { type CompiledCohort, type CompiledValue } from '../cohort/compile-cohort.ts';
import { formulaText, type Places } from './formula-text.ts';
import {
  columnName,
  fixed,
  formula,
  number,
  on,
  range,
  text,
  type Cell,
  type Row,
  type Sheet,
} from './workbook.ts';

/** A value with a column for each time of residence it varies with, and a row for each cycle, or one for all. */
type Block = {
  readonly label: string;
  readonly from: number;
  readonly width: number;
  readonly byCycle: boolean;
  readonly cell: (row: number, column: number) => string;
};
/** A value in one cycle: in a residence, or over the residences 1..last as a range as wide as the people are. */
export type ValuePlace = {
  readonly byResidence: boolean;
  readonly at: (cycle: number, residence: number) => string;
  readonly upTo: (cycle: number, last: number) => string;
};

/** Everything of one strategy that is not a parameter of one value: probabilities, values of states, what changes over time. */
export type ValueSheet = {
  readonly sheet: Sheet;
  readonly transition: (from: number, index: number) => ValuePlace;
  readonly state: (reward: number, state: number) => ValuePlace | null;
  readonly passage: (reward: number, from: number, index: number) => ValuePlace | null;
  readonly initial: (state: number) => ValuePlace | null;
  readonly entry: (index: number) => ValuePlace;
};

const [residenceRow, everyRow] = [4, 5];
const cycleRow = (cycle: number): number => everyRow + cycle;

type Words = { readonly title: string; readonly sheet: string; readonly every: string };

/** Writes out every probability and value of one strategy as formulas on its parameters, and says where each stands. */
export function valueSheet(
  cohort: CompiledCohort,
  words: Words,
  outside: { readonly parameter: (name: string) => string; readonly tables: Places['table'] },
): ValueSheet {
  const { structure, program, clock, definitions, rows, rewards, entries } = cohort;
  const longest = Math.max(...structure.states.map(({ tunnels }) => tunnels));
  const blocks: Block[] = [];
  const byName = new Map<string, Block>();
  let next = 1; // column A holds the cycle

  const variesOf = (step: number): Step['varies'] => program.steps[step]?.varies ?? 'never';
  const add = (label: string, step: number, copies: number, cell: Block['cell']): Block => {
    const varies = variesOf(step);
    const width = varies === 'residence' || varies === 'both' ? copies : 1;
    const block = { label, from: next, width, byCycle: varies === 'cycle' || varies === 'both', cell };
    next += width;
    blocks.push(block);
    return block;
  };
  /** Where a name stands for a cell of this sheet: the residence of a cell is written above it. */
  const placesOf = (row: number, column: number): Places => ({
    table: outside.tables,
    name: (name) => {
      if (name === 't') return `$A${row}`;
      if (name === 'k') return `${columnName(column)}$${residenceRow}`;
      const block = byName.get(name);
      if (block === undefined) return outside.parameter(name);
      const residence = blocks.find(({ from, width }) => column >= from && column < from + width);
      return fixed(columnAt(block, column - (residence?.from ?? column)), block.byCycle ? row : everyRow);
    },
  });
  const written =
    (expression: Expression): Block['cell'] =>
    (row, column) =>
      formulaText(expression, placesOf(row, column));

  for (const { name, expression } of definitions) {
    const step = program.names.get(name) ?? -1;
    if (expression === 'given' || variesOf(step) === 'never') continue;
    byName.set(name, add(name, step, longest, written(expression)));
  }
  const stateName = (state: number): string => structure.states[state]?.name ?? '';
  const transitions = rows.map(({ transitions: row }, from): readonly Block[] => {
    const copies = structure.states[from]?.tunnels ?? 1;
    const own: Block[] = [];
    for (const [index, { to, step, transition }] of row.entries()) {
      const label = `${stateName(from)} → ${stateName(to)}`;
      const { probability } = transition;
      const cell: Block['cell'] =
        probability === 'rest'
          ? (at, column) => `1-(${othersOf(own, index, at, column)})`
          : written(probability.expression);
      own.push(add(label, step, copies, cell));
    }
    return own;
  });
  /** What a `rest` takes away from 1: it may stand before the others, so that places are looked up when cells are written. */
  function othersOf(own: readonly Block[], rest: number, at: number, column: number): string {
    const residence = column - (own[rest]?.from ?? column);
    const cells = own.flatMap((block, index) =>
      index === rest ? [] : [fixed(columnAt(block, residence), block.byCycle ? at : everyRow)],
    );
    return cells.length === 0 ? '0' : cells.join('+');
  }
  const valued = (label: string, value: CompiledValue, copies: number): Block =>
    add(label, value.step, copies, written(value.written.expression));
  const ofStates = rewards.map(
    ({ name, states }) =>
      new Map(
        states.map(({ state, value }) => [
          state,
          valued(`${name}: ${stateName(state)}`, value, structure.states[state]?.tunnels ?? 1),
        ]),
      ),
  );
  const ofPassages = new Map(
    rows.flatMap(({ transitions: row }, from) =>
      row.flatMap(({ to, pays }, index) =>
        pays.map(({ reward, value }): [string, Block] => [
          `${reward} ${from} ${index}`,
          valued(
            `${rewards[reward]?.name ?? ''}: ${stateName(from)} → ${stateName(to)}`,
            value,
            structure.states[from]?.tunnels ?? 1,
          ),
        ]),
      ),
    ),
  );
  const shares = cohort.initial.map((value, state) =>
    value === null ? null : valued(`0: ${stateName(state)}`, value, 1),
  );
  const joins = entries.map(({ to, share }) => valued(`+ ${stateName(to)}`, share, 1));

  const sheetRows: Row[] = [[text(words.title, 'title')], []];
  const head = (cell: (block: Block, residence: number) => Cell): Row => [
    null,
    ...blocks.flatMap((block) => Array.from({ length: block.width }, (_, at) => cell(block, at + 1))),
  ];
  sheetRows.push(head(({ label }) => text(label, 'head')));
  sheetRows.push(head((_, residence) => number(residence, 'note')));
  const values = (row: number, byCycle: boolean): (Cell | null)[] =>
    blocks.flatMap((block) =>
      Array.from({ length: block.width }, (_, at) =>
        block.byCycle === byCycle ? formula(block.cell(row, block.from + at), 'decimal') : null,
      ),
    );
  sheetRows.push([text(words.every, 'head'), ...values(everyRow, false)]);
  const anyByCycle = blocks.some(({ byCycle }) => byCycle);
  for (let cycle = 1; anyByCycle && cycle <= clock.cycles; cycle++)
    sheetRows.push([number(cycle, 'head'), ...values(cycleRow(cycle), true)]);

  const place = (block: Block): ValuePlace => {
    const row = (cycle: number): number => (block.byCycle ? cycleRow(cycle) : everyRow);
    return {
      byResidence: block.width > 1,
      at: (cycle, residence) => on(words.sheet, fixed(columnAt(block, residence - 1), row(cycle))),
      upTo: (cycle, last) => on(words.sheet, range(block.from, block.from + last - 1, row(cycle))),
    };
  };
  const found = (block: Block | null | undefined): ValuePlace | null =>
    block === null || block === undefined ? null : place(block);
  const needed = (block: Block | undefined): ValuePlace => {
    if (block === undefined) throw new Error('a value has no place');
    return place(block);
  };
  return {
    sheet: {
      ...{ name: words.sheet, rows: sheetRows, widths: [14, ...blocks.map(() => 16)] },
      frozen: { rows: everyRow, columns: 1 },
    },
    transition: (from, index) => needed(transitions[from]?.[index]),
    state: (reward, state) => found(ofStates[reward]?.get(state)),
    passage: (reward, from, index) => found(ofPassages.get(`${reward} ${from} ${index}`)),
    initial: (state) => found(shares[state]),
    entry: (index) => needed(joins[index]),
  };
}

const columnAt = ({ from, width }: Block, residence: number): number => from + Math.min(residence, width - 1);
