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
    ko: '두 무리에 각각 2명 이상이 필요합니다. 질병 있음: {diseased}, 없음: {healthy}. 결과 열을 확인하거나 대상을 늘리십시오.',
    en: 'Each group needs at least 2 people. With the disease: {diseased}, without: {healthy}. Check the column of the outcome, or include more people.',
  },
  'score-missing': {
    ko: '점수에 빠진 값이 있습니다. 분석 전에 흐름에서 제외하십시오.',
    en: 'A score is missing. Exclude missing scores in the flow before the analysis.',
  },
  'score-constant': {
    ko: '점수가 모두 같아 두 무리를 가릴 수 없습니다(값 {value}, n = {n}). 점수 열이 맞는지 확인하십시오.',
    en: 'Every score is {value}, so it tells nobody apart (n = {n}). Check that this is the score column.',
  },
  'value-missing': {
    ko: '열 {column}: 값이 없거나 유한하지 않은 행이 {rows}개입니다. 분석 전에 흐름에서 제외하십시오.',
    en: 'Column {column}: {rows} rows hold no finite value. Exclude them in the flow before the analysis.',
  },
  'value-not-binary': {
    ko: '열 {column}, {row}번째 행: 0도 1도 아닌 값입니다: {value}. 0과 1로 된 열을 지정하십시오.',
    en: 'Column {column}, row {row}: the value {value} is neither 0 nor 1. Name a column of 0 and 1.',
  },
  'counts-impossible': {
    ko: '{trials}번 중 {events}번은 있을 수 없습니다. 사건 수는 0 이상이고 시행 수 이하이며, 시행은 1번 이상이어야 합니다.',
    en: '{events} events in {trials} trials cannot be. Events lie between 0 and the trials, and there is at least 1 trial.',
  },
  'no-trials': {
    ko: '{quantity}: 분모가 0명이어서 계산할 수 없습니다. 문턱값과 대상을 확인하십시오.',
    en: 'There is nobody to compute {quantity} from. Check the threshold and the population.',
  },
  'too-few-studies': {
    ko: '종합하려면 추정값이 2개 이상 필요합니다. 지금은 {studies}개입니다.',
    en: 'At least 2 estimates are needed to combine them; there are {studies}.',
  },
  'standard-error-impossible': {
    ko: '{row}번째 추정값의 표준오차가 0보다 크지 않습니다: {value}. 그 추정값을 제외하거나 표준오차가 있는 방법을 쓰십시오.',
    en: 'The standard error of estimate {row} is not above 0: {value}. Leave it out, or use a method that gives one.',
  },
  'estimate-outside-logit': {
    ko: '{row}번째 추정값이 0과 1 사이에 있지 않아 로짓 척도로 종합할 수 없습니다: {value}. scale을 identity로 두거나 그 추정값을 제외하십시오.',
    en: 'Estimate {row} does not lie between 0 and 1, so it has no logit: {value}. Use the identity scale or leave it out.',
  },
  'outcome-constant': {
    ko: '{n}명 가운데 사건이 {events}명이어서 회귀를 할 수 없습니다. 사건이 있는 사람과 없는 사람이 모두 필요합니다.',
    en: '{events} of {n} people had the event, so no regression is possible. It needs people with and without.',
  },
  'terms-dependent': {
    ko: '회귀의 항 {terms}개가 서로 겹칩니다. 값이 모두 같은 항이나 다른 항의 합인 항을 빼십시오.',
    en: 'The {terms} terms of the regression depend on one another. Leave out a constant term or one that others make up.',
  },
  'regression-diverges': {
    ko: '{steps}번 되풀이해도 회귀의 해가 없습니다: 항들이 결과를 완전히 가립니다. 항을 줄이거나 자료를 늘리십시오.',
    en: 'The regression has no finite solution after {steps} steps: its terms separate the outcomes completely. Use fewer terms or more data.',
  },
  'risk-outside': {
    ko: '{row}번째 예측 위험이 0과 1 사이에 있지 않습니다: {value}. 위험(확률) 열을 지정하십시오.',
    en: 'The predicted risk in row {row} does not lie between 0 and 1: {value}. Name a column of risks.',
  },
  'too-few-groups': {
    ko: '무리를 하나씩 빼며 평가하려면 무리가 2개 이상 필요합니다. 지금은 {groups}개입니다. validation을 apparent로 두거나 무리 열을 확인하십시오.',
    en: 'Leaving one group out needs at least 2 groups; there are {groups}. Set validation to apparent, or check the group column.',
  },
  'follow-up-empty': {
    ko: '추적 관찰한 사람이 없습니다. 대상을 확인하십시오.',
    en: 'Nobody was followed up. Check the population.',
  },
  'time-impossible': {
    ko: '{row}번째 행의 추적 시간이 있을 수 없는 값입니다: {value}. 시간은 0 이상이고 관찰 시작보다 뒤여야 합니다.',
    en: 'The follow-up time in row {row} cannot be: {value}. A time is at least 0, and after the start of observation.',
  },
  'groups-not-comparable': {
    ko: '비교할 수 없습니다: 사건({events}건)이 일어난 때에 대상이 남아 있는 무리가 {groups}개입니다. 두 무리 이상에서 추적과 사건이 있어야 합니다.',
    en: 'No comparison is possible: {groups} groups were at risk when events happened ({events} events). It takes two groups and an event.',
  },
  'group-unknown': {
    ko: '{row}번째 행의 무리가 groupOrder에 없습니다: {group}. 있는 무리: {known}.',
    en: 'The group in row {row} is not in groupOrder: {group}. Known groups: {known}.',
  },
  'range-impossible': {
    ko: '범위가 맞지 않습니다: {from}에서 {to}까지. 두 끝은 0과 1 사이의 서로 다른 값이어야 합니다.',
    en: 'The range from {from} to {to} cannot be. Its ends differ and lie between 0 and 1.',
  },
  'too-few-classes': {
    ko: '비교하려면 두 가지 이상의 분류가 필요합니다. 지금은 {classes}가지입니다.',
    en: 'At least 2 classes are needed to compare them; there are {classes}.',
  },
  'class-empty': {
    ko: '해당하는 사람이 없는 분류가 있습니다: {label}. 분류 목록과 대상을 확인하십시오.',
    en: 'Nobody belongs to the class {label}. Check the list of classes and the population.',
  },
  'reading-twice': {
    ko: '같은 판독이 두 번 있습니다: 판독자 {reader}, 방식 {modality}, 증례 {case}. 한 행만 남기십시오.',
    en: 'Reader {reader} read case {case} twice in modality {modality}. Keep one row.',
  },
  'case-of-two-truths': {
    ko: '한 증례에 정답이 두 가지입니다: {case}. 기준 표준을 확인하십시오.',
    en: 'Case {case} has two truths. Check the reference standard.',
  },
  'reading-without-rating': {
    ko: '{row}번째 행에 판독 점수가 없습니다. 읽지 않은 증례라면 그 행을 빼십시오.',
    en: 'Row {row} has no rating. Leave the row out where the case was not read.',
  },
  'reader-one-class': {
    ko: '판독자 {reader}, 방식 {modality}: 질병 있는 증례 {diseased}개, 없는 증례 {healthy}개를 읽었습니다. 각각 2개 이상이 필요합니다.',
    en: 'Reader {reader} in modality {modality} read {diseased} diseased and {healthy} healthy cases. At least 2 of each are needed.',
  },
  'too-few-readers': {
    ko: '비교하려면 방식이 2개 이상, 판독자를 표본으로 보려면 판독자가 2명 이상 필요합니다. 판독자 {readers}명, 방식 {modalities}개입니다.',
    en: 'A comparison needs at least 2 modalities, and at least 2 readers when readers are a sample. There are {readers} readers and {modalities} modalities.',
  },
  'reader-variance-not-positive': {
    ko: '분산 추정값이 0보다 크지 않아 검정할 수 없습니다: {denominator}. 모든 판독이 같은지 확인하거나 다른 공분산 추정법을 쓰십시오.',
    en: 'The variance estimate is not above 0, so no test is possible: {denominator}. Check whether all readings are equal, or use another covariance.',
  },
  'margin-impossible': {
    ko: '이 물음({question})에 쓸 수 없는 한계값입니다: {margin}. 한계값은 0보다 크고 1보다 작은 거리이며, 우월성에서는 0입니다.',
    en: 'A margin of {margin} does not fit the question {question}. A margin is a distance above 0 and below 1; for superiority it is 0.',
  },
  'prevalence-impossible': {
    ko: '{trials}명 중 {events}명으로는 유병률을 쓸 수 없습니다. 유병률은 0보다 크고 1보다 작아야 합니다.',
    en: '{events} of {trials} people give no usable prevalence. It must lie above 0 and below 1.',
  },
  'agreement-undefined': {
    ko: '일치도를 계산할 수 없습니다: 대상 {subjects}명의 판정이 모두 같거나 서로 전혀 관련이 없습니다. 판정 열을 확인하십시오.',
    en: 'Agreement has no value here: the ratings of {subjects} subjects never differ, or have no relation at all. Check the rating columns.',
  },
  'too-few-raters': {
    ko: '일치도에는 판정자가 2명 이상 필요합니다. 지금은 {raters}명입니다.',
    en: 'Agreement needs at least 2 raters; there are {raters}.',
  },
  'too-few-subjects': {
    ko: '대상이 너무 적습니다: {subjects}명. 대상을 늘리거나 자료를 확인하십시오.',
    en: '{subjects} subjects are too few for this analysis. Add subjects or check the data.',
  },
  'rating-missing': {
    ko: '{rater}번째 판정자의 {subject}번째 값이 없거나 목록에 없는 값입니다. 분석 전에 제외하거나 범주 목록을 고치십시오.',
    en: 'Value {subject} of rater {rater} is missing or not in the list of categories. Exclude it first, or correct the list.',
  },
  'verification-empty': {
    ko: '검사 결과가 {result}인 사람 가운데 확인된 사람이 질병 있음 {diseased}명, 없음 {healthy}명이어서 보정할 수 없습니다. 두 쪽 모두 1명 이상이 필요합니다.',
    en: 'Of those whose test was {result}, {diseased} verified people had the disease and {healthy} had not. The correction needs at least one of each.',
  },
  'size-infinite': {
    ko: '예상값과 한계값의 거리가 0보다 크지 않아({distance}) 표본을 아무리 늘려도 보일 수 없습니다. 예상값이나 한계값을 고치십시오.',
    en: 'The distance to show is not above 0 ({distance}), so no number of people shows it. Change the expected values or the margin.',
  },
  'weights-not-one': {
    ko: '증례 {case}: 병변 가중값의 합이 1이 아닙니다: {sum}. 한 증례의 가중값은 더해서 1이 되어야 합니다.',
    en: 'Case {case}: the weights of its lesions add up to {sum}. They must add up to 1.',
  },
  'mark-without-lesion': {
    ko: '{row}번째 표시: 증례 {case}에 없는 병변입니다: {lesion}. 병변 목록을 확인하십시오.',
    en: 'Mark {row}: case {case} has no lesion {lesion}. Check the list of lesions.',
  },
  'mark-without-case': {
    ko: '{row}번째 표시: 증례 목록에 없는 증례입니다: {case}. 표시가 없는 증례도 목록에 있어야 합니다.',
    en: 'Mark {row}: there is no case {case} in the list of cases. The list holds cases without marks too.',
  },
  'too-few-clusters': {
    ko: '질병 있는 단위가 든 군집이 {diseased}개, 없는 단위가 든 군집이 {healthy}개입니다. 각각 2개 이상이 필요합니다.',
    en: '{diseased} clusters hold a diseased unit and {healthy} a healthy one. At least 2 of each are needed.',
  },
  'too-few-clusters-in-all': {
    ko: '군집이 {clusters}개입니다. 2개 이상이 필요합니다.',
    en: 'There are {clusters} clusters. At least 2 are needed.',
  },
  'proportion-at-the-end': {
    ko: '{units}개 가운데 {events}개: 로짓이 유한하지 않습니다. 비 추정과 Wilson 구간을 쓰십시오.',
    en: '{events} of {units}: the logit is not finite. Use the ratio estimator with its Wilson interval.',
  },
  'threshold-outside': {
    ko: '위험의 문턱값은 0보다 크고 1보다 작아야 합니다: {value}. 계획서의 문턱값을 고치십시오.',
    en: 'A risk threshold lies above 0 and below 1; this one is {value}. Correct the thresholds in the plan.',
  },
  'power-out-of-reach': {
    ko: '판독자 {readers}명으로는 증례 {cases}개에서도 검정력이 {power}에 그칩니다. 판독자를 늘리거나 찾으려는 차이를 다시 정하십시오.',
    en: 'With {readers} readers even {cases} cases give a power of {power} only. Add readers, or reconsider the difference to be found.',
  },
  'study-one-class': {
    ko: '{study}번째 연구에 질병이 있는 사람이나 없는 사람이 없습니다. 그 연구를 빼거나 표를 고치십시오.',
    en: 'Study {study} has nobody with, or nobody without, the disease. Leave it out or correct its table.',
  },
  'fit-not-found': {
    ko: '모형의 해를 찾지 못했습니다(무리 또는 연구 {studies}개). 자료가 이 모형에 너무 적습니다: 더 단순한 모형을 쓰십시오.',
    en: 'No solution of the model was found ({studies} groups or studies). The data are too few for it: use a simpler model.',
  },
  'modality-unknown': {
    ko: '자료에 없는 방식입니다: {modality}. 있는 방식: {known}.',
    en: 'There is no modality {modality} in the data. Known modalities: {known}.',
  },
  'reader-unknown': {
    ko: '자료에 없는 판독자입니다: {reader}. 있는 판독자: {known}.',
    en: 'There is no reader {reader} in the data. Known readers: {known}.',
  },
  'study-not-crossed': {
    ko: '판독자 {readers}명이 모든 증례를 모든 방식으로 읽지 않았습니다. 이 분석에는 빠진 판독이 없어야 합니다. U-통계량 분석을 쓰십시오.',
    en: 'Not every one of the {readers} readers read every case in every modality, which this analysis needs. Use the analysis by U-statistics.',
  },
} as const satisfies Readonly<Record<string, Text>>;
