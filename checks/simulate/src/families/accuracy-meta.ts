import { accuracyMetaMethod } from '@daero/statistics/meta-analysis/accuracy-meta-method';
import { bivariateBinomial } from '@daero/statistics/meta-analysis/bivariate-binomial';
import { reitsma } from '@daero/statistics/meta-analysis/reitsma';
import { logistic, logit } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { binomial, normal } from '../draws.ts';
import { covers, family } from '../family.ts';

const level = 0.95;
const usual = accuracyMetaMethod.settings.parse({});

export const accuracyMetaFamily = family({
  name: 'accuracy-meta',
  title: { ko: '진단 정확도 연구의 종합(이변량)', en: 'Studies of accuracy together (bivariate)' },
  model: {
    ko: '로짓 민감도와 로짓 특이도가 이변량 정규인 연구들의 이항 표본. 참값은 그 평균의 역로짓입니다.',
    en: 'Binomial counts of studies whose logits of sensitivity and specificity are bivariate normal; the truth is at their means.',
  },
  settings: z.strictObject({
    studies: z.number().int(),
    sensitivity: z.number(),
    specificity: z.number(),
    sds: z.tuple([z.number(), z.number()]),
    correlation: z.number(),
    diseased: z.number().int(),
    healthy: z.number().int(),
  }),
  file: 'checks/simulate/src/families/accuracy-meta.ts',
  prepare: ({ studies, sensitivity, specificity, sds, correlation, diseased, healthy }) => {
    const standing = (model: typeof usual.model) => (model === usual.model ? 'default' : 'asymptotic');
    return {
      lines: [
        covers('sensitivity', sensitivity, 'binomial GLMM', standing('binomial')),
        covers('specificity', specificity, 'binomial GLMM', standing('binomial')),
        covers('sensitivity', sensitivity, 'Reitsma, REML', standing('reitsma')),
        covers('specificity', specificity, 'Reitsma, REML', standing('reitsma')),
      ],
      replicate: (random) => {
        const counts = Array.from({ length: studies }, () => {
          const [x, y] = [normal(random), normal(random)];
          const own = correlation * x + Math.sqrt(1 - correlation * correlation) * y;
          const truePositive = binomial(random, diseased, logistic(logit(sensitivity) + sds[0] * x));
          const trueNegative = binomial(random, healthy, logistic(logit(specificity) + sds[1] * own));
          return {
            truePositive,
            falseNegative: diseased - truePositive,
            falsePositive: healthy - trueNegative,
            trueNegative,
          };
        });
        const { quadraturePoints, correction } = usual;
        const exact = bivariateBinomial(counts, { quadraturePoints, level });
        const rough = reitsma(counts, { method: 'REML', correction, level });
        return [
          ...(exact.ok ? [exact.value.sensitivity.limits, exact.value.specificity.limits] : [null, null]),
          ...(rough.ok
            ? [
                rough.value.sensitivity.limits,
                {
                  low: 1 - rough.value.falsePositive.limits.high,
                  high: 1 - rough.value.falsePositive.limits.low,
                },
              ]
            : [null, null]),
        ];
      },
    };
  },
});
