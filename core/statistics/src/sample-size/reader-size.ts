import { fail, succeed, type Result } from '@daero/domain/result';
import type { MarginFault } from '../accuracy/margin-test.ts';
import { fQuantile } from '../distributions/f-quantile.ts';
import { noncentralF } from '../distributions/noncentral-f.ts';
import type { Generalises } from '../reader-study/obuchowski-rockette.ts';
import { readerStudyPower } from '../reader-study/reader-study-power.ts';
import { expectedAucVariance } from './expected-auc-size.ts';
import type { AskedMargin } from './margin-size.ts';
import type { SizeFault } from './normal-size.ts';

/** How the AUCs of readers on the same cases go together. */
export type ReaderCorrelations = {
  /** One reader, both modalities. */
  readonly sameReader: number;
  /** Two readers, one modality. */
  readonly sameModality: number;
  /** Two readers, two modalities. */
  readonly neither: number;
};

export type PlannedReaders = {
  readonly first: number;
  readonly second: number;
  readonly readers: number;
  /** Standard deviation of the readers' true differences between the modalities. */
  readonly readerSd: number;
  readonly healthyPerDiseased: number;
};

/** What a question asks to be refuted: how far the expected difference lies from each bound. */
export function distancesOf(
  difference: number,
  { question, margin }: AskedMargin,
): Result<readonly number[], MarginFault | SizeFault> {
  const possible = question === 'superiority' ? margin === 0 : margin > 0 && margin < 1;
  if (!possible) return fail({ kind: 'margin-impossible', question, margin });
  const distances =
    question === 'equivalence' ? [margin - difference, margin + difference] : [difference + margin];
  const distance = Math.min(...distances);
  return distance > 1e-12 ? succeed(distances) : fail({ kind: 'size-infinite', distance });
}

const together = (powers: readonly number[]): number =>
  Math.max(0, powers.reduce((sum, power) => sum + power, 0) - (powers.length - 1));

/**
 * The power of a reader study with two modalities, planned from expected AUCs and correlations where there is no pilot.
 *
 * Takes    AUCs (first minus second is the difference), readers, correlations; the distances to the bounds; alpha; diseased cases
 * Gives    the power to refute every bound
 * Fails    never; throws with fewer than 2 readers where readers vary
 * Cost     as `readerStudyPower`
 * Source   Hillis, Obuchowski and Berbaum (2011), Academic Radiology 18, 129-142; variance of an AUC: Obuchowski (1994),
 *          Computerized Medical Imaging and Graphics 18, 73-80
 * Checked  equal to `readerStudyPower` on the components that the correlations mean, and by the laws of its test
 */
export function aidedReadersPower(
  planned: PlannedReaders & ReaderCorrelations & { readonly to: Generalises },
  {
    distances,
    alpha,
    n,
  }: { readonly distances: readonly number[]; readonly alpha: number; readonly n: number },
): number {
  const { first, second, readers, readerSd, to } = planned;
  const variance = expectedAucVariance((first + second) / 2, planned.healthyPerDiseased);
  const spread = {
    error: variance,
    cov1: planned.sameReader * variance,
    cov2: planned.sameModality * variance,
    cov3: planned.neither * variance,
    // Two modalities of one reader differ by twice the variance of a cell.
    interaction: (readerSd * readerSd) / 2,
    cases: 1,
  };
  return together(
    distances.map(
      (difference) => readerStudyPower(spread, { readers, cases: n, difference, to, alpha: 2 * alpha }).power,
    ),
  );
}

export type DeviceCorrelations = { readonly ofReaders: number; readonly withDevice: number };

/**
 * The power of a comparison of a device alone with readers on the same cases.
 *
 * Each reader's difference from the device varies with the reader and with the cases; those of two readers go together, because cases and device are shared.
 *
 * Takes    AUC of the device (first) and of readers (second), readers, correlations; the distances to the bounds; alpha; diseased cases
 * Gives    the power to refute every bound, readers and cases varying
 * Fails    never; throws with fewer than 2 readers
 * Cost     O(sqrt(noncentrality))
 * Source   Hillis and Schartz (2018), Journal of Medical Imaging 5, 031410; degrees of freedom: Hillis (2007), Statistics in Medicine 26, 596-619
 * Checked  by simulation of the test on differences with these variances
 */
export function deviceAgainstReadersPower(
  planned: PlannedReaders & DeviceCorrelations,
  {
    distances,
    alpha,
    n,
  }: { readonly distances: readonly number[]; readonly alpha: number; readonly n: number },
): number {
  const { first, second, readers, readerSd, healthyPerDiseased, ofReaders, withDevice } = planned;
  if (readers < 2) throw new RangeError(`readers who vary are at least 2, got ${readers}`);
  const device = expectedAucVariance(first, healthyPerDiseased) / n;
  const reader = expectedAucVariance(second, healthyPerDiseased) / n;
  const shared = device - 2 * withDevice * Math.sqrt(device * reader);
  const covariance = Math.max(0, ofReaders * reader + shared);
  const between = readerSd * readerSd + reader + shared - covariance;
  const whole = between + readers * covariance;
  const degrees = [1, (whole * whole * (readers - 1)) / (between * between)] as const;
  const critical = fQuantile(1 - 2 * alpha, ...degrees);
  return together(
    distances.map((distance) => noncentralF(critical, degrees, (readers * distance * distance) / whole)),
  );
}
