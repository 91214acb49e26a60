import type { Text } from '../text.ts';

/** Survival, partitioned survival, individual models, budget impact, the hospital's own case, distribution of health. */
export const economicsOutcomeFaults = {
  'survival-parameters': {
    ko: '{path}: {family} 생존분포의 모수가 맞지 않습니다. 필요한 것: {takes}. 그 자리를 고치십시오.',
    en: '{path}: the parameters of the {family} survival distribution do not fit. It takes: {takes}. Correct them there.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const economicsOutcomeWarnings = {
  'curves-not-linked': {
    ko: '분할 생존 모형에서는 무진행 생존과 전체 생존이 구조적으로 이어져 있지 않습니다: 진행을 늦추어도 전체 생존은 그 자체의 곡선만 따릅니다.',
    en: 'A partitioned survival model has no structural link between its curves: delaying progression changes overall survival only as far as its own curve says.',
  },
} as const satisfies Readonly<Record<string, Text>>;
