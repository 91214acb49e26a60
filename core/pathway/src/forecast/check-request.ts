import { fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import { addMonths } from '../calendar/day-number.ts';
import type { CaseState } from '../case/state.ts';
import { gateOf, type Assumption } from './assumption.ts';
import type { ForecastRequest } from './forecast.ts';

export const [leastDraws, mostDraws] = [100, 1_000_000] as const;

const farthestYears = 20;

/** Draws within bounds, a day with nothing on record after it, assumptions about stages that exist, and days that never fall. */
export function checkRequest(
  state: CaseState,
  { asOf, draws, assumptions, scenarios }: ForecastRequest,
): Result<null> {
  if (!Number.isInteger(draws) || draws < leastDraws || draws > mostDraws)
    return fail({ kind: 'forecast-draws', draws, least: leastDraws, most: mostDraws });
  const lastOn = lastDayOnRecord(state);
  if (lastOn > asOf) return fail({ kind: 'forecast-before-events', asOf, lastOn });
  for (const one of assumptions) {
    const far = daysIn(one).find((on) => on > addMonths(asOf, farthestYears * 12));
    if (far !== undefined) return fail({ kind: 'assumption-day-far', on: far, asOf, years: farthestYears });
  }
  const known = [...state.rules.stages.keys()];
  const stages = [
    ...assumptions.flatMap((one) =>
      'stage' in one ? [one.stage] : one.about === 'evidence' ? [gateOf(one.requirement)] : [],
    ),
    ...scenarios.flatMap((one) => (one.change === 'parallel' ? [one.stage, one.alongside] : [one.stage])),
  ];
  const stage = stages.find((one) => !known.includes(one));
  if (stage !== undefined) return fail({ kind: 'assumption-stage-unknown', stage, known });
  for (const one of assumptions) {
    const stated = figuresIn(one);
    const place = 'stage' in one ? one.stage : one.about === 'evidence' ? one.requirement : one.about;
    if (stated.some((days, at) => days < (stated[at - 1] ?? days)))
      return fail({ kind: 'assumption-days-fall', stage: place, days: stated });
  }
  return succeed(null);
}

/** The days of the calendar that an assumption names. */
function daysIn(one: Assumption): readonly IsoDate[] {
  if ('on' in one) return [one.on];
  const three = one.about === 'evidence' ? one.ready : one.about === 'study' ? one.lastPatientIn : null;
  return three === null ? [] : [three.least, three.usual, three.most].filter((on) => on !== null);
}

function figuresIn(one: Assumption): readonly (number | IsoDate)[] {
  if (one.about === 'days') return [one.least, one.usual, one.most].filter((days) => days !== null);
  return 'on' in one ? [] : daysIn(one);
}

/** A gazetted window may begin later: it is announced, not yet on record as having happened. */
const lastDayOnRecord = (state: CaseState): IsoDate =>
  state.visits
    .flatMap(({ enteredOn, decision, pauses }) => [
      enteredOn,
      ...(decision === null ? [] : [decision.on]),
      ...pauses.flatMap(({ fromOn, toOn }) => [fromOn, toOn ?? fromOn]),
    ])
    .reduce((last, on) => (on > last ? on : last), state.openedOn);
