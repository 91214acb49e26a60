import { unwrap } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOf, daysBetween } from '../calendar/day-number.ts';
import { koreanCalendar } from '../calendar/korean-holidays.ts';
import { dayAfter } from '../calendar/working-calendar.ts';
import { decided, entered, opened, walk, type Row } from '../case/walk.test-fixture.ts';
import { assumptionSchema, type Assumption } from './assumption.ts';
import { allTyped, asOf, datesIn, days, forecast, fresh, grounds, request } from './forecast.test-fixture.ts';
import { forecastCase, forecastPortfolio } from './forecast.ts';

describe('dates need what the rules do not say', () => {
  test('without the type of days of check, assessment and listing, the traditional route has no date', () => {
    const found = forecast(fresh('kr.r.traditional'), []);
    expect(found.milestones.listing).toEqual({
      state: 'withheld',
      needs: ['kr.hira.check', 'kr.nhta', 'kr.listing'].map((stage) => ({ stage, reason: 'day-type' })),
    });
    expect(found.stages[0]).toMatchObject({ stage: 'kr.authorise', ends: { state: 'forecast' } });
    expect(found.nominal.map((one) => one.days)).toEqual([460, 490]); // shown all the same, never as a date
  });

  test('a stage for which nobody has a figure is withheld until someone assumes it', () => {
    const without = forecast(fresh('kr.r.defer'), allTyped).milestones.listing;
    expect(without).toEqual({ state: 'withheld', needs: [{ stage: 'kr.defer', reason: 'no-duration' }] });
    const within = forecast(fresh('kr.r.defer'), [...allTyped, days('kr.defer', [30, 60, 120])]);
    expect(within.milestones.listing.state).toBe('forecast');
    expect(within.basis.find(({ stage }) => stage === 'kr.defer')).toMatchObject({ from: 'assumption' });
  });

  test('a stage past everything that is known of it is withheld, not forecast for tomorrow', () => {
    const rows: readonly Row[] = [...fresh('kr.r.traditional'), ['2026-03-02', entered('kr.authorise')]];
    const late = forecast(rows, allTyped, { asOf: isoDate('2027-01-04') });
    expect(late.milestones.listing).toMatchObject({ needs: [{ stage: 'kr.authorise', reason: 'overdue' }] });
  });

  test('a figure that is not a processing time is not used as one', () => {
    const found = forecast([['2026-03-02', opened('us.r.std', 'US', '2026-11')]], []);
    expect(found.milestones.listing).toMatchObject({
      needs: [
        { stage: 'us.cpt3', reason: 'no-duration' },
        { stage: 'us.local', reason: 'no-duration' },
      ],
    });
  });

  test.each([
    ['forecast-draws', [], { draws: 3 }],
    ['assumption-stage-unknown', [days('kr.lobby', [1, 2, 3])], {}],
    ['assumption-days-fall', [days('kr.nhta', [10, 5, 20])], {}],
    ['assumption-day-far', [{ about: 'start', on: isoDate('2066-01-01'), ...grounds }], {}],
    ['forecast-before-events', [], { asOf: isoDate('2026-03-01') }],
  ] as const)('%s', (kind, assumptions, more) => {
    const found = forecastCase(walk(fresh('kr.r.traditional')), request(assumptions, more));
    expect(found).toMatchObject({ ok: false, fault: { kind } });
  });
});

