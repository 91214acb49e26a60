import { unwrap } from '@daero/domain/result';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier, survivalAt } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { survivalInterval, survivalIntervals, survivalQuantile } from './survival-interval.ts';
import { tieTimes } from './tie-times.ts';

const people = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 1 })), {
  minLength: 2,
  maxLength: 60,
});

describe('kaplanMeier', () => {
  test('without censoring it is the share still free of the event', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const time = rows.map(([at]) => at);
        const curve = unwrap(kaplanMeier({ time, event: time.map(() => 1) }));
        for (const at of [0, 5, 12, 30]) {
          const share = time.filter((each) => each > at).length / time.length;
          expect(survivalAt(curve, at).survival).toBeCloseTo(share, 12);
        }
      }),
    );
  });

  test('everyone who enters at the start changes nothing', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const [time, event] = [rows.map(([at]) => at), rows.map(([, of]) => of)];
        const late = unwrap(kaplanMeier({ time, event, entry: time.map(() => 0) }));
        expect(late).toEqual(unwrap(kaplanMeier({ time, event })));
      }),
    );
  });

  test('someone who enters late counts only from then on', () => {
    const curve = unwrap(kaplanMeier({ time: [2, 4, 6], event: [1, 1, 1], entry: [0, 0, 3] }));
    expect([...curve.atRisk]).toEqual([2, 2, 1]);
  });

  test('a time below 0, one that is missing, one before entry, and nobody, are faults', () => {
    expect(kaplanMeier({ time: [1, -2], event: [1, 1] })).toMatchObject({
      fault: { kind: 'time-impossible', row: 2, value: -2 },
    });
    expect(kaplanMeier({ time: [NaN], event: [1] })).toMatchObject({
      fault: { kind: 'time-impossible', row: 1 },
    });
    expect(kaplanMeier({ time: [3], event: [1], entry: [3] })).toMatchObject({
      fault: { kind: 'time-impossible' },
    });
    expect(kaplanMeier({ time: [], event: [] })).toMatchObject({ fault: { kind: 'follow-up-empty' } });
  });

  test.each(survivalIntervals)('the %s interval holds its estimate and stays within 0 and 1', (form) => {
    fc.assert(
      fc.property(people, (rows) => {
        const curve = unwrap(kaplanMeier({ time: rows.map(([at]) => at), event: rows.map(([, of]) => of) }));
        const at = survivalAt(curve, 15);
        const limits = survivalInterval(at, { form, level: 0.95 });
        if (limits === null) expect(at.survival).toBe(0);
        else
          expect([0, limits.low, at.survival, limits.high, 1]).toEqual(
            [0, limits.low, at.survival, limits.high, 1].sort((a, b) => a - b),
          );
      }),
    );
  });

  test('the median of a curve that lies at one half is the middle of the stretch', () => {
    const curve = unwrap(kaplanMeier({ time: [1, 2, 3, 8], event: [1, 1, 1, 1] }));
    expect(survivalQuantile(curve, 0.5, { form: 'log', level: 0.95 }).value).toBe(2.5);
    expect(survivalQuantile(curve, 0.4, { form: 'log', level: 0.95 }).value).toBe(2);
  });
});

describe('logRank', () => {
  test('exchanging the groups changes nothing, and expected events add up to observed', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const [time, event] = [rows.map(([at]) => at), rows.map(([, of]) => of)];
        const group = rows.map((_row, i) => i % 2);
        const there = logRank({ time, event, group, groups: 2 });
        const back = logRank({ time, event, group: group.map((g) => 1 - g), groups: 2 });
        expect(there.ok).toBe(back.ok);
        if (!there.ok || !back.ok) return;
        expect(there.value.chi2).toBeCloseTo(back.value.chi2, 9);
        const total = (parts: readonly (readonly number[])[]) =>
          parts.flat().reduce((sum, part) => sum + part, 0);
        expect(total(there.value.expected)).toBeCloseTo(total(there.value.observed), 9);
      }),
    );
  });

  test('no event, or one group, cannot be compared', () => {
    expect(logRank({ time: [1, 2], event: [0, 0], group: [0, 1], groups: 2 })).toMatchObject({
      fault: { kind: 'groups-not-comparable', groups: 0, events: 0 },
    });
  });
});

test('times that differ by rounding are one time', () => {
  expect(tieTimes([[0.1 + 0.2, 0.3, 0.5]])[0]?.slice(0, 2)).toEqual(Float64Array.of(0.3, 0.3));
});
