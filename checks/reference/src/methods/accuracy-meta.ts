import { unwrap } from '@daero/domain/result';
import type { TwoByTwo } from '@daero/statistics/accuracy/binary-accuracy';
import { accuracyDescription } from '@daero/statistics/meta-analysis/accuracy-description';
import { bivariateBinomial } from '@daero/statistics/meta-analysis/bivariate-binomial';
import { hsroc, reitsma, srocAt, type Reitsma } from '@daero/statistics/meta-analysis/reitsma';
import { centreHeterogeneity } from '@daero/statistics/regression/centre-heterogeneity';
import { binomialMass } from '@daero/statistics/distributions/binomial';
import { z } from 'zod';
import type { Given } from '../case.ts';
import { firstCsv, level, pair } from './scores.ts';
import type { Runner } from './table.ts';

const cells = {
  tp: z.string(),
  fn: z.string(),
  fp: z.string(),
  tn: z.string(),
  continuity_correction: z
    .object({ value: z.number(), apply: z.literal('all-studies-if-any-cell-is-zero') })
    .nullable(),
};

function studiesOf(
  given: Given,
  asked: { readonly tp: string; readonly fn: string; readonly fp: string; readonly tn: string },
): readonly TwoByTwo[] {
  const csv = firstCsv(given);
  const [tp, fn, fp, tn] = [asked.tp, asked.fn, asked.fp, asked.tn].map((column) => csv.numbers(column));
  return Array.from({ length: csv.rows }, (_row, i) => ({
    truePositive: tp?.[i] ?? NaN,
    falseNegative: fn?.[i] ?? NaN,
    falsePositive: fp?.[i] ?? NaN,
    trueNegative: tn?.[i] ?? NaN,
  }));
}

const descriptiveInputs = z.object({
  ...cells,
  interval: z.literal('wilson'),
  conf_level: z.number(),
  equality_test: z.object({ test: z.literal('chi-square'), yates_when_two_studies: z.literal(true) }),
  correlation: z.literal('pearson'),
});

export const accuracyDescriptionRunner: Runner = (given) => {
  const asked = descriptiveInputs.parse(given.inputs);
  const { studies, equalSensitivities, equalSpecificities, correlation } = unwrap(
    accuracyDescription(studiesOf(given, asked), {
      correction: asked.continuity_correction?.value ?? 0,
      level: asked.conf_level,
    }),
  );
  return {
    sens: studies.map(({ sensitivity }) => sensitivity),
    sens_ci_wilson: studies.map(({ sensitivityLimits }) => pair(sensitivityLimits)),
    spec: studies.map(({ specificity }) => specificity),
    spec_ci_wilson: studies.map(({ specificityLimits }) => pair(specificityLimits)),
    sens_homog_chi2: equalSensitivities.chi2,
    sens_homog_df: equalSensitivities.df,
    sens_homog_p: equalSensitivities.p,
    spec_homog_chi2: equalSpecificities.chi2,
    spec_homog_p: equalSpecificities.p,
    dor: studies.map(({ diagnosticOddsRatio }) => diagnosticOddsRatio),
    posLR: studies.map(({ positiveLikelihoodRatio }) => positiveLikelihoodRatio),
    negLR: studies.map(({ negativeLikelihoodRatio }) => negativeLikelihoodRatio),
    cor_sens_fpr: correlation,
  };
};

const reitsmaInputs = z.object({
  ...cells,
  transformation: z.literal('logit'),
  outcomes: z.tuple([z.literal('sensitivity'), z.literal('false-positive-rate')]),
  methods: z.array(z.enum(['reml', 'ml'])),
  conf_level: z.number(),
  sroc: z.object({
    type: z.literal('rutter-gatsonis'),
    grid_points: z.number().int(),
    fpr_from: z.number(),
    fpr_to: z.number(),
    partial_range: z.literal('observed-uncorrected-fpr-clipped-to-grid'),
    rule: z.string(),
  }),
  hsroc_for: z.array(z.enum(['reml', 'ml'])),
});

export const reitsmaRunner: Runner = (given) => {
  const asked = reitsmaInputs.parse(given.inputs);
  const studies = studiesOf(given, asked);
  const { grid_points, fpr_from, fpr_to } = asked.sroc;
  const rates = studies.map(
    ({ falsePositive, trueNegative }) => falsePositive / (falsePositive + trueNegative),
  );
  const clipped = (rate: number): number => Math.min(Math.max(rate, fpr_from), fpr_to);
  const [least, most] = [clipped(Math.min(...rates)), clipped(Math.max(...rates))];
  const correction = asked.continuity_correction?.value ?? 0;
  const block = (method: 'reml' | 'ml'): object => {
    const fit = unwrap(
      reitsma(studies, { method: method === 'reml' ? 'REML' : 'ML', correction, level: asked.conf_level }),
    );
    const curve = hsroc(fit);
    // The package's own rule: the ends count half, and the sum is divided by the number of points, not of steps.
    const area = (from: number, to: number): number => {
      const heights = Array.from({ length: grid_points }, (_none, i) =>
        srocAt(curve, from + ((to - from) * i) / (grid_points - 1)),
      );
      const ends = ((heights[0] ?? NaN) + (heights.at(-1) ?? NaN)) / 2;
      return (heights.reduce((sum, height) => sum + height, 0) - ends) / grid_points;
    };
    return {
      coef_tsens_tfpr: fit.means,
      vcov: square(fit.covariance),
      Psi: square(fit.between),
      logLik: fit.logLikelihood + jacobian(studies, correction),
      summary_sens: fit.sensitivity.value,
      summary_fpr: fit.falsePositive.value,
      sens_ci95: pair(fit.sensitivity.limits),
      fpr_ci95: pair(fit.falsePositive.limits),
      auc_sroc: area(fpr_from, fpr_to),
      pauc_sroc: area(least, most),
      hsroc: asked.hsroc_for.includes(method)
        ? {
            Theta: curve.theta,
            Lambda: curve.lambda,
            beta: curve.beta,
            sigma2theta: curve.thetaVariance,
            sigma2alpha: curve.alphaVariance,
          }
        : null,
    };
  };
  return { k: studies.length, ...Object.fromEntries(asked.methods.map((method) => [method, block(method)])) };
};