describe('sums of points are exact', () => {
  const points = [
    days('kr.authorise', [null, 80, null], 'working'),
    days('kr.hira.check', [null, 30, null]),
    days('kr.nhta', [null, 250, null]),
    days('kr.listing', [null, 100, null]),
    days('kr.adopt', [null, 180, null]),
  ];
  const authorisedOn = unwrap(dayAfter(asOf, 80, 'working', koreanCalendar, ''));
  const expected = dayOf(dayNumber(authorisedOn) + 380);

  test('working and calendar days each in their own count', () => {
    const found = forecast(fresh('kr.r.traditional'), points);
    const listing = datesIn(found, 'listing');
    expect([listing.median, listing.mean]).toEqual([expected, expected]);
    for (const { fromOn, toOn } of listing.intervals) expect([fromOn, toOn]).toEqual([expected, expected]);
    expect(datesIn(found, 'firstPaidUse').median).toBe(dayOf(dayNumber(expected) + 180));
  });

  test('what is done counts as done, and what stands still goes on when it is answered', () => {
    const rows: readonly Row[] = [
      ...fresh('kr.r.traditional'),
      ['2026-03-02', entered('kr.authorise')],
      ['2026-06-01', decided('kr.authorise', 'approve', 'kr.hira.check')],
      ['2026-06-01', entered('kr.hira.check')],
    ];
    const found = forecast(rows, points, { asOf: isoDate('2026-06-11') });
    expect(datesIn(found, 'listing').median).toBe(dayOf(dayNumber(isoDate('2026-06-01')) + 380));
    expect(found.stages[0]?.ends).toEqual({ state: 'reached', on: '2026-06-01' });
    const stopped: readonly Row[] = [
      ...fresh('kr.r.traditional'),
      ['2026-03-02', entered('kr.authorise')],
      ['2026-03-02', { type: 'paused', stage: 'kr.authorise', because: 'supplement-requested' }],
    ];
    const resume: Assumption = {
      about: 'resume',
      stage: 'kr.authorise',
      on: isoDate('2026-05-04'),
      ...grounds,
    };
    const later = forecast(stopped, [...points, resume], { asOf: isoDate('2026-04-01') });
    const from = unwrap(dayAfter(isoDate('2026-05-04'), 80, 'working', koreanCalendar, ''));
    expect(datesIn(later, 'listing').median).toBe(dayOf(dayNumber(from) + 380));
  });

  test('a refusal leaves the route without a date', () => {
    const rows: readonly Row[] = [
      ...fresh('kr.r.traditional'),
      ['2026-03-02', entered('kr.authorise')],
      ['2026-06-01', decided('kr.authorise', 'approve', 'kr.hira.check')],
      ['2026-06-01', entered('kr.hira.check')],
      ['2026-07-01', decided('kr.hira.check', 'classified-existing', 't.existing')],
    ];
    const found = forecast(rows, points, { asOf: isoDate('2026-07-02') });
    expect(found.milestones.listing).toMatchObject({ state: 'withheld' });
    expect(JSON.stringify(found.milestones.listing)).toContain('refused');
  });
});

const entry = [
  ...allTyped,
  days('kr.authorise', [null, 80, null], 'calendar'),
  days('kr.hira.check', [null, 60, null], 'calendar'),
];

describe('stages that are reviewed together', () => {
  const long = [
    days('kr.authorise', [null, 80, null]),
    days('kr.hira.check', [null, 60, null]),
    days('kr.nhta', [null, 250, null]),
    days('kr.listing', [null, 100, null]),
  ];
  const takes = (route: string, assumptions: readonly Assumption[]): number =>
    daysBetween(asOf, datesIn(forecast(fresh(route), assumptions), 'listing').median);

  test('listing ends no earlier than the assessment beside it: 390 days, as the total of the file says', () => {
    const { rules } = walk(fresh('kr.r.parallel_listing'));
    expect(takes('kr.r.parallel_listing', long)).toBe(
      rules.routes.get('kr.r.parallel_listing')?.total.maxDays,
    );
    expect(takes('kr.r.parallel_listing', [...long, days('kr.listing', [null, 300, null])])).toBe(440);
  });

  test('an assessment from the first day still waits for authorisation', () => {
    expect(takes('kr.r.one_stop', long)).toBe(350);
    expect(takes('kr.r.one_stop', [...long, days('kr.authorise', [null, 400, null])])).toBe(500);
  });
});

