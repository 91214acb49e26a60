import { fail, succeed, type Result } from '@daero/domain/result';
import { type Column } from '../kernel/operations.ts';
import { runProgram, type GivenColumns, type Values } from '../kernel/run-program.ts';
import { discountFactor } from './accounting.ts';
import { checkerOf, Refusal, type Checker, type CohortRunFault } from './check-run.ts';
import {
  type CompiledCohort,
  type CompiledReward,
  type CompiledTransition,
  type CompiledValue,
} from './compile-cohort.ts';
import { addInto, addProductInto, occupancyOf, type Occupancy } from './occupancy.ts';

export type CohortRun = {
  readonly given: GivenColumns;
  /** How many draws the columns hold; 1 for a single run. */
  readonly draws: number;
  /** Which draw the first one is, from 1, for the words of a fault; 0 in the base case. */
  readonly firstDraw: number;
  /** Called at the points 0..n with what is where and what has been added up so far. */
  readonly observe?: (point: number, states: readonly Occupancy[], totals: readonly Column[]) => void;
};

/**
 * Totals of a cohort in every draw of a block.
 *
 * What do people cost and gain who move between these states from cycle to cycle? Draws stand innermost: each transition is one pass
 * over all of them. Nothing is cut or rescaled: what is not a probability is refused, with its draw, cycle and row.
 *
 * Takes    cohort: compiled; given: one column a parameter that is handed in; draws: how many
 * Gives    one column a reward, in the order of the compiled rewards
 * Fails    cohort-complement-below-zero, cohort-probability-out-of-range, cohort-row-does-not-sum, cohort-value-not-finite,
 *          cohort-lookup-missing, cohort-initial, parameter-out-of-range: with draw and cycle
 * Cost     O(draws x cycles x (transitions + rewards)) time, a copy of a tunnel counting as a state; O(draws x copies) space
 * Source   Briggs, Claxton and Sculpher (2006), ch. 2; tunnels: Hawkins, Sculpher and Epstein (2005), Medical Decision Making 25, 283-297
 * Checked  reference/economics/sick-sicker-*, markov-* (R: tutorial code, heemod, rdecision)
 */
export function runCohort(cohort: CompiledCohort, run: CohortRun): Result<readonly Column[], CohortRunFault> {
  try {
    return succeed(totalsOf(cohort, run));
  } catch (trouble) {
    if (trouble instanceof Refusal) return fail(trouble.fault);
    throw trouble;
  }
}

/** What a run works on. */
type Work = {
  readonly cohort: CompiledCohort;
  readonly values: Values;
  readonly check: Checker;
  readonly states: readonly Occupancy[];
  readonly arrivals: readonly Column[];
  readonly totals: readonly Column[];
  /** Discount factor of a reward in a cycle: one number, or a column where the rate itself is drawn. */
  readonly factor: (reward: number, cycle: number) => number | Column;
  readonly moved: Column;
  /** By state left and transition: who passes in a cycle, over all copies, where a passage is paid for; null where none is. */
  readonly passages: readonly (readonly (Column | null)[])[];
  readonly everybody: Column;
  /** By group of rewards and state: discounted cycles spent there, where nobody asks for totals on the way. */
  readonly stays: readonly Stays[] | null;
};
type Stays = {
  readonly first: number;
  readonly rewards: readonly number[];
  readonly columns: readonly (Column | null)[];
};

function totalsOf(
  cohort: CompiledCohort,
  { given, draws, firstDraw, observe }: CohortRun,
): readonly Column[] {
  const { structure, clock, rewards } = cohort;
  const values = runProgram(cohort.program.steps, given);
  const column = (): Column => new Float64Array(draws);
  const factors = rewards.map((reward) => factorsOf(reward, values.of(reward.rate, 1), clock.cycleYears));
  const work: Work = {
    ...{ cohort, values, check: checkerOf(cohort, values, firstDraw) },
    states: structure.states.map((state) => occupancyOf(state, draws)),
    arrivals: structure.states.map(column),
    totals: rewards.map(column),
    factor: (reward, cycle) => factors[reward]?.(cycle) ?? NaN,
    moved: column(),
    passages: cohort.rows.map(({ transitions }) =>
      transitions.map(({ pays }) => (pays.some(({ value }) => !value.variesByResidence) ? column() : null)),
    ),
    everybody: column().fill(1),
    stays: observe === undefined ? staysOf(cohort, column) : null,
  };
  const { states, arrivals, totals, check } = work;

  check.startCycle(1); // values at the start are those of the first cycle
  check.initial().forEach((share, state) => {
    const first = states[state]?.copy(1);
    if (first !== undefined) addProductInto(first, work.everybody, share, 1);
  });
  count(
    work,
    (reward) => reward.schedule.initial,
    () => 1,
  );
  observe?.(0, states, totals);

  for (let cycle = 1; cycle <= clock.cycles; cycle++) {
    if (cycle > 1) check.startCycle(cycle);
    const factor = (reward: number): number | Column => work.factor(reward, cycle);
    count(work, ({ schedule }) => schedule.cycles[cycle - 1]?.before ?? 0, factor);
    for (const arriving of arrivals) arriving.fill(0);
    for (const from of states.keys()) move(work, from, cycle);
    for (const { to, share } of cohort.entries)
      addProductInto(arrivals[to] ?? work.moved, work.everybody, check.value(share, 1), 1);
    states.forEach((people, state) => people.turn(arrivals[state] ?? work.moved));
    count(work, ({ schedule }) => schedule.cycles[cycle - 1]?.after ?? 0, factor);
    observe?.(cycle, states, totals);
  }
  addStays(work);
  return totals;
}

