import { fail, succeed, type Result } from '@daero/domain/result';
import type { SizeCurveShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import { unreachable } from '@daero/domain/unreachable';
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

/**
 * Who reads what, in both modalities unless it says otherwise: every reader all cases; every reader all cases in two sessions
 * whose order takes turns between readers; blocks of readers, each with its own share of the cases; a share for every reader;
 * or half of the cases in each modality.
 */
export type PlannedDesign =
  | { readonly kind: 'crossed' | 'crossover' | 'cases-nested-in-readers' | 'cases-nested-in-modalities' }
  | { readonly kind: 'split-plot'; readonly blocks: number };

export type PlannedStudy = {
  readonly readers: number;
  /** Of the whole study, whoever reads them. */
  readonly cases: number;
  /** Crossed when left out. */
  readonly design?: PlannedDesign;
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
 * The power of a reader study with two modalities.
 *
 * More readers help against readers, more cases against cases: neither makes up for the other. Readers of different blocks share
 * no case, so their covariance is 0 and counts in the average over pairs of readers. Components below 0 count as 0.
 *
 * Takes    the spread, and the study planned: readers, cases, design, difference, to whom it generalises, alpha
 * Gives    power, noncentrality, error degrees of freedom and the critical F
 * Fails    never; throws where random readers do not outnumber the terms (2 readers; 3 in a crossover), or blocks do not divide the readers
 * Cost     O(sqrt(noncentrality))
 * Source   Hillis, Obuchowski and Berbaum (2011), Academic Radiology 18, 129-142; nested and split-plot: Hillis (2014), Statistics in Medicine 33, 330-360; Obuchowski, Gallas and Hillis (2012), Academic Radiology 19, 1508-1517
 * Checked  reference case of the method mrmc-sample-size; other designs against their covariance matrix written out, in reader-study-power.test.ts
 */
export function readerStudyPower(spread: PlannedSpread, study: PlannedStudy): StudyPower {
  const { readers: r, difference, to, alpha, design = { kind: 'crossed' } } = study;
  const readerDf = r - (design.kind === 'crossover' ? 2 : 1);
  if (readerDf < 1 && to !== 'cases')
    throw new RangeError(`readers who vary are more than the terms of the ${design.kind} design, got ${r}`);
  const { within, gap } = casesIn(spread, study, design);
  const interaction = Math.max(spread.interaction, 0);
  // Expected mean square of readers by modalities, and the whole denominator of the test.
  const reader = interaction + within - gap;
  const whole = reader + r * gap;
  const denominators: Readonly<Record<Generalises, readonly [number, number]>> = {
    'readers-and-cases': [whole, (whole * whole * readerDf) / (reader * reader)],
    cases: [within + (r - 1) * gap, Infinity],
    readers: [reader, readerDf],
  };
  const [denominator, df2] = denominators[to];
  const noncentrality = (r * difference * difference) / 2 / denominator;
  const critical = df2 === Infinity ? chiSquareQuantile(1 - alpha, 1) : fQuantile(1 - alpha, 1, df2);
  return { power: noncentralF(critical, [1, df2], noncentrality), noncentrality, df2, critical };
}

/** Error - Cov1, and Cov2 - Cov3 averaged over all pairs of readers, at the number of cases that one cell holds. */
function casesIn(
  { error, cov1, cov2, cov3, cases }: PlannedSpread,
  { readers: r, cases: planned }: PlannedStudy,
  design: PlannedDesign,
): { readonly within: number; readonly gap: number } {
  const shrink = cases / planned;
  const inBlocks = (blocks: number): { readonly within: number; readonly gap: number } => {
    if (r % blocks !== 0) throw new RangeError(`${blocks} blocks do not divide ${r} readers`);
    const pairs = r === 1 ? 0 : (r / blocks - 1) / (r - 1);
    return {
      within: (error - cov1) * shrink * blocks,
      gap: Math.max(cov2 - cov3, 0) * shrink * blocks * pairs,
    };
  };
  switch (design.kind) {
    case 'crossed':
    case 'crossover':
      return inBlocks(1);
    case 'split-plot':
      return inBlocks(design.blocks);
    case 'cases-nested-in-readers':
      return inBlocks(r);
    case 'cases-nested-in-modalities':
      return { within: error * shrink * 2, gap: r === 1 ? 0 : Math.max(cov2, 0) * shrink * 2 };
    default:
      return unreachable(design);
  }
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

/** Power against cases, a curve for each number of readers: from a quarter to twice of `about`, on the same cases for all. */
export function powerCurves(
  spread: PlannedSpread,
  study: Omit<PlannedStudy, 'cases' | 'readers'>,
  { readers, about }: { readonly readers: readonly number[]; readonly about: number },
): SizeCurveShape['curves'] {
  const cases = [
    ...new Set(Array.from({ length: 29 }, (_each, k) => Math.max(4, Math.round(about * (0.25 + k / 16))))),
  ];
  return readers.map((r) => ({
    label: readerWords(r),
    points: cases.map((x) => ({ x, y: readerStudyPower(spread, { ...study, readers: r, cases: x }).power })),
  }));
}

const readerWords = (readers: number): Text => ({ ko: `판독자 ${readers}명`, en: `${readers} readers` });
