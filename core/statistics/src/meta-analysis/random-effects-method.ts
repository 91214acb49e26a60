import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { ForestShape } from '@daero/domain/shape';
import { z } from 'zod';
import { completeLabels, completeNumbers, hasColumn } from '../columns.ts';
import { levelSetting, textSetting } from '../settings.ts';
import { logistic, logit, mapLimits, type Limits } from '../summary/interval.ts';
import { sum } from '../summary/moments.ts';
import { normalReach } from '../distributions/normal.ts';
import { around } from '../summary/interval.ts';
import { eggerTest } from './egger.ts';
import { qProfile, randomEffects, studiesOf } from './random-effects.ts';
import { tau2Estimators } from './tau2.ts';

const settings = z.strictObject({
  estimator: z.enum(tau2Estimators).default('REML'),
  test: z.enum(['z', 'knha']).default('knha'),
  level: levelSetting,
  /** `logit`: combined on the logit scale (delta method there and back); the inputs lie in (0, 1). */
  scale: z.enum(['identity', 'logit']).default('identity'),
  /** The value of no effect, for the plot; null where there is none. */
  reference: z.number().nullable().default(null),
  quantity: textSetting,
  label: textSetting,
  unit: z.enum(['probability', 'auc', 'ratio', 'logit', 'score']).default('score'),
});

const source =
  'Viechtbauer (2005), J Educ Behav Stat 30, 261-293; Knapp and Hartung (2003), Statistics in Medicine 22, 2693-2710; Higgins, Thompson and Spiegelhalter (2009), J R Stat Soc A 172, 137-159';

const fewGroups = 5;
const fewForEgger = 10;

/** The estimates of several sites as one, and how far the sites differ. */
export const randomEffectsMethod = method({
  name: 'random-effects',
  title: { ko: '기관별 추정값의 종합(변량효과)', en: 'Estimates of sites combined (random effects)' },
  settings,
  takes: [
    { role: 'estimate', kind: 'number' },
    { role: 'standard-error', kind: 'number' },
    { role: 'label', kind: 'label' },
    { role: 'size', kind: 'number', optional: true },
  ],
  gives: ['summary', 'tau2', 'i2', 'q', 'prediction-low', 'prediction-high', 'egger-p*'],
  byGroup: false,
  file: 'statistics/src/meta-analysis/random-effects-method.ts',
  run: (roles, asked) => {
    const estimates = completeNumbers(roles, 'estimate');
    if (!estimates.ok) return estimates;
    const errors = completeNumbers(roles, 'standard-error');
    if (!errors.ok) return errors;
    const labels = completeLabels(roles, 'label');
    if (!labels.ok) return labels;
    const sizes = hasColumn(roles, 'size') ? completeNumbers(roles, 'size') : succeed(new Float64Array(0));
    if (!sizes.ok) return sizes;

    const placed = onScale(estimates.value, errors.value, asked.scale);
    if (!placed.ok) return placed;
    const { effects, standardErrors, back } = placed.value;
    const studies = studiesOf(effects, standardErrors);
    if (!studies.ok) return studies;
    const found = randomEffects(effects, standardErrors, asked);
    if (!found.ok) return found;

    const { limits, prediction, weights, q, qP, i2, tau2 } = found.value;
    const k = effects.length;
    const n = sizes.value.length > 0 ? sum(sizes.value) : k;
    const warnings: Warning[] = k < fewGroups ? [{ kind: 'few-groups', facts: { groups: k } }] : [];
    const value = back(found.value.estimate);
    const summaryLimits = mapLimits(limits, back);
    const wording = {
      ko: `변량효과 모형(${asked.estimator}), ${asked.test === 'knha' ? 'Knapp-Hartung 구간' : '정규 구간'}`,
      en: `Random-effects model (${asked.estimator}), ${asked.test === 'knha' ? 'Knapp-Hartung interval' : 'normal interval'}`,
    };
    const about = { level: asked.level, n, parts: { sites: k }, method: wording, source, warnings };
    const plain = (number: number, unit: Estimate['unit'], within: Limits | null = null): Estimate => ({
      ...about,
      value: number,
      low: within?.low ?? null,
      high: within?.high ?? null,
      standardError: null,
      unit,
      warnings: within === null ? [...warnings, { kind: 'no-interval', facts: {} }] : warnings,
    });
    const asymmetry = k >= 3 ? eggerTest(studies.value) : null;
    // Studies of one size leave nothing to regress on.
    const egger = asymmetry !== null && Number.isFinite(asymmetry.p) ? asymmetry : null;
    const tau2Limits = asked.estimator === 'FE' ? null : qProfile(studies.value, asked.level);
    const predicted = prediction === null ? null : mapLimits(prediction, back);
    const slope = asked.scale === 'logit' ? value * (1 - value) : 1;
    const shape: ForestShape = {
      shape: 'forest',
      label: asked.label,
      quantity: asked.quantity,
      level: asked.level,
      scale: 'linear',
      reference: asked.reference,
      margins: [],
      rows: [
        ...labels.value.map((label, i) => ({
          label: { ko: label, en: label },
          value: estimates.value[i] ?? NaN,
          ...mapLimits(around(effects[i] ?? NaN, standardErrors[i] ?? NaN, normalReach(asked.level)), back),
          n: sizes.value[i] ?? 0,
          weight: weights[i] ?? null,
          role: 'site' as const,
        })),
        { label: wording, value, ...summaryLimits, n, weight: null, role: 'summary' as const },
      ],
      prediction: predicted,
      heterogeneity: { tau2, i2, q, p: qP },
    };
    return succeed({
      estimates: {
        summary: {
          ...plain(value, asked.unit, summaryLimits),
          standardError: found.value.standardError * slope,
        },
        tau2: plain(tau2, asked.scale === 'logit' ? 'logit' : asked.unit, tau2Limits),
        i2: plain(i2, 'ratio'),
        q: plain(q, 'score'),
        ...(egger === null
          ? {}
          : {
              'egger-p': {
                ...plain(egger.p, 'probability'),
                method: {
                  ko: 'Egger 회귀 비대칭 검정(양측)',
                  en: "Egger's regression test of asymmetry (two-sided)",
                },
                source: 'Egger and others (1997), BMJ 315, 629-634',
                warnings: [
                  ...(k < fewForEgger
                    ? [{ kind: 'few-studies-for-asymmetry' as const, facts: { studies: k } }]
                    : []),
                  { kind: 'no-interval' as const, facts: {} },
                ],
              },
            }),
        ...(predicted === null
          ? {}
          : {
              'prediction-low': plain(predicted.low, asked.unit),
              'prediction-high': plain(predicted.high, asked.unit),
            }),
      },
      shapes: [shape],
      warnings,
    });
  },
});

type OnScale = {
  readonly effects: Float64Array;
  readonly standardErrors: Float64Array;
  readonly back: (x: number) => number;
};

/** Estimates and standard errors on the scale they are combined on, and the way back. */
function onScale(
  estimates: Float64Array,
  errors: Float64Array,
  scale: 'identity' | 'logit',
): Result<OnScale, Fault> {
  if (scale === 'identity') return succeed({ effects: estimates, standardErrors: errors, back: (x) => x });
  const row = estimates.findIndex((value) => !(value > 0 && value < 1));
  if (row >= 0) return fail({ kind: 'estimate-outside-logit', row: row + 1, value: estimates[row] ?? NaN });
  return succeed({
    effects: estimates.map(logit),
    standardErrors: errors.map((error, i) => {
      const value = estimates[i] ?? NaN;
      return error / (value * (1 - value));
    }),
    back: logistic,
  });
}
