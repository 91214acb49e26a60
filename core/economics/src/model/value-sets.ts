import { succeed, type Fault, type Result } from '@daero/domain/result';
import {
  scenarioAnalysis,
  subgroupAnalysis,
  type ScenarioRow,
  type SubgroupAnalysis,
} from '../uncertainty/scenarios.ts';
import { modelUnderTest } from '../verification/model-under-test.ts';
import { type Estimates } from './binding.ts';
import { type EconomicModel } from './economic-model.ts';

export type ValueSetResults = {
  readonly scenarios: readonly ScenarioRow[];
  /** Null where the file names no subgroups. */
  readonly subgroups: SubgroupAnalysis | null;
};

/** The scenarios and subgroups that a model file names, at its stated willingness to pay. */
export function analyseValueSets(
  economicModel: EconomicModel,
  estimates: Estimates,
): Result<ValueSetResults, Fault> {
  const ready = modelUnderTest(economicModel, estimates);
  if (!ready.ok) return ready;
  const { model } = economicModel;
  const { evaluate } = ready.value;
  const about = { willingness: model.willingness.stated, reference: model.reference.name };
  const scenarios = scenarioAnalysis(evaluate, model.sets.scenarios, about);
  if (!scenarios.ok) return scenarios;
  if (model.sets.subgroups.length === 0) return succeed({ scenarios: scenarios.value, subgroups: null });
  const subgroups = subgroupAnalysis(evaluate, model.sets.subgroups, about);
  return subgroups.ok ? succeed({ scenarios: scenarios.value, subgroups: subgroups.value }) : subgroups;
}
