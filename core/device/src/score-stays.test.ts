import fc from 'fast-check';
import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { news2 } from './news2.ts';
import { indexSubjects, type Observations } from './observations.ts';
import { physionet2012Rules as rules } from './physionet-2012.ts';
import { scoreStays, type Scores } from './score-stays.ts';
import { pointsFor } from './score-table.ts';

type Row = {
  readonly subject: number;
  readonly minute: number;
  readonly parameter: string;
  readonly value: number;
};

const observations = (rows: readonly Row[], subjects = 1): Observations => ({
  subjects,
  subject: rows.map(({ subject }) => subject),
  minute: rows.map(({ minute }) => minute),
  parameter: rows.map(({ parameter }) => parameter),
  value: rows.map(({ value }) => value),
  place: rows.map((_, place) => place),
});

const score = (rows: readonly Omit<Row, 'subject'>[]): Scores =>
  unwrap(scoreStays(news2, rules, observations(rows.map((row) => ({ ...row, subject: 0 })))));

const at = (minute: number, parameter: string, value: number) => ({ minute, parameter, value });
const item = (scores: Scores, name: string) => scores.items.find((entry) => entry.item === name);

describe('the window', () => {
  const cases = [
    {
      what: 'a value counts at the hour it is exactly 720 minutes old',
      rows: [at(60, 'HR', 140)],
      hour: 1,
      missing: 11,
    },
    {
      what: 'one minute later it no longer counts at hour 13',
      rows: [at(59, 'HR', 140)],
      hour: 1,
      missing: 12,
    },
    {
      what: 'a value of minute 0 counts from hour 1 to hour 12',
      rows: [at(0, 'HR', 140)],
      hour: 1,
      missing: 12,
    },
    { what: 'a value on the hour counts at that hour', rows: [at(120, 'HR', 140)], hour: 2, missing: 1 + 10 },
    {
      what: 'a value after the hour waits for the next',
      rows: [at(121, 'HR', 140)],
      hour: 3,
      missing: 2 + 10,
    },
    { what: 'the last minute of hour 24 counts', rows: [at(1440, 'HR', 140)], hour: 24, missing: 23 },
  ];
  test.each(cases)('$what', ({ rows, hour, missing }) => {
    const scores = score(rows);
    expect(scores.score[0]).toBe(3);
    expect(scores.hour[0]).toBe(hour);
    expect(item(scores, 'heart-rate')?.hoursMissing[0]).toBe(missing);
  });

  test('what comes after hour 24 is not seen, and a stay with nothing else is excluded', () => {
    const scores = score([at(1441, 'HR', 140), at(30, 'Weight', 80)]);
    expect(scores.excluded).toEqual([{ subject: 0, reason: 'no-item' }]);
    expect(scores.score[0]).toBeNaN();
  });

  test('a subject without any row is excluded, the others keep their places', () => {
    const rows = [{ subject: 1, ...at(30, 'HR', 120) }];
    const scores = unwrap(scoreStays(news2, rules, observations(rows, 3)));
    expect(scores.excluded.map(({ subject }) => subject)).toEqual([0, 2]);
    expect(scores.score[1]).toBe(2);
  });
});

describe('which value counts', () => {
  const cases = [
    { what: 'of equal minutes the last row', rows: [at(60, 'HR', 140), at(60, 'HR', 80)], points: 0 },
    {
      what: 'the later minute, also when its row comes first',
      rows: [at(50, 'HR', 140), at(40, 'HR', 80)],
      points: 3,
    },
    {
      what: 'invasive pressure before cuff, also when the cuff is later',
      rows: [at(10, 'SysABP', 85), at(50, 'NISysABP', 120)],
      points: 3,
    },
    { what: 'cuff where there is no invasive pressure', rows: [at(10, 'NISysABP', 95)], points: 2 },
    {
      what: 'cuff where the invasive pressure is missing (0)',
      rows: [at(10, 'SysABP', 0), at(10, 'NISysABP', 105)],
      points: 1,
    },
    {
      what: 'a missing value does not hide the one before it',
      rows: [at(10, 'HR', 140), at(20, 'HR', -1)],
      points: 3,
    },
    { what: 'GCS 15 is alert', rows: [at(10, 'GCS', 15)], points: 0 },
    { what: 'GCS 14 is not', rows: [at(10, 'GCS', 14)], points: 3 },
    { what: 'air', rows: [at(10, 'FiO2', 0.21)], points: 0 },
    { what: 'oxygen', rows: [at(10, 'FiO2', 0.22)], points: 2 },
    { what: 'ventilated on air', rows: [at(10, 'FiO2', 0.21), at(10, 'MechVent', 1)], points: 2 },
    {
      what: 'ventilated and oxygen count once',
      rows: [at(10, 'FiO2', 0.5), at(10, 'MechVent', 1)],
      points: 2,
    },
    { what: 'a temperature below 25 is missing', rows: [at(10, 'Temp', 24.9), at(5, 'Temp', 40)], points: 2 },
    { what: 'a temperature of 25 is a temperature', rows: [at(10, 'Temp', 25)], points: 3 },
    { what: '36.05 is 36.1', rows: [at(10, 'Temp', 36.05)], points: 0 },
  ];
  test.each(cases)('$what', ({ rows, points }) => {
    expect(score(rows).score[0]).toBe(points);
  });

  test('the score is the highest of the hours and the hour its first', () => {
    const scores = score([at(10, 'HR', 100), at(100, 'HR', 120), at(200, 'HR', 70), at(300, 'HR', 125)]);
    expect([scores.score[0], scores.hour[0], scores.itemsSeen[0]]).toEqual([2, 2, 1]);
    expect(item(scores, 'heart-rate')?.points[0]).toBe(2);
    expect(item(scores, 'temperature')?.neverSeen[0]).toBe(1);
  });
});

