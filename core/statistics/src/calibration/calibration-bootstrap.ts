import { drawCounts } from '../resampling/draw-counts.ts';
import { quantile } from '../summary/quantile.ts';
import { mean } from '../summary/moments.ts';
import { riskGroups } from './hosmer-lemeshow.ts';
import { heightAt, loess } from './loess.ts';

/** Distances between risk and smoothed observed risk, and the parts of the Brier score. */
export type CalibrationDistances = {
  readonly ici: number;
  readonly e50: number;
  readonly e90: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly scaled: number;
  /** Smoothed observed risk at the points asked for. */
  readonly curve: readonly number[];
};

export type DistanceOptions = {
  readonly span: number;
  readonly groups: number;
  /** Where the curve is read. */
  readonly points: readonly number[];
};

/**
 * How far predicted risks lie from what happened: mean (ICI), median (E50) and 90th percentile (E90) of the distance to the smooth curve, and
 * Murphy's parts of the Brier score.
 *
 * Reliability and resolution are those of groups of risk: reliability less resolution plus uncertainty is the Brier score of the group means, so
 * it comes near the Brier score as groups grow finer.
 *
 * Takes    truth (0 or 1) and risk of n people; span of the curve, number of groups, and points of the curve
 * Gives    the distances, the parts, and the curve
 * Fails    never; NaN of a share of nobody
 * Cost     O(n log n)
 * Source   Austin and Steyerberg (2019), Statistics in Medicine 38, 4051-4065; Murphy (1973), J Applied Meteorology 12, 595-600
 * Checked  the ICI in the reference cases of the method calibration; the parts by law in its test
 */
export function calibrationDistances(
  truth: ArrayLike<number>,
  risk: ArrayLike<number>,
  { span, groups, points }: DistanceOptions,
): CalibrationDistances {
  const curve = loess(risk, truth, span);
  const distances = Float64Array.from(risk, (value) => Math.abs(value - heightAt(curve, value)));
  const n = risk.length;
  const prevalence = mean(truth);
  const uncertainty = prevalence * (1 - prevalence);
  let [reliability, resolution] = [0, 0];
  for (const group of riskGroups(truth, risk, groups)) {
    const [seen, said] = [group.observed / group.n, group.expected / group.n];
    reliability += (group.n * (said - seen) * (said - seen)) / n;
    resolution += (group.n * (seen - prevalence) * (seen - prevalence)) / n;
  }
  const brier = mean(
    Float64Array.from(risk, (value, i) => (value - (truth[i] ?? NaN)) * (value - (truth[i] ?? NaN))),
  );
  const ici = mean(distances);
  distances.sort();
  return {
    ici,
    e50: quantile(distances, 0.5),
    e90: quantile(distances, 0.9),
    reliability,
    resolution,
    uncertainty,
    scaled: 1 - brier / uncertainty,
    curve: points.map((point) => Math.min(1, Math.max(0, heightAt(curve, point)))),
  };
}

/**
 * The same of samples of people drawn with replacement.
 *
 * Points of the curve beyond the risks of a sample have no value there.
 *
 * Takes    as `calibrationDistances`, and replicates and seed
 * Gives    the distances of each replicate; those with one outcome only are left out
 * Fails    never
 * Cost     O(n log n) a replicate
 * Source   Efron and Tibshirani (1993), An introduction to the bootstrap; Austin and Steyerberg (2019), Statistics in Medicine 38, 4051-4065
 * Checked  in the tests of the method calibration
 */
export function calibrationBootstrap(
  truth: ArrayLike<number>,
  risk: ArrayLike<number>,
  { replicates, seed, ...options }: DistanceOptions & { readonly replicates: number; readonly seed: number },
): readonly CalibrationDistances[] {
  const n = risk.length;
  const counts = new Int32Array(n);
  const [outcome, said] = [new Float64Array(n), new Float64Array(n)];
  const drawn: CalibrationDistances[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    counts.fill(0);
    drawCounts(seed, replicate).draw(counts, 0, n);
    let [at, events] = [0, 0];
    let [least, most] = [Infinity, -Infinity];
    for (let row = 0; row < n; row += 1) {
      for (let times = counts[row] ?? 0; times > 0; times -= 1) {
        outcome[at] = truth[row] ?? NaN;
        said[at] = risk[row] ?? NaN;
        events += truth[row] ?? NaN;
        at += 1;
      }
      if ((counts[row] ?? 0) === 0) continue;
      least = Math.min(least, risk[row] ?? NaN);
      most = Math.max(most, risk[row] ?? NaN);
    }
    if (events === 0 || events === n || least === most) continue;
    const found = calibrationDistances(outcome, said, options);
    const curve = found.curve.map((height, i) => {
      const point = options.points[i] ?? NaN;
      return point >= least && point <= most ? height : NaN;
    });
    drawn.push({ ...found, curve });
  }
  return drawn;
}
