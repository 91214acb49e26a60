import { namesIn, type Expression } from '@daero/domain/expression/tree';
import { type Column } from '../kernel/operations.ts';
import { type RollbackFault } from '../decision-tree/rollback.ts';
import { type Values } from '../kernel/run-program.ts';
import { type RangeFault } from '../model/parameter-columns.ts';
import { type Path } from '../model/place.ts';
import { type CompiledCohort, type CompiledRow, type CompiledValue } from './compile-cohort.ts';
import { missingLookup } from './missing-lookup.ts';

/** `draw` counts from 1, 0 is the base case; `residence` is the copy of a state with tunnels. `parameters` are those read, as name=value. */
type InDraw = {
  readonly path: Path;
  readonly draw: number;
  readonly cycle: number;
  readonly residence: number;
  readonly parameters: readonly string[];
};
export type CohortRunFault =
  | ({
      readonly kind: 'cohort-complement-below-zero' | 'cohort-probability-out-of-range';
      readonly from: string;
      readonly to: string;
      readonly value: number;
    } & InDraw)
  | ({ readonly kind: 'cohort-row-does-not-sum'; readonly from: string; readonly sum: number } & InDraw)
  | ({ readonly kind: 'cohort-value-not-finite' } & InDraw)
  | ({ readonly kind: 'cohort-lookup-missing'; readonly source: string; readonly key: number } & InDraw)
  | { readonly kind: 'cohort-initial'; readonly path: Path; readonly sum: number; readonly draw: number }
  | RollbackFault
  | RangeFault;

