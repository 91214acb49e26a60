import type { Estimate } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { scoredCases } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { binaryAccuracy, classify } from './binary-accuracy.ts';
import { binomialIntervals } from './binomial-interval.ts';
import { shareEstimate } from './share-estimate.ts';

const gives = ['sensitivity', 'specificity', 'ppv', 'npv', 'prevalence', 'flagged'] as const;

/** A score at one threshold against the truth. Predictive values are those of the sample and of its prevalence. */
export const binaryAccuracyMethod = method({
  name: 'binary-accuracy',
  title: { ko: '문턱값에서의 진단 정확도', en: 'Diagnostic accuracy at a threshold' },
  settings: z.strictObject({
    threshold: z.number(),
    positiveWhen: z.enum(['at-least', 'above']).default('at-least'),
    level: levelSetting,
    interval: z.enum(binomialIntervals).default('wilson'),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives,
  byGroup: true,
  file: 'statistics/src/accuracy/binary-accuracy-method.ts',
  run: (roles, { threshold, positiveWhen, level, interval }) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const shares = binaryAccuracy(
      classify(cases.value.truth, cases.value.score, { threshold, positiveWhen }),
    );
    const estimates: Record<string, Estimate> = {};
    for (const name of gives) {
      const estimate = shareEstimate(name, shares[name], { form: interval, level });
      if (!estimate.ok) return estimate;
      estimates[name] = estimate.value;
    }
    return succeed({ estimates, shapes: [], warnings: [] });
  },
});
