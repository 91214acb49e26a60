import type { AnalysisOutput, Method } from '@daero/domain/method';
import { unwrap, type Result } from '@daero/domain/result';
import { numbers, table, texts, type Table } from '@daero/domain/table';
import { speakFault, speakWarning } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { clusteredAucMethod } from '../clustered/clustered-auc-method.ts';
import { clusteredProportionMethod } from '../clustered/clustered-proportion-method.ts';
import { localisationMethod } from '../localisation/localisation-method.ts';
import { randomStream } from '../resampling/random-stream.ts';
import { obuchowskiRocketteMethod } from './obuchowski-rockette-method.ts';
import { readerStudySizeMethod } from './reader-study-size-method.ts';
import { standaloneMethod } from './standalone-method.ts';
import { uStatisticMethod } from './u-statistic-method.ts';

/** Four readers, 60 cases of 30 patients, without and with the device; lesions as the localisation study takes them. */
function readingTable(keep: (row: number) => boolean = () => true): Table {
  const { integerBelow } = randomStream(5, 0);
  const rows = ['unaided', 'aided'].flatMap((modality, m) =>
    ['A', 'B', 'C', 'D'].flatMap((reader) =>
      Array.from({ length: 60 }, (_each, i) => {
        const truth = i % 3 === 0 ? 1 : 0;
        return {
          modality,
          reader,
          case: i,
          truth,
          rating: 1 + integerBelow(6) + truth * (2 + m),
          cluster: `patient ${i % 30}`,
          lesion: truth === 1 ? 'one' : null,
        };
      }),
    ),
  );
  const kept = rows.filter((_row, at) => keep(at));
  const ratings = kept.map(({ rating }) => rating);
  return table([
    ['reader', texts(kept.map(({ reader }) => reader))],
    ['modality', texts(kept.map(({ modality }) => modality))],
    ['case', numbers(kept.map((row) => row.case))],
    ['truth', numbers(kept.map(({ truth }) => truth))],
    ['rating', numbers(ratings)],
    ['score', numbers(ratings)],
    ['other-score', numbers(ratings.map((rating, at) => rating + (at % 4)))],
    ['event', numbers(ratings.map((rating) => (rating > 4 ? 1 : 0)))],
    ['cluster', texts(kept.map(({ cluster }) => cluster))],
    ['lesion', texts(kept.map(({ lesion }) => lesion))],
  ]);
}

const run = <Settings extends z.ZodType>(
  record: Method<Settings>,
  settings: unknown,
  roles: Table,
): Result<AnalysisOutput> => record.run(roles, record.settings.parse(settings));

type Row = {
  readonly name: string;
  readonly gives: readonly string[];
  readonly run: (roles: Table) => Result<AnalysisOutput>;
};
const row = <Settings extends z.ZodType>(record: Method<Settings>, settings: unknown, note = ''): Row => ({
  name: `${record.name} ${note}`.trim(),
  gives: record.gives,
  run: (roles) => run(record, settings, roles),
});

const order = { modalities: ['unaided', 'aided'] };
const rows: readonly Row[] = [
  row(obuchowskiRocketteMethod, order),
  row(obuchowskiRocketteMethod, { ...order, covariance: 'clustered' }, 'of patients'),
  row(obuchowskiRocketteMethod, { ...order, covariance: 'unbiased', to: 'cases' }, 'of these readers'),
  row(obuchowskiRocketteMethod, { ...order, analysis: 'dorfman-berbaum-metz' }, 'by pseudovalues'),
  row(obuchowskiRocketteMethod, { ...order, metric: 'sensitivity', threshold: 5 }, 'of sensitivity'),
  row(uStatisticMethod, order),
  row(uStatisticMethod, { ...order, threshold: 5 }, 'of calls'),
  row(localisationMethod, order),
  row(readerStudySizeMethod, { ...order, difference: 0.08, readers: [6, 10] }),
  row(clusteredAucMethod, {}),
  row(clusteredProportionMethod, {}),
  row(clusteredProportionMethod, { interval: 'gee' }, 'by equations'),
];

const check = (output: AnalysisOutput, gives: readonly string[]): void => {
  const given = Object.keys(output.estimates);
  for (const name of gives) {
    const fits = (key: string): boolean =>
      name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name;
    expect(given.some(fits), name).toBe(true);
  }
  expect(JSON.stringify(output)).not.toContain('Infinity');
  for (const { value, low, high, warnings } of Object.values(output.estimates)) {
    expect(Number.isFinite(value)).toBe(true);
    if (low === null || high === null) expect(warnings.map(({ kind }) => kind)).toContain('no-interval');
    else expect(low <= value && value <= high).toBe(true);
    for (const warning of warnings)
      expect(speakWarning(warning, 'ko') + speakWarning(warning, 'en')).not.toContain('{');
  }
};

describe.each(rows)('$name', ({ gives, run: once }) => {
  test('gives what it says, each value within its interval, in words, and the same to the byte again', () => {
    const output = unwrap(once(readingTable()));
    check(output, gives);
    expect(JSON.stringify(unwrap(once(readingTable())))).toBe(JSON.stringify(output));
  });

  test('a missing column is named', () => {
    expect(once(table([['other', numbers([1, 2])]]))).toMatchObject({ fault: { kind: 'column-missing' } });
  });
});

