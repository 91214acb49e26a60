import type {
  BlandAltmanShape,
  DecisionCurveShape,
  ForestShape,
  FrocShape,
  ReadersShape,
  RocShape,
  SizeCurveShape,
  SrocShape,
} from '@daero/domain/shape';
import type { Point } from '../plot.ts';

/** Invented shapes of a validation study, for tests and for looking at pictures. No number here is a result. */

const wave = (at: number): number => Math.sin(at * 12.9898) * 0.5; // repeatable spread

const sensitivityAt = (share: number, bend: number): number => share / (share + bend * (1 - share));
const rocCurveOf = (ko: string, en: string, bend: number, auc: number): RocShape['curves'][number] => ({
  label: { ko, en },
  auc: { value: auc, low: auc - 0.026, high: auc + 0.024 },
  points: Array.from({ length: 61 }, (_, index) => {
    const falsePositive = (index / 60) * (index / 60);
    return {
      falsePositive,
      truePositive: sensitivityAt(falsePositive, bend),
      threshold: index === 0 ? null : 1 - index / 60,
    };
  }),
  band: Array.from({ length: 99 }, (_, index) => {
    const falsePositive = (index + 1) / 100;
    const middle = sensitivityAt(falsePositive, bend);
    const half = 0.02 + 0.09 * Math.sqrt(middle * (1 - middle));
    return { falsePositive, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
  }),
});

export const rocPair: RocShape = {
  shape: 'roc',
  label: { ko: '폐결절 검출', en: 'Detection of nodules' },
  n: { diseased: 312, healthy: 688 },
  level: 0.95,
  curves: [
    rocCurveOf('장치 2.1판', 'Device version 2.1', 0.05, 0.894),
    rocCurveOf('장치 1.4판', 'Device version 1.4', 0.16, 0.817),
  ],
};

const without = (n: number, value: number): ForestShape['rows'][number] => ({
  label: { ko: `병원 ${n} (가상)`, en: `Hospital ${n} (fictitious)` },
  value,
  low: value - 0.028,
  high: value + 0.028,
  n: 760,
  weight: null,
  role: 'left-out',
});

export const forestMargins: ForestShape = {
  shape: 'forest',
  label: { ko: '보조 판독 대 단독 판독', en: 'Aided against unaided reading' },
  quantity: { ko: 'AUC 차이', en: 'Difference in AUC' },
  level: 0.95,
  scale: 'linear',
  reference: 0,
  margins: [-0.05],
  rows: [
    {
      label: { ko: '보조 − 단독', en: 'Aided − unaided' },
      value: 0.021,
      low: -0.004,
      high: 0.046,
      n: 1000,
      weight: null,
      role: 'difference',
    },
    without(1, 0.018),
    without(2, 0.026),
    without(3, 0.017),
  ],
  prediction: null,
  heterogeneity: null,
};

export const readers: ReadersShape = {
  shape: 'readers',
  label: { ko: '판독자 연구', en: 'Reader study' },
  quantity: { ko: 'AUC', en: 'AUC' },
  level: 0.95,
  n: 240,
  parts: { diseased: 90, healthy: 150, readers: 8 },
  modalities: [
    { ko: '단독 판독', en: 'Unaided' },
    { ko: '장치 보조', en: 'Aided' },
  ],
  readers: Array.from({ length: 8 }, (_, index) => ({
    label: { ko: `판독자 ${index + 1}`, en: `Reader ${index + 1}` },
    values: [0.79 + 0.06 * wave(index), index === 6 ? null : 0.84 + 0.05 * wave(index + 20)],
  })),
  means: [
    { value: 0.793, low: 0.752, high: 0.834 },
    { value: 0.846, low: 0.811, high: 0.881 },
  ],
  differences: [{ first: 0, second: 1, difference: { value: 0.053, low: 0.019, high: 0.087 }, p: 0.0041 }],
  margin: -0.05,
};

const frocOf = (ko: string, en: string, height: number, slope: number): FrocShape['curves'][number] => ({
  label: { ko, en },
  points: Array.from({ length: 25 }, (_, index) => ({
    nonLesionsPerCase: 0.06 * index,
    lesionShare: height * (1 - Math.exp((-slope * index) / 8)),
    threshold: index === 0 ? null : 100 - 4 * index,
  })),
});

export const froc: FrocShape = {
  shape: 'froc',
  label: { ko: '결절 위치', en: 'Location of nodules' },
  modality: null,
  n: { cases: 240, lesions: 131 },
  curves: [frocOf('장치 보조', 'Aided', 0.88, 1.4), frocOf('단독 판독', 'Unaided', 0.79, 1)],
};

const thresholds = Array.from({ length: 30 }, (_, index) => 0.01 + 0.02 * index);
const benefitOfAll = (threshold: number): number => 0.14 - (0.86 * threshold) / (1 - threshold);
const benefit = (threshold: number): number =>
  Math.max(benefitOfAll(threshold), 0) + 0.028 * Math.exp(-Math.abs(threshold - 0.15) / 0.1);

export const decisionCurve: DecisionCurveShape = {
  shape: 'decision-curve',
  label: { ko: '병원 내 사망 위험', en: 'Risk of in-hospital death' },
  n: 4000,
  events: 554,
  level: 0.95,
  horizonDays: null,
  thresholds,
  curves: [
    {
      label: { ko: '장치', en: 'Device' },
      role: 'score',
      netBenefit: thresholds.map(benefit),
      low: thresholds.map((threshold) => benefit(threshold) - 0.009),
      high: thresholds.map((threshold) => benefit(threshold) + 0.009),
      gain: thresholds.map((threshold) => {
        const value = benefit(threshold) - Math.max(benefitOfAll(threshold), 0);
        return { value, low: value - 0.006, high: value + 0.006 };
      }),
    },
    {
      label: { ko: '모두 치료', en: 'Treat all' },
      role: 'treat-all',
      netBenefit: thresholds.map(benefitOfAll),
      low: null,
      high: null,
      gain: null,
    },
    {
      label: { ko: '모두 비치료', en: 'Treat none' },
      role: 'treat-none',
      netBenefit: thresholds.map(() => 0),
      low: null,
      high: null,
      gain: null,
    },
  ],
  roundedTo: null,
};

export const blandAltman: BlandAltmanShape = {
  shape: 'bland-altman',
  label: { ko: '결절 지름, 장치 − 판독자', en: 'Nodule diameter, device − reader' },
  unit: { ko: 'mm', en: 'mm' },
  n: 120,
  level: 0.95,
  points: Array.from({ length: 120 }, (_, index) => ({
    mean: 6 + 0.15 * index + 2 * wave(index),
    difference: 0.4 + 2.4 * (wave(index + 7) + wave(3 * index)) * 0.9,
  })),
  bias: { value: 0.38, low: 0.16, high: 0.6 },
  lower: { value: -2.05, low: -2.43, high: -1.67 },
  upper: { value: 2.81, low: 2.43, high: 3.19 },
};

const around = (x: number, y: number, width: number, height: number): readonly Point[] =>
  Array.from({ length: 48 }, (_, index) => {
    const angle = (index / 48) * 2 * Math.PI;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle + 0.7)];
  });

