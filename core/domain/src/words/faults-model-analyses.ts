import type { Text } from '../text.ts';

/** Grids, thresholds, equity, research and large numbers of draws: what a model file or a page may ask wrongly. */
export const modelAnalysesFaults = {
  'model-axis': {
    ko: '모형 파일의 {path}: 모수 "{name}"의 축은 아래 끝({low})이 위 끝({high})보다 작아야 합니다.',
    en: 'In the model file, {path}: the axis of parameter "{name}" needs its low end ({low}) below its high end ({high}).',
  },
  'model-axes-same': {
    ko: '모형 파일의 {path}: 두 축이 모두 모수 "{name}"입니다. 서로 다른 모수 둘을 적으십시오.',
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
  'draws-cancelled': {
    ko: '추출을 {of}회 가운데 {done}회에서 멈췄습니다. 결과는 남기지 않았습니다. 다시 시작하면 처음부터 뽑으며 같은 수가 나옵니다.',
    en: 'The draws were stopped at {done} of {of}, and nothing was kept. Started again they give the same numbers.',
  },
  'draws-thread-broke': {
    ko: '모형을 계산하던 작업 스레드가 멈췄습니다({problem}). 다시 시작하고, 되풀이되면 이 문구를 알려 주십시오.',
    en: 'A thread that computed the model stopped ({problem}). Start again, and report this text if it comes back.',
  },
  'draws-of-trees': {
    ko: '여러 작업자로 많이 뽑는 것은 코호트 모형만 됩니다. 이 모형의 구조: {structure}. 모형 파일의 draws를 늘리십시오.',
    en: 'Draws by several workers are for cohort models; this one is a {structure}. Raise draws in its file instead.',
  },
  'model-not-in-plan': {
    ko: '근거 저장소 {project}의 계획에는 경제성 모형이 없습니다. plan.yaml의 model에 모형 파일을 적으십시오.',
    en: 'The plan of {project} names no economic model. Name its file under model in plan.yaml.',
  },
  'model-estimates-missing': {
    ko: '모형이 묶인 추정값이 아직 없거나 보일 수 없습니다: {names}. 먼저 저장소를 계산하십시오.',
    en: 'Estimates that the model is bound to are missing or withheld: {names}. Build the repository first.',
  },
  'draws-unknown': {
    ko: '이 열쇠({key})의 추출은 이 서버가 시작한 것이 아닙니다. 다시 시작하십시오. 이미 마친 것이면 바로 결과가 나옵니다.',
    en: 'This server did not start the draws of key {key}. Start them again: what was finished answers at once.',
  },
} as const satisfies Readonly<Record<string, Text>>;
