import { type DrawColumn } from '@daero/domain/expression/compile';
import { fail, succeed, type Result } from '@daero/domain/result';
import { type Columns, type Run } from '../evaluation/prepared-model.ts';
import { type Counts } from '../evaluation/read-worth.ts';
import { type RangeFault } from '../model/parameter-columns.ts';
import { each, type Path } from '../model/place.ts';
import { timesInDraws, type TimeInDrawFault } from '../survival/time-in-draw.ts';
import { columnOf } from '../survival/time-of-file.ts';
import { type StrategyDraws } from '../uncertainty/acceptability.ts';
import { type IndividualFile, type Written } from './file-model.ts';
import { type IndividualModel, type IndividualStrategy } from './model.ts';
import { together } from './moments.ts';
import { patientsInBlock, simulateBlock, TooManyPassages } from './simulate.ts';

type InDraw = { readonly path: Path; readonly draw: number };
export type IndividualRunFault =
  | TimeInDrawFault
  | RangeFault
  | ({ readonly kind: 'reward-not-finite'; readonly reward: string } & InDraw)
  | ({ readonly kind: 'individual-too-many-passages'; readonly limit: number } & InDraw);

/**
 * Mean cost and effect of simulated people under one strategy, in every draw of a block.
 *
 * The base case and every change of it simulate the same people with the same luck, under every strategy, so that what differs is not
 * chance. Each draw of a probabilistic analysis simulates people of its own, the same ones under every strategy: over the draws their luck
 * averages out, but it widens them.
 *
 * Takes    model; strategy: its place; run: columns of all parameters, firstDraw 0 for the base case
 * Gives    one mean cost and effect a draw
 * Fails    curve-parameter-out-of-range, reward-not-finite, parameter-out-of-range of a discount rate, individual-too-many-passages
 * Cost     draws x people x passages, some 0.2 microseconds a transition that competes
 * Source   O'Hagan, Stevenson and Madan (2007), Health Economics 16, 1009-1023; Stout and Goldie (2008), Health Care Management Science 11
 * Checked  individual/file-model.test.ts: constant rates in closed form; the same bytes as simulateIndividuals
 */
export function runIndividual(
  model: IndividualFile,
  strategy: number,
  { columns, draws, firstDraw }: Run,
): Result<StrategyDraws, IndividualRunFault> {
  const { conventions, probabilistic, rewards } = model;
  const people = firstDraw === 0 ? conventions.patients.base : conventions.patients.perDraw;
  const inDraw = individualsInDraws(model, strategy, { columns, firstDraw });
  const starts = rewards.map(({ counts, start }) => ({ counts, column: columnOfWritten(start, columns) }));
  const atStart = (counts: Counts, at: number): number =>
    starts.reduce((sum, one) => (one.counts === counts ? sum + valueAt(one.column, at) : sum), 0);
  const means = { cost: new Float64Array(draws), effect: new Float64Array(draws) };
  for (let at = 0; at < draws; at++) {
    const here = inDraw(at);
    if (!here.ok) return here;
    const draw = firstDraw === 0 ? 0 : firstDraw + at;
    const found = simulated(here.value, { people, draw, seed: probabilistic.seed });
    if (!found.ok) return found;
    means.cost[at] = found.value.cost + atStart('cost', at);
    means.effect[at] = found.value.effect + atStart('effect', at);
  }
  return succeed(means);
}

/** The people of a draw; those of the base case come first. */
function simulated(
  model: IndividualModel,
  { people, draw, seed }: { readonly people: number; readonly draw: number; readonly seed: number },
): Result<{ readonly cost: number; readonly effect: number }, IndividualRunFault> {
  const blocks = Math.ceil(people / patientsInBlock);
  try {
    const moments = Array.from({ length: blocks }, (_, index) => {
      const block = draw * blocks + index;
      const patients = block * patientsInBlock + Math.min(patientsInBlock, people - index * patientsInBlock);
      const [own] = simulateBlock(model, { seed, block, patients }).strategies;
      if (own === undefined) throw new Error('one strategy was simulated');
      return own.own;
    });
    return succeed(moments.reduce(together));
  } catch (trouble) {
    if (!(trouble instanceof TooManyPassages)) throw trouble;
    return fail({ kind: 'individual-too-many-passages', path: '/transitions', draw, limit: trouble.limit });
  }
}

