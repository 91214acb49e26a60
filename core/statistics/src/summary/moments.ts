export function sum(x: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < x.length; i += 1) total += x[i] ?? NaN;
  return total;
}

export const mean = (x: ArrayLike<number>): number => sum(x) / x.length;

/** Sum of products of deviations over n - 1. The deviations are taken first: a large mean costs no digits. */
export function covariance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length) throw new RangeError(`columns differ in length: ${x.length} and ${y.length}`);
  const xMean = mean(x);
  const yMean = x === y ? xMean : mean(y);
  let total = 0;
  for (let i = 0; i < x.length; i += 1) total += ((x[i] ?? NaN) - xMean) * ((y[i] ?? NaN) - yMean);
  return total / (x.length - 1);
}

export const variance = (x: ArrayLike<number>): number => covariance(x, x);
