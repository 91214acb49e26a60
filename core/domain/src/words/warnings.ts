import type { Text } from '../text.ts';

/** Things a reader must know before using a number. A `{slot}` is filled with the fact of that name. */
export const warningWords = {
  'perfect-separation': {
    ko: '점수가 두 무리를 완전히 가릅니다: DeLong 분산이 0이어서 그 구간은 쓸 수 없습니다.',
    en: 'The score separates the groups completely: the DeLong variance is 0 and its interval is useless.',
  },
  'few-groups': {
    ko: '무리가 {groups}개뿐입니다: 이질성은 매우 부정확하게 추정됩니다.',
    en: 'Only {groups} groups: heterogeneity is estimated very imprecisely.',
  },
  'missing-excluded': {
    ko: '값이 없어 제외: {rows}.',
    en: 'Left out for missing values: {rows}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type WarningKind = keyof typeof warningWords;
