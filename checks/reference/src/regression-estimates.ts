import type { Rule } from './compare.ts';

/** How far two regressions of the same draws may lie apart, as a share of the value of perfect information. */
const shares: Readonly<Record<string, number>> = { gam: 0.03, earth: 0.05 };

/**
 * Rules for values of partial information, which a package estimates by a regression of its own: every block of the expected values that
 * holds `evpi` and a list `evppi` is compared within these shares of that `evpi`. They go before the rules of the case, which would
 * leave such blocks out.
 */
export function regressionRules(expected: unknown): readonly Rule[] {
  const blocks = blocksOf(expected, []);
  const around = [...new Set(blocks.map(({ path: [first = ''] }) => first))];
  return [
    ...blocks.flatMap(({ path, perfect }) =>
      Object.entries(shares).map(([method, share]) => ({
        path: [...path, 'evppi', '*', method].join('.'),
        abs: share * perfect,
      })),
    ),
    ...around.map((path) => ({ path })), // all else in them is compared as the case says
  ];
}

type Block = { readonly path: readonly string[]; readonly perfect: number };

function blocksOf(expected: unknown, path: readonly string[]): readonly Block[] {
  if (typeof expected !== 'object' || expected === null) return [];
  const perfect: unknown = Reflect.get(expected, 'evpi');
  const own =
    typeof perfect === 'number' && Array.isArray(Reflect.get(expected, 'evppi')) ? [{ path, perfect }] : [];
  return [...own, ...Object.entries(expected).flatMap(([key, value]) => blocksOf(value, [...path, key]))];
}
