import { type LifeTable } from './background-mortality.ts';
import { type EventTime } from './event-time.ts';

/**
 * The time to death of somebody of a given age, by the mortality of the population.
 *
 * When do people die of whatever people of their age die of? The hazard is constant within a year of age; after the last age of the table it
 * stays as it was, which no horizon that was checked reaches.
 *
 * Takes    table of annual probabilities of death by completed age; ageAtStart, an age that it holds
 * Gives    cumulative hazard, log density and the time at a cumulative hazard, from the start
 * Fails    never; the reader of a file makes sure that the table holds every age up to the horizon
 * Cost     O(ages) once; O(log ages) a time
 * Source   Sweeting et al. (2023), Medical Decision Making 43, 737-748
 * Checked  survival/life-table-time.test.ts: deaths of each year are those of the table, and times undo hazards
 */
export function lifeTableTime({ firstAge, annualProbability }: LifeTable, ageAtStart: number): EventTime {
  const first = Math.floor(ageAtStart);
  const hazards = Array.from(
    { length: firstAge + annualProbability.length - first },
    (_, year) => -Math.log1p(-(annualProbability[first + year - firstAge] ?? NaN)),
  );
  // Years from the start at which each hazard begins, and what has come together by then.
  const starts = hazards.map((_, year) => (year === 0 ? 0 : first + year - ageAtStart));
  const reached = new Float64Array(hazards.length);
  for (let year = 1; year < hazards.length; year++)
    reached[year] =
      (reached[year - 1] ?? NaN) +
      (hazards[year - 1] ?? NaN) * ((starts[year] ?? NaN) - (starts[year - 1] ?? NaN));
  const within = (points: ArrayLike<number>, value: number): number => {
    let [low, high] = [0, points.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((points[middle] ?? Infinity) <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const cumulativeHazard = (t: number): number => {
    const year = within(starts, t);
    const since = t - (starts[year] ?? NaN);
    return (reached[year] ?? NaN) + (since === 0 ? 0 : (hazards[year] ?? NaN) * since);
  };
  return {
    cumulativeHazard,
    logDensity: (t) => Math.log(hazards[within(starts, t)] ?? NaN) - cumulativeHazard(t),
    timeAt: (hazard) => {
      if (hazard === Infinity) return Infinity;
      const year = within(reached, hazard);
      const left = hazard - (reached[year] ?? NaN);
      return left === 0 ? (starts[year] ?? NaN) : (starts[year] ?? NaN) + left / (hazards[year] ?? NaN);
    },
  };
}
