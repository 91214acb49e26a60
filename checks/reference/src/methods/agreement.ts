import { unwrap } from '@daero/domain/result';
import { blandAltman } from '@daero/statistics/agreement/bland-altman';
import { cohenKappa, kappaWeights, prevalenceRobustAgreement } from '@daero/statistics/agreement/cohen-kappa';
import { fleissKappa } from '@daero/statistics/agreement/fleiss-kappa';
import { agreementLimits, icc, varianceTable, type IccForm } from '@daero/statistics/agreement/icc';
import { alphaMetrics, krippendorffAlpha } from '@daero/statistics/agreement/krippendorff-alpha';
import { linConcordance } from '@daero/statistics/agreement/lin-concordance';
import { crossTable, type Ratings } from '@daero/statistics/agreement/ratings';
import { z } from 'zod';
import { firstCsv, level, pair } from './scores.ts';
import type { Runner } from './table.ts';

const kappaInputs = z.object({
  raters: z.array(z.string()).min(2),
  pair: z.tuple([z.string(), z.string()]),
  levels: z.array(level),
  pair_levels: z.array(level),
  ordinal: z.boolean(),
  weights: z.array(z.enum(kappaWeights)),
  multi_rater: z.array(z.enum(['fleiss', 'conger', 'krippendorff'])),
  krippendorff_metrics: z.array(z.enum(alphaMetrics)),
  conf_level: z.number(),
});

export const kappaRunner: Runner = (given) => {
  const asked = kappaInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const places = (rater: string, levels: readonly string[]): readonly number[] =>
    csv.text(rater).map((cell) => {
      const place = levels.indexOf(cell);
      return place < 0 ? NaN : place;
    });
  const [one, two] = asked.pair;
  const tableOver = (levels: readonly string[]) =>
    crossTable(places(one, levels), places(two, levels), levels.length);
  const all = tableOver(asked.levels);
  const over = (table: typeof all, weights: (typeof kappaWeights)[number]) =>
    unwrap(cohenKappa(table, { weights, level: asked.conf_level }));
  const plain = over(all, 'unweighted');
  const quadratic = over(all, 'quadratic');
  const { ac1, pabak } = prevalenceRobustAgreement(all);
  const ratings: Ratings = {
    raters: asked.raters.map((rater) => places(rater, asked.levels)),
    categories: asked.levels.length,
  };
  const fleiss = unwrap(fleissKappa(ratings));
  return {
    raters: asked.raters.length,
    subjects: csv.rows,
    levels: asked.levels.map((each) => (Number.isNaN(Number(each)) ? each : Number(each))),
    table_first_two: all,
    agreement_pct: 100 * plain.observed,
    ...Object.fromEntries(
      asked.weights.map((weights) => {
        const { kappa, test } = over(tableOver(asked.pair_levels), weights);
        // Where a rater used one category the set's z is 0, give or take rounding.
        return [weights, { kappa, z: test?.z ?? 0, p: test?.p ?? 1 }];
      }),
    ),
    psych_unweighted_ci95: [plain.limits.low, plain.kappa, plain.limits.high],
    psych_var_kappa: plain.standardError * plain.standardError,
    gwet_ac1_two: ac1,
    pabak_two: pabak,
    fleiss: {
      kappa: fleiss.kappa,
      z: fleiss.z,
      p: fleiss.p,
      exact_conger: fleiss.conger,
      by_category: fleiss.byCategory.map(({ kappa, z: statistic, p }) => [kappa, statistic, p]),
      category_names: asked.levels,
    },
    psych_weighted_quadratic: {
      ci95: [quadratic.limits.low, quadratic.kappa, quadratic.limits.high],
      var: quadratic.standardError * quadratic.standardError,
    },
    ...Object.fromEntries(
      asked.krippendorff_metrics.map((metric) => {
        const { alpha, pairable } = unwrap(
          krippendorffAlpha(ratings, { values: asked.levels.map(Number), metric }),
        );
        return [`kripp_alpha_${metric}`, asInIrr(alpha, pairable, asked.raters.length)];
      }),
    ),
  };
};

/** irr does not divide the coincidences by raters - 1 (README of the set, known limits); with two raters nothing changes. */
const asInIrr = (alpha: number, n: number, raters: number): number =>
  1 - ((1 - alpha) * (n * (raters - 1) - 1)) / ((raters - 1) * (n - 1));

