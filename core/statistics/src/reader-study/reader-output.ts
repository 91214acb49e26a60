import type { Estimate, Warning } from '@daero/domain/estimate';
import type { AnalysisOutput } from '@daero/domain/method';
import { succeed, type Result } from '@daero/domain/result';
import type { ReadersShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { hypothesisEstimate, type Hypothesis } from '../accuracy/hypothesis.ts';
import type { MarginFault } from '../accuracy/margin-test.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { studentCdf } from '../distributions/student-t.ts';
import type { ReaderDifference, ReaderEstimate } from './obuchowski-rockette.ts';
import { meanEstimate, modalityEstimate, plainEstimate, type ReaderContext } from './reader-estimates.ts';
import type { MeanInterval } from './reader-settings.ts';

/** What a comparison of modalities found, whichever analysis found it. */
export type ReaderComparison = {
  readonly label: Text;
  readonly quantity: Text;
  readonly readers: readonly string[];
  readonly modalities: readonly string[];
  /** What modalities are called in the picture, where their names are not for reading. */
  readonly modalityLabels?: readonly Text[];
  /** The figure of a reader in a modality, by position; null where there is none. */
  readonly value: (modality: number, reader: number) => number | null;
  /** Limits that are NaN: there is no interval. */
  readonly means: readonly ReaderEstimate[];
  /** First minus second. */
  readonly differences: readonly ReaderDifference[];
  readonly meanInterval: MeanInterval;
  /** The largest value a figure can have; the smallest is 0. */
  readonly most: number;
  /** Of the difference of the first two modalities. */
  readonly hypothesis: Hypothesis | undefined;
  /** Two-sided, of no difference; the hypothesis' own p takes its place where there is one. */
  readonly p: Estimate;
  /** Where a figure is a share of cases: of how many. */
  readonly trials?: number;
};

/**
 * The estimates `first`, `second`, `difference` and `p`, `mean-<modality>` and `difference-<a>-<b>` for all modalities, and
 * the picture of readers by modality.
 */
export function comparisonOutput(
  context: ReaderContext,
  found: ReaderComparison,
): Result<AnalysisOutput, MarginFault> {
  const { modalities, differences, hypothesis, most } = found;
  const asked = differences.find(({ first, second }) => first === 0 && second === 1);
  if (asked === undefined) throw new Error('a comparison holds the difference of the first two');
  const tested = hypothesis === undefined ? null : hypothesisOfReaders(asked, hypothesis, context);
  if (tested !== null && !tested.ok) return tested;
  const said: readonly Warning[] = tested === null ? [] : [tested.value.warning];

  const estimates: Record<string, Estimate> = {};
  for (const [i, mean] of found.means.entries()) {
    const estimate = Number.isNaN(mean.limits.low)
      ? plainEstimate(context, mean.value, context.unit)
      : modalityEstimate(context, mean, { most, interval: found.meanInterval });
    estimates[`mean-${modalities[i] ?? ''}`] = estimate;
    if (i < 2) estimates[i === 0 ? 'first' : 'second'] = estimate;
  }
  for (const each of differences) {
    const own = each === asked ? { ...context, warnings: [...context.warnings, ...said] } : context;
    const estimate = meanEstimate(own, each, { least: -most, most });
    estimates[`difference-${modalities[each.first] ?? ''}-${modalities[each.second] ?? ''}`] = estimate;
    if (each === asked) estimates.difference = estimate;
  }
  estimates.p =
    tested === null ? found.p : { ...tested.value.p, method: joined(context.method, tested.value.p.method) };
  return succeed({
    estimates,
    shapes: [readersShape(context, found)],
    warnings: [...context.warnings, ...said],
  });
}

/** By Student's t on the degrees of freedom of the difference. */
export function hypothesisOfReaders(
  { value, standardError, df }: ReaderEstimate,
  hypothesis: Hypothesis,
  about: Pick<Estimate, 'n' | 'parts'>,
): ReturnType<typeof hypothesisEstimate> {
  const scoreAt = (supposed: number): number => {
    const t = (value - supposed) / standardError;
    // The normal score with the same tail, taken from the tail that is small.
    return t >= 0 ? -normalQuantile(studentCdf(-t, df)) : normalQuantile(studentCdf(t, df));
  };
  return hypothesisEstimate(scoreAt, hypothesis, { n: about.n, parts: about.parts });
}

/** p of a difference where no test of several modalities stands above it. */
export const differenceP = (context: ReaderContext, { p }: { readonly p: number | null }): Estimate =>
  plainEstimate(context, p ?? 1, 'probability');

const joined = (a: Text, b: Text): Text => ({ ko: `${a.ko}; ${b.ko}`, en: `${a.en}; ${b.en}` });

function readersShape(context: ReaderContext, found: ReaderComparison): ReadersShape {
  const { level, n, parts } = context;
  const interval = found.meanInterval;
  const { label, quantity, readers, modalities, value, means, differences, hypothesis, most, trials } = found;
  const worded = (name: string): Text => ({ ko: name, en: name });
  const within = ({ value: middle, limits }: ReaderEstimate, least: number) => ({
    value: middle,
    low: Number.isNaN(limits.low) ? null : Math.max(limits.low, least),
    high: Number.isNaN(limits.high) ? null : Math.min(limits.high, most),
  });
  return {
    shape: 'readers',
    label,
    quantity,
    level,
    n,
    parts: trials === undefined ? parts : { ...parts, trials },
    modalities: found.modalityLabels ?? found.modalities.map(worded),
    readers: readers.map((name, j) => ({
      label: worded(name),
      values: modalities.map((_modality, i) => value(i, j)),
    })),
    means: means.map((mean) => {
      const { value: middle, low, high } = modalityEstimate(context, mean, { most, interval });
      return Number.isNaN(mean.limits.low) ? within(mean, 0) : { value: middle, low, high };
    }),
    // The picture takes the second less the first, the estimates the first less the second.
    differences: differences.map(({ first, second, p, ...difference }) => ({
      first: second,
      second: first,
      difference: within(difference, -most),
      p: p ?? 1,
    })),
    margin: hypothesis === undefined || hypothesis.question === 'superiority' ? null : -hypothesis.margin,
  };
}

export const quantities: Readonly<Record<'auc' | 'sensitivity' | 'specificity', Text>> = {
  auc: { ko: 'ROC 곡선 아래 면적(AUC)', en: 'Area under the ROC curve (AUC)' },
  sensitivity: { ko: '민감도', en: 'Sensitivity' },
  specificity: { ko: '특이도', en: 'Specificity' },
};
