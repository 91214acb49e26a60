import type { Estimate } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { binaryAccuracy, classify } from '../accuracy/binary-accuracy.ts';
import { binomialIntervals } from '../accuracy/binomial-interval.ts';
import { shareEstimate } from '../accuracy/share-estimate.ts';
import { scoredCases } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { aucDelong } from './auc-delong.ts';
import { aucInterval } from './auc-interval.ts';
import { rocShape } from './roc-shape.ts';

const title: Text = {
  ko: '여러 문턱값에서의 민감도와 특이도',
  en: 'Sensitivity and specificity at several thresholds',
};

/** The curve as numbers: sensitivity and specificity at thresholds that the protocol names. */
export const rocCoordinatesMethod = method({
  name: 'roc-coordinates',
  title,
  settings: z.strictObject({
    thresholds: z.array(z.number()).min(1).max(50),
    positiveWhen: z.enum(['at-least', 'above']).default('at-least'),
    level: levelSetting,
    interval: z.enum(binomialIntervals).default('wilson'),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['sensitivity-at-*', 'specificity-at-*'],
  byGroup: true,
  file: 'statistics/src/discrimination/roc-coordinates-method.ts',
  run: (roles, { thresholds, positiveWhen, level, interval }) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const { truth, score, diseased, healthy } = cases.value;
    const estimates: Record<string, Estimate> = {};
    for (const threshold of thresholds) {
      const shares = binaryAccuracy(classify(truth, score, { threshold, positiveWhen }));
      for (const name of ['sensitivity', 'specificity'] as const) {
        const estimate = shareEstimate(name, shares[name], { form: interval, level });
        if (!estimate.ok) return estimate;
        estimates[`${name}-at-${threshold}`] = estimate.value;
      }
    }
    const auc = aucDelong(diseased, healthy);
    if (!auc.ok) return auc;
    const { low, high } = aucInterval(auc.value, { form: 'logit', level });
    const shape = rocShape(title, level, [
      { label: title, auc: { value: auc.value.auc, low, high }, diseased, healthy },
    ]);
    return shape.ok ? succeed({ estimates, shapes: [shape.value], warnings: [] }) : shape;
  },
});
