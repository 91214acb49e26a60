import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { scoredCases } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { classify, predictiveValues } from './binary-accuracy.ts';
import { predictiveValuesUncertain } from './predictive-values-uncertain.ts';

const known = {
  method: {
    ko: '주어진 유병률에서의 예측도, 로짓 구간',
    en: 'Predictive value at a stated prevalence, logit interval',
  },
  source: 'Mercaldo, Lau and Zhou (2007), Statistics in Medicine 26, 2170-2183',
};
const estimated = {
  method: {
    ko: '추정된 유병률에서의 예측도, 로짓 구간(유병률의 불확실성 포함)',
    en: 'Predictive value at an estimated prevalence, logit interval with its uncertainty',
  },
  source: known.source,
};

/** What a positive and a negative mean where the disease is as common as stated, or as counted elsewhere. */
export const predictiveValuesMethod = method({
  name: 'predictive-values',
  title: { ko: '유병률에 따른 예측도', en: 'Predictive values at a prevalence' },
  settings: z.strictObject({
    threshold: z.number(),
    positiveWhen: z.enum(['at-least', 'above']).default('at-least'),
    prevalence: z.union([
      z.number().gt(0).lt(1),
      z.strictObject({ events: z.number().int().positive(), trials: z.number().int().positive() }),
    ]),
    level: levelSetting,
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['ppv', 'npv'],
  byGroup: true,
  file: 'statistics/src/accuracy/predictive-values-method.ts',
  run: (roles, { threshold, positiveWhen, prevalence, level }) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const counts = classify(cases.value.truth, cases.value.score, { threshold, positiveWhen });
    const found =
      typeof prevalence === 'number'
        ? succeed(predictiveValues(counts, { prevalence, level }))
        : predictiveValuesUncertain(counts, { prevalence, level });
    if (!found.ok) return found;
    const parts = { diseased: cases.value.diseased.length, healthy: cases.value.healthy.length };
    const about = { ...(typeof prevalence === 'number' ? known : estimated), level, parts, n: roles.rows };
    const { ppv, npv } = found.value;
    return succeed({
      estimates: {
        ppv: makeEstimate({ ...about, ...ppv, unit: 'probability' }),
        npv: makeEstimate({ ...about, ...npv, unit: 'probability' }),
      },
      shapes: [],
      warnings: [],
    });
  },
});
