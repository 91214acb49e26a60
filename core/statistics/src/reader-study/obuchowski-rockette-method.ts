import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Table } from '@daero/domain/table';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { hypothesisSetting } from '../accuracy/hypothesis.ts';
import { levelSetting } from '../settings.ts';
import { cellFigures, type CellFigure } from './cell-figures.ts';
import { dorfmanBerbaumMetz } from './dorfman-berbaum-metz.ts';
import { obuchowskiRockette, type ReaderInference } from './obuchowski-rockette.ts';
import { pseudovalueAnova } from './pseudovalue-anova.ts';
import { plainEstimate, testWarning } from './reader-estimates.ts';
import { comparisonOutput, quantities } from './reader-output.ts';
import { audienceSetting, metricOf, metricSettings, needsThreshold, trialsOf } from './reader-settings.ts';
import { casesOfMetric, covarianceOf, covarianceSetting, fitsMetric } from './reading-covariance.ts';
import { readingNeeds, studyOf } from './reading-roles.ts';
import { isCrossed, type ReaderStudy } from './readings.ts';
import { contextOf } from './reader-context.ts';
import { varianceComponents } from './variance-components.ts';

const analyses = ['obuchowski-rockette', 'dorfman-berbaum-metz'] as const;

const settings = z
  .strictObject({
    ...metricSettings,
    analysis: z.enum(analyses).default('obuchowski-rockette'),
    covariance: covarianceSetting,
    design: z.enum(['shared', 'cases-nested-in-readers', 'cases-nested-in-modalities']).default('shared'),
    to: audienceSetting,
    /** All modalities in their order; the first two are `first` and `second`. By name when left out. */
    modalities: z.array(z.string()).min(2).optional(),
    /** Of the difference of the first two. */
    hypothesis: hypothesisSetting.optional(),
    level: levelSetting,
  })
  .refine(needsThreshold, { message: 'sensitivity and specificity need a threshold' })
  .refine(({ metric, covariance }) => fitsMetric(metric, covariance), {
    message: 'sensitivity and specificity take the jackknife covariance, over cases or over clusters',
  })
  .refine(
    ({ analysis, covariance, design }) =>
      analysis === 'obuchowski-rockette' || (covariance === 'jackknife' && design === 'shared'),
    { message: 'dorfman-berbaum-metz is an analysis of jackknife pseudovalues of a crossed study' },
  );
type Settings = z.output<typeof settings>;

const title: Text = {
  ko: '여러 판독자·여러 증례 판독 연구',
  en: 'Reader study with several readers and cases (MRMC)',
};

const sources: Readonly<Record<(typeof analyses)[number], string>> = {
  'obuchowski-rockette':
    'Obuchowski and Rockette (1995), Communications in Statistics 24, 285-308; Hillis (2007), Statistics in Medicine 26, 596-619; Hillis (2014), Statistics in Medicine 33, 330-360',
  'dorfman-berbaum-metz':
    'Dorfman, Berbaum and Metz (1992), Investigative Radiology 27, 723-731; Hillis, Berbaum and Metz (2008), Academic Radiology 15, 647-661',
};

/**
 * Do readers do better in one modality than in another? Gives `first`, `second`, `difference` (first minus second), the test
 * that all modalities are equal (`f`, `p`), and `mean-<modality>` and `difference-<a>-<b>` for all of them. With a hypothesis
 * `p` is that of the hypothesis.
 */
export const obuchowskiRocketteMethod = method({
  name: 'reader-study',
  title,
  settings,
  takes: [...readingNeeds, { role: 'cluster', kind: 'label', optional: true }],
  gives: ['first', 'second', 'difference', 'f', 'p', 'mean-*', 'difference-*'],
  byGroup: false,
  file: 'statistics/src/reader-study/obuchowski-rockette-method.ts',
  run: (roles, asked) => {
    const study = studyOf(roles, asked.modalities);
    if (!study.ok) return study;
    const figures = cellFigures(study.value, metricOf(asked));
    const inference = infer(roles, { study: study.value, figures, asked });
    if (!inference.ok) return inference;
    const { found, notes } = inference.value;
    const { readers, modalities } = study.value;
    const by = asked.analysis === 'obuchowski-rockette' ? 'Obuchowski-Rockette' : 'Dorfman-Berbaum-Metz';
    const context = contextOf(asked, study.value, {
      analysis: { ko: `${by}(Hillis 자유도)`, en: `${by} with Hillis' degrees of freedom` },
      source: sources[asked.analysis],
      warnings: notes,
    });
    const { f, df1, df2, p } = found.test;
    const tested = { ...context, warnings: [...context.warnings, testWarning(f, df1, df2)] };
    const output = comparisonOutput(context, {
      label: title,
      meanInterval: asked.meanInterval,
      quantity: quantities[asked.metric],
      readers,
      modalities,
      value: (modality, reader) => figures[modality * readers.length + reader]?.value ?? NaN,
      means: found.modalities,
      differences: found.differences,
      most: 1,
      hypothesis: asked.hypothesis,
      p: plainEstimate(tested, p, 'probability'),
      ...trialsOf(asked.metric, study.value),
    });
    if (!output.ok) return output;
    const { estimates, ...rest } = output.value;
    return succeed({ ...rest, estimates: { ...estimates, f: plainEstimate(tested, f, 'score') } });
  },
});

type Task = {
  readonly study: ReaderStudy;
  readonly figures: readonly CellFigure[];
  readonly asked: Settings;
};

/** The inference, and what a reader must know of its variance components. */
function infer(
  roles: Table,
  { study, figures, asked }: Task,
): Result<{ readonly found: ReaderInference; readonly notes: readonly Warning[] }, Fault> {
  if (asked.analysis === 'dorfman-berbaum-metz') {
    if (!isCrossed(study)) return fail({ kind: 'study-not-crossed', readers: study.readers.length });
    const over = casesOfMetric[asked.metric];
    const found = dorfmanBerbaumMetz(pseudovalueAnova(figures, study.readers.length, over), asked);
    return found.ok ? succeed({ found: found.value, notes: [] }) : found;
  }
  const { readers, modalities } = study;
  const covariance =
    asked.to === 'readers'
      ? succeed(null)
      : covarianceOf(roles, {
          cells: study,
          figures,
          metric: metricOf(asked),
          covariance: asked.covariance,
          readers,
          nameOf: (cell) => ({
            reader: readers[cell % readers.length] ?? '',
            modality: modalities[Math.floor(cell / readers.length)] ?? '',
          }),
        });
  if (!covariance.ok) return covariance;
  const components = varianceComponents(
    {
      readers: study.readers,
      modalities: study.modalities,
      values: figures.map(({ value }) => value),
      covariance: covariance.value,
    },
    asked.design,
  );
  const found = obuchowskiRockette(components, asked);
  if (!found.ok) return found;
  const { reader, interaction } = components;
  const negative = [
    ['reader', reader],
    ['reader x modality', interaction],
  ] as const;
  const notes = negative.flatMap(([component, value]): readonly Warning[] =>
    value === null || value >= 0 || asked.to !== 'readers-and-cases'
      ? []
      : [{ kind: 'variance-component-negative', facts: { component, value: value.toPrecision(3) } }],
  );
  return succeed({ found: found.value, notes });
}
