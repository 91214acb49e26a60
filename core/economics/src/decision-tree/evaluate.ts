import { type DrawColumn } from '@daero/domain/expression/compile';
import { type AnalysisOutput } from '@daero/domain/method';
import { succeed, type Result } from '@daero/domain/result';
import { bindParameter, type BindingFault, type Estimates } from '../model/binding.ts';
import {
  baseColumns,
  drawColumns,
  type ParameterColumns,
  type RangeFault,
} from '../model/parameter-columns.ts';
import { each } from '../model/place.ts';
import { comparedStrategies, outcomes, type DecisionModel, type Named, type Strategy } from './model.ts';
import { parameterRows, type ParameterRow } from './parameter-rows.ts';
import { peopleBehind, strategyRows, type StrategyRow } from './results-table.ts';
import { rollBack, type RollbackFault } from './rollback.ts';
import { estimatesOf, type StrategyResult } from './summary.ts';
import { acceptabilityShape, planeShape } from './shapes.ts';
import { informationShapes } from '../value-of-information/information-shape.ts';
import { treeStructureShape } from './structure-shape.ts';
import { tornadoShapes } from './tornado.ts';

export { type StrategyRow } from './results-table.ts';

export type ModelOutput = AnalysisOutput & {
  readonly parameters: readonly ParameterRow[];
  /** In the order of the model file; `status` and `step` are those of the frontier. */
  readonly strategies: readonly StrategyRow[];
};

export type EvaluationFault = BindingFault | RangeFault | RollbackFault;

/**
 * A decision-tree model evaluated: base case, probabilistic analysis and tornado.
 *
 * What does each strategy cost and give, compared with the reference, and how sure is that? Values are those of the base case;
 * intervals are percentiles of the draws; `n` is that of the largest estimate the model rests on.
 *
 * Takes    model; estimates: those named by `bindings(model)`, by id
 * Gives    estimates named by `estimateNames(model)` (no icer where it has no meaning: a warning says why); CE plane for each comparison,
 *          acceptability, tornado of net benefit for each comparison, value of information from 2,000 draws on, the tree; tables of
 *          parameters and strategies
 * Fails    a binding that does not fit its estimate; a parameter, probability or payoff out of its range, with draw and parameters
 * Cost     O(draws x (nodes + willingness points)); 10,000 draws of a 20-node tree take about 0.1 s with sampling,
 *          and the value of information 0.04 s for each uncertain parameter
 * Source   Briggs, Claxton and Sculpher (2006), ch. 4 and 5; Briggs et al. (2012), ISPOR-SMDM good practices 6
 * Checked  decision-tree/evaluate.test.ts: linear model in closed form; reference/economics/tree-* through the same rollBack
 */
export function evaluateDecisionModel(
  model: DecisionModel,
  estimates: Estimates,
): Result<ModelOutput, EvaluationFault> {
  const bound = each(model.parameters, (parameter) => bindParameter(parameter, estimates));
  if (!bound.ok) return bound;
  const base = baseColumns(bound.value);
  if (!base.ok) return base;
  const columns = drawColumns(bound.value, model.probabilistic, model.joint);
  if (!columns.ok) return columns;
  const expected = resultsOf(model, base.value, columns.value);
  if (!expected.ok) return expected;
  const bars = tornadoShapes<RangeFault | RollbackFault>(
    model,
    bound.value,
    expected.value,
    (strategy, instead) => {
      const columns = baseColumns(bound.value, instead);
      return columns.ok ? expectedAt(model, strategy, columns.value) : columns;
    },
  );
  if (!bars.ok) return bars;

  const people = peopleBehind(bound.value, estimates);
  const summary = estimatesOf(model, expected.value, people);
  const planes = comparedStrategies(model).map((strategy) => planeShape(model, expected.value, strategy));
  return succeed({
    estimates: summary.estimates,
    shapes: [
      ...planes,
      acceptabilityShape(model, expected.value),
      ...bars.value,
      ...informationShapes(model, expected.value, bound.value, columns.value),
      treeStructureShape(model),
    ],
    warnings: summary.warnings,
    parameters: parameterRows(bound.value, base.value, columns.value),
    strategies: strategyRows(model, expected.value),
  });
}

function resultsOf(
  model: DecisionModel,
  base: ParameterColumns,
  draws: ParameterColumns,
): Result<readonly StrategyResult[], RollbackFault> {
  return each(model.strategies, (strategy): Result<StrategyResult, RollbackFault> => {
    const atBase = expectedOf(model, strategy, base);
    if (!atBase.ok) return atBase;
    const drawn = expectedOf(model, strategy, draws);
    if (!drawn.ok) return drawn;
    const whole = (column: DrawColumn): Float64Array =>
      column.length === 1 ? new Float64Array(model.probabilistic.draws).fill(column[0] ?? NaN) : column;
    return succeed({
      strategy,
      base: { cost: atBase.value.cost[0] ?? NaN, effect: atBase.value.effect[0] ?? NaN },
      draws: { cost: whole(drawn.value.cost), effect: whole(drawn.value.effect) },
    });
  });
}

function expectedAt(
  model: DecisionModel,
  { name }: Named,
  columns: ParameterColumns,
): Result<{ readonly cost: number; readonly effect: number }, RollbackFault> {
  const strategy = model.strategies.find((one) => one.name === name);
  if (strategy === undefined) throw new Error(`"${name}" is no strategy of this model`);
  const found = expectedOf(model, strategy, columns);
  if (!found.ok) return found;
  return succeed({ cost: found.value.cost[0] ?? NaN, effect: found.value.effect[0] ?? NaN });
}

function expectedOf(
  { parameters, root }: DecisionModel,
  { policy }: Strategy,
  columns: ParameterColumns,
): Result<{ readonly cost: DrawColumn; readonly effect: DrawColumn }, RollbackFault> {
  const names = parameters.map(({ name }) => name);
  const values = rollBack(root, policy, { given: { names, columns }, outcomes });
  if (!values.ok) return values;
  const [cost, effect] = values.value;
  if (cost === undefined || effect === undefined) throw new Error('one column an outcome was promised');
  return succeed({ cost, effect });
}
