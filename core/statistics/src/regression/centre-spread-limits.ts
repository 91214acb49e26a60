import { normalReach } from '../distributions/normal.ts';
import { gaussHermite } from '../optimisation/gauss-hermite.ts';
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
 * Cost     some 20 fits of the mean, each of a few Newton steps
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
  /** Minus the log likelihood at a mean and a spread. */
  const at = (mean: number, spread: number): number =>
    -clusters.reduce(
      (total, cluster, c) =>
        total +
        clusterLogLikelihood(cluster, { coefficients: [mean], root: [[spread]], rule, mode: modes[c] ?? [] }),
      0,
    );
  let mean = 0;
  /** The lowest over the mean. It has one bottom, so Newton's steps find it. */
  const profile = (spread: number): number => {
    for (let step = 0; step < mostSteps; step += 1) {
      const [below, here, above] = [at(mean - width, spread), at(mean, spread), at(mean + width, spread)];
      const bend = (above - 2 * here + below) / (width * width);
      const move = bend > 0 ? -(above - below) / (2 * width) / bend : 0;
      mean += Math.max(-1, Math.min(1, move));
      if (Math.abs(move) < 1e-6) break;
    }
    return at(mean, spread);
  };
  const z = normalReach(level);
  const highest = profile(sd) + (z * z) / 2;
  const beyond = (spread: number): number => profile(spread) - highest;
  let above = Math.max(1, 2 * sd);
  while (beyond(above) < 0 && above < 64) above *= 2;
  return {
    low: sd > 0 && beyond(0) > 0 ? crossing(beyond, 0, sd) : 0,
    high: crossing(beyond, sd, above),
  };
}

const width = 1e-3;
const mostSteps = 30;

/** Where a function that changes sign between two places is 0, by false position, halving the side that stays (Illinois). */
function crossing(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  let [fa, fb] = [f(a), f(b)];
  for (let step = 0; step < 60 && Math.abs(b - a) > 1e-7; step += 1) {
    const x = (a * fb - b * fa) / (fb - fa);
    const fx = f(x);
    if (Math.abs(fx) < 1e-8) return x;
    if (fx * fb < 0) [a, fa] = [b, fb];
    else fa /= 2;
    [b, fb] = [x, fx];
  }
  return b;
}
