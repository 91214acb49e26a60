import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import type { Metric } from './cell-figures.ts';
import type { Generalises } from './obuchowski-rockette.ts';
import type { AlignedCells } from './readings.ts';

/** Of the mean of one modality; a difference has Wald limits by Student's t. */
export const meanIntervalSetting = z.enum(['logit', 'wald']).default('logit');
export type MeanInterval = z.output<typeof meanIntervalSetting>;

/** Settings that the methods of reader studies share. */
export const metricSettings = {
  metric: z.enum(['auc', 'sensitivity', 'specificity']).default('auc'),
  /** The rating from which a case is called positive; sensitivity and specificity need it. */
  threshold: z.number().optional(),
  meanInterval: meanIntervalSetting,
};
export const audienceSetting = z.enum(['readers-and-cases', 'cases', 'readers']).default('readers-and-cases');

type Asked = { readonly metric: Metric['of']; readonly threshold?: number | undefined };

export const needsThreshold = ({ metric, threshold }: Asked): boolean =>
  metric === 'auc' || threshold !== undefined;

export const metricOf = ({ metric, threshold = NaN }: Asked): Metric =>
  metric === 'auc' ? { of: metric } : { of: metric, positive: (rating) => rating >= threshold };

/** How many cases a figure is a share of. */
export const trialsOf = (
  metric: Metric['of'],
  { diseased, healthy }: AlignedCells,
): { readonly trials?: number } =>
  metric === 'auc' ? {} : { trials: metric === 'sensitivity' ? diseased.length : healthy.length };

/** Who the finding is meant for, in words. */
export const audiences: Readonly<Record<Generalises, Text>> = {
  'readers-and-cases': { ko: '판독자와 증례 모두 변량', en: 'readers and cases random' },
  cases: { ko: '판독자 고정, 증례 변량', en: 'readers fixed, cases random' },
  readers: { ko: '판독자 변량, 증례 고정', en: 'readers random, cases fixed' },
};
