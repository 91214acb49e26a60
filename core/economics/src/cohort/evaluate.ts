import { type AnalysisOutput } from '@daero/domain/method';
import { succeed, type Result } from '@daero/domain/result';
import { type Text } from '@daero/domain/text';
import { comparedStrategies } from '../decision-tree/model.ts';
import { parameterRows, type ParameterRow } from '../decision-tree/parameter-rows.ts';
import { peopleBehind, strategyRows, type StrategyRow } from '../decision-tree/results-table.ts';
import { acceptabilityShape, planeShape } from '../decision-tree/shapes.ts';
import { treeStructureShape } from '../decision-tree/structure-shape.ts';
import { estimatesOf, type StrategyResult } from '../decision-tree/summary.ts';
import { oneWayInputs, tornadoShapes } from '../decision-tree/tornado.ts';
import { type BindingFault, type Estimates } from '../model/binding.ts';
import { each } from '../model/place.ts';
import { type StrategyDraws } from '../uncertainty/acceptability.ts';
import { informationShapes } from '../value-of-information/information-shape.ts';
import { type CohortRunFault } from './check-run.ts';
import { conventionsOfCohort } from './conventions.ts';
import { type CohortModel } from './model.ts';
import { oneWayResults } from './one-way-results.ts';
import { baseGiven, drawnGiven, parameterColumns, prepareCohort, type PreparedCohort } from './prepare.ts';
import { combineChunks, outcomesOf, probabilisticChunk } from './probabilistic.ts';
import { cohortStructureShape, cohortTraceShape } from './shapes.ts';
import { traceCohort } from './trace.ts';

/** Where the cohort of one strategy is at the points 0..n, in the base case. */
export type StrategyTrace = {
  readonly strategy: string;
  /** By state, then by point. */
  readonly occupancy: readonly (readonly number[])[];
};

export type CohortOutput = AnalysisOutput & {
  /** The conventions that the numbers hold under, in words. */
  readonly conventions: readonly Text[];
  readonly parameters: readonly ParameterRow[];
  readonly strategies: readonly StrategyRow[];
  readonly states: readonly Text[];
  readonly years: readonly number[];
  readonly traces: readonly StrategyTrace[];
  /** By strategy: what is reported aside, undiscounted. */
  readonly aside: readonly { readonly strategy: string; readonly reward: string; readonly value: number }[];
};

export type CohortFault = BindingFault | CohortRunFault;

const structure: Text = { ko: '코호트 상태전이 모형', en: 'Cohort state-transition model' };

/**
 * A cohort model evaluated: base case, traces, probabilistic analysis and tornado.
 *
 * What does each strategy cost and give over the horizon, compared with the reference, and how sure is that? The conventions that
 * the numbers hold under (cycle, discounting, counting) are part of the answer.
 *
 * Takes    model; estimates: those that parameters are bound to, by id; drawn: the draws of all strategies where workers made them
 * Gives    estimates named by `estimateNames(model)`; planes, acceptability, tornados, value of information from 2,000 draws on, traces
 *          and structure; conventions in words; tables of parameters
 *          and strategies; where the cohort is at each point
 * Fails    a binding that does not fit its estimate; what is not a probability or not finite, with draw, cycle and row
 * Cost     as probabilisticChunk; the tornado adds one run a strategy, its ends as draws
 * Source   Briggs, Claxton and Sculpher (2006), ch. 2, 4 and 5; Siebert et al. (2012), ISPOR-SMDM good practices 3
 * Checked  cohort/evaluate.test.ts; reference/economics/sick-sicker-* and markov-* through the same runCohort
 */
