import { print } from '@daero/domain/expression/print';
import { type Language, type Text } from '@daero/domain/text';
import { type Counting, type Discounting } from '../cohort/accounting.ts';
import { type CompiledCohort } from '../cohort/compile-cohort.ts';
import { type ValuePlace, type ValueSheet } from './cohort-values.ts';
import {
  down,
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

/** Where the conventions stand that a trace computes with. */
export type ClockPlaces = { readonly cycles: string; readonly cycleYears: string };
export type TraceSheet = {
  readonly sheet: Sheet;
  /** The cell of the total of each reward, in the order of the compiled rewards. */
  readonly totals: readonly string[];
};

const [totalRow, headRow, startRow] = [3, 4, 5];
const rowAt = (point: number): number => startRow + point;
const [timeColumn, beforeColumn, afterColumn, flowColumn, firstDiscount] = [2, 3, 4, 5, 6];

const heads: readonly Text[] = [
  { ko: '주기', en: 'Cycle' },
  { ko: '연', en: 'Years' },
  { ko: '할인 시점(연)', en: 'Discounted at (years)' },
  { ko: '주기 처음 가중치', en: 'Weight of the start' },
  { ko: '주기 끝 가중치', en: 'Weight of the end' },
  { ko: '이행 가중치', en: 'Weight of transitions' },
];
const sumsToOne: Text = { ko: '합(1이어야 함)', en: 'Sum (must be 1)' };
const total: Text = { ko: '합계', en: 'Total' };
const discount: Text = { ko: '할인 계수', en: 'Discount factor' };

/** Where people are, cycle by cycle, and what that adds to each reward: every cell a formula on those before it. */
export function traceSheet(
  cohort: CompiledCohort,
  values: ValueSheet,
  {
    title,
    sheet,
    language,
    clock,
    rate,
  }: {
    readonly title: string;
    readonly sheet: string;
    readonly language: Language;
    readonly clock: ClockPlaces;
    readonly rate: (index: number) => string;
  },
): TraceSheet {
  const { structure, rewards, rows, entries } = cohort;
  const rates = [...new Set(rewards.map(({ account }) => print(account.rate.expression)))];
  const firstState = firstDiscount + rates.length;
  const starts = structure.states.map((_, index) =>
    structure.states.slice(0, index).reduce((sum, { tunnels }) => sum + tunnels, firstState),
  );
  const sumColumn = structure.states.reduce((sum, { tunnels }) => sum + tunnels, firstState);
  const tunnels = (state: number): number => structure.states[state]?.tunnels ?? 1;
  const reached = (state: number, point: number): number => Math.min(tunnels(state), point + 1);

  /** People of a state times a value, over the residences that anybody can have. */
  const product = (state: number, point: number, value: ValuePlace, cycle: number): string => {
    const last = reached(state, point);
    const start = starts[state] ?? 0;
    const people = range(start, start + last - 1, rowAt(point));
    if (last === 1) return `${people}*${value.at(cycle, 1)}`;
    return value.byResidence
      ? `SUMPRODUCT(${people},${value.upTo(cycle, last)})`
      : `SUM(${people})*${value.at(cycle, 1)}`;
  };
  const occupancy = (state: number, residence: number, point: number): string => {
    if (point === 0) return residence === 1 ? (values.initial(state)?.at(1, 1) ?? '0') : '0';
    const terms: string[] = [];
    const stays = rows[state]?.transitions.findIndex(({ to }) => to === state) ?? -1;
    const before = reached(state, point - 1);
    const stay = (copy: number): void => {
      if (stays < 0 || copy < 1 || copy > before) return;
      const here = fixed((starts[state] ?? 0) + copy - 1, rowAt(point - 1));
      terms.push(`${here}*${values.transition(state, stays).at(point, copy)}`);
    };
    if (tunnels(state) > 1) stay(residence - 1);
    if (residence === tunnels(state)) stay(residence);
    if (residence === 1) {
      for (const [from, row] of rows.entries()) {
        if (from === state) continue;
        for (const [index, { to }] of row.transitions.entries())
          if (to === state) terms.push(product(from, point - 1, values.transition(from, index), point));
      }
      entries.forEach(({ to }, index) => {
        if (to === state) terms.push(values.entry(index).at(point, 1));
      });
    }
    return terms.length === 0 ? '0' : terms.join('+');
  };
  const counted = (reward: number, point: number): string => {
    const [cycle, row] = [Math.max(1, point), rowAt(point)];
    const { states = [], scale = 1 } = rewards[reward] ?? {};
    const present = (at: number): string =>
      states
        .flatMap(({ state }) => {
          const value = values.state(reward, state);
          return value === null ? [] : [product(state, at, value, cycle)];
        })
        .join('+') || '0';
    const years = scale === 1 ? '' : `*${clock.cycleYears}`;
    const after = `${fixed(afterColumn, row)}*(${present(point)})${years}`;
    if (point === 0) return after;
    const flows = rows.flatMap(({ transitions }, from) =>
      transitions.flatMap((_, index) => {
        const paid = values.passage(reward, from, index);
        return paid === null ? [] : [passing(from, index, paid, point)];
      }),
    );
    const before = `${fixed(beforeColumn, row)}*(${present(point - 1)})${years}`;
    return `${before}+${after}+${fixed(flowColumn, row)}*(${flows.join('+') || '0'})`;
  };
  const passing = (from: number, index: number, paid: ValuePlace, point: number): string => {
    const moves = values.transition(from, index);
    const last = reached(from, point - 1);
    return Array.from({ length: last }, (_, at) => {
      const people = fixed((starts[from] ?? 0) + at, rowAt(point - 1));
      return `${people}*${moves.at(point, at + 1)}*${paid.at(point, at + 1)}`;
    }).join('+');
  };

  const [first] = rewards;
  if (first === undefined) throw new Error('a cohort has rewards');
  const { counting, discounting } = first.account;
  const body = Array.from({ length: cohort.clock.cycles + 1 }, (_, point): Row => {
    const row = rowAt(point);
    const weight = weightsOf(counting, `$A${row}`, clock);
    return [
      ...[number(point, 'head'), formula(`$A${row}*${clock.cycleYears}`, 'decimal')],
      formula(weight.time, 'decimal'),
      ...[weight.before, weight.after, weight.flows].map((words) => formula(words, 'decimal')),
      ...rates.map((_rate, index) =>
        formula(factor(rate(index), fixed(timeColumn, row), discounting), 'decimal'),
      ),
      ...structure.states.flatMap((state, index) =>
        Array.from({ length: state.tunnels }, (_copy, at): Cell | null =>
          at < reached(index, point) ? formula(occupancy(index, at + 1, point), 'decimal') : null,
        ),
      ),
      formula(`SUM(${range(firstState, sumColumn - 1, row)})`, 'decimal'),
      ...rewards.map((reward, index) => {
        const column = firstDiscount + rates.indexOf(print(reward.account.rate.expression));
        return formula(`(${counted(index, point)})*${fixed(column, row)}`, 'decimal');
      }),
    ];
  });

  const totals = rewards.map((_, index) => fixed(sumColumn + 1 + index, totalRow));
  const blank = (count: number): null[] => new Array<null>(count).fill(null);
  const last = rowAt(cohort.clock.cycles);
  return {
    sheet: {
      name: sheet,
      rows: [
        [text(title, 'title')],
        [],
        [
          text(total[language], 'head'),
          ...blank(sumColumn),
          ...rewards.map((_, index) =>
            formula(`SUM(${down(sumColumn + 1 + index, startRow, last)})`, 'money'),
          ),
        ],
        [
          ...heads.map((head) => text(head[language], 'head')),
          ...rates.map((of) => text(`${discount[language]} (${of})`, 'head')),
          ...structure.states.flatMap(({ name, tunnels: copies }) =>
            Array.from({ length: copies }, (_, at) =>
              text(copies === 1 ? name : `${name} ${at + 1}`, 'head'),
            ),
          ),
          text(sumsToOne[language], 'head'),
          ...rewards.map(({ name }) => text(name, 'head')),
        ],
        ...body,
      ],
      widths: [8, 10, ...blank(sumColumn + rewards.length).map(() => 14)],
      frozen: { rows: headRow, columns: 1 },
    },
    totals: totals.map((cell) => on(sheet, cell)),
  };
}

/** The within-cycle rule as formulas: what the people at the start and the end of a cycle and its transitions count, and when. */
function weightsOf(
  counting: Counting,
  point: string,
  { cycles, cycleYears }: ClockPlaces,
): { readonly time: string; readonly before: string; readonly after: string; readonly flows: string } {
  if (counting.at === 'points') {
    const [odd, even] = counting.weights === 'simpson' ? ['4/3', '2/3'] : ['2/3', '4/3'];
    const inner = `OR(${point}=0,${point}=${cycles})`;
    const after = {
      none: '1',
      'half-cycle': `IF(${inner},1/2,1)`,
      simpson: `IF(${inner},1/3,IF(MOD(${point},2)=1,${odd},${even}))`,
      alternating: `IF(${inner},1/3,IF(MOD(${point},2)=1,${odd},${even}))`,
    }[counting.weights];
    return { time: `${point}*${cycleYears}`, before: '0', after, flows: `IF(${point}=0,0,${after})` };
  }
  const share = { start: '1', end: '0', mean: '1/2' }[counting.population];
  const back = { start: '1', middle: '1/2', end: '0' }[counting.discountedAt];
  const within = (words: string): string => `IF(${point}=0,0,${words})`;
  return {
    time: `MAX(0,${point}-${back})*${cycleYears}`,
    before: within(share),
    after: within(`1-${share}`),
    flows: within('1'),
  };
}

function factor(rate: string, years: string, { form, from }: Discounting): string {
  const waited = from === 'time-zero' ? years : `MAX(0,${years}-1)`;
  switch (form) {
    case 'annual':
      return `(1+${rate})^(-${waited})`;
    case 'whole-years':
      return `(1+${rate})^(-INT(${waited}+1E-9))`;
    case 'continuous':
      return `EXP(-${rate}*${waited})`;
  }
}
