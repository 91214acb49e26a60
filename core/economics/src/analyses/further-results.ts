import { succeed, type Result } from '@daero/domain/result';
import { type TwoWayShape } from '@daero/domain/shape';
import { type Estimates } from '../model/binding.ts';
import { type EconomicModel } from '../model/economic-model.ts';
import { analyseValueSets, type ValueSetResults } from '../model/value-sets.ts';
import { verifyModel, type CheckRow } from '../verification/battery.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';
import { equityOf, type EquityResult } from './equity.ts';
import { gridShapes } from './grids.ts';
import { turningPoints, type TurningPoint } from './turning-points.ts';

/** What a model file asks besides its base case and its draws, and what every model is checked for. */
export type FurtherResults = ValueSetResults & {
  readonly grids: readonly TwoWayShape[];
  readonly turningPoints: readonly TurningPoint[];
  readonly equity: EquityResult | null;
  readonly checks: readonly CheckRow[];
};

/** Scenarios, subgroups, grids, thresholds, equity and the battery of a model. */
export function furtherResults(model: EconomicModel, estimates: Estimates): Result<FurtherResults> {
  const sets = analyseValueSets(model, estimates);
  if (!sets.ok) return sets;
  const grids = gridShapes(model, estimates);
  if (!grids.ok) return grids;
  const turning = turningPoints(model, estimates);
  if (!turning.ok) return turning;
  const equity = equityOf(model, sets.value.subgroups);
  if (!equity.ok) return equity;
  const tested = modelUnderTest(model, estimates);
  if (!tested.ok) return tested;
  return succeed({
    ...sets.value,
    ...{ grids: grids.value, turningPoints: turning.value, equity: equity.value },
    checks: verifyModel(tested.value),
  });
}
