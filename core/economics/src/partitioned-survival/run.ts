import { columnFormula, type DrawColumn } from '@daero/domain/expression/compile';
import { namesIn, type Expression } from '@daero/domain/expression/tree';
import { fail, succeed, type Result } from '@daero/domain/result';
import { discountFactor, scheduleOf } from '../cohort/accounting.ts';
import { type Conventions } from '../cohort/model.ts';
import { type Columns, type Run } from '../evaluation/prepared-model.ts';
import { type Path } from '../model/place.ts';
import { withBackgroundMortality, type BackgroundFault } from '../survival/background-mortality.ts';
import { type EventTime } from '../survival/event-time.ts';
import { timesInDraws, type TimeInDrawFault } from '../survival/time-in-draw.ts';
import { columnOf } from '../survival/time-of-file.ts';
import { type StrategyDraws } from '../uncertainty/acceptability.ts';
import { type FileReward, type PartitionedFile } from './file-model.ts';
import { gridTimes, partition } from './partition.ts';

type InDraw = { readonly path: Path; readonly draw: number };
export type PartitionedRunFault =
  | TimeInDrawFault
  | BackgroundFault
  | ({
      readonly kind: 'curves-cross-in-draw';
      readonly strategy: string;
      readonly inner: string;
      readonly outer: string;
      readonly time: number;
      readonly excess: number;
    } & InDraw)
  | ({ readonly kind: 'reward-not-finite'; readonly reward: string } & InDraw);

/**
 * Costs and effects of one strategy of a partitioned survival model, in every draw of a block.
 *
 * What is spent and gained between the curves? People are counted and discounted by the same named rules as in a cohort. Where curves cross
 * in a draw nothing is cut off: the draw is named, and the model refused.
 *
 * Takes    model; strategy: its place; run: columns of all parameters
 * Gives    one cost and one effect a draw
 * Fails    curves-cross-in-draw, curve-parameter-out-of-range, reward-not-finite: with the draw; as withBackgroundMortality
 * Cost     O(draws x curves x cycles)
 * Source   Woods, Sideris, Palmer et al. (2017), NICE DSU Technical Support Document 19
 * Checked  partitioned-survival/file-model.test.ts: reference/economics/psm-two-arm as a file; exponential curves in closed form
 */
export function runPartitioned(
  model: PartitionedFile,
  strategy: number,
  { columns, draws, firstDraw }: Run,
): Result<StrategyDraws, PartitionedRunFault> {
  const { conventions, rewards } = model;
  const share = sharesInDraws(model, strategy, { columns, firstDraw });
  const weights = {
    cost: weightsOf(conventions, 'costs', columns),
    effect: weightsOf(conventions, 'effects', columns),
  };
  const valued = rewards.map((reward) => valuesOf(model, reward, columns));
  const totals = { cost: new Float64Array(draws), effect: new Float64Array(draws) };
  for (let at = 0; at < draws; at++) {
    const states = share(at);
    if (!states.ok) return states;
    for (const [index, { counts, scale, path, start, death, states: values }] of valued.entries()) {
      const { points, flows } = weights[counts](at);
      let total = inDraw(start, at);
      for (const [state, value] of values.entries()) {
        const here = states.value[state];
        if (value === null || here === undefined) continue;
        let stay = 0;
        if (value.varies)
          for (let k = 0; k < here.length; k++)
            stay += (points[k] ?? NaN) * (here[k] ?? NaN) * inDraw(value.at[k] ?? missing, at);
        else {
          for (let k = 0; k < here.length; k++) stay += (points[k] ?? NaN) * (here[k] ?? NaN);
          stay *= inDraw(value.column, at);
        }
        total += stay * scale;
      }
      const dead = states.value.at(-1);
      const each = inDraw(death, at);
      if (each !== 0 && dead !== undefined)
        for (let k = 1; k < dead.length; k++)
          total += each * (flows[k] ?? NaN) * ((dead[k] ?? NaN) - (dead[k - 1] ?? NaN));
      if (!Number.isFinite(total)) {
        const draw = firstDraw === 0 ? 0 : firstDraw + at;
        return fail({ kind: 'reward-not-finite', path, reward: rewards[index]?.name ?? '', draw });
      }
      const into = totals[counts];
      into[at] = (into[at] ?? NaN) + total;
    }
  }
  return succeed(totals);
}

const zero = Float64Array.of(0);
const missing = Float64Array.of(NaN);
const inDraw = (column: DrawColumn, at: number): number => column[column.length === 1 ? 0 : at] ?? NaN;

