import { unwrap } from '@daero/domain/result';
import {
  binaryAccuracy,
  likelihoodRatios,
  type Share,
  type TwoByTwo,
} from '@daero/statistics/accuracy/binary-accuracy';
import { binomialInterval } from '@daero/statistics/accuracy/binomial-interval';
import { mcnemar } from '@daero/statistics/accuracy/mcnemar';
import {
  countPairs,
  negatives,
  pairedTotal,
  type PairedCounts,
} from '@daero/statistics/accuracy/paired-counts';
import { pairedProportions, type PairedInterval } from '@daero/statistics/accuracy/paired-proportions';
import {
  predictiveValueComparison,
  relativeLikelihoodRatios,
  relativePredictiveValues,
  type ComparedRatio,
  type PredictiveComparison,
} from '@daero/statistics/accuracy/predictive-value-comparison';
import { binomialAtMost } from '@daero/statistics/distributions/binomial';
import { normalReach } from '@daero/statistics/distributions/normal';
import { around } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { firstCsv, pair, truthInputs } from './scores.ts';
import type { Runner } from './table.ts';

const inputs = truthInputs.extend({
  test1: z.string(),
  test2: z.string(),
  conf_level: z.number(),
  continuity_correction: z.object({
    mcnemar: z.literal(false),
    mcnemar_cc: z.literal(true),
    sesp_mcnemar: z.literal(false),
    sesp_diff_ci: z.literal(false),
  }),
  difference_intervals: z.array(z.enum(['wald', 'agresti-min', 'tango'])),
  predictive_value_tests: z.array(z.string()),
  likelihood_ratio_test: z.literal('regression'),
});

export const pairedBinaryRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const csv = firstCsv(given);
  const column = (name: string): readonly number[] =>
    csv.text(name).map((cell) => (cell === asked.positive ? 1 : cell === asked.negative ? 0 : NaN));
  const [truth, first, second] = [column(asked.truth), column(asked.test1), column(asked.test2)];
  const tests = countPairs(truth, first, second);
  const { diseased, healthy } = tests;
  const level = asked.conf_level;
  const turned = { diseased: exchange(diseased), healthy: exchange(negatives(healthy)) };
  const sensitivityAndSpecificity = (of: (counts: PairedCounts) => object): object => ({
    sensitivity: { ...shares(turned.diseased), ...of(turned.diseased) },
    specificity: { ...shares(turned.healthy), ...of(turned.healthy) },
  });
  const predictive = predictiveValueComparison(tests);
  const relative = relativePredictiveValues(tests, level);
  const likelihood = relativeLikelihoodRatios(tests, level);
  const accuracies = {
    Test1: testAccuracy(ofFirst(diseased), ofFirst(healthy), { level, name: asked.test1 }),
    Test2: testAccuracy(ofFirst(exchange(diseased)), ofFirst(exchange(healthy)), {
      level,
      name: asked.test2,
    }),
  };
  return {
    mcnemar: { diseased: mcnemarBlock(diseased, level), nondiseased: mcnemarBlock(healthy, level) },
    acc: accuracies,
    sesp_mcnemar: {
      ...sensitivityAndSpecificity((counts) => {
        const { chi2, p } = mcnemar(counts).asymptotic;
        return { 'test.statistic': chi2, 'p.value': p };
      }),
      method: 'mcnemar',
    },
    sesp_exact: {
      // The package doubles the smaller tail and does not stop at 1.
      ...sensitivityAndSpecificity(({ onlyFirst, onlySecond }) => ({
        'p.value': 2 * binomialAtMost(Math.min(onlyFirst, onlySecond), onlyFirst + onlySecond, 0.5),
      })),
      method: 'exactbinom',
    },
    ...Object.fromEntries(
      asked.difference_intervals.map((form) => [
        `sesp_diff_ci_${form.replace('-', '_')}`,
        {
          ...sensitivityAndSpecificity((counts) => differenceBlock(counts, form, level)),
          'ci.method': form,
          alpha: rounded(1 - level),
          'cont.corr': false,
        },
      ]),
    ),
    pv_generalized_score: {
      ppv: predictiveBlock(predictive.ppv, 'generalised'),
      npv: predictiveBlock(predictive.npv, 'generalised'),
    },
    pv_weighted_gs: {
      ppv: predictiveBlock(predictive.ppv, 'weighted'),
      npv: predictiveBlock(predictive.npv, 'weighted'),
    },
    pv_relative: {
      ppv: relativeBlock(predictive.ppv, relative.ppv, 'rppv'),
      npv: relativeBlock(predictive.npv, relative.npv, 'rnpv'),
      Sigma: relative.covariance,
      alpha: rounded(1 - level),
    },
    dlr_regression: {
      pdlr: likelihoodBlock(likelihood.positive, accuracies.Test1.pdlr.est, accuracies.Test2.pdlr.est),
      ndlr: likelihoodBlock(likelihood.negative, accuracies.Test1.ndlr.est, accuracies.Test2.ndlr.est),
      alpha: rounded(1 - level),
    },
  };
};

