import { type OneWayInput } from '../uncertainty/one-way.ts';
import { baseGiven, type PreparedCohort } from './prepare.ts';
import { outcomesOf } from './probabilistic.ts';

type Outcome = { readonly cost: number; readonly effect: number };

/**
 * Every end of a one-way analysis in one run a strategy, as if each were a draw: a run costs by its cycles, hardly by its draws.
 * Gives nothing where some end cannot be run: then each is run alone, so that the fault names what was asked.
 */
export function oneWayResults(
  prepared: PreparedCohort,
  inputs: readonly OneWayInput[],
): (strategy: number, parameter: string, value: number) => Outcome | null {
  const ends = inputs.flatMap(({ parameter, low, high }) => [
    { parameter, value: low },
    { parameter, value: high },
  ]);
  const none = (): null => null;
  if (ends.length === 0) return none;
  const given = new Map(
    [...baseGiven(prepared)].map(([name, base]) => {
      const moves = ends.some(({ parameter }) => parameter === name);
      const column = (): Float64Array =>
        Float64Array.from(ends, ({ parameter, value }) => (parameter === name ? value : (base[0] ?? NaN)));
      return [name, moves ? column() : base] as const;
    }),
  );
  const runs = prepared.strategies.map((_, index) =>
    outcomesOf(prepared, index, { given, draws: ends.length, firstDraw: 0 }),
  );
  if (runs.some(({ ok }) => !ok)) return none;
  return (strategy, parameter, value) => {
    const at = ends.findIndex((end) => end.parameter === parameter && end.value === value);
    const run = runs[strategy];
    if (at < 0 || run?.ok !== true) return null;
    return { cost: run.value.cost[at] ?? NaN, effect: run.value.effect[at] ?? NaN };
  };
}
