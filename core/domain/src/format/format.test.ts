import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, type Currency } from '../money.ts';
import { isoDate, instant } from '../time.ts';
import { formatDate, formatInstant, formatMonthRange } from './date.ts';
import { formatDaysLeft, formatDuration, formatSuppressed } from './duration.ts';
import { formatEstimate, formatInterval, printEstimate } from './estimate.ts';
import { formatMoney, formatMoneyExact, formatMoneyRange } from './money.ts';
import { formatCount, formatNumber } from './number.ts';
import { formatP, formatPercent, formatShare } from './probability.ts';

const auc = { value: 0.8421, low: 0.8152, high: 0.8688, level: 0.95, unit: 'auc' } as const;

describe('estimates', () => {
  test.each([
    ['ko', '0.842 (95% 신뢰구간 0.815–0.869)'],
    ['en', '0.842 (95% CI 0.815–0.869)'],
  ] as const)('an interval in %s', (language, text) => {
    expect(formatEstimate(auc, language)).toBe(text);
  });

  test.each([
    [{ value: 0.0098, low: -0.0121, high: 0.0314 }, '0.010', '−0.012, 0.031'],
    [{ value: 0.71, low: 0.55, high: 0.87 }, '0.71', '0.55–0.87'],
    [{ value: 12.34, low: 9.1, high: 15.2 }, '12.3', '9.1–15.2'],
    [{ value: 1234.5, low: 1200, high: 1270 }, '1,235', '1,200–1,270'],
    [{ value: 11.8, low: -0.4, high: 23.1 }, '11.8', '−0.4, 23.1'], // the sign of an end is never rounded away
    [{ value: 5, low: -0.0000001, high: 10 }, '5.0', '0.0, 10.0'], // unless three decimals do not show it
    [{ value: 0.5, low: 0.49996, high: 0.50004 }, '0.500', '0.500–0.500'],
    [{ value: 0.9, low: 0.8004, high: 0.9996 }, '0.90', '0.80–1.00'], // a half-width of 0.0996 is 0.10
  ] as const)('digits follow the half-width: %j', (bounds, value, interval) => {
    expect(formatInterval(bounds)).toEqual({ value, interval });
  });

  test('a quantity that can be negative keeps the comma when both ends are positive', () => {
    const gain = { value: 0.031, low: 0.0124, high: 0.0551, level: 0.95, unit: 'QALY' } as const;
    expect(formatEstimate(gain, 'en', 'uncertainty')).toBe('0.031 QALY (95% UI 0.012, 0.055)');
    const small = { ...gain, value: 0.000574, low: 0.000229, high: 0.001195 };
    expect(formatEstimate(small, 'en', 'uncertainty')).toBe('0.00057 QALY (95% UI 0.00023, 0.00120)');
    expect(printEstimate({ ...gain, unit: 'logit' }, 'ko').interval).toBe('0.012, 0.055');
  });

  test('money with an interval stands on one scale', () => {
    const cost = { value: 1_180_000, low: -400_000, high: 3_100_000, level: 0.95, unit: 'KRW' } as const;
    expect(formatEstimate(cost, 'ko', 'uncertainty')).toBe('118만 원 (95% 불확실성 구간 −40, 310)');
    expect(printEstimate({ ...cost, unit: 'KRW per QALY' }, 'en')).toEqual({
      value: 'KRW 1.18m/QALY',
      interval: '−0.40, 3.10',
    });
  });

  test('both languages keep the same three digits', () => {
    const cost = { value: 255_152, low: 135_318, high: 426_033, unit: 'KRW' } as const;
    expect(printEstimate(cost, 'ko')).toEqual({ value: '25.5만 원', interval: '13.5, 42.6' });
    expect(printEstimate(cost, 'en')).toEqual({ value: 'KRW 255,000', interval: '135,000, 426,000' });
    const crossing = { value: 1_180_000, low: -40_000, high: 2_310_000, unit: 'KRW' } as const;
    expect(printEstimate(crossing, 'en').interval).toBe('−0.04, 2.31');
  });

  test('a probability without an interval is never printed as none or certain', () => {
    const alone = { low: null, high: null, unit: 'probability' } as const;
    expect(printEstimate({ ...alone, value: 5.3e-5 }, 'ko').value).toBe('<0.001');
    expect(printEstimate({ ...alone, value: 0.9996 }, 'en').value).toBe('>0.999');
    expect(printEstimate({ ...alone, value: 0 }, 'en').value).toBe('0.000');
  });

  test('without an interval the value stands alone', () => {
    expect(formatEstimate({ value: 4000, low: null, high: null, level: 0.95, unit: 'count' }, 'ko')).toBe(
      '4,000',
    );
    expect(
      formatEstimate({ value: 0.25, low: null, high: null, level: 0.95, unit: 'probability' }, 'en'),
    ).toBe('0.250');
  });

  test('a printed interval has no hyphen, no minus before zero, and the digits of its value', () => {
    const x = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(x, x, x, (a, b, c) => {
        const [low = 0, value = 0, high = 0] = [a, b, c].sort((p, q) => p - q);
        const printed = formatInterval({ value, low, high });
        const ends = printed.interval?.split(/–|, /) ?? [];
        expect(ends).toHaveLength(2);
        for (const text of [printed.value, ...ends]) {
          expect(text).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d{1,3})?$/);
          expect(text).not.toMatch(/^−[0.,]+$/);
          expect(text.split('.')[1]?.length).toBe(printed.value.split('.')[1]?.length);
        }
      }),
    );
  });
});

