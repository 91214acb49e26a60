import { type DrawColumn } from '@daero/domain/expression/compile';
import { fail, succeed, type Result } from '@daero/domain/result';
import { type Path } from '../model/place.ts';
import { readSurvivalDistribution } from './distribution.ts';
import { eventTime, type EventTime } from './event-time.ts';
import { lifeTableTime } from './life-table-time.ts';
import { columnOf, type TimeToEvent } from './time-of-file.ts';

export type TimeInDrawFault = {
  readonly kind: 'curve-parameter-out-of-range';
  readonly path: Path;
  readonly family: string;
  /** As name=value. */
  readonly parameters: readonly string[];
  /** From 1; 0 is the base case. */
  readonly draw: number;
};

/** A time to an event in years, draw by draw: parameters, hazard ratio and unit of time put in. */
export function timesInDraws(
  time: TimeToEvent,
  columns: ReadonlyMap<string, DrawColumn>,
  firstDraw: number,
): (at: number) => Result<EventTime, TimeInDrawFault> {
  const { family, names, amounts, knots, unitsPerYear, path } = time;
  const values = amounts.map(({ expression }) => columnOf(expression, columns));
  const ratios = time.hazardRatio === null ? null : columnOf(time.hazardRatio.expression, columns);
  const inDraw = (column: DrawColumn, at: number): number => column[column.length === 1 ? 0 : at] ?? NaN;
  const population = time.table === null ? null : lifeTableTime(time.table, time.table.startingAge);
  return (at) => {
    const here = values.map((column) => inDraw(column, at));
    const form =
      family === 'royston-parmar'
        ? { family, gamma: here, knots }
        : { family, ...Object.fromEntries(names.map((name, index) => [name, here[index] ?? NaN])) };
    const own = population === null ? eventTimeOf(form, path) : population;
    const ratio = ratios === null ? 1 : inDraw(ratios, at);
    if (own === null || !(ratio > 0 && Number.isFinite(ratio))) {
      const shown = [
        ...names.map((name, index) => `${name}=${shortly(here[index])}`),
        `hr=${shortly(ratio)}`,
      ];
      return fail({
        ...{ kind: 'curve-parameter-out-of-range', path, family },
        ...{ parameters: shown, draw: firstDraw === 0 ? 0 : firstDraw + at },
      });
    }
    return succeed(scaled(own, ratio, unitsPerYear));
  };
}

/** Null where the parameters are none of that family. */
function eventTimeOf(form: unknown, path: Path): EventTime | null {
  const distribution = readSurvivalDistribution(form, path);
  return distribution.ok ? eventTime(distribution.value) : null;
}

const shortly = (x = NaN): string => String(Number(x.toPrecision(6)));

/** The same time in years, its hazard multiplied. */
function scaled(time: EventTime, ratio: number, unitsPerYear: number): EventTime {
  if (ratio === 1 && unitsPerYear === 1) return time;
  const shift = Math.log(unitsPerYear) + Math.log(ratio);
  return {
    cumulativeHazard: (t) => ratio * time.cumulativeHazard(t * unitsPerYear),
    logDensity: (t) => {
      const own = t * unitsPerYear;
      return time.logDensity(own) + shift - (ratio - 1) * time.cumulativeHazard(own);
    },
    timeAt: (hazard) => time.timeAt(hazard / ratio) / unitsPerYear,
  };
}
