import { calibration } from '@daero/statistics/calibration/calibration';
import { logistic } from '@daero/statistics/summary/interval';
import { z } from 'zod';
import { happens, normals } from '../draws.ts';
import { covers, family, rejectsTruth } from '../family.ts';

export const calibrationFamily = family({
  name: 'calibration',
  title: {
    ko: '보정도(절편, 기울기, 관측/기대)',
    en: 'Calibration (intercept, slope, observed over expected)',
  },
  model: {
    ko: '위험의 로짓은 정규. 참 위험의 로짓은 intercept + slope × 예측 로짓입니다.',
    en: 'Normal logits of predicted risk; the logit of the true risk is intercept + slope times it.',
  },
  settings: z.strictObject({
    n: z.number().int(),
    mean: z.number(),
    sd: z.number(),
    intercept: z.number(),
    slope: z.number(),
  }),
  file: 'checks/simulate/src/families/calibration.ts',
  prepare: ({ n, mean, sd, intercept, slope }) => {
    // With another slope the intercept at slope 1 has no closed value; with perfect calibration the tests have one to keep.
    const [shifted, perfect] = [slope === 1, slope === 1 && intercept === 0];
    return {
      lines: [
        covers('slope', slope, 'Wald', 'default'),
        ...(shifted ? [covers('intercept', intercept, 'Wald', 'default')] : []),
        ...(perfect
          ? [
              covers('observed/expected', 1, 'log', 'default'),
              rejectsTruth('intercept 0 and slope 1', 0, 'likelihood ratio', 'default'),
              rejectsTruth('risks as observed', 0, 'Spiegelhalter', 'default'),
            ]
          : []),
      ],
      replicate: (random) => {
        const logits = normals(random, n, mean, sd);
        const truth = logits.map((x) => (happens(random, logistic(intercept + slope * x)) ? 1 : 0));
        const found = calibration(truth, logits.map(logistic));
        const wanted = 1 + (shifted ? 1 : 0) + (perfect ? 3 : 0);
        if (!found.ok) return new Array<null>(wanted).fill(null);
        const { value } = found;
        return [
          value.slope.limits,
          ...(shifted ? [value.intercept.limits] : []),
          ...(perfect ? [value.observedToExpected.limits, value.unreliability.p, value.spiegelhalter.p] : []),
        ];
      },
    };
  },
});
