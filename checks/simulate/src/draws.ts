import { normalDensity, normalQuantile } from '@daero/statistics/distributions/normal';
import type { RandomStream } from '@daero/statistics/resampling/random-stream';

export const normal = ({ uniform }: RandomStream, mean = 0, sd = 1): number =>
  mean + sd * normalQuantile(uniform());

export const normals = (random: RandomStream, n: number, mean = 0, sd = 1): Float64Array =>
  Float64Array.from({ length: n }, () => normal(random, mean, sd));

export const happens = ({ uniform }: RandomStream, probability: number): boolean => uniform() < probability;

export function binomial(random: RandomStream, trials: number, probability: number): number {
  let events = 0;
  for (let i = 0; i < trials; i += 1) if (happens(random, probability)) events += 1;
  return events;
}

/** A category by its probability; the last takes what rounding leaves. */
export function category({ uniform }: RandomStream, probabilities: readonly number[]): number {
  let left = uniform();
  for (const [at, probability] of probabilities.entries()) {
    left -= probability;
    if (left < 0) return at;
  }
  return probabilities.length - 1;
}

export function multinomial(random: RandomStream, n: number, probabilities: readonly number[]): number[] {
  const counts = probabilities.map(() => 0);
  for (let i = 0; i < n; i += 1) {
    const at = category(random, probabilities);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Knuth's product of uniforms: for small means. */
export function poisson({ uniform }: RandomStream, mean: number): number {
  const least = Math.exp(-mean);
  let [count, product] = [0, uniform()];
  while (product > least) [count, product] = [count + 1, product * uniform()];
  return count;
}

export const exponential = ({ uniform }: RandomStream, rate: number): number => -Math.log(uniform()) / rate;

/** The mean of a function of a normal number, by the trapezoid rule: exact to rounding for smooth functions. */
export function normalMean(of: (x: number) => number, mean = 0, sd = 1): number {
  const [reach, steps] = [9, 3600];
  const width = (2 * reach) / steps;
  let total = 0;
  for (let i = 0; i <= steps; i += 1) {
    const z = -reach + i * width;
    total += of(mean + sd * z) * normalDensity(z) * width;
  }
  return total;
}

/** The integral of a function from a point on upwards under the normal density, by the midpoint rule. */
export function normalMeanAbove(from: number, of: (x: number) => number, mean = 0, sd = 1): number {
  const [reach, steps] = [9, 20_000];
  const start = Math.max(-reach, (from - mean) / sd);
  const width = (reach - start) / steps;
  let total = 0;
  for (let i = 0; i < steps; i += 1) {
    const z = start + (i + 0.5) * width;
    total += of(mean + sd * z) * normalDensity(z) * width;
  }
  return total;
}