export function evaluateCohortModel(
  model: CohortModel,
  estimates: Estimates,
  drawn?: readonly StrategyDraws[],
): Result<CohortOutput, CohortFault> {
  const prepared = prepareCohort(model, estimates);
  if (!prepared.ok) return prepared;
  const { parameters } = prepared.value;
  const { draws } = model.probabilistic;
  const base = baseGiven(prepared.value);
  const bases = each([...model.strategies.keys()], (index) => baseOf(prepared.value, index, new Map()));
  if (!bases.ok) return bases;
  const chunk = drawn === undefined ? probabilisticChunk(prepared.value, { from: 0, draws }) : null;
  if (chunk !== null && !chunk.ok) return chunk;
  const all = drawn ?? combineChunks(chunk === null ? [] : [chunk.value]);
  const results = model.strategies.map((strategy, index): StrategyResult => {
    const [value, own] = [bases.value[index], all[index]];
    if (value === undefined || own === undefined) throw new Error('one result a strategy was promised');
    return { strategy, base: value, draws: own };
  });
  const known = oneWayResults(prepared.value, oneWayInputs(model, parameters));
  const bars = tornadoShapes(model, parameters, results, ({ name }, instead) => {
    const index = model.strategies.findIndex((one) => one.name === name);
    const [moved] = instead;
    const found = moved === undefined ? null : known(index, ...moved);
    return found === null ? baseOf(prepared.value, index, instead) : succeed(found);
  });
  if (!bars.ok) return bars;
  const traces = tracesOf(prepared.value);
  if (!traces.ok) return traces;

  const summary = estimatesOf(model, results, peopleBehind(parameters, estimates), structure);
  const columns = parameterColumns(prepared.value, drawnGiven(prepared.value, { from: 0, draws }));
  const planes = comparedStrategies(model).map((strategy) => planeShape(model, results, strategy));
  const { clock } = model.conventions;
  const years = Array.from({ length: clock.cycles + 1 }, (_, point) => point * clock.cycleYears);
  return succeed({
    estimates: summary.estimates,
    shapes: [
      ...planes,
      acceptabilityShape(model, results),
      ...bars.value,
      ...informationShapes(model, results, parameters, columns),
      cohortTraceShape(model, years, traces.value.traces),
      cohortStructureShape(model),
      ...(model.start === null ? [] : [treeStructureShape({ title: model.title, root: model.start })]),
    ],
    warnings: [...summary.warnings, ...conventionWarnings(model)],
    conventions: conventionsOfCohort(model),
    parameters: parameterRows(parameters, parameterColumns(prepared.value, base), columns),
    strategies: strategyRows(model, results),
    states: model.stateLabels,
    years,
    ...traces.value,
  });
}

function baseOf(
  prepared: PreparedCohort,
  index: number,
  instead: ReadonlyMap<string, number>,
): Result<{ readonly cost: number; readonly effect: number }, CohortRunFault> {
  const run = outcomesOf(prepared, index, { given: baseGiven(prepared, instead), draws: 1, firstDraw: 0 });
  if (!run.ok) return run;
  return succeed({ cost: run.value.cost[0] ?? NaN, effect: run.value.effect[0] ?? NaN });
}

function tracesOf(prepared: PreparedCohort): Result<Pick<CohortOutput, 'traces' | 'aside'>, CohortRunFault> {
  const { model } = prepared;
  const runs = each(prepared.strategies, ({ strategy, cohort }) => {
    const trace = traceCohort(cohort, baseGiven(prepared));
    if (!trace.ok) return trace;
    const { occupancy, totals } = trace.value;
    const own = { strategy: strategy.name };
    return succeed({
      trace: {
        ...own,
        occupancy: model.stateLabels.map((_, state) => occupancy.map((row) => row[state] ?? NaN)),
      },
      aside: cohort.rewards.flatMap(({ name }, index) =>
        model.rewardKinds[index] === 'aside'
          ? [{ ...own, reward: name, value: totals.at(-1)?.[index] ?? NaN }]
          : [],
      ),
    });
  });
  if (!runs.ok) return runs;
  return succeed({
    traces: runs.value.map(({ trace }) => trace),
    aside: runs.value.flatMap(({ aside }) => aside),
  });
}

/** What a reader must know about the way of counting. */
function conventionWarnings({ conventions: { counting } }: CohortModel): AnalysisOutput['warnings'] {
  const alternating = counting.at === 'points' && counting.weights === 'alternating';
  return alternating ? [{ kind: 'cohort-alternating-weights', facts: {} }] : [];
}
