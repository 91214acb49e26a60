import { unwrap } from '@daero/domain/result';
import { jackknifeCovariance } from '@daero/statistics/reader-study/case-covariance';
import { cellFigures } from '@daero/statistics/reader-study/cell-figures';
import type { Generalises } from '@daero/statistics/reader-study/obuchowski-rockette';
import {
  casesForPower,
  readerStudyPower,
  spreadOf,
  type PlannedSpread,
} from '@daero/statistics/reader-study/reader-study-power';
import { varianceComponents } from '@daero/statistics/reader-study/variance-components';
import { z } from 'zod';
import { atPath, merged, readingInputs, studyOf } from './reader-study.ts';
import { analysisNames, type AnalysisName } from './reader-tables.ts';
import type { Runner } from './table.ts';

const inputs = readingInputs.extend({
  figure_of_merit: z.literal('Wilcoxon'),
  method: z.literal('OR'),
  covariance: z.literal('jackknife'),
  alpha: z.number(),
  target_power: z.number(),
  tasks: z.array(
    z.object({
      path: z.array(z.string()),
      task: z.enum(['cases-given-readers', 'power-given-readers-and-cases']),
      analysis: z.enum(analysisNames),
      readers: z.number(),
      cases: z.number().nullable(),
      effect_size: z.number(),
      variance_components: z
        .object({
          KStar: z.number(),
          VarTR: z.number(),
          Cov1: z.number(),
          Cov2: z.number(),
          Cov3: z.number(),
          Var: z.number(),
        })
        .nullable(),
    }),
  ),
});

const generalises: Readonly<Record<AnalysisName, Generalises>> = {
  RRRC: 'readers-and-cases',
  FRRC: 'cases',
  RRFC: 'readers',
};

export const mrmcSampleSizeRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const study = studyOf(given, asked);
  const figures = cellFigures(study, { of: 'auc' });
  const covariance = jackknifeCovariance(figures, 'all');
  const { readers, modalities } = study;
  const values = figures.map(({ value }) => value);
  const pilot = spreadOf(
    varianceComponents({ readers, modalities, values, covariance }, 'shared'),
    covariance.cases,
  );
  const result = ({ task, analysis, cases, ...each }: (typeof asked.tasks)[number]): unknown => {
    const stated = each.variance_components;
    const spread: PlannedSpread | null =
      stated === null
        ? pilot
        : {
            error: stated.Var,
            cov1: stated.Cov1,
            cov2: stated.Cov2,
            cov3: stated.Cov3,
            interaction: stated.VarTR,
            cases: stated.KStar,
          };
    if (spread === null) throw new Error('a pilot with varying cases has components');
    const plan = {
      readers: each.readers,
      difference: each.effect_size,
      to: generalises[analysis],
      alpha: asked.alpha,
    };
    if (task === 'cases-given-readers') {
      const found = unwrap(casesForPower(spread, plan, { power: asked.target_power }));
      if (analysis === 'RRFC') return found.cases;
      return { row: '1', [`K${analysis}`]: found.cases, [`power${analysis}`]: found.power };
    }
    const found = readerStudyPower(spread, { ...plan, cases: cases ?? NaN });
    return {
      row: '1',
      [`power${analysis}`]: found.power,
      [`ncp${analysis}`]: found.noncentrality,
      [`df2${analysis}`]: found.df2,
      [`f${analysis}`]: found.critical,
    };
  };
  return merged(asked.tasks.map((task) => atPath(task.path, result(task))));
};
