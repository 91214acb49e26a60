import type {
  BlandAltmanShape,
  DecisionCurveShape,
  ForestShape,
  ReadersShape,
  Shape,
  SrocShape,
} from '@daero/domain/shape';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { discloseShape } from './disclosure.ts';

const words = { ko: '말', en: 'words' };
const unknown = { value: 0, low: null, high: null };

const forest = (rows: readonly [ForestShape['rows'][number]['role'], number][]): ForestShape => ({
  shape: 'forest',
  label: words,
  quantity: words,
  level: 0.95,
  scale: 'linear',
  reference: null,
  margins: [],
  rows: rows.map(([role, n]) => ({ ...unknown, label: words, n, weight: null, role })),
  prediction: null,
  heterogeneity: null,
});
const readers = (parts: ReadersShape['parts'], values: readonly number[]): ReadersShape => ({
  shape: 'readers',
  label: words,
  quantity: words,
  level: 0.95,
  n: 200,
  parts,
  modalities: [words],
  readers: values.map((value, at) => ({
    label: { ko: `홍길동 ${at}`, en: `Dr Hong ${at}` },
    values: [value],
  })),
  means: [unknown],
  differences: [],
  margin: null,
});
const curve = (n: number, events: number, netBenefit: readonly number[]): DecisionCurveShape => ({
  shape: 'decision-curve',
  label: words,
  n,
  events,
  level: 0.95,
  horizonDays: null,
  thresholds: netBenefit.map((_benefit, at) => (at + 1) / 100),
  curves: (['score', 'treat-all'] as const).map((role) => ({
    label: words,
    role,
    netBenefit,
    low: netBenefit,
    high: null,
    gain: netBenefit.map((value) => ({ value, low: value, high: null })),
  })),
  roundedTo: null,
});
const agreement = (n: number): BlandAltmanShape => ({
  shape: 'bland-altman',
  label: words,
  unit: words,
  n,
  level: 0.95,
  points: [{ mean: 1, difference: 0.1 }],
  bias: unknown,
  lower: unknown,
  upper: unknown,
});
const studies = (sensitivity: number, falsePositive: number): SrocShape => ({
  shape: 'sroc',
  label: words,
  level: 0.95,
  studies: [{ label: words, diseased: 100, healthy: 100, sensitivity, falsePositive }],
  summary: null,
  confidence: [],
  prediction: [],
  curve: [],
});
const lesions: Shape = {
  shape: 'froc',
  label: words,
  modality: null,
  n: { cases: 500, lesions: 300 },
  curves: [],
};
const sizes: Shape = {
  shape: 'size-curve',
  label: words,
  x: words,
  y: words,
  curves: [],
  target: null,
  chosen: null,
};

const structure: Shape = {
  shape: 'model-structure',
  label: words,
  drawing: { form: 'states', moves: 'by-cycle', states: [], passages: [] },
};

describe('what may leave the site', () => {
  it.each([
    { name: 'a drawing of a model goes', shape: structure, leaves: true },
    { name: 'marks on images stay', shape: lesions, leaves: false },
    { name: 'plans of a study go', shape: sizes, leaves: true },
    { name: 'agreement of nine stays', shape: agreement(9), leaves: false },
    { name: 'agreement of ten goes', shape: agreement(10), leaves: true },
    {
      name: 'all but one small site stays: the site is the rest',
      shape: forest([
        ['summary', 100],
        ['left-out', 95],
      ]),
      leaves: false,
    },
    {
      name: 'all but one large site goes',
      shape: forest([
        ['summary', 100],
        ['left-out', 60],
      ]),
      leaves: true,
    },
    { name: 'an AUC a reader goes', shape: readers({ diseased: 90, healthy: 110 }, [0.98]), leaves: true },
    { name: 'few diseased stay', shape: readers({ diseased: 9, healthy: 191 }, [0.8]), leaves: false },
    {
      name: 'three readers are no small cell',
      shape: readers({ diseased: 90, readers: 3 }, [0.8]),
      leaves: true,
    },
    { name: 'a share that names two missed stays', shape: readers({ trials: 100 }, [0.98]), leaves: false },
    { name: 'a share of many goes', shape: readers({ trials: 100 }, [0.8, 0.85]), leaves: true },
    { name: 'few events stay', shape: curve(500, 7, [0.1]), leaves: false },
    { name: 'few without the event stay', shape: curve(500, 495, [0.1]), leaves: false },
    { name: 'a study that missed three stays', shape: studies(0.97, 0.2), leaves: false },
    { name: 'a study with large cells goes', shape: studies(0.8, 0.2), leaves: true },
  ])('$name', ({ shape, leaves }) => {
    expect(discloseShape(shape, 10)).toHaveLength(leaves ? 1 : 0);
    expect(discloseShape(shape, 1)).toEqual([shape]);
  });

  test('limits of agreement go without the people they are of', () => {
    expect(discloseShape(agreement(50), 10)).toEqual([{ ...agreement(50), points: [] }]);
  });

  test('what a reader reached goes without a name', () => {
    const shown = JSON.stringify(discloseShape(readers({ diseased: 90 }, [0.8, 0.9]), 10));
    expect(shown).not.toMatch(/Hong|홍길동/);
    expect(shown).toContain('Reader 2');
  });

  test('treating all is a matter of counts that go anyway; a score goes in steps of the smallest cell', () => {
    const benefit = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(benefit, fc.integer({ min: 40, max: 5000 }), (netBenefit, n) => {
        const [shown] = discloseShape(curve(n, 20, netBenefit), 10);
        if (shown?.shape !== 'decision-curve') throw new Error('a decision curve was expected');
        const [score, all] = shown.curves;
        const people = [
          ...(score?.netBenefit ?? []),
          ...(score?.low ?? []),
          ...(score?.gain ?? []).map(({ value }) => value),
        ].map((value) => (value * n) / 10);
        for (const cells of people) expect(Math.abs(cells - Math.round(cells))).toBeLessThan(1e-9);
        expect(all?.netBenefit).toEqual(netBenefit);
        expect(shown.roundedTo).toBe(10 / n);
      }),
    );
  });
});
