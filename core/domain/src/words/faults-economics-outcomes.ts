import type { Text } from '../text.ts';

/** Survival, partitioned survival, individual models, budget impact, the hospital's own case, distribution of health. */
export const economicsOutcomeFaults = {
  'survival-parameters': {
    ko: '{path}: {family} 생존분포의 모수가 맞지 않습니다. 필요한 것: {takes}. 그 자리를 고치십시오.',
    en: '{path}: the parameters of the {family} survival distribution do not fit. It takes: {takes}. Correct them there.',
  },
  'survival-fit-empty': {
    ko: '생존분포를 맞추기에 자료가 모자랍니다: {n}명, 사건 {events}건. 추적을 더하거나 모수가 적은 분포를 쓰십시오.',
    en: 'Too little to fit a survival distribution: {n} people, {events} events. Follow up longer, or use a distribution with fewer parameters.',
  },
  'survival-fit-time': {
    ko: '{row}번째 행의 시간이 0보다 크지 않습니다: {value}. 시간을 고치거나 그 행을 빼십시오.',
    en: 'The time in row {row} is not above 0: {value}. Correct it or leave the row out.',
  },
  'survival-fit-not-found': {
    ko: '{family} 분포의 최대우도 추정값을 찾지 못했습니다({n}명, 사건 {events}건). 다른 분포를 쓰십시오.',
    en: 'No maximum of the likelihood was found for the {family} distribution ({n} people, {events} events). Use another distribution.',
  },
  'mortality-missing-for-age': {
    ko: '생명표에 {age}세의 사망확률이 없습니다(있는 나이: {first}-{last}세). 표를 늘리거나 분석 기간을 줄이십시오.',
    en: 'The life table has no mortality for age {age} (it runs from {first} to {last}). Extend the table or shorten the horizon.',
  },
  'mortality-not-a-probability': {
    ko: '생명표의 {age}세 값이 확률이 아닙니다: {value}. 0과 1 사이의 연간 사망확률을 적으십시오.',
    en: 'The life table gives {value} for age {age}, which is not a probability. State annual probabilities of death from 0 to 1.',
  },
  'curves-cross': {
    ko: '대안 {strategy}: {time}년에 {inner} 곡선이 {outer} 곡선보다 {excess}만큼 높습니다. 그 사이 상태의 비율이 0보다 작아지므로 계산하지 않습니다. 곡선을 다시 맞추거나 함께 맞추십시오.',
    en: 'Strategy {strategy}: at {time} years the curve {inner} lies above {outer}, by {excess}. There would be fewer than nobody in the state between them. Fit the curves again, or together.',
  },
  'budget-years-differ': {
    ko: '재정영향 파일의 {path}: 해마다 값 하나씩 {years}개가 필요합니다. 있는 것: {got}개.',
    en: 'In the budget-impact file, {path} needs one value a year: {years}, not {got}.',
  },
  'budget-name-unknown': {
    ko: '재정영향 파일의 {path}: 없거나 두 번 쓰인 이름입니다: "{name}". 비슷한 이름: {nearest}.',
    en: 'In the budget-impact file, {path}: "{name}" is not there, or there twice. Similar names: {nearest}.',
  },
  'budget-shares': {
    ko: '재정영향 파일의 {path}: {year}년의 점유율이 맞지 않습니다({sum}). 서로 대체하는 기술(mix)은 해마다 합이 1, 추가되는 기술(add-on)은 각각 0과 1 사이여야 합니다.',
    en: 'In the budget-impact file, {path}: the shares of {year} come to {sum}. In a mix they add up to 1 each year; an add-on lies from 0 to 1.',
  },
  'budget-coverage': {
    ko: '재정영향 파일의 {path}: 보험자, 환자, 비급여의 몫을 더하면 1이어야 합니다. 지금 합: {sum}.',
    en: 'In the budget-impact file, {path}: the shares of payer, patient and non-covered add up to {sum}, not to 1.',
  },
  'hospital-month-beyond': {
    ko: '병원 사업타당성 파일의 {path}: {month}월째 지출이 분석 기간({months}개월)을 넘습니다. 달을 고치거나 기간을 늘리십시오.',
    en: 'In the hospital case, {path}: a payment in month {month} lies beyond the {months} months looked at. Correct the month or look further.',
  },
  'individual-state-unknown': {
    ko: '개인 단위 모형에 없는 상태입니다: "{name}". 있는 상태: {known}.',
    en: 'The individual model has no state "{name}". States: {known}.',
  },
  'individual-strategy-unknown': {
    ko: '개인 단위 모형에 없는 대안입니다: "{name}". 있는 대안: {known}.',
    en: 'The individual model has no strategy "{name}". Strategies: {known}.',
  },
  'individual-list-length': {
    ko: '대안 {strategy}의 {list}에는 값 {takes}개가 필요합니다. 있는 것: {got}개.',
    en: 'Strategy {strategy}: {list} needs {takes} values, got {got}.',
  },
  'individual-value': {
    ko: '대안 {strategy}의 {list}에 쓸 수 없는 값이 있습니다: {value}. 유한한 수로(할인율은 0 이상 1 미만으로) 고치십시오.',
    en: 'Strategy {strategy}: {list} holds {value}, which cannot be used. State finite numbers, and discount rates from 0 to below 1.',
  },
  'individual-horizon': {
    ko: '분석 기간은 0보다 큰 유한한 햇수여야 합니다. 있는 것: {years}.',
    en: 'A horizon is a finite number of years above 0, not {years}.',
  },
  'individual-patients': {
    ko: '모의할 환자 수는 2명에서 {limit}명까지의 정수여야 합니다. 있는 것: {patients}.',
    en: 'The number of patients to simulate is a whole number from 2 to {limit}, not {patients}.',
  },
  'risk-impossible': {
    ko: '{formula}의 결과가 확률이 아닙니다: {result}({given}). 비가 작용하는 척도를 확인하고 오즈비나 위험률비로 바꾸십시오.',
    en: '{formula} gives {result}, which is not a probability ({given}). See on which scale the ratio was estimated; use an odds or a hazard ratio.',
  },
  'distributional-weights': {
    ko: '집단 {group}의 인원이 0보다 크지 않습니다: {weight}. 고치십시오.',
    en: 'Group {group} has weight {weight}, which is not above 0. Correct it.',
  },
  'distributional-health': {
    ko: '집단 {group}의 건강 수준 {health}로는 {index} 지수를 계산할 수 없습니다(Atkinson 지수는 0보다 큰 값만). 고치십시오.',
    en: 'Group {group} has health {health}, for which the {index} index is not defined (Atkinson needs values above 0). Correct it.',
  },
  'distributional-aversion': {
    ko: '불평등 회피 모수는 0 이상의 유한한 수여야 합니다({index}): {parameter}.',
    en: 'Aversion to inequality ({index}) is a finite number from 0, not {parameter}.',
  },
  'distributional-groups': {
    ko: '집단은 {first}개인데 값은 {second}개입니다. 집단마다 값 하나씩 적으십시오.',
    en: 'There are {first} groups but {second} values. State one a group.',
  },
  'settings-country': {
    ko: '설정이 없는 나라입니다: {country}. 있는 나라: {known}. 그 나라의 자료를 settings/data에 추가하십시오.',
    en: 'There are no settings for country {country}. Countries: {known}. Add its data to settings/data.',
  },
  'settings-not-in-force': {
    ko: '{country}: {on}에 시행 중인 규칙이 없습니다(첫 시행일: {first}). 날짜를 확인하십시오.',
    en: '{country}: no rule is in force on {on} (the first begins on {first}). See whether the day is right.',
  },
  'paired-reading-does-not-vary': {
    ko: '{group} 증례 {cases}건 가운데 {right}건을 맞게 읽었습니다. 모두 맞거나 모두 틀리면 불확실성을 계산할 수 없습니다. 증례를 더하거나 가정으로 적으십시오.',
    en: '{right} of {cases} cases ({group}) were read right. Where all are right or none, no uncertainty can be computed. Add cases, or state an assumption.',
  },
  'listing-group-unknown': {
    ko: '임시등재 수가에 없는 검사군입니다: "{group}". 있는 군: {known}.',
    en: 'The temporary fees have no group "{group}". Groups: {known}.',
  },
  'listing-above-ceiling': {
    ko: '비급여 금액 {fee}원이 상한 {ceiling}원(검사료의 {share})을 넘습니다. 금액을 낮추십시오.',
    en: 'A non-benefit fee of {fee} is above its ceiling of {ceiling} ({share} of the fee of the examination). Lower it.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const economicsOutcomeWarnings = {
  'curves-not-linked': {
    ko: '분할 생존 모형에서는 무진행 생존과 전체 생존이 구조적으로 이어져 있지 않습니다: 진행을 늦추어도 전체 생존은 그 자체의 곡선만 따릅니다.',
    en: 'A partitioned survival model has no structural link between its curves: delaying progression changes overall survival only as far as its own curve says.',
  },
} as const satisfies Readonly<Record<string, Text>>;
