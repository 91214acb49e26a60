import { normalReach } from '../distributions/normal.ts';
import { gaussHermite } from '../optimisation/gauss-hermite.ts';
import { minimise } from '../optimisation/minimise.ts';
import type { Limits } from '../summary/interval.ts';
import { clusterLogLikelihood, type ClusterRows } from './cluster-likelihood.ts';

/**
 * Limits of the standard deviation between centres, by profile likelihood.
 *
 * Which spreads would make the counts of the centres not too unlikely, whatever the mean? A Wald interval of a spread is wrong near 0, where the
 * estimate often lies; this one reaches 0 where 0 is possible.
 *
 * Takes    events and trials, one a centre; the estimate; quadrature points; level of two-sided coverage
 * Gives    the limits, low 0 where no spread is compatible with the counts
 * Fails    never
 * Cost     some 60 fits of the mean
 * Source   Venzon and Moolgavkar (1988), Applied Statistics 37, 87-94; as in confint of R's lme4
 * Checked  by law: the estimate lies within, equal centres reach 0; coverage by simulation in its test
 */
export function centreSpreadLimits(
  counts: { readonly events: ArrayLike<number>; readonly trials: ArrayLike<number> },
  {
    sd,
    quadraturePoints,
    level,
  }: { readonly sd: number; readonly quadraturePoints: number; readonly level: number },
): Limits {
  const one = [Float64Array.of(1)];
  const clusters: readonly ClusterRows[] = Array.from(counts.events, (events, i) => ({
    events: Float64Array.of(events),
    trials: Float64Array.of(counts.trials[i] ?? NaN),
    fixed: one,
    random: one,
  }));
  const rule = gaussHermite(quadraturePoints).map(({ node, weight }) => ({
    nodes: [node],
    logWeight: Math.log(weight),
  }));
  const modes = clusters.map(() => [0]);
  let start = 0;
  /** The lowest minus log likelihood at a spread, over the mean. */
  const profile = (spread: number): number => {
    const { at, value } = minimise(
      (mean) =>
        -clusters.reduce(
          (total, cluster, c) =>
            total +
            clusterLogLikelihood(cluster, {
              coefficients: mean,
              root: [[spread]],
              rule,
              mode: modes[c] ?? [],
            }),
          0,
        ),
      [start],
    );
    start = at[0] ?? start;
    return value;
  };
  const z = normalReach(level);
  const highest = profile(sd) + (z * z) / 2;
  const tooFar = (spread: number): boolean => profile(spread) > highest;
  let above = Math.max(1, 2 * sd);
  while (!tooFar(above) && above < 64) above *= 2;
  return {
    low: tooFar(0) ? edge(tooFar, sd, 0) : 0,
    high: edge(tooFar, sd, above),
  };
}

/** The place between one that is near enough and one that is too far. */
function edge(tooFar: (spread: number) => boolean, near: number, far: number): number {
  let [inside, outside] = [near, far];
  for (let step = 0; step < 30; step += 1) {
    const middle = (inside + outside) / 2;
    if (tooFar(middle)) outside = middle;
    else inside = middle;
  }
  return (inside + outside) / 2;
}
