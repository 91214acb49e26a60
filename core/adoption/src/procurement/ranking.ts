import type { Criterion, Offer } from './event.ts';
import { contractValue } from './price.ts';
import type { ProcurementState } from './state.ts';

export type Ranked = {
  readonly offer: Offer;
  /** 1 is the first; ties share a rank. Null while scores are missing or a must is failed. */
  readonly rank: number | null;
  /** Weighted, 0-100; null while a reviewer has not scored something. */
  readonly score: number | null;
  readonly byCriterion: readonly { readonly criterion: string; readonly mean: number | null }[];
  readonly missing: number;
  readonly failed: readonly Criterion[];
  /** Over the years asked for, at the uses assumed in the request. */
  readonly value: number;
};

/** Offers compared: the weighted mean of the reviewers' scores; of equals, the cheaper is not put first, for price is a criterion already. */
export function rankingOf(state: ProcurementState): readonly Ranked[] {
  const scored = [...state.offers.values()].map((offer) => scoredOffer(state, offer));
  const standing = scored.flatMap(({ score, failed }) =>
    score !== null && failed.length === 0 ? [score] : [],
  );
  return scored
    .map((one): Ranked => {
      const { score, failed } = one;
      const counts = score !== null && failed.length === 0;
      return { ...one, rank: counts ? 1 + standing.filter((other) => other > score + 1e-9).length : null };
    })
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.offer.id < b.offer.id ? -1 : 1));
}

function scoredOffer(state: ProcurementState, offer: Offer): Omit<Ranked, 'rank'> {
  const reviewers = state.reviewers.filter((reviewer) => !state.conflicts.has(`${reviewer} ${offer.id}`));
  const byCriterion = state.criteria.map(({ id }) => {
    const own = reviewers.flatMap((reviewer) => state.scores.get(`${reviewer} ${offer.id} ${id}`) ?? []);
    const full = reviewers.length > 0 && own.length === reviewers.length;
    const mean = full ? own.reduce((sum, score) => sum + score, 0) / own.length : null;
    return { criterion: id, mean, missing: reviewers.length - own.length };
  });
  const means = new Map(byCriterion.map(({ criterion, mean }) => [criterion, mean]));
  const complete = byCriterion.length > 0 && byCriterion.every(({ mean }) => mean !== null);
  return {
    offer,
    score: complete
      ? state.criteria.reduce((sum, { id, weight }) => sum + weight * (means.get(id) ?? 0), 0)
      : null,
    byCriterion: byCriterion.map(({ criterion, mean }) => ({ criterion, mean })),
    missing: byCriterion.reduce((sum, { missing }) => sum + missing, 0),
    failed: state.criteria.filter(({ id, leastScore }) => {
      const mean = means.get(id) ?? null;
      return leastScore !== null && mean !== null && mean < leastScore;
    }),
    value: contractValue(offer.price, state.request.years, state.request.usesPerYear),
  };
}
