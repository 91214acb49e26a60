import { fail, succeed, type Result } from '@daero/domain/result';
import { sum } from '../summary/moments.ts';

/** Net benefit of calling these people positive, and what each person adds to it: their squares sum to its variance. */
export type NetBenefitParts = {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly netBenefit: number;
  readonly parts: Float64Array;
};

export type OutcomeAt = {
  readonly n: number;
  readonly prevalence: number;
  /** `weight`: the odds of the threshold, what a false positive costs. */
  readonly at: (positive: Uint8Array, weight: number) => NetBenefitParts;
};

export type CohortFault = {
  readonly kind: 'too-few-cases';
  readonly diseased: number;
  readonly healthy: number;
};

/** People found before their outcome: every share is one of all of them. */
export function cohortOutcome(outcome: ArrayLike<number>): Result<OutcomeAt, CohortFault> {
  const n = outcome.length;
  const events = sum(outcome);
  if (events < 2 || n - events < 2)
    return fail({ kind: 'too-few-cases', diseased: events, healthy: n - events });
  return succeed({
    n,
    prevalence: events / n,
    at: (positive, weight) => {
      const [ill, well] = countPositive(outcome, positive);
      const netBenefit = ill / n - (weight * well) / n;
      const scale = Math.sqrt(n * (n - 1));
      const parts = Float64Array.from(
        positive,
        (called, i) => (called * (outcome[i] === 1 ? 1 : -weight) - netBenefit) / scale,
      );
      return { truePositive: ill / n, falsePositive: well / n, netBenefit, parts };
    },
  });
}

export type StratifiedFault =
  CohortFault | { readonly kind: 'prevalence-impossible'; readonly events: number; readonly trials: number };

/** Cases and controls found apart: shares of each, weighed by a stated prevalence that is taken as known. */
export function stratifiedOutcome(
  outcome: ArrayLike<number>,
  prevalence: number,
): Result<OutcomeAt, StratifiedFault> {
  const diseased = sum(outcome);
  const healthy = outcome.length - diseased;
  if (diseased < 2 || healthy < 2) return fail({ kind: 'too-few-cases', diseased, healthy });
  if (!(prevalence > 0 && prevalence < 1))
    return fail({ kind: 'prevalence-impossible', events: prevalence, trials: 1 });
  return succeed({
    n: outcome.length,
    prevalence,
    at: (positive, weight) => {
      const [ill, well] = countPositive(outcome, positive);
      const [se, fpr] = [ill / diseased, well / healthy];
      const parts = Float64Array.from(positive, (called, i) =>
        outcome[i] === 1
          ? (prevalence * (called - se)) / Math.sqrt(diseased * (diseased - 1))
          : (-weight * (1 - prevalence) * (called - fpr)) / Math.sqrt(healthy * (healthy - 1)),
      );
      const [truePositive, falsePositive] = [prevalence * se, (1 - prevalence) * fpr];
      return { truePositive, falsePositive, netBenefit: truePositive - weight * falsePositive, parts };
    },
  });
}

function countPositive(outcome: ArrayLike<number>, positive: Uint8Array): readonly [number, number] {
  let [ill, well] = [0, 0];
  for (let i = 0; i < positive.length; i += 1) {
    if (positive[i] !== 1) continue;
    if (outcome[i] === 1) ill += 1;
    else well += 1;
  }
  return [ill, well];
}
