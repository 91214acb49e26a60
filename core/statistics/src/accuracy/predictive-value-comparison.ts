import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalReach, normalTwoSided } from '../distributions/normal.ts';
import { around, mapLimits, type Limits } from '../summary/interval.ts';
import { negatives, type PairedCounts, type PairedTests } from './paired-counts.ts';

export type ScoreTest = { readonly chi2: number; readonly p: number };

/** One predictive value of two tests: their shares and the tests that they are equal. */
export type PredictiveComparison = {
  readonly first: number;
  readonly second: number;
  readonly generalised: ScoreTest;
  readonly weighted: ScoreTest;
};

/**
 * Do two tests of the same people have one positive, and one negative, predictive value?
 *
 * The values have different denominators, so McNemar's test does not apply. The weighted statistic keeps its size better where few are positive.
 * Everything is that of this sample and its prevalence.
 *
 * Takes    counts of the diseased and of the healthy
 * Gives    PPV and NPV of both tests, with score tests of 1 degree of freedom; NaN where a test calls nobody so
 * Fails    never
 * Cost     O(1)
 * Source   Leisenring, Alonzo and Pepe (2000), Biometrics 56, 345-351; Kosinski (2013), Statistics in Medicine 32, 964-977 (weighted)
 * Checked  reference cases of the method paired-binary
 */
export function predictiveValueComparison({ diseased, healthy }: PairedTests): {
  readonly ppv: PredictiveComparison;
  readonly npv: PredictiveComparison;
} {
  return {
    ppv: compareShares(diseased, healthy),
    npv: compareShares(negatives(healthy), negatives(diseased)),
  };
}

/** Among those called so: `right` are the people for whom the call is right. */
function compareShares(right: PairedCounts, wrong: PairedCounts): PredictiveComparison {
  const called = (counts: PairedCounts) => ({
    first: counts.both + counts.onlyFirst,
    second: counts.both + counts.onlySecond,
  });
  const [yes, no] = [called(right), called(wrong)];
  const [n1, n2] = [yes.first + no.first, yes.second + no.second];
  const [first, second] = [yes.first / n1, yes.second / n2];
  const pooled = (yes.first + yes.second) / (n1 + n2);
  const ofSecond = n2 / (n1 + n2); // the mean of the indicator of the second test
  const spread = ({ both, onlyFirst, onlySecond }: PairedCounts): number =>
    onlyFirst * ofSecond * ofSecond +
    onlySecond * (1 - ofSecond) * (1 - ofSecond) +
    both * (1 - 2 * ofSecond) * (1 - 2 * ofSecond);
  const score = yes.second * (1 - ofSecond) - yes.first * ofSecond;
  const generalised =
    (score * score) / (spread(right) * (1 - pooled) * (1 - pooled) + spread(wrong) * pooled * pooled);
  const shared = (right.both * (1 - pooled) * (1 - pooled) + wrong.both * pooled * pooled) / (n1 + n2);
  const weighted =
    ((second - first) * (second - first)) / ((pooled * (1 - pooled) - 2 * shared) * (1 / n1 + 1 / n2));
  const test = (chi2: number): ScoreTest => ({ chi2, p: chiSquareUpper(chi2, 1) });
  return { first, second, generalised: test(generalised), weighted: test(weighted) };
}

export type ComparedRatio = {
  readonly ratio: number;
  /** Of the logarithm of the ratio. */
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  readonly limits: Limits;
};

/**
 * Ratios of the predictive values of two tests of the same people, second to first, and their joint covariance.
 *
 * Takes    counts of the diseased and of the healthy; level of two-sided coverage
 * Gives    second/first of PPV and of NPV with log intervals; covariance of the two log ratios
 * Fails    never; not finite where a test is never right
 * Cost     O(1)
 * Source   Moskowitz and Pepe (2006), Clinical Trials 3, 272-279
 * Checked  reference cases of the method paired-binary
 */