export const sroc: SrocShape = {
  shape: 'sroc',
  label: { ko: '흉부 X선 판독보조', en: 'Aided reading of chest films' },
  level: 0.95,
  studies: Array.from({ length: 11 }, (_, index) => ({
    label: { ko: `연구 ${index + 1}`, en: `Study ${index + 1}` },
    diseased: 60 + 17 * index,
    healthy: 120 + 41 * ((index * 7) % 11),
    sensitivity: 0.84 + 0.14 * wave(index),
    falsePositive: 0.16 + 0.12 * wave(index + 40),
  })),
  summary: { sensitivity: 0.842, falsePositive: 0.158 },
  confidence: around(0.158, 0.842, 0.035, 0.04),
  prediction: around(0.158, 0.842, 0.1, 0.11),
  curve: Array.from({ length: 40 }, (_, index) => [
    0.03 + 0.01 * index,
    sensitivityAt(0.03 + 0.01 * index, 0.036),
  ]),
};

const powerAt = (cases: number, readerCount: number): number => 1 - Math.exp((-cases * readerCount) / 900);

export const sizeCurve: SizeCurveShape = {
  shape: 'size-curve',
  label: { ko: '판독자 연구의 크기', en: 'Size of the reader study' },
  x: { ko: '증례 수', en: 'Cases' },
  y: { ko: '검정력', en: 'Power' },
  curves: [4, 6, 10].map((count) => ({
    label: { ko: `판독자 ${count}명`, en: `${count} readers` },
    points: Array.from({ length: 20 }, (_, index) => ({
      x: 40 + 20 * index,
      y: powerAt(40 + 20 * index, count),
    })),
  })),
  target: 0.8,
  chosen: { x: 260, y: powerAt(260, 6) },
};
