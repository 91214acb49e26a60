import { fail, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import type { MarginFault, MarginQuestion } from '../accuracy/margin-test.ts';
import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import type { SizeFault } from './normal-size.ts';
import { wholeSize, type WholeSizeFault } from './whole-size.ts';

/** A difference, first minus second, and what one person brings to the variance of its estimate. */
export type DifferenceDesign = {
  readonly difference: number;
  readonly variance: number;
  /** Under a supposed difference: what the test divides by at the bound that it is to refute. */
  readonly nullVarianceAt: (supposed: number) => number;
};

export type AskedMargin = {
  readonly question: MarginQuestion;
  /** A distance above 0; 0 for superiority. */
  readonly margin: number;
  /** One-sided. */
  readonly alpha: number;
};

/** The chance that n people show what the protocol asks of a difference. */
export function marginPower(
  design: DifferenceDesign,
  { question, margin, alpha, n }: AskedMargin & { readonly n: number },
): number {
  const { difference, variance, nullVarianceAt } = design;
  const z = -normalQuantile(alpha);
  const beyond = (bound: number, side: 1 | -1): number =>
    normalCdf(
      (Math.sqrt(n) * side * (difference - bound) - z * Math.sqrt(nullVarianceAt(bound))) /
        Math.sqrt(variance),
    );
  switch (question) {
    case 'superiority':
      return beyond(0, 1);
    case 'non-inferiority':
      return beyond(-margin, 1);
    case 'equivalence':
      return Math.max(0, beyond(-margin, 1) + beyond(margin, -1) - 1);
    default:
      return unreachable(question);
  }
}

/**
 * How many people show superiority, non-inferiority or equivalence by a normal statistic.
 *
 * Equivalence must refute both bounds, so its power is what the two one-sided tests leave together.
 *
 * Takes    the design of the difference; question, margin and one-sided alpha as in the protocol; power
 * Gives    the smallest whole n (people, pairs, or people of each group, as the design counts them)
 * Fails    margin-impossible; size-infinite where the expected difference lies on or beyond the bound; size-beyond-search
 * Cost     some 50 evaluations of the null variance
 * Source   Julious (2004), Statistics in Medicine 23, 1921-1986; two one-sided tests: Phillips (1990), J Pharmacokinet Biopharm 18, 137-144
 * Checked  by simulation of the tests themselves, and by the laws that n falls with margin and alpha and rises with power
 */
export function marginSize(
  design: DifferenceDesign,
  { power, ...asked }: AskedMargin & { readonly power: number },
): Result<number, MarginFault | SizeFault | WholeSizeFault> {
  const { question, margin } = asked;
  const possible = question === 'superiority' ? margin === 0 : margin > 0 && margin < 1;
  if (!possible) return fail({ kind: 'margin-impossible', question, margin });
  const distance =
    question === 'equivalence' ? margin - Math.abs(design.difference) : design.difference + margin;
  if (!(distance > 1e-12)) return fail({ kind: 'size-infinite', distance });
  return wholeSize((n) => marginPower(design, { ...asked, n }) >= power);
}
