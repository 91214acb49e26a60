import { unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HospitalCaseFile } from './form.ts';
import { hospitalCase, readHospitalCase } from './hospital-case.ts';
import { cashFlowShape } from './shape.ts';

const text = (en: string): { ko: string; en: string } => ({ ko: en, en });
const file = (more: Partial<HospitalCaseFile> = {}): HospitalCaseFile => ({
  kind: 'hospital-case',
  title: text('reading aid'),
  hospital: text('a hospital'),
  currency: 'KRW',
  priceYear: 2026,
  months: 24,
  discountRate: 0.045,
  volume: { perMonth: 1000, growthPerYear: 0, use: [0.5, 1] },
  price: { form: 'licence', perYear: 12_000_000 },
  fee: { perUse: 2000, chargedShare: 0.8 },
  time: [{ label: text('reading'), minutesPerUse: 3, releasedShare: 0.4, costPerHour: 100_000 }],
  downstream: [{ label: text('CT'), perUse: 0.01, revenue: 150_000, cost: 90_000 }],
  running: [{ label: text('server'), perMonth: 500_000 }],
  oneOff: [
    { label: text('integration'), month: 1, cost: 20_000_000 },
    { label: text('training'), month: 2, cost: 3_000_000 },
  ],
  ...more,
});
const run = (more: Partial<HospitalCaseFile> = {}) => hospitalCase(unwrap(readHospitalCase(file(more))));

describe('hospitalCase', () => {
  test('by hand', () => {
    const { months, total, view, hoursNotReleased, years } = run();
    expect(view).toBe('hospital');
    // 1600 fee + 3/60 x 0.4 x 100000 = 2000 of released time + 0.01 x 60000 = 600 downstream, a use
    expect(months[0]?.flow.net).toBeCloseTo(500 * 4200 - 12e6 - 0.5e6 - 20e6, 6);
    expect(months[1]?.flow.net).toBeCloseTo(1000 * 4200 - 0.5e6 - 3e6, 6);
    expect(months[2]?.flow.net).toBeCloseTo(1000 * 4200 - 0.5e6, 6);
    expect(total.net).toBeCloseTo(23_500 * 4200 - 24e6 - 12e6 - 23e6, 4);
    expect(hoursNotReleased).toBeCloseTo((23_500 * 3 * 0.6) / 60, 6);
    expect(years.map(({ net }) => net).reduce((a, b) => a + b)).toBeCloseTo(total.net, 4);
    expect(years[1]?.cumulative).toBeCloseTo(total.net, 4);
  });

  test('payback is the month after which nothing is owed any more', () => {
    const { months, paybackMonth } = run();
    expect(paybackMonth).not.toBeNull();
    months.forEach(({ month, cumulative }) => {
      if (paybackMonth !== null && month >= paybackMonth) expect(cumulative).toBeGreaterThanOrEqual(0);
    });
    expect(months[(paybackMonth ?? NaN) - 2]?.cumulative).toBeLessThan(0);
    expect(run({ fee: { perUse: 0, chargedShare: 0 }, time: [], downstream: [] }).paybackMonth).toBeNull();
  });

  test('at the break-even volume the whole time pays for itself, for a licence and for a price by use', () => {
    const prices = fc.oneof(
      fc.record({ form: fc.constant('licence' as const), perYear: fc.integer({ min: 0, max: 40_000_000 }) }),
      fc.record({
        form: fc.constant('per-use' as const),
        perUse: fc.integer({ min: 0, max: 3000 }),
        leastPerYear: fc.integer({ min: 0, max: 30_000_000 }),
      }),
    );
    fc.assert(
      fc.property(prices, fc.integer({ min: 100, max: 5000 }), (price, perMonth) => {
        const found = run({ price, volume: { perMonth, growthPerYear: 0.05, use: [0.2, 0.6, 1] } });
        const even = found.breakEvenUsesPerMonth ?? NaN;
        const uses = found.months.reduce((sum, month) => sum + month.uses, 0) / 24;
        const at = run({
          price,
          volume: { perMonth: (perMonth * even) / uses, growthPerYear: 0.05, use: [0.2, 0.6, 1] },
        });
        expect(Math.abs(at.total.net)).toBeLessThan(1);
      }),
      { numRuns: 40 },
    );
  });

  test('time that nobody gets is worth nothing, and time that is taken is paid whole', () => {
    const minutes = (minutesPerUse: number, releasedShare: number): number =>
      run({ time: [{ label: text('t'), minutesPerUse, releasedShare, costPerHour: 60_000 }] }).total
        .releasedTime;
    expect(minutes(3, 0)).toBe(0);
    expect(minutes(3, 1)).toBeCloseTo(23_500 * 3000, 6);
    expect(minutes(-1, 0)).toBeCloseTo(-23_500 * 1000, 6);
  });

  test('a price by use has a least amount a year', () => {
    const price = { form: 'per-use' as const, perUse: 100, leastPerYear: 2_000_000 };
    // 11500 and 12000 uses at 100 are less than the least in both years
    expect(run({ price }).total.price).toBeCloseTo(4_000_000, 6);
    expect(run({ price: { ...price, perUse: 1000 } }).total.price).toBeCloseTo(23_500_000, 6);
  });

  test('discounting makes a case that pays late worth less than its sum', () => {
    const { netPresentValue, total } = run();
    expect(netPresentValue).toBeLessThan(total.net);
    expect(run({ discountRate: 0 }).netPresentValue).toBeCloseTo(total.net, 4);
  });

  test('a payment after the end, and a field that is not there, are faults', () => {
    expect(readHospitalCase(file({ oneOff: [{ label: text('x'), month: 25, cost: 1 }] }))).toMatchObject({
      fault: { kind: 'hospital-month-beyond', path: '/oneOff/0/month', month: 25, months: 24 },
    });
    expect(readHospitalCase({ ...file(), saving: 3 })).toMatchObject({
      fault: { kind: 'model-field-unknown', path: '/saving' },
    });
  });
});

test('what has come together is the sum of the months so far', () => {
  const { net, cumulative, paybackMonth } = cashFlowShape(unwrap(readHospitalCase(file())));
  let sum = 0;
  net.forEach((amount, month) => expect((sum += amount)).toBeCloseTo(cumulative[month] ?? NaN, 4));
  expect(paybackMonth).toBe(run().paybackMonth);
});
