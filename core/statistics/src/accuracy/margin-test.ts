import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach, normalUpper } from '../distributions/normal.ts';
import type { Limits } from '../summary/interval.ts';

export const marginQuestions = ['superiority', 'non-inferiority', 'equivalence'] as const;
export type MarginQuestion = (typeof marginQuestions)[number];

export type MarginTest = {
  /** Two-sided limits of coverage 1 - 2 alpha: the question is answered yes exactly where they lie on the right side of the margin. */
  readonly limits: Limits;
  /** One-sided; for equivalence the larger of the two. */
  readonly p: number;
  readonly shown: boolean;
};

export type MarginFault = {
  readonly kind: 'margin-impossible';
  readonly question: string;
  readonly margin: number;
};

/**
 * Is the first better, not worse by more than a margin, or the same within it?
 *
 * One form for every kind of difference: a score statistic that says how far the observed difference lies above a supposed one, in standard
 * errors. The margin is a positive distance and belongs in the protocol, before the data: non-inferiority asks whether the
 * difference lies above -margin, equivalence whether it lies between -margin and margin, superiority whether it lies above 0.
 *
 * Takes    scoreAt: falls as the supposed difference rises over [-1, 1]; question, margin (0 for superiority) and one-sided alpha
 * Gives    limits, p and the answer
 * Fails    margin-impossible: not in (0, 1), or not 0 for superiority
 * Cost     some 60 calls of scoreAt for each limit
 * Source   Westlake (1981), Biometrics 37, 589-594 (two one-sided tests); Piaggio and others (2012), JAMA 308, 2594-2604
 * Checked  limits and answer agree, by law, in its test; on AUCs in the reference cases of the method auc-comparison
 */
export function marginTest(
  scoreAt: (supposed: number) => number,
  {
    question,
    margin,
    alpha,
  }: { readonly question: MarginQuestion; readonly margin: number; readonly alpha: number },
): Result<MarginTest, MarginFault> {
  const possible = question === 'superiority' ? margin === 0 : margin > 0 && margin < 1;
  if (!possible) return fail({ kind: 'margin-impossible', question, margin });
  const z = normalReach(1 - 2 * alpha);
  const above = normalUpper(scoreAt(-margin));
  const p = question === 'equivalence' ? Math.max(above, normalUpper(-scoreAt(margin))) : above;
  return succeed({ limits: { low: whereIs(scoreAt, z), high: whereIs(scoreAt, -z) }, p, shown: p <= alpha });
}

/** The supposed difference at which a falling score has this value. */
export function whereIs(scoreAt: (supposed: number) => number, value: number): number {
  let [low, high] = [-1, 1];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (scoreAt(middle) > value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
