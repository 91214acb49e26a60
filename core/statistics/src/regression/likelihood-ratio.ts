import { succeed, type Result } from '@daero/domain/result';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { logisticRegression, type LogisticFault } from './logistic.ts';

export type LikelihoodRatio = { readonly chi2: number; readonly df: number; readonly p: number };

/**
 * Do further terms of a logistic regression tell anything that those before them do not?
 *
 * Takes    outcome (0 or 1), the terms of the smaller model, and those that the larger one adds
 * Gives    twice the gain in log likelihood, with one degree of freedom an added term
 * Fails    as `logisticRegression`
 * Cost     two regressions
 * Source   Wilks (1938), Annals of Mathematical Statistics 9, 60-62
 * Checked  by law: a term added to a model that holds it already is refused; null p-values are even, in its test
 */
export function likelihoodRatio(
  outcome: ArrayLike<number>,
  terms: readonly ArrayLike<number>[],
  added: readonly ArrayLike<number>[],
): Result<LikelihoodRatio, LogisticFault> {
  const smaller = logisticRegression({ outcome, terms });
  if (!smaller.ok) return smaller;
  const larger = logisticRegression({ outcome, terms: [...terms, ...added] });
  if (!larger.ok) return larger;
  const chi2 = Math.max(0, 2 * (larger.value.logLikelihood - smaller.value.logLikelihood));
  return succeed({ chi2, df: added.length, p: chiSquareUpper(chi2, added.length) });
}
