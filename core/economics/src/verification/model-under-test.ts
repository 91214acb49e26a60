import { type Result } from '@daero/domain/result';
import { type Estimates } from '../model/binding.ts';
import { type EconomicModel } from '../model/economic-model.ts';
import { individualUnderTest } from '../individual/evaluate-model.ts';
import { partitionedUnderTest } from '../partitioned-survival/evaluate-model.ts';
import { type ModelUnderTest } from './battery.ts';
import { cohortUnderTest } from './cohort-under-test.ts';
import { treeUnderTest } from './tree-under-test.ts';

/** A model of any structure as functions: what batteries, scenarios, grids and thresholds run. */
export function modelUnderTest(
  { structure, model }: EconomicModel,
  estimates: Estimates,
): Result<ModelUnderTest> {
  switch (structure) {
    case 'decision-tree':
      return treeUnderTest(model, estimates);
    case 'cohort':
      return cohortUnderTest(model, estimates);
    case 'partitioned-survival':
      return partitionedUnderTest(model, estimates);
    case 'individual':
      return individualUnderTest(model, estimates);
  }
}
