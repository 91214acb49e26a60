import { isoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import { koreanCalendar } from '../calendar/korean-holidays.ts';
import { clocksAt } from './clocks.ts';
import { activeVisits, endedOn } from './state.ts';
import { decided, entered, opened, walk, type Row } from './walk.test-fixture.ts';

const authorised: readonly Row[] = [
  ['2026-02-02', entered('kr.authorise')],
  ['2026-05-29', decided('kr.authorise', 'approve', 'kr.hira.check'), 'licence 26-1'],
  ['2026-05-29', { type: 'reached', state: 'authorised', reference: 'licence 26-1' }],
];
const checkedNew = (...to: readonly string[]): readonly Row[] => [
  ['2026-06-08', entered('kr.hira.check')],
  ['2026-07-10', decided('kr.hira.check', 'classified-new', ...to), 'notice of the check'],
];
const ends = (rows: readonly Row[]): readonly string[] => walk(rows).ends.map(({ terminal }) => terminal);

describe('the traditional route', () => {
  const toAssessment: readonly Row[] = [
    ['2026-02-02', opened('kr.r.traditional')],
    ...authorised,
    ...checkedNew('kr.nhta'),
    ['2026-07-20', entered('kr.nhta')],
  ];
  const toListing: readonly Row[] = [
    ...toAssessment,
    ['2027-03-26', decided('kr.nhta', 'approve', 'kr.listing')],
    ['2027-03-26', { type: 'reached', state: 'gazetted', reference: 'notice 2027-50' }],
    ['2027-04-05', entered('kr.listing')],
  ];

  test('from authorisation to a fee, use and monitoring', () => {
    const state = walk([
      ...toListing,
      ['2027-07-13', decided('kr.listing', 'approve', 't.benefit', 'kr.monitor', 'kr.adopt')],
      ['2027-07-13', { type: 'reached', state: 'coded', reference: 'code EX871' }],
      ['2027-08-02', entered('kr.adopt')],
      ['2028-01-31', decided('kr.adopt', 'approve', 'kr.evidence')],
      ['2028-01-31', { type: 'reached', state: 'bought', reference: 'contract 7' }],
      ['2028-02-14', { type: 'reached', state: 'used', reference: 'first patient' }],
      ['2027-08-02', entered('kr.monitor')],
    ]);
    expect(state.ends.map(({ terminal }) => terminal)).toEqual(['t.benefit']);
    expect(Object.values(state.reached).map((one) => one?.on)).toEqual([
      '2026-05-29',
      '2027-03-26',
      '2027-07-13',
      '2028-01-31',
      '2028-02-14',
    ]);
    expect(activeVisits(state).map(({ stage }) => stage)).toEqual(['kr.monitor']);
    const clocks = clocksAt(state, isoDate('2028-03-01'), koreanCalendar);
    expect(clocks.elapsed.calendarDays).toBe(758);
    // 2 Feb to 29 May 2026: 84 weekdays after the first day, less 3 of the lunar new year, 2 Mar, 5 and 25 May
    expect(clocks.statutory[0]).toMatchObject({ stage: 'kr.authorise', limitDays: 80, dayType: 'working' });
    expect(clocks.statutory[0]?.countedDays).toBe(78);
    expect(clocks.statutory[1]).toMatchObject({ dayType: 'unknown', countedAs: null, countedDays: null });
    // While it ran, its 80th working day was 2 June: the 29th of May, 1 June and (the 3rd being election day) 2 June are left.
    const running = clocksAt(walk(toListing.slice(0, 2)), isoDate('2026-05-28'), koreanCalendar);
    expect(running.statutory[0]).toMatchObject({ countedDays: 77, leftDays: 3, limitOn: '2026-06-02' });
    const over = clocksAt(walk(toListing.slice(0, 2)), isoDate('2026-06-08'), koreanCalendar);
    expect(over.statutory[0]?.limitOn).toBe('2026-06-02');
  });

  test.each([
    ['selective benefit', decided('kr.listing', 'conditional', 't.selective'), 't.selective'],
    ['non-benefit', decided('kr.listing', 'reject', 't.nonbenefit'), 't.nonbenefit'],
  ])('to %s', (_name, change, end) => {
    const state = walk([...toListing, ['2027-07-13', change]]);
    expect(state.ends.map(({ terminal }) => terminal)).toEqual([end]);
    expect(endedOn(state)).toBe('2027-07-13');
  });

  test('a listing refused is appealed and then given: the first end falls', () => {
    expect(
      ends([
        ...toListing,
        ['2027-07-13', decided('kr.listing', 'reject', 't.nonbenefit')],
        ['2027-08-03', { type: 'appealed', stage: 'kr.listing' }],
        ['2027-11-01', decided('kr.listing', 'approve', 't.benefit', 'kr.monitor')],
      ]),
    ).toEqual(['t.benefit']);
  });

  test('the assessment finds a research-stage technology; the objection of the 2025 rule opens it again', () => {
    const rejected: readonly Row[] = [
      ...toAssessment,
      ['2027-03-26', decided('kr.nhta', 'reject', 't.exit')],
    ];
    expect(endedOn(walk(rejected))).toBe('2027-03-26');
    const again = walk([
      ...rejected,
      ['2027-04-20', { type: 'appealed', stage: 'kr.nhta' }],
      ['2027-12-01', decided('kr.nhta', 'approve', 'kr.listing')],
    ]);
    expect([again.ends, again.ways.map(({ stage }) => stage)]).toEqual([[], ['kr.listing']]);
    expect(again.visits.filter(({ stage }) => stage === 'kr.nhta').map(({ attempt }) => attempt)).toEqual([
      1, 2,
    ]);
  });

  test('a conditional result leads to limited technology, whose window expires into another assessment', () => {
    const limited: readonly Row[] = [
      ...toAssessment,
      ['2027-03-26', decided('kr.nhta', 'conditional', 'kr.limited')],
      ['2027-05-03', entered('kr.limited')],
      ['2027-06-01', { type: 'window-opened', stage: 'kr.limited', fromOn: '2027-06-01', toOn: null }],
    ];
    expect(walk(limited).windows).toMatchObject([{ toOn: '2030-05-31' }]);
    const after = walk([...limited, ['2030-06-01', decided('kr.limited', 'expire', 'kr.nhta')]]);
    expect(after.ways.map(({ stage }) => stage)).toEqual(['kr.nhta']);
  });

  test('a supplement request stops the clock of authorisation, and a rejection allows another application', () => {
    const asked: readonly Row[] = [
      ['2026-02-02', opened('kr.r.traditional')],
      ['2026-02-02', entered('kr.authorise')],
      ['2026-03-03', { type: 'paused', stage: 'kr.authorise', because: 'supplement-requested' }],
    ];
    const counted = (rows: readonly Row[], on: string): number | null | undefined =>
      clocksAt(walk(rows), isoDate(on), koreanCalendar).statutory[0]?.countedDays;
    const before = counted(asked, '2026-03-03');
    expect(counted(asked, '2026-04-30')).toBe(before);
    const answered: readonly Row[] = [...asked, ['2026-04-30', { type: 'resumed', stage: 'kr.authorise' }]];
    expect(counted(answered, '2026-05-04')).toBe((before ?? 0) + 2); // a Friday and a Monday
    const rejected = walk([...answered, ['2026-05-20', decided('kr.authorise', 'reject', 'kr.authorise')]]);
    expect(rejected.ways.map(({ stage }) => stage)).toEqual(['kr.authorise']);
  });
});

describe('existing technology', () => {
  const checking: readonly Row[] = [
    ['2026-02-02', opened('kr.r.existing')],
    ...authorised,
    ['2026-06-08', entered('kr.hira.check')],
  ];
  test('is usable at once without a fee of its own', () => {
    const state = walk([
      ...checking,
      ['2026-07-20', decided('kr.hira.check', 'classified-existing', 't.existing')],
    ]);
    expect([state.ends[0]?.terminal, endedOn(state)]).toEqual(['t.existing', '2026-07-20']);
  });

  test('the check may be extended by 30 days, contested, and returned with the application', () => {
    const state = walk([
      ...checking,
      ['2026-07-06', { type: 'extended', stage: 'kr.hira.check', days: 30 }],
      ['2026-08-03', decided('kr.hira.check', 'classified-existing', 't.existing')],
      ['2026-08-24', { type: 'appealed', stage: 'kr.hira.check' }],
      ['2026-09-21', decided('kr.hira.check', 'withdraw', 't.exit')],
    ]);
    expect(state.ends.map(({ terminal }) => terminal)).toEqual(['t.exit']);
    const limits = clocksAt(state, isoDate('2026-10-01'), koreanCalendar).statutory.map(
      ({ limitDays }) => limitDays,
    );
    expect(limits).toEqual([80, 90, 60]);
  });
});

describe('routes that review together', () => {
  test('assessment beside authorisation, both from the first day', () => {
    const state = walk([
      ['2026-02-02', opened('kr.r.one_stop')],
      ['2026-02-02', entered('kr.authorise')],
      ['2026-02-02', entered('kr.hira.check')],
      ['2026-02-02', entered('kr.nhta')],
      ['2026-04-01', decided('kr.hira.check', 'classified-new', 'kr.nhta')],
      ['2026-05-29', decided('kr.authorise', 'approve', 'kr.hira.check')],
      ['2026-10-09', decided('kr.nhta', 'approve', 'kr.listing')],
    ]);
    // The check ran beside authorisation and is decided: its approval does not open it again.
    expect(state.ways.map(({ stage }) => stage)).toEqual(['kr.listing']);
  });

  test('listing decided together with the assessment', () => {
    const state = walk([
      ['2026-02-02', opened('kr.r.parallel_listing')],
      ...authorised,
      ...checkedNew('kr.nhta'),
      ['2026-07-20', entered('kr.nhta')],
      ['2027-03-26', decided('kr.nhta', 'approve', 'kr.listing')],
      ['2027-03-29', entered('kr.listing')],
      ['2027-03-29', decided('kr.listing', 'approve', 't.benefit')],
    ]);
    expect(state.ends[0]?.terminal).toBe('t.benefit');
  });
});

/** From the gazette of an early entry to its reassessment. */
const reassessed = (last: Row): readonly Row[] => [['2029-10-01', entered('kr.reassess')], last];
const approvedAgain: Row = ['2030-06-07', decided('kr.reassess', 'approve', 'kr.listing')];
const rejectedAgain: Row = ['2030-06-07', decided('kr.reassess', 'reject', 't.exit')];

describe('immediate entry', () => {
  const inUse: readonly Row[] = [
    ['2026-02-02', opened('kr.r.immediate')],
    ['2026-02-02', entered('kr.authorise')],
    ['2026-02-02', entered('kr.hira.check')], // beside authorisation
    ['2026-04-01', decided('kr.hira.check', 'classified-new', 'kr.immediate')],
    ['2026-05-29', decided('kr.authorise', 'approve', 'kr.immediate')],
    ['2026-05-29', { type: 'reached', state: 'authorised', reference: 'licence 26-1' }],
    ['2026-06-01', entered('kr.immediate')],
    ['2026-06-15', decided('kr.immediate', 'approve', 'kr.adopt', 'kr.evidence')],
    ['2026-06-15', { type: 'reached', state: 'gazetted', reference: 'notice 2026-120' }],
    ['2026-06-15', { type: 'window-opened', stage: 'kr.immediate', fromOn: '2026-07-01', toOn: null }],
    ['2026-07-01', entered('kr.evidence')],
    ['2026-07-06', entered('kr.adopt')],
    ['2026-12-01', decided('kr.adopt', 'approve', 'kr.evidence')],
  ];

  test('the window is three years, and its clock runs down to nothing and no further', () => {
    const state = walk(inUse);
    const at = (on: string) => clocksAt(state, isoDate(on), koreanCalendar).windows[0];
    expect(at('2026-06-20')).toMatchObject({ standing: 'not-begun', leftDays: 1095, mostOn: '2029-06-30' });
    expect(at('2029-06-30')).toMatchObject({ standing: 'open', leftDays: 0, overDays: 0 });
    expect(at('2029-07-10')).toMatchObject({ standing: 'expired', leftDays: 0, overDays: 10 });
  });

  test('expiry leads to the reassessment, and that to listing or to an end', () => {
    const expired: readonly Row[] = [
      ...inUse,
      ['2029-07-01', decided('kr.evidence', 'expire', 'kr.reassess')],
    ];
    expect(activeVisits(walk(expired))).toEqual([]);
    expect(walk([...expired, ...reassessed(approvedAgain)]).ways[0]?.stage).toBe('kr.listing');
    expect(ends([...expired, ...reassessed(rejectedAgain)])).toEqual(['t.exit']);
  });

  test('the Minister may review ex officio while it is in use', () => {
    const state = walk([...inUse, ['2027-05-03', decided('kr.immediate', 'ex-officio', 'kr.nhta')]]);
    expect(state.ways.map(({ stage }) => stage)).toContain('kr.nhta');
    expect(activeVisits(state).map(({ stage }) => stage)).toEqual(['kr.evidence']);
  });

  test('harm ends everything at once', () => {
    const state = walk([...inUse, ['2027-05-03', decided('kr.immediate', 'harm-exit', 't.exit')]]);
    expect([endedOn(state), activeVisits(state), state.ways]).toEqual(['2027-05-03', [], []]);
    expect(state.windows[0]?.closedOn).toBe('2027-05-03');
  });

  test('found to be existing after all', () => {
    const state = walk([
      ...inUse.slice(0, 7),
      ['2026-06-15', decided('kr.immediate', 'classified-existing', 't.existing')],
    ]);
    expect(state.ends[0]?.terminal).toBe('t.existing');
  });
});

describe('deferral', () => {
  const deferred: readonly Row[] = [
    ['2026-02-02', opened('kr.r.defer')],
    ...authorised,
    ...checkedNew('kr.defer'),
    ['2026-07-20', entered('kr.defer')],
    ['2026-10-01', decided('kr.defer', 'approve', 'kr.adopt')],
    ['2026-10-01', { type: 'window-opened', stage: 'kr.defer', fromOn: '2026-10-01', toOn: null }],
  ];

  test('two years, one extension to four, then the reassessment', () => {
    const extended: readonly Row[] = [
      ...deferred,
      ['2028-09-01', { type: 'window-extended', stage: 'kr.defer', toOn: '2030-09-30' }],
    ];
    expect(walk(deferred).windows[0]?.toOn).toBe('2028-09-30');
    const after = walk([...extended, ['2030-10-01', decided('kr.defer', 'expire', 'kr.reassess')]]);
    expect(after.ways.map(({ stage }) => stage)).toContain('kr.reassess');
    expect(after.windows[0]).toMatchObject({ closedOn: '2030-09-30', extensions: 1 });
  });

  test.each([
    ['an ex-officio review', decided('kr.defer', 'ex-officio', 'kr.nhta')],
    ['an exit for harm', decided('kr.defer', 'harm-exit', 't.exit')],
  ])('%s', (_name, change) => {
    const state = walk([...deferred, ['2027-04-01', change]]);
    expect(state.ends.length + state.ways.filter(({ stage }) => stage === 'kr.nhta').length).toBe(1);
  });

  test('a hospital declines, and the case goes on', () => {
    const state = walk([
      ...deferred,
      ['2026-11-02', entered('kr.adopt')],
      ['2027-02-01', decided('kr.adopt', 'reject', 't.nouse')],
    ]);
    expect([state.ends[0]?.terminal, endedOn(state)]).toEqual(['t.nouse', null]);
  });
});

describe('integrated review and temporary listing', () => {
  const listed: readonly Row[] = [
    ['2026-02-02', opened('kr.r.innovative')],
    ['2026-02-02', entered('kr.designate')],
    ['2026-02-02', entered('kr.integrated')],
    ['2026-02-02', entered('kr.authorise')],
    ['2026-03-10', decided('kr.designate', 'approve', 'kr.integrated')],
    ['2026-05-06', decided('kr.integrated', 'approve', 'kr.templist')],
    ['2026-05-29', decided('kr.authorise', 'approve')], // what follows an approval elsewhere runs beside it here
    ['2026-06-08', entered('kr.templist')],
    ['2026-09-01', decided('kr.templist', 'elect', 'kr.evidence')],
    ['2026-09-01', { type: 'window-opened', stage: 'kr.templist', fromOn: '2026-10-01', toOn: null }],
    ['2026-10-01', entered('kr.evidence')],
  ];
  test('to reassessment and formal listing', () => {
    const state = walk([
      ...listed,
      ['2029-10-01', decided('kr.templist', 'expire', 'kr.reassess')],
      ['2029-10-01', entered('kr.reassess')],
      approvedAgain,
      ['2030-07-01', entered('kr.listing')],
      ['2030-11-01', decided('kr.listing', 'approve', 't.benefit', 'kr.monitor')],
      ['2030-11-01', entered('kr.monitor')],
      ['2032-01-05', decided('kr.monitor', 'ex-officio', 'kr.nhta')],
    ]);
    expect(state.ends.map(({ terminal }) => terminal)).toEqual(['t.benefit']);
    expect(activeVisits(state).map(({ stage }) => stage)).toEqual(['kr.monitor']); // watching goes on
    expect(state.ways.map(({ stage }) => stage)).toContain('kr.nhta');
  });

  test('a refused integrated review continues on the ordinary path', () => {
    const state = walk([
      ...listed.slice(0, 5),
      ['2026-05-06', decided('kr.integrated', 'reject', 'kr.hira.check')],
    ]);
    expect(state.ways.map(({ stage }) => stage)).toEqual(['kr.hira.check']);
  });
});
