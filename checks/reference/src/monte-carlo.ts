import type { Rule } from './compare.ts';

/**
 * Rules for a reference that was itself drawn at random: near enough is then a matter of both Monte-Carlo errors.
 * Every block of the expected values that gives `mcse_quantile` is compared so: the limits within
 * 4 sqrt(mcse_ref^2 + mcse_own^2), the mean within 4 of its own errors, the variance within 5 %.
 */
export function monteCarloRules(
  expected: unknown,
  found: unknown,
  path: readonly string[] = [],
): readonly Rule[] {
  if (typeof expected !== 'object' || expected === null) return [];
  const errors = [expected, found].map((side) => numbersAt(side, 'mcse_quantile'));
  const [theirs, ours] = errors;
  if (theirs === undefined || theirs.length === 0) {
    return Object.entries(expected).flatMap(([key, value]) =>
      monteCarloRules(value, fieldOf(found, key), [...path, key]),
    );
  }
  const at = (...steps: readonly string[]): string => [...path, ...steps].join('.');
  const variance = Number(fieldOf(expected, 'var'));
  const replicates = Number(fieldOf(expected, 'B'));
  return [
    ...theirs.map((error, i) => ({
      path: at('ci95_percentile', String(i)),
      abs: 4 * Math.hypot(error, ours?.[i] ?? 0),
    })),
    { path: at('mean'), abs: 4 * Math.sqrt((2 * variance) / replicates) },
    { path: at('var'), rel: 0.05 },
    { path: at('mcse_quantile'), skip: "the error of the reference's own draws" },
  ];
}

function numbersAt(value: unknown, key: string): readonly number[] {
  const field = fieldOf(value, key);
  return Array.isArray(field) ? field.map(Number) : [];
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const field: unknown = Reflect.get(value, key);
  return field;
}
