import type { AnalysisOutput, Method } from '@daero/domain/method';
import { unwrap, type Result } from '@daero/domain/result';
import { numbers, table, texts, type Table } from '@daero/domain/table';
import { speakWarning } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { randomStream } from '../resampling/random-stream.ts';
import { obuchowskiRocketteMethod } from './obuchowski-rockette-method.ts';
import { readingSums } from './reading-moments.ts';
import { nestedReadings } from './readings.ts';
import { standaloneMethod } from './standalone-method.ts';
import { uStatisticMethod } from './u-statistic-method.ts';
import { uStatistic } from './u-statistic.ts';

type Reading = { readonly reader: string; readonly modality: string; readonly case: number };

/** Five readers, three modalities, 80 cases: the readings that a design keeps, each rated from the same stream. */
function drawn(
  kept: (reading: Reading, readerAt: number) => boolean,
  { levels = 8, seed = 9, cases = 80 } = {},
): Table {
  const { integerBelow } = randomStream(seed, 0);
  const rows = ['one', 'two', 'three'].flatMap((modality, m) =>
    ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((reader, j) =>
      Array.from({ length: cases }, (_each, i) => {
        const truth = i % 2;
        const rating = integerBelow(levels) + integerBelow(1 + (j % 3)) + truth * (3 - m);
        return { reader, modality, case: i, truth, rating, kept: kept({ reader, modality, case: i }, j) };
      }),
    ),
  );
  const found = rows.filter((row) => row.kept);
  return table([
    ['reader', texts(found.map(({ reader }) => reader))],
    ['modality', texts(found.map(({ modality }) => modality))],
    ['case', numbers(found.map((row) => row.case))],
    ['truth', numbers(found.map(({ truth }) => truth))],
    ['rating', numbers(found.map(({ rating }) => rating))],
  ]);
}

const run = <Settings extends z.ZodType>(
  record: Method<Settings>,
  settings: unknown,
  roles: Table,
): Result<AnalysisOutput> => record.run(roles, record.settings.parse(settings));

const estimate = ({ estimates }: AnalysisOutput, name: string) => {
  const found = estimates[name];
  if (found === undefined) throw new Error(`no estimate ${name}`);
  return found;
};
const squared = (x: number | null): number => (x ?? NaN) * (x ?? NaN);
const or = (settings: object, roles: Table) => unwrap(run(obuchowskiRocketteMethod, settings, roles));
const u = (settings: object, roles: Table) => unwrap(run(uStatisticMethod, settings, roles));
const two = { modalities: ['one', 'two'] };

describe('partly paired: the first modality on some cases, the two others on the rest', () => {
  const partly = drawn(({ modality, case: id }) => (modality === 'one') === id < 40);

  test.each(['jackknife', 'delong', 'unbiased'])(
    '%s: modalities without a case in common vary apart',
    (covariance) => {
      const shared = or({ ...two, covariance, to: 'cases' }, partly);
      const means = ['first', 'second'].map((name) => squared(estimate(shared, name).standardError));
      const difference = squared(estimate(shared, 'difference').standardError);
      expect(difference / ((means[0] ?? NaN) + (means[1] ?? NaN))).toBeCloseTo(1, 9);
      const nested = or({ ...two, covariance, design: 'cases-nested-in-modalities', to: 'cases' }, partly);
      expect(estimate(nested, 'difference').standardError).toBeCloseTo(Math.sqrt(difference), 12);
    },
  );

  test('all three together: every mean and difference is given, and the paired one by U-statistics is the surer', () => {
    const { estimates, shapes } = or({ modalities: ['one', 'two', 'three'] }, partly);
    expect(Object.keys(estimates).filter((name) => /^(mean|difference)-/.test(name)).length).toBe(6);
    expect(shapes[0]).toMatchObject({ shape: 'readers', differences: [{}, {}, {}] });
    const paired = u({ modalities: ['two', 'three'] }, partly);
    expect(estimate(paired, 'difference').value).toBeCloseTo(
      estimates['difference-two-three']?.value ?? NaN,
      12,
    );
  });

  test('the analysis of pseudovalues refuses it', () => {
    const found = run(obuchowskiRocketteMethod, { analysis: 'dorfman-berbaum-metz' }, partly);
    expect(found).toMatchObject({ fault: { kind: 'study-not-crossed' } });
  });
});

describe('split-plot: each half of the readers reads its own half of the cases in both modalities', () => {
  const split = drawn(({ case: id, modality }, j) => modality !== 'three' && j % 2 === (id < 40 ? 0 : 1));

  test('Obuchowski-Rockette and U-statistics find one difference', () => {
    const [a, b] = [estimate(or(two, split), 'difference'), estimate(u(two, split), 'difference')];
    expect(a.value).toBeCloseTo(b.value, 12);
    // Two estimates of one variance: of the same size, not the same.
    expect((a.standardError ?? NaN) / (b.standardError ?? NaN)).toBeGreaterThan(0.7);
    expect((a.standardError ?? NaN) / (b.standardError ?? NaN)).toBeLessThan(1.4);
  });
});

