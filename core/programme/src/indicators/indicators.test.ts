import { unwrap } from '@daero/domain/result';
import { id } from '@daero/domain/identity';
import { instant, isoDate } from '@daero/domain/time';
import type { LoggedEvent } from '@daero/domain/event';
import { foldCase } from '@daero/pathway/case/fold';
import { generatedEvent } from '@daero/registry/events/generated-events';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseEventSchema } from '@daero/pathway/case/event';
import type { CaseState } from '@daero/pathway/case/state';
import { demoCases } from '../generated/cases.ts';
import { agreed, paid, projectAfter, spent } from '../project/project.test-fixture.ts';
import { observationsFromCase, observationsFromLog } from './from-log.ts';
import { declaredBeside, indicatorSchema, readIndicator } from './indicator.ts';
import { countedBy, type Observation } from './observation.ts';
import { spendingOutlook } from './spending.ts';
import { accrualOutlook, plannedAt, poissonRange } from './warning.ts';

const patients = indicatorSchema.parse({
  id: 'patients',
  name: { ko: '환자', en: 'patients' },
  unit: { ko: '명', en: 'people' },
  measure: 'patients-accrued',
  plan: [
    { on: '2026-07-01', value: 0 },
    { on: '2026-10-09', value: 200 }, // 100 days
  ],
});
const seen = (on: string, count = 1, proof = `${on}-${count}`): Observation => ({
  measure: 'patients-accrued',
  on: isoDate(on),
  subject: 'a',
  site: 'a',
  count,
  proof,
});
const declared = [{ indicator: 'patients', value: 90, asOf: isoDate('2026-08-01') }];
const asOf = isoDate('2026-08-20');

describe('how a value is known', () => {
  test('measured stands before declared, and both show where they differ', () => {
    const reading = readIndicator(patients, [seen('2026-07-10', 40)], declared, asOf);
    expect(reading).toMatchObject({ state: 'measured', value: 40, proofs: 1 });
    expect(declaredBeside(reading, declared)?.value).toBe(90);
  });
  test('without a count it is declared, without either it is missing, never zero', () => {
    expect(readIndicator(patients, [], declared, asOf)).toMatchObject({ state: 'declared', value: 90 });
    expect(readIndicator(patients, [], [], asOf)).toMatchObject({ state: 'missing', value: null });
    expect(readIndicator(patients, [seen('2026-09-01')], [], asOf).state).toBe('missing'); // not yet
  });
  test('the order of observations does not matter, nor does sending one twice', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 9 })));
    fc.assert(
      fc.property(some, (drawn) => {
        const all = drawn.map(([day, count], n) => seen(`2026-07-${String(day).padStart(2, '0')}`, count, `e${n}`)); // prettier-ignore
        const value = readIndicator(patients, all, [], asOf).value;
        expect(value).toBe(all.length === 0 ? null : all.reduce((sum, { count }) => sum + count, 0));
        expect(readIndicator(patients, [...all.toReversed(), ...all], [], asOf).value).toBe(value);
      }),
    );
  });
});

const logged = (n: number, type: string, site: string, subject: string, occurredAt: string): LoggedEvent => ({
  ...generatedEvent(n, id<'site'>(site)),
  type,
  subject: id<'subject'>(subject),
  occurredAt: instant(occurredAt),
  study: 'trial',
  position: n,
  recordedAt: instant(occurredAt),
  payloadHash: '',
  previousHash: '',
  hash: '',
});

const opened = (route: string): object => ({
  type: 'opened',
  key: { productVersion: 'd@1', indication: 'i', act: 'a', route },
  jurisdiction: 'KR',
  version: '2026-01-26',
});
const entered = (stage: string): object => ({ type: 'entered', stage });
const decided = (stage: string, outcome: string, to: string): object => ({
  type: 'decided',
  stage,
  outcome,
  to: [to],
});
const walked = (rows: readonly (readonly [string, object])[]): CaseState =>
  unwrap(
    foldCase(
      rows.map(
        ([on, change], at) =>
        caseEventSchema.parse({ eventId: `e${at}`, on, by: { personId: 'p', role: 'market-access' }, reason: 'r', source: null, change }), // prettier-ignore
      ),
    ),
  );

