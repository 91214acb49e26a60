import { eventTime, type EventTime } from '../survival/event-time.ts';
import { competingDraws } from './competing-draws.ts';
import { momentsOf, type Moments } from './moments.ts';
import { type IndividualModel, type IndividualStrategy } from './model.ts';

/** Patients that are simulated together: a block gives the same bytes on any worker, and blocks are added up in their order. */
export const patientsInBlock = 1000;

/** What one block of patients gives under each strategy. */
export type BlockOutcome = {
  readonly patients: number;
  /** By strategy: moments of cost, effect, and of their differences from the reference in the same patients. */
  readonly strategies: readonly {
    readonly own: Moments;
    readonly increment: Moments;
    /** Sums over patients: years in each state, and passages of each transition, undiscounted. */
    readonly years: Float64Array;
    readonly passages: Float64Array;
  }[];
};

/**
 * One block of an individual continuous-time model with competing transitions.
 *
 * What becomes of people one by one, when every way out of a state has its own clock? In each state every transition draws its time, and
 * the first wins. Values flow continuously and are discounted exactly over each stay.
 *
 * Takes    model: checked; seed; block: its number; patients: how many in all (the last block may be short)
 * Gives    moments of costs, effects and increments; years by state; passages by transition
 * Fails    never
 * Cost     some 0.2 microseconds a transition that competes
 * Source   Putter, Fiocco and Geskus (2007), Statistics in Medicine 26, 2389-2430; Incerti and Jansen (2021), hesim
 * Checked  individual/individual.test.ts: against the formulas of an illness-death model with constant rates, and of survival curves
 */
export function simulateBlock(
  model: IndividualModel,
  { seed, block, patients }: { readonly seed: number; readonly block: number; readonly patients: number },
): BlockOutcome {
  const first = block * patientsInBlock;
  const count = Math.min(patientsInBlock, patients - first);
  const runs = model.strategies.map((strategy) => {
    const live = livesOf(model, strategy, seed);
    const [cost, effect] = [new Float64Array(count), new Float64Array(count)];
    for (let i = 0; i < count; i += 1) live.patient(first + i, i, cost, effect);
    return { name: strategy.name, cost, effect, years: live.years, passages: live.passages };
  });
  const reference = runs.find(({ name }) => name === model.reference);
  if (reference === undefined) throw new Error('the reference was checked');
  return {
    patients: count,
    strategies: runs.map(({ cost, effect, years, passages }) => ({
      own: momentsOf(cost, effect),
      increment: momentsOf(
        cost.map((value, i) => value - (reference.cost[i] ?? NaN)),
        effect.map((value, i) => value - (reference.effect[i] ?? NaN)),
      ),
      years,
      passages,
    })),
  };
}

/** A life with more passages than this within the horizon is a mistake in a time scale. */
const mostPassages = 100_000;
export class TooManyPassages extends RangeError {
  readonly limit = mostPassages;
}

type Way = {
  readonly index: number;
  readonly to: number;
  readonly forward: boolean;
  readonly time: EventTime;
};

function livesOf(model: IndividualModel, strategy: IndividualStrategy, seed: number) {
  const { states, transitions, horizonYears, discount } = model;
  const draw = competingDraws(seed);
  const years = new Float64Array(states.length);
  const passages = new Float64Array(transitions.length);
  const columns = [
    strategy.costPerYear,
    strategy.utility,
    strategy.costAtTransition,
    strategy.qalysAtTransition,
  ];
  const [costPerYear = years, utility = years, costAtTransition = years, qalysAtTransition = years] =
    columns.map((column) => Float64Array.from(column));
  const ways = states.map((state) =>
    transitions.flatMap(({ from, to, clock }, index): readonly Way[] => {
      const distribution = strategy.times[index];
      return from !== state || distribution === undefined
        ? []
        : [
            {
              index,
              to: states.indexOf(to),
              forward: clock === 'forward',
              time: 'family' in distribution ? eventTime(distribution) : distribution,
            },
          ];
    }),
  );
  const continuous = (rate: number): number => (discount.form === 'annual' ? Math.log1p(rate) : rate);
  const [costRate, effectRate] = [continuous(discount.costs), continuous(discount.effects)];
  const start = states.indexOf(model.start);

  // Plain assignments here: arrays that are taken apart in this loop would cost a quarter of the time.
  const patient = (id: number, at: number, cost: Float64Array, effect: Float64Array): void => {
    let state = start;
    let now = 0;
    let visit = 0;
    let costFactor = 1;
    let effectFactor = 1;
    let money = 0;
    let health = 0;
    while (now < horizonYears) {
      const open = ways[state] ?? [];
      let until = horizonYears;
      let taken: Way | null = null;
      for (let k = 0; k < open.length; k += 1) {
        const way = open[k];
        if (way === undefined) continue;
        const { time } = way;
        const hazard = draw(id, way.index, visit);
        const when = way.forward
          ? time.timeAt(time.cumulativeHazard(now) + hazard)
          : now + time.timeAt(hazard);
        if (when < until) {
          until = when;
          taken = way;
        }
      }
      const costLater = Math.exp(-costRate * until);
      const effectLater = effectRate === costRate ? costLater : Math.exp(-effectRate * until);
      const stay = until - now;
      years[state] = (years[state] ?? NaN) + stay;
      money += (costPerYear[state] ?? NaN) * (costRate === 0 ? stay : (costFactor - costLater) / costRate);
      health +=
        (utility[state] ?? NaN) * (effectRate === 0 ? stay : (effectFactor - effectLater) / effectRate);
      if (taken === null) break;
      money += (costAtTransition[taken.index] ?? NaN) * costLater;
      health += (qalysAtTransition[taken.index] ?? NaN) * effectLater;
      passages[taken.index] = (passages[taken.index] ?? NaN) + 1;
      state = taken.to;
      now = until;
      costFactor = costLater;
      effectFactor = effectLater;
      visit += 1;
      if (visit > mostPassages) throw new TooManyPassages(`more than ${mostPassages} passages in one life`);
    }
    cost[at] = money;
    effect[at] = health;
  };
  return { patient, years, passages };
}
