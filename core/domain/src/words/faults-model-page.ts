import type { Text } from '../text.ts';

/** The economic model of a plan, and the files beside it that its page shows. */
export const modelPageFaults = {
  'model-structure-unknown': {
    ko: '모형 파일의 {path}: 없는 구조입니다: "{found}". 다음 가운데 하나를 적으십시오: {known}.',
    en: 'In the model file, {path}: there is no structure "{found}". State one of: {known}.',
  },
  'model-parameter-not-holdable': {
    ko: '모수 "{name}"의 값은 따로 정할 수 없습니다. 식으로 구하거나 다른 모수와 함께 뽑기 때문입니다. 그 식에 쓰이는 모수를 바꾸십시오.',
    en: 'The value of parameter "{name}" cannot be set on its own: it follows from others, or is drawn together with them. Change those.',
  },
  'model-engine-broke': {
    ko: '이 화면의 계산기가 모형을 풀다가 멈췄습니다({problem}). 사슬의 결과는 그대로입니다. 조절한 값을 되돌리고, 되풀이되면 이 문구를 알려 주십시오.',
    en: 'The engine of this page stopped while running the model ({problem}). Results of the chain stand. Undo the last change, and report this text if it comes back.',
  },
} as const satisfies Readonly<Record<string, Text>>;