export function relativePredictiveValues(
  { diseased, healthy }: PairedTests,
  level: number,
): {
  readonly ppv: ComparedRatio;
  readonly npv: ComparedRatio;
  readonly covariance: readonly [readonly [number, number], readonly [number, number]];
} {
  const people = [...peopleOf(diseased, true), ...peopleOf(healthy, false)];
  const ppv = relativeValue(people, { called: true, rightWhenDiseased: true });
  const npv = relativeValue(people, { called: false, rightWhenDiseased: false });
  const between = (a: readonly number[], b: readonly number[]): number =>
    people.reduce((sum, { count }, i) => sum + count * (a[i] ?? NaN) * (b[i] ?? NaN), 0);
  const covariance = between(ppv.moves, npv.moves);
  const [ppvVariance, npvVariance] = [between(ppv.moves, ppv.moves), between(npv.moves, npv.moves)];
  return {
    ppv: comparedRatio(ppv.ratio, ppvVariance, level),
    npv: comparedRatio(npv.ratio, npvVariance, level),
    covariance: [
      [ppvVariance, covariance],
      [covariance, npvVariance],
    ],
  };
}

/** People of one truth on whom the two tests say the same pair of things. */
type People = {
  readonly count: number;
  readonly diseased: boolean;
  readonly first: boolean;
  readonly second: boolean;
};

const peopleOf = (
  { both, onlyFirst, onlySecond, neither }: PairedCounts,
  diseased: boolean,
): readonly People[] => [
  { count: both, diseased, first: true, second: true },
  { count: onlyFirst, diseased, first: true, second: false },
  { count: onlySecond, diseased, first: false, second: true },
  { count: neither, diseased, first: false, second: false },
];

/** The ratio of second to first, and by how much one more of each people would move its logarithm (delta method). */
function relativeValue(
  people: readonly People[],
  { called, rightWhenDiseased }: { readonly called: boolean; readonly rightWhenDiseased: boolean },
): { readonly ratio: number; readonly moves: readonly number[] } {
  const right = ({ diseased }: People): boolean => diseased === rightWhenDiseased;
  const total = (of: (each: People) => boolean): number =>
    people.reduce((sum, each) => sum + (of(each) ? each.count : 0), 0);
  const all1 = total(({ first }) => first === called);
  const all2 = total(({ second }) => second === called);
  const right1 = total((each) => each.first === called && right(each));
  const right2 = total((each) => each.second === called && right(each));
  return {
    ratio: right2 / all2 / (right1 / all1),
    moves: people.map((each) => {
      const byFirst = each.first === called ? 1 / all1 - (right(each) ? 1 / right1 : 0) : 0;
      const bySecond = each.second === called ? (right(each) ? 1 / right2 : 0) - 1 / all2 : 0;
      return byFirst + bySecond;
    }),
  };
}

/**
 * Ratios of the likelihood ratios of two tests of the same people, first to second.
 *
 * Unlike predictive values they do not depend on the prevalence of the sample.
 *
 * Takes    counts of the diseased and of the healthy; level of two-sided coverage
 * Gives    first/second of the positive and of the negative likelihood ratio, with log intervals
 * Fails    never; not finite where a count is 0
 * Cost     O(1)
 * Source   Gu and Pepe (2009), International Journal of Biostatistics 5, 27; its estimate and variance in closed form
 * Checked  reference cases of the method paired-binary
 */
export function relativeLikelihoodRatios(
  { diseased, healthy }: PairedTests,
  level: number,
): { readonly positive: ComparedRatio; readonly negative: ComparedRatio } {
  const ratio = (ill: PairedCounts, well: PairedCounts): ComparedRatio => {
    const [ill1, ill2] = [ill.both + ill.onlyFirst, ill.both + ill.onlySecond];
    const [well1, well2] = [well.both + well.onlyFirst, well.both + well.onlySecond];
    const variance = spreadOf(ill, ill1, ill2) + spreadOf(well, well1, well2);
    return comparedRatio(ill1 / ill2 / (well1 / well2), variance, level);
  };
  return {
    positive: ratio(diseased, healthy),
    negative: ratio(negatives(diseased), negatives(healthy)),
  };
}

/** Variance of log(n1/n2) for two counts that share people. */
const spreadOf = ({ both, onlyFirst, onlySecond }: PairedCounts, n1: number, n2: number): number =>
  both * (1 / n1 - 1 / n2) * (1 / n1 - 1 / n2) + onlyFirst / (n1 * n1) + onlySecond / (n2 * n2);

function comparedRatio(ratio: number, variance: number, level: number): ComparedRatio {
  const standardError = Math.sqrt(variance);
  const z = Math.log(ratio) / standardError;
  const limits = mapLimits(around(Math.log(ratio), standardError, normalReach(level)), Math.exp);
  return { ratio, standardError, z, p: normalTwoSided(z), limits };
}