describe('immediate entry', () => {
  test('its 80 to 140 days are authorisation and check together: 140 one after the other, 80 side by side', () => {
    const found = forecast(fresh('kr.r.immediate'), entry);
    const stage = found.stages.find((one) => one.stage === 'kr.immediate');
    expect(stage?.ends).toMatchObject({ dates: { median: dayOf(dayNumber(asOf) + 140) } });
    expect(found.savings[0]).toMatchObject({
      scenario: { change: 'parallel', stage: 'kr.hira.check', alongside: 'kr.authorise' },
      allowedBy: { source: 'sbs.ie' },
      firstUse: { median: 60, low: 60, high: 60 },
    });
  });

  test('an earlier start saves its days, and no more than the road is long', () => {
    const scenarios = [{ change: 'earlier' as const, stage: 'kr.hira.check', days: 20 }];
    const found = forecast(fresh('kr.r.immediate'), entry, { scenarios });
    expect(found.savings[1]?.firstUse).toMatchObject({ median: 20 });
    const endless = [{ change: 'earlier' as const, stage: 'kr.hira.check', days: 3650 }];
    expect(
      forecast(fresh('kr.r.immediate'), entry, { scenarios: endless }).savings[1]?.firstUse?.median,
    ).toBe(60);
  });

  test('the last patient is counted back from the end of the window, over report, follow-up and reassessment', () => {
    const inUse: readonly Row[] = [
      ...fresh('kr.r.immediate'),
      ['2026-03-02', entered('kr.authorise')],
      ['2026-03-02', entered('kr.hira.check')],
      ['2026-04-01', decided('kr.hira.check', 'classified-new', 'kr.immediate')],
      ['2026-05-29', decided('kr.authorise', 'approve', 'kr.immediate')],
      ['2026-06-01', entered('kr.immediate')],
      ['2026-06-15', decided('kr.immediate', 'approve', 'kr.adopt', 'kr.evidence')],
      ['2026-06-15', { type: 'window-opened', stage: 'kr.immediate', fromOn: '2026-07-01', toOn: null }],
      ['2026-07-01', entered('kr.evidence')],
    ];
    const study = (least: string, most: string): Assumption => ({
      about: 'study',
      lastPatientIn: { least: isoDate(least), usual: null, most: isoDate(most) },
      followUpDays: 90,
      reportDays: 60,
      ...grounds,
    });
    const at = { asOf: isoDate('2026-09-01') };
    const found = forecast(inUse, [...entry, study('2028-01-01', '2028-09-01')], at).window;
    const lastDay = isoDate('2029-06-30');
    expect(found?.lastDay?.median).toBe(lastDay);
    expect(found?.latestFiling?.median).toBe(dayOf(dayNumber(lastDay) - 250));
    const latest: IsoDate = dayOf(dayNumber(lastDay) - 250 - 150);
    expect(found?.latestLastPatientIn?.median).toBe(latest);
    // Evenly between two days: the chance of missing is the share of them after the latest.
    const [from, to] = [isoDate('2028-01-01'), isoDate('2028-09-01')];
    const share = (daysBetween(from, to) - daysBetween(from, latest)) / daysBetween(from, to);
    expect(Math.abs((found?.chanceOfMissing ?? 0) - share)).toBeLessThan(0.03);
    expect(found?.chanceOfFilingLate).toBe(0);
    expect(forecast(inUse, entry, at).window).toMatchObject({
      latestLastPatientIn: null,
      withheld: [{ reason: 'study' }],
    });
  });
});

describe('what is drawn', () => {
  const spread = [...allTyped, days('kr.nhta', [200, 230, 400])];

  test('the same seed gives the same forecast, another does not, and company changes nothing', () => {
    const once = forecast(fresh('kr.r.traditional'), spread);
    expect(forecast(fresh('kr.r.traditional'), spread)).toEqual(once);
    expect(forecast(fresh('kr.r.traditional'), spread, { seed: 8 })).not.toEqual(once);
    const states = ['kr.r.immediate', 'kr.r.traditional', 'kr.r.existing'].map((route) => walk(fresh(route)));
    const together = forecastPortfolio(
      states.map((state) => ({ state, assumptions: spread })),
      request([]),
    );
    expect(unwrap(together[1] ?? together[0] ?? { ok: false, fault: { kind: 'case-ended' } })).toEqual(
      once.milestones,
    );
  });

  test('PERT has its mean', () => {
    const found = forecast(
      [...fresh('kr.r.existing')],
      [
        days('kr.authorise', [0, 100, 1000]),
        days('kr.hira.check', [null, 0, null]),
        days('kr.adopt', [null, 0, null]),
      ],
      { draws: 50_000 },
    );
    expect(Math.abs(daysBetween(asOf, datesIn(found, 'firstUse').mean) - 1400 / 6)).toBeLessThan(3);
  });

  test('a stage that has run is drawn from what is left', () => {
    const rows: readonly Row[] = [...fresh('kr.r.existing'), ['2026-03-02', entered('kr.authorise')]];
    const even = [
      days('kr.authorise', [0, null, 100]),
      days('kr.hira.check', [null, 0, null]),
      days('kr.adopt', [null, 0, null]),
    ];
    const found = forecast(rows, even, { asOf: isoDate('2026-05-01'), draws: 20_000 }); // 60 of at most 100 days
    const { median, intervals } = datesIn(found, 'firstUse');
    expect(Math.abs(daysBetween(isoDate('2026-05-01'), median) - 20)).toBeLessThan(2);
    for (const { fromOn } of intervals) expect(fromOn >= '2026-05-01').toBe(true);
  });

  test('the critical path is a chain of the route, and its shares are shares', () => {
    const found = forecast(fresh('kr.r.immediate'), [...entry, days('kr.adopt', [90, 180, 365])]);
    expect(found.critical?.path).toEqual([
      'kr.authorise',
      'kr.hira.check',
      'kr.immediate',
      'kr.evidence',
      'kr.reassess',
      'kr.listing',
    ]);
    for (const { share } of found.critical?.stages ?? []) expect(share > 0 && share <= 1).toBe(true);
  });
});

test('assumptions are read from outside text: a name, a reason and a confidence are asked for', () => {
  expect(
    assumptionSchema.safeParse({ about: 'day-type', stage: 'kr.nhta', dayType: 'working' }).success,
  ).toBe(false);
});
