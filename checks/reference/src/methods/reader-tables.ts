import { unwrap } from '@daero/domain/result';
import type { CaseCovariance } from '@daero/statistics/reader-study/case-covariance';
import {
  dbmReaderDifferences,
  dorfmanBerbaumMetz,
} from '@daero/statistics/reader-study/dorfman-berbaum-metz';
import {
  obuchowskiRockette,
  readerDifferences,
  type Generalises,
  type ReaderDifference,
  type ReaderEstimate,
  type ReaderInference,
} from '@daero/statistics/reader-study/obuchowski-rockette';
import type { PseudovalueAnova } from '@daero/statistics/reader-study/pseudovalue-anova';
import { varianceComponents } from '@daero/statistics/reader-study/variance-components';
import { unlisted } from './reader-study.ts';

/** The tables of the FROC and DBM cases: figures, analysis of variance, tests and intervals, with rows named as the case names them. */
export type ReaderTableInput = {
  readonly modalities: readonly string[];
  readonly readers: readonly string[];
  readonly values: readonly number[];
  readonly level: number;
};

export const analysisNames = ['RRRC', 'FRRC', 'RRFC'] as const;
export type AnalysisName = (typeof analysisNames)[number];

const generalises: Readonly<Record<AnalysisName, Generalises>> = {
  RRRC: 'readers-and-cases',
  FRRC: 'cases',
  RRFC: 'readers',
};

const pairName = (
  names: readonly string[],
  { first, second }: { readonly first: number; readonly second: number },
) => `${names[first] ?? ''}-${names[second] ?? ''}`;

function figures(of: ReaderTableInput, inference: ReaderInference): object {
  const r = of.readers.length;
  return {
    foms: {
      rows: of.modalities,
      cols: of.readers,
      values: of.modalities.map((_name, i) => of.values.slice(i * r, (i + 1) * r)),
    },
    trtMeans: { row: of.modalities, Estimate: inference.modalities.map(({ value }) => value) },
    trtMeanDiffs: {
      row: unlisted(inference.differences.map((each) => pairName(of.modalities, each))),
      Estimate: unlisted(inference.differences.map(({ value }) => value)),
    },
  };
}

const estimates = (rows: readonly (ReaderEstimate & { readonly name: string })[]): object => ({
  row: unlisted(rows.map(({ name }) => name)),
  Estimate: unlisted(rows.map(({ value }) => value)),
  StdErr: unlisted(rows.map(({ standardError }) => standardError)),
  DF: unlisted(rows.map(({ df }) => df)),
  CILower: unlisted(rows.map(({ limits }) => limits.low)),
  CIUpper: unlisted(rows.map(({ limits }) => limits.high)),
});

const differences = (rows: readonly (ReaderDifference & { readonly name: string })[]): object => {
  const [statistic, p] = [unlisted(rows.map((each) => each.statistic)), unlisted(rows.map((each) => each.p))];
  return { ...estimates(rows), t: statistic, z: statistic, PrGTt: p, PrGTz: p };
};

const named = (of: ReaderTableInput, rows: readonly ReaderDifference[]) =>
  rows.map((each) => ({ ...each, name: pairName(of.modalities, each) }));

const byReader = (of: ReaderTableInput, rows: readonly (readonly ReaderDifference[])[]) =>
  rows.flatMap((own, j) =>
    named(of, own).map((each) => ({ ...each, name: `${of.readers[j] ?? ''}::${each.name}` })),
  );

/** One analysis on covariances. */
export function orTables(of: ReaderTableInput, covariance: CaseCovariance, name: AnalysisName): object {
  const components = varianceComponents(
    { readers: of.readers, modalities: of.modalities, values: of.values, covariance },
    'shared',
  );
  const to = generalises[name];
  const found = unwrap(obuchowskiRockette(components, { to, level: of.level }));
  const { test } = found;
  const means = found.modalities.map((each, i) => ({
    ...each,
    name: of.modalities[i] ?? '',
    // With fixed readers the package states the degrees of freedom of the cases, and uses the normal distribution.
    df: to === 'cases' ? covariance.cases - 1 : each.df,
  }));
  const errorMeanSquare = test.denominator;
  return {
    FOMs: figures(of, found),
    ANOVA: orAnova(of, components),
    [name]: {
      FTests: {
        row: to === 'readers' ? ['T', 'TR'] : ['Treatment', 'Error'],
        DF: to === 'cases' ? [test.df1, 'NA'] : [test.df1, test.df2],
        MS: [components.meanSquares.modality, errorMeanSquare],
        FStat: [test.f, 'NA'],
        F: [test.f, 'NA'],
        Chisq: [test.f * test.df1, 'NA'],
        p: [test.p, 'NA'],
      },
      ciDiffTrt: differences(named(of, found.differences)),
      ciAvgRdrEachTrt: {
        ...estimates(means),
        Cov2: components.byModality.map(({ cases }) => cases?.cov2),
      },
      ...(to === 'cases'
        ? {
            ciDiffTrtEachRdr: differences(byReader(of, readerDifferences(components, of.values, of.level))),
            IndividualRdrVarCov1: {
              row: of.readers,
              varEachRdr: components.byReader.map(({ cases }) => cases?.error),
              cov1EachRdr: components.byReader.map(({ cases }) => cases?.cov1),
            },
          }
        : {}),
    },
  };
}

