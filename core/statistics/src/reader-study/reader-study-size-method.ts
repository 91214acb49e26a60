import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { SizeCurveShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { jackknifeCovariance } from './case-covariance.ts';
import { cellFigures, type Metric } from './cell-figures.ts';
import { fewReaders, plainEstimate, type ReaderContext } from './reader-estimates.ts';
import { audienceSetting, metricOf, metricSettings, needsThreshold } from './reader-settings.ts';
import { casesForPower, powerCurves, spreadOf, type PlannedDesign } from './reader-study-power.ts';
import { casesOfMetric } from './reading-covariance.ts';
import { readingNeeds, studyOf } from './reading-roles.ts';
import { isCrossed } from './readings.ts';
import { varianceComponents } from './variance-components.ts';

const title: Text = {
  ko: '예비 연구로 정하는 판독 연구의 크기',
  en: 'Size of a reader study from its pilot',
};

const designs = [
  'crossed',
  'crossover',
  'split-plot',
  'cases-nested-in-readers',
  'cases-nested-in-modalities',
] as const;

const settings = z
  .strictObject({
    ...metricSettings,
    /** The difference that the study should find. */
    difference: z.number().gt(0).lt(1),
    power: z.number().gt(0.5).lt(1).default(0.8),
    alpha: z.number().gt(0).lt(0.5).default(0.05),
    /** Numbers of readers to plan with; the first is the one that `cases` is for. */
    readers: z.array(z.number().int().min(2)).min(1),
    /** Of the study planned; the pilot is crossed. */
    design: z.enum(designs).default('crossed'),
    /** Of a split-plot: blocks of readers with their own cases. */
    blocks: z.number().int().min(2).optional(),
    to: audienceSetting,
    modalities: z.tuple([z.string(), z.string()]).optional(),
  })
  .refine(needsThreshold, { message: 'sensitivity and specificity need a threshold' })
  .refine(({ design, blocks }) => (design === 'split-plot') === (blocks !== undefined), {
    message: 'a split-plot, and nothing else, takes a number of blocks',
  });

/**
 * How many cases a study with so many readers needs: of both classes for the AUC, in the shares of the pilot; diseased ones for
 * sensitivity, healthy ones for specificity. Gives `cases` and `power`, and `cases-<readers>` for each number of readers that
 * reaches the power.
 */
export const readerStudySizeMethod = method({
  name: 'reader-study-size',
  title,
  settings,
  takes: readingNeeds,
  gives: ['cases', 'power', 'cases-*'],
  byGroup: false,
  file: 'statistics/src/reader-study/reader-study-size-method.ts',
  run: (roles, asked) => {
    const { difference, power, alpha, readers: numbers, design: kind, blocks = 1, to, modalities } = asked;
    const study = studyOf(roles, modalities);
    if (!study.ok) return study;
    const pilot = study.value;
    if (pilot.readers.length < 2 || pilot.modalities.length < 2) {
      const found = { readers: pilot.readers.length, modalities: pilot.modalities.length };
      return fail({ kind: 'too-few-readers', ...found });
    }
    if (!isCrossed(pilot)) return fail({ kind: 'study-not-crossed', readers: pilot.readers.length });
    const design: PlannedDesign = kind === 'split-plot' ? { kind, blocks } : { kind };
    const uneven = numbers.find((readers) => readers % blocks !== 0);
    if (uneven !== undefined) return fail({ kind: 'blocks-not-dividing', readers: uneven, blocks });
    const few = numbers.find((readers) => kind === 'crossover' && readers < 3 && to !== 'cases');
    if (few !== undefined) return fail({ kind: 'readers-below-terms', readers: few, terms: 2 });

    const figures = cellFigures(pilot, metricOf(asked));
    const covariance = jackknifeCovariance(figures, casesOfMetric[asked.metric]);
    const values = figures.map(({ value }) => value);
    const components = varianceComponents({ ...pilot, values, covariance }, 'shared');
    const spread = spreadOf(components, covariance.cases);
    if (spread === null) throw new Error('a pilot with varying cases has components');
    const plan = { difference, to, alpha, design };
    const sizes = numbers.map((readers) => ({
      readers,
      found: casesForPower(spread, { ...plan, readers }, { power }),
    }));
    const [first] = sizes;
    if (first === undefined) throw new Error('there is a number of readers');
    if (!first.found.ok) return first.found;

    const short = sizes.flatMap(({ found }): readonly Warning[] =>
      found.ok
        ? []
        : [
            {
              kind: 'readers-too-few-for-power',
              facts: {
                readers: found.fault.readers,
                cases: found.fault.cases,
                power: found.fault.power.toFixed(3),
              },
            },
          ],
    );
    const context: ReaderContext = {
      level: 1 - alpha,
      unit: 'count',
      n: covariance.cases,
      parts: {
        diseased: pilot.diseased.length,
        healthy: pilot.healthy.length,
        readers: pilot.readers.length,
      },
      method: {
        ko: `예비 연구의 Obuchowski-Rockette 분산 성분과 비중심 F 분포, ${designWords[kind].ko}`,
        en: `Obuchowski-Rockette components of the pilot and the noncentral F distribution, ${designWords[kind].en}`,
      },
      source: sourceOf(kind),
      warnings: [...fewReaders(pilot.readers.length), ...short],
    };
    const estimates: Record<string, Estimate> = {
      cases: plainEstimate(context, first.found.value.cases, 'count'),
      power: plainEstimate(context, first.found.value.power, 'probability'),
    };
    for (const { readers, found } of sizes)
      if (found.ok) estimates[`cases-${readers}`] = plainEstimate(context, found.value.cases, 'count');
    const { cases, power: reached } = first.found.value;
    const shape: SizeCurveShape = {
      shape: 'size-curve',
      label: title,
      x: caseWords[asked.metric],
      y: { ko: '검정력', en: 'Power' },
      curves: powerCurves(spread, plan, { readers: numbers, about: cases }),
      target: power,
      chosen: { x: cases, y: reached },
    };
    return succeed({ estimates, shapes: [shape], warnings: context.warnings });
  },
});

const sourceOf = (design: (typeof designs)[number]): string =>
  design === 'crossed'
    ? 'Hillis, Obuchowski and Berbaum (2011), Academic Radiology 18, 129-142'
    : 'Hillis, Obuchowski and Berbaum (2011), Academic Radiology 18, 129-142; Hillis (2014), Statistics in Medicine 33, 330-360; Obuchowski, Gallas and Hillis (2012), Academic Radiology 19, 1508-1517';

const designWords: Readonly<Record<(typeof designs)[number], Text>> = {
  crossed: { ko: '완전 교차 설계', en: 'fully crossed design' },
  crossover: { ko: '두 기간 교차 설계', en: 'crossover in two periods' },
  'split-plot': { ko: '분할구 설계', en: 'split-plot design' },
  'cases-nested-in-readers': { ko: '판독자마다 다른 증례', en: 'cases nested in readers' },
  'cases-nested-in-modalities': { ko: '방식마다 다른 증례', en: 'cases nested in modalities' },
};

const caseWords: Readonly<Record<Metric['of'], Text>> = {
  auc: { ko: '증례', en: 'Cases' },
  sensitivity: { ko: '질병 있는 증례', en: 'Diseased cases' },
  specificity: { ko: '질병 없는 증례', en: 'Healthy cases' },
};