describe('observations from the log of care and from a case', () => {
  const events = [
    logged(1, 'opportunity.eligible', 'a', 'p1', '2026-07-01T16:00:00Z'), // the 2nd in Seoul
    logged(2, 'opportunity.eligible', 'a', 'p1', '2026-07-05T01:00:00Z'), // the same patient again
    logged(3, 'opportunity.eligible', 'a', 'p2', '2026-07-02T01:00:00Z'),
    logged(4, 'opportunity.eligible', 'b', 'p1', '2026-07-03T01:00:00Z'), // a pseudonym of another hospital
    logged(5, 'result.shown', 'b', 'p1', '2026-07-09T01:00:00Z'),
    logged(6, 'result.shown', 'b', 'p1', '2026-07-11T01:00:00Z'),
    { ...logged(7, 'opportunity.eligible', 'a', 'p9', '2026-07-03T01:00:00Z'), study: 'another' },
  ];
  const found = observationsFromLog(events, 'trial');
  test('a patient counts once, on the day in Korea, and no pseudonym is told', () => {
    expect(
      found
        .filter(({ measure }) => measure === 'patients-accrued')
        .map(({ site, on, count }) => [site, on, count]),
    ).toEqual([
      ['a', '2026-07-02', 2],
      ['b', '2026-07-03', 1],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/p1|p2|p9/);
  });
  test('a hospital is live from the first result shown, and once', () => {
    const live = countedBy(found, 'hospitals-live', asOf);
    expect(live.map(({ site, on }) => [site, on])).toEqual([['b', '2026-07-09']]);
  });
  test('a check by the payer is no filing; a file for the listing is', () => {
    const events = demoCases[0]?.events ?? [];
    expect(observationsFromCase('case', unwrap(foldCase(events)))).toEqual([]);
    const filed = walked([
      ['2026-02-02', opened('kr.r.existing')],
      ['2026-02-02', entered('kr.authorise')],
    ]);
    expect(observationsFromCase('case', filed)).toEqual([]);
    const whole = walked([
      ['2026-02-02', opened('kr.r.traditional')],
      ['2026-02-02', entered('kr.authorise')],
      ['2026-05-29', decided('kr.authorise', 'approve', 'kr.hira.check')],
      ['2026-06-01', entered('kr.hira.check')],
      ['2026-06-10', decided('kr.hira.check', 'classified-new', 'kr.nhta')],
      ['2026-06-15', entered('kr.nhta')],
      ['2027-02-15', decided('kr.nhta', 'approve', 'kr.listing')],
      ['2027-03-02', entered('kr.listing')],
    ]);
    expect(observationsFromCase('case', whole)).toMatchObject([
      { measure: 'listing-filed', subject: 'case', on: '2027-03-02' },
    ]);
  });
});

describe('early warning', () => {
  const daily = (perDay: number, days: number): readonly Observation[] =>
    Array.from({ length: days }, (_none, at) => seen(`2026-07-${String(at + 1).padStart(2, '0')}`, perDay, `d${at}`)); // prettier-ignore
  test('forecasts the end of the plan at the pace of the last days', () => {
    // 30 days at 2 a day: 60 of 200; 70 days are left at 60/30
    const outlook = accrualOutlook(patients, daily(2, 31).slice(1), isoDate('2026-07-31'));
    expect(outlook).toMatchObject({ actual: 60, planned: 60, forecast: 200, standing: 'on-plan', reachedOn: '2026-10-09' }); // prettier-ignore
    const half = accrualOutlook(patients, daily(1, 31).slice(1), isoDate('2026-07-31'));
    expect(half).toMatchObject({ forecast: 100, standing: 'out-of-reach' });
    expect(accrualOutlook(patients, [], isoDate('2026-07-31'))).toMatchObject({
      reachedOn: null,
      forecast: 0,
    });
  });
  test('more patients never make the outlook worse', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.nat({ max: 9 }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((n) => accrualOutlook(patients, daily(n, 30), isoDate('2026-08-15'))); // prettier-ignore
        expect(high?.forecast ?? 0).toBeGreaterThanOrEqual(low?.forecast ?? 0);
        expect(high?.low ?? 0).toBeGreaterThanOrEqual(low?.low ?? 0);
        expect(low?.low ?? 0).toBeLessThanOrEqual(low?.forecast ?? 0);
        expect(low?.forecast ?? 0).toBeLessThanOrEqual(low?.high ?? 0);
      }),
    );
  });
  test('the range of a Poisson count is near the exact one', () => {
    // exact (Garwood): 10 gives 4.795 and 18.390
    expect(poissonRange(10).low).toBeCloseTo(4.795, 1);
    expect(poissonRange(10).high).toBeCloseTo(18.39, 1);
    expect(poissonRange(0).low).toBe(0);
  });
  test('the plan runs on straight lines between its points', () => {
    expect([isoDate('2026-06-01'), isoDate('2026-08-20'), isoDate('2027-01-01')].map((on) => plannedAt(patients, on))).toEqual([0, 100, 200]); // prettier-ignore
  });
  test('spending that would leave money over is behind', () => {
    const rows = [agreed, paid('2026-06-20', 2026, 730_000_000)];
    const slow = projectAfter([...rows, spent('2026-08-31', 's', [2026, 'personnel', 'ada', 'grant'], 100_000_000)]); // prettier-ignore
    const even = projectAfter([...rows, spent('2026-08-31', 's', [2026, 'personnel', 'ada', 'grant'], 330_000_000)]); // prettier-ignore
    expect(spendingOutlook(slow, 2026, isoDate('2026-09-12'))).toMatchObject({ spent: 100_000_000, standing: 'behind' }); // prettier-ignore
    expect(spendingOutlook(even, 2026, isoDate('2026-09-12'))?.standing).toBe('on-plan');
    expect(spendingOutlook(even, 2027, isoDate('2026-09-12'))).toBeNull();
  });
});
