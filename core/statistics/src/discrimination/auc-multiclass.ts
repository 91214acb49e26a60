import { fail, succeed, type Result } from '@daero/domain/result';
import { mean } from '../summary/moments.ts';
import { quantile } from '../summary/quantile.ts';
import { placements, sorted } from './placements.ts';

export type ScoredClass = { readonly label: string; readonly scores: ArrayLike<number> };

export type PairAuc = { readonly lower: string; readonly higher: string; readonly auc: number };
export type MulticlassAuc = { readonly auc: number; readonly pairs: readonly PairAuc[] };

export type MulticlassFault =
  | { readonly kind: 'too-few-classes'; readonly classes: number }
  | { readonly kind: 'class-empty'; readonly label: string }
  | { readonly kind: 'score-missing' };

/**
 * How well one score tells several classes apart: the mean AUC of all pairs.
 *
 * `as-ordered` holds that scores rise from the first class to the last, as a protocol says beforehand. `by-median` turns each pair
 * so that the class with the higher median counts as higher; it is chosen from the data, cannot show a score that ranks the wrong way,
 * and is here to reproduce published figures.
 *
 * Takes    two or more classes with one or more scores each; direction
 * Gives    the mean over all pairs, and each pair with the class taken as the higher one
 * Fails    too-few-classes below 2; class-empty; score-missing
 * Cost     O(c^2 n log n) for c classes
 * Source   Hand and Till (2001), Machine Learning 45, 171-186, for a single score
 * Checked  reference cases of the method auc-multiclass
 */
export function aucMulticlass(
  classes: readonly ScoredClass[],
  direction: 'as-ordered' | 'by-median',
): Result<MulticlassAuc, MulticlassFault> {
  if (classes.length < 2) return fail({ kind: 'too-few-classes', classes: classes.length });
  const empty = classes.find(({ scores }) => scores.length === 0);
  if (empty !== undefined) return fail({ kind: 'class-empty', label: empty.label });
  const pairs: PairAuc[] = [];
  for (const [i, first] of classes.entries()) {
    for (const second of classes.slice(i + 1)) {
      const [a, b] = [sorted(first.scores), sorted(second.scores)];
      if (a === null || b === null) return fail({ kind: 'score-missing' });
      const turned = direction === 'by-median' && quantile(a, 0.5) > quantile(b, 0.5);
      const [lower, higher] = turned ? [second, first] : [first, second];
      const placed = placements(higher.scores, lower.scores);
      if (!placed.ok) return placed;
      pairs.push({ lower: lower.label, higher: higher.label, auc: mean(placed.value.aboveHealthy) });
    }
  }
  return succeed({ auc: mean(pairs.map(({ auc }) => auc)), pairs });
}
