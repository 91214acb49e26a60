import { unwrap } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../calendar/calendars.ts';
import { dayNumber, dayOf, daysBetween } from '../calendar/day-number.ts';
import { opened, randomWalk, walk } from '../case/walk.test-fixture.ts';
import { jurisdictionCodes, rulesOf, versionsOf } from '../jurisdiction/rules.ts';
import type { Assumption } from './assumption.ts';
import { allTyped, asOf, datesIn, days, forecast, fresh, grounds, request } from './forecast.test-fixture.ts';
import { forecastCase, type Forecast, type ForecastRequest } from './forecast.ts';

const levels = (found: Forecast): readonly string[] => {
  const { median, mean, intervals } = datesIn(found, 'listing');
  return [median, mean, ...intervals.flatMap(({ fromOn, toOn }) => [fromOn, toOn])];
};
const neverEarlier = (before: Forecast, after: Forecast): boolean => {
  const [first, second] = [levels(before), levels(after)];
  return first.every((on, at) => on <= (second[at] ?? ''));
};

describe('a forecast is monotone in its inputs', () => {
  const figure = fc.integer({ min: 0, max: 300 });
  const three = fc.tuple(figure, figure, figure).map((all) => all.sort((a, b) => a - b));
  const base = (
    least: number,
    usual: number | null,
    most: number,
    type: 'working' | 'calendar',
  ): readonly Assumption[] => [...allTyped, days('kr.nhta', [least, usual, most], type)];
  const run = (assumptions: readonly Assumption[], more: Partial<ForecastRequest> = {}): Forecast =>
    forecast(fresh('kr.r.traditional'), assumptions, { draws: 300, ...more });
  const types = fc.constantFrom('working' as const, 'calendar' as const);

  test('all figures later, the usual later, or the start later: no level comes earlier', () => {
    fc.assert(
      fc.property(three, fc.nat(100), types, ([least = 0, usual = 0, most = 0], more, type) => {
        const now = run(base(least, usual, most, type));
        expect(neverEarlier(now, run(base(least + more, usual + more, most + more, type)))).toBe(true);
        expect(neverEarlier(now, run(base(least, Math.min(most, usual + more), most, type)))).toBe(true);
        const start: Assumption = { about: 'start', on: dayOf(dayNumber(asOf) + more), ...grounds };
        expect(neverEarlier(now, run([...base(least, usual, most, type), start]))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('of two figures, either later', () => {
    fc.assert(
      fc.property(three, fc.nat(100), types, ([least = 0, , most = 0], more, type) => {
        const now = run(base(least, null, most, type));
        expect(neverEarlier(now, run(base(least, null, most + more, type)))).toBe(true);
        expect(neverEarlier(now, run(base(Math.min(most, least + more), null, most, type)))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('of three, the mean follows the most, though a low level need not', () => {
    fc.assert(
      fc.property(three, fc.nat(200), ([least = 0, usual = 0, most = 0], more) => {
        const mean = (top: number): IsoDate =>
          datesIn(run(base(least, usual, top, 'calendar'), { draws: 5000 }), 'listing').mean;
        expect(daysBetween(mean(most), mean(most + more))).toBeGreaterThanOrEqual(-1); // whole days are rounded
      }),
      { numRuns: 15 },
    );
  });
});

describe('whatever has happened, a forecast is an answer', () => {
  const every = jurisdictionCodes.flatMap((code) =>
    unwrap(rulesOf(code, versionsOf(code).at(-1)?.version ?? '')).file.routes.map(({ id }) => ({
      code,
      route: id,
    })),
  );
  test.each(every)('$route from its first day, with nothing assumed', ({ code, route }) => {
    const version = versionsOf(code).at(-1)?.version ?? '';
    const state = walk([['2026-03-02', opened(route, code, version)]]);
    expect(forecastCase(state, request([], { calendar: calendarOf(code), draws: 100 })).ok).toBe(true);
  });

  test('no milestone of a lawful case lies before the day of the forecast, unless it is reached', () => {
    const steps = { minLength: 1, maxLength: 10 };
    const route = fc.constantFrom('kr.r.immediate', 'kr.r.defer', 'kr.r.innovative', 'kr.r.traditional');
    const known = [
      ...allTyped,
      days('kr.defer', [20, 40, 90], 'working'),
      days('kr.designate', [20, 30, 60]),
    ];
    fc.assert(
      fc.property(
        route,
        fc.array(fc.nat(1000), steps),
        fc.array(fc.nat(90), steps),
        (name, choices, gaps) => {
          const rows = randomWalk(name, choices, gaps);
          const today = rows.reduce((last, [on]) => (on > last ? on : last), '2026-02-02');
          const state = walk(rows);
          const { milestones } = unwrap(
            forecastCase(state, request(known, { asOf: isoDate(today), draws: 100 })),
          );
          for (const mark of Object.values(milestones))
            if (mark.state === 'forecast')
              for (const { fromOn } of mark.dates.intervals) expect(fromOn >= today).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});
