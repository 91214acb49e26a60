import { predictiveValues } from '@daero/statistics/accuracy/binary-accuracy';
import { predictiveValuesUncertain } from '@daero/statistics/accuracy/predictive-values-uncertain';
import { z } from 'zod';
import { binomial } from '../draws.ts';
import { covers, family } from '../family.ts';

const level = 0.95;

export const predictiveValuesFamily = family({
  name: 'predictive-values',
  title: { ko: '유병률에 따른 예측도', en: 'Predictive values at a prevalence' },
  model: {
    ko: '환자와 비환자의 두 이항 표본. 유병률을 추정하는 경우 별도의 이항 표본을 더합니다.',
    en: 'Two binomial counts, of the diseased and of the healthy; an estimated prevalence comes from a third.',
  },
  settings: z.strictObject({
    sensitivity: z.number(),
    specificity: z.number(),
    diseased: z.number().int(),
    healthy: z.number().int(),
    prevalence: z.number(),
    /** People from whom the prevalence is estimated. */
    survey: z.number().int(),
  }),
  file: 'checks/simulate/src/families/predictive-values.ts',
  prepare: ({ sensitivity: se, specificity: sp, diseased, healthy, prevalence, survey }) => {
    const ppv = (se * prevalence) / (se * prevalence + (1 - sp) * (1 - prevalence));
    const npv = (sp * (1 - prevalence)) / (sp * (1 - prevalence) + (1 - se) * prevalence);
    return {
      lines: [
        covers('PPV', ppv, 'logit, prevalence stated', 'default'),
        covers('NPV', npv, 'logit, prevalence stated', 'default'),
        covers('PPV', ppv, 'logit, prevalence estimated', 'default'),
        covers('NPV', npv, 'logit, prevalence estimated', 'default'),
      ],
      replicate: (random) => {
        const truePositive = binomial(random, diseased, se);
        const trueNegative = binomial(random, healthy, sp);
        const counts = {
          truePositive,
          falseNegative: diseased - truePositive,
          falsePositive: healthy - trueNegative,
          trueNegative,
        };
        const known = predictiveValues(counts, { prevalence, level });
        const events = binomial(random, survey, prevalence);
        const found = predictiveValuesUncertain(counts, { prevalence: { events, trials: survey }, level });
        return [
          known.ppv.limits,
          known.npv.limits,
          found.ok ? found.value.ppv.limits : null,
          found.ok ? found.value.npv.limits : null,
        ];
      },
    };
  },
});
