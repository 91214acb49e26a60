/**
 * Rounds half up (towards plus infinity) at a decimal place and gives the count of steps there: 36.05 at one decimal is 361.
 *
 * A chart says 36.05, the machine holds 36.0499999999999971578: whether that is a half is decided on the decimal text
 * (the shortest that reads back as the same number, ECMAScript `String`), never on the binary product. The product decides
 * alone only where it lies so far from a half that its error (below 1e-9 for every number that is a measurement) cannot matter.
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (decimals === 0) return halfUp(value);
  const product = value * (powersOfTen[decimals] ?? NaN);
  const rest = product - Math.floor(product);
  const clear = Math.abs(product) < 1e6 && Math.abs(rest - 0.5) > 1e-9;
  return clear ? halfUp(product) : halfUp(shiftPoint(value, decimals));
}

const powersOfTen = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/** The difference is exact, where adding one half would itself round: 0.49999999999999994 stays 0. */
function halfUp(value: number): number {
  const floor = Math.floor(value);
  return value - floor >= 0.5 ? floor + 1 : floor;
}

/** Moves the decimal point in the text; reading a text rounds once, correctly, and a half is exact in binary. */
function shiftPoint(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
