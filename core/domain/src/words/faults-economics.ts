import type { Text } from '../text.ts';

/** Expressions of models and rules, and the economic models made of them. */
export const economicsFaults = {
  'expression-character': {
    ko: '식 "{source}"의 {column}번째 글자는 식에 쓸 수 없는 글자입니다: "{found}". 지우거나 고치십시오.',
    en: 'In "{source}", character {column} "{found}" has no meaning in an expression. Remove or correct it.',
  },
  'expression-unclosed': {
    ko: '식 "{source}"의 {column}번째 글자에서 열린 괄호가 닫히지 않았습니다: "{found}". 닫는 괄호를 넣으십시오.',
    en: 'In "{source}", the bracket "{found}" opened at character {column} is never closed. Close it.',
  },
  'expression-operand': {
    ko: '식 "{source}"의 {column}번째 글자에 수, 이름 또는 여는 괄호가 와야 합니다. 있는 것: "{found}". 식을 완성하십시오.',
    en: 'In "{source}", a number, a name or an opening bracket must stand at character {column}; found "{found}". Complete the expression.',
  },
  'expression-operator': {
    ko: '식 "{source}"의 {column}번째 글자에 연산 기호가 와야 합니다. 있는 것: "{found}". 기호를 넣거나 괄호를 맞추십시오.',
    en: 'In "{source}", an operator must stand at character {column}; found "{found}". Add one or match the brackets.',
  },
  'expression-comparison-chain': {
    ko: '식 "{source}"의 {column}번째 글자에서 비교가 이어집니다. "a < b and b < c"처럼 and로 나누어 쓰십시오.',
    en: 'In "{source}", comparisons are chained at character {column}. Write them apart: "a < b and b < c".',
  },
  'expression-too-deep': {
    ko: '식의 {column}번째 글자에서 {limit}단계보다 깊어집니다. 모수를 두어 식을 나누십시오.',
    en: 'The expression is nested more than {limit} levels deep at character {column}. Split it with a parameter.',
  },
  'expression-unknown-name': {
    ko: '식 "{source}"의 {column}번째 글자: 정의되지 않은 이름입니다: "{name}". 비슷한 이름: {nearest}. 이름을 고치거나 먼저 정의하십시오.',
    en: 'In "{source}", character {column}: nothing is named "{name}". Similar names: {nearest}. Correct it, or define it first.',
  },
  'expression-unknown-function': {
    ko: '식 "{source}"의 {column}번째 글자: 없는 함수입니다: "{name}". 비슷한 함수: {nearest}. 함수 이름을 고치십시오.',
    en: 'In "{source}", character {column}: there is no function "{name}". Similar functions: {nearest}. Correct the name.',
  },
  'expression-unknown-table': {
    ko: '식 "{source}"의 {column}번째 글자: lookup의 첫 값은 표의 이름이어야 합니다. 표 "{name}" 없음. 비슷한 표: {nearest}.',
    en: 'In "{source}", character {column}: lookup starts with the name of a table. There is no table "{name}". Similar tables: {nearest}.',
  },
  'expression-arguments': {
    ko: '식 "{source}"의 {column}번째 글자: 함수 {name}에는 값 {takes}개가 필요합니다. 있는 것: {got}개.',
    en: 'In "{source}", character {column}: {name} takes {takes} values, got {got}.',
  },
  'model-field': {
    ko: '모형 파일의 {path}: 형식에 맞지 않습니다({problem}). 그 자리를 고치십시오.',
    en: 'In the model file, {path} does not fit its form: {problem}. Correct it there.',
  },
  'model-field-missing': {
    ko: '모형 파일에 {path} 자리가 비어 있습니다. 채우십시오.',
    en: 'The model file has nothing at {path}. Fill it in.',
  },
  'model-field-unknown': {
    ko: '모형 파일의 {path}: 모르는 항목입니다. 지우거나 이름을 고치십시오.',
    en: 'In the model file, nothing is known by the name {path}. Remove it or correct the name.',
  },
  'model-too-deep': {
    ko: '모형 파일이 {limit}단계보다 깊습니다. 나무를 줄이십시오.',
    en: 'The model file is nested more than {limit} levels deep. Make the tree smaller.',
  },
  'model-too-many-policies': {
    ko: '결정 마디의 선택을 조합하면 정책이 {count}가지입니다(최대 {limit}가지). 견주지 않을 선택을 나무에서 빼십시오.',
    en: 'The choices at the decision nodes combine to {count} policies (at most {limit}). Take out of the tree the choices that are not compared.',
  },
  'model-name-twice': {
    ko: '모형 파일의 {path}: 같은 이름이 두 번 쓰였습니다: "{name}". 하나를 바꾸십시오.',
    en: 'In the model file, {path}: the name "{name}" is used twice. Change one of them.',
  },
  'model-name-reserved': {
    ko: '모형 파일의 {path}: 식의 낱말은 이름으로 쓸 수 없습니다("{name}"). 다른 이름을 쓰십시오.',
    en: 'In the model file, {path}: "{name}" is a word of the expression language. Choose another name.',
  },
  'model-outcome-unknown': {
    ko: '모형 파일의 {path}: 없는 결과입니다: "{name}". 비슷한 이름: {nearest}.',
    en: 'In the model file, {path}: there is no outcome "{name}". Similar names: {nearest}.',
  },
  'model-strategy-unknown': {
    ko: '모형 파일의 {path}: 없는 대안입니다: "{name}". 있는 대안: {known}.',
    en: 'In the model file, {path}: there is no strategy "{name}". Strategies: {known}.',
  },
  'model-parameter-unknown': {
    ko: '모형 파일의 {path}: 없는 모수입니다: "{name}". 비슷한 이름: {nearest}.',
    en: 'In the model file, {path}: there is no parameter "{name}". Similar names: {nearest}.',
  },
  'model-one-strategy': {
    ko: '모형에 대안이 {count}개뿐입니다. 비교하려면 두 개 이상이 필요합니다.',
    en: 'The model has {count} strategy. A comparison needs two or more.',
  },
  'model-units-mixed': {
    ko: '모형 파일의 {path}: "{source}"에서 단위가 섞였습니다({left} / {right}). 단위를 맞추거나 환산하십시오.',
    en: 'In the model file, {path}: "{source}" mixes units: {left} and {right}. Convert one of them.',
  },
  'model-payoff-unit': {
    ko: '모형 파일의 {path}: 결과 {outcome}의 단위는 {takes}인데 식의 단위는 {found}입니다. 식을 고치십시오.',
    en: 'In the model file, {path}: outcome {outcome} is measured in {takes}, but the expression gives {found}. Correct the expression.',
  },
  'model-not-a-probability': {
    ko: '모형 파일의 {path}: 확률이 아닌 식입니다: "{source}"(종류 또는 단위: {found}). 비율은 p = 1 - exp(-r t)로 바꾸어 쓰십시오.',
    en: 'In the model file, {path}: "{source}" is not a probability (kind or unit: {found}). Turn a rate into one: p = 1 - exp(-r t).',
  },
  'model-willingness': {
    ko: '모형 파일의 {path}: 지불의사 범위는 0 이상에서 시작하여 커져야 하고, 단계는 0보다 커야 하며(최대 1000단계), 기준값은 범위 안에 있어야 합니다.',
    en: 'In the model file, {path}: the range of willingness to pay starts at 0 or more and rises, its step is above 0 (at most 1000 steps), and the stated value lies in it.',
  },
  'model-range-not-stated': {
    ko: '모형 파일의 {path}: 모수 {name}에는 분포가 없습니다. 한 방향 분석의 low와 high를 적으십시오.',
    en: 'In the model file, {path}: parameter {name} has no distribution. State low and high for its one-way analysis.',
  },
  'parameter-needs-one-value': {
    ko: '모형 파일의 {path}: 모수 {name}의 값은 한 가지로만 정해야 합니다: value(와 distribution), expression, 또는 source의 estimate. 평균이 닫힌 식이 아닌 분포에는 value를 함께 적으십시오.',
    en: 'In the model file, {path}: parameter {name} needs exactly one of value (with or without distribution), expression, or an estimate as source. A distribution without a closed mean needs a value beside it.',
  },
  'parameter-without-source': {
    ko: '모형 파일의 {path}: 모수 {name}의 출처가 없습니다. estimate, assumption, literature 가운데 하나를 적으십시오.',
    en: 'In the model file, {path}: parameter {name} has no source. State an estimate, an assumption or literature.',
  },
  'parameter-unit-unknown': {
    ko: '모형 파일의 {path}: 모수 {name}에 쓸 수 없는 단위입니다: "{unit}". 시간은 days나 years로, 돈은 모형의 통화로 적으십시오.',
    en: 'In the model file, {path}: unit "{unit}" of parameter {name} cannot be used. State time in days or years, and money in the currency of the model.',
  },
  'parameter-unit-of-kind': {
    ko: '모형 파일의 {path}: 모수 {name}의 종류는 {parameterKind}인데 단위가 "{unit}"입니다. 맞는 단위: {takes}.',
    en: 'In the model file, {path}: parameter {name} is a {parameterKind}, and "{unit}" is not a unit of it. It takes: {takes}.',
  },
  'parameter-out-of-range': {
    ko: '모형 파일의 {path}: 모수 {name}의 값이 [{low}, {high}] 밖입니다: {value}({draw}번째 추출, 0은 기본값). 값, 분포 또는 식을 고치십시오.',
    en: 'In the model file, {path}: parameter {name} is {value}, outside [{low}, {high}], in draw {draw} (0 is the base case). Correct the value, the distribution or the expression.',
  },
  'distribution-parameters': {
    ko: '모형 파일의 {path}: {form} 분포는 다음 가운데 꼭 하나로 정합니다: {takes}.',
    en: 'In the model file, {path}: a {form} distribution is defined by exactly one of: {takes}.',
  },
  'distribution-leaves-kind': {
    ko: '모형 파일의 {path}: 모수 {name}의 {form} 분포에서 그 종류({parameterKind})에 없는 값이 나옵니다. 범위가 맞는 분포를 쓰십시오.',
    en: 'In the model file, {path}: a {form} distribution gives values that a {parameterKind} cannot have ({name}). Use one that keeps to the range.',
  },
  'parameter-estimate-not-given': {
    ko: '모수 {parameter}에 필요한 추정값이 없습니다: {estimate}. 있는 추정값: {known}. 계획서에 그 분석을 넣거나 모형의 이름을 고치십시오.',
    en: 'Parameter {parameter} rests on estimate {estimate}, which is not there. Known estimates: {known}. Add the analysis to the plan or correct the name in the model.',
  },
  'parameter-estimate-without-counts': {
    ko: '모수 {parameter}: 추정값 {estimate}에 events와 trials가 없습니다. logit-normal-from-interval을 쓰십시오.',
    en: 'Parameter {parameter}: estimate {estimate} has no events and trials. Bind it as logit-normal-from-interval.',
  },
  'parameter-estimate-does-not-vary': {
    ko: '모수 {parameter}: 추정값 {estimate}의 사건은 {trials}건 가운데 {events}건이어서 베타분포가 되지 않습니다. 더 모으거나 가정으로 적으십시오.',
    en: 'Parameter {parameter}: estimate {estimate} has {events} events in {trials}, which gives no beta distribution. Collect more, or state an assumption.',
  },
  'parameter-estimate-without-interval': {
    ko: '모수 {parameter}: 추정값 {estimate}의 구간 ({low}, {high})이 0과 1 사이에서 값을 감싸지 않습니다. beta-from-counts를 쓰거나 가정으로 적으십시오.',
    en: 'Parameter {parameter}: the interval ({low}, {high}) of estimate {estimate} does not lie around its value within 0 and 1. Bind it as beta-from-counts, or state an assumption.',
  },
  'chance-two-complements': {
    ko: '모형 파일의 {path}: 확률 마디 "{name}"에 complement가 둘 이상입니다. 하나만 남기십시오.',
    en: 'In the model file, {path}: chance node "{name}" has more than one complement. Keep one.',
  },
  'complement-below-zero': {
    ko: '모형 파일의 {path}: 마디 "{node}"의 나머지 가지 "{branch}"의 확률이 0보다 작습니다: {value}({draw}번째 추출, 0은 기본값; {parameters}). 다른 가지의 확률을 고치십시오.',
    en: 'In the model file, {path}: at node "{node}" the complement "{branch}" is {value}, below 0, in draw {draw} (0 is the base case; {parameters}). Correct the probabilities of the other branches.',
  },
  'probability-out-of-range': {
    ko: '모형 파일의 {path}: 마디 "{node}"의 가지 "{branch}"의 확률이 {value}입니다({draw}번째 추출, 0은 기본값; {parameters}). 식이나 분포를 고치십시오.',
    en: 'In the model file, {path}: at node "{node}" the probability of "{branch}" is {value} in draw {draw} (0 is the base case; {parameters}). Correct the expression or the distributions.',
  },
  'probabilities-do-not-sum': {
    ko: '모형 파일의 {path}: 마디 "{node}"의 확률의 합이 {sum}입니다({draw}번째 추출, 0은 기본값; {parameters}). 합이 1이 되게 하거나 한 가지를 complement로 두십시오.',
    en: 'In the model file, {path}: the probabilities of node "{node}" add up to {sum} in draw {draw} (0 is the base case; {parameters}). Make them add up to 1, or make one the complement.',
  },
  'payoff-not-finite': {
    ko: '모형 파일의 {path}: 결과 {outcome}의 값이 유한한 수가 아닙니다({draw}번째 추출, 0은 기본값). 0으로 나누는 곳이 없는지 보십시오.',
    en: 'In the model file, {path}: the payoff of outcome {outcome} is not a finite number in draw {draw} (0 is the base case). Look for a division by 0.',
  },
} as const satisfies Readonly<Record<string, Text>>;
