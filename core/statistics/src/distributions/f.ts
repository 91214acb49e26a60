import betainc from '@stdlib/math-base-special-betainc';
import { chiSquareUpper } from './chi-square.ts';

/** P(X > x) of an F variable: the p-value of an F test. Infinite error degrees of freedom mean chi-square over its own. */
export function fUpper(x: number, df1: number, df2: number): number {
  if (!(df1 > 0 && df2 > 0)) throw new RangeError(`degrees of freedom are above 0, got ${df1} and ${df2}`);
  if (x <= 0) return 1;
  if (df2 === Infinity) return chiSquareUpper(x * df1, df1);
  return oneTail(x, df1, df2, 'upper');
}

/** P(X <= x) of an F variable. */
export function fCdf(x: number, df1: number, df2: number): number {
  if (!(df1 > 0 && df2 > 0)) throw new RangeError(`degrees of freedom are above 0, got ${df1} and ${df2}`);
  if (x <= 0) return 0;
  if (df2 === Infinity) return 1 - chiSquareUpper(x * df1, df1);
  return oneTail(x, df1, df2, 'lower');
}

/** By the incomplete beta function at whichever of its two arguments is small: the other has lost its digits near 1. */
function oneTail(x: number, df1: number, df2: number, tail: 'lower' | 'upper'): number {
  return df1 * x < df2
    ? betainc((df1 * x) / (df2 + df1 * x), df1 / 2, df2 / 2, true, tail === 'upper')
    : betainc(df2 / (df2 + df1 * x), df2 / 2, df1 / 2, true, tail === 'lower');
}
