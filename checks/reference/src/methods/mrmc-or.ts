import { unwrap } from '@daero/domain/result';
import { normalReach } from '@daero/statistics/distributions/normal';
import {
  delongCovariance,
  jackknifeCovariance,
  unbiasedCovariance,
  type CaseCovariance,
} from '@daero/statistics/reader-study/case-covariance';
import { cellFigures, type Metric } from '@daero/statistics/reader-study/cell-figures';
import {
  obuchowskiRockette,
  readerDifferences,
  type Generalises,
} from '@daero/statistics/reader-study/obuchowski-rockette';
import type { ReaderStudy } from '@daero/statistics/reader-study/readings';
import { varianceComponents } from '@daero/statistics/reader-study/variance-components';
import { around, clip } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import {
  atPath,
  cut,
  designOf,
  merged,
  positiveAt,
  readingInputs,
  studyOf,
  unlisted,
} from './reader-study.ts';
import { pair } from './scores.ts';
import type { Runner } from './table.ts';

const covarianceName = z.enum(['delong', 'jackknife', 'unbiased']);
type CovarianceName = z.output<typeof covarianceName>;
const jackknifed = z.enum(['all', 'diseased', 'nondiseased']);
const fixed = z.array(z.enum(['reader', 'case']));

const inputs = readingInputs.extend({
  metric: z.literal('empirical-auc'),
  design: z.string(),
  fixed,
  covariance: covarianceName.nullable(),
  jackknife_cases: jackknifed.nullable(),
  conf_level: z.number(),
});

const binaryInputs = readingInputs.extend({
  threshold: cut,
  design: z.string(),
  covariance: z.literal('jackknife'),
  conf_level: z.number(),
  analyses: z.array(
    z.object({
      path: z.array(z.string()),
      metric: z.enum(['sensitivity', 'specificity']),
      fixed,
      jackknife_cases: jackknifed,
    }),
  ),
});

type Task = {
  readonly metric: Metric;
  /** The name of the column of figures in `expected`. */
  readonly column: string;
  readonly design: string;
  readonly fixed: z.output<typeof fixed>;
  readonly covariance: CovarianceName | null;
  readonly over: z.output<typeof jackknifed>;
  readonly level: number;
};

const names: Readonly<Record<CovarianceName, string>> = {
  delong: 'DeLong',
  jackknife: 'jackknife',
  unbiased: 'unbiased',
};

export const mrmcOrRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  return analysis(studyOf(given, asked), {
    metric: { of: 'auc' },
    column: 'empirical_auc',
    design: asked.design,
    fixed: asked.fixed,
    covariance: asked.covariance,
    over: asked.jackknife_cases ?? 'all',
    level: asked.conf_level,
  });
};

export const mrmcOrBinaryRunner: Runner = (given) => {
  const asked = binaryInputs.parse(given.inputs);
  const study = studyOf(given, asked);
  const blocks = asked.analyses.map((each) =>
    atPath(
      each.path,
      analysis(study, {
        metric: { of: each.metric, positive: positiveAt(asked.threshold) },
        column: each.metric === 'sensitivity' ? 'binary_sens' : 'binary_spec',
        design: asked.design,
        fixed: each.fixed,
        covariance: asked.covariance,
        over: each.jackknife_cases,
        level: asked.conf_level,
      }),
    ),
  );
  return merged([{ cut: asked.threshold.value }, ...blocks]);
};

const singleInputs = readingInputs.extend({
  metric: z.literal('empirical-auc'),
  covariance: covarianceName,
  conf_level: z.number(),
  output_order: z.array(z.enum(['estimate', 'standard_error', 'lower', 'upper'])),
});

export const mrmcOrSingleTestRunner: Runner = (given) => {
  const asked = singleInputs.parse(given.inputs);
  const study = studyOf(given, asked);
  const estimate = cellFigures(study, { of: 'auc' })[0]?.value ?? NaN;
  const variance = covarianceOf(study, { of: 'auc' }, asked.covariance, 'all').matrix[0]?.[0] ?? NaN;
  const standard_error = Math.sqrt(variance);
  const { low, high } = clip(around(estimate, standard_error, normalReach(asked.conf_level)), 0, 1);
  const found = { estimate, standard_error, lower: low, upper: high };
  return asked.output_order.map((key) => found[key]);
};

function covarianceOf(
  study: ReaderStudy,
  metric: Metric,
  name: CovarianceName,
  over: z.output<typeof jackknifed>,
): CaseCovariance {
  switch (name) {
    case 'delong':
      return delongCovariance(study);
    case 'unbiased':
      return unbiasedCovariance(study);
    case 'jackknife':
      return jackknifeCovariance(cellFigures(study, metric), over === 'nondiseased' ? 'healthy' : over);
  }
}

