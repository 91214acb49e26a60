/** A number as printed: digits grouped by thousands, a true minus sign, and no minus before a rounded zero. */
export function formatNumber(x: number, decimals: number): string {
  if (!Number.isFinite(x)) throw new RangeError(`only a finite number can be printed, got ${x}`);
  const digits = Math.abs(x).toFixed(decimals);
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const sign = x < 0 && /[1-9]/.test(digits) ? '−' : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

export const formatCount = (n: number): string => formatNumber(n, 0);

/** Decimals that give a half-width two significant digits; at most three, because more is hardly ever read. */
export function decimalsFor(halfWidth: number, most = 3): number {
  if (!(halfWidth > 0) || !Number.isFinite(halfWidth)) return 3;
  const order = Number(halfWidth.toExponential(1).split('e')[1]); // of the rounded value: 0.0996 counts as 0.10
  return Math.min(most, Math.max(0, 1 - order));
}

/**
 * More decimals where an end that is not zero would be printed as zero and so lose its sign:
 * (−0.04, 2.31), not (0.0, 2.3). Where even three decimals do not help, none are added.
 */
export function decimalsWithSign(low: number, high: number, decimals: number): number {
  const lost = (end: number, at: number): boolean => end !== 0 && Number(Math.abs(end).toFixed(at)) === 0;
  const enough = [0, 1, 2, 3].find((at) => at >= decimals && !lost(low, at) && !lost(high, at));
  return enough ?? decimals;
}

/** Rounded to so many significant digits, as a number. */
export const significant = (x: number, digits: number): number => Number(x.toPrecision(digits));

/** Without the zeros that say nothing: 32.0 becomes 32. */
export const trimZeros = (printed: string): string =>
  printed.includes('.') ? printed.replace(/0+$/, '').replace(/\.$/, '') : printed;
