import { unwrap } from '@daero/domain/result';
import { jackknifeCovariance } from '@daero/statistics/reader-study/case-covariance';
import { cellFigures } from '@daero/statistics/reader-study/cell-figures';
import { obuchowskiRockette } from '@daero/statistics/reader-study/obuchowski-rockette';
import {
  asTwoModalities,
  pickedCovariance,
  standaloneVersusReaders,
} from '@daero/statistics/reader-study/standalone-versus-readers';
import { varianceComponents } from '@daero/statistics/reader-study/variance-components';
import { z } from 'zod';
import { readingInputs, studyOf } from './reader-study.ts';
import { level, pair } from './scores.ts';
import type { Runner } from './table.ts';

const inputs = readingInputs.extend({
  standalone_reader: level,
  figure_of_merit: z.literal('Wilcoxon'),
  covariance: z.literal('jackknife'),
  analyses: z.array(z.enum(['1T-RRRC', '1T-RRFC', '2T-RRRC'])),
  conf_level: z.number(),
});

export const standaloneRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const people = asked.readers.filter((reader) => reader !== asked.standalone_reader);
  const study = studyOf(given, { ...asked, readers: [asked.standalone_reader, ...people] });
  const figures = cellFigures(study, { of: 'auc' });
  const [device = NaN, ...readers] = figures.map(({ value }) => value);
  const covariance = jackknifeCovariance(figures, 'all');
  const values = { device, readers };
  const heading = { fomCAD: device, fomRAD: readers };

  const oneModality = (fixedCases: boolean): object => {
    const found = unwrap(standaloneVersusReaders(values, fixedCases ? null : covariance, asked.conf_level));
    const { difference, readers: average, cases } = found;
    return {
      ...heading,
      avgRadFom: average.value,
      [fixedCases ? 'CIAvgRadFom' : 'CIAvgRad']: pair(average.limits),
      avgDiffFom: difference.value,
      CIAvgDiffFom: pair(difference.limits),
      varR: found.readerVariance,
      varError: cases?.error,
      cov2: cases?.cov2,
      Tstat: difference.statistic,
      df: difference.df,
      pval: difference.p,
    };
  };

  const twoModalities = (): object => {
    const cells = asTwoModalities(readers.length);
    const all = [device, ...readers];
    const components = varianceComponents(
      {
        readers: people,
        modalities: ['trt1', 'trt2'],
        values: cells.map((at) => all[at] ?? NaN),
        covariance: pickedCovariance(covariance, cells),
      },
      'shared',
    );
    const { test, differences, modalities } = unwrap(
      obuchowskiRockette(components, { to: 'readers-and-cases', level: asked.conf_level }),
    );
    const [difference] = differences;
    if (difference === undefined) throw new Error('two modalities have one difference');
    const { limits } = difference;
    return {
      ...heading,
      avgRadFom: modalities[1]?.value,
      avgDiffFom: -difference.value,
      varDiffFom: unwrap(standaloneVersusReaders(values, null, asked.conf_level)).readerVariance,
      ciDiffFom: {
        row: 'trt2-trt1',
        Estimate: -difference.value,
        StdErr: difference.standardError,
        DF: difference.df,
        t: difference.statistic === null ? null : -difference.statistic,
        PrGTt: difference.p,
        CILower: -limits.high,
        CIUpper: -limits.low,
      },
      ciAvgRdrEachTrt: {
        row: ['trt1', 'trt2'],
        Estimate: modalities.map(({ value }) => value),
        StdErr: modalities.map(({ standardError }) => standardError),
        DF: modalities.map(({ df }) => df),
        CILower: modalities.map(({ limits: { low } }) => low),
        CIUpper: modalities.map(({ limits: { high } }) => high),
        Cov2: components.byModality.map(({ cases }) => cases?.cov2),
      },
      varR: components.reader,
      varTR: components.interaction,
      cov1: components.cases?.cov1,
      cov2: components.cases?.cov2,
      cov3: components.cases?.cov3,
      varError: components.cases?.error,
      FStat: test.f,
      ndf: test.df1,
      df: test.df2,
      pval: test.p,
    };
  };

  return Object.fromEntries(
    asked.analyses.map((name) => [
      name,
      name === '2T-RRRC' ? twoModalities() : oneModality(name === '1T-RRFC'),
    ]),
  );
};
