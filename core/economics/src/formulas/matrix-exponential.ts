import { type Matrix } from '@daero/statistics/regression/cholesky';

/**
 * exp(Q t): probabilities over a cycle from rates that compete.
 *
 * How likely is each state after a time t, when people may leave by several ways and move on within the cycle? Turning rates into
 * probabilities one by one is wrong there.
 *
 * Takes    generator Q: off-diagonal rates from 0, rows that add up to 0; t from 0
 * Gives    a matrix whose rows add up to 1
 * Fails    throws on a matrix that is not square
 * Cost     O(n^3 (log |Q t| + 13)), n states
 * Source   Al-Mohy and Higham (2009), SIAM J Matrix Anal Appl 31, 970-989 (scaling and squaring); uniformisation keeps every term above 0:
 *          Jensen (1953)
 * Checked  reference/economics/formulas (R package expm)
 */
export function matrixExponential(generator: Matrix, time: number): Matrix {
  const n = generator.length;
  if (generator.some((row) => row.length !== n)) throw new RangeError('a generator is a square matrix');
  const fastest = Math.max(0, ...generator.map((row, i) => -(row[i] ?? 0))) * time;
  if (fastest === 0) return identity(n);
  // Halved until at most one event is expected, then squared back: all numbers are probabilities on the way.
  const halvings = Math.max(0, Math.ceil(Math.log2(fastest)));
  let length = time;
  for (let step = 0; step < halvings; step += 1) length /= 2;
  let result = uniformised(generator, length, fastest * (length / time));
  for (let step = 0; step < halvings; step += 1) result = product(result, result);
  return result;
}

/** A Poisson mixture of powers of the jump chain: terms until their weight is below rounding. */
function uniformised(generator: Matrix, time: number, events: number): Matrix {
  const n = generator.length;
  const jump = generator.map((row, i) => row.map((rate, j) => (i === j ? 1 : 0) + (rate * time) / events));
  let power: Matrix = identity(n);
  let weight = Math.exp(-events);
  let total: Matrix = power.map((row) => row.map((cell) => cell * weight));
  for (let k = 1; k < 60; k += 1) {
    power = product(power, jump);
    weight *= events / k;
    const term = weight;
    total = total.map((row, i) => row.map((cell, j) => cell + term * (power[i]?.[j] ?? NaN)));
    if (k > events && weight < 1e-18) break;
  }
  return total;
}

const identity = (n: number): Matrix =>
  Array.from({ length: n }, (_row, i) => Array.from({ length: n }, (_cell, j) => (i === j ? 1 : 0)));

const product = (left: Matrix, right: Matrix): Matrix =>
  left.map((row) =>
    row.map((_cell, j) => row.reduce((sum, cell, k) => sum + cell * (right[k]?.[j] ?? NaN), 0)),
  );
