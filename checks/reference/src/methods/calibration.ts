import { unwrap } from '@daero/domain/result';
import { calibration } from '@daero/statistics/calibration/calibration';
import { hosmerLemeshow, hosmerLemeshowP } from '@daero/statistics/calibration/hosmer-lemeshow';
import { aucDelong } from '@daero/statistics/discrimination/auc-delong';
import { z } from 'zod';
import { firstCsv, groupsOf, pair, truthInputs } from './scores.ts';
import type { Runner } from './table.ts';

const inputs = truthInputs.extend({
  prediction: z.string(),
  clip: z.number(),
  conf_level: z.number(),
  hosmer_lemeshow: z.object({
    groups: z.number().int(),
    quantile_type: z.literal(7),
    right_closed: z.literal(true),
    include_lowest: z.literal(true),
    df_development_minus: z.literal(2),
  }),
  ici: z.object({
    smoother: z.literal('loess'),
    span: z.number(),
    degree: z.literal(2),
    family: z.literal('gaussian'),
    scale: z.literal('probability'),
  }),
});

export const calibrationRunner: Runner = (given) => {
  const asked = inputs.parse(given.inputs);
  const { diseased, healthy } = groupsOf(firstCsv(given), asked, asked.prediction);
  const risk = [...diseased, ...healthy];
  const truth = risk.map((_value, i) => (i < diseased.length ? 1 : 0));
  const found = unwrap(
    calibration(truth, risk, { level: asked.conf_level, clip: asked.clip, span: asked.ici.span }),
  );
  const { chi2, groups } = hosmerLemeshow(truth, risk, asked.hosmer_lemeshow.groups);
  return {
    n: found.n,
    events: found.events,
    mean_pred: found.meanRisk,
    oe_ratio: found.observedToExpected.value,
    oe_ci95_log: pair(found.observedToExpected.limits),
    calib_intercept: found.intercept.value,
    calib_intercept_se: found.intercept.standardError,
    slope_model: {
      intercept: found.slopeModelIntercept.value,
      slope: found.slope.value,
      se: [found.slopeModelIntercept.standardError, found.slope.standardError],
      slope_ci95_wald: pair(found.slope.limits),
    },
    unreliability_U_lr_chi2_df2: found.unreliability.chi2,
    unreliability_p: found.unreliability.p,
    brier: found.brier.value,
    brier_null: found.brier.null,
    brier_scaled: found.brier.scaled,
    log_loss: found.logLoss,
    spiegelhalter_z: found.spiegelhalter.z,
    spiegelhalter_p_two_sided: found.spiegelhalter.p,
    hosmer_lemeshow_deciles: {
      groups: groups.length,
      chi2,
      df_external: groups.length,
      df_development: groups.length - asked.hosmer_lemeshow.df_development_minus,
      p_development: hosmerLemeshowP(chi2, groups.length, true),
      observed: groups.map(({ observed }) => observed),
      expected: groups.map(({ expected }) => expected),
      n: groups.map(({ n }) => n),
    },
    [`ici_loess_span${asked.ici.span}_degree${asked.ici.degree}`]: found.ici,
    auc: unwrap(aucDelong(diseased, healthy)).auc,
  };
};
