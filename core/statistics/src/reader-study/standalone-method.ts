import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { levelSetting } from '../settings.ts';
import { delongCovariance, jackknifeCovariance } from './case-covariance.ts';
import { cellFigures } from './cell-figures.ts';
import { modalityEstimates } from './obuchowski-rockette.ts';
import { fewReaders, meanEstimate, plainEstimate, type ReaderContext } from './reader-estimates.ts';
import { readingNeeds, readingRows } from './reading-roles.ts';
import { readings } from './readings.ts';
import { pickedCovariance, standaloneVersusReaders } from './standalone-versus-readers.ts';
import { varianceComponents } from './variance-components.ts';

const title: Text = { ko: '기기 단독과 판독자의 비교', en: 'The device alone against readers' };

const settings = z.strictObject({
  /** The name of the device among the readers. */
  device: z.string(),
  covariance: z.enum(['jackknife', 'delong']).default('jackknife'),
  /** Fixed cases speak of these cases only. */
  to: z.enum(['readers-and-cases', 'readers']).default('readers-and-cases'),
  level: levelSetting,
});

/** The AUC of the device beside that of readers like these. Gives `device`, `readers`, `difference` (device minus readers) and `p`. */
export const standaloneMethod = method({
  name: 'standalone-versus-readers',
  title,
  settings,
  takes: readingNeeds.filter(({ role }) => role !== 'modality'),
  gives: ['device', 'readers', 'difference', 'p'],
  byGroup: false,
  file: 'statistics/src/reader-study/standalone-method.ts',
  run: (roles, { device, covariance: form, to, level }) => {
    const found = readingRows(roles, { oneModality: true });
    if (!found.ok) return found;
    const names = [...new Set(found.value.reader)].sort();
    if (!names.includes(device)) return fail({ kind: 'reader-unknown', reader: device, known: names });
    const people = names.filter((name) => name !== device);
    const study = readings(found.value, { readers: [device, ...people] });
    if (!study.ok) return study;

    const figures = cellFigures(study.value, { of: 'auc' });
    const covariance =
      form === 'delong' ? delongCovariance(study.value) : jackknifeCovariance(figures, 'all');
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

    const { diseased, healthy } = study.value;
    const context: ReaderContext = {
      level,
      unit: 'auc',
      n: diseased.length + healthy.length,
      parts: { diseased: diseased.length, healthy: healthy.length, readers: people.length },
      method: {
        ko: `기기와 판독자의 차이에 대한 Hillis 분석, ${form} 공분산`,
        en: `Hillis' analysis of the differences of device and readers, ${form} covariance`,
      },
      source:
        'Hillis and Schartz (2018), J Medical Imaging 5, 031410; Hillis (2007), Statistics in Medicine 26, 596-619',
      warnings: fewReaders(people.length),
    };
    const { difference } = compared.value;
    const { value, standardError, df, limits, p } = difference;
    if (p === null) throw new Error('a comparison with a variance has a p');
    const turned = { value: -value, standardError, df, limits: { low: -limits.high, high: -limits.low } };
    return succeed({
      estimates: {
        device: meanEstimate(context, deviceMean, { least: 0, most: 1 }),
        readers: meanEstimate(context, readersMean, { least: 0, most: 1 }),
        difference: meanEstimate(context, turned, { least: -1, most: 1 }),
        p: plainEstimate(context, p, 'probability'),
      },
      shapes: [],
      warnings: context.warnings,
    });
  },
});
