import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, dayNumber, dayOf, lastDayOf } from './day-number.ts';
import { koreanCalendar } from './korean-holidays.ts';
import { specialDays } from './special-days.ts';
import { countDays, dayAfter } from './working-calendar.ts';

const works = (on: string): boolean => koreanCalendar.isWorkingDay(dayNumber(isoDate(on)));

describe('working days in Korea', () => {
  test.each([
    ['2025-01-27', false, 'a temporary holiday'],
    ['2025-01-28', false, 'the eve of the lunar new year'],
    ['2025-01-30', false, 'the day after the lunar new year'],
    ['2025-01-31', true, 'the Friday after it'],
    ['2025-05-06', false, "a substitute: Children's Day and Buddha's Birthday fell on one day"],
    ['2026-02-16', false, 'the eve of the lunar new year'],
    ['2026-02-18', false, 'the day after the lunar new year'],
    ['2026-02-19', true, 'the Thursday after it'],
    ['2026-03-02', false, 'a substitute of Independence Movement Day on a Sunday'],
    ['2026-05-25', false, "a substitute of Buddha's Birthday"],
    ['2026-06-03', false, 'local elections'],
    ['2026-06-08', true, 'Memorial Day on a Saturday has no substitute'],
    ['2025-07-17', true, 'Constitution Day was no public holiday before 2026'],
    ['2026-07-17', false, 'Constitution Day since 2026'],
    ['2026-09-25', false, 'Chuseok'],
    ['2026-10-05', false, 'a substitute of National Foundation Day on a Saturday'],
    ['2027-02-09', false, 'a substitute of the lunar new year on a Sunday'],
    ['2026-11-22', false, 'a Sunday'],
  ])('%s: %s, %s', (on, expected) => {
    expect(works(on)).toBe(expected);
  });

  test('no special day is one that the calendar has already, or a weekend', () => {
    for (const { on } of specialDays) expect(koreanCalendar.isWorkingDay(dayNumber(on))).toBe(false);
    expect(new Set(specialDays.map(({ on }) => on)).size).toBe(specialDays.length);
  });
});

describe('counting', () => {
  const start = isoDate('2026-02-13'); // the Friday before the lunar new year
  test('ten working days across the lunar new year and its neighbours', () => {
    expect(unwrap(dayAfter(start, 10, 'working', koreanCalendar, 'kr.authorise'))).toBe('2026-03-05');
    expect(unwrap(dayAfter(start, 10, 'calendar', null, 'kr.authorise'))).toBe('2026-02-23');
  });

  test.each(['mixed', 'unknown'] as const)('days of %s type give no date', (dayType) => {
    const kind = 'day-type-open';
    expect(dayAfter(start, 10, dayType, koreanCalendar, 'kr.nhta')).toEqual({
      ok: false,
      fault: { kind, place: 'kr.nhta', dayType },
    });
    expect(countDays(start, start, dayType, koreanCalendar, 'kr.nhta')).toMatchObject({ fault: { kind } });
  });

  test('working days without a calendar are refused', () => {
    expect(dayAfter(start, 1, 'working', null, 'de.diga')).toMatchObject({
      fault: { kind: 'calendar-missing' },
    });
  });

  const day = fc.integer({ min: 19_700, max: 22_000 }).map(dayOf);
  const counted = fc.constantFrom('working' as const, 'calendar' as const);
  test('counting takes back what adding gave', () => {
    fc.assert(
      fc.property(day, fc.nat(400), counted, (from, days, type) => {
        const to = unwrap(dayAfter(from, days, type, koreanCalendar, ''));
        expect(unwrap(countDays(from, to, type, koreanCalendar, ''))).toBe(days);
      }),
      { numRuns: 200 },
    );
  });

  test('months end where the calendar ends them', () => {
    expect(addMonths(isoDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(isoDate('2028-02-29'), 12)).toBe('2029-02-28');
    expect(lastDayOf(isoDate('2025-06-01'), 36)).toBe('2028-05-31'); // the use period of the first chest radiograph AI
  });
});
