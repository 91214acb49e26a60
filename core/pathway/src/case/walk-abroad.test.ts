import { isoDate } from '@daero/domain/time';
import { expect, test } from 'vitest';
import { clocksAt } from './clocks.ts';
import { endedOn } from './state.ts';
import { decided, entered, opened, walk, type Row } from './walk.test-fixture.ts';

test('United States: clearance with a hold, code, local coverage', () => {
  const rows: readonly Row[] = [
    ['2026-01-05', opened('us.r.std', 'US', '2026-11')],
    ['2026-01-05', entered('us.510k')],
    ['2026-03-02', { type: 'paused', stage: 'us.510k', because: 'supplement-requested' }],
    ['2026-05-01', { type: 'resumed', stage: 'us.510k' }],
    ['2026-06-01', decided('us.510k', 'approve', 't.market', 'us.cpt3')],
    ['2026-06-01', { type: 'reached', state: 'authorised', reference: 'K260001' }],
    ['2026-09-01', entered('us.cpt3')],
    ['2027-07-01', decided('us.cpt3', 'approve', 'us.local')],
    ['2027-07-01', { type: 'reached', state: 'coded', reference: '0999T' }],
    ['2027-07-01', entered('us.local')],
    ['2028-02-01', decided('us.local', 'approve', 't.paid')],
  ];
  const state = walk(rows);
  expect(state.ends.map(({ terminal }) => terminal)).toEqual(['t.market', 't.paid']);
  expect(endedOn(state)).toBe('2028-02-01');
  // 147 calendar days from filing to clearance, of which the clock stood still for 60.
  expect(clocksAt(state, isoDate('2028-03-01'), null).statutory[0]).toMatchObject({
    countedAs: 'calendar',
    countedDays: 87,
  });
  const not = walk([...rows.slice(0, -1), ['2028-02-01', decided('us.local', 'reject', 't.noncovered')]]);
  expect(not.ends.at(-1)?.terminal).toBe('t.noncovered');
});

test('Germany: a trial year in the directory, and a price by arbitration; the clock never stops', () => {
  const rows: readonly Row[] = [
    ['2026-01-05', opened('de.r.diga', 'DE', '2026-11')],
    ['2026-01-05', entered('de.mdr')],
    ['2027-06-01', decided('de.mdr', 'approve', 't.ce', 'de.diga')],
    ['2027-06-01', { type: 'reached', state: 'authorised', reference: 'certificate 12' }],
    ['2027-07-01', entered('de.diga')],
    ['2027-07-20', { type: 'paused', stage: 'de.diga', because: 'supplement-requested' }],
    ['2027-08-20', { type: 'resumed', stage: 'de.diga' }],
    ['2027-09-29', decided('de.diga', 'conditional', 'de.trial')],
    ['2027-09-29', entered('de.trial')],
    ['2027-09-29', { type: 'window-opened', stage: 'de.trial', fromOn: '2027-09-29', toOn: null }],
    ['2028-06-01', { type: 'window-extended', stage: 'de.trial', toOn: '2029-09-28' }],
  ];
  const diga = clocksAt(walk(rows), isoDate('2028-01-01'), null).statutory[1];
  expect(diga).toMatchObject({ stage: 'de.diga', countedDays: 90, limitDays: 90, overDays: 0 });
  const listed = walk([
    ...rows,
    ['2029-09-01', decided('de.trial', 'approve', 'de.price')],
    ['2029-09-01', entered('de.price')],
    ['2030-04-01', { type: 'appealed', stage: 'de.price' }],
  ]);
  expect(listed.ends.map(({ terminal }) => terminal)).toEqual(['t.ce', 't.listed']);
  const removed = walk([...rows, ['2029-09-01', decided('de.trial', 'reject', 't.delisted')]]);
  expect(removed.ends.at(-1)?.terminal).toBe('t.delisted');
});

test('United States: a breakthrough device goes from De Novo to transitional coverage, which expires or becomes coverage', () => {
  const rows: readonly Row[] = [
    ['2026-01-05', opened('us.r.tcet', 'US', '2026-11')],
    ['2026-01-05', entered('us.denovo')],
    ['2026-09-01', decided('us.denovo', 'approve', 't.market')],
    ['2026-09-01', { type: 'reached', state: 'authorised', reference: 'DEN260001' }],
  ];
  expect([endedOn(walk(rows)), walk(rows).ways.map(({ stage }) => stage)]).toEqual([null, ['us.tcet']]);
  const covered: readonly Row[] = [...rows, ['2026-10-01', entered('us.tcet')]];
  const end = (last: Row): string | undefined => walk([...covered, last]).ends.at(-1)?.terminal;
  expect(end(['2027-04-01', decided('us.tcet', 'approve', 't.covered')])).toBe('t.covered');
});
