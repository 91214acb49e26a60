import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach, normalTwoSided } from '../distributions/normal.ts';
import { around, type Limits } from '../summary/interval.ts';
import {
  lengthOf,
  outcomeOf,
  positives,
  type DecisionFault,
  type DecisionOutcome,
} from './decision-curve.ts';

export type NetBenefitDifference = {
  readonly threshold: number;
  readonly value: number;
  readonly standardError: number;
  readonly limits: Limits;
  /** Two-sided, of no difference; 1 where the two call the same people. */
  readonly p: number;
};

/**
 * The difference in net benefit of two risks of the same people, first minus second, at each threshold.
 *
 * Each person adds to both curves, so the difference is sharper than the two limits side by side suggest.
 *
 * Takes    the outcome and its design; two risks in [0, 1] of the same people; thresholds in (0, 1); level of two-sided coverage
 * Gives    the difference at each threshold with limits that hold one threshold at a time, and a p-value
 * Fails    as `decisionCurve`
 * Cost     O(n) a threshold; with survival O(n log n) once
 * Source   Vickers, Cronin, Elkin and Gonen (2008), BMC Med Inform Decis Mak 8, 53; Pfeiffer and Gail (2020), Statistics in Medicine 39, 3107-3120
 * Checked  by law: the difference of the curves, minus itself when the risks change places, 0 for one risk; coverage by simulation
 */
export function decisionDifference(
  people: DecisionOutcome,
  risks: readonly [ArrayLike<number>, ArrayLike<number>],
  { thresholds, level }: { readonly thresholds: readonly number[]; readonly level: number },
): Result<readonly NetBenefitDifference[], DecisionFault> {
  const outside = thresholds.find((value) => !(value > 0 && value < 1));
  if (outside !== undefined) return fail({ kind: 'threshold-outside', value: outside });
  for (const risk of risks) {
    const row = Array.from(risk).findIndex((value) => !(value >= 0 && value <= 1));
    if (row >= 0) return fail({ kind: 'risk-outside', row: row + 1, value: risk[row] ?? NaN });
  }
  const outcome = outcomeOf(people);
  if (!outcome.ok) return outcome;
  const z = normalReach(level);
  return succeed(
    thresholds.map((threshold) => {
      const at = (risk: ArrayLike<number>) =>
        outcome.value.at(positives(risk, threshold), threshold / (1 - threshold));
      const [first, second] = [at(risks[0]), at(risks[1])];
      const value = first.netBenefit - second.netBenefit;
      const standardError = lengthOf(first.parts.map((part, i) => part - (second.parts[i] ?? NaN)));
      return {
        threshold,
        value,
        standardError,
        limits: around(value, standardError, z),
        p: standardError === 0 ? 1 : normalTwoSided(value / standardError),
      };
    }),
  );
}
