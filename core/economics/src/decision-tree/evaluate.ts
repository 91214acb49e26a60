import { type DrawColumn } from '@daero/domain/expression/compile';
import { type Estimate } from '@daero/domain/estimate';
import { type AnalysisOutput } from '@daero/domain/method';
import { succeed, type Result } from '@daero/domain/result';
import { type TornadoShape } from '@daero/domain/shape';
import { type Text } from '@daero/domain/text';
import { netBenefit } from '../incremental/comparison.ts';
import { icerTable, type IcerRow } from '../incremental/icer-table.ts';
import { bindParameter, type BindingFault, type BoundParameter, type Estimates } from '../model/binding.ts';
import {
  baseColumns,
  drawColumns,
  type ParameterColumns,
  type RangeFault,
} from '../model/parameter-columns.ts';
import { each } from '../model/place.ts';
import { distributionQuantile } from '../uncertainty/distribution.ts';
import { oneWay, type OneWayInput } from '../uncertainty/one-way.ts';
import { comparedStrategies, outcomes, type DecisionModel, type Strategy } from './model.ts';
import { parameterRows, type ParameterRow } from './parameter-rows.ts';
import { rollBack, type RollbackFault } from './rollback.ts';
import { estimatesOf, type StrategyResult } from './summary.ts';
import { acceptabilityShape, planeShape } from './shapes.ts';

/** A line of the results table: the base case. */
export type StrategyRow = {
  readonly name: string;
  readonly label: Text;
  readonly cost: number;
  readonly qaly: number;
  /** At the stated willingness to pay. */
  readonly netBenefit: number;
  readonly status: IcerRow['status'];
  readonly step: IcerRow['step'];
};

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
 *          acceptability, tornado of net benefit for each comparison; tables of parameters and strategies
 * Fails    a binding that does not fit its estimate; a parameter, probability or payoff out of its range, with draw and parameters
 * Cost     O(draws x (nodes + willingness points)); 10,000 draws of a 20-node tree take about 0.1 s with sampling
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
  const columns = drawColumns(bound.value, model.probabilistic);
  if (!columns.ok) return columns;
  const expected = resultsOf(model, base.value, columns.value);
  if (!expected.ok) return expected;
  const bars = tornadoShapes(model, bound.value, expected.value);
  if (!bars.ok) return bars;

  const people = Math.max(0, ...Object.values(usedEstimates(bound.value, estimates)).map(({ n }) => n));
  const summary = estimatesOf(model, expected.value, people);
  const planes = comparedStrategies(model).map((strategy) => planeShape(model, expected.value, strategy));
  return succeed({
    estimates: summary.estimates,
    shapes: [...planes, acceptabilityShape(model, expected.value), ...bars.value],
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

function tornadoShapes(
  model: DecisionModel,
  parameters: readonly BoundParameter[],
  results: readonly StrategyResult[],
): Result<readonly TornadoShape[], EvaluationFault> {
  const { stated } = model.willingness;
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const inputs = model.tornado.flatMap(({ parameter, range }): OneWayInput[] => {
    const distribution = byName.get(parameter)?.distribution ?? null;
    if (range !== null) return [{ parameter, ...range }];
    if (distribution === null) return [];
    const [low, high] = [
      distributionQuantile(distribution, 0.025),
      distributionQuantile(distribution, 0.975),
    ];
    return [{ parameter, low, high }];
  });
  const worth = (result: { readonly cost: number; readonly effect: number }): number =>
    netBenefit(result.cost, result.effect, stated);
  const reference = results.find(({ strategy }) => strategy.name === model.reference.name);

  return each(comparedStrategies(model), (strategy): Result<TornadoShape, EvaluationFault> => {
    const own = results.find((result) => result.strategy.name === strategy.name);
    if (own === undefined || reference === undefined) throw new Error('every strategy has a result');
    const bars = oneWay<EvaluationFault>(inputs, (parameter, value) => {
      const columns = baseColumns(parameters, new Map([[parameter, value]]));
      if (!columns.ok) return columns;
      const [here, there] = [
        expectedOf(model, strategy, columns.value),
        expectedOf(model, model.reference, columns.value),
      ];
      if (!here.ok) return here;
      if (!there.ok) return there;
      const at = ({ cost, effect }: { cost: DrawColumn; effect: DrawColumn }): number =>
        worth({ cost: cost[0] ?? NaN, effect: effect[0] ?? NaN });
      return succeed(at(here.value) - at(there.value));
    });
    if (!bars.ok) return bars;
    const versus: Text = {
      ko: `${strategy.label.ko} 대 ${model.reference.label.ko}`,
      en: `${strategy.label.en} against ${model.reference.label.en}`,
    };
    return succeed({
      shape: 'tornado',
      label: { ko: `한 방향 민감도 분석: ${versus.ko}`, en: `One-way sensitivity analysis: ${versus.en}` },
      outcome: { ko: '증분 순편익', en: 'Incremental net benefit' },
      willingness: stated,
      currency: model.currency,
      base: worth(own.base) - worth(reference.base),
      bars: bars.value.map(({ parameter, low, high, atLow, atHigh }) => {
        const { label, source } = byName.get(parameter) ?? {
          label: { ko: parameter, en: parameter },
          source: null,
        };
        const state = source === null || source.state === 'derived' ? 'assumption' : source.state;
        return { parameter: label, state, lowInput: low, highInput: high, atLow, atHigh };
      }),
    });
  });
}

function strategyRows(model: DecisionModel, results: readonly StrategyResult[]): readonly StrategyRow[] {
  const table = icerTable(results.map(({ strategy, base }) => ({ strategy: strategy.name, ...base })));
  return results.map(({ strategy: { name, label }, base: { cost, effect } }) => {
    const row = table.find((each) => each.strategy === name);
    if (row === undefined) throw new Error('every strategy has a row');
    const worth = netBenefit(cost, effect, model.willingness.stated);
    return { name, label, cost, qaly: effect, netBenefit: worth, status: row.status, step: row.step };
  });
}

function usedEstimates(parameters: readonly BoundParameter[], estimates: Estimates): readonly Estimate[] {
  return parameters.flatMap(({ amount }) => {
    const estimate = amount.from === 'estimate' ? estimates[amount.estimateId] : undefined;
    return estimate === undefined ? [] : [estimate];
  });
}
