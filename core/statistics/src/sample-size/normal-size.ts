import { fail, succeed, type Result } from '@daero/domain/result';
import { normalCdf, normalQuantile } from '../distributions/normal.ts';

/** One person's part in a test by a normal statistic. */
export type NormalDesign = {
  /** Variance that one person brings where nothing is to be found, and where the distance is real. */
  readonly nullVariance: number;
  readonly variance: number;
  /** How far the truth lies from what is to be refuted: a difference, or a difference plus the margin of non-inferiority. */
  readonly distance: number;
};

export type ErrorRates = {
  readonly alpha: number;
  readonly sided: 'one-sided' | 'two-sided';
  readonly power: number;
};

export type SizeFault = { readonly kind: 'size-infinite'; readonly distance: number };

/**
 * How many people a test by a normal statistic needs.
 *
 * Every closed formula of this room is this one with its own two variances. Not rounded: round up at the end, and add those who will be lost.
 *
 * Takes    the variances and the distance of one person's part; alpha, sided, power
 * Gives    n = (z_alpha sqrt(null variance) + z_power sqrt(variance))^2 / distance^2
 * Fails    size-infinite where the distance is not above 0: no number of people shows it
 * Cost     O(1)
 * Source   Fleiss, Levin and Paik (2003), Statistical methods for rates and proportions, 3rd edition, chapter 4
 * Checked  reference cases of the methods sample-size-accuracy and sample-size-two-auc
 */
export function normalSize(
  { nullVariance, variance, distance }: NormalDesign,
  { alpha, sided, power }: ErrorRates,
): Result<number, SizeFault> {
  if (!(distance > 0)) return fail({ kind: 'size-infinite', distance });
  const root =
    (reachOf(alpha, sided) * Math.sqrt(nullVariance) + normalQuantile(power) * Math.sqrt(variance)) /
    distance;
  return succeed(root * root);
}

/** The power that n people give, by the same statistic. */
export const normalPower = (
  { nullVariance, variance, distance }: NormalDesign,
  { alpha, sided, n }: Omit<ErrorRates, 'power'> & { readonly n: number },
): number =>
  normalCdf(
    (Math.sqrt(n) * distance - reachOf(alpha, sided) * Math.sqrt(nullVariance)) / Math.sqrt(variance),
  );

const reachOf = (alpha: number, sided: ErrorRates['sided']): number =>
  -normalQuantile(sided === 'two-sided' ? alpha / 2 : alpha);