/** Carries a fault out of a run; it never leaves `runCohort`. */
export class Refusal extends Error {
  readonly fault: CohortRunFault;
  constructor(fault: CohortRunFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

export type Checker = {
  /** Turns to a cycle, and checks the parameters that vary with it. */
  readonly startCycle: (cycle: number) => void;
  /** The share of each state at the start. */
  readonly initial: () => readonly Column[];
  /** Refuses a row that is not one of probabilities. */
  readonly row: (from: number, residence: number) => void;
  /** A value, finite in every draw. */
  readonly value: (value: CompiledValue, residence: number) => Column;
};

/** Sums of a few probabilities miss 0 and 1 by this much at most. */
const rounding = 1e-9;
const zero: Column = Float64Array.of(0);

/** The first draw whose value is not finite or leaves the range, or -1. */
function firstOutside(column: Column, low: number, high: number): number {
  const [least, most] = [low - rounding, high + rounding];
  for (let at = 0; at < column.length; at++) {
    const value = column[at] ?? NaN;
    if (!(value >= least && value <= most && Number.isFinite(value))) return at;
  }
  return -1;
}

const readsOf = (row: CompiledRow): readonly Expression[] =>
  row.transitions.flatMap(({ transition: { probability } }) =>
    probability === 'rest' ? [] : [probability.expression],
  );

/** Checks what a run computes, each value once as long as it holds. */
export function checkerOf(cohort: CompiledCohort, values: Values, firstDraw: number): Checker {
  const { structure, rows, ranged, program, definitions, tables } = cohort;
  let cycle = 0;
  // What was checked, by step or row: up to which residence for what does not vary with the cycle. The rest is checked each time.
  const seenValues = new Int32Array(program.steps.length);
  const seenRows = new Int32Array(rows.length);
  const alreadySeen = (
    seen: Int32Array,
    index: number,
    { variesByCycle, variesByResidence }: { variesByCycle: boolean; variesByResidence: boolean },
    residence: number,
  ): boolean => {
    if (variesByCycle) return false;
    const upTo = variesByResidence ? residence : 1;
    if ((seen[index] ?? 0) >= upTo) return true;
    seen[index] = upTo;
    return false;
  };

  const refuse = (
    fault: (facts: InDraw) => CohortRunFault,
    {
      column,
      at,
      residence,
      path,
      reads,
    }: {
      readonly column: Column;
      readonly at: number;
      readonly residence: number;
      readonly path: Path;
      readonly reads: readonly Expression[];
    },
  ): never => {
    const valueOf = (name: string): number => {
      const step = program.names.get(name);
      const found = step === undefined ? zero : values.of(step, residence);
      return found[found.length === 1 ? 0 : at] ?? NaN;
    };
    const names = [...new Set(reads.flatMap(namesIn))];
    const parameters = names.map((name) => `${name}=${Number(valueOf(name).toPrecision(6))}`);
    const draw = firstDraw + (column.length === 1 ? 0 : at);
    const facts = { path, draw, cycle, residence, parameters };
    if (Number.isNaN(column[at] ?? NaN)) {
      const known = { tables, names: [...program.names.keys()], valueOf };
      const byName = new Map(
        definitions.flatMap(({ name, expression }) => (expression === 'given' ? [] : [[name, expression]])),
      );
      for (const read of reads) {
        const missing = missingLookup(read, { ...known, definitions: byName });
        if (missing !== null) throw new Refusal({ kind: 'cohort-lookup-missing', ...missing, ...facts });
      }
    }
    throw new Refusal(fault(facts));
  };

  const value = (one: CompiledValue, residence: number): Column => {
    const column = values.of(one.step, residence);
    if (alreadySeen(seenValues, one.step, one, residence)) return column;
    const at = firstOutside(column, -Infinity, Infinity);
    const { path, expression } = one.written;
    if (at >= 0)
      refuse((facts) => ({ kind: 'cohort-value-not-finite', ...facts }), {
        ...{ column, at, residence, path, reads: [expression] },
      });
    return column;
  };

  const checkRow = (row: CompiledRow, from: string, residence: number): void => {
    for (const { step, to, transition } of row.transitions) {
      const column = values.of(step, residence);
      const rest = transition.probability === 'rest';
      const at = firstOutside(column, 0, 1);
      if (at < 0 || (rest && Number.isNaN(column[at]))) continue; // what made it NaN is told first
      const about = { from, to: structure.states[to]?.name ?? '', value: column[at] ?? NaN };
      const kind = rest ? 'cohort-complement-below-zero' : 'cohort-probability-out-of-range';
      const reads = transition.probability === 'rest' ? readsOf(row) : [transition.probability.expression];
      refuse((facts) => ({ kind, ...about, ...facts }), {
        ...{ column, at, residence, path: `${transition.path}/probability`, reads },
      });
    }
    if (row.sum === null) return;
    const column = values.of(row.sum, residence);
    const at = firstOutside(column, 1, 1);
    const path = row.transitions[0]?.transition.path ?? structure.path;
    if (at >= 0)
      refuse((facts) => ({ kind: 'cohort-row-does-not-sum', from, sum: column[at] ?? NaN, ...facts }), {
        ...{ column, at, residence, path, reads: readsOf(row) },
      });
  };

  const startCycle = (next: number): void => {
    cycle = next;
    values.startCycle(next);
    for (const { definition, value: one } of ranged) {
      if (definition.range === null || (next > 1 && !one.variesByCycle) || one.variesByResidence) continue;
      const [low, high] = definition.range;
      const column = values.of(one.step, 1);
      const at = firstOutside(column, low, high);
      if (at < 0) continue;
      const { name, path, expression } = definition;
      const reads = expression === 'given' ? [] : [expression];
      refuse(
        ({ draw }) => ({
          kind: 'parameter-out-of-range',
          path,
          name,
          value: column[at] ?? NaN,
          low,
          high,
          draw,
        }),
        { column, at, residence: 1, path, reads },
      );
    }
  };

  return {
    startCycle,
    value,
    row: (from, residence) => {
      const row = rows[from];
      if (row === undefined || alreadySeen(seenRows, from, row, residence)) return;
      checkRow(row, structure.states[from]?.name ?? '', residence);
    },
    initial: () => {
      const shares = cohort.initial.map((one) => (one === null ? zero : value(one, 1)));
      const draws = shares.reduce((longest, { length }) => Math.max(longest, length), 1);
      for (let draw = 0; draw < draws; draw++) {
        const here = shares.map((share) => share[share.length === 1 ? 0 : draw] ?? NaN);
        const sum = here.reduce((total, share) => total + share, 0);
        const whole = cohort.entries.length > 0 ? sum <= 1 + rounding : Math.abs(sum - 1) <= rounding;
        if (whole && here.every((share) => share >= -rounding)) continue;
        const path = `${structure.path}/initial`;
        throw new Refusal({
          kind: 'cohort-initial',
          path,
          sum,
          draw: draws === 1 ? firstDraw : firstDraw + draw,
        });
      }
      return shares;
    },
  };
}
