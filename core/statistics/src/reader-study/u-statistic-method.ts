import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { levelSetting } from '../settings.ts';
import { fewReaders, meanEstimate, plainEstimate, type ReaderContext } from './reader-estimates.ts';
import { readingSums } from './reading-moments.ts';
import { readingNeeds, studyOf } from './reading-roles.ts';
import type { ReaderStudy } from './readings.ts';
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
 * no: the mean of sensitivity and specificity. Gives `first`, `second`, `difference` and `p`.
 */
export const uStatisticMethod = method({
  name: 'reader-u-statistic',
  title,
  settings: z.strictObject({
    /** The two modalities, first minus second; by name when left out. */
    modalities: z.tuple([z.string(), z.string()]).optional(),
    threshold: z.number().optional(),
    level: levelSetting,
  }),
  takes: readingNeeds,
  gives: ['first', 'second', 'difference', 'p'],
  byGroup: false,
  file: 'statistics/src/reader-study/u-statistic-method.ts',
  run: (roles, { modalities, threshold, level }) => {
    const all = studyOf(roles, modalities);
    if (!all.ok) return all;
    const study = threshold === undefined ? all.value : calledAt(all.value, threshold);
    const { readers, diseased, healthy } = study;
    if (study.modalities.length < 2)
      return fail({ kind: 'too-few-readers', readers: readers.length, modalities: study.modalities.length });
    const sums = readingSums(study);
    const everyone = readers.map((_name, at) => at);
    const context = (form: UVariance, warnings: readonly Warning[]): ReaderContext => ({
      level,
      unit: 'auc',
      n: diseased.length + healthy.length,
      parts: { diseased: diseased.length, healthy: healthy.length, readers: readers.length },
      method: names[form],
      source,
      warnings: [...fewReaders(readers.length), ...warnings],
    });
    const answer = (question: Omit<UQuestion, 'readers'>): Estimate & { readonly p: number | null } => {
      const least = question.second === null ? 0 : -1;
      const { found, form, warnings } = positiveOf((variance) =>
        uStatistic(sums, { ...question, readers: everyone }, variance),
      );
      const interval = uInterval(found, level);
      if (interval === null)
        return { ...plainEstimate(context(form, warnings), found.value, 'auc'), p: null };
      const { limits, p } = interval;
      const own = { value: found.value, standardError: Math.sqrt(found.variance), df: found.df, limits };
      return { ...meanEstimate(context(form, warnings), own, { least, most: 1 }), p };
    };
    const without = ({ p: _p, ...estimate }: ReturnType<typeof answer>): Estimate => estimate;
    const difference = answer({ first: 0, second: 1 });
    const { p } = difference;
    if (p === null) return fail({ kind: 'reader-variance-not-positive', denominator: 0 });
    return succeed({
      estimates: {
        first: without(answer({ first: 0, second: null })),
        second: without(answer({ first: 1, second: null })),
        difference: without(difference),
        p: plainEstimate(context('unbiased', difference.warnings), p, 'probability'),
      },
      shapes: [],
      warnings: difference.warnings,
    });
  },
});

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
