import { fail, succeed, type Result } from '@daero/domain/result';
import { studentReach, studentTwoSided } from '../distributions/student-t.ts';
import { around, type Limits } from '../summary/interval.ts';
import { covariance, mean, sum, variance } from '../summary/moments.ts';

export type BlandAltman = {
  readonly pairs: number;
  readonly subjects: number;
  /** Mean of first minus second. */
  readonly bias: number;
  readonly biasLimits: Limits;
  readonly biasP: number;
  /** Of a single difference; with repeated pairs the variation between subjects and within them together. */
  readonly standardDeviation: number;
  /** Its two parts; within subjects null where each has one pair. */
  readonly betweenSubjects: number;
  readonly withinSubjects: number | null;
  readonly agreement: Limits;
  readonly lowerLimits: Limits;
  readonly upperLimits: Limits;
  /** How the difference moves with the size measured: a slope away from 0 means that one bias does not serve all sizes. */
  readonly proportionalBias: { readonly slope: number; readonly p: number };
};

export type BlandAltmanFault =
  | { readonly kind: 'too-few-subjects'; readonly subjects: number }
  | { readonly kind: 'rating-missing'; readonly rater: number; readonly subject: number };

export type BlandAltmanOptions = {
  readonly level: number;
  /** How many standard deviations to each side: 1.96 holds 95 % of single differences. */
  readonly multiplier: number;
  /** Variance of the limits: the approximation of 1999, or the rougher one of 1986. */
  readonly limitVariance?: '1999' | '1986';
  /** Who each pair belongs to, where subjects were measured several times. */
  readonly subject?: readonly string[];
};

/**
 * Limits of agreement of two methods of measuring one thing.
 *
 * Between which values do most differences of the two lie? Whether that is good enough is for care to say, not for a test. Several pairs of one
 * subject are not so many subjects: named, their variation between and within subjects is added up (a one-way analysis of variance).
 *
 * Takes    paired measurements, 3 or more subjects; level; multiplier; subjects of repeated pairs
 * Gives    bias and limits with their intervals (t with subjects - 1 degrees of freedom), and the slope of the difference on the mean
 * Fails    too-few-subjects below 3; rating-missing on a value that is no number
 * Cost     O(n)
 * Source   Bland and Altman (1986), Lancet 327, 307-310; (1999), Stat Methods Med Res 8, 135-160; (2007), J Biopharm Stat 17, 571-582 (repeated)
 * Checked  reference cases of the method bland-altman; repeated pairs by the law that one pair each changes nothing
 */
export function blandAltman(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level, multiplier, limitVariance = '1999', subject }: BlandAltmanOptions,
): Result<BlandAltman, BlandAltmanFault> {
  const differences = Float64Array.from(first, (value, i) => value - (second[i] ?? NaN));
  const missing = differences.findIndex((value) => !Number.isFinite(value));
  if (missing >= 0) {
    const rater = Number.isFinite(first[missing] ?? NaN) ? 2 : 1;
    return fail({ kind: 'rating-missing', rater, subject: missing + 1 });
  }
  const groups = bySubject(differences, subject);
  const [pairs, subjects] = [differences.length, groups.length];
  if (subjects < 3) return fail({ kind: 'too-few-subjects', subjects });

  const { bias, biasVariance, spread, between, within } = componentsOf(groups);
  const standardDeviation = Math.sqrt(spread);
  const reach = studentReach(level, subjects - 1);
  const limitError = Math.sqrt(
    limitVariance === '1986'
      ? 3 * biasVariance
      : biasVariance + (spread * multiplier * multiplier) / (2 * (subjects - 1)),
  );
  const agreement = around(bias, standardDeviation, multiplier);
  return succeed({
    pairs,
    subjects,
    bias,
    biasLimits: around(bias, Math.sqrt(biasVariance), reach),
    biasP: studentTwoSided(bias / Math.sqrt(biasVariance), subjects - 1),
    standardDeviation,
    betweenSubjects: Math.sqrt(between),
    withinSubjects: within === null ? null : Math.sqrt(within),
    agreement,
    lowerLimits: around(agreement.low, limitError, reach),
    upperLimits: around(agreement.high, limitError, reach),
    proportionalBias: slopeOn(
      Float64Array.from(first, (value, i) => (value + (second[i] ?? NaN)) / 2),
      differences,
    ),
  });
}

function bySubject(
  differences: Float64Array,
  subject: readonly string[] | undefined,
): readonly (readonly number[])[] {
  if (subject === undefined) return Array.from(differences, (value) => [value]);
  const groups = new Map<string, number[]>();
  for (const [i, value] of differences.entries()) {
    const name = subject[i] ?? '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}

/** Bias with its variance, and the variance of a single difference, between subjects and within them. */
function componentsOf(groups: readonly (readonly number[])[]): {
  readonly bias: number;
  readonly biasVariance: number;
  readonly spread: number;
  readonly between: number;
  readonly within: number | null;
} {
  const sizes = groups.map((group) => group.length);
  const [n, pairs] = [groups.length, sum(sizes)];
  const bias = mean(groups.flat());
  if (pairs === n) {
    const spread = variance(groups.flat());
    return { bias, biasVariance: spread / n, spread, between: spread, within: null };
  }
  const means = groups.map(mean);
  const square = (x: number): number => x * x;
  const between = sum(groups.map((group, i) => group.length * square((means[i] ?? NaN) - bias))) / (n - 1);
  const within =
    sum(groups.map((group, i) => sum(group.map((value) => square(value - (means[i] ?? NaN)))))) / (pairs - n);
  const typical = (pairs - sum(sizes.map(square)) / pairs) / (n - 1);
  const ofSubjects = Math.max(0, (between - within) / typical);
  return {
    bias,
    biasVariance: (ofSubjects * sum(sizes.map(square))) / (pairs * pairs) + within / pairs,
    spread: ofSubjects + within,
    between: ofSubjects,
    within,
  };
}

/** Least squares of y on x, with the t test of the slope. */
function slopeOn(x: Float64Array, y: Float64Array): { readonly slope: number; readonly p: number } {
  const [n, ofX] = [x.length, variance(x)];
  const slope = covariance(x, y) / ofX;
  const rest = ((n - 1) * (variance(y) - slope * slope * ofX)) / (n - 2);
  const standardError = Math.sqrt(rest / ((n - 1) * ofX));
  return { slope, p: studentTwoSided(slope / standardError, n - 2) };
}
