import type { Studies } from './weighted.ts';

/** The counts of one study's two-by-two table: [events, no events] in the first group, then in the second. */
export type Cells = {
  readonly events1: number;
  readonly rest1: number;
  readonly events2: number;
  readonly rest2: number;
};

/**
 * Log odds ratios or log risk ratios of two-by-two tables, with their large-sample variances.
 *
 * Takes    tables; measure; correction: added to all four cells of a table that has an empty one
 * Gives    effects and variances, one a table
 * Fails    never; without a correction an empty cell gives an infinite effect
 * Cost     O(k)
 * Source   Woolf (1955), Annals of Human Genetics 19, 251-253; Katz, Baptista, Azen and Pike (1978), Biometrics 34, 469-474
 * Checked  reference cases of the method meta-analysis
 */
export function tableEffects(
  tables: readonly Cells[],
  { measure, correction }: { readonly measure: 'OR' | 'RR'; readonly correction: number },
): Studies {
  const corrected = tables.map(({ events1, rest1, events2, rest2 }) => {
    const cells = [events1, rest1, events2, rest2] as const;
    const added = cells.includes(0) ? correction : 0;
    return { a: events1 + added, b: rest1 + added, c: events2 + added, d: rest2 + added };
  });
  if (measure === 'OR') {
    return {
      effects: Float64Array.from(corrected, ({ a, b, c, d }) => Math.log((a * d) / (b * c))),
      variances: Float64Array.from(corrected, ({ a, b, c, d }) => 1 / a + 1 / b + 1 / c + 1 / d),
    };
  }
  return {
    effects: Float64Array.from(corrected, ({ a, b, c, d }) => Math.log(a / (a + b)) - Math.log(c / (c + d))),
    variances: Float64Array.from(corrected, ({ a, b, c, d }) => 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)),
  };
}
