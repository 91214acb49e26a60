import type { Text } from '../text.ts';

/** Things a reader must know before using a number. A `{slot}` is filled with the fact of that name. */
export const warningWords = {
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
    ko: '{trials}건 중 {events}건: Wald 구간의 폭이 0이어서 불확실성을 나타내지 못합니다.',
    en: '{events} of {trials}: the Wald interval has no width and does not show the uncertainty.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type WarningKind = keyof typeof warningWords;
