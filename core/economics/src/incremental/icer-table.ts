export type CostAndEffect = { readonly strategy: string; readonly cost: number; readonly effect: number };

/** A strategy's place: on the frontier, strongly dominated by one other, or extendedly dominated by a mix of two. */
export type IcerStatus = 'frontier' | 'extendedly-dominated' | 'dominated';

export type IcerRow = CostAndEffect & {
  readonly status: IcerStatus;
  /** Against the strategy before it on the frontier; null off the frontier and for its first strategy. */
  readonly step: { readonly cost: number; readonly effect: number; readonly icer: number } | null;
};

/**
 * Incremental cost-effectiveness ratios of any number of strategies, after dominance.
 *
 * What does each further unit of effect cost, going up the frontier? A ratio stands only between neighbours on the frontier,
 * so none is ever negative. The first strategy is the cheapest that is not dominated, which need not be today's care.
 *
 * Takes    strategies with expected cost and effect; more effect is better; costs in one currency and price year
 * Gives    frontier by rising cost, then extendedly dominated, then dominated, each by rising cost; of two equal strategies the first name stands
 * Fails    never; no strategies give no rows
 * Cost     O(n log n) time, O(n) space
 * Source   Drummond et al. (2015), Methods for the economic evaluation of health care programmes, 4th ed., ch. 4; Weinstein (1990)
 * Checked  reference/economics/icer-cdiff, icer-hiv-screening, icer-hundred-strategies (dampack)
 */
export function icerTable(strategies: readonly CostAndEffect[]): readonly IcerRow[] {
  const byCost = [...strategies].sort(cheaperFirst);
  const frontier: CostAndEffect[] = [];
  const dominated: CostAndEffect[] = [];
  const extended: CostAndEffect[] = [];
  let mostEffect = -Infinity;
  for (const strategy of byCost) {
    if (strategy.effect <= mostEffect) {
      dominated.push(strategy);
      continue;
    }
    mostEffect = strategy.effect;
    extended.push(...raiseFrontier(frontier, strategy));
  }
  extended.sort(cheaperFirst);
  return [
    ...frontier.map((strategy, index): IcerRow => {
      const before = frontier[index - 1];
      return {
        ...strategy,
        status: 'frontier',
        step: before === undefined ? null : stepFrom(before, strategy),
      };
    }),
    ...extended.map((strategy): IcerRow => ({ ...strategy, status: 'extendedly-dominated', step: null })),
    ...dominated.map((strategy): IcerRow => ({ ...strategy, status: 'dominated', step: null })),
  ];
}

const cheaperFirst = (a: CostAndEffect, b: CostAndEffect): number =>
  a.cost - b.cost || b.effect - a.effect || (a.strategy < b.strategy ? -1 : 1);

/** Adds the next strategy and takes off those that now lie above the line between two others. */
function raiseFrontier(frontier: CostAndEffect[], next: CostAndEffect): readonly CostAndEffect[] {
  const removed: CostAndEffect[] = [];
  for (;;) {
    const [last, before] = [frontier.at(-1), frontier.at(-2)];
    if (last === undefined || before === undefined) break;
    if (stepFrom(last, next).icer >= stepFrom(before, last).icer) break;
    removed.push(last);
    frontier.pop();
  }
  frontier.push(next);
  return removed;
}

function stepFrom(
  before: CostAndEffect,
  after: CostAndEffect,
): { cost: number; effect: number; icer: number } {
  const [cost, effect] = [after.cost - before.cost, after.effect - before.effect];
  return { cost, effect, icer: cost / effect };
}
