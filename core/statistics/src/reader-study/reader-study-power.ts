import { fail, succeed, type Result } from '@daero/domain/result';
import { chiSquareQuantile } from '../distributions/chi-square.ts';
import { fQuantile } from '../distributions/f-quantile.ts';
import { noncentralF } from '../distributions/noncentral-f.ts';
import type { Generalises } from './obuchowski-rockette.ts';
import type { CaseComponents, VarianceComponents } from './variance-components.ts';

/** What a pilot, or a published study, says of the spread. Two modalities are planned. */
export type PlannedSpread = CaseComponents & {
  /** Of readers by modalities. */
  readonly interaction: number;
  /** How many cases the covariances of cases come from; they shrink in proportion. */
  readonly cases: number;
};

export type PlannedStudy = {
  readonly readers: number;
  readonly cases: number;
  /** The difference of two modalities that the study should find. */
  readonly difference: number;
  readonly to: Generalises;
  /** Two-sided. */
  readonly alpha: number;
};

export type StudyPower = {
  readonly power: number;
  readonly noncentrality: number;
  readonly df2: number;
  /** F beyond which the test rejects. */
  readonly critical: number;
};

export const spreadOf = (
  { cases, interaction }: VarianceComponents,
  numberOfCases: number,
): PlannedSpread | null =>
  cases === null || interaction === null ? null : { ...cases, interaction, cases: numberOfCases };

/**
 * The power of a reader study with two modalities, every reader reading every case in both.
 *
 * More readers help against readers, more cases against cases: neither makes up for the other. Components below 0 count as 0.
 *
 * Takes    the spread, and the study planned: readers, cases, difference, to whom it generalises, alpha
 * Gives    power, noncentrality, error degrees of freedom and the critical F
 * Fails    never; throws with fewer than 2 readers where readers vary
 * Cost     O(sqrt(noncentrality))
 * Source   Hillis, Obuchowski and Berbaum (2011), Academic Radiology 18, 129-142
 * Checked  reference case of the method mrmc-sample-size
 */
export function readerStudyPower(spread: PlannedSpread, study: PlannedStudy): StudyPower {
  const { readers: r, difference, to, alpha } = study;
  if (r < 2 && to !== 'cases') throw new RangeError(`readers who vary are at least 2, got ${r}`);
  const shrink = spread.cases / study.cases;
  const interaction = Math.max(spread.interaction, 0);
  const gap = Math.max(spread.cov2 - spread.cov3, 0);
  const within = spread.error - spread.cov1;
  // Expected mean square of readers by modalities, and the whole denominator of the test.
  const reader = interaction + (within - gap) * shrink;
  const whole = interaction + (within + (r - 1) * gap) * shrink;
  const denominators: Readonly<Record<Generalises, readonly [number, number]>> = {
    'readers-and-cases': [whole, (whole * whole * (r - 1)) / (reader * reader)],
    cases: [(within + (r - 1) * gap) * shrink, Infinity],
    readers: [reader, r - 1],
  };
  const [denominator, df2] = denominators[to];
  const noncentrality = (r * difference * difference) / 2 / denominator;
  const critical = df2 === Infinity ? chiSquareQuantile(1 - alpha, 1) : fQuantile(1 - alpha, 1, df2);
  return { power: noncentralF(critical, [1, df2], noncentrality), noncentrality, df2, critical };
}

export type PowerFault = {
  readonly kind: 'power-out-of-reach';
  readonly power: number;
  readonly cases: number;
  readonly readers: number;
};

/**
 * The smallest number of cases that reaches a power; a fault where even `most` cases do not, which more readers may mend.
 * Near its ceiling power may fall a little with further cases, as degrees of freedom do, so the search climbs from below.
 */
export function casesForPower(
  spread: PlannedSpread,
  study: Omit<PlannedStudy, 'cases'>,
  { power, most = 100_000 }: { readonly power: number; readonly most?: number },
): Result<{ readonly cases: number } & StudyPower, PowerFault> {
  const at = (cases: number): StudyPower => readerStudyPower(spread, { ...study, cases });
  let [low, high] = [1, 2];
  while (at(high).power < power) {
    if (high === most) {
      return fail({ kind: 'power-out-of-reach', power: at(most).power, cases: most, readers: study.readers });
    }
    [low, high] = [high, Math.min(most, Math.ceil(high * 1.25))];
  }
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (at(middle).power < power) low = middle;
    else high = middle;
  }
  return succeed({ cases: high, ...at(high) });
}
