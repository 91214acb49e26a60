import { fail, succeed, type Result } from '@daero/domain/result';
import { logisticRegression, type LogisticFault, type LogisticFit } from '../regression/logistic.ts';
import { logistic } from '../summary/interval.ts';

export type Recalibration = {
  /** The regression on everyone: this is what a site would use. */
  readonly model: LogisticFit;
  /** The risk of each row: from everyone, or from the groups other than its own. */
  readonly risk: Float64Array;
};

export type RecalibrationFault = LogisticFault | { readonly kind: 'too-few-groups'; readonly groups: number };

/**
 * A score turned into a risk by logistic regression.
 *
 * What risk does each value of the score mean here? Judged on the people it was fitted to, such a risk is right on average by
 * construction; with `groups`, the risk of each person comes from a regression without that person's group.
 *
 * Takes    truth (0 or 1) and score of n people; groups: a label each, or null for the apparent risks
 * Gives    the regression on everyone (intercept, then score) and a risk each
 * Fails    too-few-groups when there is only one; outcome-constant, terms-dependent, regression-diverges of a regression
 * Cost     O(n) a step, one regression a group
 * Source   Cox (1958), Biometrika 45, 562-565; Steyerberg and Harrell (2016), J Clin Epidemiol 69, 245-247 (leaving centres out)
 * Checked  the laws in its test; the regression itself by the reference case of the method glm-logistic
 */
export function logisticRecalibration(
  truth: ArrayLike<number>,
  score: ArrayLike<number>,
  groups: readonly string[] | null,
): Result<Recalibration, RecalibrationFault> {
  const model = regressOn(truth, score, () => true);
  if (!model.ok) return model;
  if (groups === null) return succeed({ model: model.value, risk: model.value.fitted });

  const names = [...new Set(groups)].sort();
  if (names.length < 2) return fail({ kind: 'too-few-groups', groups: names.length });
  const risk = new Float64Array(score.length);
  for (const name of names) {
    const others = regressOn(truth, score, (row) => groups[row] !== name);
    if (!others.ok) return others;
    const [intercept = NaN, slope = NaN] = others.value.coefficients;
    for (let row = 0; row < risk.length; row += 1) {
      if (groups[row] === name) risk[row] = logistic(intercept + slope * (score[row] ?? NaN));
    }
  }
  return succeed({ model: model.value, risk });
}

function regressOn(
  truth: ArrayLike<number>,
  score: ArrayLike<number>,
  keep: (row: number) => boolean,
): Result<LogisticFit, LogisticFault> {
  const kept = (column: ArrayLike<number>): Float64Array =>
    Float64Array.from(column).filter((_value, row) => keep(row));
  const outcome = kept(truth);
  return logisticRegression({ outcome, terms: [new Float64Array(outcome.length).fill(1), kept(score)] });
}
