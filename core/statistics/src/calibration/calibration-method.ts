import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { fail, succeed } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { completeBinary, completeNumbers } from '../columns.ts';
import { normalReach } from '../distributions/normal.ts';
import { bootstrapEstimate } from '../resampling/bootstrap-estimate.ts';
import { bootstrapSummary } from '../resampling/bootstrap-summary.ts';
import { bootstrapSettings, levelSetting } from '../settings.ts';
import { around, clip, type Limits } from '../summary/interval.ts';
import { makeEstimate } from '../summary/make-estimate.ts';
import {
  calibrationBootstrap,
  calibrationDistances,
  type CalibrationDistances,
} from './calibration-bootstrap.ts';
import { curvePoints, shapeOfCalibration } from './calibration-shape.ts';
import { calibration, usualCalibration } from './calibration.ts';
import { hosmerLemeshow, hosmerLemeshowP } from './hosmer-lemeshow.ts';

const title: Text = { ko: '예측 위험의 보정도', en: 'Calibration of a predicted risk' };
const cox =
  'Cox (1958), Biometrika 45, 562-565; Miller, Hui and Tierney (1991), Statistics in Medicine 10, 1213-1226';
const distances = 'Austin and Steyerberg (2019), Statistics in Medicine 38, 4051-4065';
const murphy = 'Murphy (1973), J Applied Meteorology 12, 595-600';
const fewReplicates = 20; // below these a point of the curve has no band

