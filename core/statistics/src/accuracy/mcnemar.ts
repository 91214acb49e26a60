import { binomialAtMost, binomialMass } from '../distributions/binomial.ts';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import type { PairedCounts } from './paired-counts.ts';

export type McNemar = {
  readonly asymptotic: { readonly chi2: number; readonly p: number };
  readonly corrected: { readonly chi2: number; readonly p: number };
  readonly exactP: number;
  readonly midP: number;
};

/**
 * Do two tests of the same people call equally many positive?
 *
 * Only the people on whom they differ speak. With fewer than some 25 of them take the mid-p value (or the exact one, which is
 * conservative); the correction of Edwards makes the asymptotic test as conservative as the exact one and is here for old
 * reports. Where the tests never differ every p is 1.
 *
 * Takes    counts of the people of one truth
 * Gives    chi-square with 1 degree of freedom, without and with correction; exact and mid-p, all two-sided
 * Fails    never
 * Cost     O(1)
 * Source   McNemar (1947), Psychometrika 12, 153-157; Edwards (1948); Fagerland, Lydersen and Laake (2013), BMC Med Res Methodol 13, 91
 * Checked  reference cases of the method paired-binary
 */
export function mcnemar({ onlyFirst, onlySecond }: PairedCounts): McNemar {
  const [differ, gap] = [onlyFirst + onlySecond, Math.abs(onlyFirst - onlySecond)];
  const test = (distance: number): { readonly chi2: number; readonly p: number } => {
    const chi2 = differ === 0 ? 0 : (distance * distance) / differ;
    return { chi2, p: chiSquareUpper(chi2, 1) };
  };
  const fewer = Math.min(onlyFirst, onlySecond);
  const tail = binomialAtMost(fewer, differ, 0.5);
  return {
    asymptotic: test(gap),
    corrected: test(Math.max(0, gap - 1)),
    exactP: Math.min(1, 2 * tail),
    midP: differ === 0 ? 1 : Math.min(1, 2 * tail - binomialMass(fewer, differ, 0.5)),
  };
}