/** A value that is the same in every cycle and residence. */
const steady = (value: CompiledValue): boolean => !value.variesByCycle && !value.variesByResidence;

function staysOf({ rewards, structure }: CompiledCohort, column: () => Column): readonly Stays[] {
  const groups = [...new Set(rewards.map(({ group }) => group))];
  return groups.map((group) => {
    const members = [...rewards.keys()].filter((index) => rewards[index]?.group === group);
    const counted = structure.states.map((_, state) =>
      members.some((index) => rewards[index]?.states.some((one) => one.state === state && steady(one.value))),
    );
    return {
      first: members[0] ?? 0,
      rewards: members,
      columns: counted.map((one) => (one ? column() : null)),
    };
  });
}

/** Counts the people where they are now: into the stays of each group, or into each reward where the value varies or totals are watched. */
function count(
  { cohort, states, totals, check, stays }: Work,
  weightOf: (reward: CompiledReward) => number,
  factor: (reward: number) => number | Column,
): void {
  for (const { first, columns } of stays ?? []) {
    const reward = cohort.rewards[first];
    const weight = reward === undefined ? 0 : weightOf(reward);
    if (weight === 0) continue;
    const times = scaled(factor(first), weight);
    for (const [state, column] of columns.entries()) {
      const people = column === null ? undefined : states[state];
      if (column !== null && people !== undefined) addProductInto(column, people.total(), one, times);
    }
  }
  for (const [index, reward] of cohort.rewards.entries()) {
    const [total, weight] = [totals[index], weightOf(reward)];
    if (weight === 0 || total === undefined) continue;
    const times = scaled(factor(index), weight * reward.scale);
    for (const { state, value } of reward.states) {
      const people = states[state];
      if (people === undefined || (stays !== null && steady(value))) continue;
      if (!value.variesByResidence) {
        addProductInto(total, people.total(), check.value(value, 1), times);
        continue;
      }
      for (let residence = 1; residence <= people.reached(); residence++)
        addProductInto(total, people.copy(residence), check.value(value, residence), times);
    }
  }
}
const one: Column = Float64Array.of(1);

/** What the stays of each group are worth. */
function addStays({ cohort, totals, check, stays }: Work): void {
  for (const { rewards, columns } of stays ?? []) {
    for (const index of rewards) {
      const [total, reward] = [totals[index], cohort.rewards[index]];
      for (const { state, value } of reward?.states ?? []) {
        const stay = steady(value) ? columns[state] : null;
        if (total !== undefined && stay !== undefined && stay !== null)
          addProductInto(total, stay, check.value(value, 1), reward?.scale ?? NaN);
      }
    }
  }
}

/** One cycle for the people of one state: who leaves arrives elsewhere, who stays is left in place. */
function move(work: Work, from: number, cycle: number): void {
  const { cohort, values, check, states, arrivals, passages } = work;
  const people = states[from];
  const transitions = cohort.rows[from]?.transitions ?? [];
  const passing = passages[from] ?? [];
  if (people === undefined) return;
  for (const column of passing) column?.fill(0);
  for (let residence = 1; residence <= people.reached(); residence++) {
    check.row(from, residence);
    const leaving = people.copy(residence);
    let stay: Column | null = null;
    for (let index = 0; index < transitions.length; index++) {
      const transition = transitions[index];
      if (transition === undefined) continue;
      const share = values.of(transition.step, residence);
      const passed = passing[index] ?? null;
      if (passed !== null) addProductInto(passed, leaving, share, 1);
      if (transition.to === from) stay = share;
      else if (passed === null) addProductInto(arrivals[transition.to] ?? work.moved, leaving, share, 1);
      if (transition.paysByResidence) payByResidence(work, transition, { leaving, share, residence, cycle });
    }
    people.keep(residence, stay);
  }
  for (const [index, passed] of passing.entries()) {
    const transition = transitions[index];
    if (transition === undefined || passed === null) continue;
    if (transition.to !== from) addInto(arrivals[transition.to] ?? work.moved, passed);
    for (const pay of transition.pays)
      if (!pay.value.variesByResidence) payFor(work, pay, passed, { residence: 1, cycle });
  }
}

type Pay = CompiledTransition['pays'][number];
type When = { readonly residence: number; readonly cycle: number };

/** What passages earn or cost where that depends on how long people had been there. */
function payByResidence(
  work: Work,
  { pays }: CompiledTransition,
  { leaving, share, ...when }: When & { readonly leaving: Column; readonly share: Column },
): void {
  work.moved.fill(0);
  addProductInto(work.moved, leaving, share, 1);
  for (const pay of pays) if (pay.value.variesByResidence) payFor(work, pay, work.moved, when);
}

function payFor(work: Work, { reward, value }: Pay, people: Column, { residence, cycle }: When): void {
  const weight = work.cohort.rewards[reward]?.schedule.cycles[cycle - 1]?.flows ?? 0;
  const times = scaled(work.factor(reward, cycle), weight);
  addProductInto(work.totals[reward] ?? work.moved, people, work.check.value(value, residence), times);
}

const scaled = (factor: number | Column, by: number): number | Column =>
  typeof factor === 'number' ? factor * by : factor.map((value) => value * by);

function factorsOf(
  { schedule, account }: CompiledReward,
  rate: Column,
  cycleYears: number,
): (cycle: number) => number | Column {
  const of = (value: number, cycle: number): number =>
    discountFactor(value, (schedule.cycles[cycle - 1]?.time ?? NaN) * cycleYears, account.discounting);
  if (rate.length > 1) return (cycle) => rate.map((value) => of(value, cycle));
  const known = schedule.cycles.map((_, index) => of(rate[0] ?? NaN, index + 1));
  return (cycle) => known[cycle - 1] ?? NaN;
}
