import { type Shape } from '@daero/domain/shape';
import { type Warning } from '@daero/domain/estimate';
import { succeed, type Fault, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { comparedStrategies, type Compared } from '../decision-tree/model.ts';
import { parameterRows } from '../decision-tree/parameter-rows.ts';
import { peopleBehind, strategyRows } from '../decision-tree/results-table.ts';
import { acceptabilityShape, planeShape } from '../decision-tree/shapes.ts';
import { estimatesOf, type StrategyResult } from '../decision-tree/summary.ts';
import { tornadoShapes } from '../decision-tree/tornado.ts';
import { type EconomicOutput } from '../model/economic-model.ts';
import { type Estimates } from '../model/binding.ts';
import { type ParameterColumns, type RangeFault } from '../model/parameter-columns.ts';
import { each } from '../model/place.ts';
import { informationShapes } from '../value-of-information/information-shape.ts';
import {
  baseValues,
  drawnValues,
  settingsOf,
  strategyColumns,
  type Columns,
  type PreparedModel,
} from './prepared-model.ts';
import { baseOutcome, drawnOutcomes } from './run-prepared.ts';

/** What a structure adds to the answer of every model. */
export type OwnAnswer = {
  readonly structure: Text;
  readonly conventions: readonly Text[];
  readonly shapes: readonly Shape[];
  readonly warnings: readonly Warning[];
};

/**
 * A prepared model evaluated: base case, probabilistic analysis, tornado and value of information.
 *
 * What does each strategy cost and give, compared with the reference, and how sure is that? The same question as of trees and cohorts, of
 * any structure that is a function of its parameters.
 *
 * Takes    model; prepared: bound, with its structure as a function; estimates it is bound to; own: what the structure itself has to show
 * Gives    estimates, shapes, warnings, conventions, tables of parameters and strategies
 * Fails    as the structure does, with the number of the draw; a parameter out of its range
 * Cost     draws and one-way ends times what the structure costs
 * Source   Briggs, Claxton and Sculpher (2006), ch. 4 and 5; Briggs et al. (2012), ISPOR-SMDM good practices 6
 * Checked  partitioned-survival/file-model.test.ts and individual/file-model.test.ts, against formulas
 */
export function evaluatePrepared<Trouble extends Fault>(
  model: Compared,
  prepared: PreparedModel<Trouble>,
  { estimates, own }: { readonly estimates: Estimates; readonly own: OwnAnswer },
): Result<EconomicOutput, Trouble | RangeFault> {
  const { draws } = model.probabilistic;
  const bases = each([...model.strategies.keys()], (index) => baseOutcome(prepared, index));
  if (!bases.ok) return bases;
  const all = drawnOutcomes(prepared, { from: 0, draws });
  if (!all.ok) return all;
  const results = model.strategies.map((strategy, index): StrategyResult => {
    const [base, drawn] = [bases.value[index], all.value[index]];
    if (base === undefined || drawn === undefined) throw new Error('one result a strategy was promised');
    return { strategy, base, draws: drawn };
  });
  const bars = tornadoShapes<Trouble | RangeFault>(model, prepared.parameters, results, ({ name }, instead) =>
    baseOutcome(
      prepared,
      model.strategies.findIndex((one) => one.name === name),
      instead,
    ),
  );
  if (!bars.ok) return bars;
  const base = referenceColumns(prepared, baseValues(prepared.parameters), 0);
  if (!base.ok) return base;
  const drawn = referenceColumns(prepared, drawnValues(prepared, { from: 0, draws }), 1);
  if (!drawn.ok) return drawn;
  const summary = estimatesOf(model, results, peopleBehind(prepared.parameters, estimates), own.structure);
  return succeed({
    estimates: summary.estimates,
    shapes: [
      ...comparedStrategies(model).map((strategy) => planeShape(model, results, strategy)),
      acceptabilityShape(model, results),
      ...bars.value,
      ...informationShapes(model, results, prepared.parameters, drawn.value),
      ...own.shapes,
    ],
    warnings: [...summary.warnings, ...own.warnings],
    conventions: own.conventions,
    parameters: parameterRows(prepared.parameters, base.value, drawn.value),
    strategies: strategyRows(model, results),
  });
}

/** Columns in the order of the file, as no strategy changes them. */
function referenceColumns(
  { parameters }: Pick<PreparedModel<Fault>, 'parameters'>,
  given: Columns,
  firstDraw: number,
): Result<ParameterColumns, RangeFault> {
  const columns = strategyColumns(settingsOf(parameters, new Map()), given, firstDraw);
  if (!columns.ok) return columns;
  return succeed(parameters.map(({ name }) => columns.value.get(name) ?? Float64Array.of(NaN)));
}
