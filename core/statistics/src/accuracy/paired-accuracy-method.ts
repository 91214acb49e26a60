import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import { z } from 'zod';
import { completeBinary } from '../columns.ts';
import { levelSetting } from '../settings.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import { coPrimary } from './co-primary.ts';
import { differenceForest } from './difference-forest.ts';
import { hypothesisSetting } from './hypothesis.ts';
import { compareShares, gapWords, mcnemarForms } from './paired-share.ts';
import { countPairs, negatives, pairedTotal } from './paired-counts.ts';
import { pairedIntervals } from './paired-proportions.ts';
import {
  predictiveValueComparison,
  relativePredictiveValues,
  type ComparedRatio,
  type PredictiveComparison,
} from './predictive-value-comparison.ts';

const title = { ko: '같은 대상에서 두 검사의 정확도 비교', en: 'Accuracy of two tests on the same people' };

/** Two tests on the same people: sensitivity and specificity side by side, and what the protocol asks of their differences. */
export const pairedAccuracyMethod = method({
  name: 'paired-accuracy',
  title,
  settings: z.strictObject({
    level: levelSetting,
    interval: z.enum(pairedIntervals).default('tango'),
    /** McNemar's test, where no hypothesis is asked for. */
    test: z.enum(mcnemarForms).default('mid-p'),
    /** The score test of predictive values. */
    predictive: z.enum(['weighted', 'generalised']).default('weighted'),
    /** Co-primary when both are given: the study succeeds where both are shown. */
    sensitivity: hypothesisSetting.optional(),
    specificity: hypothesisSetting.optional(),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'first', kind: 'binary' },
    { role: 'second', kind: 'binary' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: [
    ...['sensitivity', 'specificity'].flatMap((name) =>
      ['first', 'second', 'difference', 'p'].map((part) => `${name}-${part}`),
    ),
    'ppv-ratio',
    'npv-ratio',
    'ppv-p',
    'npv-p',
    // Where both hypotheses are asked for.
    'co-primary-*',
  ],
  byGroup: true,
  file: 'statistics/src/accuracy/paired-accuracy-method.ts',
  run: (roles, settings) => {
    const truth = completeBinary(roles, 'truth');
    if (!truth.ok) return truth;
    const first = completeBinary(roles, 'first');
    if (!first.ok) return first;
    const second = completeBinary(roles, 'second');
    if (!second.ok) return second;
    const tests = countPairs(truth.value, first.value, second.value);
    const { diseased, healthy } = tests;
    const [ill, well] = [pairedTotal(diseased), pairedTotal(healthy)];
    if (ill === 0 || well === 0) return fail({ kind: 'too-few-cases', diseased: ill, healthy: well });
    const sensitivity = compareShares('sensitivity', diseased, {
      ...settings,
      hypothesis: settings.sensitivity,
    });
    if (!sensitivity.ok) return sensitivity;
    const specificity = compareShares('specificity', negatives(healthy), {
      ...settings,
      hypothesis: settings.specificity,
    });
    if (!specificity.ok) return specificity;
    const about = { level: settings.level, n: ill + well, parts: { diseased: ill, healthy: well } };
    const relative = relativePredictiveValues(tests, settings.level);
    const compared = predictiveValueComparison(tests);
    const [one, two] = [sensitivity.value.test, specificity.value.test];
    const both = one === null || two === null ? null : coPrimary(one, two, about);
    const warnings: readonly Warning[] = [
      ...sensitivity.value.warnings,
      ...specificity.value.warnings,
      ...(both === null ? [] : [both.warning]),
    ];
    const forest = (name: 'sensitivity' | 'specificity', estimate: Estimate) =>
      differenceForest({
        label: title,
        quantity: gapWords[name],
        hypothesis: settings[name],
        rows: [{ label: gapWords[name], estimate }],
      });
    return succeed({
      estimates: {
        ...sensitivity.value.estimates,
        ...specificity.value.estimates,
        'ppv-ratio': ratioEstimate(relative.ppv, about),
        'npv-ratio': ratioEstimate(relative.npv, about),
        'ppv-p': scoreTest(compared.ppv, settings.predictive, about),
        'npv-p': scoreTest(compared.npv, settings.predictive, about),
        ...(both === null ? {} : { 'co-primary-p': both.p }),
      },
      shapes: [
        forest('sensitivity', sensitivity.value.difference),
        forest('specificity', specificity.value.difference),
      ],
      warnings,
    });
  },
});

type About = Pick<Estimate, 'level' | 'n' | 'parts'>;

const ratioEstimate = ({ ratio, limits }: ComparedRatio, about: About): Estimate =>
  makeEstimate({
    ...about,
    value: ratio,
    limits,
    unit: 'ratio',
    method: {
      ko: '예측도의 비(둘째/첫째), 로그 구간',
      en: 'Ratio of predictive values (second/first), log interval',
    },
    source: 'Moskowitz and Pepe (2006), Clinical Trials 3, 272-279',
  });

/** Tests that never differ leave nothing to test: p is 1. */
const scoreTest = (found: PredictiveComparison, form: 'weighted' | 'generalised', about: About): Estimate => {
  const { p } = found[form];
  return makeEstimate({
    ...about,
    value: Number.isNaN(p) ? 1 : p,
    limits: null,
    unit: 'probability',
    method:
      form === 'weighted'
        ? {
            ko: '예측도의 가중 일반화 점수 검정(양측)',
            en: 'Weighted generalised score test of predictive values (two-sided)',
          }
        : {
            ko: '예측도의 일반화 점수 검정(양측)',
            en: 'Generalised score test of predictive values (two-sided)',
          },
    source:
      form === 'weighted'
        ? 'Kosinski (2013), Statistics in Medicine 32, 964-977'
        : 'Leisenring, Alonzo and Pepe (2000), Biometrics 56, 345-351',
  });
};
