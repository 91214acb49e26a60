import { languages, type Language } from '@daero/domain/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval, Shape } from '@daero/domain/shape';
import { csvText, type Cell } from './figure.ts';
import { figureOf } from './figure-of.ts';
import { separate, wrapText } from './measure.ts';
import { ticksBetween } from './axis.ts';
import {
  acceptability,
  calibration,
  completeness,
  flow,
  forest,
  plane,
  roc,
  shapes,
  survival,
  tornado,
} from './testing/shapes.ts';
import { figureWords } from './words.ts';

const title = (shape: Shape, language: Language = 'en'): string => figureOf(shape, language).title;
const valueOf = (cell: Cell | undefined): unknown => (typeof cell === 'object' ? cell.value : cell);
const columns = (shape: Shape): readonly (readonly unknown[])[] => {
  const { table } = figureOf(shape, 'en');
  return table.columns.map((_, at) => table.rows.map((row) => valueOf(row[at])));
};
const neutral = { ko: /보이지 못함/, en: /\bno (difference|departure)\b.* shown/ } as const;
const equality = {
  ko: /차이(가)? 없|동등|같음/,
  en: /no difference(?!.* shown)|equal|identical|the same/,
} as const;

describe('the finding follows the interval', () => {
  const auc = (bounds: Interval): Shape => ({
    ...roc,
    curves: roc.curves.map((curve) => ({ ...curve, auc: bounds })),
  });
  test.each([
    [{ value: 0.69, low: 0.66, high: 0.72 }, /above chance/],
    [{ value: 0.41, low: 0.36, high: 0.46 }, /below chance/],
    [{ value: 0.53, low: 0.48, high: 0.58 }, neutral.en],
    [{ value: 0.53, low: 0.5, high: 0.58 }, neutral.en], // touching is including
    [{ value: 0.69, low: null, high: null }, /without an interval/],
  ] as const)('roc %j', (bounds, expected) => {
    expect(title(auc(bounds))).toMatch(expected);
  });

  test('roc in Korean has the particle of the value', () => {
    expect(title(auc({ value: 0.694, low: 0.66, high: 0.72 }), 'ko')).toContain('AUC 0.694로'); // 사: no final consonant
    expect(title(auc({ value: 0.6, low: 0.576, high: 0.624 }), 'ko')).toContain('AUC 0.600으로');
  });

  test('forest reads its summary row, and is neutral when it includes the reference', () => {
    expect(title(forest)).toContain('AUC 0.689, above 0.5');
    const rows = forest.rows.map((row) => (row.role === 'summary' ? { ...row, low: 0.48 } : row));
    expect(title({ ...forest, rows })).toMatch(neutral.en);
    expect(title({ ...forest, rows: rows.filter(({ role }) => role === 'site') })).toBe(
      'AUC: 0.66 to 0.72 over 4 sites',
    );
    expect(title({ ...forest, reference: null })).not.toMatch(/above|below|difference/);
  });

  test('a meta-analysis is never labelled pooled rows', () => {
    const drawn = JSON.stringify(figureOf(forest, 'en').plot);
    expect(drawn).toContain('meta-analysis');
    expect(drawn).not.toContain('rows pooled');
  });

  test('calibration speaks of the slope before the intercept', () => {
    const at = (value: number, half: number): Interval => ({ value, low: value - half, high: value + half });
    expect(title(calibration)).toMatch(neutral.en);
    expect(title({ ...calibration, slope: at(0.7, 0.1) })).toContain('spread too widely (slope 0.70)');
    expect(title({ ...calibration, slope: at(1.3, 0.1) })).toContain('too narrowly');
    expect(title({ ...calibration, intercept: at(0.4, 0.1) })).toContain('predicted too low');
    expect(title({ ...calibration, intercept: at(-0.4, 0.1) })).toContain('predicted too high');
    expect(title({ ...calibration, slope: { value: 1, low: null, high: null } })).toContain(
      'without intervals',
    );
  });

  test('survival claims a difference only where the test shows one at the level of the bands', () => {
    expect(title(survival)).toContain('the groups differ (p\u00a0<\u00a00.001); at 60 days');
    expect(title({ ...survival, logRank: { chi2: 3.1, df: 2, p: 0.06 } })).toMatch(neutral.en);
    expect(title({ ...survival, level: 0.99, logRank: { chi2: 6, df: 2, p: 0.02 } })).toMatch(neutral.en);
    expect(title({ ...survival, logRank: null })).not.toMatch(/differ/);
  });

  test('flow shows a gap in its sums as a box of its own', () => {
    expect(title(flow)).toBe('4,000 of 4,212 ICU stays analysed (95.0%)');
    const stages = flow.stages.map((stage, at) => (at === 2 ? { ...stage, n: 3990 } : stage));
    const broken = figureOf({ ...flow, stages }, 'en');
    expect(broken.title).toContain('10 unaccounted for');
    expect(JSON.stringify(broken.plot)).toContain('"stroke":"bad"');
    expect(JSON.stringify(figureOf(flow, 'en').plot)).not.toContain('"stroke":"bad"');
  });

  test('the plane is neutral unless 97.5 % of draws lie on one side', () => {
    const at = (northEast: number): Shape => ({
      ...plane,
      quadrants: { northEast, southEast: 0, southWest: 0, northWest: 1 - northEast },
    });
    expect(title(at(0.99))).toContain('more effect in 99.0% of draws');
    expect(title(at(0.9))).toMatch(neutral.en);
    expect(title(at(0.01))).toContain('less effect in 99.0% of draws');
  });

  test('acceptability names the strategy and from where, with its probability', () => {
    expect(title(acceptability)).toBe(
      'From KRW 39m/QALY on, Alerting has the highest expected net benefit (probability 0.52–0.99)',
    );
    expect(title({ ...acceptability, frontier: acceptability.strategies[1]?.probabilities ?? [] })).toMatch(
      /at every willingness/,
    );
  });

  test('tornado names the widest bar, and says when it turns the sign', () => {
    expect(title(tornado)).toContain('changes the sign of net benefit (KRW −610,000 to KRW 1.48m)');
    expect(title({ ...tornado, bars: tornado.bars.slice(1) })).toContain('moves net benefit most');
    expect(title({ ...tornado, bars: [] })).toContain('no parameter examined');
  });

  test('completeness names the least complete item', () => {
    expect(title(completeness)).toBe('Least complete: Respiratory rate, 27.7%');
    const rows = completeness.rows.map((row) => ({ ...row, present: row.of }));
    expect(title({ ...completeness, rows })).toBe('All 6 items complete');
  });

  test('whatever the interval, equality is never claimed, and a difference only outside the reference', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, fc.constantFrom(...languages), (a, b, c, language) => {
        const [low = 0, value = 0, high = 0] = [a, b, c].sort((p, q) => p - q);
        const said = title(auc({ value, low, high }), language);
        expect(said).not.toMatch(equality[language]);
        expect(neutral[language].test(said)).toBe(low <= 0.5 && high >= 0.5);
      }),
    );
  });
});

