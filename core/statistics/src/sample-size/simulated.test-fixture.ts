import { normalQuantile } from '../distributions/normal.ts';
import { randomStream, type RandomStream } from '../resampling/random-stream.ts';

/** Draws from a seeded stream, one a repetition: the same numbers on every machine. */
export type Drawn = RandomStream & {
  readonly normal: () => number;
  readonly count: (n: number, p: number) => number;
};

const drawn = (seed: number, index: number): Drawn => {
  const stream = randomStream(seed, index);
  return {
    ...stream,
    normal: () => normalQuantile(stream.uniform()),
    count: (n, p) => {
      let events = 0;
      for (let k = 0; k < n; k += 1) events += stream.uniform() < p ? 1 : 0;
      return events;
    },
  };
};

/** How often it comes out true. */
export function shareOf(seed: number, repetitions: number, once: (draw: Drawn) => boolean): number {
  let yes = 0;
  for (let index = 0; index < repetitions; index += 1) yes += once(drawn(seed, index)) ? 1 : 0;
  return yes / repetitions;
}

/** Mean and standard deviation of what comes out. */
export function spreadOf(
  seed: number,
  repetitions: number,
  once: (draw: Drawn) => number,
): { readonly mean: number; readonly deviation: number } {
  let [sum, squares] = [0, 0];
  for (let index = 0; index < repetitions; index += 1) {
    const x = once(drawn(seed, index));
    sum += x;
    squares += x * x;
  }
  const mean = sum / repetitions;
  return { mean, deviation: Math.sqrt((squares - sum * mean) / (repetitions - 1)) };
}

/** Four Monte-Carlo standard errors of a share, and as much again as an asymptotic formula may be off. */
export const within = (share: number, repetitions: number, formula = 0): number =>
  4 * Math.sqrt((share * (1 - share)) / repetitions) + formula;
