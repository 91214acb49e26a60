import { jackknifeCovariance } from '@daero/statistics/reader-study/case-covariance';
import { cellFigures } from '@daero/statistics/reader-study/cell-figures';
import { pseudovalueAnova } from '@daero/statistics/reader-study/pseudovalue-anova';
import { varianceComponents } from '@daero/statistics/reader-study/variance-components';
import { z } from 'zod';
import { atPath, merged, readingInputs, studyOf } from './reader-study.ts';
import { analysisNames, dbmAnova, dbmTables, orAnova, orTables } from './reader-tables.ts';
import type { Runner } from './table.ts';

const inputs = readingInputs.extend({
  modality_labels: z.array(z.string()),
  reader_labels: z.array(z.string()),
  figure_of_merit: z.literal('Wilcoxon'),
  covariance: z.literal('jackknife'),
  conf_level: z.number(),
  analyses: z.array(
    z.object({
      path: z.array(z.string()),
      method: z.enum(['DBM', 'OR']),
      analysis: z.enum(analysisNames).nullable(),
      output: z.enum(['full', 'variance-components']),
    }),
  ),
});

export const mrmcDbmRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const study = studyOf(given, asked);
  const figures = cellFigures(study, { of: 'auc' });
  const of = {
    modalities: asked.modality_labels,
    readers: asked.reader_labels,
    values: figures.map(({ value }) => value),
    level: asked.conf_level,
  };
  const anova = pseudovalueAnova(figures, study.readers.length, 'all');
  const covariance = jackknifeCovariance(figures, 'all');
  return merged(
    asked.analyses.map(({ path, method, analysis, output }) => {
      const name = analysis ?? 'RRRC';
      if (output === 'full')
        return atPath(path, method === 'DBM' ? dbmTables(of, anova, name) : orTables(of, covariance, name));
      return atPath(
        path,
        method === 'DBM'
          ? dbmAnova(of, anova)
          : orAnova(of, varianceComponents({ ...of, covariance }, 'shared')),
      );
    }),
  );
};