const iccInputs = z.object({
  raters: z.array(z.string()).min(2),
  missing: z.literal('none'),
  conf_level: z.number(),
  forms: z.array(
    z.object({
      model: z.enum(['oneway', 'twoway']),
      type: z.enum(['consistency', 'agreement']),
      unit: z.enum(['single', 'average']),
    }),
  ),
  psych_types: z.array(z.enum(['ICC1', 'ICC2', 'ICC3', 'ICC1k', 'ICC2k', 'ICC3k'])),
});

/** The second package's names, and the F test that it gives all agreement forms: that of consistency. */
const psychForms = {
  ICC1: { model: 'one-way', type: 'consistency' },
  ICC2: { model: 'two-way', type: 'agreement' },
  ICC3: { model: 'two-way', type: 'consistency' },
} as const;

export const iccRunner: Runner = (given) => {
  const asked = iccInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const ratings = asked.raters.map((rater) => csv.numbers(rater));
  const find = (form: IccForm) => unwrap(icc(ratings, { form, level: asked.conf_level }));
  const psych = asked.psych_types.map((name) => {
    const form =
      psychForms[
        name === 'ICC1' || name === 'ICC1k' ? 'ICC1' : name === 'ICC2' || name === 'ICC2k' ? 'ICC2' : 'ICC3'
      ];
    const single = find({ ...form, unit: 'single' });
    const test = find({ ...form, type: 'consistency', unit: 'single' });
    const k = ratings.length;
    const averaged = (x: number): number => (name.endsWith('k') ? (x * k) / (1 + x * (k - 1)) : x);
    return {
      value: find({ ...form, unit: name.endsWith('k') ? 'average' : 'single' }).icc,
      test,
      low: averaged(single.limits.low),
      high: averaged(single.limits.high),
    };
  });
  return {
    irr: asked.forms.map((form) => {
      const model = form.model === 'oneway' ? 'one-way' : 'two-way';
      const own = find({ model, type: form.type, unit: form.unit });
      // For the mean of all raters irr forms the degrees of freedom from k times the odds, McGraw and Wong from the odds.
      const found =
        model === 'two-way' && form.type === 'agreement' && form.unit === 'average'
          ? agreementLimits(unwrap(varianceTable(ratings)), {
              value: own.icc,
              unit: form.unit,
              odds: ratings.length,
              level: asked.conf_level,
            })
          : own;
      return {
        ...form,
        icc: own.icc,
        F: found.f,
        df1: found.df1,
        df2: found.df2,
        p: found.p,
        ci95: pair(found.limits),
      };
    }),
    psych: {
      type: asked.psych_types,
      ICC: psych.map(({ value }) => value),
      F: psych.map(({ test }) => test.f),
      df1: psych.map(({ test }) => test.df1),
      df2: psych.map(({ test }) => test.df2),
      p: psych.map(({ test }) => test.p),
      'lower bound': psych.map(({ low }) => low),
      'upper bound': psych.map(({ high }) => high),
    },
  };
};

const blandAltmanInputs = z.object({
  method1: z.string(),
  method2: z.string(),
  difference: z.literal('method1-minus-method2'),
  limits_multiplier: z.number(),
  conf_level: z.number(),
  proportional_bias_regressor: z.literal('mean-of-methods'),
});

export const blandAltmanRunner: Runner = (given) => {
  const asked = blandAltmanInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const [first, second] = [csv.numbers(asked.method1), csv.numbers(asked.method2)];
  const options = { level: asked.conf_level, multiplier: asked.limits_multiplier };
  const found = unwrap(blandAltman(first, second, options));
  const rough = unwrap(blandAltman(first, second, { ...options, limitVariance: '1986' }));
  return {
    n: found.pairs,
    bias: found.bias,
    sd: found.standardDeviation,
    bias_ci95: pair(found.biasLimits),
    loa: pair(found.agreement),
    lower_loa_ci95: pair(found.lowerLimits),
    upper_loa_ci95: pair(found.upperLimits),
    lower_loa_ci95_1986: pair(rough.lowerLimits),
    upper_loa_ci95_1986: pair(rough.upperLimits),
    proportional_bias_slope: found.proportionalBias.slope,
    proportional_bias_p: found.proportionalBias.p,
    lin_ccc_biased_var: unwrap(linConcordance(first, second, asked.conf_level)).concordance,
    paired_t_p: found.biasP,
  };
};
