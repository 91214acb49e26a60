import { probability, type Probability } from '@daero/domain/quantity';
import { fail, succeed, type Result } from '@daero/domain/result';
import { mean, variance } from '../summary/moments.ts';
import { placements } from './placements.ts';

export type AucEstimate = {
  readonly auc: Probability;
  readonly standardError: number;
  readonly diseased: number;
  readonly healthy: number;
};
export type AucFault =
  | { readonly kind: 'too-few-cases'; readonly diseased: number; readonly healthy: number }
  | { readonly kind: 'score-missing' };

/**
 * Area under the ROC curve, with its DeLong standard error.
 *
 * How often does the device score a diseased case above a healthy one? Ties count one half.
 * Perfect separation gives a standard error of 0: true of the formula, useless as an interval (see `aucInterval`).
 *
 * Takes    diseased: m scores, healthy: n scores, on one real scale; higher means more disease
 * Gives    auc in [0, 1]; standardError in the same unit; m and n
 * Fails    too-few-cases when m < 2 or n < 2; score-missing on NaN (infinite scores are scores)
 * Cost     O((m + n) log(m + n)) time, O(m + n) space
 * Source   DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845; fast ranks: Sun and Xu (2014)
 * Checked  reference cases of the methods auc-delong and auc-edge
 */
export function aucDelong(
  diseased: ArrayLike<number>,
  healthy: ArrayLike<number>,
): Result<AucEstimate, AucFault> {
  const [m, n] = [diseased.length, healthy.length];
  if (m < 2 || n < 2) return fail({ kind: 'too-few-cases', diseased: m, healthy: n });
  const placed = placements(diseased, healthy); // the share of the other group that each case beats
  if (!placed.ok) return placed;

  const { aboveHealthy, belowDiseased } = placed.value;
  const standardError = Math.sqrt(variance(aboveHealthy) / m + variance(belowDiseased) / n);
  return succeed({ auc: probability(mean(aboveHealthy)), standardError, diseased: m, healthy: n });
}
