import type { Text } from '../text.ts';
import { cohortWarnings } from './faults-economics-cohort.ts';
import { readerStudyWarnings } from './faults-reader-study.ts';
import { economicsOutcomeWarnings } from './faults-economics-outcomes.ts';
import { structureWarnings } from './faults-economics-structures.ts';
import { validationWarnings } from './faults-validation.ts';

/** Things a reader must know before using a number. A `{slot}` is filled with the fact of that name. */
export const warningWords = {
  ...cohortWarnings,
  ...readerStudyWarnings,
  'perfect-separation': {
    ko: '점수가 두 무리를 완전히 가릅니다: DeLong 분산이 0이므로, 겹치지 않는 짝에 대한 정확 구간을 대신 씁니다.',
    en: 'The score separates the groups completely: the DeLong variance is 0, so the interval is the exact one on disjoint pairs.',
  },
  'few-groups': {
    ko: '무리가 {groups}개뿐입니다: 이질성은 매우 부정확하게 추정됩니다.',
    en: 'Only {groups} groups: heterogeneity is estimated very imprecisely.',
  },
  'missing-excluded': {
    ko: '값이 없어 제외: {rows}.',
    en: 'Left out for missing values: {rows}.',
  },
  'interval-cut-off': {
    ko: '신뢰구간이 가능한 범위를 벗어나 그 끝에서 잘랐습니다.',
    en: 'The interval left the possible range and was cut off at its end.',
  },
  'interval-without-width': {
    ko: '{trials}건 중 {events}건: 구간의 폭이 0이어서 불확실성을 나타내지 못합니다.',
    en: '{events} of {trials}: the interval has no width and does not show the uncertainty.',
  },
  'icer-dominant': {
    ko: '비용이 더 들지 않으면서 효과가 더 큽니다(우월). 이때 비용-효과비는 뜻이 없어 적지 않습니다.',
    en: 'It costs no more and gives more (dominant). A cost-effectiveness ratio has no meaning there and is not given.',
  },
  'icer-dominated': {
    ko: '비용이 덜 들지 않으면서 효과가 더 작습니다(열등). 이때 비용-효과비는 뜻이 없어 적지 않습니다.',
    en: 'It costs no less and gives less (dominated). A cost-effectiveness ratio has no meaning there and is not given.',
  },
  'icer-equal': {
    ko: '비용과 효과가 같아 비용-효과비가 없습니다.',
    en: 'Cost and effect are equal: there is no cost-effectiveness ratio.',
  },
  'icer-saves-for-less': {
    ko: '비용이 줄고 효과도 줄어듭니다: 이 비는 포기하는 효과 한 단위에 절약되는 돈이며, 클수록 좋습니다.',
    en: 'It costs less and gives less: this ratio is the money saved per unit of effect given up, and higher is better.',
  },
  'icer-without-interval': {
    ko: '비용-효과비의 백분위 구간은 사분면이 섞이면 뜻이 없어 적지 않습니다. 불확실성은 순편익의 구간과 비용-효과 확률로 보십시오.',
    en: 'Percentiles of a cost-effectiveness ratio mean nothing once draws fall in several quadrants, so none are given. Read the interval of net benefit and the probability of being cost-effective.',
  },
  'share-of-draws': {
    ko: '{draws}번의 확률적 추출 가운데의 비율입니다. 표준오차는 추출 수에 따른 것일 뿐입니다.',
    en: 'A share of {draws} probabilistic draws. The standard error is that of drawing alone.',
  },
  'no-interval': {
    ko: '이 값에는 신뢰구간을 계산하지 않습니다.',
    en: 'No interval is computed for this value.',
  },
  'apparent-validation': {
    ko: '맞춘 자료에서 평가했습니다: 보정 절편과 기울기는 구성상 0과 1이며, 다른 곳에서의 성능을 뜻하지 않습니다.',
    en: 'Judged on the people it was fitted to: intercept and slope are 0 and 1 by construction and say nothing about other places.',
  },
  'beyond-follow-up': {
    ko: '{day}일은 마지막 추적({last}일)보다 뒤입니다: 그때까지의 값을 그대로 둔 것입니다.',
    en: 'Day {day} lies beyond the last follow-up (day {last}): the value is that of the end of follow-up.',
  },
  'equality-tested': {
    ko: '모든 방식의 평균이 같다는 가설의 검정: F({df1}, {df2}) = {f}.',
    en: 'Test that all modalities have one mean: F({df1}, {df2}) = {f}.',
  },
  'few-readers': {
    ko: '판독자가 {readers}명뿐입니다: 다른 판독자에게 일반화하기에 판독자 사이의 차이가 부정확하게 추정됩니다.',
    en: 'Only {readers} readers: how much readers differ is estimated imprecisely, and so is what other readers would do.',
  },
  'variance-component-negative': {
    ko: '분산 성분의 추정값이 0보다 작습니다({component}: {value}). 판독자가 적거나 판독자 사이의 차이가 작을 때 생기며, 구간에는 Hillis의 규칙을 썼습니다.',
    en: 'A variance component came out below 0 ({component}: {value}), as happens with few or similar readers; the interval follows the rule of Hillis.',
  },
  'unbiased-variance-not-positive': {
    ko: '불편 분산 추정값이 0보다 크지 않아({variance}) 대입 분산을 대신 썼습니다. 구간이 넓은 쪽으로 치우칩니다.',
    en: 'The unbiased variance was not above 0 ({variance}), so the plug-in variance is used; its interval errs on the wide side.',
  },
  'few-clusters': {
    ko: '군집이 {clusters}개뿐입니다: 군집 사이의 분산이 부정확하게 추정되어 구간이 실제보다 좁을 수 있습니다.',
    en: 'Only {clusters} clusters: the variance between them is estimated imprecisely, and the interval may be too narrow.',
  },
  'hypothesis-shown': {
    ko: '가설({question}, 한계값 {margin})이 단측 유의수준 {alpha}에서 확인되었습니다.',
    en: 'The hypothesis ({question}, margin {margin}) was shown at a one-sided level of {alpha}.',
  },
  'hypothesis-not-shown': {
    ko: '가설({question}, 한계값 {margin})이 단측 유의수준 {alpha}에서 확인되지 않았습니다. 이는 차이가 있다는 증거가 아닙니다.',
    en: 'The hypothesis ({question}, margin {margin}) was not shown at a one-sided level of {alpha}. That is no evidence of the opposite.',
  },
  'below-chance': {
    ko: '이 범위의 면적이 우연보다 작습니다: 보정값은 우연만 못하다는 뜻이며, 그 크기는 비교에 쓸 수 없습니다.',
    en: 'The area in this range lies below that of chance: the corrected value says no more than that.',
  },
  ...economicsOutcomeWarnings,
  ...structureWarnings,
  ...validationWarnings,
} as const satisfies Readonly<Record<string, Text>>;

export type WarningKind = keyof typeof warningWords;