describe('rules that do not fit the device', () => {
  const { 'heart-rate': heartRate, ...rest } = rules.items;
  const cases = [
    { kind: 'device-item-not-mapped', items: rest },
    {
      kind: 'device-item-unknown',
      items: { ...rules.items, lactate: { prefer: [{ parameter: 'Lactate' }] } },
    },
    { kind: 'device-item-rule', items: { ...rules.items, consciousness: heartRate ?? { prefer: [] } } },
  ];
  test.each(cases)('$kind', ({ kind, items }) => {
    const scored = scoreStays(news2, { ...rules, items }, observations([]));
    expect(scored.ok ? null : scored.fault.kind).toBe(kind);
  });
});

/** The sentences of the device read directly, hour by hour and row by row. */
function direct(
  rows: readonly Row[],
  subject: number,
): { score: number; hour: number; missing: number } | null {
  const own = rows.filter((row) => row.subject === subject);
  let best = { score: -1, hour: 0 };
  let missing = 0;
  for (let t = 1; t <= 24; t++) {
    const last = (parameter: string): number | null =>
      own
        .filter((row) => row.parameter === parameter && row.minute <= t * 60 && row.minute >= t * 60 - 720)
        .filter(({ value }) => value > 0 && !(parameter === 'Temp' && value < 25))
        .reduce<Row | null>(
          (latest, row) => (latest === null || row.minute >= latest.minute ? row : latest),
          null,
        )?.value ?? null;
    const [fio2, vent, gcs] = [last('FiO2'), last('MechVent'), last('GCS')];
    const measured = (name: string, value: number | null): number | null => {
      const entry = news2.items.find((candidate) => candidate.item === name);
      return value === null || entry?.kind !== 'measurement' ? null : pointsFor(entry)(value);
    };
    const points = [
      measured('respiratory-rate', last('RespRate')),
      measured('oxygen-saturation', last('SaO2')),
      fio2 === null && vent === null ? null : (fio2 ?? 0) > 0.21 || vent !== null ? 2 : 0,
      measured('systolic-pressure', last('SysABP') ?? last('NISysABP')),
      measured('heart-rate', last('HR')),
      gcs === null ? null : gcs < 15 ? 3 : 0,
      measured('temperature', last('Temp')),
    ];
    missing += points.filter((one) => one === null).length;
    const sum = points.reduce<number>((total, one) => total + (one ?? 0), 0);
    if (sum > best.score) best = { score: sum, hour: t };
  }
  return missing === 24 * 7 ? null : { ...best, missing };
}

describe('a law', () => {
  const ranges: Record<string, readonly number[]> = {
    RespRate: [0, 8, 9, 12, 21, 25],
    SaO2: [90, 92, 95.5, 97],
    FiO2: [0.21, 0.4],
    MechVent: [1, 0],
    SysABP: [0, 85, 95, 105, 150, 221],
    NISysABP: [-1, 88, 99, 130],
    HR: [0, 38, 45, 70, 100, 120, 140],
    GCS: [3, 14, 15],
    Temp: [-17.8, 24.9, 34, 35.05, 36.05, 39.1],
    Weight: [80],
  };
  const row = fc.constantFrom(...Object.keys(ranges)).chain((parameter) =>
    fc.record({
      subject: fc.integer({ min: 0, max: 2 }),
      minute: fc.oneof(
        fc.integer({ min: -30, max: 1500 }),
        fc.integer({ min: 0, max: 25 }).map((hour) => hour * 60),
      ),
      parameter: fc.constant(parameter),
      value: fc.constantFrom(...(ranges[parameter] ?? [1])),
    }),
  );

  test('random stays score as the sentences say, in whatever order their rows come', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.infiniteStream(fc.nat()), (rows, order) => {
        const columns = observations(rows, 3);
        const turns = rows.map((_, k) => k);
        for (let k = turns.length - 1; k > 0; k--) {
          const other = (order.next().value ?? 0) % (k + 1);
          [turns[k], turns[other]] = [turns[other] ?? 0, turns[k] ?? 0];
        }
        const pick = <Value>(column: ArrayLike<Value>): Value[] => turns.flatMap((k) => column[k] ?? []);
        const turned: Observations = {
          subjects: 3,
          subject: pick(columns.subject),
          minute: pick(columns.minute),
          parameter: turns.map((k) => columns.parameter[k] ?? null),
          value: pick(columns.value),
          place: pick(columns.place),
        };
        const scores = unwrap(scoreStays(news2, rules, turned));
        for (const subject of [0, 1, 2]) {
          const expected = direct(rows, subject);
          const excluded = scores.excluded.some((entry) => entry.subject === subject);
          expect(excluded).toBe(expected === null);
          if (expected === null) continue;
          const missing = scores.items.reduce((sum, entry) => sum + (entry.hoursMissing[subject] ?? 0), 0);
          expect({ score: scores.score[subject], hour: scores.hour[subject], missing }).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('subjects are numbered in order of appearance', () => {
    expect(indexSubjects(['b', 'b', 'a', 'b'])).toEqual({
      index: Int32Array.of(0, 0, 1, 0),
      ids: ['b', 'a'],
    });
  });
});
