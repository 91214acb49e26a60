import { fail, succeed, type Result } from '@daero/domain/result';
import { normalReach } from '../distributions/normal.ts';
import type { Limits } from '../summary/interval.ts';
import type { Share } from './binary-accuracy.ts';
import { whereIs } from './margin-test.ts';

export type TwoShares = { readonly first: Share; readonly second: Share };

export type UnpairedFault = {
  readonly kind: 'counts-impossible';
  readonly events: number;
  readonly trials: number;
};

/**
 * The difference of two proportions in different people, with Miettinen and Nurminen's interval.
 *
 * It inverts a score test, stays within [-1, 1] and has a width at 0 and at all events.
 *
 * Takes    events and trials of both, each with at least one trial; level of two-sided coverage
 * Gives    first minus second, with limits
 * Fails    counts-impossible
 * Cost     some 60 evaluations for each limit
 * Source   Miettinen and Nurminen (1985), Statistics in Medicine 4, 213-226
 * Checked  by the law that its limits are where the score is the normal quantile; the restricted estimate against a search
 */
export function unpairedProportions(
  shares: TwoShares,
  level: number,
): Result<{ readonly difference: number; readonly limits: Limits }, UnpairedFault> {
  const wrong = [shares.first, shares.second].find(
    ({ events, trials }) => !(trials >= 1 && events >= 0 && events <= trials),
  );
  if (wrong !== undefined) return fail({ kind: 'counts-impossible', ...wrong });
  const scoreAt = (supposed: number): number => unpairedScore(shares, supposed);
  const z = normalReach(level);
  const { first, second } = shares;
  return succeed({
    difference: first.events / first.trials - second.events / second.trials,
    limits: { low: whereIs(scoreAt, z), high: whereIs(scoreAt, -z) },
  });
}

/**
 * How far the observed difference of two proportions lies above a supposed one, in standard errors under it.
 *
 * Takes    events and trials of both; the supposed difference in [-1, 1]
 * Gives    z, with the factor N/(N - 1) of Miettinen and Nurminen in the variance
 * Fails    never; plus or minus infinity where the supposed difference leaves no variance
 * Cost     O(1)
 * Source   Miettinen and Nurminen (1985), Statistics in Medicine 4, 213-226; the cubic as Farrington and Manning (1990), ibid. 9, 1447-1454
 * Checked  the restricted estimate against a search over the likelihood
 */
export function unpairedScore({ first, second }: TwoShares, supposed: number): number {
  const [n1, n2] = [first.trials, second.trials];
  const distance = first.events / n1 - second.events / n2 - supposed;
  if (Math.abs(distance) < 1e-15) return 0;
  const [p1, p2] = restrictedShares({ first, second }, supposed);
  const variance = ((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2) * ((n1 + n2) / (n1 + n2 - 1));
  return distance / Math.sqrt(Math.max(0, variance));
}

/** The likeliest two proportions whose difference is as supposed: the middle root of a cubic. */
export function restrictedShares({ first, second }: TwoShares, supposed: number): readonly [number, number] {
  const ratio = second.trials / first.trials;
  const [p1, p2] = [first.events / first.trials, second.events / second.trials];
  const a = 1 + ratio;
  const b = -(1 + ratio + p1 + ratio * p2 + supposed * (ratio + 2));
  const c = supposed * supposed + supposed * (2 * p1 + ratio + 1) + p1 + ratio * p2;
  const d = -p1 * supposed * (1 + supposed);
  const third = b / (3 * a);
  const v = third * third * third - (b * c) / (6 * a * a) + d / (2 * a);
  const u = Math.sign(v || 1) * Math.sqrt(Math.max(0, third * third - c / (3 * a)));
  const cosine = u === 0 ? 0 : Math.max(-1, Math.min(1, v / (u * u * u)));
  const root = 2 * u * Math.cos((Math.PI + Math.acos(cosine)) / 3) - third;
  const share = Math.max(Math.max(0, supposed), Math.min(Math.min(1, 1 + supposed), root));
  return [share, Math.max(0, Math.min(1, share - supposed))];
}
