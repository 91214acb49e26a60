import { unwrap } from '@daero/domain/result';
import { verificationBias } from '@daero/statistics/accuracy/verification-bias';
import { hanleyMcneilVariance } from '@daero/statistics/discrimination/auc-interval';
import { oneAucDesign, pilotAucs, twoAucsDesign } from '@daero/statistics/sample-size/auc-size';
import { normalPower, normalSize } from '@daero/statistics/sample-size/normal-size';
import {
  exactProportionSize,
  oneProportionDesign,
  pairedProportionsDesign,
  precisionSize,
  twoProportionsDesign,
} from '@daero/statistics/sample-size/proportion-size';
import { z } from 'zod';
import { completeOn, firstCsv, groupsOf, pair, truthInputs } from './scores.ts';
import type { Runner } from './table.ts';

const rates = { alpha: z.number(), sided: z.enum(['two-sided', 'one-sided']), power: z.number() };

const accuracyInputs = z.object({
  ...rates,
  se: z.number(),
  sp: z.number(),
  half_width: z.number(),
  prev: z.number(),
  auc: z.number(),
  kappa_controls_per_case: z.number(),
  p0: z.number(),
  p1: z.number(),
  b10: z.number(),
  b01: z.number(),
  half_width_conf_level: z.number(),
  exact_search: z.object({ start_n: z.number().int(), window: z.number().int() }),
  hanley_mcneil_n: z.array(z.object({ key: z.string(), cases: z.number(), controls: z.number() })),
});

export const accuracySizeRunner: Runner = (given) => {
  const asked = accuracyInputs.parse(given.inputs);
  const { se, sp, half_width, prev, auc, kappa_controls_per_case, p0, p1, b10, b01 } = asked;
  const width = { halfWidth: half_width, level: asked.half_width_conf_level };
  const sensitivity = precisionSize(se, { ...width, classShare: prev });
  const specificity = precisionSize(sp, { ...width, classShare: 1 - prev });
  const diseased = unwrap(normalSize(oneAucDesign(auc, kappa_controls_per_case), asked));
  return {
    input: { se, sp, half_width, prev, auc, kappa_controls_per_case, p0, p1, b10, b01 },
    buderer: {
      n_diseased: sensitivity.inClass,
      N_for_sens: sensitivity.recruited,
      n_nondiseased: specificity.inClass,
      N_for_spec: specificity.recruited,
    },
    one_proportion_n: unwrap(normalSize(oneProportionDesign(p1, p0), asked)),
    one_proportion_exact_n: unwrap(
      exactProportionSize({ expected: p1, stated: p0 }, asked, {
        start: asked.exact_search.start_n,
        window: asked.exact_search.window,
      }),
    ),
    mcnemar_n: unwrap(normalSize(pairedProportionsDesign(b10, b01), asked)),
    obuchowski_one_auc: { ncases: diseased, ncontrols: diseased * kappa_controls_per_case },
    two_proportions_n_per_group: unwrap(normalSize(twoProportionsDesign(p0, p1), asked)),
    ...Object.fromEntries(
      asked.hanley_mcneil_n.map(({ key, cases, controls }) => [
        key,
        hanleyMcneilVariance(auc, cases, controls),
      ]),
    ),
  };
};

const twoAucInputs = truthInputs.extend({
  ...rates,
  scores: z.tuple([z.string(), z.string()]),
  direction: z.literal('higher'),
  paired: z.literal(true),
  controls_per_case: z.union([z.literal('as-in-data'), z.number()]),
  methods: z.array(z.string()),
});

/** The package's own binormal value, which its users dispute, is not re-derived: it comes out as missing where a case scores it. */
export const twoAucSizeRunner: Runner = (given) => {
  const asked = twoAucInputs.parse(given.inputs);
  const csv = firstCsv(given);
  const keep = completeOn(csv, asked.scores);
  const [first, second] = asked.scores.map((score) => groupsOf(csv, asked, score, keep));
  if (first === undefined || second === undefined) throw new Error('two scores are needed');
  const pilot = unwrap(
    pilotAucs(first, second, asked.controls_per_case === 'as-in-data' ? undefined : asked.controls_per_case),
  );
  const design = twoAucsDesign(pilot, { nullVariance: 'first' });
  const diseased = unwrap(normalSize(design, asked));
  return {
    delong_n: { ncases: diseased, ncontrols: diseased * pilot.healthyPerDiseased },
    power_at_current_n: normalPower(design, { ...asked, n: first.diseased.length }),
  };
};

const verificationInputs = z.object({
  T1_D1: z.number(),
  T1_D0: z.number(),
  T1_unverified: z.number(),
  T0_D1: z.number(),
  T0_D0: z.number(),
  T0_unverified: z.number(),
  conf_level: z.number(),
  interval: z.literal('logit'),
});

export const verificationBiasRunner: Runner = (given) => {
  const { conf_level, interval: _interval, ...counts } = verificationInputs.parse(given.inputs);
  const { sensitivity, specificity, prevalence, ppv, npv } = unwrap(
    verificationBias(
      {
        positive: { diseased: counts.T1_D1, healthy: counts.T1_D0, unverified: counts.T1_unverified },
        negative: { diseased: counts.T0_D1, healthy: counts.T0_D0, unverified: counts.T0_unverified },
      },
      conf_level,
    ),
  );
  return {
    input: counts,
    naive_sens: sensitivity.naive,
    naive_spec: specificity.naive,
    sens: sensitivity.value,
    spec: specificity.value,
    prevalence: prevalence.value,
    ppv,
    npv,
    se_sens: sensitivity.standardError,
    se_spec: specificity.standardError,
    sens_ci95_logit: pair(sensitivity.limits),
    spec_ci95_logit: pair(specificity.limits),
  };
};
