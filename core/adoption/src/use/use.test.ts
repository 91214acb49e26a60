import { isoDate, type IsoDate } from '@daero/domain/time';
import { addDays } from '@daero/pathway/calendar/day-number';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disclosed } from './disclosed.ts';
import { frictionOf } from './friction.ts';
import { defaultUseRules } from './rules.ts';
import { firstSince, useHistory, useStanding } from './standing.ts';
import { scope, told } from './use.test-fixture.ts';
import { countsOf, opportunitiesOf, readersOf, weeksOf, type Opportunity, type UseWeek } from './weeks.ts';

describe('use is counted from events, by opportunity', () => {
  const events = [
    ...told({ n: 1, at: '2026-03-01T15:30:00Z' }), // Monday 00:30 at the hospital
    ...told({ n: 2, at: '2026-03-01T14:30:00Z', response: 'overridden', reader: 'r2' }), // still Sunday there
    ...told({ n: 3, at: '2026-03-03T01:00:00Z', arm: 'silent' }),
    ...told({ n: 4, at: '2026-03-04T01:00:00Z', ran: false }),
    ...told({ n: 5, at: '2026-03-20T01:00:00Z', response: null }),
  ];
  const found = opportunitiesOf(events, scope);

  test('a silent arm is run, and nobody saw it', () => {
    expect(countsOf(found)).toEqual({
      eligible: 5,
      ran: 4,
      seen: 3,
      used: 1,
      overridden: 1,
      ignored: 0,
      failed: 0,
    });
  });
  test('weeks begin on Monday at the hospital, and empty ones stand', () => {
    const weeks = weeksOf(found, isoDate('2026-03-25'));
    expect(weeks.map(({ weekOf, eligible, seen }) => [weekOf, eligible, seen])).toEqual([
      ['2026-02-23', 1, 1],
      ['2026-03-02', 3, 1],
      ['2026-03-09', 0, 0],
      ['2026-03-16', 1, 1],
      ['2026-03-23', 0, 0],
    ]);
  });
  test('by reader', () => {
    expect(readersOf(found).map(({ reader, seen, overridden }) => [reader, seen, overridden])).toEqual([
      ['r1', 2, 0],
      ['r2', 1, 1],
    ]);
  });
  test('events in any order and twice over count the same', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(countsOf(opportunitiesOf([...shuffled, ...events], scope))).toEqual(countsOf(found));
      }),
      { numRuns: 50 },
    );
  });
  test('another site or device is not counted', () => {
    expect(opportunitiesOf(events, { ...scope, site: 'b' })).toEqual([]);
    expect(opportunitiesOf(events, { ...scope, version: '3' })).toEqual([]);
  });
});

test('friction is measured, and told only of enough people', () => {
  const events = Array.from({ length: 20 }, (_, n) =>
    told({ n, at: `2026-03-02T0${n % 9}:00:00Z`, response: n < 10 ? 'overridden' : 'accepted' }),
  ).flat();
  const found = frictionOf(events, scope, 10);
  expect(found).toMatchObject({
    latencySeconds: { n: 20, median: 4 },
    resultToScreenMinutes: { median: 3 },
    turnaroundSeenMinutes: { n: 20, people: 20, median: 30 },
    turnaroundUnseenMinutes: null,
    responseSeconds: { median: 12 },
    overridden: { events: 10, of: 20, share: 0.5 },
    answered: { share: 1 },
  });
  expect(frictionOf(events, scope, 11)).toMatchObject({ overridden: null, latencySeconds: { n: 20 } });
  expect(frictionOf(events, scope, 21).latencySeconds).toBeNull();
});

