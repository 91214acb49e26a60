import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aucDelong } from '../discrimination/auc-delong.ts';
import { localisationFigures, localisationMerits, type LocalisationMerit } from './localisation-figures.ts';
import { frocCurve } from './froc-curve.ts';
import { marks, type LesionRows, type LocalisationStudy, type MarkRows } from './marks.ts';

const keep = { readers: ['1'], modalities: ['x'] };
const rating = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(null));

/** One reader; each case has lesions (none: healthy), each rated or not, and a mark elsewhere or none. */
type Case = { readonly lesions: readonly (number | null)[]; readonly elsewhere: number | null };
const diseased: fc.Arbitrary<Case> = fc.record({
  lesions: fc.array(rating, { minLength: 1, maxLength: 3 }),
  elsewhere: rating,
});
const healthy: fc.Arbitrary<Case> = fc.record({ lesions: fc.constant([]), elsewhere: rating });
const cases = fc
  .tuple(
    fc.array(diseased, { minLength: 3, maxLength: 7 }),
    fc.array(healthy, { minLength: 3, maxLength: 7 }),
  )
  .map(([sick, well]) => [...sick, ...well]);

type LesionRow = { readonly case: string; readonly lesion: string | null; readonly weight: number };

function rowsOf(from: readonly Case[]): { readonly marked: MarkRows; readonly there: LesionRows } {
  const there = from.flatMap(({ lesions }, i): readonly LesionRow[] =>
    lesions.length === 0
      ? [{ case: `${i}`, lesion: null, weight: 0 }]
      : lesions.map((_rating, l) => ({ case: `${i}`, lesion: `${l}`, weight: 1 / lesions.length })),
  );
  const marked = from.flatMap(({ lesions, elsewhere }, i) => [
    ...lesions.map((value, l) => ({ case: `${i}`, lesion: `${l}`, rating: value })),
    { case: `${i}`, lesion: null, rating: elsewhere },
  ]);
  const found = marked.flatMap((row) => (row.rating === null ? [] : [{ ...row, rating: row.rating }]));
  return {
    marked: {
      reader: found.map(() => '1'),
      modality: found.map(() => 'x'),
      case: found.map((row) => row.case),
      lesion: found.map((row) => row.lesion),
      rating: found.map((row) => row.rating),
    },
    there: {
      case: there.map((row) => row.case),
      lesion: there.map((row) => row.lesion),
      weight: there.map((row) => row.weight),
    },
  };
}

const studyOf = (from: readonly Case[]): LocalisationStudy => {
  const { marked, there } = rowsOf(from);
  return unwrap(marks(marked, there, keep));
};
const valueOf = (from: readonly Case[], merit: LocalisationMerit): number =>
  localisationFigures(studyOf(from), merit)[0]?.value ?? NaN;

describe('localisation figures', () => {
  test.each(localisationMerits)('%s without a case is the figure of the other cases', (merit) => {
    fc.assert(
      fc.property(cases, (from) => {
        const [figure] = localisationFigures(studyOf(from), merit);
        const sick = from.filter(({ lesions }) => lesions.length > 0).length;
        const { diseased: withoutSick, healthy: withoutWell } = figure?.without ?? {
          diseased: [],
          healthy: [],
        };
        [...withoutSick, ...withoutWell].forEach((value, k) => {
          const rest = from.filter((_case, i) => i !== k);
          expect(value).toBeCloseTo(valueOf(rest, merit), 12);
        });
        expect(withoutSick.length).toBe(sick);
      }),
      { numRuns: 40 },
    );
  });

  test('with one lesion a case and no marks elsewhere on it, every AFROC is the AUC of the ratings', () => {
    fc.assert(
      fc.property(cases, (from) => {
        const plain = from.map(({ lesions, elsewhere }) =>
          lesions.length === 0 ? { lesions, elsewhere } : { lesions: lesions.slice(0, 1), elsewhere: null },
        );
        const ratings = (of: 'sick' | 'well') =>
          plain
            .filter(({ lesions }) => lesions.length > 0 === (of === 'sick'))
            .map(({ lesions: [own], elsewhere }) => (of === 'sick' ? own : elsewhere) ?? -Infinity);
        const { auc } = unwrap(aucDelong(ratings('sick'), ratings('well')));
        for (const merit of ['wAFROC', 'AFROC', 'HrAuc'] as const)
          expect(valueOf(plain, merit)).toBeCloseTo(auc, 12);
      }),
      { numRuns: 40 },
    );
  });

  test('an unmarked lesion ties with an unmarked case, and the higher of two marks on a lesion stands', () => {
    const blank = { lesions: [null], elsewhere: null };
    const calm = { lesions: [], elsewhere: null };
    expect(valueOf([blank, blank, calm, calm], 'wAFROC')).toBe(0.5);
    const { marked, there } = rowsOf([{ lesions: [2], elsewhere: null }, blank, calm, calm]);
    const twice = unwrap(
      marks(
        {
          reader: [...marked.reader, '1'],
          modality: [...marked.modality, 'x'],
          case: [...marked.case, '0'],
          lesion: [...marked.lesion, '0'],
          rating: [...Array.from(marked.rating), 4],
        },
        there,
        keep,
      ),
    );
    expect(twice.cells[0]?.lesions[0]).toBe(4);
  });
});

