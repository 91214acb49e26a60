/** Two limits on one scale, low first. */
export type Limits = { readonly low: number; readonly high: number };

/** Estimate and standard error to limits, `reach` standard errors to each side. */
export const around = (value: number, standardError: number, reach: number): Limits => ({
  low: value - reach * standardError,
  high: value + reach * standardError,
});

export const clip = ({ low, high }: Limits, least: number, most: number): Limits => ({
  low: Math.min(Math.max(low, least), most),
  high: Math.min(Math.max(high, least), most),
});

/** Limits taken on another scale and brought back. An increasing map keeps them in order, a decreasing one turns them. */
export function mapLimits({ low, high }: Limits, map: (x: number) => number): Limits {
  const [a, b] = [map(low), map(high)];
  return a <= b ? { low: a, high: b } : { low: b, high: a };
}

export const logit = (p: number): number => Math.log(p) - Math.log1p(-p);

/** The inverse of the logit, without overflow on either side. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const odds = Math.exp(x);
  return odds / (1 + odds);
}

/**
 * The limits of a share or an area, taken on the logit scale with the same reach: they stay between 0 and 1 and hold the truth
 * more often where it lies near either. A value of 0 or 1 has no logit, and keeps the limits it has.
 */
export function logitLimits(value: number, standardError: number, { high }: Limits): Limits | null {
  const reach = (high - value) / standardError;
  if (!(value > 0 && value < 1 && standardError > 0 && Number.isFinite(reach))) return null;
  return mapLimits(around(logit(value), standardError / (value * (1 - value)), reach), logistic);
}
