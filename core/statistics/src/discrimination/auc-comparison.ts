import { fail, succeed, type Result } from '@daero/domain/result';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { studentTwoSided } from '../distributions/student-t.ts';
import { inverse, timesVector, type Matrix } from '../regression/cholesky.ts';
import { covariance, mean } from '../summary/moments.ts';
import type { AucEstimate, AucFault } from './auc-delong.ts';
import { placements, type Placements } from './placements.ts';

/** AUCs of several scores on the same cases, and their covariance. */
export type PairedAucs = { readonly aucs: readonly number[]; readonly covariance: Matrix };

/**
 * AUCs of several scores measured on the same people, with their DeLong covariance.
 *
 * Two scores of one person go together, so their AUCs do: the covariance is what makes a paired comparison sharper.
 *
 * Takes    for each score the diseased and the healthy, in one order of people, without missing values
 * Gives    the AUCs and their covariance, in the order of the scores
 * Fails    too-few-cases when a group has fewer than 2; score-missing
 * Cost     O(s (m + n) log(m + n) + s^2 (m + n)) for s scores
 * Source   DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845, equations 3 to 6
 * Checked  reference cases of the methods auc-comparison and performance
 */
export function pairedAucs(
  scores: readonly { readonly diseased: ArrayLike<number>; readonly healthy: ArrayLike<number> }[],
): Result<PairedAucs, AucFault> {
  const placed: Placements[] = [];
  for (const { diseased, healthy } of scores) {
    if (diseased.length < 2 || healthy.length < 2) {
      return fail({ kind: 'too-few-cases', diseased: diseased.length, healthy: healthy.length });
    }
    const found = placements(diseased, healthy);
    if (!found.ok) return found;
    placed.push(found.value);
  }
  const lower = placed.map((a, i) =>
    placed
      .slice(0, i + 1)
      .map(
        (b) =>
          covariance(a.aboveHealthy, b.aboveHealthy) / a.aboveHealthy.length +
          covariance(a.belowDiseased, b.belowDiseased) / a.belowDiseased.length,
      ),
  );
  return succeed({
    aucs: placed.map(({ aboveHealthy }) => mean(aboveHealthy)),
    covariance: placed.map((_a, i) => placed.map((_b, j) => lower[Math.max(i, j)]?.[Math.min(i, j)] ?? NaN)),
  });
}

export type AucDifference = {
  readonly difference: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
};

/** First minus second of two scores on the same people; z is NaN where both always rank alike. */
export function pairedDifference(
  { aucs, covariance: s }: PairedAucs,
  first: number,
  second: number,
): AucDifference {
  const difference = (aucs[first] ?? NaN) - (aucs[second] ?? NaN);
  const at = (i: number, j: number): number => s[i]?.[j] ?? NaN;
  const standardError = Math.sqrt(at(first, first) + at(second, second) - 2 * at(first, second));
  const z = difference / standardError;
  return { difference, standardError, z, p: normalTwoSided(z) };
}

/**
 * Do two independent groups of people have one AUC?
 *
 * Takes    the AUC estimates of both
 * Gives    first minus second, t with Satterthwaite's degrees of freedom, and the two-sided p
 * Fails    never
 * Cost     O(1)
 * Source   Welch (1947), Biometrika 34, 28-35, on DeLong variances, n all people of a curve, as in pROC
 * Checked  reference cases of the methods auc-unpaired and auc-comparison
 */
export function unpairedDifference(
  first: AucEstimate,
  second: AucEstimate,
): { readonly t: number; readonly df: number; readonly p: number } {
  const [v, w] = [first.standardError * first.standardError, second.standardError * second.standardError];
  const [n, k] = [first.diseased + first.healthy, second.diseased + second.healthy];
  const t = (first.auc - second.auc) / Math.sqrt(v + w);
  const df = ((v + w) * (v + w)) / ((v * v) / (n - 1) + (w * w) / (k - 1));
  return { t, df, p: studentTwoSided(t, df) };
}

/** Are these contrasts of the AUCs all 0? Chi-square with one degree of freedom a row; null where the rows depend on one another. */
export function contrastTest(
  { aucs, covariance: s }: PairedAucs,
  contrast: Matrix,
): { readonly chi2: number; readonly df: number; readonly p: number } | null {
  const gaps = timesVector(contrast, aucs);
  const inverted = inverse(
    contrast.map((row) => {
      const weighted = timesVector(s, row);
      return contrast.map((other) => other.reduce((sum, cell, j) => sum + cell * (weighted[j] ?? NaN), 0));
    }),
  );
  if (inverted === null) return null;
  const chi2 = timesVector(inverted, gaps).reduce((sum, value, j) => sum + value * (gaps[j] ?? NaN), 0);
  return { chi2, df: gaps.length, p: chiSquareUpper(chi2, gaps.length) };
}
