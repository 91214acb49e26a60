import { wilsonLimits } from '../accuracy/binomial-interval.ts';
import { normalQuantile, normalReach } from '../distributions/normal.ts';
import type { RocPoint } from './roc-curve.ts';

export type RocBandPoint = { readonly falsePositive: number; readonly low: number; readonly high: number };

/**
 * Limits of the sensitivity at each false positive share of a ROC curve, one share at a time.
 *
 * Which sensitivities does the device allow where specificity is fixed? Two things are uncertain there: how many of the
 * diseased lie above the threshold, and which threshold it is, because it comes from the healthy of this sample. The second
 * makes the diseased of one sample alike, as members of a cluster are: with r the share of the variance that the threshold
 * accounts for, m of them are worth m / (1 + (m - 1) r), and Wilson's limits are taken of that many. The position of the
 * threshold among the healthy is spread as in a bootstrap of them, here in closed form (arcsine scale, standard deviation
 * 1 / (2 sqrt n)), so there is no seed. Each limit holds by itself; the curve as a whole leaves the band more often.
 *
 * Takes    points: an empirical ROC curve from (0, 0) to (1, 1), with the counts it was made of; level: two-sided
 * Gives    at 0.01 to 0.99 by hundredths, as far as at least one healthy case is expected on either side: low and high, the
 *          curve between them; none with fewer than two healthy cases
 * Fails    never: the curve was checked when it was made
 * Cost     O(k log p) for p points, k = 99 x 40
 * Source   variance of both parts: Hsieh and Turnbull (1996), Annals of Statistics 24, 25-40; resampling in place of densities:
 *          Platt, Hanley and Yang (2000), Statistics in Medicine 19, 313-322, as in pROC ci.se (Robin and others 2011); limits
 *          of an effective sample size: Korn and Graubard (1998), Survey Methodology 24, 193-201, on Wilson (1927)
 * Checked  roc-band.test.ts: the laws, and by simulation coverage of a known curve
 */
export function rocBand(
  points: readonly RocPoint[],
  { diseased: m, healthy: n }: { readonly diseased: number; readonly healthy: number },
  { level }: { readonly level: number },
): readonly RocBandPoint[] {
  const reach = normalReach(level);
  const shares = hundredths.filter((share) => share * n >= 1 && (1 - share) * n >= 1);
  return shares.map((falsePositive) => {
    const sensitivity = sensitivityAt(points, falsePositive);
    const near = placesNear(falsePositive, n).map((share) => sensitivityAt(points, share));
    const worth = m / (1 + (m - 1) * shareBetween(near));
    return { falsePositive, ...wilsonLimits(sensitivity * worth, worth, reach) };
  });
}

const hundredths = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);

/** On the curve, by straight lines between its points; at an upright run its upper end. */
function sensitivityAt(points: readonly RocPoint[], share: number): number {
  let [low, high] = [0, points.length - 1]; // the last point at or before the share
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((points[middle]?.falsePositive ?? 1) <= share) low = middle;
    else high = middle - 1;
  }
  const [at, next] = [points[low], points[low + 1]];
  if (at === undefined || next === undefined) return at?.truePositive ?? 1;
  const along = (share - at.falsePositive) / (next.falsePositive - at.falsePositive);
  return at.truePositive + along * (next.truePositive - at.truePositive);
}

const quantiles = Array.from({ length: 40 }, (_, index) => normalQuantile((index + 0.5) / 40));

/** Where the threshold may truly lie, as shares of the healthy above it, each as likely as the next. */
function placesNear(share: number, n: number): readonly number[] {
  const centre = Math.asin(Math.sqrt(share));
  return quantiles.map((z) => {
    const angle = Math.min(Math.PI / 2, Math.max(0, centre + z / (2 * Math.sqrt(n))));
    const root = Math.sin(angle);
    return root * root;
  });
}

/** Of the variance of one diseased case's result, the share that lies between thresholds. */
function shareBetween(sensitivities: readonly number[]): number {
  const centre = sensitivities.reduce((sum, each) => sum + each, 0) / sensitivities.length;
  const between =
    sensitivities.reduce((sum, each) => sum + (each - centre) * (each - centre), 0) / sensitivities.length;
  return between === 0 ? 0 : between / (centre * (1 - centre));
}
