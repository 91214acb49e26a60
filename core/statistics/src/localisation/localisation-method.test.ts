import { unwrap } from '@daero/domain/result';
import type { FrocShape } from '@daero/domain/shape';
import { numbers, table, texts, type Table } from '@daero/domain/table';
import { speakFault, speakWarning } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import { jackknifeCovariance } from '../reader-study/case-covariance.ts';
import { randomStream } from '../resampling/random-stream.ts';
import { localisationFigures, localisationMerits } from './localisation-figures.ts';
import { localisationMethod } from './localisation-method.ts';
import { studyOfMarks } from './marking-roles.ts';

type Row = {
  readonly reader: string;
  readonly modality: string;
  readonly case: string;
  readonly truth: number;
  readonly lesion: string | null;
  readonly rating: number;
  readonly weight: number;
};

/** Four readers, two modalities, 30 cases; every third has two lesions. A row a lesion and a row for what lies elsewhere. */
const all: readonly Row[] = (() => {
  const { uniform } = randomStream(3, 1);
  return ['aided', 'unaided'].flatMap((modality, m) =>
    ['A', 'B', 'C', 'D'].flatMap((reader) =>
      Array.from({ length: 30 }, (_each, i): readonly Row[] => {
        const own = { reader, modality, case: `${i}`, truth: i % 3 === 0 ? 1 : 0 };
        const elsewhere = {
          ...own,
          lesion: null,
          rating: uniform() < 0.4 ? 1 + 3 * uniform() : NaN,
          weight: NaN,
        };
        if (own.truth === 0) return [elsewhere];
        const lesion = (name: string, weight: number): Row => ({
          ...own,
          lesion: name,
          rating: uniform() < 0.6 - 0.2 * m ? 2 + 3 * uniform() : NaN,
          weight,
        });
        return [lesion('one', 0.75), lesion('two', 0.25), elsewhere];
      }).flat(),
    ),
  );
})();

const tableOf = (rows: readonly Row[]): Table =>
  table([
    ['reader', texts(rows.map(({ reader }) => reader))],
    ['modality', texts(rows.map(({ modality }) => modality))],
    ['case', texts(rows.map((row) => row.case))],
    ['truth', numbers(rows.map(({ truth }) => truth))],
    ['lesion', texts(rows.map(({ lesion }) => lesion))],
    ['rating', numbers(rows.map(({ rating }) => rating))],
    ['weight', numbers(rows.map(({ weight }) => weight))],
  ]);

const run = (settings: unknown, rows: readonly Row[] = all) =>
  localisationMethod.run(tableOf(rows), localisationMethod.settings.parse(settings));

const curves = (shapes: readonly { readonly shape: string }[]): readonly FrocShape[] =>
  shapes.filter((shape): shape is FrocShape => shape.shape === 'froc');

describe.each(localisationMerits)('%s', (figure) => {
  test('is compared, named with its source, and drawn by reader and modality', () => {
    const { estimates, shapes } = unwrap(run({ figure }));
    const { first, second, difference } = estimates;
    expect(difference?.value).toBeCloseTo((first?.value ?? NaN) - (second?.value ?? NaN), 12);
    expect(difference?.source).toMatch(/Hillis \(2007\)/);
    expect(difference?.method.en).toContain(figure);
    const [readers] = shapes;
    if (readers?.shape !== 'readers') throw new Error('a picture of readers was expected');
    expect(readers.readers.map(({ label }) => label.en)).toEqual(['A', 'B', 'C', 'D']);
    expect(readers.means[0]?.value).toBe(first?.value);
    expect(JSON.stringify(shapes)).not.toContain('Infinity');
  });

  test('its variance for these readers is that of the jackknife over its own cases', () => {
    const { study } = unwrap(studyOfMarks(tableOf(all), undefined));
    const figures = localisationFigures(study, figure);
    const over =
      figure === 'HrSe' || figure === 'MaxLLF'
        ? 'diseased'
        : figure === 'HrSp' || figure === 'MaxNLF'
          ? 'healthy'
          : 'all';
    const { matrix } = jackknifeCovariance(figures, over);
    const sign = (cell: number): number => (cell < 4 ? 1 : -1) / 4;
    const wanted = matrix.reduce((x, row, i) => x + row.reduce((y, v, j) => y + sign(i) * sign(j) * v, 0), 0);
    const { standardError = null } = unwrap(run({ figure, to: 'cases' })).estimates.difference ?? {};
    // Cov2 - Cov3 below 0 counts as 0, so the variance is never smaller than this.
    expect((standardError ?? 0) * (standardError ?? 0)).toBeGreaterThanOrEqual(wanted - 1e-12);
  });
});

test('one picture of readers together, and one a modality with a curve a reader', () => {
  const [together, ...apart] = curves(unwrap(run({ modalities: ['aided', 'unaided'] })).shapes);
  expect(together?.curves.map(({ label }) => label.en)).toEqual(['aided', 'unaided']);
  expect(together?.n).toEqual({ cases: 30, lesions: 20 });
  expect(apart.map((shape) => shape.curves.map(({ label }) => label.en))).toEqual([
    ['A', 'B', 'C', 'D'],
    ['A', 'B', 'C', 'D'],
  ]);
});

test('a hypothesis is answered and drawn', () => {
  const { warnings, shapes, estimates } = unwrap(
    run({ hypothesis: { question: 'non-inferiority', margin: 0.1 } }),
  );
  expect(warnings.map(({ kind }) => kind)).toContain('hypothesis-shown');
  expect(estimates.p?.value).toBeLessThan(0.025);
  expect(shapes[0]).toMatchObject({ margin: -0.1 });
});

describe('what is wrong with the rows is said', () => {
  test.each([
    ['weights-not-one', all.map((row) => ({ ...row, weight: row.weight * 0.9 }))],
    ['reader-one-class', all.filter(({ reader, truth }) => reader !== 'C' || truth === 1)],
    [
      'reader-one-class',
      all.filter(({ reader, truth, modality }) => reader !== 'D' || modality !== 'aided' || truth === 0),
    ],
    [
      'case-of-two-truths',
      all.map((row, at) => (at === 3 ? { ...row, truth: 1, lesion: 'x', weight: 1 } : row)),
    ],
  ] as const)('%s', (kind, rows) => {
    const found = run({}, rows);
    if (found.ok) throw new Error('a fault was expected');
    expect(found.fault.kind).toBe(kind);
    expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
  });

  test('cases that a reader has no rows of are counted', () => {
    const { warnings } = unwrap(
      run(
        {},
        all.filter((row) => row.reader !== 'B' || Number(row.case) < 24),
      ),
    );
    const said = warnings.find(({ kind }) => kind === 'cases-without-rows');
    expect(said?.facts).toEqual({ cells: 2, cases: 12 });
    if (said !== undefined) expect(speakWarning(said, 'ko') + speakWarning(said, 'en')).not.toContain('{');
  });
});
