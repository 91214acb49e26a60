/** Uniform on [0, 1). */
export type Random = () => number;

/** A sum of twelve uniforms (Irwin-Hall) in place of a normal deviate: exact arithmetic alone decides what comes out. */
export function normal(random: Random): number {
  let sum = -6;
  for (let k = 0; k < 12; k++) sum += random();
  return sum;
}

export const between = (low: number, high: number, x: number): number => Math.min(high, Math.max(low, x));
