export type Increment = { readonly cost: number; readonly effect: number };

/** What an ICER against one comparator means; only two of the four corners have one, and they read opposite ways. */
export type Comparison =
  | { readonly finding: 'costs-more-for-more'; readonly icer: number }
  | { readonly finding: 'saves-for-less'; readonly icer: number }
  | { readonly finding: 'dominant' }
  | { readonly finding: 'dominated' }
  | { readonly finding: 'equal' };

/**
 * One strategy against its comparator, in the words of the cost-effectiveness plane.
 *
 * Is there a price per unit of effect at all? Where the strategy is better and cheaper, or worse and dearer, there is none:
 * both corners would give the same negative number, so none is given.
 *
 * Takes    the differences in expected cost and effect, strategy minus comparator
 * Gives    the finding; icer = cost / effect, above 0: paid per unit gained, or (saves-for-less) saved per unit given up
 * Fails    never
 * Cost     O(1)
 * Source   Stinnett and Mullahy (1998), Med Decis Making 18, S68-S80; Black (1990), the cost-effectiveness plane
 * Checked  incremental/incremental.test.ts, all nine signs
 */
export function compareWithComparator({ cost, effect }: Increment): Comparison {
  if (cost === 0 && effect === 0) return { finding: 'equal' };
  if (cost > 0 && effect > 0) return { finding: 'costs-more-for-more', icer: cost / effect };
  if (cost < 0 && effect < 0) return { finding: 'saves-for-less', icer: cost / effect };
  return cost <= 0 && effect >= 0 ? { finding: 'dominant' } : { finding: 'dominated' };
}

/** Money at `willingness` a unit of effect, less what it costs. */
export const netBenefit = (cost: number, effect: number, willingness: number): number =>
  willingness * effect - cost;
