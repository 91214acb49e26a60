import type { RankOrder } from './auc-of-counts.ts';
import type { ThresholdCriterion } from './roc-coordinates.ts';

export type ChosenThreshold = {
  readonly threshold: number;
  readonly sensitivity: number;
  readonly specificity: number;
};

/**
 * The threshold that a criterion chooses in a sample in which each patient's rows stand so many times.
 *
 * What `bestThresholds` does on the coordinates, without forming them: a bootstrap asks thousands of times. Of several that tie it takes the lowest.
 *
 * Takes    the order of the rows and the count of each patient; the criterion
 * Gives    threshold midway between scores that were drawn (infinite where nobody, or everybody, is called), with its shares
 * Fails    never
 * Cost     O(n)
 * Source   Youden (1950), Cancer 3, 32-35; Perkins and Schisterman (2006), Am J Epidemiol 163, 670-675
 * Checked  with every count 1 against `bestThresholds`, by law
 */
export function nestedThreshold(
  { patient, diseased, score, ends }: RankOrder,
  counts: Int32Array,
  { criterion, costRatio, prevalence }: ThresholdCriterion,
): ChosenThreshold {
  let [ill, well] = [0, 0];
  for (let i = 0; i < patient.length; i += 1) {
    const count = counts[patient[i] ?? 0] ?? 0;
    if (diseased[i] === 1) ill += count;
    else well += count;
  }
  const r = (1 - prevalence) / (costRatio * prevalence);
  const worth = (se: number, sp: number): number =>
    criterion === 'youden' ? se + r * sp : -((1 - se) * (1 - se) + r * (1 - sp) * (1 - sp));
  let best = { threshold: -Infinity, sensitivity: 1, specificity: 0 };
  let most = worth(1, 0);
  let [missed, cleared] = [0, 0]; // who lies at or below the row
  let [drawn, open] = [false, false]; // whether the run of ties was drawn, and whether the best cut lacks its upper end
  for (let i = 0; i < patient.length; i += 1) {
    const count = counts[patient[i] ?? 0] ?? 0;
    if (count > 0) {
      drawn = true;
      if (diseased[i] === 1) missed += count;
      else cleared += count;
    }
    if (ends[i] !== 1 || !drawn) continue;
    drawn = false;
    const here = score[i] ?? NaN;
    if (open) best = { ...best, threshold: (best.threshold + here) / 2 };
    open = false;
    const [sensitivity, specificity] = [(ill - missed) / ill, cleared / well];
    const value = worth(sensitivity, specificity);
    if (value > most) {
      most = value;
      best = { threshold: here, sensitivity, specificity };
      open = true;
    }
  }
  return open ? { ...best, threshold: Infinity } : best;
}
