import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach } from '../distributions/normal.ts';
import { around, logistic, logit, mapLimits, type Limits } from '../summary/interval.ts';

/** People with one result of the test: how many were verified, with what truth, and how many were not. */
export type Verified = { readonly diseased: number; readonly healthy: number; readonly unverified: number };

export type CorrectedShare = {
  /** Among the verified alone, which is what the correction is for. */
  readonly naive: number;
  readonly value: number;
  readonly standardError: number;
  readonly limits: Limits;
};

export type CorrectedAccuracy = {
  readonly sensitivity: CorrectedShare;
  readonly specificity: CorrectedShare;
  /** By the delta method on the logit: the share of positives and the two shares of disease vary. */
  readonly prevalence: Omit<CorrectedShare, 'naive'>;
  readonly ppv: number;
  readonly npv: number;
};

export type VerificationFault = {
  readonly kind: 'verification-empty';
  readonly result: '+' | '-';
  readonly diseased: number;
  readonly healthy: number;
};

/**
 * Sensitivity and specificity where not everybody was verified.
 *
 * If positives are verified more often than negatives, the verified alone make the test look sensitive and unspecific. Predictive values are
 * not hurt, so they are taken from the verified and carried to everybody. It holds where verification depends on the test result
 * alone: where symptoms or another test decided too, it does not.
 *
 * Takes    the positives and the negatives; level of two-sided coverage
 * Gives    corrected shares with logit limits, the naive ones, prevalence and predictive values
 * Fails    verification-empty where the verified of one result are all of one truth, which leaves no variance
 * Cost     O(1)
 * Source   Begg and Greenes (1983), Biometrics 39, 207-215; Zhou (1998), Stat Methods Med Res 7, 337-353 (variance on the logit);
 *          Tenenbein (1970), J Am Stat Assoc 65, 1350-1361 (prevalence)
 * Checked  reference cases of the method verification-bias; with everybody verified it changes nothing
 */
export function verificationBias(
  { positive, negative }: { readonly positive: Verified; readonly negative: Verified },
  level: number,
): Result<CorrectedAccuracy, VerificationFault> {
  for (const [result, { diseased, healthy }] of [
    ['+', positive],
    ['-', negative],
  ] as const) {
    if (!(diseased > 0 && healthy > 0))
      return fail({ kind: 'verification-empty', result, diseased, healthy });
  }
  const [m1, m0] = [positive.diseased + positive.healthy, negative.diseased + negative.healthy];
  const [n1, n0] = [m1 + positive.unverified, m0 + negative.unverified];
  const [p1, p0] = [positive.diseased / m1, negative.diseased / m0]; // disease among positives, among negatives
  const q = n1 / (n1 + n0);
  const ofResults = 1 / ((n1 + n0) * q * (1 - q));
  const z = normalReach(level);
  const share = (value: number, naive: number, variance: number): CorrectedShare => ({
    naive,
    value,
    standardError: value * (1 - value) * Math.sqrt(variance),
    limits: mapLimits(around(logit(value), Math.sqrt(variance), z), logistic),
  });
  const prevalence = q * p1 + (1 - q) * p0;
  const onLogit = (value: number, variance: number): Omit<CorrectedShare, 'naive'> => {
    const spread = Math.sqrt(variance) / (value * (1 - value));
    return {
      value,
      standardError: Math.sqrt(variance),
      limits: mapLimits(around(logit(value), spread, z), logistic),
    };
  };
  return succeed({
    sensitivity: share(
      (q * p1) / prevalence,
      positive.diseased / (positive.diseased + negative.diseased),
      ofResults + (1 - p1) / (p1 * m1) + (1 - p0) / (p0 * m0),
    ),
    specificity: share(
      ((1 - q) * (1 - p0)) / (1 - prevalence),
      negative.healthy / (positive.healthy + negative.healthy),
      ofResults + p1 / ((1 - p1) * m1) + p0 / ((1 - p0) * m0),
    ),
    prevalence: onLogit(
      prevalence,
      (q * (1 - q) * (p1 - p0) * (p1 - p0)) / (n1 + n0) +
        (q * q * p1 * (1 - p1)) / m1 +
        ((1 - q) * (1 - q) * p0 * (1 - p0)) / m0,
    ),
    ppv: p1,
    npv: 1 - p0,
  });
}
