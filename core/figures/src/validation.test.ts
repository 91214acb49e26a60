import type { Interval, Shape } from '@daero/domain/shape';
import { languages } from '@daero/domain/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from './figure.ts';
import { figureOf } from './figure-of.ts';
import { stepsApart } from './steps-apart.ts';
import {
  blandAltman,
  decisionCurve,
  forestMargins,
  froc,
  readers,
  rocPair,
  sizeCurve,
  sroc,
} from './testing/validation-shapes.ts';

const title = (shape: Shape): string => figureOf(shape, 'en').title;
const valueOf = (cell: Cell | undefined): unknown => (typeof cell === 'object' ? cell.value : cell);
const column = (shape: Shape, at: number): readonly unknown[] =>
  figureOf(shape, 'en').table.rows.map((row) => valueOf(row[at]));
const marksOf = (shape: Shape) => figureOf(shape, 'en').plot.panels.flatMap(({ marks }) => marks);
const around = (value: number, half: number): Interval => ({ value, low: value - half, high: value + half });

describe('findings', () => {
  test('a difference of readers is told only where its interval is clear of 0, its margin in any case', () => {
    const told = (difference: Interval): string =>
      title({ ...readers, differences: [{ first: 0, second: 1, difference, p: 0.2 }] });
    expect(told(around(0.05, 0.02))).toContain('mean AUC higher by 0.050 with Aided than with Unaided');
    expect(told(around(-0.05, 0.02))).toContain('lower by 0.050');
    expect(told(around(0.01, 0.02))).toContain('no difference in mean AUC');
    expect(told(around(0.01, 0.02))).toContain('margin −0.05 excluded');
    expect(told(around(-0.01, 0.07))).toContain('margin −0.05 not excluded');
    expect(told({ value: 0.02, low: null, high: null })).toContain('margin −0.05 not excluded');
  });

  test('with several differences the means are told, and no winner', () => {
    const [difference] = readers.differences;
    if (difference === undefined) throw new Error('the sample has one');
    expect(title({ ...readers, differences: [difference, difference] })).toBe(
      'Reader study: mean AUC Unaided 0.793, Aided 0.846',
    );
  });

  test('margins of a forest lie on either side of no effect', () => {
    const [row] = forestMargins.rows;
    if (row === undefined) throw new Error('the sample has rows');
    const told = (bounds: Interval, margins: readonly number[]): string =>
      title({ ...forestMargins, margins, rows: [{ ...row, ...bounds }] });
    expect(told(around(0, 0.03), [-0.05, 0.05])).toContain('margin −0.05 excluded; margin 0.05 excluded');
    expect(told(around(0.03, 0.03), [-0.05, 0.05])).toContain(
      'margin −0.05 excluded; margin 0.05 not excluded',
    );
  });

  test('a margin on no effect is no margin, and without a value of no effect it is a goal', () => {
    const [row] = forestMargins.rows;
    if (row === undefined) throw new Error('the sample has rows');
    const told = (reference: number | null, margin: number, bounds: Interval): string =>
      title({
        ...forestMargins,
        reference,
        margins: [margin],
        rows: [{ ...row, ...bounds, role: 'summary' }],
      });
    expect(told(0, 0, around(0.09, 0.03))).toBe('Difference in AUC 0.090, above 0');
    expect(told(null, 0.75, around(0.85, 0.05))).toContain('above the goal of 0.75');
    expect(told(null, 0.75, around(0.65, 0.05))).toContain('below the goal of 0.75');
    expect(told(null, 0.75, around(0.76, 0.05))).toContain('no difference from the goal of 0.75 shown');
  });

  test('a decision curve tells where the whole interval of its gain is above 0', () => {
    const told = (lows: readonly number[]): string =>
      title({
        ...decisionCurve,
        thresholds: [0.1, 0.2, 0.3, 0.4],
        curves: decisionCurve.curves.map((curve) => ({
          ...curve,
          low: null,
          high: null,
          netBenefit: [0.1, 0.05, 0.02, 0],
          gain:
            curve.role === 'score' ? lows.map((low) => ({ value: low + 0.01, low, high: low + 0.02 })) : null,
        })),
      });
    expect(told([-0.01, 0.01, 0.01, -0.01])).toContain('at thresholds of 20%–30%');
    expect(told([0.01, -0.01, 0.01, -0.01])).toContain('at 2 of 4 thresholds');
    expect(told([-0.01, -0.01, 0, -0.01])).toContain('no difference in net benefit');
  });

  test('agreement, curves of several scores, lesions, studies and sizes', () => {
    expect(title({ ...blandAltman, bias: around(0.1, 0.3) })).toContain('no difference on average shown');
    expect(title(rocPair)).toBe(
      'Detection of nodules: AUC Device version 2.1 0.894, Device version 1.4 0.817',
    );
    expect(title({ ...froc, curves: froc.curves.slice(0, 1) })).toMatch(
      /\d% of lesions found at 1\.44 false marks/,
    );
    expect(title({ ...sroc, summary: null })).toContain('sensitivity from');
    expect(title({ ...sizeCurve, chosen: null })).toContain('Power 0.8 reached from Cases 380 on');
    expect(title({ ...sizeCurve, chosen: null, target: 0.999 })).toContain(
      'not reached in the range examined',
    );
  });
});

