import { chiSquareUpper } from '../distributions/chi-square.ts';
import { quantile } from '../summary/quantile.ts';

export type RiskGroup = {
  readonly n: number;
  readonly observed: number;
  /** Sum of the predicted risks. */
  readonly expected: number;
};

/**
 * People in groups of rising predicted risk, cut at quantiles.
 *
 * Cuts that coincide are taken once, so a score of few values gives fewer groups than asked for.
 *
 * Takes    truth (0 or 1) and predicted risk of n people; the number of groups
 * Gives    the groups with anyone in them, (q[i], q[i+1]] with the lowest value in the first
 * Fails    never
 * Cost     O(n log n)
 * Source   Hosmer and Lemeshow (1980), Communications in Statistics A9, 1043-1069; quantiles of type 7
 * Checked  reference cases of the method calibration
 */
export function riskGroups(
  truth: ArrayLike<number>,
  risk: ArrayLike<number>,
  groups: number,
): readonly RiskGroup[] {
  const ascending = Float64Array.from(risk).sort();
  const cuts = new Set<number>();
  for (let i = 1; i <= groups; i += 1) cuts.add(quantile(ascending, i / groups));
  cuts.delete(ascending[0] ?? NaN); // everyone above the least cut; those at it join the next group
  const upper = Float64Array.from(cuts).sort();
  const made = Array.from({ length: Math.max(1, upper.length) }, () => ({ n: 0, observed: 0, expected: 0 }));
  for (let i = 0; i < risk.length; i += 1) {
    const value = risk[i] ?? NaN;
    const at = upper.findIndex((cut) => value <= cut);
    const group = made[at < 0 ? made.length - 1 : at];
    if (group === undefined) continue;
    group.n += 1;
    group.observed += truth[i] ?? NaN;
    group.expected += value;
  }
  return made.filter(({ n }) => n > 0);
}

export type HosmerLemeshow = { readonly chi2: number; readonly groups: readonly RiskGroup[] };

/**
 * Chi-square of observed against expected events in groups of rising risk.
 *
 * Each group adds its events and its non-events. It says little in small samples, and everything is off in large ones: read
 * the calibration curve first.
 *
 * Takes    truth (0 or 1) and predicted risk of n people; the number of groups
 * Gives    chi-square, and the groups it is made of
 * Fails    never
 * Cost     O(n log n)
 * Source   Hosmer and Lemeshow (1980), Communications in Statistics A9, 1043-1069
 * Checked  reference cases of the method calibration
 */
export function hosmerLemeshow(
  truth: ArrayLike<number>,
  risk: ArrayLike<number>,
  groups: number,
): HosmerLemeshow {
  const made = riskGroups(truth, risk, groups);
  const chi2 = made.reduce((total, { n, observed, expected }) => {
    const gap = observed - expected;
    return total + (gap * gap) / (expected * (1 - expected / n));
  }, 0);
  return { chi2, groups: made };
}

/** With risks from elsewhere there is one degree of freedom a group; where they were fitted on these people, two fewer. */
export const hosmerLemeshowP = (chi2: number, groups: number, fittedHere: boolean): number =>
  chiSquareUpper(chi2, fittedHere ? groups - 2 : groups);
