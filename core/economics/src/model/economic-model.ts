import { type AnalysisOutput } from '@daero/domain/method';
import { fail, succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { evaluateCohortModel, type CohortFault } from '../cohort/evaluate.ts';
import { type CohortModel } from '../cohort/model.ts';
import { readCohortModel, type CohortModelFault } from '../cohort/read.ts';
import { evaluateDecisionModel, type EvaluationFault, type StrategyRow } from '../decision-tree/evaluate.ts';
import { type DecisionModel } from '../decision-tree/model.ts';
import { type ParameterRow } from '../decision-tree/parameter-rows.ts';
import { readDecisionModel, type ModelFault } from '../decision-tree/read.ts';
import { type StrategyDraws } from '../uncertainty/acceptability.ts';
import {
  evaluatePartitionedModel,
  type PartitionedFileFault,
} from '../partitioned-survival/evaluate-model.ts';
import { type PartitionedFile } from '../partitioned-survival/file-model.ts';
import { readPartitionedModel, type PartitionedModelFault } from '../partitioned-survival/read.ts';
import { evaluateIndividualModel, type IndividualFileFault } from '../individual/evaluate-model.ts';
import { type IndividualFile } from '../individual/file-model.ts';
import { readIndividualModel, type IndividualModelFault } from '../individual/read.ts';
import { type Estimates } from './binding.ts';

/** A model of any structure that a plan may name. */
export type EconomicModel =
  | { readonly structure: 'decision-tree'; readonly model: DecisionModel }
  | { readonly structure: 'cohort'; readonly model: CohortModel }
  | { readonly structure: 'partitioned-survival'; readonly model: PartitionedFile }
  | { readonly structure: 'individual'; readonly model: IndividualFile };

export const modelStructures: readonly EconomicModel['structure'][] = [
  'decision-tree',
  'cohort',
  'partitioned-survival',
  'individual',
];

export type EconomicModelFault =
  | ModelFault
  | CohortModelFault
  | PartitionedModelFault
  | IndividualModelFault
  | {
      readonly kind: 'model-structure-unknown';
      readonly path: '/kind';
      readonly found: string;
      readonly known: readonly string[];
    };

/** What every structure gives, in the form of an analysis. */
export type EconomicOutput = AnalysisOutput & {
  /** What the numbers hold under: cycle, discounting, counting; or the horizon of a tree. */
  readonly conventions: readonly Text[];
  readonly parameters: readonly ParameterRow[];
  readonly strategies: readonly StrategyRow[];
};

/** A model from the data of its file: its `kind` says which structure reads it. */
export function readEconomicModel(json: unknown): Result<EconomicModel, EconomicModelFault> {
  const kind = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined;
  if (kind === 'cohort') {
    const model = readCohortModel(json);
    return model.ok ? succeed({ structure: 'cohort', model: model.value }) : model;
  }
  if (kind === 'partitioned-survival') {
    const model = readPartitionedModel(json);
    return model.ok ? succeed({ structure: 'partitioned-survival', model: model.value }) : model;
  }
  if (kind === 'individual') {
    const model = readIndividualModel(json);
    return model.ok ? succeed({ structure: 'individual', model: model.value }) : model;
  }
  if (typeof kind === 'string' && kind !== 'decision-tree')
    return fail({ kind: 'model-structure-unknown', path: '/kind', found: kind, known: modelStructures });
  const model = readDecisionModel(json);
  return model.ok ? succeed({ structure: 'decision-tree', model: model.value }) : model;
}

/** Base case, probabilistic analysis, tornado and value of information, whatever the structure; `drawn`: of a cohort whose draws workers made. */
export function evaluateEconomicModel(
  { structure, model }: EconomicModel,
  estimates: Estimates,
  drawn?: readonly StrategyDraws[],
): Result<EconomicOutput, EvaluationFault | CohortFault | PartitionedFileFault | IndividualFileFault> {
  switch (structure) {
    case 'decision-tree': {
      const output = evaluateDecisionModel(model, estimates);
      return output.ok ? succeed({ ...output.value, conventions: conventionsOfTree(model) }) : output;
    }
    case 'cohort': {
      const output = evaluateCohortModel(model, estimates, drawn);
      if (!output.ok) return output;
      const { estimates: named, shapes, warnings, conventions, parameters, strategies } = output.value;
      return succeed({ estimates: named, shapes, warnings, conventions, parameters, strategies });
    }
    case 'partitioned-survival':
      return evaluatePartitionedModel(model, estimates);
    case 'individual':
      return evaluateIndividualModel(model, estimates);
  }
}

/** A tree has no time of its own: it says in words how far it looks and where discounting is. */
const conventionsOfTree = ({ timeHorizon, discounting }: DecisionModel): readonly Text[] => [
  timeHorizon,
  discounting.statement,
];
