import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { levelSetting } from '../settings.ts';
import {
  delongCovariance,
  jackknifeCovariance,
  unbiasedCovariance,
  type CaseCovariance,
} from './case-covariance.ts';
import { cellFigures, type CellFigure, type Metric } from './cell-figures.ts';
import { clusteredCovariance } from './clustered-covariance.ts';
import { dorfmanBerbaumMetz } from './dorfman-berbaum-metz.ts';
import { obuchowskiRockette, type ReaderInference } from './obuchowski-rockette.ts';
import { pseudovalueAnova } from './pseudovalue-anova.ts';
import {
  fewReaders,
  meanEstimate,
  plainEstimate,
  testWarning,
  type ReaderContext,
} from './reader-estimates.ts';
import { completeIds, readingNeeds, studyOf } from './reading-roles.ts';
import { isCrossed, type ReaderStudy } from './readings.ts';
import { varianceComponents } from './variance-components.ts';
import type { Table } from '@daero/domain/table';

const metrics = ['auc', 'sensitivity', 'specificity'] as const;
const analyses = ['obuchowski-rockette', 'dorfman-berbaum-metz'] as const;

const settings = z
  .strictObject({
    metric: z.enum(metrics).default('auc'),
    /** The rating from which a case is called positive; sensitivity and specificity need it. */
    threshold: z.number().optional(),
    analysis: z.enum(analyses).default('obuchowski-rockette'),
    /** `clustered` takes the column `cluster`: cases of one patient vary together. */
    covariance: z.enum(['jackknife', 'delong', 'unbiased', 'clustered']).default('jackknife'),
    design: z.enum(['shared', 'cases-nested-in-readers', 'cases-nested-in-modalities']).default('shared'),
    to: z.enum(['readers-and-cases', 'cases', 'readers']).default('readers-and-cases'),
    /** All modalities in their order; the first two are `first` and `second`. By name when left out. */
    modalities: z.array(z.string()).min(2).optional(),
    level: levelSetting,
  })
  .refine(({ metric, threshold }) => metric === 'auc' || threshold !== undefined, {
    message: 'sensitivity and specificity need a threshold',
  })
  .refine(({ metric, covariance }) => metric === 'auc' || covariance === 'jackknife', {
    message: 'sensitivity and specificity take the jackknife covariance',
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

const covarianceNames: Readonly<Record<Settings['covariance'], string>> = {
  jackknife: 'jackknife',
  delong: 'DeLong',
  unbiased: 'unbiased',
  clustered: 'Obuchowski 1997',
};

const sources: Readonly<Record<(typeof analyses)[number], string>> = {
  'obuchowski-rockette':
    'Obuchowski and Rockette (1995), Communications in Statistics 24, 285-308; Hillis (2007), Statistics in Medicine 26, 596-619; Hillis (2014), Statistics in Medicine 33, 330-360',
  'dorfman-berbaum-metz':
    'Dorfman, Berbaum and Metz (1992), Investigative Radiology 27, 723-731; Hillis, Berbaum and Metz (2008), Academic Radiology 15, 647-661',
};

/** Who the finding is meant for, in words. */
const audiences: Readonly<Record<Settings['to'], Text>> = {
  'readers-and-cases': { ko: '판독자와 증례 모두 변량', en: 'readers and cases random' },
  cases: { ko: '판독자 고정, 증례 변량', en: 'readers fixed, cases random' },
  readers: { ko: '판독자 변량, 증례 고정', en: 'readers random, cases fixed' },
};

/**
 * Do readers do better in one modality than in another? Gives `first`, `second`, `difference` (first minus second), the test
 * that all modalities are equal (`f`, `p`), and `mean-<modality>` and `difference-<a>-<b>` for all of them.
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
    const { readers, modalities, diseased, healthy } = study.value;
    const context: ReaderContext = {
      level: asked.level,
      unit: asked.metric === 'auc' ? 'auc' : 'probability',
      n: diseased.length + healthy.length,
      parts: { diseased: diseased.length, healthy: healthy.length, readers: readers.length },
      method: wordsOf(asked),
      source: sources[asked.analysis],
      warnings: [...(asked.to === 'cases' ? [] : fewReaders(readers.length)), ...notes],
    };
    const mean = (i: number): Estimate | undefined => {
      const own = found.modalities[i];
      return own === undefined ? undefined : meanEstimate(context, own, { least: 0, most: 1 });
    };
    const estimates: Record<string, Estimate> = {};
    for (const [i, name] of modalities.entries()) {
      const estimate = mean(i);
      if (estimate === undefined) continue;
      estimates[`mean-${name}`] = estimate;
      if (i === 0) estimates.first = estimate;
      if (i === 1) estimates.second = estimate;
    }
    for (const { first, second, ...difference } of found.differences) {
      const estimate = meanEstimate(context, difference, { least: -1, most: 1 });
      estimates[`difference-${modalities[first] ?? ''}-${modalities[second] ?? ''}`] = estimate;
      if (first === 0 && second === 1) estimates.difference = estimate;
    }
    const { f, df1, df2, p } = found.test;
    const tested = { ...context, warnings: [...context.warnings, testWarning(f, df1, df2)] };
    estimates.f = plainEstimate(tested, f, 'score');
    estimates.p = plainEstimate(tested, p, 'probability');
    return succeed({ estimates, shapes: [], warnings: context.warnings });
  },
});

const metricOf = ({ metric, threshold = NaN }: Settings): Metric =>
  metric === 'auc' ? { of: metric } : { of: metric, positive: (rating) => rating >= threshold };

function wordsOf({ analysis, covariance, to }: Settings): Text {
  const by = analysis === 'obuchowski-rockette' ? 'Obuchowski-Rockette' : 'Dorfman-Berbaum-Metz';
  const with_ = to === 'readers' ? null : covarianceNames[covariance];
  return {
    ko: `${by}(Hillis 자유도), ${audiences[to].ko}${with_ === null ? '' : `, ${with_} 공분산`}`,
    en: `${by} with Hillis' degrees of freedom, ${audiences[to].en}${with_ === null ? '' : `, ${with_} covariance`}`,
  };
}

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
  const over =
    asked.metric === 'sensitivity' ? 'diseased' : asked.metric === 'specificity' ? 'healthy' : 'all';
  if (asked.analysis === 'dorfman-berbaum-metz') {
    if (!isCrossed(study)) return fail({ kind: 'study-not-crossed', readers: study.readers.length });
    const found = dorfmanBerbaumMetz(pseudovalueAnova(figures, study.readers.length, over), asked);
    return found.ok ? succeed({ found: found.value, notes: [] }) : found;
  }
  const covariance = covarianceOf(roles, study, () => jackknifeCovariance(figures, over), asked);
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

function covarianceOf(
  roles: Table,
  study: ReaderStudy,
  jackknife: () => CaseCovariance,
  { covariance, to }: Settings,
): Result<CaseCovariance | null, Fault> {
  if (to === 'readers') return succeed(null);
  switch (covariance) {
    case 'jackknife':
      return succeed(jackknife());
    case 'delong':
      return succeed(delongCovariance(study));
    case 'unbiased':
      return succeed(unbiasedCovariance(study));
    case 'clustered': {
      const clusters = completeIds(roles, 'cluster');
      if (!clusters.ok) return clusters;
      const cases = completeIds(roles, 'case');
      if (!cases.ok) return cases;
      return clusteredCovariance(
        study,
        new Map(cases.value.map((id, row) => [id, clusters.value[row] ?? ''])),
      );
    }
  }
}
