import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../calendar/calendars.ts';
import { addDays } from '../calendar/day-number.ts';
import { jurisdictionCodes, rulesOf, versionsOf } from '../jurisdiction/rules.ts';
import { networkOf } from '../routes/network.ts';
import { clocksAt } from './clocks.ts';
import { explore, labelOf, type Walked } from './explore.test-fixture.ts';
import { foldCase } from './fold.ts';

const newest = (code: string): string => versionsOf(code).at(-1)?.version ?? '';
const roads = jurisdictionCodes.flatMap((code) =>
  unwrap(rulesOf(code, newest(code))).file.routes.map(({ id }) => ({
    ...{ code, route: id },
    cases: explore(id, code, newest(code)),
  })),
);
const rulesIn = (code: string) => unwrap(rulesOf(code, newest(code)));
const never = (): never => {
  throw new Error('a road without a case');
};
const label = (stage: string, on: string, to: string): string =>
  on === 'supplement-request'
    ? `paused ${stage} supplement-requested`
    : on === 'appeal'
      ? `appealed ${stage}`
      : `decided ${stage} ${on} ${to}`;

describe.each(roads)('$route, every way it can go', ({ code, route, cases }) => {
  const { stages, file } = rulesIn(code);
  /** What transitions lead to from the stages of the route. */
  const within = new Set(networkOf(route).steps.map(({ stage }) => stage));
  for (const id of within) for (const { to } of stages.get(id)?.transitions ?? []) within.add(to);
  const chosen = fc.nat(cases.length - 1);
  const happened = new Set(cases.flatMap(({ events }) => events.map(({ change }) => labelOf(change))));

  test('every stage on it or beyond it is entered by some lawful case, and every end is reached', () => {
    const entered = new Set(cases.flatMap(({ state }) => state.visits.map(({ stage }) => stage)));
    const ended = new Set(cases.flatMap(({ state }) => state.ends.map(({ terminal }) => terminal)));
    expect([...within].filter((id) => stages.has(id) && !entered.has(id))).toEqual([]);
    expect([...within].filter((id) => id in file.terminals && !ended.has(id))).toEqual([]);
  });

  test('every transition of their rules is taken by some lawful case', () => {
    const rules = [...within].flatMap((stage) =>
      (stages.get(stage)?.transitions ?? []).map(({ on, to }) => label(stage, on, to)),
    );
    expect(rules.filter((one) => !happened.has(one))).toEqual([]);
  });

  test('a case told again from its events stands where it stood', () => {
    fc.assert(
      fc.property(chosen, (at) => {
        const { events, state } = cases[at] ?? never();
        expect(unwrap(foldCase(events))).toEqual(state);
      }),
      { numRuns: 50 },
    );
  });

  test('no clock is ever negative', () => {
    fc.assert(
      fc.property(chosen, fc.integer({ min: -1500, max: 2500 }), (at, later) => {
        const { state, on } = cases[at] ?? never();
        const clocks = clocksAt(state, addDays(on, later), calendarOf(code));
        for (const { countedDays, leftDays, overDays } of clocks.statutory)
          for (const days of [countedDays, leftDays, overDays]) expect(days ?? 0).toBeGreaterThanOrEqual(0);
        expect(clocks.elapsed.calendarDays).toBeGreaterThanOrEqual(0);
        for (const { leftDays, overDays } of clocks.windows)
          expect(Math.min(leftDays, overDays)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 100 },
    );
  });
});

/** From the application for authorisation to each kind of end, on every Korean route that knows it. */
const kinds = {
  approval: ({ state }) =>
    state.ends.some(({ terminal }) => /t\.(benefit|existing|selective)/.test(terminal)),
  rejection: ({ state }) =>
    state.visits.some(({ decision }) => decision?.outcome === 'reject') && state.ends.length > 0,
  supplement: ({ state }) => state.visits.some(({ pauses }) => pauses.length > 0),
  appeal: ({ events }) => events.some(({ change }) => change.type === 'appealed'),
  expiry: ({ state }) =>
    state.windows.some(({ closedOn }) => closedOn !== null) &&
    state.visits.some(({ decision }) => decision?.outcome === 'expire'),
  'ex-officio': ({ events }) =>
    events.some(({ change }) => change.type === 'decided' && change.outcome === 'ex-officio'),
} as const satisfies Readonly<Record<string, (walked: Walked) => boolean>>;

describe.each(roads.filter(({ code }) => code === 'KR'))('$route from authorisation', ({ cases }) => {
  const fromAuthorisation = cases.filter(({ state }) =>
    state.visits.some(({ stage }) => stage === 'kr.authorise'),
  );
  test.each(Object.entries(kinds))('to %s', (_kind, holds) => {
    const found = fromAuthorisation.filter(holds);
    expect(found.length).toBeGreaterThan(0);
    for (const { events } of found.slice(0, 20)) expect(foldCase(events).ok).toBe(true);
  });
});
