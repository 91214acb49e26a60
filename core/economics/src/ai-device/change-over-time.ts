import { logistic, logit } from '@daero/statistics/summary/interval';

/** Readers come to their full gain with use: after `usesToHalf` uses half of the way is gone. */
export type LearningCurve = {
  /** The share of the full gain at the first use. */
  readonly initialShare: number;
  readonly usesToHalf: number;
};

/**
 * The share of a device's full gain that readers reach, on average over a stretch of uses.
 *
 * How much of the study's effect is there in the first year? Studies have trained readers; wards do not.
 *
 * Takes    curve; from and to: uses a reader has behind them at the start and end of the stretch
 * Gives    the mean share, from `initialShare` towards 1
 * Fails    never; where from equals to it is the share there
 * Cost     O(1)
 * Source   Ramsay et al. (2001), Health Technology Assessment 5 (12): exponential learning curves
 * Checked  ai-device/ai-device.test.ts: against the mean over single uses
 */
export function learnedShare({ initialShare, usesToHalf }: LearningCurve, from: number, to: number): number {
  const pace = Math.LN2 / usesToHalf;
  const missing =
    to === from
      ? Math.exp(-pace * from)
      : (Math.exp(-pace * from) * -Math.expm1(-pace * (to - from))) / (pace * (to - from));
  return 1 - (1 - initialShare) * missing;
}

/** A version ages: its logit falls by so much a year, until an update sets it back to where it began (and the next one again). */
export type VersionDrift = {
  readonly logitsPerYear: number;
  /** Null where it is never updated. */
  readonly yearsBetweenUpdates: number | null;
};

/** An accuracy after some years of drift. */
export function driftedAccuracy(
  accuracy: number,
  { logitsPerYear, yearsBetweenUpdates }: VersionDrift,
  years: number,
): number {
  const since =
    yearsBetweenUpdates === null
      ? years
      : years - Math.floor(years / yearsBetweenUpdates) * yearsBetweenUpdates;
  return logistic(logit(accuracy) - logitsPerYear * since);
}

/**
 * The mean of an accuracy that drifts, over the first years of use.
 *
 * Takes    accuracy in (0, 1) at release; drift; years above 0
 * Gives    the mean over these years
 * Fails    never
 * Cost     O(years / years between updates)
 * Source   the integral of the logistic function, ln(1 + exp x); drift of deployed devices: Finlayson et al. (2021), N Engl J Med 385, 283-286
 * Checked  ai-device/ai-device.test.ts: against the mean over days
 */
export function meanDriftedAccuracy(accuracy: number, drift: VersionDrift, years: number): number {
  const { logitsPerYear, yearsBetweenUpdates } = drift;
  if (logitsPerYear === 0) return accuracy;
  const start = logit(accuracy);
  const softPlus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  const area = (length: number): number =>
    (softPlus(start) - softPlus(start - logitsPerYear * length)) / logitsPerYear;
  if (yearsBetweenUpdates === null) return area(years) / years;
  const whole = Math.floor(years / yearsBetweenUpdates);
  return (whole * area(yearsBetweenUpdates) + area(years - whole * yearsBetweenUpdates)) / years;
}
