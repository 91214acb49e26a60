import { fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import { addMonths } from '../calendar/day-number.ts';
import type { CaseState } from '../case/state.ts';
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
    const far = 'on' in one && one.on > addMonths(asOf, farthestYears * 12);
    if (far) return fail({ kind: 'assumption-day-far', on: one.on, asOf, years: farthestYears });
  }
  const known = [...state.rules.stages.keys()];
  const stages = [
    ...assumptions.flatMap((one) => ('stage' in one ? [one.stage] : [])),
    ...scenarios.flatMap((one) => (one.change === 'parallel' ? [one.stage, one.alongside] : [one.stage])),
  ];
  const stage = stages.find((one) => !known.includes(one));
  if (stage !== undefined) return fail({ kind: 'assumption-stage-unknown', stage, known });
  for (const one of assumptions) {
    if (one.about !== 'days' && one.about !== 'study') continue;
    const { least, usual, most } = one.about === 'days' ? one : one.lastPatientIn;
    const stated = [least, usual, most].filter((days) => days !== null);
    const place = one.about === 'days' ? one.stage : 'study';
    if (stated.some((days, at) => days < (stated[at - 1] ?? days)))
      return fail({ kind: 'assumption-days-fall', stage: place, days: stated });
  }
  return succeed(null);
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
