import { succeed, type Result } from '@daero/domain/result';
import type { TwoByTwo } from '../accuracy/binary-accuracy.ts';
import { wilsonLimits } from '../accuracy/binomial-interval.ts';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalReach } from '../distributions/normal.ts';
import type { Limits } from '../summary/interval.ts';
import { covariance, sum, variance } from '../summary/moments.ts';
import { checkedStudies, corrected, type AccuracyStudiesFault } from './accuracy-studies.ts';

export type StudyAccuracy = {
  readonly sensitivity: number;
  readonly sensitivityLimits: Limits;
  readonly specificity: number;
  readonly specificityLimits: Limits;
  readonly positiveLikelihoodRatio: number;
  readonly negativeLikelihoodRatio: number;
  readonly diagnosticOddsRatio: number;
};

export type EqualityTest = { readonly chi2: number; readonly df: number; readonly p: number };

export type AccuracyDescription = {
  readonly studies: readonly StudyAccuracy[];
  readonly equalSensitivities: EqualityTest;
  readonly equalSpecificities: EqualityTest;
  /** Pearson, of sensitivity and false-positive rate: far above 0 speaks for thresholds that differ. */
  readonly correlation: number;
};

/**
 * What each study of accuracy found, and whether the studies differ, before any model.
 *
 * The equality tests say little with few studies and reject everything with large ones: look at the spread.
 *
 * Takes    counts of each study; correction: added to all cells of all studies where any is 0; level of two-sided coverage
 * Gives    accuracy of each study with Wilson limits, Pearson's chi-square for equal shares (Yates's with two studies), the correlation
 * Fails    too-few-studies below 2; study-one-class; counts-impossible
 * Cost     O(k)
 * Source   Deeks (2001), BMJ 323, 157-162; Wilson (1927); the conventions of the mada package
 * Checked  reference cases of the method accuracy-meta-descriptive
 */
export function accuracyDescription(
  counts: readonly TwoByTwo[],
  { correction, level }: { readonly correction: number; readonly level: number },
): Result<AccuracyDescription, AccuracyStudiesFault> {
  const checked = checkedStudies(counts);
  if (!checked.ok) return checked;
  const tables = corrected(checked.value, correction);
  const z = normalReach(level);
  const studies = tables.map(({ truePositive, falseNegative, falsePositive, trueNegative }) => {
    const [diseased, healthy] = [truePositive + falseNegative, falsePositive + trueNegative];
    const [sensitivity, specificity] = [truePositive / diseased, trueNegative / healthy];
    return {
      sensitivity,
      sensitivityLimits: wilsonLimits(truePositive, diseased, z),
      specificity,
      specificityLimits: wilsonLimits(trueNegative, healthy, z),
      positiveLikelihoodRatio: sensitivity / (1 - specificity),
      negativeLikelihoodRatio: (1 - sensitivity) / specificity,
      diagnosticOddsRatio: (truePositive * trueNegative) / (falseNegative * falsePositive),
    };
  });
  const [se, fpr] = [
    studies.map(({ sensitivity }) => sensitivity),
    studies.map(({ specificity }) => 1 - specificity),
  ];
  return succeed({
    studies,
    equalSensitivities: equalShares(tables.map((t) => [t.truePositive, t.falseNegative])),
    equalSpecificities: equalShares(tables.map((t) => [t.trueNegative, t.falsePositive])),
    correlation: covariance(se, fpr) / Math.sqrt(variance(se) * variance(fpr)),
  });
}

/** Pearson's chi-square for one share in all studies. */
function equalShares(rows: readonly (readonly [number, number])[]): EqualityTest {
  const total = sum(rows.map(sum));
  const share = sum(rows.map(([events]) => events)) / total;
  const cells = rows.flatMap(([events, rest]) => [
    { observed: events, expected: (events + rest) * share },
    { observed: rest, expected: (events + rest) * (1 - share) },
  ]);
  const distances = cells.map(({ observed, expected }) => Math.abs(observed - expected));
  const yates = rows.length === 2 ? Math.min(0.5, ...distances) : 0;
  const chi2 = sum(
    cells.map(({ expected }, i) => {
      const distance = (distances[i] ?? NaN) - yates;
      return (distance * distance) / expected;
    }),
  );
  return { chi2, df: rows.length - 1, p: chiSquareUpper(chi2, rows.length - 1) };
}