describe('the free-response curve', () => {
  const area = (points: ReturnType<typeof frocCurve>): number =>
    points.slice(1).reduce((sum, { nonLesionsPerCase: x, lesionShare: y }, at) => {
      const before = points[at];
      return sum + ((x - (before?.nonLesionsPerCase ?? NaN)) * (y + (before?.lesionShare ?? NaN))) / 2;
    }, 0);
  const curveOf = (from: readonly Case[], copies = 1) => {
    const { cells, diseased: sick, healthy: well, weights } = studyOf(from);
    const sizes = { cases: sick.length + well.length, lesions: weights.length };
    return frocCurve(Array.from({ length: copies }, () => cells).flat(), sizes);
  };

  test('rises from nothing to all that was marked, and the area under it is the figure', () => {
    fc.assert(
      fc.property(cases, (from) => {
        const points = curveOf(from);
        expect(points[0]).toEqual({ nonLesionsPerCase: 0, lesionShare: 0, threshold: null });
        const end = points.at(-1);
        expect(end?.nonLesionsPerCase).toBeCloseTo(valueOf(from, 'MaxNLFAllCases'), 12);
        expect(end?.lesionShare).toBeCloseTo(valueOf(from, 'MaxLLF'), 12);
        points.slice(1).forEach((point, at) => {
          expect(point.nonLesionsPerCase).toBeGreaterThanOrEqual(points[at]?.nonLesionsPerCase ?? NaN);
          expect(point.lesionShare).toBeGreaterThanOrEqual(points[at]?.lesionShare ?? NaN);
        });
        expect(area(points)).toBeCloseTo(valueOf(from, 'FROC'), 12);
      }),
      { numRuns: 60 },
    );
  });

  test('of readers who marked alike is that of each', () => {
    fc.assert(
      fc.property(cases, (from) => {
        const [one, three] = [curveOf(from), curveOf(from, 3)];
        expect(three.length).toBe(one.length);
        three.forEach((point, at) => {
          expect(point.nonLesionsPerCase).toBeCloseTo(one[at]?.nonLesionsPerCase ?? NaN, 12);
          expect(point.lesionShare).toBeCloseTo(one[at]?.lesionShare ?? NaN, 12);
        });
      }),
      { numRuns: 20 },
    );
  });

  test('the highest mark makes the sensitivity and the specificity of a case', () => {
    const from: readonly Case[] = [
      { lesions: [null, 3], elsewhere: null },
      { lesions: [null], elsewhere: 2 },
      { lesions: [null], elsewhere: null },
      { lesions: [], elsewhere: 1 },
      { lesions: [], elsewhere: null },
      { lesions: [], elsewhere: null },
      { lesions: [], elsewhere: null },
    ];
    expect(valueOf(from, 'HrSe')).toBeCloseTo(2 / 3, 12); // a mark anywhere on a diseased case counts
    expect(valueOf(from, 'HrSp')).toBe(3 / 4);
    expect(valueOf(from, 'MaxNLFAllCases')).toBeCloseTo(2 / 7, 12);
  });
});