/** 1 - 0.95 as a person writes it. */
const rounded = (x: number): number => Number(x.toFixed(12));

const exchange = ({ both, onlyFirst, onlySecond, neither }: PairedCounts): PairedCounts => ({
  both,
  onlyFirst: onlySecond,
  onlySecond: onlyFirst,
  neither,
});

/** The set writes second minus first here, so the counts come with the tests exchanged. */
const shares = (counts: PairedCounts): object => {
  const n = pairedTotal(counts);
  const [test2, test1] = [(counts.both + counts.onlyFirst) / n, (counts.both + counts.onlySecond) / n];
  return { test1, test2, diff: test2 - test1 };
};

function mcnemarBlock(counts: PairedCounts, level: number): object {
  const { asymptotic, corrected, exactP, midP } = mcnemar(counts);
  const limits = (form: PairedInterval) =>
    pair(unwrap(pairedProportions(exchange(counts), { form, level })).limits);
  return {
    both_pos: counts.both,
    only_y1: counts.onlyFirst,
    only_y2: counts.onlySecond,
    both_neg: counts.neither,
    n: pairedTotal(counts),
    diff_y1_minus_y2: unwrap(pairedProportions(counts, { form: 'wald', level })).difference,
    mcnemar_chi2: asymptotic.chi2,
    mcnemar_p: asymptotic.p,
    mcnemar_cc_chi2: corrected.chi2,
    mcnemar_cc_p: corrected.p,
    exact_p: exactP,
    midp_p: midP,
    propcis_tango_ci95_y2_minus_y1: limits('tango'),
    propcis_wald_ci95_y2_minus_y1: limits('wald'),
    propcis_agresti_min_ci95_y2_minus_y1: limits('agresti-min'),
  };
}

function differenceBlock(counts: PairedCounts, form: PairedInterval, level: number): object {
  const { difference, standardError, limits } = unwrap(pairedProportions(counts, { form, level }));
  // This package takes Agresti and Min's standard error about the plain difference.
  const { low, high } =
    standardError === null ? limits : around(difference, standardError, normalReach(level));
  return { 'diff.se': standardError, 'diff.lcl': low, 'diff.ucl': high };
}

const ofFirst = ({ both, onlyFirst, onlySecond, neither }: PairedCounts): readonly [number, number] => [
  both + onlyFirst,
  onlySecond + neither,
];

function testAccuracy(
  [tp, fn]: readonly [number, number],
  [fp, tn]: readonly [number, number],
  { level, name }: { readonly level: number; readonly name: string },
) {
  const counts: TwoByTwo = { truePositive: tp, falseNegative: fn, falsePositive: fp, trueNegative: tn };
  const share = ({ events, trials }: Share): object => {
    const { low, high } = unwrap(binomialInterval(events, trials, { form: 'wald', level }));
    const est = events / trials;
    return { est, se: Math.sqrt((est * (1 - est)) / trials), lcl: low, ucl: high };
  };
  const { positive, negative } = likelihoodRatios(counts, level);
  const ratio = ({ value, limits }: typeof positive) => ({
    est: value,
    'se.ln':
      limits === null ? null : (Math.log(limits.high) - Math.log(limits.low)) / (2 * normalReach(level)),
    lcl: limits?.low ?? null,
    ucl: limits?.high ?? null,
  });
  const { sensitivity, specificity, ppv, npv } = binaryAccuracy(counts);
  return {
    tab: [
      [tp, fp, tp + fp],
      [fn, tn, fn + tn],
      [tp + fn, fp + tn, tp + fn + fp + tn],
    ],
    sensitivity: share(sensitivity),
    specificity: share(specificity),
    ppv: share(ppv),
    npv: share(npv),
    pdlr: ratio(positive),
    ndlr: ratio(negative),
    alpha: rounded(1 - level),
    testname: name,
  };
}

const predictiveBlock = (found: PredictiveComparison, form: 'generalised' | 'weighted'): object => ({
  test1: found.first,
  test2: found.second,
  diff: found.second - found.first,
  'test.statistic': found[form].chi2,
  'p.value': found[form].p,
});

const relativeBlock = (values: PredictiveComparison, found: ComparedRatio, name: string): object => ({
  test1: values.first,
  test2: values.second,
  [name]: found.ratio,
  [`se.log.${name}`]: found.standardError,
  [`lcl.${name}`]: found.limits.low,
  [`ucl.${name}`]: found.limits.high,
  'test.statistic': found.z,
  'p.value': found.p,
});

const likelihoodBlock = (found: ComparedRatio, test1: number, test2: number): object => ({
  test1,
  test2,
  ratio: found.ratio,
  'se.log': found.standardError,
  'test.statistic': found.z,
  'p.value': found.p,
  lcl: found.limits.low,
  ucl: found.limits.high,
});
