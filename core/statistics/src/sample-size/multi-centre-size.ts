import { fail, type Result } from '@daero/domain/result';
import { fQuantile } from '../distributions/f-quantile.ts';
import { noncentralF } from '../distributions/noncentral-f.ts';
import { logit } from '../summary/interval.ts';
import { wholeSize } from './whole-size.ts';

export type PlannedCentres = {
  /** The proportion at a typical centre, and the one to be refuted. */
  readonly expected: number;
  readonly stated: number;
  /** Standard deviation of the logits of the centres. */
  readonly between: number;
  readonly centres: number;
  /** One-sided. */
  readonly alpha: number;
};

export type CentresFault = {
  readonly kind: 'centres-too-few';
  readonly centres: number;
  readonly power: number;
};

/**
 * The power to show the mean of centres to lie above a stated proportion, where centres differ.
 *
 * The centres are the sample: with them stand the degrees of freedom, and no number of cases makes up for too few of them.
 *
 * Takes    the centres planned (2 or more), and people of the class in each
 * Gives    the power of the t test on logits with centres - 1 degrees of freedom
 * Fails    never
 * Cost     O(sqrt(noncentrality))
 * Source   Hedges and Pigott (2001), Psychological Methods 6, 203-217, with the t of Hartung and Knapp (2001), Statistics in Medicine 20, 3875-3889
 * Checked  by simulation of centres
 */
export function multiCentrePower(
  { expected, stated, between, centres, alpha }: PlannedCentres,
  casesPerCentre: number,
): number {
  const distance = logit(expected) - logit(stated);
  if (distance <= 0) return alpha;
  const variance = (between * between + 1 / (casesPerCentre * expected * (1 - expected))) / centres;
  const degrees = [1, centres - 1] as const;
  // Two-sided at twice alpha: the wrong side adds nothing that shows.
  return noncentralF(fQuantile(1 - 2 * alpha, ...degrees), degrees, (distance * distance) / variance);
}

/**
 * How many people of the class each centre must bring.
 *
 * Takes    the centres planned; power
 * Gives    people of the class in each centre
 * Fails    centres-too-few where centres differ so much that no number of people in them suffices
 * Cost     some 30 powers
 * Source   as `multiCentrePower`
 * Checked  with it, and by the law that more centres need fewer people in each
 */
export function multiCentreSize(planned: PlannedCentres, power: number): Result<number, CentresFault> {
  const most = 1_000_000;
  const found = wholeSize((n) => multiCentrePower(planned, n) >= power, { least: 2, most });
  if (found.ok) return found;
  // Every step of the search was too small, so this power is no costly one.
  return fail({ kind: 'centres-too-few', centres: planned.centres, power: multiCentrePower(planned, most) });
}