const zero: DrawColumn = Float64Array.of(0);
const valueAt = (column: DrawColumn, at: number): number => column[column.length === 1 ? 0 : at] ?? NaN;

const columnOfWritten = (written: Written | null, columns: Columns): DrawColumn =>
  written === null ? zero : columnOf(written.expression, columns);

/** The model of one strategy, its numbers put in, draw by draw. */
export function individualsInDraws(
  { states, start, transitions, conventions, rewards, strategies }: IndividualFile,
  strategy: number,
  { columns, firstDraw }: Pick<Run, 'columns' | 'firstDraw'>,
): (at: number) => Result<IndividualModel, IndividualRunFault> {
  const name = strategies[strategy]?.name ?? '';
  const times = transitions.map((transition) => {
    const time = transition.times[strategy];
    if (time === undefined) throw new Error('every transition has a time for every strategy');
    return timesInDraws(time, columns, firstDraw);
  });
  const column = (written: Written | null): DrawColumn => columnOfWritten(written, columns);
  const valued = rewards.map((reward) => ({
    ...{ counts: reward.counts, name: reward.name },
    path:
      [...reward.states, ...reward.transitions, reward.start].find((one) => one !== null)?.path ?? '/rewards',
    states: reward.states.map(column),
    start: column(reward.start),
    transitions: reward.transitions.map(column),
  }));
  const rates = ratesOf(conventions, columns);
  return (at) => {
    const draw = firstDraw === 0 ? 0 : firstDraw + at;
    const known = each(times, (time) => time(at));
    if (!known.ok) return known;
    const wrong = valued.find(({ states: stays, transitions: passages, start: once }) =>
      [...stays, ...passages, once].some((one) => !Number.isFinite(valueAt(one, at))),
    );
    if (wrong !== undefined)
      return fail({ kind: 'reward-not-finite', path: wrong.path, reward: wrong.name, draw });
    const sums = (of: 'states' | 'transitions', counts: Counts): readonly number[] =>
      (of === 'states' ? states : transitions).map((_, index) =>
        valued.reduce(
          (sum, one) => (one.counts === counts ? sum + valueAt(one[of][index] ?? zero, at) : sum),
          0,
        ),
      );
    const own: IndividualStrategy = {
      ...{ name, times: known.value },
      ...{ costPerYear: sums('states', 'cost'), costAtTransition: sums('transitions', 'cost') },
      ...{ utility: sums('states', 'effect'), qalysAtTransition: sums('transitions', 'effect') },
    };
    const discount = rates(at, draw);
    if (!discount.ok) return discount;
    return succeed({
      ...{
        states: states.map((state) => state.name),
        start,
        transitions,
        strategies: [own],
        reference: name,
      },
      ...{ horizonYears: conventions.horizonYears, discount: discount.value },
    });
  };
}

function ratesOf(
  { rates, form }: IndividualFile['conventions'],
  columns: Columns,
): (at: number, draw: number) => Result<IndividualModel['discount'], RangeFault> {
  const found = {
    costs: columnOf(rates.costs.expression, columns),
    effects: columnOf(rates.effects.expression, columns),
  };
  return (at, draw) => {
    const [costs, effects] = [valueAt(found.costs, at), valueAt(found.effects, at)];
    for (const [name, value] of [
      ['costs', costs],
      ['effects', effects],
    ] as const)
      if (!(value >= 0 && value < 1))
        return fail({
          kind: 'parameter-out-of-range',
          path: rates[name].path,
          name,
          value,
          low: 0,
          high: 1,
          draw,
        });
    return succeed({ costs, effects, form });
  };
}
