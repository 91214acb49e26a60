import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { Table } from '@daero/domain/table';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { hypothesisSetting } from '../accuracy/hypothesis.ts';
import { hasColumn } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { cellFigures } from './cell-figures.ts';
import { obuchowskiRockette } from './obuchowski-rockette.ts';
import { comparisonOutput, differenceP, quantities } from './reader-output.ts';
import { audienceSetting, metricOf, metricSettings, needsThreshold, trialsOf } from './reader-settings.ts';
import { covarianceOf, covarianceSetting, fitsMetric } from './reading-covariance.ts';
import { completeIds, readingNeeds, readingRows, studyOf } from './reading-roles.ts';
import { contextOf } from './reader-context.ts';
import { varianceComponents } from './variance-components.ts';

const title: Text = {
  ko: '순차 판독 연구: 도움 없이 읽고 이어서 도움을 받아 읽음',
  en: 'Sequential readings: without the aid, and then with it at one sitting',
};

const settings = z
  .strictObject({
    ...metricSettings,
    /** The aided modality, and the one without the aid that is read before it. The difference is aided minus unaided. */
    modalities: z.tuple([z.string(), z.string()]),
    covariance: covarianceSetting,
    to: audienceSetting,
    hypothesis: hypothesisSetting.optional(),
    level: levelSetting,
  })
  .refine(needsThreshold, { message: 'sensitivity and specificity need a threshold' })
  .refine(({ metric, covariance }) => fitsMetric(metric, covariance), {
    message: 'sensitivity and specificity take the jackknife covariance, over cases or over clusters',
  });

/**
 * Readers who first read without the aid and then, at the same sitting, with it. Order and aid go together, so there is no
 * period term to be had: the difference is of both, and every estimate of it says so. With the column `period` the order is checked.
 */
export const sequentialMethod = method({
  name: 'reader-sequential',
  title,
  settings,
  takes: [
    ...readingNeeds,
    { role: 'period', kind: 'label', optional: true },
    { role: 'cluster', kind: 'label', optional: true },
  ],
  gives: ['first', 'second', 'difference', 'p', 'mean-*', 'difference-*'],
  byGroup: false,
  file: 'statistics/src/reader-study/sequential-method.ts',
  run: (roles, asked) => {
    const found = studyOf(roles, asked.modalities);
    if (!found.ok) return found;
    const inOrder = checkOrder(roles, asked.modalities);
    if (!inOrder.ok) return inOrder;
    const study = found.value;
    const { readers, modalities } = study;
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
            nameOf: (cell) => ({
              reader: readers[cell % readers.length] ?? '',
              modality: modalities[Math.floor(cell / readers.length)] ?? '',
            }),
          });
    if (!covariance.ok) return covariance;
    const values = figures.map(({ value }) => value);
    const components = varianceComponents(
      { readers, modalities, values, covariance: covariance.value },
      'shared',
    );
    const inference = obuchowskiRockette(components, asked);
    if (!inference.ok) return inference;
    const { differences, modalities: means } = inference.value;
    const context = contextOf(asked, study, {
      analysis: {
        ko: '순차 판독의 Obuchowski-Rockette(Hillis 자유도)',
        en: "Obuchowski-Rockette of sequential readings with Hillis' degrees of freedom",
      },
      source:
        'Obuchowski and Rockette (1995), Communications in Statistics 24, 285-308; Hillis (2007), Statistics in Medicine 26, 596-619',
      warnings: [{ kind: 'order-confounded', facts: {} }],
    });
    return comparisonOutput(context, {
      label: title,
      meanInterval: asked.meanInterval,
      quantity: quantities[asked.metric],
      readers,
      modalities,
      value: (modality, reader) => figures[modality * readers.length + reader]?.value ?? NaN,
      means,
      differences,
      most: 1,
      hypothesis: asked.hypothesis,
      p: differenceP(context, differences[0] ?? { p: null }),
      ...trialsOf(asked.metric, study),
    });
  },
});

/** Every aided reading comes after the unaided one of the same reader and case. */
function checkOrder(roles: Table, [aided, unaided]: readonly [string, string]): Result<null, Fault> {
  if (!hasColumn(roles, 'period')) return succeed(null);
  const rows = readingRows(roles);
  if (!rows.ok) return rows;
  const period = completeIds(roles, 'period');
  if (!period.ok) return period;
  const key = (row: number): string => JSON.stringify([rows.value.reader[row], rows.value.case[row]]);
  const without = new Map<string, string>();
  rows.value.modality.forEach((name, row) => {
    if (name === unaided) without.set(key(row), period.value[row] ?? '');
  });
  const early = rows.value.modality.findIndex((name, row) => {
    const before = without.get(key(row));
    return name === aided && before !== undefined && !comesBefore(before, period.value[row] ?? '');
  });
  return early < 0
    ? succeed(null)
    : fail({
        kind: 'order-not-sequential',
        reader: rows.value.reader[early] ?? '',
        case: rows.value.case[early] ?? '',
      });
}

/** Numbers by size, names by the alphabet. */
const comesBefore = (a: string, b: string): boolean => {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? a < b : x < y;
};
