import type { Text } from '../text.ts';

/** Trees before cohorts, and partitioned survival and individual models as files. */
export const structureFaults = {
  'cohort-start-and-initial': {
    ko: '모형 파일의 {path}: 결정나무(start)가 있으면 처음 몫(initial)을 적지 않습니다. 둘 가운데 하나를 지우십시오.',
    en: 'In the model file, {path}: where a tree (start) hands people over there are no shares at the start (initial). Remove one of them.',
  },
  'joint-covariance-margin': {
    ko: '모형 파일의 {path}: "{name}"의 분포가 공분산의 대각값과 다릅니다. 이 묶음의 모수에는 value만 적거나, 표준편차가 같은 정규분포를 적으십시오.',
    en: 'In the model file, {path}: the distribution of "{name}" is not that of the diagonal of the covariance. Parameters of this group state a value alone, or a normal distribution of the same standard deviation.',
  },
  'parameter-estimate-interval-unfit': {
    ko: '모수 {parameter}: 추정값 {estimate}의 구간 ({low}, {high})이 값을 감싸지 않거나 그 척도에 없습니다(로그 척도는 0보다 커야 합니다). 다른 방식(as)을 쓰거나 가정으로 적으십시오.',
    en: 'Parameter {parameter}: the interval ({low}, {high}) of estimate {estimate} does not lie around its value on the scale it is bound on (a log scale needs values above 0). Bind it otherwise (as), or state an assumption.',
  },
  'tree-too-large': {
    ko: '모형이 너무 큽니다({path}): 대안 {strategies} × 마디 {nodes} × 추출 {draws} = 칸 {cells}개(최대 {limit}개). 나무나 추출을 줄이십시오.',
    en: 'The model is too large ({path}): {strategies} strategies x {nodes} nodes x {draws} draws = {cells} cells (at most {limit}). Make a smaller tree or fewer draws.',
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
  'fit-knots': {
    ko: '모형 파일의 {path}: 매듭은 스플라인(royston-parmar)에만 두 개 이상, 로그 시간으로 커지는 차례로 적습니다({family}).',
    en: 'In the model file, {path}: a spline (royston-parmar) has two or more knots that rise on the log of time, other families have none ({family}).',
  },
  'fit-coefficient-missing': {
    ko: '모형 파일의 {path}: {family} 분포의 계수 "{name}"이 없습니다. 비슷한 이름: {nearest}. 맞춘 척도(양수 모수는 로그)로 적으십시오.',
    en: 'In the model file, {path}: the {family} fit has no coefficient "{name}". Similar names: {nearest}. State it on the scale of estimation (logs of positive parameters).',
  },
  'fit-covariance-size': {
    ko: '모형 파일의 {path}: 공분산은 계수의 수만큼({takes}행) 있어야 합니다. 있는 것: {got}행.',
    en: 'In the model file, {path}: the covariance has {got} rows, and there are {takes} coefficients. Give one row and column a coefficient, in their order.',
  },
  'fit-unknown': {
    ko: '모형 파일의 {path}: 없는 생존분석 적합입니다: "{name}". 비슷한 이름: {nearest}.',
    en: 'In the model file, {path}: there is no fit "{name}". Similar names: {nearest}.',
  },
  'fit-covariate-unknown': {
    ko: '모형 파일의 {path}: 그 적합에 없는 공변량입니다: "{name}". 비슷한 이름: {nearest}.',
    en: 'In the model file, {path}: the fit has no covariate "{name}". Similar names: {nearest}.',
  },
  'fit-covariate-missing': {
    ko: '모형 파일의 {path}: 공변량 "{name}"의 값이 없습니다. 0이라면 0으로 적으십시오.',
    en: 'In the model file, {path}: covariate "{name}" has no value. Where it is 0, say so.',
  },
  'curve-parameter-unknown': {
    ko: '모형 파일의 {path}: 모수 "{name}"이 없거나 맞지 않습니다. 이 분포의 모수: {nearest}.',
    en: 'In the model file, {path}: parameter "{name}" is missing or not of this family. It takes: {nearest}.',
  },
  'not-a-hazard-ratio': {
    ko: '모형 파일의 {path}: 위험비가 아닌 값입니다: "{source}"(종류: {found}). 위험률에는 위험비만 곱할 수 있습니다.',
    en: 'In the model file, {path}: "{source}" is a {found}, and only a hazard ratio multiplies a hazard.',
  },
  'curve-parameter-out-of-range': {
    ko: '모형 파일의 {path}: {family} 분포의 모수가 범위를 벗어났습니다({draw}번째 추출, 0은 기본값; {parameters}). 식이나 분포를 고치십시오.',
    en: 'In the model file, {path}: the parameters of the {family} curve are out of range in draw {draw} (0 is the base case; {parameters}). Correct the expressions or distributions.',
  },
  'curves-and-states': {
    ko: '모형 파일의 {path}: 곡선이 {curves}개이면 상태는 하나 더 많아야 합니다. 있는 상태: {states}개.',
    en: 'In the model file, {path}: {curves} curves cut out one more state than that, and {states} are named.',
  },
  'curve-for-strategy': {
    ko: '모형 파일의 {path}: 없는 대안입니다: "{name}". 있는 대안: {known}.',
    en: 'In the model file, {path}: there is no strategy "{name}". Strategies: {known}.',
  },
  'life-table-missing-age': {
    ko: '모형 파일의 {path}: 생명표에 {age}세의 사망확률이 없습니다(있는 나이: {first}-{last}세). 표를 늘리거나 분석 기간을 줄이십시오.',
    en: 'In the model file, {path}: the life table has no mortality for age {age} (it runs from {first} to {last}). Extend the table or shorten the horizon.',
  },
  'curves-too-large': {
    ko: '모형이 너무 큽니다({path}): 대안 {strategies} × 곡선 {curves} × 주기 {cycles} × 추출 {draws} = 칸 {cells}개(최대 {limit}개). 주기나 추출을 줄이십시오.',
    en: 'The model is too large ({path}): {strategies} strategies x {curves} curves x {cycles} cycles x {draws} draws = {cells} cells (at most {limit}). Use fewer cycles or draws.',
  },
  'curves-cross-in-draw': {
    ko: '모형 파일의 {path}: 대안 {strategy}에서 {time}년에 {inner} 곡선이 {outer} 곡선보다 {excess}만큼 높습니다({draw}번째 추출, 0은 기본값). 그 사이 상태의 비율이 0보다 작아지므로 계산하지 않습니다. 두 곡선을 함께 맞추거나 다른 분포를 쓰십시오.',
    en: 'In the model file, {path}: for strategy {strategy} the curve {inner} lies above {outer} at {time} years, by {excess}, in draw {draw} (0 is the base case). There would be fewer than nobody in the state between them. Fit the curves together, or use other families.',
  },
  'reward-not-finite': {
    ko: '모형 파일의 {path}: {reward}의 값이 유한한 수가 아닙니다({draw}번째 추출, 0은 기본값). 0으로 나누는 곳이 없는지 보십시오.',
    en: 'In the model file, {path}: {reward} is not a finite number in draw {draw} (0 is the base case). Look for a division by 0.',
  },
  'individual-to-itself': {
    ko: '모형 파일의 {path}: "{from}"에서 자기 자신("{to}")으로 가는 전이는 적지 않습니다. 머무는 것은 다른 전이의 시간이 정합니다.',
    en: 'In the model file, {path}: there is no transition from "{from}" to itself ("{to}"). How long people stay follows from the times of the others.',
  },
  'life-table-clock': {
    ko: '모형 파일의 {path}: "{from}"에서 "{to}"로 가는 시간이 생명표인데 시계가 reset입니다. 나이는 상태에 들어갈 때 다시 시작하지 않으므로 forward로 적으십시오.',
    en: 'In the model file, {path}: the time from "{from}" to "{to}" is a life table, and its clock is reset. Nobody is younger again on entering a state: write forward.',
  },
  'individual-too-large': {
    ko: '모형이 너무 큽니다({path}): 대안 {strategies} × 전이 {transitions} × 모의 인원 {patients} = 칸 {cells}개(최대 {limit}개). 인원이나 추출을 줄이십시오.',
    en: 'The model is too large ({path}): {strategies} strategies x {transitions} transitions x {patients} simulated people = {cells} cells (at most {limit}). Simulate fewer people or draws.',
  },
  'individual-too-many-passages': {
    ko: '모형 파일의 {path}: 한 사람이 분석 기간에 {limit}번 넘게 상태를 옮깁니다({draw}번째 추출, 0은 기본값). 시간의 단위를 확인하십시오.',
    en: 'In the model file, {path}: somebody passes between states more than {limit} times within the horizon in draw {draw} (0 is the base case). See in which unit the times are.',
  },
  'workbook-not-for-structure': {
    ko: '이 구조({structure})의 모형은 통합 문서의 식으로 다시 계산할 수 없습니다. 보고서와 모형 파일을 제출하십시오.',
    en: 'A model of this structure ({structure}) cannot be computed again by the formulas of a workbook. Hand in the report and the model file.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const structureWarnings = {
  'individual-monte-carlo': {
    ko: '모의한 사람은 기본 분석 {patients}명, 추출마다 {perDraw}명입니다. 증분 순편익의 몬테카를로 오차는 {error}원이며, 추출의 흩어짐과 정보의 가치에는 모의의 우연이 섞여 있습니다.',
    en: '{patients} people were simulated in the base case and {perDraw} in each draw. The Monte-Carlo error of the incremental net benefit is KRW {error}; the spread of the draws and the value of information hold some luck of the simulation.',
  },
} as const satisfies Readonly<Record<string, Text>>;
