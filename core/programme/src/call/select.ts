import { fail, succeed, type Result } from '@daero/domain/result';
import { minus, noWon, type Won } from '../money/won.ts';
import type { CallEventOf } from './event.ts';
import { ranking, type Ranked } from './rank.ts';
import { applicationOf, grantOfYear, type CallState } from './state.ts';

/** Why an application is or is not taken. */
export type Verdict = 'taken' | 'below-pass-mark' | 'no-budget-left' | 'tier-full' | 'behind-the-cut';
export type Proposed = {
  readonly ranked: Ranked;
  readonly verdict: Verdict;
};
export type Selection = {
  readonly proposed: readonly Proposed[];
  readonly taken: readonly string[];
  /** Equals between whom the rules cannot choose while not all of them fit: a lot must be drawn. */
  readonly tied: readonly string[];
  readonly left: readonly { readonly year: number; readonly amount: Won }[];
};

/** Down the ranking as long as the budget of every year and the places of a tier last. */
export function selectionOf(state: CallState): Selection {
  const left = new Map(state.terms.budget.map(({ year, amount }) => [year, amount]));
  const places = new Map(state.terms.tiers.map(({ tier, projectsMost }) => [tier, projectsMost ?? Infinity]));
  const ranked = ranking(state);
  let cut = false;
  const proposed = ranked.map((one): Proposed => {
    const found = applicationOf(state, one.application);
    if (found === null || !one.passes) return { ranked: one, verdict: 'below-pass-mark' };
    if (cut) return { ranked: one, verdict: 'behind-the-cut' };
    const { tier, lines } = found.proposal;
    if ((places.get(tier) ?? 0) < 1) return { ranked: one, verdict: 'tier-full' };
    const asked = [...left].map(([year, amount]) => ({
      year,
      rest: minus(amount, grantOfYear(lines, year)),
    }));
    if (asked.some(({ rest }) => rest < noWon)) {
      cut = state.terms.budgetRule === 'stop-at-first-that-does-not-fit';
      return { ranked: one, verdict: 'no-budget-left' };
    }
    for (const { year, rest } of asked) left.set(year, rest);
    places.set(tier, (places.get(tier) ?? 0) - 1);
    return { ranked: one, verdict: 'taken' };
  });
  return {
    proposed,
    taken: proposed.filter(({ verdict }) => verdict === 'taken').map(({ ranked: one }) => one.application),
    tied: openTie(proposed),
    left: [...left].map(([year, amount]) => ({ year, amount })),
  };
}

/** Among those of one rank some are taken and some are not. */
function openTie(proposed: readonly Proposed[]): readonly string[] {
  for (const rank of new Set(proposed.map(({ ranked }) => ranked.rank))) {
    const equals = proposed.filter(({ ranked, verdict }) => ranked.rank === rank && verdict !== 'below-pass-mark'); // prettier-ignore
    const taken = equals.filter(({ verdict }) => verdict === 'taken').length;
    if (taken > 0 && taken < equals.length) return equals.map(({ ranked }) => ranked.application);
  }
  return [];
}

export function drawLot(state: CallState, event: CallEventOf<'lot-drawn'>): Result<CallState> {
  const { tied } = selectionOf(state);
  const { order } = event.change;
  if (order.toSorted().join() !== tied.toSorted().join())
    return fail({
      kind: 'selection-lot-wrong',
      eventId: event.eventId,
      drawn: order,
      tied: tied.length > 0 ? tied : ['—'],
    });
  return succeed({ ...state, lots: [...state.lots, order] });
}

/** The decision must be the one that the rules of the call give: whoever wants another opens another call. */
export function select(state: CallState, event: CallEventOf<'selected'>): Result<CallState> {
  const { eventId, on, change } = event;
  const { taken, tied } = selectionOf(state);
  if (tied.length > 0) return fail({ kind: 'selection-tie-open', eventId, tied });
  if (change.applications.toSorted().join() !== taken.toSorted().join())
    return fail({
      kind: 'selection-off-ranking',
      eventId,
      named: change.applications.length > 0 ? change.applications : ['—'],
      taken: taken.length > 0 ? taken : ['—'],
    });
  return succeed({ ...state, phase: 'selected', selected: taken, selectedOn: on });
}
