import { fail, succeed, type Result } from '@daero/domain/result';
import { normalTwoSided } from '../distributions/normal.ts';
import { mean, sum, variance } from '../summary/moments.ts';
import { countRatings, type Ratings } from './ratings.ts';

export type TestedKappa = { readonly kappa: number; readonly z: number; readonly p: number };

export type FleissKappa = TestedKappa & {
  /** Conger's, which keeps the raters apart in the agreement by chance; with two raters it is Cohen's. */
  readonly conger: number;
  readonly byCategory: readonly TestedKappa[];
};

export type FleissFault =
  | { readonly kind: 'too-few-raters'; readonly raters: number }
  | { readonly kind: 'rating-missing'; readonly rater: number; readonly subject: number }
  | { readonly kind: 'agreement-undefined'; readonly subjects: number };

/**
 * Agreement of several raters beyond chance, on named categories.
 *
 * Fleiss's takes the raters as exchangeable, Conger's as these very ones. The tests use the variance under no agreement.
 *
 * Takes    ratings: a column a rater, positions of categories, none missing; the number of categories
 * Gives    kappa with its test, Conger's kappa, and kappa of each category against the rest (NaN for one never used)
 * Fails    too-few-raters below 2; rating-missing; agreement-undefined where all used one category
 * Cost     O(n r + n q)
 * Source   Fleiss (1971), Psychological Bulletin 76, 378-382; Fleiss, Nee and Landis (1979), ibid. 86, 974-977; Conger (1980), ibid. 88, 322-328
 * Checked  reference cases of the method kappa
 */
export function fleissKappa(ratings: Ratings): Result<FleissKappa, FleissFault> {
  const counted = countRatings(ratings);
  if (!counted.ok) return counted;
  const counts = counted.value; // a row a subject, a column a category
  const [n, r] = [counts.length, ratings.raters.length];
  const categories = Array.from({ length: ratings.categories }, (_each, category) => category);
  const used = categories.map((j) => sum(counts.map((row) => row[j] ?? NaN)) / (n * r));
  const observed = mean(counts.map((row) => (sum(row.map((count) => count * count)) - r) / (r * (r - 1))));
  const chance = sum(used.map((p) => p * p));
  if (!(n > 0) || chance === 1) return fail({ kind: 'agreement-undefined', subjects: n });

  const spread = sum(used.map((p) => p * (1 - p)));
  const skew = sum(used.map((p) => p * (1 - p) * (1 - 2 * p)));
  const nullVariance = (2 / (spread * spread * n * r * (r - 1))) * (spread * spread - skew);
  // The share of each category, rater by rater: how it varies is what Conger takes off the agreement by chance.
  const between = sum(
    categories.map((j) =>
      variance(
        ratings.raters.map((column) => Array.from(column).filter((rating) => rating === j).length / n),
      ),
    ),
  );
  const chanceOfThese = chance - between / r;
  return succeed({
    ...tested((observed - chance) / (1 - chance), nullVariance),
    conger: (observed - chanceOfThese) / (1 - chanceOfThese),
    byCategory: used.map((p, j) => {
      const mixed = sum(counts.map((row) => (row[j] ?? NaN) * (r - (row[j] ?? NaN))));
      return tested(1 - mixed / (n * r * (r - 1) * p * (1 - p)), 2 / (n * r * (r - 1)));
    }),
  });
}

function tested(kappa: number, nullVariance: number): TestedKappa {
  const z = kappa / Math.sqrt(nullVariance);
  return { kappa, z, p: normalTwoSided(z) };
}
