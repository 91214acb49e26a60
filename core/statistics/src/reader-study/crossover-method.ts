import type { Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Table } from '@daero/domain/table';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { hypothesisSetting } from '../accuracy/hypothesis.ts';
import { levelSetting } from '../settings.ts';
import { cellFigures } from './cell-figures.ts';
import { crossover } from './crossover.ts';
import { meanEstimate, plainEstimate, type ReaderContext } from './reader-estimates.ts';
import { comparisonOutput, differenceP, quantities } from './reader-output.ts';
import { audienceSetting, metricOf, metricSettings, needsThreshold, trialsOf } from './reader-settings.ts';
import { covarianceOf, covarianceSetting, fitsMetric } from './reading-covariance.ts';
import { completeIds, readingNeeds, readingRows } from './reading-roles.ts';
import { sessions, type SessionRows, type SessionStudy } from './sessions.ts';
import { contextOf } from './reader-context.ts';

const title: Text = {
  ko: '교차 판독 연구: 휴지기를 둔 두 판독',
  en: 'Crossover of readings: two sessions with a washout between',
};

const settings = z
  .strictObject({
    ...metricSettings,
    /** First minus second: name the aided one first. By name when left out. */
    modalities: z.tuple([z.string(), z.string()]).optional(),
    /** The two sessions in their order; by name when left out. */
    periods: z.tuple([z.string(), z.string()]).optional(),
    /** Days between the sessions, as the protocol fixed them. */
    washoutDays: z.number().gt(0),
    covariance: covarianceSetting,
    to: audienceSetting,
    hypothesis: hypothesisSetting.optional(),
    level: levelSetting,
  })
  .refine(needsThreshold, { message: 'sensitivity and specificity need a threshold' })
  .refine(({ metric, covariance }) => fitsMetric(metric, covariance) && covariance !== 'clustered', {
    message:
      'a crossover takes the jackknife over cases or clusters, and for the AUC also the DeLong and unbiased covariances',
  });

/** Carry-over is spoken of from this p on, as the source does. */
const suspected = 0.1;

/**
 * Readers with the aid against without, each in a session of its own: `first`, `second`, `difference` and `p` adjusted for the
 * period; `period` (later minus earlier) and `carry-over` (of the first modality minus of the second) with `p-period` and
 * `p-carry-over`.
 */
export const crossoverMethod = method({
  name: 'reader-crossover',
  title,
  settings,
  takes: [
    ...readingNeeds,
    { role: 'period', kind: 'label' },
    { role: 'cluster', kind: 'label', optional: true },
  ],
  gives: [
    'first',
    'second',
    'difference',
    'p',
    'period',
    'p-period',
    'carry-over',
    'p-carry-over',
    'mean-*',
    'difference-*',
  ],
  byGroup: false,
  file: 'statistics/src/reader-study/crossover-method.ts',
  run: (roles, asked) => {
    const found = sessionStudy(roles, asked);
    if (!found.ok) return found;
    const study = found.value;
    const { readers } = study;
    const [a, b] = study.modalities;
    const metric = metricOf(asked);
    const figures = cellFigures(study, metric);
    const covariance =
      asked.to === 'readers'
        ? succeed(null)
        : covarianceOf(roles, {
            cells: study,
            figures,
            metric,
            covariance: asked.covariance,
            readers,
            nameOf: (at) => {
              const cell = study.of[at];
              return { reader: readers[cell?.reader ?? -1] ?? '', modality: cell?.modality === 1 ? b : a };
            },
          });
    if (!covariance.ok) return covariance;
    const values = figures.map(({ value }) => value);
    const compared = crossover(study, {
      values,
      covariance: covariance.value,
      to: asked.to,
      level: asked.level,
    });
    if (!compared.ok) return compared;
    const { difference, period: later, carryOver } = compared.value;

    const carried: readonly Warning[] =
      carryOver.p !== null && carryOver.p < suspected
        ? [
            {
              kind: 'carry-over-suspected',
              facts: { value: carryOver.value.toFixed(3), p: carryOver.p.toFixed(3) },
            },
          ]
        : [];
    const turns = turnWords[study.orderBy];
    const context = contextOf(asked, study, {
      analysis: {
        ko: `기간을 보정한 교차 분석(${turns.ko}, 휴지기 ${asked.washoutDays}일, Hillis 자유도)`,
        en: `Crossover adjusted for the period (${turns.en}, washout of ${asked.washoutDays} days, Hillis' degrees of freedom)`,
      },
      source:
        'Hills and Armitage (1979), British Journal of Clinical Pharmacology 8, 7-20; Hillis (2014), Statistics in Medicine 33, 330-360',
      warnings: carried,
    });
    const output = comparisonOutput(context, {
      label: title,
      meanInterval: asked.meanInterval,
      quantity: quantities[asked.metric],
      readers,
      modalities: [a, b],
      value: (modality, reader) => compared.value.readers[reader]?.[modality === 0 ? 0 : 1] ?? NaN,
      means: compared.value.modalities,
      differences: [{ first: 0, second: 1, ...difference }],
      most: 1,
      hypothesis: asked.hypothesis,
      p: differenceP(context, difference),
      ...trialsOf(asked.metric, study),
    });
    if (!output.ok) return output;
    const weak: ReaderContext = {
      ...context,
      warnings: [...context.warnings, { kind: 'carry-over-weak', facts: {} }],
    };
    return succeed({
      ...output.value,
      estimates: {
        ...output.value.estimates,
        period: meanEstimate(context, later, { least: -1, most: 1 }),
        'p-period': plainEstimate(context, later.p ?? 1, 'probability'),
        'carry-over': meanEstimate(weak, carryOver, { least: -2, most: 2 }),
        'p-carry-over': plainEstimate(weak, carryOver.p ?? 1, 'probability'),
      },
    });
  },
});

const turnWords: Readonly<Record<'readers' | 'cases', Text>> = {
  readers: { ko: '판독자마다 순서를 바꿈', en: 'readers take turns' },
  cases: { ko: '판독자 안에서 증례마다 순서를 바꿈', en: 'cases take turns within readers' },
};

type Names = {
  readonly modalities?: readonly string[] | undefined;
  readonly periods?: readonly string[] | undefined;
};

/** Two modalities and two periods, as the plan names them or else as the rows do, and the sessions of the rows. */
function sessionStudy(roles: Table, asked: Names): Result<SessionStudy, Fault> {
  const found = readingRows(roles);
  if (!found.ok) return found;
  const period = completeIds(roles, 'period');
  if (!period.ok) return period;
  const rows: SessionRows = { ...found.value, period: period.value };
  const known = { modalities: named(rows.modality), periods: named(rows.period) };
  const { modalities = known.modalities, periods = known.periods } = asked;
  const unknown = modalities.find((name) => !known.modalities.includes(name));
  if (unknown !== undefined)
    return fail({ kind: 'modality-unknown', modality: unknown, known: known.modalities });
  const [[first, second, more], [early, late]] = [modalities, periods];
  const whole = first !== undefined && second !== undefined && more === undefined;
  const timed =
    early !== undefined && late !== undefined && known.periods.every((name) => [early, late].includes(name));
  return whole && timed
    ? sessions(rows, { readers: named(rows.reader), modalities: [first, second], periods: [early, late] })
    : fail({ kind: 'crossover-not-two', modalities: modalities.length, periods: known.periods.length });
}

const named = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
