import type { Text } from '../text.ts';
import { designEstimates } from './faults-design.ts';
import { validationEstimates } from './faults-validation.ts';

/** What a method calls the estimates it gives, as a person reads them. */
const words: Readonly<Record<string, Text>> = {
  ...designEstimates,
  ...validationEstimates,
  auc: { ko: 'AUC', en: 'AUC' },
  proportion: { ko: '비율', en: 'proportion' },
  sensitivity: { ko: '민감도', en: 'sensitivity' },
  specificity: { ko: '특이도', en: 'specificity' },
  ppv: { ko: '양성예측도', en: 'positive predictive value' },
  npv: { ko: '음성예측도', en: 'negative predictive value' },
  prevalence: { ko: '유병률', en: 'prevalence' },
  flagged: { ko: '양성으로 부른 비율', en: 'share called positive' },
  summary: { ko: '종합 추정값', en: 'summary' },
  tau2: { ko: '기관 사이 분산(τ²)', en: 'between-site variance (τ²)' },
  i2: { ko: '기관 사이 변동의 몫(I²)', en: 'share of variation between sites (I²)' },
  q: { ko: '이질성 통계량(Q)', en: 'heterogeneity statistic (Q)' },
  'prediction-low': { ko: '예측구간 아래 끝', en: 'prediction interval, lower end' },
  'prediction-high': { ko: '예측구간 위 끝', en: 'prediction interval, upper end' },
  intercept: { ko: '보정 절편', en: 'calibration intercept' },
  slope: { ko: '보정 기울기', en: 'calibration slope' },
  'observed-to-expected': { ko: '관찰/기대 비', en: 'observed-to-expected ratio' },
  brier: { ko: '브라이어 점수', en: 'Brier score' },
  ici: { ko: '통합 보정 지수(ICI)', en: 'integrated calibration index (ICI)' },
  'coefficient-intercept': { ko: '재보정 상수', en: 'recalibration constant' },
  'coefficient-score': { ko: '재보정 점수 계수', en: 'recalibration coefficient of the score' },
  survival: { ko: '사건 없이 지낸 비율', en: 'free of the event' },
  'log-rank-p': { ko: '로그순위 검정 p', en: 'log-rank test p' },
  'incremental-cost': { ko: '증분 비용', en: 'incremental cost' },
  'incremental-qaly': { ko: '증분 QALY', en: 'incremental QALY' },
  icer: { ko: '점증적 비용효과비(ICER)', en: 'incremental cost-effectiveness ratio (ICER)' },
  'net-benefit': { ko: '순편익', en: 'net benefit' },
  'probability-cost-effective': { ko: '비용효과적일 확률', en: 'probability of being cost-effective' },
};

const plain = (key: string): Text => ({ ko: key.replaceAll('-', ' '), en: key.replaceAll('-', ' ') });

/**
 * The words for what a method gives, told apart from the groups that hang on its name: `survival-high` is of one,
 * `difference-aided-unaided` is of the first minus the second.
 */
export function estimateWord(
  key: string,
  groups: readonly string[],
): { readonly word: Text; readonly of: readonly string[] } {
  const own = words[key];
  if (own !== undefined) return { word: own, of: [] };
  // The longest name first: a group may be called what another one's name ends with.
  const group = groups
    .filter((name) => key.endsWith(`-${name}`))
    .sort((left, right) => right.length - left.length)[0];
  if (group === undefined) return { word: plain(key), of: [] };
  const before = estimateWord(key.slice(0, -group.length - 1), groups);
  return { word: before.word, of: [...before.of, group] };
}
