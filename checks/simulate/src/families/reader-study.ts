import type { Result } from '@daero/domain/result';
import {
  delongCovariance,
  jackknifeCovariance,
  unbiasedCovariance,
  type CaseCovariance,
} from '@daero/statistics/reader-study/case-covariance';
import { cellFigures } from '@daero/statistics/reader-study/cell-figures';
import { obuchowskiRocketteMethod } from '@daero/statistics/reader-study/obuchowski-rockette-method';
import {
  obuchowskiRockette,
  type InferenceFault,
  type ReaderInference,
} from '@daero/statistics/reader-study/obuchowski-rockette';
import { readingSums } from '@daero/statistics/reader-study/reading-moments';
import type { ReaderStudy } from '@daero/statistics/reader-study/readings';
import { uInterval, uStatistic, type UQuestion } from '@daero/statistics/reader-study/u-statistic';
import { varianceComponents } from '@daero/statistics/reader-study/variance-components';
import { logitLimits, type Limits } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { covers, family, rejectsTruth, type Answer, type Line, type Standing } from '../family.ts';
import { drawReaderStudy, roeMetzSettings } from './roe-metz.ts';

const level = 0.95;
const covariances = ['jackknife', 'delong', 'unbiased'] as const;
const usual = obuchowskiRocketteMethod.settings.parse({}).covariance;

export const readerStudyFamily = family({
  name: 'reader-study',
  title: {
    ko: '판독 연구(Obuchowski-Rockette, U-통계량): 판독자와 증례 모두 변량',
    en: 'Reader studies (Obuchowski-Rockette, U-statistics): readers and cases random',
  },
  model: {
    ko: 'Roe-Metz 모형. blocks가 1보다 크면 판독자와 증례를 나눈 분할 설계입니다.',
    en: 'The model of Roe and Metz; with more than one block a split-plot study.',
  },
  settings: z.strictObject({
    aucs: z.tuple([z.number(), z.number()]),
    variances: roeMetzSettings,
    readers: z.number().int(),
    diseased: z.number().int(),
    healthy: z.number().int(),
    blocks: z.number().int().default(1),
  }),
  file: 'checks/simulate/src/families/reader-study.ts',
  prepare: ({ aucs, variances, ...size }) => {
    const truth = aucs[0] - aucs[1];
    const alike = truth === 0;
    const linesOf = (form: string, standing: Standing): readonly Line[] => [
      covers('difference', truth, form, standing),
      covers('mean of one modality', aucs[0], `${form}, logit`, standing),
      covers('mean of one modality', aucs[0], form, standing === 'default' ? 'asymptotic' : standing),
      ...(alike ? [rejectsTruth('difference', 0, form, standing)] : []),
    ];
    return {
      lines: [
        ...covariances.flatMap((form) => linesOf(`OR, ${form}`, form === usual ? 'default' : 'other')),
        ...linesOf('U-statistic', 'default'),
      ],
      replicate: (random) => {
        const study = drawReaderStudy(random, aucs, variances, size);
        return [
          ...covariances.flatMap((form) => ofInference(inferFrom(study, form), alike)),
          ...byUStatistics(study, alike),
        ];
      },
    };
  },
});

/** What the method `reader-study` does once it has a study. */
export function inferFrom(
  study: ReaderStudy,
  form: (typeof covariances)[number],
): Result<ReaderInference, InferenceFault> {
  const figures = cellFigures(study, { of: 'auc' });
  const covariance: CaseCovariance =
    form === 'jackknife'
      ? jackknifeCovariance(figures, 'all')
      : form === 'delong'
        ? delongCovariance(study)
        : unbiasedCovariance(study);
  const values = figures.map(({ value }) => value);
  const { readers, modalities } = study;
  const components = varianceComponents({ readers, modalities, values, covariance }, 'shared');
  return obuchowskiRockette(components, { to: 'readers-and-cases', level });
}

export function ofInference(
  found: Result<ReaderInference, InferenceFault>,
  alike: boolean,
): readonly Answer[] {
  if (!found.ok) return alike ? [null, null, null, null] : [null, null, null];
  const { differences, modalities, test } = found.value;
  const limits: readonly Answer[] = [differences[0]?.limits ?? null, ...ofMean(modalities[0])];
  return alike ? [...limits, test.p] : limits;
}

type Mean = { readonly value: number; readonly standardError: number; readonly limits: Limits };

/** On the logit scale, as a plan gets it, and as it comes. */
const ofMean = (mean: Mean | undefined): readonly Answer[] =>
  mean === undefined
    ? [null, null]
    : [logitLimits(mean.value, mean.standardError, mean.limits) ?? mean.limits, mean.limits];

/** As the method `reader-u-statistic`: the unbiased variance where it is above 0, else the plug-in one. */
function byUStatistics(study: ReaderStudy, alike: boolean): readonly Answer[] {
  const sums = readingSums(study);
  const readers = study.readers.map((_name, at) => at);
  const intervalOf = (question: Omit<UQuestion, 'readers'>) =>
    uInterval(uStatistic(sums, { ...question, readers }, 'unbiased'), level) ??
    uInterval(uStatistic(sums, { ...question, readers }, 'plug-in'), level);
  const difference = intervalOf({ first: 0, second: 1 });
  const one = intervalOf({ first: 0, second: null });
  const mean = uStatistic(sums, { first: 0, second: null, readers }, 'unbiased');
  const used =
    uInterval(mean, level) === null ? uStatistic(sums, { first: 0, second: null, readers }, 'plug-in') : mean;
  const own =
    one === null ? undefined : { ...used, standardError: Math.sqrt(used.variance), limits: one.limits };
  const limits: readonly Answer[] = [difference?.limits ?? null, ...ofMean(own)];
  return alike ? [...limits, difference?.p ?? null] : limits;
}
