import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeLabels, scoredCases } from '../columns.ts';
import { normalReach } from '../distributions/normal.ts';
import { levelSetting } from '../settings.ts';
import { around, type Limits } from '../summary/interval.ts';
import { shapeOfCalibration } from './calibration-shape.ts';
import { calibration, usualCalibration } from './calibration.ts';
import { logisticRecalibration } from './logistic-recalibration.ts';

const title = {
  ko: '점수의 로지스틱 재보정과 그 보정도',
  en: 'Logistic recalibration of the score, and its calibration',
};

const wording = {
  apparent: {
    ko: '로지스틱 재보정(겉보기: 맞춘 자료에서 평가)',
    en: 'Logistic recalibration, apparent: judged on the people it was fitted to',
  },
  'leave-one-group-out': {
    ko: '로지스틱 재보정(무리 하나씩 빼고 맞춘 뒤 그 무리에서 평가)',
    en: 'Logistic recalibration, each group judged by a fit without it',
  },
} as const;

const source =
  'Cox (1958), Biometrika 45, 562-565; Steyerberg and Harrell (2016), J Clin Epidemiol 69, 245-247; Austin and Steyerberg (2019), Statistics in Medicine 38, 4051-4065';

/** A score turned into a risk, and how far that risk can be believed. */
export const logisticRecalibrationMethod = method({
  name: 'logistic-recalibration',
  title,
  settings: z.strictObject({
    validation: z.enum(['apparent', 'leave-one-group-out']).default('leave-one-group-out'),
    bins: z.number().int().min(2).max(50).default(10),
    level: levelSetting,
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'score', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: [
    'intercept',
    'slope',
    'observed-to-expected',
    'brier',
    'ici',
    'coefficient-intercept',
    'coefficient-score',
  ],
  byGroup: false,
  file: 'statistics/src/calibration/logistic-recalibration-method.ts',
  run: (roles, { validation, bins, level }) => {
    const cases = scoredCases(roles);
    if (!cases.ok) return cases;
    const { truth, score } = cases.value;
    const groups = validation === 'apparent' ? succeed(null) : completeLabels(roles, 'group');
    if (!groups.ok) return groups;
    const made = logisticRecalibration(truth, score, groups.value);
    if (!made.ok) return made;
    const { risk, model } = made.value;
    const found = calibration(truth, risk, { ...usualCalibration, level });
    if (!found.ok) return found;

    const warnings: Warning[] = validation === 'apparent' ? [{ kind: 'apparent-validation', facts: {} }] : [];
    const { n, events } = found.value;
    const estimate = (
      unit: Estimate['unit'],
      {
        value,
        standardError,
        limits,
      }: { value: number; standardError: number | null; limits: Limits | null },
    ): Estimate => ({
      value,
      low: limits?.low ?? null,
      high: limits?.high ?? null,
      standardError,
      level,
      unit,
      n,
      parts: { events, nonEvents: n - events },
      method: wording[validation],
      source,
      warnings: limits === null ? [...warnings, { kind: 'no-interval', facts: {} }] : warnings,
    });
    const measured = (unit: Estimate['unit'], value: number, standardError: number): Estimate =>
      estimate(unit, { value, standardError, limits: around(value, standardError, normalReach(level)) });
    const coefficient = (j: number): Estimate =>
      measured('logit', model.coefficients[j] ?? NaN, Math.sqrt(model.covariance[j]?.[j] ?? NaN));
    const { intercept, slope, observedToExpected, brier, ici } = found.value;
    return succeed({
      estimates: {
        intercept: estimate('logit', intercept),
        slope: estimate('ratio', slope),
        'observed-to-expected': estimate('ratio', { ...observedToExpected, standardError: null }),
        brier: measured('score', brier.value, brier.standardError),
        ici: estimate('probability', { value: ici, standardError: null, limits: null }),
        'coefficient-intercept': coefficient(0),
        'coefficient-score': coefficient(1),
      },
      shapes: [shapeOfCalibration(found.value, { label: title, truth, risk, bins, level, band: null })],
      warnings,
    });
  },
});