test.each([
  [0.0313, 'p = 0.031'],
  [0.001, 'p = 0.001'],
  [0.00099, 'p < 0.001'],
  [0, 'p < 0.001'],
  [1, 'p > 0.999'],
])('p value %d', (p, text) => {
  expect(formatP(p)).toBe(text);
});

test('shares carry their denominator, and no decimals below 100', () => {
  expect(formatShare(1207, 1447)).toBe('83.4% (1,207/1,447)');
  expect(formatShare(2, 3)).toBe('67% (2/3)');
  expect(formatPercent(0, 0)).toBe('—');
  expect(formatPercent(0, 4000)).toBe('0.0%');
  expect(formatPercent(1, 4000)).toBe('<0.1%');
  expect(formatPercent(3999, 4000)).toBe('>99.9%');
  expect(formatPercent(4000, 4000)).toBe('100.0%');
});

describe('money', () => {
  test.each([
    [3_200_000_000, 'KRW', '32억 원', 'KRW 3.2bn'],
    [11_800_000, 'KRW', '1,180만 원', 'KRW 11.8m'],
    [2_920, 'KRW', '2,920원', 'KRW 2,920'],
    [118_400, 'KRW', '11.8만 원', 'KRW 118,000'],
    [99_999_999, 'KRW', '1억 원', 'KRW 100m'],
    [-412_345, 'KRW', '−41.2만 원', 'KRW −412,000'],
    [1_254_000_000_000, 'KRW', '1.25조 원', 'KRW 1.25tn'],
    [12.5, 'USD', '12.5 달러', 'USD 12.5'],
    [0, 'KRW', '0원', 'KRW 0'],
  ] satisfies readonly (readonly [number, Currency, string, string])[])(
    '%d %s',
    (amount, currency, ko, en) => {
      expect(formatMoney(money(amount, currency, 2026), 'ko')).toBe(ko);
      expect(formatMoney(money(amount, currency, 2026), 'en')).toBe(en);
    },
  );

  test('exact on demand', () => {
    expect(formatMoneyExact(money(3_214_567_890, 'KRW', 2026), 'ko')).toBe('3,214,567,890원');
    expect(formatMoneyExact(money(-1234.5, 'USD', 2026), 'en')).toBe('USD −1,234.50');
  });

  test('a range takes the scale of its largest end', () => {
    expect(formatMoneyRange({ value: 300, low: -400_000, high: 3_100_000 }, 'KRW', 'ko')).toEqual({
      value: '0만 원',
      interval: '−40, 310',
    });
  });
});

describe('dates and spans', () => {
  test('days and moments, in Korea', () => {
    expect(formatDate(isoDate('2026-11-22'), 'ko')).toBe('2026. 11. 22.');
    expect(formatDate(isoDate('2026-11-02'), 'en')).toBe('2 Nov 2026');
    expect(formatInstant(instant('2026-12-31T15:20:00Z'), 'ko')).toBe('2027. 1. 1. 00:20 KST');
    expect(formatInstant(instant('2026-09-01T05:20:00Z'), 'en')).toBe('1 Sep 2026, 14:20 KST');
  });

  test.each([
    ['2027-03-01', '2027-07-31', '2027. 3.–7.', 'Mar–Jul 2027'],
    ['2027-11-01', '2028-02-28', '2027. 11.–2028. 2.', 'Nov 2027–Feb 2028'],
    ['2027-03-01', '2027-03-31', '2027. 3.', 'Mar 2027'],
  ])('months %s to %s', (from, to, ko, en) => {
    expect(formatMonthRange(isoDate(from), isoDate(to), 'ko')).toBe(ko);
    expect(formatMonthRange(isoDate(from), isoDate(to), 'en')).toBe(en);
  });

  test('the day type is always said', () => {
    expect(formatDuration(250, 'calendar', 'ko')).toBe('250일(달력일)');
    expect(formatDuration(250, 'calendar', 'en')).toBe('250 calendar days');
    expect(formatDuration(1, 'working', 'en')).toBe('1 working day');
    expect(formatDuration(250, 'unknown', 'ko')).toBe('250일(일수 기준 미확인)');
    expect(formatDaysLeft(23, 'ko')).toBe('23일 남음');
    expect(formatDaysLeft(-1, 'en')).toBe('1 day over');
    expect(formatSuppressed(10, 'ko')).toBe('비공개(10명 미만)');
    expect(formatSuppressed(10, 'en')).toBe('suppressed (<10 people)');
  });
});

test('numbers: grouping and the true minus', () => {
  expect(formatCount(1_750_000)).toBe('1,750,000');
  expect(formatNumber(-0.0004, 3)).toBe('0.000');
  expect(formatNumber(-1234.5678, 2)).toBe('−1,234.57');
  expect(() => formatNumber(NaN, 2)).toThrow(RangeError);
});