describe('nested', () => {
  test('each reader with cases of their own: no reader covariance is taken from others', () => {
    const own = drawn(({ case: id, modality }, j) => modality !== 'three' && Math.floor(id / 20) === j, {
      cases: 120,
    });
    const design = { ...two, to: 'cases' };
    const [free, stated] = [or(design, own), or({ ...design, design: 'cases-nested-in-readers' }, own)];
    expect(estimate(free, 'difference').standardError).toBeCloseTo(
      estimate(stated, 'difference').standardError ?? NaN,
      12,
    );
  });

  test('readers who read in one modality only: without a reader or case in common the variances add up', () => {
    const apart = drawn(({ modality, case: id }, j) =>
      modality === 'one' ? j < 3 && id < 40 : modality === 'two' && j >= 3 && id >= 40,
    );
    const found = u(two, apart);
    const [first, second, difference] = ['first', 'second', 'difference'].map((name) =>
      squared(estimate(found, name).standardError),
    );
    expect(difference).toBeCloseTo((first ?? NaN) + (second ?? NaN), 12);
    const [shape] = found.shapes;
    if (shape?.shape !== 'readers') throw new Error('a picture of readers was expected');
    expect(shape.readers.map(({ values }) => values.map((value) => value === null))).toEqual([
      ...[0, 1, 2].map(() => [false, true]),
      ...[0, 1, 2].map(() => [true, false]),
    ]);
  });

  test('one reader alone in a modality is taken as given there, as where that modality stands alone', () => {
    const lone = drawn(({ modality }, j) => (modality === 'one' ? j === 0 : modality === 'two'));
    const rows = {
      reader: column(lone, 'reader'),
      modality: column(lone, 'modality'),
      case: column(lone, 'case'),
      truth: column(lone, 'truth').map(Number),
      rating: column(lone, 'rating').map(Number),
    };
    const variance = (study: ReturnType<typeof nestedReadings>): number => {
      const value = unwrap(study);
      const readers = value.readers.map((_name, at) => at);
      return uStatistic(readingSums(value), { first: 0, second: null, readers }, 'unbiased').variance;
    };
    const together = variance(nestedReadings(rows, { modalities: ['one', 'two'] }));
    const alone = variance(nestedReadings(rows, { readers: ['A'], modalities: ['one'] }));
    expect(together).toBeCloseTo(alone, 14);
  });
});

const column = (from: Table, name: string): readonly string[] => {
  const found = from.columns.get(name);
  return found === undefined ? [] : Array.from<string | number | null>(found.values).map(String);
};

describe('what a small study makes of its variances is said', () => {
  /** Six readers, ten cases: variances of such studies come out below 0 every now and then. */
  const small = Array.from({ length: 60 }, (_each, seed) =>
    drawn(({ modality }, j) => modality !== 'three' && j < 3, { cases: 10, levels: 3, seed }),
  );
  const kinds = (of: (roles: Table) => Result<AnalysisOutput>) =>
    small.flatMap((roles) => {
      const found = of(roles);
      return found.ok ? found.value.warnings : [];
    });

  test.each([
    ['variance-component-negative', (roles: Table) => run(obuchowskiRocketteMethod, two, roles)],
    ['unbiased-variance-not-positive', (roles: Table) => run(uStatisticMethod, two, roles)],
  ] as const)('%s', (kind, of) => {
    const warning = kinds(of).find((each) => each.kind === kind);
    if (warning === undefined) throw new Error('a warning was expected');
    expect(speakWarning(warning, 'ko') + speakWarning(warning, 'en')).not.toContain('{');
  });

  test('the plug-in variance that stands in is above 0 and named', () => {
    for (const roles of small) {
      const found = run(uStatisticMethod, two, roles);
      if (!found.ok) continue;
      const { difference } = found.value.estimates;
      expect(difference?.standardError).toBeGreaterThan(0);
      const fell =
        difference?.warnings.some(({ kind }) => kind === 'unbiased-variance-not-positive') ?? false;
      expect(difference?.method.en).toContain(fell ? 'plug-in' : 'unbiased');
    }
  });
});

describe('the device alone', () => {
  const unaided = drawn(({ modality }) => modality === 'one');
  const alone = (settings: object) => unwrap(run(standaloneMethod, { device: 'A', ...settings }, unaided));

  test('beside readers in sensitivity, at a threshold of its own', () => {
    const plain = alone({ metric: 'sensitivity', threshold: 6 });
    const strict = alone({ metric: 'sensitivity', threshold: 6, deviceThreshold: 8 });
    expect(estimate(strict, 'device').value).toBeLessThan(estimate(plain, 'device').value);
    expect(estimate(strict, 'readers').value).toBe(estimate(plain, 'readers').value);
    expect(estimate(plain, 'device').unit).toBe('probability');
    expect(plain.shapes[0]).toMatchObject({ parts: { trials: 40 } });
  });

  test('is drawn beside each reader, and not worse by a margin where the interval says so', () => {
    const { low } = estimate(alone({}), 'difference');
    const margin = Math.max(0, -(low ?? NaN)) + 1e-6;
    const { warnings, shapes } = alone({ hypothesis: { question: 'non-inferiority', margin } });
    expect(warnings.map(({ kind }) => kind)).toContain('hypothesis-shown');
    const [shape] = shapes;
    if (shape?.shape !== 'readers') throw new Error('a picture of readers was expected');
    expect(shape.readers.length).toBe(5);
    expect(new Set(shape.readers.map(({ values }) => values[0])).size).toBe(1);
    expect(shape.differences[0]?.difference.value).toBe(estimate(alone({}), 'difference').value);
  });
});
