import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach } from '../distributions/normal.ts';
import { around, mapLimits, type Limits } from '../summary/interval.ts';
import { covariance, mean, variance } from '../summary/moments.ts';

export type Concordance = { readonly concordance: number; readonly limits: Limits };

export type ConcordanceFault =
  | { readonly kind: 'too-few-subjects'; readonly subjects: number }
  | { readonly kind: 'agreement-undefined'; readonly subjects: number };

/**
 * Lin's concordance: how close pairs of measurements lie to the line of equality.
 *
 * It is the correlation times a factor for shift and scale, so a range of very different subjects makes it high: read it beside the limits of agreement.
 *
 * Takes    paired measurements of 3 or more subjects; level of two-sided coverage
 * Gives    the coefficient in [-1, 1] (moments over n), with limits on Fisher's scale
 * Fails    too-few-subjects below 3; agreement-undefined where a method never varies or the two are perfectly concordant or unrelated
 * Cost     O(n)
 * Source   Lin (1989), Biometrics 45, 255-268, with the correction of (2000), Biometrics 56, 324-325
 * Checked  the coefficient in the reference cases of the method bland-altman; the limits by simulation in its test
 */
export function linConcordance(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level: number,
): Result<Concordance, ConcordanceFault> {
  const n = first.length;
  if (n < 3) return fail({ kind: 'too-few-subjects', subjects: n });
  const over = (n - 1) / n;
  const [sxx, syy, sxy] = [variance(first) * over, variance(second) * over, covariance(first, second) * over];
  const shift = mean(first) - mean(second);
  const c = (2 * sxy) / (sxx + syy + shift * shift);
  const r = sxy / Math.sqrt(sxx * syy);
  if (!(Math.abs(c) > 0 && Math.abs(c) < 1 && Number.isFinite(r)))
    return fail({ kind: 'agreement-undefined', subjects: n });
  const u2 = (shift * shift) / Math.sqrt(sxx * syy);
  const c2 = c * c;
  const varianceOfZ =
    (((1 - r * r) * c2) / ((1 - c2) * r * r) +
      (2 * c2 * c * (1 - c) * u2) / (r * (1 - c2) * (1 - c2)) -
      (c2 * c2 * u2 * u2) / (2 * r * r * (1 - c2) * (1 - c2))) /
    (n - 2);
  const onFisher = around(Math.atanh(c), Math.sqrt(Math.max(0, varianceOfZ)), normalReach(level));
  return succeed({ concordance: c, limits: mapLimits(onFisher, Math.tanh) });
}
