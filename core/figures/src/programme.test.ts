import type { AccrualShape, AmountsShape } from '@daero/domain/shape';
import { languages } from '@daero/domain/text';
import { isoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import { figureOf } from './figure-of.ts';

const day = isoDate;
const accrual: AccrualShape = {
  shape: 'accrual',
  label: { ko: '모집 환자', en: 'Patients accrued' },
  unit: { ko: '명', en: 'people' },
  asOf: day('2026-11-20'),
  plan: [
    { on: day('2026-07-01'), value: 0 },
    { on: day('2027-06-30'), value: 1200 },
  ],
  counted: [
    { on: day('2026-08-03'), value: 30 },
    { on: day('2026-11-16'), value: 412 },
  ],
  sites: [{ label: { ko: '가', en: 'A' }, points: [{ on: day('2026-08-03'), value: 30 }] }],
  outlook: {
    windowDays: 90,
    level: 0.95,
    endsOn: day('2027-06-30'),
    forecast: 1260,
    low: 1150.4,
    high: 1375,
  },
};
const amounts: AmountsShape = {
  shape: 'amounts',
  label: { ko: '단계별', en: 'By stage' },
  money: { ko: '국고보조금', en: 'Grant' },
  by: { ko: '단계', en: 'Stage' },
  asOf: day('2026-11-20'),
  projects: 3,
  rows: [
    {
      label: { ko: '검증', en: 'Validation' },
      projects: 2,
      agreed: 1_234_567_891,
      spent: 300_000_001,
      planned: null,
    },
    {
      label: { ko: '완료', en: 'Completed' },
      projects: 1,
      agreed: 160_000_000,
      spent: 148_000_000,
      planned: null,
    },
  ],
};

describe('accrual', () => {
  test('the title gives what is there, the target and the range, with its level and day', () => {
    expect(figureOf(accrual, 'en').title).toBe(
      'Patients accrued: 412 of 1,200; at this pace 1,150–1,375 by 30 Jun 2027 (95% interval)',
    );
    expect(figureOf({ ...accrual, outlook: null }, 'en').title).toBe('Patients accrued: 412 of 1,200');
    const reached = figureOf({ ...accrual, plan: [{ on: day('2026-07-01'), value: 400 }] }, 'en');
    expect(reached.title).toContain('target of 400 reached');
  });
  test('everything lies within the axes, in both languages, and the table holds count, forecast, plan and sites', () => {
    for (const language of languages) {
      const { plot, table } = figureOf(accrual, language);
      const [panel] = plot.panels;
      const [low, high] = panel?.x.domain ?? [0, 0];
      for (const mark of panel?.marks ?? [])
        if (mark.mark === 'line')
          for (const [x, y] of mark.points)
            expect([x >= low, x <= high, y >= 0, y <= (panel?.y.domain[1] ?? 0)]).toEqual([
              true,
              true,
              true,
              true,
            ]);
      expect(table.rows.length).toBe(2 + 1 + 2 + 1);
    }
  });
});

describe('amounts', () => {
  test('the title adds up, the table is exact to the won', () => {
    const { title, table } = figureOf(amounts, 'en');
    expect(title).toBe('By stage: most is with Validation, KRW 1.23bn, of which 24.3% is spent');
    const one = figureOf({ ...amounts, rows: amounts.rows.slice(1) }, 'en');
    expect(one.title).toBe('By stage: KRW 148m of KRW 160m spent (92.5%)');
    expect(table.rows[0]?.slice(2, 4)).toEqual([
      { value: 1_234_567_891, text: '1,234,567,891' },
      { value: 300_000_001, text: '300,000,001' },
    ]);
    expect(table.columns.length).toBe(5);
  });
  test('no bar is longer than its axis; an even pace is marked where it is known', () => {
    const [first, second] = amounts.rows;
    if (first === undefined || second === undefined) throw new Error('two rows');
    const figure = figureOf({ ...amounts, rows: [{ ...first, planned: 617_283_945 }, second] }, 'ko');
    const [panel] = figure.plot.panels;
    for (const mark of panel?.marks ?? [])
      if (mark.mark === 'rects')
        for (const [, , to] of mark.rects) expect(to).toBeLessThanOrEqual(panel?.x.domain[1] ?? 0);
    expect(panel?.marks.flatMap((mark) => (mark.mark === 'rules' ? mark.rules : [])).length).toBe(1);
    expect(figure.table.columns.length).toBe(6);
  });
});
