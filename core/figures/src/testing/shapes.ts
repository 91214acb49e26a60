import { caseForecast } from './case-shape.ts';
import type {
  AcceptabilityShape,
  CalibrationShape,
  CompletenessShape,
  FlowShape,
  ForestShape,
  PlaneShape,
  RocShape,
  Shape,
  SurvivalShape,
  TornadoShape,
} from '@daero/domain/shape';
import {
  budgetImpact,
  cashFlow,
  cohortTrace,
  researchValue,
  statesStructure,
  treeStructure,
  twoWay,
  valueOfInformation,
} from './economics-shapes.ts';
import {
  blandAltman,
  decisionCurve,
  forestMargins,
  froc,
  readers,
  rocPair,
  sizeCurve,
  sroc,
} from './validation-shapes.ts';

/** Invented shapes of realistic size, for tests and for looking at pictures. No number here is a result. */

/** A repeatable stream in (0, 1): tests need spread, not randomness. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}
const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());

export const roc: RocShape = {
  shape: 'roc',
  label: { ko: 'NEWS2 최고 점수', en: 'Highest NEWS2 score' },
  n: { diseased: 554, healthy: 3446 },
  level: 0.95,
  curves: [
    {
      label: { ko: 'NEWS2', en: 'NEWS2' },
      auc: { value: 0.6923, low: 0.6681, high: 0.7165 },
      points: Array.from({ length: 20 }, (_, index) => {
        const t = index / 19;
        const falsePositive = t * t;
        const truePositive = 1 - (1 - t) * (1 - t) * (1 - 0.15 * t);
        return { falsePositive, truePositive, threshold: index === 0 ? null : 19 - index };
      }),
      band: null,
    },
  ],
};

const site = (n: number, value: number, half: number, weight: number): ForestShape['rows'][number] => ({
  label: { ko: `병원 ${n} (가상)`, en: `Hospital ${n} (fictitious)` },
  value,
  low: value - half,
  high: value + half,
  n: 700 + 131 * n,
  weight,
  role: 'site',
});

export const forest: ForestShape = {
  shape: 'forest',
  label: { ko: 'NEWS2 최고 점수와 병원 내 사망', en: 'Highest NEWS2 score and in-hospital death' },
  quantity: { ko: 'AUC', en: 'AUC' },
  level: 0.95,
  scale: 'linear',
  reference: 0.5,
  margins: [],
  rows: [
    site(1, 0.701, 0.048, 0.22),
    site(2, 0.683, 0.061, 0.14),
    site(3, 0.661, 0.036, 0.39),
    site(4, 0.724, 0.045, 0.25),
    {
      label: { ko: '합친 값', en: 'Summary' },
      value: 0.6891,
      low: 0.6612,
      high: 0.717,
      n: 4000,
      weight: null,
      role: 'summary',
    },
  ],
  prediction: { low: 0.621, high: 0.757 },
  heterogeneity: { tau2: 0.00031, i2: 0.382, q: 4.85, p: 0.183 },
};

export const calibration: CalibrationShape = {
  shape: 'calibration',
  label: { ko: '로지스틱 재보정', en: 'Logistic recalibration' },
  n: 4000,
  events: 554,
  level: 0.95,
  intercept: { value: 0.012, low: -0.093, high: 0.117 },
  slope: { value: 0.94, low: 0.83, high: 1.05 },
  ici: 0.0121,
  bins: Array.from({ length: 10 }, (_, index) => {
    const predicted = 0.03 + 0.0045 * index * index;
    const value = Math.max(0, predicted + (index % 2 === 0 ? 0.012 : -0.01));
    return {
      predicted,
      value,
      low: Math.max(0, value - 0.022 - 0.004 * index),
      high: value + 0.024 + 0.004 * index,
      n: 460 - 35 * index,
    };
  }),
  curve: Array.from({ length: 30 }, (_, index) => {
    const predicted = 0.02 + 0.0135 * index;
    return { predicted, observed: predicted * (0.96 + 0.08 * Math.sin(index / 6)) };
  }),
  band: Array.from({ length: 30 }, (_, index) => {
    const predicted = 0.02 + 0.0135 * index;
    const observed = predicted * (0.96 + 0.08 * Math.sin(index / 6));
    return { predicted, low: observed * 0.85, high: observed * 1.15 };
  }),
};

const ticks = [0, 10, 20, 30, 40, 50, 60];
function group(ko: string, en: string, n: number, rate: number): SurvivalShape['groups'][number] {
  const at = (time: number): number => Math.exp(-rate * time);
  return {
    label: { ko, en },
    n,
    censoredAt: Array.from({ length: 14 }, (_, index) => 3 + index * 4),
    steps: Array.from({ length: 56 }, (_, time) => ({
      time,
      survival: at(time),
      low: Math.max(0, at(time) - 0.004 * Math.sqrt(time) * Math.sqrt(1500 / n)),
      high: Math.min(1, at(time) + 0.004 * Math.sqrt(time) * Math.sqrt(1500 / n)),
    })),
    table: ticks.map((time) => ({
      time,
      atRisk: Math.floor(n * Math.exp(-(rate + 0.07) * time)),
      events: Math.floor(n * (1 - at(time)) * 0.4),
      censored: n - Math.floor(n * Math.exp(-(rate + 0.07) * time)) - Math.floor(n * (1 - at(time)) * 0.4),
    })),
  };
}

export const survival: SurvivalShape = {
  shape: 'survival',
  label: { ko: '점수대별 병원 내 사망', en: 'In-hospital death by score band' },
  event: { ko: '병원 내 사망', en: 'in-hospital death' },
  timeUnit: 'days',
  level: 0.95,
  groups: [
    group('0–4점', 'Score 0–4', 1210, 0.004),
    group('5–6점', 'Score 5–6', 1180, 0.007),
    group('7점 이상', 'Score 7 or more', 1610, 0.013),
  ],
  logRank: { chi2: 71.34, df: 2, p: 3.2e-16 },
  censoring: {
    ko: '퇴원 시점에 중도절단했습니다. 시간을 모르는 12명은 제외했습니다.',
    en: 'Censored at discharge. 12 people with unknown times are left out.',
  },
};

export const flow: FlowShape = {
  shape: 'flow',
  label: { ko: '대상자 흐름', en: 'Flow of participants' },
  unit: { ko: '입실', en: 'ICU stays' },
  stages: [
    {
      label: { ko: '원자료에 있는 중환자실 입실', en: 'ICU stays in the source' },
      n: 4212,
      left: [
        { reason: { ko: '18세 미만', en: 'Younger than 18 years' }, n: 12 },
        {
          reason: {
            ko: '첫 24시간에 점수 항목이 하나도 없음',
            en: 'No item of the score at all in the first 24 hours',
          },
          n: 138,
        },
      ],
    },
    {
      label: { ko: '점수를 구한 입실', en: 'Stays with a score' },
      n: 4062,
      left: [{ reason: { ko: '결과를 알 수 없음', en: 'Outcome unknown' }, n: 62 }],
    },
    { label: { ko: '주 분석에 포함', en: 'In the primary analysis' }, n: 4000, left: [] },
  ],
};

export const completeness: CompletenessShape = {
  shape: 'completeness',
  label: { ko: '첫 24시간', en: 'First 24 hours' },
  unit: { ko: '입실', en: 'stays' },
  rows: [
    { label: { ko: '호흡수', en: 'Respiratory rate' }, present: 1108, of: 4000 },
    { label: { ko: '산소포화도 (SaO2)', en: 'Oxygen saturation (SaO2)' }, present: 1789, of: 4000 },
    { label: { ko: '수축기 혈압', en: 'Systolic blood pressure' }, present: 3921, of: 4000 },
    { label: { ko: '심박수', en: 'Heart rate' }, present: 3937, of: 4000 },
    { label: { ko: '의식 (GCS)', en: 'Consciousness (GCS)' }, present: 3936, of: 4000 },
    { label: { ko: '체온', en: 'Temperature' }, present: 3933, of: 4000 },
  ],
};

function planeDraws(): PlaneShape['draws'] {
  const next = stream(20261122);
  return Array.from({ length: 1000 }, () => {
    const z = normal(next);
    return { effect: 0.031 + 0.012 * z, cost: 1_180_000 + 520_000 * (0.45 * z + 0.89 * normal(next)) };
  });
}
const draws = planeDraws();
const share = (holds: (draw: (typeof draws)[number]) => boolean): number =>
  draws.filter(holds).length / draws.length;

export const plane: PlaneShape = {
  shape: 'cost-effectiveness-plane',
  label: { ko: '비용효과 평면', en: 'Cost-effectiveness plane' },
  comparison: { ko: '경보 대 통상 관찰', en: 'Alerting against usual observation' },
  currency: 'KRW',
  priceYear: 2026,
  effectUnit: 'QALY',
  mean: { effect: 0.031, cost: 1_180_000 },
  draws,
  drawsInAll: 5000,
  willingness: [20_000_000, 30_000_000, 50_000_000],
  quadrants: {
    northEast: share(({ effect, cost }) => effect >= 0 && cost >= 0),
    southEast: share(({ effect, cost }) => effect >= 0 && cost < 0),
    southWest: share(({ effect, cost }) => effect < 0 && cost < 0),
    northWest: share(({ effect, cost }) => effect < 0 && cost >= 0),
  },
};

const willingness = Array.from({ length: 31 }, (_, index) => index * 3_000_000);
const rising = willingness.map((amount) => 1 / (1 + Math.exp(-(amount - 38_000_000) / 11_000_000)));

export const acceptability: AcceptabilityShape = {
  shape: 'acceptability',
  label: { ko: '경보 대 통상 관찰', en: 'Alerting against usual observation' },
  currency: 'KRW',
  effectUnit: 'QALY',
  strategies: [
    { name: { ko: '경보', en: 'Alerting' }, probabilities: rising },
    { name: { ko: '통상 관찰', en: 'Usual observation' }, probabilities: rising.map((p) => 1 - p) },
  ],
  reference: 1,
  willingness,
  frontier: rising.map((p) => (p >= 0.48 ? p : 1 - p)),
};

const bar = (
  ko: string,
  en: string,
  state: TornadoShape['bars'][number]['state'],
  inputs: readonly [number, number],
  results: readonly [number, number],
): TornadoShape['bars'][number] => ({
  parameter: { ko, en },
  state,
  lowInput: inputs[0],
  highInput: inputs[1],
  atLow: results[0],
  atHigh: results[1],
});

export const tornado: TornadoShape = {
  shape: 'tornado',
  label: { ko: '일원 민감도분석', en: 'One-way sensitivity analysis' },
  outcome: { ko: '순편익', en: 'net benefit' },
  willingness: 30_000_000,
  currency: 'KRW',
  base: 420_000,
  bars: [
    bar(
      '경보에 따른 사망 감소 비율',
      'Relative reduction of death after an alert',
      'assumption',
      [0.02, 0.12],
      [-610_000, 1_480_000],
    ),
    bar('민감도 (5점 이상)', 'Sensitivity (score 5 or more)', 'estimate', [0.66, 0.76], [260_000, 575_000]),
    bar(
      '경보 한 건당 업무 비용',
      'Cost of work per alert',
      'assumption',
      [12_000, 58_000],
      [590_000, 170_000],
    ),
    bar('특이도 (5점 이상)', 'Specificity (score 5 or more)', 'estimate', [0.531, 0.564], [380_000, 455_000]),
    bar(
      '중환자실 하루 비용',
      'Cost of a day in intensive care',
      'literature',
      [610_000, 890_000],
      [398_000, 447_000],
    ),
    bar('병원 내 사망률', 'In-hospital death rate', 'estimate', [0.128, 0.149], [401_000, 439_000]),
  ],
};

export const shapes: readonly Shape[] = [
  roc,
  forest,
  calibration,
  survival,
  flow,
  completeness,
  plane,
  acceptability,
  tornado,
  rocPair,
  forestMargins,
  readers,
  froc,
  decisionCurve,
  blandAltman,
  sroc,
  sizeCurve,
  cohortTrace,
  valueOfInformation,
  budgetImpact,
  cashFlow,
  statesStructure,
  treeStructure,
  twoWay,
  researchValue,
  caseForecast,
];
