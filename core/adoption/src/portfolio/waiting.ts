/** How long one waited: until it came, until it could come no more, or until we stopped looking. */
export type Wait = {
  readonly days: number;
  readonly ended: 'reached' | 'never' | 'not-yet';
};

export type Waiting = {
  readonly n: number;
  readonly reached: number;
  readonly notYet: number;
  readonly never: number;
  /** Days by which a quarter, a half and three quarters have come; null where that many have not come yet. */
  readonly quarterDays: number | null;
  readonly medianDays: number | null;
  readonly threeQuartersDays: number | null;
  /** The longest that anybody has been seen to wait: nothing is known beyond it. */
  readonly seenUntilDays: number;
  /** The share that has come by each day on which something happened. */
  readonly curve: readonly { readonly days: number; readonly share: number; readonly atRisk: number }[];
};

/**
 * The share that has come, with those not there yet taken into account (Aalen and Johansen 1978). Who can never come stays in the count as not
 * come, so that a portfolio of failures does not look quick; without any it is one minus the estimator of Kaplan and Meier. Of events on
 * one day those that came are counted first, and who is not there yet counts until the end of the day.
 */
export function waitingOf(waits: readonly Wait[]): Waiting {
  const count = (ended: Wait['ended']): number => waits.filter((wait) => wait.ended === ended).length;
  const curve: { days: number; share: number; atRisk: number }[] = [];
  let [left, share, atRisk] = [1, 0, waits.length]; // `left`: still waiting, by the product-limit estimator
  const days = [...new Set(waits.map((wait) => wait.days))].sort((a, b) => a - b);
  for (const day of days) {
    const here = waits.filter((wait) => wait.days === day);
    const came = here.filter(({ ended }) => ended === 'reached').length;
    const never = here.filter(({ ended }) => ended === 'never').length;
    share += (left * came) / atRisk;
    left *= 1 - (came + never) / atRisk;
    if (came > 0) curve.push({ days: day, share, atRisk });
    atRisk -= here.length;
  }
  const by = (part: number): number | null =>
    curve.find((point) => point.share >= part - 1e-12)?.days ?? null;
  return {
    ...{ n: waits.length, reached: count('reached'), notYet: count('not-yet'), never: count('never') },
    ...{ quarterDays: by(0.25), medianDays: by(0.5), threeQuartersDays: by(0.75) },
    seenUntilDays: days.at(-1) ?? 0,
    curve,
  };
}
