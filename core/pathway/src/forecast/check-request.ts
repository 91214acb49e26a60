import { fail, succeed, type Result } from '@daero/domain/result';
import type { CaseState } from '../case/state.ts';
import type { ForecastRequest } from './forecast.ts';

export const [leastDraws, mostDraws] = [100, 1_000_000] as const;

/** Draws within bounds, assumptions about stages that exist, and days that never fall. */
export function checkRequest(
  state: CaseState,
  { draws, assumptions, scenarios }: ForecastRequest,
): Result<null> {
  if (!Number.isInteger(draws) || draws < leastDraws || draws > mostDraws)
    return fail({ kind: 'forecast-draws', draws, least: leastDraws, most: mostDraws });
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
