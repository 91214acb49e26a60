import { succeed, type Result } from '@daero/domain/result';
import { runProgram, type GivenColumns } from '../kernel/run-program.ts';
import { checkerOf, type CohortRunFault } from './check-run.ts';
import { type CompiledCohort } from './compile-cohort.ts';
import { runCohort } from './run-cohort.ts';

export type Trace = {
  /** By point 0..n, then by state: the share of the cohort in it, tunnels together. */
  readonly occupancy: readonly (readonly number[])[];
  /** By point 0..n, then by reward: what has been added up by then. */
  readonly totals: readonly (readonly number[])[];
};

/** One run with everything that happened on the way. */
export function traceCohort(
  cohort: CompiledCohort,
  given: GivenColumns = new Map(),
): Result<Trace, CohortRunFault> {
  const occupancy: (readonly number[])[] = [];
  const totals: (readonly number[])[] = [];
  const run = runCohort(cohort, {
    ...{ given, draws: 1, firstDraw: 0 },
    observe: (_point, states, soFar) => {
      occupancy.push(states.map((people) => people.total()[0] ?? NaN));
      totals.push(soFar.map((total) => total[0] ?? NaN));
    },
  });
  return run.ok ? succeed({ occupancy, totals }) : run;
}

/** The matrix of one cycle, a row for each copy of each state; a copy that is not reached by then is in it too. */
export function transitionMatrix(
  cohort: CompiledCohort,
  cycle: number,
  given: GivenColumns = new Map(),
): readonly (readonly number[])[] {
  const { states } = cohort.structure;
  const values = runProgram(cohort.program.steps, given);
  checkerOf(cohort, values, 0).startCycle(cycle);
  const starts = states.map((_, index) =>
    states.slice(0, index).reduce((sum, { tunnels }) => sum + tunnels, 0),
  );
  const size = states.reduce((sum, { tunnels }) => sum + tunnels, 0);
  return states.flatMap(({ tunnels }, from) =>
    Array.from({ length: tunnels }, (_, index) => {
      const residence = index + 1;
      const row = new Array<number>(size).fill(0);
      for (const { to, step } of cohort.rows[from]?.transitions ?? []) {
        const into = to === from ? Math.min(residence, tunnels - 1) : 0;
        row[(starts[to] ?? 0) + into] = values.of(step, residence)[0] ?? NaN;
      }
      return row;
    }),
  );
}
