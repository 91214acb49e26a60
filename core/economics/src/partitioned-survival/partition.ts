import { fail, succeed, type Result } from '@daero/domain/result';
import { discountFactor, pointWeights, type Discounting, type PointWeights } from '../cohort/accounting.ts';

/** Survival at every point of a grid, by name: `progression-free`, `overall`. */
export type GridCurve = { readonly name: string; readonly survival: ArrayLike<number> };

export type CurvesFault = {
  readonly kind: 'curves-cross';
  readonly strategy: string;
  readonly inner: string;
  readonly outer: string;
  /** In years. */
  readonly time: number;
  /** By how much the inner curve lies above the outer one there. */
  readonly excess: number;
};

/** Equally spaced points 0..steps, in years. */
export type Grid = { readonly horizonYears: number; readonly steps: number };

export const gridTimes = ({ horizonYears, steps }: Grid): Float64Array =>
  Float64Array.from({ length: steps + 1 }, (_, point) => (horizonYears * point) / steps);

/** What two computations of one curve may differ by. */
const rounding = 1e-12;

/**
 * Shares of people in states that survival curves cut out.
 *
 * Who is where at each time? The first curve bounds the first state, the difference of neighbours the next, and what the last curve
 * has lost is the last state. Where an inner curve rises above an outer one there would be fewer than nobody in between: that is
 * refused with its time, never set to 0.
 *
 * Takes    strategy: its name; curves from the innermost outwards, on one grid
 * Gives    one column a state, one more than curves; each point adds up to 1
 * Fails    curves-cross
 * Cost     O(curves x points)
 * Source   Woods, Sideris, Palmer et al. (2017), NICE DSU Technical Support Document 19
 * Checked  reference/economics/psm-two-arm (hesim 0.5.6)
 */
export function partition(
  strategy: string,
  curves: readonly GridCurve[],
  times: ArrayLike<number>,
): Result<readonly Float64Array[], CurvesFault> {
  const states = [...curves, null].map(() => new Float64Array(times.length));
  for (let point = 0; point < times.length; point += 1) {
    let [inside, before] = [0, null as GridCurve | null];
    for (const [k, curve] of curves.entries()) {
      const reached = curve.survival[point] ?? NaN;
      const share = reached - inside;
      if (!(share >= -rounding)) {
        return fail({
          kind: 'curves-cross',
          strategy,
          inner: before?.name ?? '',
          outer: curve.name,
          time: times[point] ?? NaN,
          excess: -share,
        });
      }
      const state = states[k];
      if (state !== undefined) state[point] = share;
      [inside, before] = [reached, curve];
    }
    const last = states.at(-1);
    if (last !== undefined) last[point] = 1 - inside;
  }
  return succeed(states);
}

/**
 * Discounted years in a state, from its share at the points of a grid.
 *
 * Takes    share at points 0..n; grid; rate and form of discounting; within-step rule (`half-cycle` is the trapezoid rule)
 * Gives    years
 * Fails    throws when Simpson's rule is asked of an odd number of steps
 * Cost     O(points)
 * Source   Elbasha and Chhatwal (2016), Medical Decision Making 36, 115-131
 * Checked  reference/economics/psm-two-arm
 */
export function discountedYears(
  share: ArrayLike<number>,
  grid: Grid,
  account: { readonly rate: number; readonly discounting: Discounting; readonly weights: PointWeights },
): number {
  const step = grid.horizonYears / grid.steps;
  const weights = pointWeights(account.weights, grid.steps);
  let total = 0;
  for (let point = 0; point <= grid.steps; point += 1) {
    const factor = discountFactor(account.rate, point * step, account.discounting);
    total += (weights[point] ?? NaN) * (share[point] ?? NaN) * factor;
  }
  return total * step;
}