describe('the table is the shape', () => {
  test('readers: values, then means, then differences', () => {
    const values = readers.readers.flatMap((reader) => reader.values);
    const means = readers.means.map(({ value }) => value);
    expect(column(readers, 2)).toEqual([...values, ...means, 0.053]);
    expect(column(readers, 5).at(-1)).toBe(0.0041);
  });

  test('every point of few, the thresholds, pairs and studies', () => {
    expect(column(rocPair, 2)).toEqual(
      rocPair.curves.flatMap(({ points }) => points.map(({ truePositive }) => truePositive)),
    );
    expect(column(froc, 3)).toEqual(
      froc.curves.flatMap(({ points }) => points.map(({ lesionShare }) => lesionShare)),
    );
    expect(column(decisionCurve, 1)).toEqual(decisionCurve.curves[0]?.netBenefit);
    expect(column(blandAltman, 2).slice(3)).toEqual(blandAltman.points.map(({ difference }) => difference));
    expect(column(sroc, 3)).toEqual([...sroc.studies.map(({ sensitivity }) => sensitivity), 0.842]);
    expect(column(sizeCurve, 2)).toEqual(sizeCurve.curves.flatMap(({ points }) => points.map(({ y }) => y)));
  });

  test('of many points the table says how many it shows', () => {
    const [curve] = rocPair.curves;
    if (curve === undefined) throw new Error('the sample has curves');
    const points = Array.from({ length: 5001 }, (_, index) => ({
      falsePositive: index / 5000,
      truePositive: Math.sqrt(index / 5000),
      threshold: index === 0 ? null : -index,
    }));
    const figure = figureOf({ ...rocPair, curves: [{ ...curve, points }] }, 'en');
    expect(figure.table.rows.length).toBeLessThan(500);
    expect(figure.notes.join(' ')).toContain(`The table has ${figure.table.rows.length} of the 5,001 points`);
  });
});

describe('what is drawn', () => {
  test('a band only where there is one', () => {
    const bands = (shape: Shape): number => marksOf(shape).filter(({ mark }) => mark === 'area').length;
    expect(bands(rocPair)).toBe(2);
    const curves = rocPair.curves.map((curve) => ({ ...curve, band: null }));
    expect(bands({ ...rocPair, curves })).toBe(0);
    expect(figureOf({ ...rocPair, curves }, 'en').notes.join(' ')).toContain('no band was computed');
  });

  test('treating all leaves the plot at its floor and says so; the score never does', () => {
    const frame = figureOf(decisionCurve, 'en').plot.panels[1];
    const [bottom = 0] = frame?.y.domain ?? [];
    for (const mark of frame?.marks ?? [])
      if (mark.mark === 'line')
        for (const [, y] of mark.points) expect(y).toBeGreaterThanOrEqual(bottom - 1e-12);
    expect(figureOf(decisionCurve, 'en').notes.join(' ')).toContain('goes on below the plot');
  });

  test('a rule of every margin lies within the axis', () => {
    for (const reference of [0, null])
      for (const margin of [-0.3, 0.75]) {
        const [panel] = figureOf({ ...forestMargins, reference, margins: [margin] }, 'en').plot.panels;
        const [low, high] = panel?.x.domain ?? [0, 0];
        expect(margin).toBeGreaterThan(low);
        expect(margin).toBeLessThan(high);
      }
  });

  test('one threshold alone still has a width, more readers than colours have names', () => {
    const one = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, 1);
    const curves = decisionCurve.curves.map((curve) => ({
      ...curve,
      netBenefit: one(curve.netBenefit),
      low: curve.low === null ? null : one(curve.low),
      high: curve.high === null ? null : one(curve.high),
      gain: curve.gain === null ? null : one(curve.gain),
    }));
    const { plot } = figureOf({ ...decisionCurve, thresholds: [0.2], curves }, 'en');
    const [from = 0, to = 0] = plot.panels[1]?.x.domain ?? [];
    expect([from < 0.2, 0.2 < to]).toEqual([true, true]);
    const many = Array.from({ length: 8 }, (_, index) => ({
      label: { ko: `판독자 ${index}`, en: `Reader ${index}` },
      points: froc.curves[0]?.points ?? [],
    }));
    const said = marksOf({ ...froc, curves: many }).flatMap((mark) =>
      mark.mark === 'words' ? mark.words.map(({ text }) => text) : [],
    );
    expect(said).toEqual(expect.arrayContaining(many.map(({ label }) => label.en)));
  });

  test('without points agreement still has its limits, and says where the points are', () => {
    for (const language of languages) {
      const figure = figureOf({ ...blandAltman, points: [] }, language);
      expect(figure.table.rows).toHaveLength(3);
      expect(figure.notes).toHaveLength(1);
    }
  });

  test('a reader without one of the readings has a point and no line to it', () => {
    const dots = marksOf(readers).filter(({ mark }) => mark === 'dots');
    const rowsOf = dots.map((mark) => (mark.mark === 'dots' ? mark.points.map(([, row]) => row) : []));
    expect(rowsOf.filter((rows) => rows.includes(6.5))).toHaveLength(1);
  });
});

test('thinning keeps both ends and never leaves a gap wider than asked', () => {
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 201, maxLength: 600 });
  fc.assert(
    fc.property(places, (wild) => {
      const items = [...wild].sort((a, b) => a - b);
      const kept = stepsApart(items, (x) => [x, x], 0.05);
      expect(kept[0]).toBe(items[0]);
      expect(kept.at(-1)).toBe(items.at(-1));
      for (const item of items)
        expect(Math.min(...kept.map((other) => Math.abs(other - item)))).toBeLessThanOrEqual(0.05);
    }),
  );
});