describe('the table is the shape', () => {
  test('roc, calibration, completeness', () => {
    expect(columns(roc).slice(1)).toEqual([
      roc.curves.flatMap(({ points }) => points.map(({ truePositive }) => truePositive)),
      roc.curves.flatMap(({ points }) => points.map(({ falsePositive }) => falsePositive)),
    ]);
    expect(columns(calibration)).toEqual([
      calibration.bins.map(({ predicted }) => predicted),
      calibration.bins.map(({ value }) => value),
      calibration.bins.map(({ low }) => low),
      calibration.bins.map(({ high }) => high),
      calibration.bins.map(({ n }) => n),
    ]);
    expect(new Set(columns(completeness)[1])).toEqual(
      new Set(completeness.rows.map(({ present }) => present)),
    );
  });

  test('forest, with the prediction interval as its last row', () => {
    const [, n, values, lows, highs] = columns(forest);
    expect(n).toEqual([...forest.rows.map((row) => row.n), null]);
    expect(values).toEqual([...forest.rows.map(({ value }) => value), null]);
    expect(lows).toEqual([...forest.rows.map(({ low }) => low), 0.621]);
    expect(highs).toEqual([...forest.rows.map(({ high }) => high), 0.757]);
  });

  test('survival: counts as they are, curve at the ticks', () => {
    const rows = survival.groups.flatMap(({ table }) => table);
    const [, times, shares, , , atRisk, events, censored] = columns(survival);
    expect(times).toEqual(rows.map(({ time }) => time));
    expect(atRisk).toEqual(rows.map((row) => row.atRisk));
    expect(events).toEqual(rows.map((row) => row.events));
    expect(censored).toEqual(rows.map((row) => row.censored));
    expect(shares?.[1]).toBe(survival.groups[0]?.steps[10]?.survival);
  });

  test('flow, plane, acceptability, tornado', () => {
    expect(columns(flow)[1]?.filter((n) => n !== null)).toEqual([4212, 4062, 4000]);
    expect(columns(flow)[3]?.filter((n) => n !== null)).toEqual([12, 138, 62]);
    const { northEast, southEast, southWest, northWest } = plane.quadrants;
    expect(columns(plane)[1]).toEqual([
      northEast,
      southEast,
      southWest,
      northWest,
      plane.mean.effect,
      plane.mean.cost,
    ]);
    expect(columns(acceptability)[1]).toEqual(acceptability.strategies[0]?.probabilities);
    expect(columns(tornado)[4]).toEqual(
      [...tornado.bars]
        .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow))
        .map(({ atLow }) => atLow),
    );
  });

  test('every row has as many cells as there are columns, in both languages', () => {
    for (const shape of shapes) {
      for (const language of languages) {
        const { table } = figureOf(shape, language);
        for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      }
    }
  });

  test('CSV keeps full precision, quotes commas and disarms formulas', () => {
    const text = csvText({
      columns: [
        { title: 'a, b', align: 'start' },
        { title: 'x', align: 'end' },
      ],
      rows: [
        ['=SUM(A1)', { value: 0.123456789012, text: '0.123' }],
        ['"q"', { value: null, text: '—' }],
      ],
    });
    expect(text).toBe('"a, b",x\r\n\'=SUM(A1),0.123456789012\r\n"""q""",\r\n');
  });
});