test('the device alone beside readers', () => {
  const unaided = readingTable((at) => at < 4 * 60);
  const output = unwrap(run(standaloneMethod, { device: 'A' }, unaided));
  check(output, standaloneMethod.gives);
  const { device, readers, difference } = output.estimates;
  expect(difference?.value).toBeCloseTo((device?.value ?? NaN) - (readers?.value ?? NaN), 12);
  const unknown = run(standaloneMethod, { device: 'Z' }, unaided);
  expect(unknown).toMatchObject({ fault: { kind: 'reader-unknown', reader: 'Z' } });
  expect(run(standaloneMethod, { device: 'A' }, readingTable())).toMatchObject({
    fault: { kind: 'reading-twice' },
  });
});

describe('the size of a study from its pilot', () => {
  const plan = { ...order, difference: 0.08, readers: [6, 10] };
  const curve = ({ shapes: [shape] }: AnalysisOutput) => {
    if (shape?.shape !== 'size-curve') throw new Error('curves were expected');
    return shape;
  };

  test.each([
    {},
    { design: 'crossover' },
    { design: 'split-plot', blocks: 2 },
    { design: 'cases-nested-in-readers' },
    { design: 'cases-nested-in-modalities' },
    { metric: 'sensitivity', threshold: 5, difference: 0.3 },
    { metric: 'specificity', threshold: 5, difference: 0.15, to: 'cases' },
  ])('curves rise to the power asked for: %o', (more) => {
    const output = unwrap(run(readerStudySizeMethod, { ...plan, ...more }, readingTable()));
    check(output, readerStudySizeMethod.gives);
    const { curves, chosen, target } = curve(output);
    expect(curves.map(({ label }) => label.en)).toEqual(['6 readers', '10 readers']);
    expect(chosen?.x).toBe(output.estimates.cases?.value);
    expect(chosen?.y).toBeGreaterThanOrEqual(target ?? NaN);
    for (const { points } of curves) expect(points.at(-1)?.y).toBeGreaterThan(points[0]?.y ?? NaN);
    expect(output.estimates['cases-10']?.value).toBeLessThanOrEqual(
      output.estimates['cases-6']?.value ?? NaN,
    );
  });

  test('readers who can never reach it have a curve and a warning instead of a number', () => {
    const output = unwrap(
      run(readerStudySizeMethod, { ...plan, difference: 0.03, readers: [60, 2] }, readingTable()),
    );
    expect(output.warnings.map(({ kind }) => kind)).toContain('readers-too-few-for-power');
    expect(Object.keys(output.estimates)).not.toContain('cases-2');
    expect(curve(output).curves.length).toBe(2);
    check(output, readerStudySizeMethod.gives);
  });

  test.each([
    ['blocks-not-dividing', { ...plan, design: 'split-plot', blocks: 4 }],
    ['readers-below-terms', { ...plan, design: 'crossover', readers: [2] }],
  ] as const)('%s', (kind, asked) => {
    const found = run(readerStudySizeMethod, asked, readingTable());
    if (found.ok) throw new Error('a fault was expected');
    expect(found.fault.kind).toBe(kind);
    expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
  });
});

describe('what the plan or the readings lack is said', () => {
  const someMissing = readingTable((at) => at % 17 !== 0);
  test.each([
    ['modality-unknown', () => run(uStatisticMethod, { modalities: ['aided', 'blind'] }, readingTable())],
    [
      'study-not-crossed',
      () => run(obuchowskiRocketteMethod, { analysis: 'dorfman-berbaum-metz' }, someMissing),
    ],
    [
      'too-few-readers',
      () =>
        run(
          obuchowskiRocketteMethod,
          {},
          readingTable((at) => at < 60),
        ),
    ],
    [
      'reader-one-class',
      () =>
        run(
          uStatisticMethod,
          {},
          readingTable((at) => at % 3 !== 0),
        ),
    ],
  ] as const)('%s', (kind, found) => {
    const result = found();
    if (result.ok) throw new Error('a fault was expected');
    expect(result.fault.kind).toBe(kind);
    expect(speakFault(result.fault, 'ko') + speakFault(result.fault, 'en')).not.toContain('{');
  });

  test('a U-statistic takes what is missing', () => {
    check(unwrap(run(uStatisticMethod, order, someMissing)), uStatisticMethod.gives);
  });

  test('sensitivity without a threshold, and another covariance for it, are refused', () => {
    const { settings } = obuchowskiRocketteMethod;
    expect(settings.safeParse({ metric: 'sensitivity' }).success).toBe(false);
    expect(settings.safeParse({ metric: 'specificity', threshold: 3, covariance: 'delong' }).success).toBe(
      false,
    );
  });

  test('few readers are warned of', () => {
    const { warnings } = unwrap(run(obuchowskiRocketteMethod, order, readingTable()));
    expect(warnings).toContainEqual({ kind: 'few-readers', facts: { readers: 4 } });
  });
});
