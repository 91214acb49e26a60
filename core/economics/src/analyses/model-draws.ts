import { succeed, type Fault, type Result } from '@daero/domain/result';
import { drawnGiven, prepareCohort } from '../cohort/prepare.ts';
import { combineChunks, probabilisticChunk } from '../cohort/probabilistic.ts';
import { outcomes, type DecisionModel } from '../decision-tree/model.ts';
import { rollBack } from '../decision-tree/rollback.ts';
import { bindParameter, type BoundParameter, type Estimates } from '../model/binding.ts';
import { type EconomicModel } from '../model/economic-model.ts';
import { drawColumns } from '../model/parameter-columns.ts';
import { each } from '../model/place.ts';
import { drawnValues, type PreparedModel } from '../evaluation/prepared-model.ts';
import { drawnOutcomes } from '../evaluation/run-prepared.ts';
import { prepareIndividual } from '../individual/evaluate-model.ts';
import { preparePartitioned } from '../partitioned-survival/evaluate-model.ts';
import { type StrategyDraws } from '../uncertainty/acceptability.ts';

/** The draws of a probabilistic analysis, outcomes and parameters row by row. */
export type ModelDraws = {
  /** In the order of the model. */
  readonly strategies: readonly StrategyDraws[];
  /** Those that are uncertain, by name. */
  readonly parameters: ReadonlyMap<string, Float64Array>;
};

/** Draws of a model again, the same as in its evaluation: the seed makes them. */
export function modelDraws({ structure, model }: EconomicModel, estimates: Estimates): Result<ModelDraws> {
  if (structure === 'decision-tree') return treeDraws(model, estimates);
  if (structure === 'partitioned-survival') {
    const ready = preparePartitioned(model, estimates);
    return ready.ok ? preparedDraws(ready.value) : ready;
  }
  if (structure === 'individual') {
    const ready = prepareIndividual(model, estimates);
    return ready.ok ? preparedDraws(ready.value) : ready;
  }
  const prepared = prepareCohort(model, estimates);
  if (!prepared.ok) return prepared;
  const run = { from: 0, draws: model.probabilistic.draws };
  const chunk = probabilisticChunk(prepared.value, run);
  if (!chunk.ok) return chunk;
  const columns = drawnGiven(prepared.value, run);
  const named = prepared.value.parameters.map((one) => ({ ...one, column: columns.get(one.name) }));
  return succeed({ strategies: combineChunks([chunk.value]), parameters: uncertainOf(named, run.draws) });
}

function preparedDraws<Trouble extends Fault>(prepared: PreparedModel<Trouble>): Result<ModelDraws> {
  const run = { from: 0, draws: prepared.model.probabilistic.draws };
  const strategies = drawnOutcomes(prepared, run);
  if (!strategies.ok) return strategies;
  const columns = drawnValues(prepared, run);
  const named = prepared.parameters.map((one) => ({ ...one, column: columns.get(one.name) }));
  return succeed({ strategies: strategies.value, parameters: uncertainOf(named, run.draws) });
}

function treeDraws(model: DecisionModel, estimates: Estimates): Result<ModelDraws> {
  const bound = each(model.parameters, (parameter) => bindParameter(parameter, estimates));
  if (!bound.ok) return bound;
  const columns = drawColumns(bound.value, model.probabilistic, model.joint);
  if (!columns.ok) return columns;
  const { draws } = model.probabilistic;
  const given = { names: model.parameters.map(({ name }) => name), columns: columns.value };
  const strategies = each(model.strategies, ({ policy }): Result<StrategyDraws> => {
    const values = rollBack(model.root, policy, { given, outcomes });
    if (!values.ok) return values;
    const [cost, effect] = values.value.map((column) =>
      column.length === 1 ? new Float64Array(draws).fill(column[0] ?? NaN) : Float64Array.from(column),
    );
    if (cost === undefined || effect === undefined) throw new Error('one column an outcome was promised');
    return succeed({ cost, effect });
  });
  if (!strategies.ok) return strategies;
  const named = bound.value.map((one, index) => ({ ...one, column: columns.value[index] }));
  return succeed({ strategies: strategies.value, parameters: uncertainOf(named, draws) });
}

const uncertainOf = (
  parameters: readonly (BoundParameter & { readonly column: ArrayLike<number> | undefined })[],
  draws: number,
): ReadonlyMap<string, Float64Array> =>
  new Map(
    parameters.flatMap(({ name, amount, column }) =>
      amount.from === 'expression' || column?.length !== draws
        ? []
        : [[name, Float64Array.from(column)] as const],
    ),
  );
