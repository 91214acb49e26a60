import { unreachable } from '@daero/domain/unreachable';
import { conflictsOf } from './conflict.ts';
import type { CallTerms, TieRule } from './event.ts';
import { outsideCapital, running, type Application, type CallState, type Review } from './state.ts';

/** A mean as a fraction, so that two means are equal only if they are. */
export type Mean = { readonly sum: number; readonly of: number };

/** Below zero where the first is the larger. */
export const compareMeans = (a: Mean, b: Mean): number => {
  const difference = BigInt(b.sum) * BigInt(a.of) - BigInt(a.sum) * BigInt(b.of);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
};

/** Reviews that count: what a reviewer with a conflict wrote before it was known does not. */
export const validReviews = (state: CallState, application: string): readonly Review[] =>
  state.reviews.filter(
    (one) => one.application === application && conflictsOf(state, one.reviewer, application).length === 0,
  );

/** Full marks are the same whole number for every call with these criteria. */
export const fullMarks = (terms: CallTerms): number =>
  terms.criteria.reduce((sum, { weight }) => sum + weight, 0) * commonPoints(terms);

const commonPoints = (terms: CallTerms): number =>
  terms.criteria.reduce((common, { mostPoints }) => lowestCommon(common, mostPoints), 1);

/** Weight times share of the most points, over a common denominator: whole numbers. */
export const markOf = (terms: CallTerms, { points }: Review): number =>
  terms.criteria.reduce(
    (sum, { id, weight, mostPoints }) =>
      sum + (weight * commonPoints(terms) * (points.get(id) ?? 0)) / mostPoints,
    0,
  );

export function meanOf(terms: CallTerms, marks: readonly number[]): Mean | null {
  const sorted = marks.toSorted((a, b) => a - b);
  const kept =
    terms.mean === 'without-highest-and-lowest' && sorted.length > 2 ? sorted.slice(1, -1) : sorted;
  return kept.length === 0 ? null : { sum: kept.reduce((sum, mark) => sum + mark, 0), of: kept.length };
}

export type Ranked = {
  readonly application: string;
  /** Equals share a rank; the next one follows after all of them. */
  readonly rank: number;
  readonly mean: Mean;
  /** In hundredths of full marks, rounded to nearest: for print, never for the order. */
  readonly marks: number;
  readonly reviews: number;
  readonly passes: boolean;
  /** What put it before or behind an equal mean; null where the mean alone did. */
  readonly decidedBy: TieRule['by'] | 'lot' | null;
};

/** Applications by their mean, then by the rules for ties, then by lot; what is still equal shares a rank. */
export function ranking(state: CallState): readonly Ranked[] {
  const { terms } = state;
  const full = fullMarks(terms);
  const scored = running(state).flatMap((one) => {
    const reviews = validReviews(state, one.application);
    const mean = meanOf(terms, reviews.map((review) => markOf(terms, review))); // prettier-ignore
    return mean === null ? [] : [{ one, mean, reviews: reviews.length }];
  });
  const order = scored.toSorted((a, b) => compareMeans(a.mean, b.mean) || tie(state, a.one, b.one).order);
  let rank = 0;
  return order.map((entry, at) => {
    const [before, after] = [order[at - 1], order[at + 1]];
    const parted = (other: typeof before): TieRule['by'] | 'lot' | null =>
      other === undefined || compareMeans(entry.mean, other.mean) !== 0
        ? null
        : tie(state, entry.one, other.one).by;
    const equal =
      before !== undefined &&
      compareMeans(before.mean, entry.mean) === 0 &&
      tie(state, before.one, entry.one).order === 0;
    if (!equal) rank = at + 1;
    const { sum, of } = entry.mean;
    return {
      application: entry.one.application,
      rank,
      mean: entry.mean,
      marks: Math.round((10_000 * sum) / (of * full)) / 100,
      reviews: entry.reviews,
      passes: BigInt(sum) * 10_000n >= BigInt(terms.passMark) * BigInt(of) * BigInt(full),
      decidedBy: parted(before) ?? parted(after),
    };
  });
}

type Tie = { readonly order: number; readonly by: TieRule['by'] | 'lot' | null };

/** Which of two with equal means comes first, and what decides it. */
function tie(state: CallState, a: Application, b: Application): Tie {
  for (const rule of state.terms.ties) {
    const order = byRule(state, rule, a, b);
    if (order !== 0) return { order, by: rule.by };
  }
  for (const lot of state.lots) {
    const [first, second] = [lot.indexOf(a.application), lot.indexOf(b.application)];
    if (first >= 0 && second >= 0) return { order: first - second, by: 'lot' };
  }
  return { order: 0, by: null };
}

function byRule(state: CallState, rule: TieRule, a: Application, b: Application): number {
  switch (rule.by) {
    case 'criterion': {
      const mean = ({ application }: Application): Mean => {
        const given = validReviews(state, application).map(({ points }) => points.get(rule.criterion) ?? 0);
        return { sum: given.reduce((sum, points) => sum + points, 0), of: Math.max(1, given.length) };
      };
      return compareMeans(mean(a), mean(b));
    }
    case 'more-hospitals-outside-capital':
      return outsideCapital(b.proposal) - outsideCapital(a.proposal);
    case 'earlier-submission':
      return a.submittedOn < b.submittedOn ? -1 : a.submittedOn > b.submittedOn ? 1 : 0;
    default:
      return unreachable(rule);
  }
}

function lowestCommon(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
