import type { Text } from '../text.ts';

/** Grids, thresholds, equity, research and large numbers of draws: what a model file or a page may ask wrongly. */
export const modelAnalysesFaults = {
  'model-axis': {
    ko: '모형 파일의 {path}: 매개변수 "{name}"의 축은 아래 끝({low})이 위 끝({high})보다 작아야 합니다.',
    en: 'In the model file, {path}: the axis of parameter "{name}" needs its low end ({low}) below its high end ({high}).',
  },
  'model-axes-same': {
    ko: '모형 파일의 {path}: 두 축이 모두 매개변수 "{name}"입니다. 서로 다른 매개변수 둘을 적으십시오.',
    en: 'In the model file, {path}: both axes are parameter "{name}". State two different parameters.',
  },
  'model-subgroup-unknown': {
    ko: '모형 파일의 {path}: 없는 하위 집단입니다: "{name}". analyses.subgroups에 있는 것: {known}.',
    en: 'In the model file, {path}: there is no subgroup "{name}". Those under analyses.subgroups: {known}.',
  },
  'model-equity-groups': {
    ko: '모형 파일의 {path}: 하위 집단 "{name}"은 꼭 한 번 있어야 합니다. 하위 집단마다 지금의 건강과 포기하는 몫을 적으십시오.',
    en: 'In the model file, {path}: subgroup "{name}" must be there exactly once. State health and the part forgone for every subgroup.',
  },
  'model-forgone-shares': {
    ko: '모형 파일의 {path}: 포기하는 건강의 몫(forgone)을 더하면 1이어야 합니다. 더한 값: {sum}.',
    en: 'In the model file, {path}: the parts of health forgone add up to {sum}. Together they are 1.',
  },
} as const satisfies Readonly<Record<string, Text>>;
