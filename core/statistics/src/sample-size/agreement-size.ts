import type { Result } from '@daero/domain/result';
import { normalCdf, normalReach } from '../distributions/normal.ts';
import { studentQuantile, studentReach } from '../distributions/student-t.ts';
import type { NormalDesign } from './normal-size.ts';
import { wholeSize, type WholeSizeFault } from './whole-size.ts';

/**
 * What one subject brings to the variance of a kappa of two raters and two categories.
 *
 * Takes    the expected kappa; the share of subjects rated positive, the same for both raters
 * Gives    the variance, to be divided by the number of subjects
 * Fails    never
 * Cost     O(1)
 * Source   Donner and Eliasziw (1992), Statistics in Medicine 11, 1511-1519; Bloch and Kraemer (1989), Biometrics 45, 269-287
 * Checked  against the variance of simulated ratings
 */
export function kappaVariance(kappa: number, positives: number): number {
  return (
    (1 - kappa) * ((1 - kappa) * (1 - 2 * kappa) + (kappa * (2 - kappa)) / (2 * positives * (1 - positives)))
  );
}

/** A kappa against a stated one. */
export const kappaDesign = (kappa: number, stated: number, positives: number): NormalDesign => ({
  nullVariance: kappaVariance(stated, positives),
  variance: kappaVariance(kappa, positives),
  distance: kappa - stated,
});

/**
 * An intraclass correlation against a stated one.
 *
 * Takes    expected and stated correlation; ratings of each subject
 * Gives    the design of ln F, whose n counts subjects (one is added to it, as its authors do)
 * Fails    never; a distance of 0 or below leads to size-infinite
 * Cost     O(1)
 * Source   Walter, Eliasziw and Donner (1998), Statistics in Medicine 17, 101-110
 * Checked  by simulation of the F test
 */
export function iccDesign(icc: number, stated: number, ratings: number): NormalDesign {
  const signal = (rho: number): number => Math.log(1 + (ratings * rho) / (1 - rho));
  const variance = (2 * ratings) / (ratings - 1);
  return { nullVariance: variance, variance, distance: signal(icc) - signal(stated) };
}

/** Half the width of the interval of an intraclass correlation: Bonett (2002), Statistics in Medicine 21, 1331-1335, formula 3. */
export const iccHalfWidth = (icc: number, ratings: number, { n, level }: { n: number; level: number }) =>
  normalReach(level) *
  (1 - icc) *
  (1 + (ratings - 1) * icc) *
  Math.sqrt(2 / (ratings * (ratings - 1) * (n - 1)));

/** Half the width of the interval of a limit of agreement, in standard deviations of the differences. */
export const limitHalfWidth = (n: number, level: number, multiplier = 1.96): number =>
  studentReach(level, n - 1) * Math.sqrt(1 / n + (multiplier * multiplier) / (2 * (n - 1)));

export type AskedLimits = {
  /** Mean and standard deviation of the differences, and the largest difference that does no harm, in one unit. */
  readonly bias: number;
  readonly deviation: number;
  readonly acceptable: number;
  /** One-sided, for each limit. */
  readonly alpha: number;
  readonly multiplier?: number;
};

/** The chance that the confidence limits of both limits of agreement lie within the acceptable difference. */
export function limitsPower(
  { bias, deviation, acceptable, alpha, multiplier = 1.96 }: AskedLimits,
  n: number,
): number {
  const standardError = deviation * Math.sqrt(1 / n + (multiplier * multiplier) / (2 * (n - 1)));
  const t = -studentQuantile(alpha, n - 1);
  const shown = (distance: number): number =>
    normalCdf((distance - multiplier * deviation) / standardError - t);
  return Math.max(0, shown(acceptable - bias) + shown(acceptable + bias) - 1);
}

/**
 * How many pairs of measurements show the limits of agreement to lie within an acceptable difference.
 *
 * Takes    bias, standard deviation, acceptable difference, one-sided alpha for each limit; power
 * Gives    pairs
 * Fails    size-beyond-search where the limits themselves do not lie within it, or hardly do
 * Cost     O(log n)
 * Source   Lu and others (2016), International Journal of Biostatistics 12 (2), with a normal estimate of each limit; standard error
 *          of a limit: Bland and Altman (1999), Statistical Methods in Medical Research 8, 135-160
 * Checked  by simulation of the confidence limits
 */
export function limitsSize(asked: AskedLimits, power: number): Result<number, WholeSizeFault> {
  return wholeSize((n) => limitsPower(asked, n) >= power, { least: 4, most: 1_000_000 });
}
