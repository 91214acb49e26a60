import type { DayTable } from './day-table.ts';
import type { Plan, PlannedStep } from './plan.ts';
import { levelOf, mostOf, quantilesOf, type Quantiles } from './spread.ts';

/** Whole days that each step takes in each draw; null for a step that needs no draw. */
export type DrawnDays = readonly (Int32Array | null)[];

/** The levels of one step of one case: the k-th number belongs to the k-th draw. */
export type LevelsOf = (planned: PlannedStep, into: Float64Array) => Float64Array;

/** The remaining days of every step, drawn. A step that runs is drawn from what is left given how long it has run. */
export function drawDays(
  plan: Plan,
  draws: number,
  levelsOf: LevelsOf,
  tables: Map<number, Quantiles>,
): DrawnDays {
  const levels = new Float64Array(draws); // read before the next step's are written
  return plan.steps.map((planned) => {
    const { length } = planned;
    if (length.kind !== 'days' || length.spread.form === 'point') return null;
    return daysOf(levelsOf(planned, levels), quantilesOf(length.spread, tables), length.counted);
  });
}

/** `daysAt` for every draw, less what has counted; written out, since a portfolio asks for it some fifty million times. */
function daysOf(levels: Float64Array, quantiles: Quantiles, counted: number): Int32Array {
  const passed = counted > 0 ? levelOf(quantiles, counted) : 0;
  const steps = quantiles.length - 1;
  const [from, width] = [passed * steps, (1 - passed) * steps];
  const days = new Int32Array(levels.length);
  for (let draw = 0; draw < days.length; draw += 1) {
    const place = from + width * (levels[draw] ?? 0);
    const cell = place | 0;
    const low = quantiles[cell] ?? 0;
    const rest = low + (place - cell) * ((quantiles[cell + 1] ?? low) - low) - counted;
    days[draw] = rest > 0 ? (rest + 0.5) | 0 : 0;
  }
  return days;
}

/** A change of the order of steps whose saving is asked for. */
export type Shift =
  | { readonly kind: 'none' }
  | { readonly kind: 'parallel'; readonly step: number; readonly alongside: number }
  | { readonly kind: 'earlier'; readonly step: number; readonly days: number };

/** The day on which the evidence for each requirement is at hand, in each draw. */
export type EvidenceDays = ReadonlyMap<string, Int32Array>;

export type Schedule = {
  /** The day on which each step ends, one row a step; rows of steps that cannot be computed stay empty. */
  readonly ends: readonly (Int32Array | null)[];
};

/** Every draw's days on the calendar: a step begins when what it waits for has ended, and takes its days. */
export function schedule(
  plan: Plan,
  drawn: DrawnDays,
  table: DayTable,
  {
    draws,
    computable,
    shift,
    evidence,
  }: {
    readonly draws: number;
    readonly computable: readonly boolean[];
    readonly shift: Shift;
    readonly evidence: EvidenceDays;
  },
): Schedule {
  const ends: (Int32Array | null)[] = [];
  const starts: (Int32Array | null)[] = [];
  const only = shift.kind === 'parallel' ? null : new Int32Array(draws); // a start is read again only beside another
  for (const [at, planned] of plan.steps.entries()) {
    if (computable[at] !== true) {
      ends.push(null);
      starts.push(null);
      continue;
    }
    const start = startsOf(plan, at, { starts, ends, days: only ?? new Int32Array(draws), shift });
    for (const { requirement } of planned.evidence) later(start, evidence.get(requirement) ?? null);
    const end = endsOf(planned, start, drawn[at] ?? null, table);
    for (const other of planned.finishAfter) later(end, ends[other] ?? null);
    // What runs beside another ends no earlier than it: the stages that follow were to wait for both.
    if (shift.kind === 'parallel' && shift.step === at) later(end, ends[shift.alongside] ?? null);
    starts.push(only === null ? start : null);
    ends.push(end);
  }
  return { ends };
}

function startsOf(
  plan: Plan,
  at: number,
  so: {
    readonly starts: readonly (Int32Array | null)[];
    readonly ends: readonly (Int32Array | null)[];
    readonly days: Int32Array;
    readonly shift: Shift;
  },
): Int32Array {
  const planned = plan.steps[at];
  const { shift, days } = so;
  const head = planned === undefined || planned.after.length === 0;
  days.fill(head ? plan.startsAt : plan.asOf);
  if (shift.kind === 'parallel' && shift.step === at) {
    later(days, so.starts[shift.alongside] ?? null);
    return days;
  }
  for (const other of planned?.after ?? []) later(days, so.ends[other] ?? null);
  if (shift.kind === 'earlier' && shift.step === at)
    for (let draw = 0; draw < days.length; draw += 1)
      days[draw] = Math.max(plan.asOf, (days[draw] ?? 0) - shift.days);
  return days;
}

function later(days: Int32Array, than: Int32Array | null): void {
  if (than === null) return;
  for (let draw = 0; draw < days.length; draw += 1) {
    const other = than[draw] ?? 0;
    if (other > (days[draw] ?? 0)) days[draw] = other;
  }
}

function endsOf(
  { length }: PlannedStep,
  start: Int32Array,
  drawn: Int32Array | null,
  table: DayTable,
): Int32Array {
  switch (length.kind) {
    case 'done':
    case 'until':
      return new Int32Array(start.length).fill(length.day);
    case 'months': {
      const ends = table.addMonths(began(start, length.from), length.months);
      later(ends, start); // a window that is assumed to be over ends today, not in the past
      return ends;
    }
    case 'days': {
      const point = Math.max(0, Math.round(mostOf(length.spread) - length.counted));
      return table.add(began(start, length.from), drawn ?? point, length.type);
    }
    case 'withheld':
      throw new Error('a step without a length cannot be scheduled');
  }
}

const began = (start: Int32Array, from: number | null): Int32Array =>
  from === null ? start : new Int32Array(start.length).fill(from);

/** Which steps have a length themselves and rest only on steps that have. */
export function computableSteps(plan: Plan): readonly boolean[] {
  const computable: boolean[] = [];
  for (const { length, after, finishAfter } of plan.steps)
    computable.push(
      length.kind === 'done' ||
        (length.kind !== 'withheld' && [...after, ...finishAfter].every((at) => computable[at] === true)),
    );
  return computable;
}

/** All that a step rests on and that is not done, itself with it. */
export function restsOn(plan: Plan, at: number): readonly number[] {
  const found = new Set([at]);
  for (const one of found) {
    const planned = plan.steps[one];
    if (planned === undefined || planned.length.kind === 'done') continue;
    for (const other of [...planned.after, ...planned.finishAfter]) found.add(other);
  }
  return [...found].sort((a, b) => a - b);
}

/** No draw ends later than this: it bounds the table of working days. */
export function longestDays(plan: Plan): number {
  return plan.steps.reduce(
    (before, { length, evidence }) => {
      const sum = before + evidence.reduce((most, { ready }) => Math.max(most, mostOf(ready) - plan.asOf), 0);
      switch (length.kind) {
        case 'days':
          // A working day takes at most two days of the calendar over any span but a short one, hence the fortnight.
          return (
            sum +
            Math.ceil(mostOf(length.spread)) * (length.type === 'working' ? 2 : 1) +
            Math.max(0, (length.from ?? plan.asOf) - plan.asOf) +
            14
          );
        case 'months':
          return sum + length.months * 31;
        case 'until':
          return sum + Math.max(0, length.day - plan.asOf);
        default:
          return sum;
      }
    },
    400 + Math.max(0, plan.startsAt - plan.asOf),
  );
}
