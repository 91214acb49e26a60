import type { Text } from '../text.ts';

export const statisticsFaults = {
  'column-missing': {
    ko: '열이 없습니다: {column}. 있는 열: {known}. 계획서의 열 이름을 고치십시오.',
    en: 'There is no column {column}. Known columns: {known}. Correct the column name in the plan.',
  },
  'column-not-numbers': {
    ko: '수가 아닌 열입니다: {column}. 수로 된 열을 지정하십시오.',
    en: 'Column {column} does not hold numbers. Name a column of numbers.',
  },
  'column-not-text': {
    ko: '글자가 아닌 열입니다: {column}. 글자로 된 열을 지정하십시오.',
    en: 'Column {column} does not hold text. Name a column of text.',
  },
  'too-few-cases': {
    ko: '두 무리에 각각 2명 이상이 필요합니다. 질병 있음: {diseased}, 없음: {healthy}.',
    en: 'Each group needs at least 2 people. With the disease: {diseased}, without: {healthy}.',
  },
  'score-not-finite': {
    ko: '점수에 수가 아니거나 무한한 값이 있습니다. 빠진 값은 분석 전에 흐름에서 제외하십시오.',
    en: 'A score is not a finite number. Exclude missing scores in the flow before the analysis.',
  },
} as const satisfies Readonly<Record<string, Text>>;