describe('what is wrong with the marks is said', () => {
  const { marked, there } = rowsOf([
    { lesions: [2, 3], elsewhere: null },
    { lesions: [1], elsewhere: 2 },
    { lesions: [], elsewhere: 1 },
    { lesions: [], elsewhere: null },
  ]);
  const change = <Rows extends object>(rows: Rows, to: Partial<Rows>): Rows => ({ ...rows, ...to });
  const first = <Value>(values: ArrayLike<Value>, value: Value): Value[] => [
    value,
    ...Array.from(values).slice(1),
  ];
  test.each([
    ['weights-not-one', marked, change(there, { weight: first(there.weight, 0.4) })],
    ['mark-without-lesion', change(marked, { lesion: first(marked.lesion, '9') }), there],
    ['mark-without-case', change(marked, { case: first(marked.case, 'nobody') }), there],
    ['reading-without-rating', change(marked, { rating: first(marked.rating, NaN) }), there],
    ['case-of-two-truths', marked, change(there, { lesion: first(there.lesion, null) })],
    ['too-few-cases', marked, change(there, { lesion: there.lesion.map((name) => name ?? '0') })],
  ] as const)('%s', (kind, rows, lesions) => {
    const found = marks(rows, lesions, keep);
    if (found.ok) throw new Error('a fault was expected');
    expect(found.fault.kind).toBe(kind);
    expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
  });
});

// The figures against RJafroc. `npm run reference` compares every number of every case.
const reference = join(
  import.meta.dirname,
  '../../../..',
  process.env.DAERO_REFERENCE ?? '../shared',
  'reference/validation',
);
const here = existsSync(reference);
const form = z.object({
  data: z.tuple([z.string(), z.string()]),
  inputs: z.object({
    figure_of_merit: z.enum(localisationMerits),
    modalities: z.array(z.number()),
    readers: z.array(z.number()),
  }),
  expected: z.object({
    RRRC: z.object({ FOMs: z.object({ foms: z.object({ values: z.array(z.array(z.number())) }) }) }),
  }),
});
const names = here ? readdirSync(reference).filter((name) => name.startsWith('froc-')) : [];

describe.skipIf(!here)('agreement with RJafroc (needs ../shared/reference)', () => {
  test.each(names)('%s', (name) => {
    const { data, inputs, expected } = form.parse(
      JSON.parse(readFileSync(join(reference, name, 'expected.json'), 'utf8')),
    );
    const columns = (file: string) => {
      const [header = '', ...lines] = readFileSync(join(reference, name, file), 'utf8')
        .trim()
        .split(/\r?\n/);
      return (column: string) =>
        lines.map((line) => line.split(',')[header.split(',').indexOf(column)] ?? '');
    };
    const [marked, truth] = [columns(data[0]), columns(data[1])];
    const [kinds, hits, truths, lesions] = [marked('kind'), marked('mark'), truth('truth'), truth('lesion')];
    const study = unwrap(
      marks(
        {
          reader: marked('reader'),
          modality: marked('modality'),
          case: marked('case'),
          lesion: kinds.map((kind, row) => (kind === 'LL' ? (hits[row] ?? '') : null)),
          rating: marked('rating').map(Number),
        },
        {
          case: truth('case'),
          lesion: truths.map((value, row) => (value === '1' ? (lesions[row] ?? '') : null)),
          weight: truth('weight').map(Number),
        },
        { readers: inputs.readers.map(String), modalities: inputs.modalities.map(String) },
      ),
    );
    const wanted = expected.RRRC.FOMs.foms.values.flat();
    localisationFigures(study, inputs.figure_of_merit).forEach(({ value }, cell) =>
      expect(value).toBeCloseTo(wanted[cell] ?? NaN, 10),
    );
    expect(wanted.length).toBe(study.cells.length);
  });
});
