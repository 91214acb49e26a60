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

/** Decimals that give a half-width two significant digits; at most three, because more is never read. */
export function decimalsFor(halfWidth: number): number {
  if (!(halfWidth > 0) || !Number.isFinite(halfWidth)) return 3;
  const order = Number(halfWidth.toExponential(1).split('e')[1]); // of the rounded value: 0.0996 counts as 0.10
  return Math.min(3, Math.max(0, 1 - order));
}

/** Rounded to so many significant digits, as a number. */
export const significant = (x: number, digits: number): number => Number(x.toPrecision(digits));

/** Without the zeros that say nothing: 32.0 becomes 32. */
export const trimZeros = (printed: string): string =>
  printed.includes('.') ? printed.replace(/0+$/, '').replace(/\.$/, '') : printed;
