import { unwrap } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import { addDays } from '@daero/pathway/calendar/day-number';
import { expect, test } from 'vitest';
import { boardRow } from '../layers/board.ts';
import { wentLiveOn } from '../layers/state.ts';
import { bought, conditional, trained, walk, yes, type Row } from '../layers/walk.test-fixture.ts';
import { defaultUseRules } from '../use/rules.ts';
import { useHistory } from '../use/standing.ts';
import { scope, told } from '../use/use.test-fixture.ts';
import { opportunitiesOf, weeksOf, type UseEvent } from '../use/weeks.ts';
import { efficiencyOf } from './efficiency.ts';
import { milestonesOf, type Course } from './milestones.ts';

const live: readonly Row[] = [...bought, ...trained, ...yes('go-live', '2026-06-15')];

/** Ten cases a week from a Monday on, the given share of them seen. */
const weeksOfUse = (from: string, weeks: number, seenOfTen: number, first: number): readonly UseEvent[] =>
  Array.from({ length: weeks * 10 }, (_, k) => {
    const on = addDays(isoDate(from), 7 * Math.floor(k / 10) + (k % 5));
    return told({ n: first + k, at: `${on}T01:00:00Z`, ran: k % 10 < seenOfTen });
  }).flat();

const courseOf = (rows: readonly Row[], events: readonly UseEvent[], until: IsoDate): Course => {
  const adoption = walk(rows);
  const opportunities = opportunitiesOf(events, scope);
  const decided = { wentLiveOn: wentLiveOn(adoption), withdrawnOn: adoption.withdrawn?.on ?? null };
  return {
    ...{
      adoption,
      opportunities,
      history: useHistory(weeksOf(opportunities, until), decided, defaultUseRules),
    },
    ...{ begunOn: isoDate('2024-01-01'), authorisedOn: isoDate('2025-12-01') },
  };
};

test('one hospital from need to sustained use', () => {
  const until = isoDate('2027-03-07');
  const course = courseOf(
    [...live, ...yes('monitoring', '2026-12-14')],
    weeksOfUse('2026-05-18', 42, 8, 0),
    until,
  );
  expect(course.history.map(({ standing, since }) => [standing.is, since])).toEqual([
    ['trial', '2026-05-18'],
    ['in-use', '2026-06-15'],
    ['sustained', '2026-12-14'],
  ]);
  expect(boardRow(course.adoption, until)).toMatchObject({ passed: 10, next: [], blocks: [] });
  const found = unwrap(efficiencyOf([milestonesOf(course)], until));
  // 1 December to 18 May, and to 14 December
  expect([found.toFirstUse.medianDays, found.toSustainedUse.medianDays, found.toPayment.notYet]).toEqual([
    168, 378, 1,
  ]);
});

test('one hospital to withdrawal: a condition fell due, use faded, and the reasons are kept', () => {
  const due: readonly Row[] = [['2026-12-01', 'quality-seo', conditional('monitoring', '2027-01-15')]];
  const rows: readonly Row[] = [
    ...live,
    ...yes('monitoring', '2026-12-01').slice(0, -1),
    ...due,
    ['2027-02-01', 'quality-seo', { type: 'withdrawn', because: ['alert-fatigue', 'no-fee'] }],
  ];
  const before = boardRow(walk(rows.slice(0, -1)), isoDate('2027-01-20'));
  expect(before.blocks).toMatchObject([
    { layer: 'monitoring', because: 'condition-overdue', since: '2027-01-16', days: 4 },
  ]);
  const events = [...weeksOfUse('2026-06-15', 16, 8, 0), ...weeksOfUse('2026-10-05', 17, 1, 1000)];
  const course = courseOf(rows, events, isoDate('2027-03-07'));
  expect(course.history.map(({ standing }) => standing.is)).toEqual(['in-use', 'fading', 'withdrawn']);
  expect(course.adoption.withdrawn).toMatchObject({ on: '2027-02-01', because: ['alert-fatigue', 'no-fee'] });
  const found = unwrap(efficiencyOf([milestonesOf(course)], isoDate('2027-03-07')));
  expect(found.toSustainedUse).toMatchObject({ reached: 0, never: 1, notYet: 0, medianDays: null });
});
