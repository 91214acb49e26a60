import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { efficiencyOf, type Milestones } from './efficiency.ts';
import { waitingOf, type Wait } from './waiting.ts';

const reached = (days: number): Wait => ({ days, ended: 'reached' });
const notYet = (days: number): Wait => ({ days, ended: 'not-yet' });
const never = (days: number): Wait => ({ days, ended: 'never' });

describe('waiting', () => {
  test('the remission times of Freireich 1963, drug arm, as Kaplan and Meier put them: median 23 weeks', () => {
    const came = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(reached);
    const still = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(notYet);
    const found = waitingOf([...came, ...still]);
    expect(found.medianDays).toBe(23);
    const printed = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    expect(found.curve.map(({ share }) => Math.round((1 - share) * 1000) / 1000)).toEqual(printed);
  });
  test('who can never come holds the share down: by hand, 1 of 4, then 1 of 2 left times one half', () => {
    const found = waitingOf([reached(1), never(2), reached(3), notYet(4)]);
    expect(found.curve.map(({ share }) => share)).toEqual([0.25, 0.5]);
    expect(waitingOf([reached(1), notYet(2), reached(3), notYet(4)]).curve.at(-1)?.share).toBeCloseTo(
      0.625,
      12,
    );
  });
  test('a median that has not come yet is withheld, and how long was looked is said', () => {
    expect(waitingOf([reached(10), notYet(400), notYet(500)])).toMatchObject({
      medianDays: null,
      notYet: 2,
      seenUntilDays: 500,
    });
    expect(waitingOf([])).toMatchObject({ n: 0, medianDays: null });
  });
  const wait = fc.record({ days: fc.nat(1000), ended: fc.constantFrom('reached', 'never', 'not-yet') });
  test('shares rise to one at most; all reached gives the plain share; waiting on never shortens the median', () => {
    fc.assert(
      fc.property(fc.array(wait, { minLength: 1, maxLength: 60 }), (waits) => {
        const shares = waitingOf(waits).curve.map(({ share }) => share);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares.at(-1) ?? 0).toBeLessThanOrEqual(1 + 1e-12);
        const all = waits.map(({ days }) => reached(days));
        const sorted = waits.map(({ days }) => days).sort((a, b) => a - b);
        expect(waitingOf(all).medianDays).toBe(sorted[Math.ceil(sorted.length / 2) - 1]);
        const asNever = waits.map((one): Wait =>
          one.ended === 'not-yet' ? { ...one, ended: 'never' } : one,
        );
        expect(waitingOf(asNever).medianDays ?? Infinity).toBeGreaterThanOrEqual(
          waitingOf(waits).medianDays ?? Infinity,
        );
      }),
    );
  });
});

const row = (id: string, days: Partial<Record<keyof Omit<Milestones, 'id'>, string>>): Milestones => {
  const day = (text: string | undefined): Milestones['paidOn'] => (text === undefined ? null : isoDate(text));
  return {
    id,
    begunOn: day(days.begunOn),
    authorisedOn: day(days.authorisedOn),
    firstUseOn: day(days.firstUseOn),
    sustainedOn: day(days.sustainedOn),
    paidOn: day(days.paidOn),
    endedOn: day(days.endedOn),
  };
};

describe('deployment beside innovation', () => {
  const portfolio = [
    row('a', {
      begunOn: '2025-01-01',
      authorisedOn: '2025-04-11',
      firstUseOn: '2025-07-20',
      sustainedOn: '2026-02-05',
    }),
    row('b', {
      begunOn: '2025-02-01',
      authorisedOn: '2025-05-01',
      firstUseOn: '2025-05-31',
      endedOn: '2025-12-01',
    }),
    row('c', { begunOn: '2025-06-01' }),
    row('d', { authorisedOn: '2027-01-01' }),
  ];
  test('each clock with those not there yet', () => {
    const found = unwrap(efficiencyOf(portfolio, isoDate('2026-03-01')));
    expect(found.innovation).toMatchObject({ n: 3, reached: 2, notYet: 1, medianDays: 100 });
    expect(found.toFirstUse).toMatchObject({ n: 2, reached: 2, medianDays: 30, threeQuartersDays: 100 });
    expect(found.toSustainedUse).toMatchObject({ n: 2, reached: 1, never: 1, medianDays: 300 });
    expect(found.toPayment).toMatchObject({ n: 2, reached: 0, notYet: 1, never: 1, medianDays: null });
    expect(found.notAuthorised).toBe(2);
  });
  test('what comes after the day is not known on it', () => {
    expect(unwrap(efficiencyOf(portfolio, isoDate('2025-07-01'))).toFirstUse).toMatchObject({
      n: 2,
      reached: 1,
      notYet: 1,
      never: 0,
    });
  });
  test('days that fall are refused, in both languages', () => {
    const found = efficiencyOf(
      [row('x', { authorisedOn: '2026-01-02', firstUseOn: '2026-01-01' })],
      isoDate('2026-03-01'),
    );
    if (found.ok) throw new Error('nothing was refused');
    expect(speakFault(found.fault, 'en')).toContain('2026-01-01 lies before 2026-01-02');
    expect(speakFault(found.fault, 'ko')).toContain('2026-01-01 날짜가');
  });
});
