import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { hypothesisSetting } from '../accuracy/hypothesis.ts';
import { levelSetting } from '../settings.ts';
import type { ReaderEstimate } from './obuchowski-rockette.ts';
import { fewReaders, modalityEstimate, plainEstimate, type ReaderContext } from './reader-estimates.ts';
import { meanIntervalSetting } from './reader-settings.ts';
import { comparisonOutput, quantities } from './reader-output.ts';
import { readingSums, type ReadingSums } from './reading-moments.ts';
import { readingNeeds, studyOf } from './reading-roles.ts';
import { nestedReadings, type ReaderStudy } from './readings.ts';
import { uInterval, uStatistic, type UQuestion, type UStatistic, type UVariance } from './u-statistic.ts';

const title: Text = {
  ko: '판독 연구의 U-통계량 분석(빠진 판독 허용)',
  en: 'Reader study by U-statistics (readings may be missing)',
};
const names: Readonly<Record<UVariance, Text>> = {
  unbiased: { ko: 'U-통계량, 불편 분산', en: 'U-statistic, unbiased variance' },
  'plug-in': { ko: 'U-통계량, 대입 분산', en: 'U-statistic, plug-in variance' },
};
const source =
  'Gallas, Bandos, Samuelson and Wagner (2009), Communications in Statistics 38, 2586-2603; Obuchowski, Gallas and Hillis (2012), Academic Radiology 19, 1508-1517';

/**
 * Mean areas of two modalities and their difference, whoever read which case. With a threshold the area is that of a yes or
 * no: the mean of sensitivity and specificity. Gives `first`, `second`, `difference`, `p`, `mean-<modality>` and
 * `difference-<a>-<b>`. A reader may have read in one modality only.
 */
export const uStatisticMethod = method({
  name: 'reader-u-statistic',
  title,
  settings: z.strictObject({
    /** The two modalities, first minus second; by name when left out. */
    modalities: z.tuple([z.string(), z.string()]).optional(),
    threshold: z.number().optional(),
    meanInterval: meanIntervalSetting,
    hypothesis: hypothesisSetting.optional(),
    level: levelSetting,
  }),
  takes: readingNeeds,
  gives: ['first', 'second', 'difference', 'p', 'mean-*', 'difference-*'],
  byGroup: false,
  file: 'statistics/src/reader-study/u-statistic-method.ts',
  run: (roles, { modalities, threshold, meanInterval, hypothesis, level }) => {
    const all = studyOf(roles, modalities, nestedReadings);
    if (!all.ok) return all;
    const study = threshold === undefined ? all.value : calledAt(all.value, threshold);
    const { readers, diseased, healthy } = study;
    const [a, b] = study.modalities;
    if (a === undefined || b === undefined)
      return fail({ kind: 'too-few-readers', readers: readers.length, modalities: study.modalities.length });
    const sums = readingSums(study);
    const everyone = readers.map((_name, at) => at);
    const answer = (question: Omit<UQuestion, 'readers'>) => {
      const { found, form, warnings } = positiveOf((variance) =>
        uStatistic(sums, { ...question, readers: everyone }, variance),
      );
      const interval = uInterval(found, level);
      const own: ReaderEstimate = {
        value: found.value,
        standardError: Math.sqrt(Math.max(found.variance, 0)),
        df: found.df,
        limits: interval?.limits ?? { low: NaN, high: NaN },
      };
      return { own, p: interval?.p ?? null, form, warnings };
    };
    const difference = answer({ first: 0, second: 1 });
    const { own, p, form, warnings } = difference;
    if (p === null) return fail({ kind: 'reader-variance-not-positive', denominator: own.standardError });
    const both = [answer({ first: 0, second: null }), answer({ first: 1, second: null })];
    const context = (form: UVariance, warnings: readonly Warning[]): ReaderContext => ({
      level,
      unit: 'auc',
      n: diseased.length + healthy.length,
      parts: { diseased: diseased.length, healthy: healthy.length, readers: readers.length },
      method: names[form],
      source,
      warnings: [...fewReaders(readers.length), ...warnings],
    });
    const output = comparisonOutput(context(form, warnings), {
      label: title,
      meanInterval,
      quantity: threshold === undefined ? quantities.auc : ofCalls,
      readers,
      modalities: [a, b],
      value: (modality, reader) => areaOf(sums, modality * readers.length + reader),
      means: both.map((mean) => mean.own),
      differences: [{ first: 0, second: 1, ...own, p, statistic: own.value / own.standardError }],
      most: 1,
      hypothesis,
      p: plainEstimate(context(form, warnings), p, 'probability'),
    });
    if (!output.ok) return output;
    // Each mean has a variance of its own, and may have taken the other form.
    const estimates: Record<string, Estimate> = { ...output.value.estimates };
    for (const [i, mean] of both.entries()) {
      const about = context(mean.form, mean.warnings);
      const estimate =
        mean.p === null
          ? plainEstimate(about, mean.own.value, 'auc')
          : modalityEstimate(about, mean.own, { most: 1, interval: meanInterval });
      estimates[`mean-${study.modalities[i] ?? ''}`] = estimate;
      estimates[i === 0 ? 'first' : 'second'] = estimate;
    }
    return succeed({ ...output.value, estimates });
  },
});

const ofCalls: Text = { ko: '민감도와 특이도의 평균', en: 'Mean of sensitivity and specificity' };

/** Null where the reader did not read in the modality. */
const areaOf = ({ won, pairs }: ReadingSums, cell: number): number | null =>
  pairs[cell] === 0 ? null : (won[cell] ?? NaN) / (pairs[cell] ?? NaN);

/** The unbiased variance where it is above 0, else the plug-in one, and that is said: never silently 0. */
function positiveOf(by: (variance: UVariance) => UStatistic): {
  readonly found: UStatistic;
  readonly form: UVariance;
  readonly warnings: readonly Warning[];
} {
  const unbiased = by('unbiased');
  if (unbiased.variance > 0) return { found: unbiased, form: 'unbiased', warnings: [] };
  const facts = { variance: unbiased.variance.toPrecision(3) };
  return {
    found: by('plug-in'),
    form: 'plug-in',
    warnings: [{ kind: 'unbiased-variance-not-positive', facts }],
  };
}

/** Ratings become 1 from the threshold on, else 0. */
const calledAt = (study: ReaderStudy, threshold: number): ReaderStudy => {
  const called = (ratings: Float64Array): Float64Array =>
    ratings.map((rating) => (Number.isNaN(rating) ? NaN : rating >= threshold ? 1 : 0));
  return {
    ...study,
    cells: study.cells.map(({ diseased, healthy }) => ({
      diseased: called(diseased),
      healthy: called(healthy),
    })),
  };
};
