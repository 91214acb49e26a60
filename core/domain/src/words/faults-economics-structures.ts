import type { Text } from '../text.ts';

/** Trees before cohorts, and partitioned survival and individual models as files. */
export const structureFaults = {
  'cohort-start-and-initial': {
    ko: '모형 파일의 {path}: 결정나무(start)가 있으면 처음 몫(initial)을 적지 않습니다. 둘 가운데 하나를 지우십시오.',
    en: 'In the model file, {path}: where a tree (start) hands people over there are no shares at the start (initial). Remove one of them.',
  },
  'tree-varies-by-cycle': {
    ko: '모형 파일의 {path}: 결정나무는 코호트가 시작하기 전이므로 주기나 나이에 따라 달라지는 값을 쓸 수 없습니다: "{source}"의 {name}. 시작할 때의 값으로 따로 정하십시오.',
    en: 'In the model file, {path}: the tree comes before the cohort and can use nothing that varies with cycle or age: {name} in "{source}". Define a value for the start.',
  },
  'strategy-chooses-nothing': {
    ko: '모형 파일의 {path}: 결정 마디 "{decision}"에서 무엇을 고르는지 적혀 있지 않습니다. 고를 수 있는 것: {known}.',
    en: 'In the model file, {path}: nothing is chosen at decision node "{decision}". Its branches: {known}.',
  },
  'strategy-choice-unknown': {
    ko: '모형 파일의 {path}: 결정나무에 없는 이름입니다: "{name}". 비슷한 이름: {nearest}.',
    en: 'In the model file, {path}: the tree has nothing named "{name}". Similar names: {nearest}.',
  },
} as const satisfies Readonly<Record<string, Text>>;
