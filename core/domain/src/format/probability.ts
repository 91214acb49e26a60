import { formatCount, formatNumber } from './number.ts';

/** p = 0.031, p < 0.001; never 0.000 and never 1.000. */
export function formatP(p: number): string {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a p value lies in [0, 1], got ${p}`);
  if (p < 0.001) return 'p < 0.001';
  if (p > 0.999) return 'p > 0.999';
  return `p = ${formatNumber(p, 3)}`;
}

/** 83.4% (1,207/1,447): a share never goes without its denominator; below 100 it has no decimals. */
export const formatShare = (part: number, of: number): string =>
  `${formatPercent(part, of)} (${formatCount(part)}/${formatCount(of)})`;

/** The percentage alone, for places where both counts stand beside it; few is not none, and nearly all is not all. */
export function formatPercent(part: number, of: number): string {
  if (of === 0) return '—';
  const decimals = of < 100 ? 0 : 1;
  const digits = formatNumber((100 * part) / of, decimals);
  if (part > 0 && !/[1-9]/.test(digits)) return '<0.1%';
  return part < of && digits.startsWith('100') ? '>99.9%' : `${digits}%`;
}

/** A share of draws or of weight, where the denominator is the model's and not people. */
export function formatFraction(share: number): string {
  if (share > 0 && share < 0.0005) return '<0.1%';
  return share < 1 && share > 0.9995 ? '>99.9%' : `${formatNumber(100 * share, 1)}%`;
}