/** How far the risk that a device gives can be believed here, without any recalibration. */
export const calibrationMethod = method({
  name: 'calibration',
  title,
  settings: z.strictObject({
    /** Groups of rising risk: of Hosmer and Lemeshow's test, of the Brier score's parts, and of the plot. */
    groups: z.number().int().min(2).max(50).default(10),
    /** Share of the people that each local fit of the curve uses. */
    span: z.number().gt(0).max(1).default(0.75),
    level: levelSetting,
    ...bootstrapSettings,
    replicates: z.number().int().min(200).max(20_000).default(500),
  }),
  takes: [
    { role: 'truth', kind: 'binary' },
    { role: 'risk', kind: 'number' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: [
    'intercept',
    'slope',
    'observed-to-expected',
    'brier',
    'brier-scaled',
    'brier-reliability',
    'brier-resolution',
    'brier-uncertainty',
    'ici',
    'e50',
    'e90',
    'spiegelhalter-p',
    'hosmer-lemeshow-p',
  ],
  byGroup: true,
  file: 'statistics/src/calibration/calibration-method.ts',
  run: (roles, { groups, span, level, replicates, seed }) => {
    const truth = completeBinary(roles, 'truth');
    if (!truth.ok) return truth;
    const risk = completeNumbers(roles, 'risk');
    if (!risk.ok) return risk;
    const found = calibration(truth.value, risk.value, { ...usualCalibration, level, span });
    if (!found.ok) return found;
    const { n, events, intercept, slope, observedToExpected, brier, spiegelhalter } = found.value;
    if (events < 2 || n - events < 2)
      return fail({ kind: 'too-few-cases', diseased: events, healthy: n - events });
    const points = curvePoints(risk.value);
    const options = { span, groups, points };
    const seen = calibrationDistances(truth.value, risk.value, options);
    const drawn = calibrationBootstrap(truth.value, risk.value, { ...options, replicates, seed });
    const test = hosmerLemeshow(truth.value, risk.value, groups);
    const warnings: readonly Warning[] =
      test.groups.length < groups
        ? [{ kind: 'groups-merged', facts: { asked: groups, groups: test.groups.length } }]
        : [];
    const about = { level, n, parts: { events, nonEvents: n - events } };
    const computed = (
      unit: Estimate['unit'],
      {
        value,
        limits,
        standardError,
      }: { value: number; limits: Limits | null; standardError: number | null },
      words: { readonly method: Text; readonly source: string },
    ): Estimate => makeEstimate({ ...about, unit, value, limits, standardError, ...words, warnings });
    const resampled = (
      unit: Estimate['unit'],
      of: (one: CalibrationDistances) => number,
      method: Text,
      source: string,
    ): Estimate =>
      bootstrapEstimate({
        ...about,
        unit,
        value: of(seen),
        replicates: drawn.map(of),
        seed,
        method: {
          ko: `${method.ko}, 붓스트랩 백분위 구간(${replicates}회)`,
          en: `${method.en}, percentile interval of ${replicates} bootstrap samples`,
        },
        source,
        warnings,
      });
    const p = (value: number, method: Text, source: string): Estimate =>
      computed('probability', { value, limits: null, standardError: null }, { method, source });
    const brierLimits = clip(around(brier.value, brier.standardError, normalReach(level)), 0, 1);
    return succeed({
      estimates: {
        intercept: computed('logit', intercept, {
          method: {
            ko: '보정 절편(기울기 1 고정), Wald 신뢰구간',
            en: 'Calibration intercept with the slope held at 1, Wald interval',
          },
          source: cox,
        }),
        slope: computed('ratio', slope, {
          method: { ko: '보정 기울기, Wald 신뢰구간', en: 'Calibration slope, Wald interval' },
          source: cox,
        }),
        'observed-to-expected': computed(
          'ratio',
          { ...observedToExpected, standardError: null },
          {
            method: { ko: '관찰/기대 비, 로그 신뢰구간', en: 'Observed over expected events, log interval' },
            source: 'Debray and others (2017), BMJ 356, i6460',
          },
        ),
        brier: computed(
          'score',
          { value: brier.value, limits: brierLimits, standardError: brier.standardError },
          {
            method: { ko: '브라이어 점수, Wald 신뢰구간', en: 'Brier score, Wald interval' },
            source: 'Brier (1950), Monthly Weather Review 78, 1-3',
          },
        ),
        'brier-scaled': resampled(
          'ratio',
          ({ scaled }) => scaled,
          { ko: '척도화 브라이어 점수', en: 'Scaled Brier score' },
          'Steyerberg and others (2010), Epidemiology 21, 128-138',
        ),
        'brier-reliability': resampled(
          'score',
          ({ reliability }) => reliability,
          { ko: '신뢰도(위험 무리별)', en: 'Reliability, of groups of risk' },
          murphy,
        ),
        'brier-resolution': resampled(
          'score',
          ({ resolution }) => resolution,
          { ko: '분해능(위험 무리별)', en: 'Resolution, of groups of risk' },
          murphy,
        ),
        'brier-uncertainty': resampled(
          'score',
          ({ uncertainty }) => uncertainty,
          { ko: '불확실성', en: 'Uncertainty' },
          murphy,
        ),
        ici: resampled(
          'probability',
          ({ ici }) => ici,
          { ko: '통합 보정 지수', en: 'Integrated calibration index' },
          distances,
        ),
        e50: resampled(
          'probability',
          ({ e50 }) => e50,
          { ko: '보정 오차 중앙값', en: 'Median calibration error' },
          distances,
        ),
        e90: resampled(
          'probability',
          ({ e90 }) => e90,
          { ko: '보정 오차 90백분위', en: '90th percentile of calibration error' },
          distances,
        ),
        'spiegelhalter-p': p(
          spiegelhalter.p,
          { ko: 'Spiegelhalter 검정(양측)', en: "Spiegelhalter's test (two-sided)" },
          'Spiegelhalter (1986), Statistics in Medicine 5, 421-433',
        ),
        'hosmer-lemeshow-p': p(
          hosmerLemeshowP(test.chi2, test.groups.length, false),
          {
            ko: `Hosmer-Lemeshow 검정(자유도 ${test.groups.length}: 위험이 다른 곳에서 왔음)`,
            en: `Hosmer-Lemeshow test, ${test.groups.length} degrees of freedom: the risks come from elsewhere`,
          },
          'Hosmer and Lemeshow (1980), Communications in Statistics A9, 1043-1069',
        ),
      },
      shapes: [
        shapeOfCalibration(found.value, {
          label: title,
          truth: truth.value,
          risk: risk.value,
          bins: groups,
          level,
          band: bandOf(points, seen, drawn, level),
        }),
      ],
      warnings,
    });
  },
});

/** Percentile limits of the curve, widened to hold it; no limits at the ends that few samples reach. */
function bandOf(
  points: readonly number[],
  seen: CalibrationDistances,
  drawn: readonly CalibrationDistances[],
  level: number,
): readonly { readonly predicted: number; readonly low: number; readonly high: number }[] {
  return points.flatMap((predicted, i) => {
    const heights = drawn.map(({ curve }) => curve[i] ?? NaN).filter((height) => Number.isFinite(height));
    if (heights.length < Math.max(fewReplicates, drawn.length / 2)) return [];
    const { low, high } = bootstrapSummary(heights, level).limits;
    const own = seen.curve[i] ?? NaN;
    return [{ predicted, low: Math.min(low, own), high: Math.max(high, own) }];
  });
}
