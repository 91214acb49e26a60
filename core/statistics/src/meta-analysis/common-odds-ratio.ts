import { sum } from '../summary/moments.ts';
import type { Cells } from './table-effects.ts';

export type CommonOddsRatio = {
  readonly logOddsRatio: number;
  readonly standardError: number;
};

/**
 * One odds ratio from several two-by-two tables, by Mantel and Haenszel.
 *
 * The tables (sites, strata) are taken to share one odds ratio. Empty cells need no correction.
 *
 * Takes    tables with at least one informative among them
 * Gives    the log odds ratio, its standard error, and the Mantel-Haenszel chi-square with their continuity correction
 * Fails    never; without informative tables the values are not finite
 * Cost     O(k)
 * Source   Mantel and Haenszel (1959), J Natl Cancer Inst 22, 719-748; Robins, Breslow and Greenland (1986), Biometrics 42, 311-323
 * Checked  reference case of the method meta-analysis with Mantel-Haenszel
 */
export function mantelHaenszel(tables: readonly Cells[]): CommonOddsRatio & { readonly chi2: number } {
  const total = (term: (cells: Sized) => number): number => sum(tables.map((cells) => term(sized(cells))));
  const r = total(({ a, d, n }) => (a * d) / n);
  const s = total(({ b, c, n }) => (b * c) / n);
  const variance =
    total(({ a, d, n }) => (((a + d) / n) * (a * d)) / n) / (2 * r * r) +
    total(({ a, b, c, d, n }) => (((a + d) / n) * (b * c)) / n + (((b + c) / n) * (a * d)) / n) /
      (2 * r * s) +
    total(({ b, c, n }) => (((b + c) / n) * (b * c)) / n) / (2 * s * s);
  const gap = Math.max(0, Math.abs(total((cells) => cells.a - expected(cells))) - 0.5);
  const spread = total(hypergeometricVariance);
  return { logOddsRatio: Math.log(r / s), standardError: Math.sqrt(variance), chi2: (gap * gap) / spread };
}

/**
 * One odds ratio from several two-by-two tables, by Peto.
 *
 * Good for rare events and groups of like size; biased where the groups differ much in size or the effect is large.
 *
 * Takes    tables with at least one informative among them
 * Gives    the log odds ratio and its standard error
 * Fails    never; without informative tables the values are not finite
 * Cost     O(k)
 * Source   Yusuf, Peto, Lewis, Collins and Sleight (1985), Prog Cardiovasc Dis 27, 335-371
 * Checked  reference case of the method meta-analysis with Peto
 */
export function petoOddsRatio(tables: readonly Cells[]): CommonOddsRatio {
  const spread = sum(tables.map((cells) => hypergeometricVariance(sized(cells))));
  const gap = sum(tables.map(sized).map((cells) => cells.a - expected(cells)));
  return { logOddsRatio: gap / spread, standardError: Math.sqrt(1 / spread) };
}

type Sized = {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n: number;
};

const sized = ({ events1: a, rest1: b, events2: c, rest2: d }: Cells): Sized => ({
  a,
  b,
  c,
  d,
  n: a + b + c + d,
});

const expected = ({ a, b, c, n }: Sized): number => ((a + b) * (a + c)) / n;

const hypergeometricVariance = ({ a, b, c, d, n }: Sized): number =>
  ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
