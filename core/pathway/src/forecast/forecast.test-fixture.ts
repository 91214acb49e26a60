import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { koreanCalendar } from '../calendar/korean-holidays.ts';
import { opened, walk, type Row } from '../case/walk.test-fixture.ts';
import type { Assumption } from './assumption.ts';
import type { Dates } from './dates.ts';
import { forecastCase, type Forecast, type ForecastRequest } from './forecast.ts';

export const asOf = isoDate('2026-03-02');
export const grounds = {
  by: 'ra-1',
  source: null,
  confidence: 'general-knowledge-unverified' as const,
  reason: 'planning',
};
export const days = (
  stage: string,
  figures: readonly [number | null, number | null, number | null],
  dayType: 'working' | 'calendar' = 'calendar',
): Assumption => ({
  about: 'days',
  stage,
  least: figures[0],
  usual: figures[1],
  most: figures[2],
  dayType,
  ...grounds,
});
export const typed = (dayType: 'working' | 'calendar', ...stages: readonly string[]): readonly Assumption[] =>
  stages.map((stage) => ({ about: 'day-type', stage, dayType, ...grounds }));

export const request = (
  assumptions: readonly Assumption[],
  more: Partial<ForecastRequest> = {},
): ForecastRequest => ({
  asOf,
  seed: 7,
  draws: 4000,
  calendar: koreanCalendar,
  assumptions,
  scenarios: [],
  ...more,
});

export const fresh = (route: string): readonly Row[] => [['2026-03-02', opened(route)]];
export const forecast = (
  rows: readonly Row[],
  assumptions: readonly Assumption[],
  more: Partial<ForecastRequest> = {},
): Forecast => unwrap(forecastCase(walk(rows), request(assumptions, more)));
export const datesIn = (found: Forecast, mark: 'listing' | 'firstUse' | 'firstPaidUse'): Dates => {
  const milestone = found.milestones[mark];
  if (milestone.state !== 'forecast') throw new Error(JSON.stringify(milestone));
  return milestone.dates;
};
export const allTyped = typed('calendar', 'kr.hira.check', 'kr.nhta', 'kr.listing', 'kr.reassess');