/** Shares of people by state and point, draw by draw. */
export function sharesInDraws(
  { curves, background, conventions, strategies }: PartitionedFile,
  strategy: number,
  { columns, firstDraw }: Pick<Run, 'columns' | 'firstDraw'>,
): (at: number) => Result<readonly Float64Array[], PartitionedRunFault> {
  const times = gridTimes({ horizonYears: conventions.horizonYears, steps: conventions.clock.cycles });
  const makers = curves.map((curve) => {
    const time = curve.times[strategy];
    if (time === undefined) throw new Error('every curve has a time for every strategy');
    return timesInDraws(time, columns, firstDraw);
  });
  const name = strategies[strategy]?.name ?? '';
  return (at) => {
    const grid: { name: string; survival: Float64Array }[] = [];
    for (const [index, maker] of makers.entries()) {
      const time = maker(at);
      if (!time.ok) return time;
      const outermost = index === makers.length - 1;
      const hazard =
        background === null || !outermost ? null : withBackgroundMortality(time.value, background, times);
      if (hazard !== null && !hazard.ok) return hazard;
      const survival =
        hazard === null ? survivalOf(time.value, times) : hazard.value.map((h) => Math.exp(-h));
      grid.push({ name: curves[index]?.name ?? '', survival });
    }
    const states = partition(name, grid, times);
    if (states.ok) return states;
    const { kind: _kind, ...facts } = states.fault;
    const path = curves.find((curve) => curve.name === facts.outer)?.path ?? '/curves';
    return fail({ kind: 'curves-cross-in-draw', ...facts, path, draw: firstDraw === 0 ? 0 : firstDraw + at });
  };
}

const survivalOf = (time: EventTime, times: Float64Array): Float64Array =>
  times.map((t) => Math.exp(-time.cumulativeHazard(t)));

type Weights = {
  /** What a person at each point counts for, discounted, in cycles. */
  readonly points: Float64Array;
  /** What a passage in each cycle counts for, discounted. */
  readonly flows: Float64Array;
};

function weightsOf(
  { clock, counting, discounting, rates }: Conventions,
  of: 'costs' | 'effects',
  columns: Columns,
): (at: number) => Weights {
  const schedule = scheduleOf(counting, clock.cycles);
  const at = (rate: number): Weights => {
    const [points, flows] = [new Float64Array(clock.cycles + 1), new Float64Array(clock.cycles + 1)];
    points[0] = schedule.initial;
    for (const [index, { before, after, flows: passage, time }] of schedule.cycles.entries()) {
      const factor = discountFactor(rate, time * clock.cycleYears, discounting);
      points[index] = (points[index] ?? NaN) + before * factor;
      points[index + 1] = after * factor;
      flows[index + 1] = passage * factor;
    }
    return { points, flows };
  };
  const rate = columnOf(rates[of].expression, columns);
  const known = new Map<number, Weights>();
  return (draw) => {
    const value = inDraw(rate, draw);
    const there = known.get(value);
    if (there !== undefined) return there;
    if (known.size > 1) known.clear(); // a rate that is drawn is not seen again
    const fresh = at(value);
    known.set(value, fresh);
    return fresh;
  };
}

type Value =
  | { readonly varies: false; readonly column: DrawColumn }
  /** By point. */
  | { readonly varies: true; readonly at: readonly DrawColumn[] };

function valuesOf(
  model: PartitionedFile,
  { counts, scale, states, start, death }: FileReward,
  columns: Columns,
) {
  const once = (written: FileReward['start']): DrawColumn =>
    written === null ? zero : columnOf(written.expression, columns);
  return {
    ...{ counts, scale, start: once(start), death: once(death) },
    path: states.find((one) => one !== null)?.path ?? start?.path ?? death?.path ?? '/rewards',
    states: states.map((written) => (written === null ? null : valueOf(model, written.expression, columns))),
  };
}

function valueOf(
  { conventions, startingAge }: PartitionedFile,
  expression: Expression,
  columns: Columns,
): Value {
  const reads = namesIn(expression);
  if (!reads.includes('time') && !reads.includes('age'))
    return { varies: false, column: columnOf(expression, columns) };
  const formula = columnFormula(expression, [...columns.keys(), 'time', 'age']);
  const { cycles, cycleYears } = conventions.clock;
  return {
    varies: true,
    at: Array.from({ length: cycles + 1 }, (_, point) => {
      const time = point * cycleYears;
      const age = (startingAge ?? NaN) + time;
      return formula([...columns.values(), Float64Array.of(time), Float64Array.of(age)]);
    }),
  };
}
