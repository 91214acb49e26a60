import { succeed, type Result } from '@daero/domain/result';
import { type CohortModel } from '../cohort/model.ts';
import { baseGiven, prepareCohort } from '../cohort/prepare.ts';
import { outcomesOf } from '../cohort/probabilistic.ts';
import { type Estimates } from '../model/binding.ts';
import { type EconomicModel } from '../model/economic-model.ts';
import { each } from '../model/place.ts';
import { type Outcome } from '../verification/battery.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';

/** Values that stand instead of those of the file. */
export type Point = ReadonlyMap<string, number>;

/**
 * Every strategy at each of many points. A cohort runs them all at once, as if each were a draw: a run costs by its
 * cycles, hardly by its draws. Where one cannot be run each is run alone, so that the fault names what was asked.
 */
export function manyOutcomes(
  model: EconomicModel,
  estimates: Estimates,
  points: readonly Point[],
): Result<readonly (readonly Outcome[])[]> {
  if (points.length === 0) return succeed([]);
  if (model.structure === 'cohort') {
    const together = cohortOutcomes(model.model, estimates, points);
    if (together !== null) return succeed(together);
  }
  const ready = modelUnderTest(model, estimates);
  return ready.ok ? each(points, ready.value.evaluate) : ready;
}

function cohortOutcomes(
  model: CohortModel,
  estimates: Estimates,
  points: readonly Point[],
): readonly (readonly Outcome[])[] | null {
  const prepared = prepareCohort(model, estimates);
  if (!prepared.ok) return null;
  const moved = new Set(points.flatMap((point) => [...point.keys()]));
  const given = new Map(
    [...baseGiven(prepared.value)].map(([name, base]) => {
      const column = (): Float64Array =>
        Float64Array.from(points, (point) => point.get(name) ?? base[0] ?? NaN);
      return [name, moved.has(name) ? column() : base] as const;
    }),
  );
  const runs = model.strategies.map(({ name }, index) => ({
    name,
    found: outcomesOf(prepared.value, index, { given, draws: points.length, firstDraw: 0 }),
  }));
  const outcomes = points.map((): Outcome[] => []);
  for (const { name, found } of runs) {
    if (!found.ok) return null;
    const { cost, effect } = found.value;
    for (const [at, row] of outcomes.entries())
      row.push({ strategy: name, cost: cost[at] ?? NaN, effect: effect[at] ?? NaN });
  }
  return outcomes;
}
