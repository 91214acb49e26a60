import { verificationBias } from '@daero/statistics/accuracy/verification-bias';
import { z } from 'zod';
import { binomial, happens } from '../draws.ts';
import { covers, family } from '../family.ts';

export const verificationBiasFamily = family({
  name: 'verification-bias',
  title: { ko: '확인 편향 보정(Begg-Greenes)', en: 'Correction for verification bias (Begg-Greenes)' },
  model: {
    ko: '코호트. 참 상태의 확인은 검사 결과에만 달려 있습니다.',
    en: 'A cohort whose verification depends on the test result alone.',
  },
  settings: z.strictObject({
    n: z.number().int(),
    prevalence: z.number(),
    sensitivity: z.number(),
    specificity: z.number(),
    verifiedPositive: z.number(),
    verifiedNegative: z.number(),
  }),
  file: 'checks/simulate/src/families/verification-bias.ts',
  prepare: ({ n, prevalence, sensitivity, specificity, verifiedPositive, verifiedNegative }) => ({
    lines: [
      covers('sensitivity', sensitivity, 'Begg-Greenes, logit', 'default'),
      covers('specificity', specificity, 'Begg-Greenes, logit', 'default'),
    ],
    replicate: (random) => {
      const empty = () => ({ diseased: 0, healthy: 0, unverified: 0 });
      const [positive, negative] = [empty(), empty()];
      const ill = binomial(random, n, prevalence);
      for (let person = 0; person < n; person += 1) {
        const diseased = person < ill;
        const called = happens(random, diseased ? sensitivity : 1 - specificity);
        const counted = happens(random, called ? verifiedPositive : verifiedNegative);
        (called ? positive : negative)[counted ? (diseased ? 'diseased' : 'healthy') : 'unverified'] += 1;
      }
      const found = verificationBias({ positive, negative }, 0.95);
      return found.ok ? [found.value.sensitivity.limits, found.value.specificity.limits] : [null, null];
    },
  }),
});
