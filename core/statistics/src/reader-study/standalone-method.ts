import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { hypothesisSetting } from '../accuracy/hypothesis.ts';
import { levelSetting } from '../settings.ts';
import { cellFigures, type Metric } from './cell-figures.ts';
import { modalityEstimates, type ReaderDifference } from './obuchowski-rockette.ts';
import { contextOf } from './reader-context.ts';
import { comparisonOutput, differenceP, quantities } from './reader-output.ts';
import { metricSettings, needsThreshold, trialsOf } from './reader-settings.ts';
import { covarianceOf, covarianceSetting, fitsMetric } from './reading-covariance.ts';
import { readingNeeds, readingRows } from './reading-roles.ts';
import { readings, type ReadingRows } from './readings.ts';
import { pickedCovariance, standaloneVersusReaders } from './standalone-versus-readers.ts';
import { varianceComponents } from './variance-components.ts';

const title: Text = { ko: '기기 단독과 판독자의 비교', en: 'The device alone against readers' };

const settings = z
  .strictObject({
    /** The name of the device among the readers. */
    device: z.string(),
    ...metricSettings,
    /** The score from which the device calls a case positive; as for the readers when left out. */
    deviceThreshold: z.number().optional(),
    covariance: covarianceSetting,
    /** Fixed cases speak of these cases only. */
    to: z.enum(['readers-and-cases', 'readers']).default('readers-and-cases'),
    /** Of the device minus the readers. */
    hypothesis: hypothesisSetting.optional(),
    level: levelSetting,
  })
  .refine(needsThreshold, { message: 'sensitivity and specificity need a threshold' })
  .refine(({ metric, covariance }) => fitsMetric(metric, covariance), {
    message: 'sensitivity and specificity take the jackknife covariance, over cases or over clusters',
  });
type Settings = z.output<typeof settings>;

/** The figure of the device beside that of readers like these. Gives `device`, `readers`, `difference` (device minus readers) and `p`. */
export const standaloneMethod = method({
  name: 'standalone-versus-readers',
  title,
  settings,
  takes: [
    ...readingNeeds.filter(({ role }) => role !== 'modality'),
    { role: 'cluster', kind: 'label', optional: true },
  ],
  gives: ['device', 'readers', 'difference', 'p'],
  byGroup: false,
  file: 'statistics/src/reader-study/standalone-method.ts',
  run: (roles, asked) => {
    const { device, to, level } = asked;
    const found = readingRows(roles, { oneModality: true });
    if (!found.ok) return found;
    const names = [...new Set(found.value.reader)].sort();
    if (!names.includes(device)) return fail({ kind: 'reader-unknown', reader: device, known: names });
    const people = names.filter((name) => name !== device);
    const study = readings(calls(found.value, asked), { readers: [device, ...people] });
    if (!study.ok) return study;

    const metric: Metric =
      asked.metric === 'auc' ? { of: 'auc' } : { of: asked.metric, positive: (call) => call === 1 };
    const figures = cellFigures(study.value, metric);
    const shared = covarianceOf(roles, {
      cells: study.value,
      figures,
      metric,
      covariance: asked.covariance,
      readers: people,
      nameOf: (cell) => ({ reader: [device, ...people][cell] ?? '', modality: '' }),
    });
    if (!shared.ok) return shared;
    const covariance = shared.value;
    const [own = NaN, ...others] = figures.map(({ value }) => value);
    const compared = standaloneVersusReaders(
      { device: own, readers: others },
      to === 'readers' ? null : covariance,
      level,
    );
    if (!compared.ok) return compared;
    const alone = (cells: readonly number[], who: readonly string[], random: boolean) =>
      modalityEstimates(
        varianceComponents(
          {
            readers: who,
            modalities: [''],
            values: cells.map((at) => figures[at]?.value ?? NaN),
            covariance: pickedCovariance(covariance, cells),
          },
          'shared',
        ),
        { to: random ? to : 'cases', level },
      )[0];
    const deviceMean = alone([0], [device], false);
    const readersMean = alone(
      people.map((_name, j) => j + 1),
      people,
      true,
    );
    if (deviceMean === undefined || readersMean === undefined) throw new Error('one modality has one mean');

    const context = contextOf(
      asked,
      { ...study.value, readers: people },
      {
        analysis: {
          ko: '기기와 판독자의 차이에 대한 Hillis 분석',
          en: "Hillis' analysis of the differences of device and readers",
        },
        source:
          'Hillis and Schartz (2018), J Medical Imaging 5, 031410; Hillis (2007), Statistics in Medicine 26, 596-619',
        warnings: [],
      },
    );
    const { value, limits, statistic, ...rest } = compared.value.difference;
    const turned: ReaderDifference = {
      ...rest,
      first: 0,
      second: 1,
      value: -value,
      statistic: statistic === null ? null : -statistic,
      limits: { low: -limits.high, high: -limits.low },
    };
    const output = comparisonOutput(context, {
      label: title,
      meanInterval: asked.meanInterval,
      quantity: quantities[asked.metric],
      readers: people,
      modalities: [device, 'readers'],
      modalityLabels: [
        { ko: device, en: device },
        { ko: '판독자', en: 'Readers' },
      ],
      value: (modality, reader) => (modality === 0 ? own : (others[reader] ?? NaN)),
      means: [deviceMean, readersMean],
      differences: [turned],
      most: 1,
      hypothesis: asked.hypothesis,
      p: differenceP(context, turned),
      ...trialsOf(asked.metric, study.value),
    });
    if (!output.ok) return output;
    const { first, second, difference, p } = output.value.estimates;
    if (first === undefined || second === undefined || difference === undefined || p === undefined)
      throw new Error('a comparison has two means, a difference and a p');
    return succeed({ ...output.value, estimates: { device: first, readers: second, difference, p } });
  },
});

/** Where calls are judged, device and readers have each a scale and a threshold of their own. */
function calls(
  rows: ReadingRows,
  { device, metric, threshold = NaN, deviceThreshold }: Settings,
): ReadingRows {
  if (metric === 'auc') return rows;
  const from = (reader: string | undefined): number =>
    reader === device ? (deviceThreshold ?? threshold) : threshold;
  return {
    ...rows,
    rating: Array.from(rows.rating, (rating, row) =>
      Number.isNaN(rating) ? NaN : rating >= from(rows.reader[row]) ? 1 : 0,
    ),
  };
}
