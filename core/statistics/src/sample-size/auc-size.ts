import { fail, succeed, type Result } from '@daero/domain/result';
import { placements } from '../discrimination/placements.ts';
import { covariance } from '../summary/moments.ts';
import { expectedAucVariance } from './expected-auc-size.ts';
import type { NormalDesign } from './normal-size.ts';

/**
 * One AUC against that of chance: what one diseased person, with the healthy who come with him, brings.
 *
 * Takes    the expected AUC, above 0.5; healthy people for each diseased one
 * Gives    the design for `normalSize`, whose n counts the diseased
 * Fails    never
 * Cost     O(1)
 * Source   Obuchowski, Lieber and Wians (2004), Clinical Chemistry 50, 1118-1125, with its constants
 * Checked  reference cases of the method sample-size-accuracy
 */
export function oneAucDesign(auc: number, healthyPerDiseased: number): NormalDesign {
  return {
    nullVariance: 0.0792 * (1 + 1 / healthyPerDiseased),
    variance: expectedAucVariance(auc, healthyPerDiseased),
    distance: auc - 0.5,
  };
}

export type PilotFault =
  | { readonly kind: 'too-few-cases'; readonly diseased: number; readonly healthy: number }
  | { readonly kind: 'score-missing' };

export type PilotScore = { readonly diseased: ArrayLike<number>; readonly healthy: ArrayLike<number> };

/** Two AUCs and what one diseased person, with his healthy ones, brings to their variances and covariance. */
export type PilotAucs = {
  readonly difference: number;
  readonly first: number;
  readonly second: number;
  readonly between: number;
  readonly healthyPerDiseased: number;
};

/**
 * The variances of two AUCs on the same people, from a pilot, for each diseased person of a coming study.
 *
 * Takes    scores of the same people in one order; healthy people for each diseased one in the study, those of the pilot unless stated
 * Gives    the observed difference and the DeLong components
 * Fails    too-few-cases below 2 in a group; score-missing
 * Cost     O((m + n) log(m + n))
 * Source   DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845; Obuchowski and McClish (1997), Statistics in Medicine 16, 1529-1542
 * Checked  reference cases of the method sample-size-two-auc
 */
export function pilotAucs(
  first: PilotScore,
  second: PilotScore,
  healthyPerDiseased = first.healthy.length / first.diseased.length,
): Result<PilotAucs, PilotFault> {
  const [m, n] = [first.diseased.length, first.healthy.length];
  if (m < 2 || n < 2) return fail({ kind: 'too-few-cases', diseased: m, healthy: n });
  const [a, b] = [placements(first.diseased, first.healthy), placements(second.diseased, second.healthy)];
  if (!a.ok) return a;
  if (!b.ok) return b;
  const component = (x: typeof a.value, y: typeof a.value): number =>
    covariance(x.aboveHealthy, y.aboveHealthy) +
    covariance(x.belowDiseased, y.belowDiseased) / healthyPerDiseased;
  const auc = (x: typeof a.value): number => x.aboveHealthy.reduce((sum, share) => sum + share, 0) / m;
  return succeed({
    difference: auc(a.value) - auc(b.value),
    first: component(a.value, a.value),
    second: component(b.value, b.value),
    between: component(a.value, b.value),
    healthyPerDiseased,
  });
}

/**
 * The design of a comparison of two AUCs on the same people.
 *
 * Under no difference both scores have one variance: that of the mean of the two, unless the first alone is asked for, as pROC does (the size
 * then depends on the order of the scores). With a margin it asks whether the first is not worse by more.
 */
export function twoAucsDesign(
  { difference, first, second, between }: PilotAucs,
  {
    margin = 0,
    nullVariance = 'both',
  }: { readonly margin?: number; readonly nullVariance?: 'both' | 'first' } = {},
): NormalDesign {
  const variance = first + second - 2 * between;
  return {
    nullVariance: nullVariance === 'first' ? 2 * first - 2 * between : variance,
    variance,
    distance: margin === 0 ? Math.abs(difference) : difference + margin,
  };
}