type Components = ReturnType<typeof varianceComponents>;

function orVarianceComponents({ reader, interaction, cases }: Components): object {
  const of = cases ?? { cov1: NaN, cov2: NaN, cov3: NaN, error: NaN };
  return {
    row: ['VarR', 'VarTR', 'Cov1', 'Cov2', 'Cov3', 'Var'],
    Estimates: [reader, interaction, of.cov1, of.cov2, of.cov3, of.error],
    Rhos: ['NA', 'NA', ...[of.cov1, of.cov2, of.cov3].map((each) => each / of.error), 'NA'],
  };
}

export function orAnova(of: ReaderTableInput, components: Components): object {
  const [t, r] = [of.modalities.length, of.readers.length];
  const df = [t - 1, r - 1, (t - 1) * (r - 1)];
  const { modality, reader, interaction } = components.meanSquares;
  const squares = [modality, reader, interaction];
  return {
    TRanova: { row: ['T', 'R', 'TR'], SS: squares.map((ms, k) => ms * (df[k] ?? NaN)), DF: df, MS: squares },
    VarCom: orVarianceComponents(components),
    IndividualTrt: {
      row: of.modalities,
      DF: of.modalities.map(() => r - 1),
      msREachTrt: components.byModality.map(({ readerMeanSquare }) => readerMeanSquare),
      varEachTrt: components.byModality.map(({ cases }) => cases?.error),
      cov2EachTrt: components.byModality.map(({ cases }) => cases?.cov2),
    },
    IndividualRdr: {
      row: of.readers,
      DF: of.readers.map(() => t - 1),
      msTEachRdr: components.byReader.map(({ modalityMeanSquare }) => modalityMeanSquare),
      varEachRdr: components.byReader.map(({ cases }) => cases?.error),
      cov1EachRdr: components.byReader.map(({ cases }) => cases?.cov1),
    },
  };
}

/** One analysis on pseudovalues. */
export function dbmTables(of: ReaderTableInput, anova: PseudovalueAnova, name: AnalysisName): object {
  const to = generalises[name];
  const found = unwrap(dorfmanBerbaumMetz(anova, { to, level: of.level }));
  const { test } = found;
  const means = found.modalities.map((each, i) => ({ ...each, name: of.modalities[i] ?? '' }));
  return {
    FOMs: figures(of, found),
    ANOVA: dbmAnova(of, anova),
    [name]: {
      FTests: {
        row: ['Treatment', 'Error'],
        DF: [test.df1, test.df2],
        MS: [anova.table.T.meanSquare, test.denominator],
        FStat: [test.f, 'NA'],
        p: [test.p, 'NA'],
      },
      ciDiffTrt: differences(named(of, found.differences)),
      ciAvgRdrEachTrt: estimates(means),
      ...(to === 'cases'
        ? { ciDiffTrtEachRdr: differences(byReader(of, dbmReaderDifferences(anova, of.level))) }
        : {}),
    },
  };
}

const dbmVarianceComponents = ({ components: c }: PseudovalueAnova): object => ({
  row: ['VarR', 'VarC', 'VarTR', 'VarTC', 'VarRC', 'VarErr'],
  Estimates: [c.R, c.C, c.TR, c.TC, c.RC, c.error],
});

export function dbmAnova(of: ReaderTableInput, anova: PseudovalueAnova): object {
  const [t, r, k] = [of.modalities.length, of.readers.length, anova.cases];
  const names = ['T', 'R', 'C', 'TR', 'TC', 'RC', 'TRC'] as const;
  const rows = names.map((name) => anova.table[name]);
  return {
    TRCanova: {
      row: [...names, 'Total'],
      SS: [...rows.map(({ squares }) => squares), rows.reduce((total, { squares }) => total + squares, 0)],
      DF: [...rows.map(({ df }) => df), t * r * k - 1],
      MS: [...rows.map(({ meanSquare }) => meanSquare), 'NA'],
    },
    VarCom: dbmVarianceComponents(anova),
    IndividualTrt: {
      row: ['msR', 'msC', 'msRC'],
      DF: [r - 1, k - 1, (r - 1) * (k - 1)],
      ...Object.fromEntries(anova.byModality.map(({ R, C, RC }, i) => [of.modalities[i] ?? '', [R, C, RC]])),
    },
    IndividualRdr: {
      row: ['msT', 'msC', 'msTC'],
      DF: [t - 1, k - 1, (t - 1) * (k - 1)],
      ...Object.fromEntries(anova.byReader.map(({ T, C, TC }, j) => [of.readers[j] ?? '', [T, C, TC]])),
    },
  };
}
