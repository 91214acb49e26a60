import type { Result, Fault } from '@daero/domain/result';
import { fail, succeed } from '@daero/domain/result';
import { binaryAccuracy, classify } from '../accuracy/binary-accuracy.ts';
import { wilsonLimits } from '../accuracy/binomial-interval.ts';
import { normalReach } from '../distributions/normal.ts';
import type { Limits } from '../summary/interval.ts';
import { aucDelong } from './auc-delong.ts';
import { aucInterval } from './auc-interval.ts';

export const centreQuantities = ['auc', 'sensitivity', 'specificity'] as const;
export type CentreQuantity = (typeof centreQuantities)[number];

export type CentreFigure = {
  readonly value: number;
  readonly limits: Limits;
  readonly standardError: number;
  readonly diseased: number;
  readonly healthy: number;
};

export type CentreRows = {
  readonly truth: ArrayLike<number>;
  readonly score: ArrayLike<number>;
  readonly keep: (row: number) => boolean;
};

/**
 * One figure of accuracy among some of the rows: those of a centre, or those of all the others.
 *
 * Takes    truth and score of all rows, and which to keep; the quantity, its threshold (not read for the AUC), level
 * Gives    the figure with limits (logit for the AUC, Wilson for a share), and how many were diseased and healthy
 * Fails    too-few-cases below 2 of a class; score-missing
 * Cost     O(n)
 * Source   DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845; Wilson (1927), J Am Stat Assoc 22, 209-212
 * Checked  by `aucDelong` and `binomialInterval`
 */
export function centreFigure(
  { truth, score, keep }: CentreRows,
  asked: { readonly quantity: CentreQuantity; readonly threshold: number; readonly level: number },
): Result<CentreFigure, Fault> {
  const [ill, well]: [number[], number[]] = [[], []];
  for (let row = 0; row < truth.length; row += 1)
    if (keep(row)) (truth[row] === 1 ? ill : well).push(score[row] ?? NaN);
  const [diseased, healthy] = [ill.length, well.length];
  if (diseased < 2 || healthy < 2) return fail({ kind: 'too-few-cases', diseased, healthy });
  if (asked.quantity === 'auc') {
    const auc = aucDelong(ill, well);
    if (!auc.ok) return auc;
    const { low, high } = aucInterval(auc.value, { form: 'logit', level: asked.level });
    return succeed({
      value: auc.value.auc,
      limits: { low, high },
      standardError: auc.value.standardError,
      diseased,
      healthy,
    });
  }
  const counts = classify([...ill.map(() => 1), ...well.map(() => 0)], [...ill, ...well], {
    threshold: asked.threshold,
    positiveWhen: 'at-least',
  });
  const { events, trials } = binaryAccuracy(counts)[asked.quantity];
  const value = events / trials;
  return succeed({
    value,
    limits: wilsonLimits(events, trials, normalReach(asked.level)),
    standardError: Math.sqrt((value * (1 - value)) / trials),
    diseased,
    healthy,
  });
}
