import type { Estimate, EstimateUnit, Warning } from '@daero/domain/estimate';
import type { Text } from '@daero/domain/text';
import { clip, logitLimits } from '../summary/interval.ts';
import type { MeanInterval } from './reader-settings.ts';
import type { ReaderEstimate } from './obuchowski-rockette.ts';

/** What all estimates of one reader study have in common. */
export type ReaderContext = {
  readonly level: number;
  readonly unit: EstimateUnit;
  /** Cases. */
  readonly n: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly method: Text;
  readonly source: string;
  readonly warnings: readonly Warning[];
};

const noInterval: Warning = { kind: 'no-interval', facts: {} };

/** A mean over readers; limits beyond `least` and `most` are cut off, and that is said. */
export function meanEstimate(
  context: ReaderContext,
  { value, standardError, limits }: ReaderEstimate,
  range: { readonly least: number; readonly most: number },
): Estimate {
  const { low, high } = clip(limits, range.least, range.most);
  const cut = low !== limits.low || high !== limits.high;
  return {
    ...context,
    value,
    low,
    high,
    standardError,
    warnings: cut ? [...context.warnings, { kind: 'interval-cut-off', facts: {} }] : context.warnings,
  };
}

const onLogit: Text = { ko: '로짓 구간', en: 'logit interval' };

/** The mean of one modality. On the logit scale where the figure is a share or an area and the plan asks for no other. */
export function modalityEstimate(
  context: ReaderContext,
  mean: ReaderEstimate,
  { most, interval }: { readonly most: number; readonly interval: MeanInterval },
): Estimate {
  const limits =
    interval === 'logit' && most === 1 ? logitLimits(mean.value, mean.standardError, mean.limits) : null;
  if (limits === null) return meanEstimate(context, mean, { least: 0, most });
  const { ko, en } = context.method;
  const method = { ko: `${ko}, ${onLogit.ko}`, en: `${en}, ${onLogit.en}` };
  return { ...context, method, value: mean.value, ...limits, standardError: mean.standardError };
}

/** A number that has no interval of its own: a statistic, a p-value. */
export const plainEstimate = (context: ReaderContext, value: number, unit: EstimateUnit): Estimate => ({
  ...context,
  value,
  low: null,
  high: null,
  standardError: null,
  unit,
  warnings: [...context.warnings, noInterval],
});

/** F and its degrees of freedom in words: an infinite number of them is no number that can be stored. */
export const testWarning = (f: number, df1: number, df2: number): Warning => ({
  kind: 'equality-tested',
  facts: { f: f.toPrecision(4), df1, df2: df2 === Infinity ? '∞' : df2.toPrecision(4) },
});

const few = 5;

export const fewReaders = (readers: number): readonly Warning[] =>
  readers < few ? [{ kind: 'few-readers', facts: { readers } }] : [];
