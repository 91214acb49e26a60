import { normalReach } from '../distributions/normal.ts';
import { around, clip, logistic, logit, mapLimits, type Limits } from '../summary/interval.ts';

export type AucIntervalForm = 'wald' | 'logit';

export type AucInterval = Limits & {
  /** What was computed in the end: a score that separates the groups completely gets the bound of disjoint pairs. */
  readonly form: AucIntervalForm | 'disjoint-pairs';
  /** True where a Wald limit was cut off at 0 or 1. */
  readonly cutOff: boolean;
};

/**
 * Interval for an AUC and its standard error.
 *
 * At an AUC of 1 the DeLong variance is 0 and its interval has no width. There the groups fall into min(m, n) pairs that
 * share nobody, and complete separation means that every pair was won, which has probability at most A^min(m, n):
 * the lower limit is the A for which that is (1 - level)/2. It assumes nothing about the scores, and errs on the wide side.
 * At an AUC of 0 the same holds in reverse.
 *
 * Takes    auc in [0, 1], its standard error, the sizes of both groups; the form; level: two-sided coverage
 * Gives    limits in [0, 1], and the form they have
 * Fails    never
 * Cost     O(1)
 * Source   Wald; logit: Pepe (2003), The statistical evaluation of medical tests, 5.2; pairs: Clopper and Pearson (1934)
 * Checked  reference cases of the method auc-delong
 */
export function aucInterval(
  estimate: {
    readonly auc: number;
    readonly standardError: number;
    readonly diseased: number;
    readonly healthy: number;
  },
  { form, level }: { readonly form: AucIntervalForm; readonly level: number },
): AucInterval {
  const { auc, standardError, diseased, healthy } = estimate;
  if (auc === 0 || auc === 1) {
    const bound = Math.exp(Math.log((1 - level) / 2) / Math.min(diseased, healthy));
    const limits = auc === 1 ? { low: bound, high: 1 } : { low: 0, high: 1 - bound };
    return { ...limits, form: 'disjoint-pairs', cutOff: false };
  }
  const z = normalReach(level);
  if (form === 'logit') {
    const onLogit = around(logit(auc), standardError / (auc * (1 - auc)), z);
    return { ...mapLimits(onLogit, logistic), form, cutOff: false };
  }
  const limits = around(auc, standardError, z);
  return { ...clip(limits, 0, 1), form, cutOff: limits.low < 0 || limits.high > 1 };
}

/**
 * Variance of an AUC under exponential scores, from the AUC and the group sizes alone.
 *
 * Use it where only a published AUC is at hand; with the scores themselves DeLong's variance assumes less.
 *
 * Takes    auc in [0, 1]; the sizes of both groups
 * Gives    the variance
 * Fails    never
 * Cost     O(1)
 * Source   Hanley and McNeil (1982), Radiology 143, 29-36, equation 1
 * Checked  reference cases of the method auc-delong
 */
export function hanleyMcneilVariance(auc: number, diseased: number, healthy: number): number {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  return (
    (auc * (1 - auc) + (diseased - 1) * (q1 - auc * auc) + (healthy - 1) * (q2 - auc * auc)) /
    (diseased * healthy)
  );
}