describe('states of use follow the rules', () => {
  const monday = isoDate('2026-01-05');
  const weeksWith = (shares: readonly number[], eligible = 20): readonly UseWeek[] =>
    shares.map((share, at) => {
      const seen = Math.round(share * eligible);
      const weekOf = addDays(monday, 7 * at);
      return {
        weekOf,
        over: true,
        eligible,
        ran: seen,
        seen,
        used: seen,
        overridden: 0,
        ignored: 0,
        failed: 0,
      };
    });
  const many = (share: number, times: number): readonly number[] =>
    Array.from({ length: times }, () => share);
  const wentLiveOn = addDays(monday, 28);
  const states = (shares: readonly number[], withdrawnOn: IsoDate | null = null): readonly string[] =>
    useHistory(weeksWith(shares), { wentLiveOn, withdrawnOn }, defaultUseRules).map(
      ({ standing }) => standing.is,
    );

  test('trial, in use, sustained half a year after go-live', () => {
    const history = useHistory(weeksWith(many(0.8, 40)), { wentLiveOn, withdrawnOn: null }, defaultUseRules);
    expect(history.map(({ standing }) => standing.is)).toEqual(['trial', 'in-use', 'sustained']);
    expect(firstSince(history, 'sustained')).toBe(addDays(wentLiveOn, 7 * 26));
  });
  test('without go-live it stays a trial', () => {
    const history = useHistory(
      weeksWith(many(0.8, 60)),
      { wentLiveOn: null, withdrawnOn: null },
      defaultUseRules,
    );
    expect(useStanding(history)?.standing.is).toBe('trial');
  });
  test('fading, and back again', () => {
    expect(states([...many(0.8, 40), ...many(0.1, 8), ...many(0.8, 14)])).toEqual([
      'trial',
      'in-use',
      'sustained',
      'fading',
      'in-use',
      'sustained',
    ]);
  });
  test('a week that is not over is not judged', () => {
    const weeks = weeksWith(many(0.8, 32)).map((week, at) => ({ ...week, over: at < 30 }));
    const history = useHistory(weeks, { wentLiveOn, withdrawnOn: null }, defaultUseRules);
    expect(useStanding(history)?.standing.is).toBe('in-use');
    expect(
      weeksOf(opportunitiesOf(told({ n: 1, at: '2026-03-02T01:00:00Z' }), scope), isoDate('2026-03-07')),
    ).toMatchObject([{ over: false }]);
  });
  test('a few bad weeks do not end sustained use', () => {
    expect(states([...many(0.8, 40), ...many(0.1, 3), ...many(0.8, 5)]).at(-1)).toBe('sustained');
  });
  test('silence is a withdrawal, and so is a decision', () => {
    expect(states([...many(0.8, 40), ...many(0, 20)]).at(-1)).toBe('withdrawn');
    expect(states(many(0.8, 40), addDays(monday, 100)).at(-1)).toBe('withdrawn');
  });
  test('weeks with hardly any eligible cases say nothing', () => {
    const holiday = weeksWith(many(0, 20), 2).map((week) => ({ ...week, weekOf: addDays(week.weekOf, 280) }));
    const history = useHistory(
      [...weeksWith(many(0.8, 40)), ...holiday],
      { wentLiveOn, withdrawnOn: null },
      defaultUseRules,
    );
    expect(useStanding(history)?.standing.is).toBe('sustained');
  });
  test('whatever the weeks, days rise, and nothing follows a withdrawal', () => {
    const share = fc.constantFrom(0, 0.1, 0.4, 0.5, 0.8, 1);
    fc.assert(
      fc.property(fc.array(share, { maxLength: 80 }), fc.nat(80), (shares, live) => {
        const decided = { wentLiveOn: addDays(monday, 7 * live), withdrawnOn: null };
        const history = useHistory(weeksWith(shares), decided, defaultUseRules);
        const days = history.map(({ since }) => since);
        expect(days).toEqual([...days].sort());
        const end = history.findIndex(({ standing }) => standing.is === 'withdrawn');
        expect(end === -1 || end === history.length - 1).toBe(true);
        const sustained = firstSince(history, 'sustained');
        expect(sustained === null || sustained >= addDays(decided.wentLiveOn, 7 * 26)).toBe(true);
      }),
    );
  });
  test('better use never stands worse', () => {
    const order = ['not-used', 'trial', 'withdrawn', 'fading', 'in-use', 'sustained'];
    const rank = (shares: readonly number[]): number => order.indexOf(states(shares).at(-1) ?? 'not-used');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0.1, 0.8), { minLength: 45, maxLength: 60 }),
        fc.nat(59),
        (shares, at) => {
          const better = shares.map((share, k) => (k === at ? 0.8 : share));
          expect(rank(better)).toBeGreaterThanOrEqual(rank(shares));
        },
      ),
    );
  });
});

describe('what leaves the hospital', () => {
  const one = fc.record({
    subject: fc.nat(60).map((n) => `p-${n}`),
    week: fc.nat(3),
    reader: fc.constantFrom('a', 'b', 'c', null),
    how: fc.nat(5),
  });
  const opportunity = (
    { subject, week, reader, how }: { subject: string; week: number; reader: string | null; how: number },
    at: number,
  ): Opportunity => ({
    ...{ id: `o-${at}`, subject, reader, eligible: true },
    on: addDays(isoDate('2026-03-02'), 7 * week),
    ...{ ran: how > 0, failed: how === 0, seen: how > 1 },
    response: how === 2 ? 'accepted' : how === 3 ? 'overridden' : null,
  });

  test('no shown cell is of few people, and no hidden one is what the total leaves over', () => {
    let shownAtAll = 0;
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 300, size: 'max' }), (rows) => {
        const found = rows.map(opportunity);
        const seen = disclosed(found, 10);
        const people = (of: readonly Opportunity[]): number => new Set(of.map(({ subject }) => subject)).size;
        const columns = {
          eligible: () => true,
          ran: ({ ran }: Opportunity) => ran,
          seen: (o: Opportunity) => o.seen,
        } as const;
        for (const name of ['eligible', 'ran', 'seen'] as const) {
          const hidden: Opportunity[] = [];
          for (const week of seen.weeks) {
            const own = found.filter((o) => o.on === week.weekOf && columns[name](o));
            if (week[name] === null) hidden.push(...own);
            else {
              shownAtAll += 1;
              expect(week[name]).toBe(own.length);
              expect(own.length === 0 || people(own) >= 10).toBe(true);
            }
          }
          if (
            seen.total[name] !== null &&
            hidden.length > 0 &&
            seen.weeks.some((week) => week[name] !== null)
          )
            expect(people(hidden)).toBeGreaterThanOrEqual(10);
        }
        for (const reader of seen.readers) expect(typeof reader.reader).toBe('number');
      }),
      { numRuns: 200 },
    );
    expect(shownAtAll).toBeGreaterThan(100);
  });
  test('large rows are shown as they are', () => {
    const found = Array.from({ length: 90 }, (_, n) =>
      opportunity({ subject: `p-${n}`, week: n % 3, reader: 'a', how: n % 9 < 3 ? 0 : 4 }, n),
    );
    expect(disclosed(found, 10).weeks.map(({ eligible }) => eligible)).toEqual([30, 30, 30]);
  });
});
