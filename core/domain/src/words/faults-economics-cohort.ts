import type { Text } from '../text.ts';

/** Cohort models: states, transitions, conventions, and what a run of them can meet. */
export const cohortFaults = {
  'cohort-state-unknown': {
    ko: '모형 파일의 {path}: 없는 상태입니다: "{name}". 비슷한 이름: {nearest}. 이름을 고치거나 상태를 추가하십시오.',
    en: 'In the model file, {path}: there is no state "{name}". Similar names: {nearest}. Correct it, or add the state.',
  },
  'cohort-transition-twice': {
    ko: '모형 파일의 {path}: "{from}"에서 "{to}"로 가는 전이가 두 번 적혔습니다. 하나를 지우십시오.',
    en: 'In the model file, {path}: the transition from "{from}" to "{to}" is stated twice. Remove one.',
  },
  'cohort-two-rests': {
    ko: '모형 파일의 {path}: 상태 "{from}"의 행에 rest가 둘 이상입니다. 하나만 남기십시오.',
    en: 'In the model file, {path}: the row of state "{from}" has more than one rest. Keep one.',
  },
  'cohort-state-without-exit': {
    ko: '모형 파일의 {path}: 상태 "{name}"에서 나가는 전이가 없습니다. 머무는 상태라면 자기 자신으로 가는 전이를 확률 1로 적으십시오.',
    en: 'In the model file, {path}: state "{name}" has no transitions. If people stay there, state the transition to itself with probability 1.',
  },
  'cohort-reward-without-transition': {
    ko: '모형 파일의 {path}: "{from}"에서 "{to}"로 가는 전이가 없어 그 값을 셀 수 없습니다. 전이를 추가하거나 값을 지우십시오.',
    en: 'In the model file, {path}: there is no transition from "{from}" to "{to}" whose value could be counted. Add it, or remove the value.',
  },
  'cohort-complement-below-zero': {
    ko: '모형 파일의 {path}: 상태 "{from}"의 행에서 나머지("{to}")가 0보다 작습니다: {value}({draw}번째 추출, 0은 기본값; {cycle}주기, 머문 지 {residence}주기; {parameters}). 그 행의 다른 확률을 고치십시오.',
    en: 'In the model file, {path}: in the row of state "{from}" the rest ("{to}") is {value}, below 0, in draw {draw} (0 is the base case), cycle {cycle}, residence {residence} ({parameters}). Correct the other probabilities of the row.',
  },
  'cohort-probability-out-of-range': {
    ko: '모형 파일의 {path}: "{from}"에서 "{to}"로 가는 확률이 {value}입니다({draw}번째 추출, 0은 기본값; {cycle}주기, 머문 지 {residence}주기; {parameters}). 식이나 분포를 고치십시오.',
    en: 'In the model file, {path}: the probability from "{from}" to "{to}" is {value} in draw {draw} (0 is the base case), cycle {cycle}, residence {residence} ({parameters}). Correct the expression or the distributions.',
  },
  'cohort-row-does-not-sum': {
    ko: '모형 파일의 {path}: 상태 "{from}"의 행의 합이 {sum}입니다({draw}번째 추출, 0은 기본값; {cycle}주기, 머문 지 {residence}주기; {parameters}). 합이 1이 되게 하거나 하나를 rest로 두십시오.',
    en: 'In the model file, {path}: the row of state "{from}" adds up to {sum} in draw {draw} (0 is the base case), cycle {cycle}, residence {residence} ({parameters}). Make it add up to 1, or make one the rest.',
  },
  'cohort-value-not-finite': {
    ko: '모형 파일의 {path}: 유한한 수가 아닙니다({draw}번째 추출, 0은 기본값; {cycle}주기, 머문 지 {residence}주기; {parameters}). 0으로 나누는 곳이 없는지 보십시오.',
    en: 'In the model file, {path}: not a finite number in draw {draw} (0 is the base case), cycle {cycle}, residence {residence} ({parameters}). Look for a division by 0.',
  },
  'cohort-lookup-missing': {
    ko: '모형 파일의 {path}: {source}에 {key}의 값이 없습니다({draw}번째 추출, 0은 기본값; {cycle}주기; {parameters}). 표에 그 값(예: 그 나이의 사망률)을 넣거나 분석 기간을 줄이십시오.',
    en: 'In the model file, {path}: {source} has no value for {key} in draw {draw} (0 is the base case), cycle {cycle} ({parameters}). Add it to the table (the mortality of that age, say), or shorten the horizon.',
  },
  'cohort-initial': {
    ko: '모형 파일의 {path}: 처음 상태의 몫은 0 이상이고 합이 1이어야 합니다. 합: {sum}({draw}번째 추출, 0은 기본값).',
    en: 'In the model file, {path}: the shares at the start must be 0 or more and add up to 1; they add up to {sum} in draw {draw} (0 is the base case).',
  },
  'cohort-cycle-does-not-divide': {
    ko: '모형 파일의 {path}: 분석 기간({horizonYears}년)이 주기({cycleYears}년)로 나누어떨어지지 않습니다: {cycles}주기. 둘 가운데 하나를 고치십시오.',
    en: 'In the model file, {path}: a horizon of {horizonYears} years is {cycles} cycles of {cycleYears} years, not a whole number. Change one of them.',
  },
  'cohort-too-large': {
    ko: '모형이 너무 큽니다({path}): 대안 {strategies} × 상태와 터널 {copies} × 주기 {cycles} × 추출 {draws} = 칸 {cells}개(최대 {limit}개). 터널, 주기 또는 추출을 줄이십시오.',
    en: 'The model is too large ({path}): {strategies} strategies x {copies} states with their tunnels x {cycles} cycles x {draws} draws = {cells} cells (at most {limit}). Use fewer tunnels, cycles or draws.',
  },
  'cohort-simpson-odd': {
    ko: '모형 파일의 {path}: 심프슨 규칙에는 주기의 수가 짝수여야 합니다(지금 {cycles}주기). 다른 규칙을 쓰거나 분석 기간을 고치십시오.',
    en: "In the model file, {path}: Simpson's rule needs an even number of cycles, and there are {cycles}. Choose another rule or horizon.",
  },
  'definition-circular': {
    ko: '모형 파일의 {path}: 정의가 제자리로 돌아옵니다: {names}. 그 가운데 하나를 다른 값으로 정하십시오.',
    en: 'In the model file, {path}: these are defined by one another in a circle: {names}. Define one of them otherwise.',
  },
  'hazard-ratio-on-probability': {
    ko: '모형 파일의 {path}: "{source}"에서 위험비 {ratio}를 확률 {probability}에 곱했습니다. 위험비는 발생률에 곱하거나 1 - (1 - p)^hr로 쓰십시오.',
    en: 'In the model file, {path}: "{source}" multiplies probability {probability} by hazard ratio {ratio}. A hazard ratio acts on a rate; on a probability write 1 - (1 - p)^hr.',
  },
  'table-keys': {
    ko: '모형 파일의 {path}: 표 "{name}"의 열쇠는 커지는 차례여야 하고 값과 수가 같아야 합니다(열쇠 {keys}개, 값 {values}개).',
    en: 'In the model file, {path}: the keys of table "{name}" must rise, and there must be as many values ({keys} keys, {values} values).',
  },
  'voi-draws-differ': {
    ko: '결과는 {draws}번, 모수는 {predictors}번의 추출입니다. 같은 추출의 행을 짝지어 주십시오.',
    en: 'There are {draws} draws of the outcomes and {predictors} of a parameter. Give rows of the same draws.',
  },
  'voi-too-few-draws': {
    ko: '추출이 {draws}번뿐이어서 정보의 가치를 회귀로 구할 수 없습니다. {least}번 이상으로 늘리십시오.',
    en: 'There are {draws} draws, too few for a regression. Make at least {least}.',
  },
  'voi-not-finite': {
    ko: '추출에 유한하지 않은 값이 있어 정보의 가치를 구할 수 없습니다. 모형의 값을 확인하십시오.',
    en: 'Some draws are not finite numbers, so the value of information cannot be found. Check the values of the model.',
  },
  'covariance-not-positive-definite': {
    ko: '모형 파일의 {path}: 공분산 또는 상관 행렬이 양의 정부호가 아닙니다({row}번째 행). 그런 값을 함께 갖는 수는 없습니다: 대칭인지, 상관이 서로 맞는지 보십시오.',
    en: 'In the model file, {path}: the covariance or correlation matrix is not positive definite (row {row}). No numbers can vary together like that: see that it is symmetric and that its correlations agree with one another.',
  },
  'joint-parameter': {
    ko: '모형 파일의 {path}: 함께 추출할 수 없는 이름입니다: "{name}". 자기 분포가 있고 다른 묶음에 들지 않은 모수의 이름을 적으십시오.',
    en: 'In the model file, {path}: "{name}" cannot be drawn jointly. Name a parameter that has a distribution of its own and stands in no other group.',
  },
  'joint-dirichlet-margins': {
    ko: '모형 파일의 {path}: 디리클레의 모수는 베타분포여야 하고, 각 alpha + beta가 alpha의 합({total})과 같아야 합니다("{name}").',
    en: 'In the model file, {path}: parameters of a Dirichlet have beta distributions whose alpha + beta is the sum of all alphas ({total}); "{name}" has not.',
  },
  'study-size': {
    ko: '연구의 크기는 1 이상의 정수여야 합니다(지금 {n}).',
    en: 'A study has a whole number of people, 1 or more; it has {n}.',
  },
  'model-price-years-mixed': {
    ko: '모형 파일의 {path}: 모수 {name}의 가격 연도는 {stated}년인데 모형의 가격 연도는 {priceYear}년입니다. 물가지수로 환산하여 적으십시오.',
    en: 'In the model file, {path}: parameter {name} is in prices of {stated}, the model in those of {priceYear}. Convert it with a price index.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const cohortWarnings = {
  'cohort-alternating-weights': {
    ko: '시점의 가중치 1/3, 2/3, 4/3, …은 심프슨 규칙이 아닙니다: 알려진 예제를 재현할 때만 쓰고, 그 밖에는 반주기 보정을 쓰십시오.',
    en: "The weights 1/3, 2/3, 4/3, ... are not Simpson's rule: use them to reproduce the known tutorial, and the half-cycle correction otherwise.",
  },
} as const satisfies Readonly<Record<string, Text>>;
