import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { delongCovariance, jackknifeCovariance, unbiasedCovariance } from './case-covariance.ts';
import { cellFigures } from './cell-figures.ts';
import { obuchowskiRockette } from './obuchowski-rockette.ts';
import { readingSums } from './reading-moments.ts';
import { readings, type ReaderStudy } from './readings.ts';
import { uStatistic } from './u-statistic.ts';
import { varianceComponents } from './variance-components.ts';

// The leading quantities against the packages. `npm run reference` compares every number of every case.
const reference = join(
  import.meta.dirname,
  '../../../..',
  process.env.DAERO_REFERENCE ?? '../shared',
  'reference/validation',
);
const here = existsSync(reference);
const form = z.object({
  method: z.string(),
  data: z.tuple([z.string()]),
  inputs: z.object({
    modality: z.string().optional(),
    case: z.string().optional(),
    covariance: z.string().nullish(),
    fixed: z.array(z.string()).optional(),
    design: z.string().optional(),
  }),
  expected: z.unknown(),
});
const cases = !here
  ? []
  : readdirSync(reference).flatMap((name) => {
      const path = join(reference, name, 'expected.json');
      return existsSync(path) && /^(mrmc|imrmc)-/.test(name)
        ? [{ name, ...form.parse(JSON.parse(readFileSync(path, 'utf8'))) }]
        : [];
    });

function studyIn(name: string, file: string, caseColumn: string): ReaderStudy {
  const [header = '', ...lines] = readFileSync(join(reference, name, file), 'utf8')
    .trim()
    .split(/\r?\n/);
  const cells = (column: string) =>
    lines.map((line) => line.split(',')[header.split(',').indexOf(column)] ?? '');
  const numbers = (column: string) => cells(column).map(Number);
  return unwrap(
    readings(
      {
        reader: cells('reader'),
        modality: cells('treatment'),
        case: cells(caseColumn),
        truth: numbers('truth'),
        rating: numbers('rating'),
      },
      { modalities: ['1', '2'] },
    ),
  );
}

describe.skipIf(!here)('agreement with MRMCaov and iMRMC (needs ../shared/reference)', () => {
  const random = cases.filter(
    ({ method, inputs }) =>
      method === 'mrmc-or' && inputs.fixed?.length === 0 && inputs.design === 'factorial',
  );
  test.each(random)('$name', ({ name, data: [file], inputs, expected }) => {
    const found = studyIn(name, file, inputs.case ?? '');
    const figures = cellFigures(found, { of: 'auc' });
    const covariance =
      inputs.covariance === 'delong'
        ? delongCovariance(found)
        : inputs.covariance === 'unbiased'
          ? unbiasedCovariance(found)
          : jackknifeCovariance(figures, 'all');
    const values = figures.map(({ value }) => value);
    const { test: tested } = unwrap(
      obuchowskiRockette(varianceComponents({ ...found, values, covariance }, 'shared'), {
        to: 'readers-and-cases',
        level: 0.95,
      }),
    );
    const { test_equality: wanted } = z
      .object({ test_equality: z.object({ F: z.number(), df2: z.number(), 'p-value': z.number() }) })
      .parse(expected);
    expect(tested.f / wanted.F).toBeCloseTo(1, 8);
    expect(tested.df2 / wanted.df2).toBeCloseTo(1, 8);
    expect(tested.p / wanted['p-value']).toBeCloseTo(1, 8);
  });

  const unthresholded = cases.filter(
    ({ name, method }) => method === 'mrmc-u-statistic' && !name.includes('binary'),
  );
  test.each(unthresholded)('$name', ({ name, data: [file], inputs, expected }) => {
    const found = studyIn(name, file, inputs.case ?? '');
    const readers = found.readers.map((_name, at) => at);
    const { Ustat: wanted } = z
      .object({
        Ustat: z.object({ varAUCAminusAUCB: z.array(z.unknown()), dfBDG: z.array(z.unknown()) }),
      })
      .parse(expected);
    const difference = uStatistic(readingSums(found), { first: 0, second: 1, readers }, 'unbiased');
    expect(difference.variance / z.number().parse(wanted.varAUCAminusAUCB[2])).toBeCloseTo(1, 8);
    const df = z.number().safeParse(wanted.dfBDG[2]); // none is given where the variance came out negative
    if (df.success) expect(difference.df / df.data).toBeCloseTo(1, 8);
    else expect(difference.variance).toBeLessThan(0);
  });
});