describe('both languages', () => {
  test('no Hangul in English, and no English sentence in Korean', () => {
    for (const shape of shapes) {
      expect(JSON.stringify(figureOf(shape, 'en'))).not.toMatch(/[가-힣]/);
      const { title: said, subtitle, notes } = figureOf(shape, 'ko');
      for (const text of [said, subtitle, ...notes]) expect(text).toMatch(/[가-힣]/);
    }
  });

  test('the same marks at the same data in both', () => {
    for (const shape of shapes) {
      const data = (language: Language): unknown =>
        figureOf(shape, language).plot.panels.map(({ marks, x, y }) => [
          x.domain.length,
          y.domain.length,
          marks.filter(({ mark }) => mark === 'line' || mark === 'area'),
        ]);
      expect(data('ko')).toEqual(data('en'));
    }
  });

  test('every word exists in both with the same slots, and no particle is left open', () => {
    const slots = (text: string): readonly string[] =>
      [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
    for (const [name, { ko, en }] of Object.entries(figureWords)) {
      expect(ko.length * en.length, name).toBeGreaterThan(0);
      expect(slots(ko), name).toEqual(slots(en));
      expect(ko, name).not.toMatch(/[을은이](\((를|는|가)\))/);
      expect(en, name).not.toMatch(/[가-힣]/);
    }
  });
});

describe('layout', () => {
  test('nothing is placed that is not a number, and no label is empty', () => {
    for (const shape of shapes) {
      for (const { marks } of figureOf(shape, 'ko').plot.panels) {
        expect(JSON.stringify(marks)).not.toMatch(/null,null|NaN/);
        for (const one of marks)
          if (one.mark === 'words') for (const { text } of one.words) expect(text).not.toBe('');
      }
    }
  });

  test('four to six ticks, evenly apart and inside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (low, span) => {
          const ticks = ticksBetween(low, low + span);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(6);
          expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
        },
      ),
    );
  });

  test('separated labels keep their order, their gap and the frame', () => {
    const wishes = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(wishes, (wanted) => {
        const placed = [...separate(wanted, 20, 0, 300)].sort((a, b) => a - b);
        for (const [at, place] of placed.entries()) {
          expect(place).toBeLessThanOrEqual(300);
          expect(place).toBeGreaterThanOrEqual(0);
          if (at > 0) expect(place - (placed[at - 1] ?? 0)).toBeGreaterThan(19.99);
        }
      }),
    );
  });

  test('Korean breaks between words only', () => {
    expect(wrapText('첫 24시간에 점수 항목이 하나도 없음', 13, 100).join(' ')).toBe(
      '첫 24시간에 점수 항목이 하나도 없음',
    );
    expect(wrapText('가나다라마바사아자차카타파하', 13, 50)).toHaveLength(1);
  });
});
