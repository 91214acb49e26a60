import { unwrap } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, dayOf, daysBetween } from '../calendar/day-number.ts';
import { decided, entered, walk, type Row } from '../case/walk.test-fixture.ts';
import { assumptionSchema, type Assumption } from './assumption.ts';
import { asOf, datesIn, days, forecast, fresh, grounds, request } from './forecast.test-fixture.ts';
import { forecastCase } from './forecast.ts';

const points = [
  days('kr.authorise', [null, 80, null]),
  days('kr.hira.check', [null, 30, null]),
  days('kr.nhta', [null, 250, null]),
  days('kr.listing', [null, 100, null]),
  days('kr.adopt', [null, 90, null]),
];
const ready = (requirement: string, usual: IsoDate): Assumption => ({
  about: 'evidence',
  requirement,
  ready: { least: null, usual, most: null },
  ...grounds,
});
const economics = 'kr.listing:costEffectiveness';
const road = fresh('kr.r.traditional');
const listingOn = (assumptions: readonly Assumption[], met: readonly string[] = []): IsoDate =>
  datesIn(forecast(road, [...points, ...assumptions], { met }), 'listing').median;

describe('a gate is not filed before its evidence is at hand', () => {
  const turn = addDays(asOf, 360); // when listing could be filed but for the evidence

  test('evidence that comes later than its turn moves the date by what it is late, and says so', () => {
    const late = [ready(economics, addDays(turn, 40))];
    expect(daysBetween(listingOn([]), listingOn(late))).toBe(40);
    expect(forecast(road, [...points, ...late]).evidence).toEqual([
      {
        requirement: economics,
        listing: { median: 40, mean: 40, low: 40, high: 40, level: 0.8 },
        firstUse: { median: 40, mean: 40, low: 40, high: 40, level: 0.8 },
        decides: 1,
      },
    ]);
  });

  test('evidence that is there in time costs nothing, and one that a claim meets is waited for no longer', () => {
    expect(listingOn([ready(economics, addDays(turn, -1))])).toBe(listingOn([]));
    const late = [ready(economics, addDays(turn, 400))];
    expect(listingOn(late, [economics])).toBe(listingOn([]));
  });

  test('two gaps of one gate: closing the smaller alone saves nothing, closing the larger saves the difference', () => {
    const utility = 'kr.listing:clinicalUtility';
    const both = [ready(economics, addDays(turn, 40)), ready(utility, addDays(turn, 100))];
    const saved = new Map(
      forecast(road, [...points, ...both]).evidence.map((one) => [one.requirement, one.listing?.median]),
    );
    expect([saved.get(economics), saved.get(utility)]).toEqual([0, 60]);
  });

  test('a gate that is filed waits for nothing more', () => {
    const filed: readonly Row[] = [...road, ['2026-03-02', entered('kr.authorise')]];
    const found = forecast(filed, [...points, ready('kr.authorise:clinicalValidity', addDays(asOf, 900))]);
    expect([found.evidence, datesIn(found, 'listing').median]).toEqual([[], addDays(asOf, 460)]);
  });

  test('an appeal that opens a gate again waits again', () => {
    const again: readonly Row[] = [
      ...road,
      ['2026-03-02', entered('kr.authorise')],
      ['2026-03-03', decided('kr.authorise', 'reject', 'kr.authorise')],
    ];
    const at = { asOf: isoDate('2026-03-03') };
    const found = forecast(
      again,
      [...points, ready('kr.authorise:clinicalValidity', addDays(asOf, 101))],
      at,
    );
    expect(datesIn(found, 'listing').median).toBe(addDays(asOf, 101 + 460));
  });

  test('later evidence never brings a date earlier, at any level', () => {
    const figure = fc.integer({ min: -100, max: 900 });
    fc.assert(
      fc.property(fc.tuple(figure, figure, figure), fc.nat(200), (three, more) => {
        const [least = 0, usual = 0, most = 0] = three.toSorted((a, b) => a - b);
        const run = (by: number) => {
          const on = (at: number): IsoDate => dayOf(dayNumber(asOf) + at + by);
          const waits: Assumption = {
            ...{ about: 'evidence', requirement: economics, ...grounds },
            ready: { least: on(least), usual: on(usual), most: on(most) },
          };
          return datesIn(forecast(road, [...points, waits], { draws: 300 }), 'listing');
        };
        const [now, later] = [run(0), run(more)];
        const all = ({ median, mean, intervals }: typeof now): readonly IsoDate[] => [
          ...[median, mean],
          ...intervals.flatMap(({ fromOn, toOn }) => [fromOn, toOn]),
        ];
        expect(all(now).every((on, at) => on <= (all(later)[at] ?? ''))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

test('evidence for the reassessment that comes too late misses the window, however early the study ends', () => {
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
  const study: Assumption = {
    ...{ about: 'study', followUpDays: 90, reportDays: 60, ...grounds },
    lastPatientIn: { least: null, usual: isoDate('2027-01-01'), most: null },
  };
  const at = { asOf: isoDate('2026-09-01') };
  const known = [...points, days('kr.reassess', [null, 250, null]), study];
  const chance = (more: readonly Assumption[]) => {
    const { window } = forecast(inUse, [...known, ...more], at);
    return [window?.chanceOfMissing, window?.chanceOfFilingLate];
  };
  expect(chance([])).toEqual([0, 0]);
  expect(chance([ready('kr.reassess:rwdRwe', isoDate('2028-12-01'))])).toEqual([1, 0]);
  expect(chance([ready('kr.reassess:rwdRwe', isoDate('2029-07-10'))])).toEqual([1, 1]);
});

const refused: readonly (readonly [string, Assumption])[] = [
  ['assumption-stage-unknown', ready('kr.lobby:safety', asOf)],
  ['assumption-day-far', ready(economics, isoDate('2066-01-01'))],
  [
    'assumption-days-fall',
    {
      ...{ about: 'evidence', requirement: economics, ...grounds },
      ready: { least: addDays(asOf, 10), usual: null, most: asOf },
    },
  ],
];
test.each(refused)('%s', (kind, assumption) => {
  expect(forecastCase(walk(road), request([assumption]))).toMatchObject({ ok: false, fault: { kind } });
});

test('what no gate asks for is not read', () => {
  const one = ready('kr.listing:hope', asOf);
  expect(assumptionSchema.safeParse(one).success).toBe(false);
  expect(unwrap(forecastCase(walk(road), request(points))).evidence).toEqual([]);
});