const square = ({ a, b, ab }: Reitsma['between']): readonly (readonly number[])[] => [
  [a, ab],
  [ab, b],
];

/** The set's likelihood is of proportions, ours of logits. */
function jacobian(studies: readonly TwoByTwo[], correction: number): number {
  const empty = studies.some((study) => Object.values(study).includes(0));
  const add = empty ? correction : 0;
  const part = (x: number, y: number): number => {
    const p = (x + add) / (x + y + 2 * add);
    return -Math.log(p * (1 - p));
  };
  return studies.reduce(
    (sum, s) => sum + part(s.truePositive, s.falseNegative) + part(s.falsePositive, s.trueNegative),
    0,
  );
}

const glmmInputs = z.object({
  ...cells,
  link: z.literal('logit'),
  outcomes: z.tuple([z.literal('sensitivity'), z.literal('specificity')]),
  random_covariance: z.literal('unstructured'),
  quadrature_points: z.number().int(),
});

export const accuracyGlmmRunner: Runner = (given) => {
  const asked = glmmInputs.parse(given.inputs);
  const found = unwrap(
    bivariateBinomial(studiesOf(given, asked), {
      quadraturePoints: laplaceOf(asked.quadrature_points),
      level: 0.95,
    }),
  );
  return {
    logit_sens: found.means[0],
    logit_spec: found.means[1],
    se: found.covariance.map((row, i) => Math.sqrt(row[i] ?? NaN)),
    cov_fixed: found.covariance,
    sd: found.sd,
    corr: found.correlation,
    logLik: found.logLikelihood,
    sens: found.sensitivity.value,
    spec: found.specificity.value,
    singular: found.singular,
  };
};

/** With one point the package stops its inner search early; the set's figures are those. With more points nothing depends on that. */
const laplaceOf = (points: number): number | 'lagged-laplace' => (points === 1 ? 'lagged-laplace' : points);

const centreInputs = z.object({
  events: z.string(),
  trials: z.string(),
  centre: z.string(),
  link: z.literal('logit'),
  random: z.literal('intercept'),
  intercept_name: z.string(),
  models: z.array(
    z.object({
      key: z.string(),
      covariates: z.array(
        z.object({
          column: z.string(),
          coding: z.literal('treatment-contrasts'),
          levels: z.array(level),
          reference: level,
          names: z.array(z.string()),
        }),
      ),
      quadrature_points: z.number().int(),
    }),
  ),
});

export const centreHeterogeneityRunner: Runner = (given) => {
  const asked = centreInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const [events, trials] = [csv.numbers(asked.events), csv.numbers(asked.trials)];
  // With several points the package measures the likelihood against that of a model with a parameter for each row.
  const saturated = events.reduce((sum, x, i) => {
    const n = trials[i] ?? NaN;
    return sum + Math.log(binomialMass(x, n, x / n));
  }, 0);
  const scalar = <Value>(values: readonly Value[]): Value | readonly Value[] | undefined =>
    values.length === 1 ? values[0] : values;
  return Object.fromEntries(
    asked.models.map(({ key, covariates, quadrature_points }) => {
      const terms = covariates.flatMap(({ column, levels, reference }) => {
        const labels = csv.text(column);
        return levels
          .filter((each) => each !== reference)
          .map((each) => labels.map((label) => (label === each ? 1 : 0)));
      });
      const found = unwrap(
        centreHeterogeneity({
          events,
          trials,
          terms,
          centre: csv.text(asked.centre),
          quadraturePoints: laplaceOf(quadrature_points),
        }),
      );
      const { coefficients, covariance, logLikelihood } = found.fit;
      return [
        key,
        {
          beta: scalar(coefficients),
          names: scalar([asked.intercept_name, ...covariates.flatMap(({ names }) => names)]),
          se: scalar(covariance.map((row, i) => Math.sqrt(row[i] ?? NaN))),
          sd_centre: found.sd,
          logLik: quadrature_points > 1 ? logLikelihood - saturated : logLikelihood,
          median_odds_ratio: found.medianOddsRatio,
          icc_latent: found.icc,
        },
      ];
    }),
  );
};