/** One analysis in the structure of the set. Readings of all readers and modalities, in the order of `inputs`. */
function analysis(study: ReaderStudy, task: Task): object {
  const { code, design } = designOf(task.design);
  const { level } = task;
  const to: Generalises = task.fixed.includes('case')
    ? 'readers'
    : task.fixed.includes('reader')
      ? 'cases'
      : 'readers-and-cases';
  const values = cellFigures(study, task.metric).map(({ value }) => value);
  const covariance =
    task.covariance === null || to === 'readers'
      ? null
      : covarianceOf(study, task.metric, task.covariance, task.over);
  const { readers, modalities } = study;
  const components = varianceComponents({ readers, modalities, values, covariance }, design);
  const { cases, meanSquares } = components;
  // The package leaves a negative Cov2 - Cov3 of fixed readers as it is.
  const found = unwrap(obuchowskiRockette(components, { to, level, negative: 'kept' }));
  const { test } = found;
  const asNumber = (name: string): number | string => (Number.isFinite(Number(name)) ? Number(name) : name);
  const cells = {
    [task.column]: values,
    treatment: values.map((_value, at) => asNumber(modalities[Math.floor(at / readers.length)] ?? '')),
    reader: values.map((_value, at) => asNumber(readers[at % readers.length] ?? '')),
  };
  const comparison = (first: number, second: number): string =>
    `${modalities[first] ?? ''} - ${modalities[second] ?? ''}`;
  const of = found.differences;
  const z = to === 'cases';
  const withZ = (rows: typeof of) => ({
    [z ? 'z' : 't']: unlisted(rows.map(({ statistic }) => statistic)),
    'p-value': unlisted(rows.map(({ p }) => p)),
  });
  return {
    design: code,
    cov_method: covariance === null || task.covariance === null ? 'NULL' : names[task.covariance],
    vcov_comps:
      cases === null
        ? []
        : {
            reader: components.reader,
            'treatment:reader': components.interaction,
            Error: cases.error,
            Cov1: cases.cov1,
            Cov2: cases.cov2,
            Cov3: cases.cov3,
          },
    test_equality: {
      'MS(T)': meanSquares.modality,
      'MS(T:R)': meanSquares.interaction,
      ...(cases === null ? {} : { Cov1: cases.cov1, Cov2: cases.cov2, Cov3: cases.cov3 }),
      Denominator: test.denominator,
      F: test.f,
      X2: test.f * test.df1,
      df1: test.df1,
      df2: test.df2,
      df: test.df1,
      'p-value': test.p,
    },
    test_diffs: {
      Comparison: unlisted(of.map(({ first, second }) => comparison(first, second))),
      Estimate: unlisted(of.map(({ value }) => value)),
      StdErr: unlisted(of.map(({ standardError }) => standardError)),
      df: unlisted(of.map(({ df }) => df)),
      CI: of.map(({ limits }) => pair(limits)),
      ...withZ(of),
    },
    test_means: {
      Estimate: found.modalities.map(({ value }) => value),
      'MS(R)': components.byModality.map(({ readerMeanSquare }) => readerMeanSquare),
      'Var(Error)': components.byModality.map((each) => each.cases?.error),
      Cov2: components.byModality.map((each) => each.cases?.cov2),
      StdErr: found.modalities.map(({ standardError }) => standardError),
      df: found.modalities.map(({ df }) => df),
      CI: found.modalities.map(({ limits }) => pair(clip(limits, 0, 1))),
    },
    ...(z && covariance !== null
      ? readerBlocks({ values, covariance, components, level, cells, readers, comparison, withZ })
      : {}),
    reader_estimates: cells,
  };
}

/** The two blocks of fixed readers: each reader's differences and means, over cases alone. */
function readerBlocks(from: {
  readonly values: readonly number[];
  readonly covariance: CaseCovariance;
  readonly components: ReturnType<typeof varianceComponents>;
  readonly level: number;
  readonly cells: object;
  readonly readers: readonly string[];
  readonly comparison: (first: number, second: number) => string;
  readonly withZ: (rows: ReturnType<typeof readerDifferences>[number]) => object;
}): object {
  const { values, covariance, components, level, readers } = from;
  const rows = readerDifferences(components, values, level).flatMap((differences, j) =>
    differences.map((difference) => ({ ...difference, reader: readers[j] ?? '' })),
  );
  const errors = values.map((_value, at) => Math.sqrt(covariance.matrix[at]?.[at] ?? NaN));
  return {
    reader_test_diffs: {
      Reader: rows.map(({ reader }) => reader),
      Comparison: rows.map(({ first, second }) => from.comparison(first, second)),
      Estimate: rows.map(({ value }) => value),
      StdErr: rows.map(({ standardError }) => standardError),
      CI: rows.map(({ limits }) => pair(limits)),
      ...from.withZ(rows),
    },
    reader_means: {
      ...from.cells,
      StdErr: errors,
      CI: values.map((value, at) => pair(clip(around(value, errors[at] ?? NaN, normalReach(level)), 0, 1))),
    },
  };
}
