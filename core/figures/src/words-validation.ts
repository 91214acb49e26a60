import type { Text } from '@daero/domain/text';

/** What the figures of a validation study say. Titles are findings; each has a neutral form for an interval that includes the reference. */
export const validationWords = {
  'roc.several': { ko: '{label}: AUC {aucs}', en: '{label}: AUC {aucs}' },
  'roc.severalSubtitle': {
    ko: 'ROC 곡선 {k}개 · 범례에 AUC와 {level} 신뢰구간 · 사건 있음 {diseased}명, 없음 {healthy}명',
    en: '{k} ROC curves · AUC with {level} CI in the legend · with the event {diseased}, without {healthy}',
  },
  'roc.band': {
    ko: '띠는 1 − 특이도 하나하나에서 민감도의 {level} 구간이며(양성 기준의 불확실성 포함, 유효 표본 수의 Wilson 구간), 곡선 전체에 대한 띠가 아닙니다.',
    en: 'The band holds the sensitivity at each 1 − specificity, one at a time, at {level} (Wilson limits of the effective sample size, with the uncertainty of the threshold); it is no band for the curve as a whole.',
  },
  'roc.noBand': {
    ko: '구간은 AUC의 것이며 곡선의 띠는 구하지 않았습니다.',
    en: 'The interval is that of the AUC; no band was computed for the curve.',
  },
  'roc.points': {
    ko: '점 옆의 수는 양성으로 보는 점수 기준입니다.',
    en: 'Numbers beside points are the score from which a case counts as positive.',
  },
  'roc.compare': {
    ko: '곡선은 눈이 아니라 AUC 차이와 그 구간으로 비교합니다.',
    en: 'Curves are compared by the difference of their AUCs and its interval, not by eye.',
  },
  'roc.curve': { ko: '곡선', en: 'Curve' },
  'table.thinned': {
    ko: '표에는 점 {all}개 가운데 {shown}개를 실었습니다.',
    en: 'The table has {shown} of the {all} points.',
  },

  'margin.excluded': { ko: '{title} · 한계 {margin} 배제', en: '{title}; margin {margin} excluded' },
  'margin.notExcluded': {
    ko: '{title} · 한계 {margin}[을/를] 배제하지 못함',
    en: '{title}; margin {margin} not excluded',
  },
  'goal.above': { ko: '{title} · 목표 {margin}보다 높음', en: '{title}, above the goal of {margin}' },
  'goal.below': { ko: '{title} · 목표 {margin}보다 낮음', en: '{title}, below the goal of {margin}' },
  'goal.includes': {
    ko: '{title} · 목표 {margin}[과/와]의 차이를 보이지 못함',
    en: '{title}, no difference from the goal of {margin} shown',
  },
  'goal.unknown': {
    ko: '{title} · 목표 {margin}, 구간 없음',
    en: '{title}, goal {margin}, without an interval',
  },
  'goal.label': { ko: '목표 {margin}', en: 'goal {margin}' },
  'margin.label': { ko: '한계 {margin}', en: 'margin {margin}' },

  'forest.without': { ko: '{site} 제외', en: 'without {site}' },
  'forest.leftOut': {
    ko: '동그라미는 그 병원을 뺀 나머지의 추정입니다.',
    en: 'Circles are the estimate of everybody but that site.',
  },

  'readers.above': {
    ko: '{label}: {second}의 평균 {quantity}[이/가] {first}보다 {value} 높음',
    en: '{label}: mean {quantity} higher by {value} with {second} than with {first}',
  },
  'readers.below': {
    ko: '{label}: {second}의 평균 {quantity}[이/가] {first}보다 {value} 낮음',
    en: '{label}: mean {quantity} lower by {value} with {second} than with {first}',
  },
  'readers.includes': {
    ko: '{label}: {first}[과/와] {second} 사이 평균 {quantity}의 차이를 보이지 못함 ({value})',
    en: '{label}: no difference in mean {quantity} between {first} and {second} shown ({value})',
  },
  'readers.unknown': {
    ko: '{label}: 평균 {quantity}의 차이 {value}, 구간 없음',
    en: '{label}: difference in mean {quantity} {value}, without an interval',
  },
  'readers.means': { ko: '{label}: 평균 {quantity} {values}', en: '{label}: mean {quantity} {values}' },
  'readers.subtitle': {
    ko: '판독자별 {quantity} · 판독자 {readers}명 · 증례 {n}건 · {level} 신뢰구간',
    en: '{quantity} by reader · {readers} readers · {n} cases · {level} CIs',
  },
  'readers.reader': { ko: '판독자', en: 'Reader' },
  'readers.modality': { ko: '판독 방식', en: 'Modality' },
  'readers.mean': { ko: '평균', en: 'Mean' },
  'readers.difference': { ko: '차이 ({quantity})', en: 'Difference ({quantity})' },
  'readers.pair': { ko: '{second} − {first}', en: '{second} − {first}' },
  'readers.equal': { ko: '차이 0', en: 'difference 0' },
  'readers.note': {
    ko: '선은 같은 판독자의 값을 잇습니다. 구간은 평균과 평균 차이의 것입니다.',
    en: 'Lines join the values of one reader. Intervals are of the means and of their differences.',
  },

  'froc.one': {
    ko: '{label}: 증례당 거짓 표시 {x}개까지 병변의 {y}[을/를] 찾음',
    en: '{label}: {y} of lesions found at {x} false marks per case',
  },
  'froc.several': {
    ko: '{label}: 모든 표시에서 찾은 병변의 비율 {values}',
    en: '{label}: share of lesions found with all marks, {values}',
  },
  'froc.subtitle': {
    ko: 'FROC 곡선 · 증례 {cases}건, 병변 {lesions}개',
    en: 'FROC curve · {cases} cases, {lesions} lesions',
  },
  'froc.x': { ko: '증례당 거짓 표시 수', en: 'False marks per case' },
  'froc.y': { ko: '찾은 병변의 비율', en: 'Share of lesions found' },
  'froc.threshold': { ko: '표시 기준', en: 'Marked from' },
  'froc.none': { ko: '표시 없음', en: 'no marks' },
  'froc.note': {
    ko: '곡선은 마지막 표시에서 끝납니다. 그 너머는 자료가 아니므로 잇지 않습니다.',
    en: 'A curve ends with its last mark; what lies beyond is not data and is not drawn.',
  },

  'decision.better': {
    ko: '{label}: 임계확률 {range}에서 모두 치료·모두 비치료보다 순편익이 큼',
    en: '{label}: more net benefit than treating all or none at thresholds of {range}',
  },
  'decision.someBetter': {
    ko: '{label}: 살펴본 임계확률 {all}곳 가운데 {some}곳에서 모두 치료·모두 비치료보다 순편익이 큼',
    en: '{label}: more net benefit than treating all or none at {some} of {all} thresholds examined',
  },
  'decision.notShown': {
    ko: '{label}: 모두 치료·모두 비치료를 넘는 순편익의 차이를 보이지 못함',
    en: '{label}: no difference in net benefit over treating all or none shown',
  },
  'decision.plain': {
    ko: '{label}: 임계확률 {range}의 순편익',
    en: '{label}: net benefit at thresholds of {range}',
  },
  'decision.subtitle': {
    ko: '결정곡선 · {n}명, 사건 {events}건 · {level} 신뢰구간 띠',
    en: 'Decision curve · n {n}, {events} events · {level} CI bands',
  },
  'decision.subtitleAt': {
    ko: '결정곡선 · {days}일 시점 · {n}명, 사건 {events}건 · {level} 신뢰구간 띠',
    en: 'Decision curve · at {days} days · n {n}, {events} events · {level} CI bands',
  },
  'decision.x': { ko: '임계확률 (%)', en: 'Threshold probability (%)' },
  'decision.y': { ko: '순편익', en: 'Net benefit' },
  'decision.gain': { ko: '기본 전략 대비 이득', en: 'Gain over the better default' },
  'decision.gainOf': { ko: '{label}: 이득', en: '{label}: gain' },
  'decision.cut': {
    ko: '모두 치료의 선은 그림 아래로 이어집니다. 표에는 모든 값이 있습니다.',
    en: 'The line of treating all goes on below the plot; the table has every value.',
  },
  'decision.rounded': {
    ko: '적은 인원을 셀 수 없도록 점수의 순편익을 {step} 단위로 나타냈습니다.',
    en: 'Net benefits of scores are given in steps of {step}, so that no few people can be counted from them.',
  },

  'agreement.above': {
    ko: '{label}: 평균 차이 {bias}[으로/로] 0보다 큼, 일치 한계 {lower}에서 {upper}',
    en: '{label}: mean difference {bias}, above 0; limits of agreement {lower} to {upper}',
  },
  'agreement.below': {
    ko: '{label}: 평균 차이 {bias}[으로/로] 0보다 작음, 일치 한계 {lower}에서 {upper}',
    en: '{label}: mean difference {bias}, below 0; limits of agreement {lower} to {upper}',
  },
  'agreement.includes': {
    ko: '{label}: 평균의 차이를 보이지 못함 ({bias}), 일치 한계 {lower}에서 {upper}',
    en: '{label}: no difference on average shown ({bias}); limits of agreement {lower} to {upper}',
  },
  'agreement.unknown': {
    ko: '{label}: 평균 차이 {bias}, 일치 한계 {lower}에서 {upper}',
    en: '{label}: mean difference {bias}; limits of agreement {lower} to {upper}',
  },
  'agreement.subtitle': {
    ko: 'Bland-Altman · 단위 {unit} · 짝 {n}쌍 · 띠는 {level} 신뢰구간',
    en: 'Bland-Altman · in {unit} · {n} pairs · bands are {level} CIs',
  },
  'agreement.x': { ko: '두 값의 평균 ({unit})', en: 'Mean of the two ({unit})' },
  'agreement.y': { ko: '차이 ({unit})', en: 'Difference ({unit})' },
  'agreement.row': { ko: '무엇', en: 'What' },
  'agreement.bias': { ko: '평균 차이', en: 'mean difference' },
  'agreement.lower': { ko: '일치 하한', en: 'lower limit' },
  'agreement.upper': { ko: '일치 상한', en: 'upper limit' },
  'agreement.pair': { ko: '짝 {at}', en: 'pair {at}' },
  'agreement.noPoints': {
    ko: '점은 한 사람씩이므로 병원 안에만 있습니다.',
    en: 'Points are single people and stay at the site.',
  },

  'sroc.summary': {
    ko: '{label}: 종합 민감도 {sensitivity}, 특이도 {specificity} (연구 {k}개)',
    en: '{label}: summary sensitivity {sensitivity} and specificity {specificity} over {k} studies',
  },
  'sroc.range': {
    ko: '{label}: 연구 {k}개의 민감도 {low}–{high}',
    en: '{label}: sensitivity from {low} to {high} over {k} studies',
  },
  'sroc.subtitle': {
    ko: '연구별 정확도와 종합 · 질환 있음 {diseased}명, 없음 {healthy}명 · {level} 영역',
    en: 'Accuracy by study and together · diseased {diseased}, healthy {healthy} · {level} regions',
  },
  'sroc.point': { ko: '종합', en: 'Summary' },
  'sroc.study': { ko: '연구 (넓이는 인원)', en: 'Study (area by people)' },
  'sroc.confidence': { ko: '{level} 신뢰영역', en: '{level} confidence region' },
  'sroc.prediction': { ko: '{level} 예측영역', en: '{level} prediction region' },
  'sroc.curve': { ko: '종합 곡선', en: 'Summary curve' },
  'sroc.name': { ko: '연구', en: 'Study' },
  'sroc.diseased': { ko: '질환 있음', en: 'Diseased' },
  'sroc.healthy': { ko: '질환 없음', en: 'Healthy' },
  'sroc.note': {
    ko: '예측영역은 새 연구 하나가 놓일 곳, 신뢰영역은 평균이 놓일 곳입니다.',
    en: 'The prediction region is where one new study would lie, the confidence region where the mean lies.',
  },

  'size.chosen': {
    ko: '{label}: {x} {atX}에서 {y} {atY}',
    en: '{label}: {y} {atY} at {x} {atX}',
  },
  'size.reached': {
    ko: '{label}: {x} {atX}부터 {y} {target}에 이름',
    en: '{label}: {y} {target} reached from {x} {atX} on',
  },
  'size.notReached': {
    ko: '{label}: 살펴본 범위에서 {y} {target}에 이르지 못함',
    en: '{label}: {y} {target} not reached in the range examined',
  },
  'size.plain': { ko: '{label}: {x}에 따른 {y}', en: '{label}: {y} by {x}' },
  'size.subtitle': { ko: '{x}에 따른 {y} · 곡선 {k}개', en: '{y} by {x} · {k} curves' },
  'size.target': { ko: '목표 {target}', en: 'target {target}' },
  'size.series': { ko: '경우', en: 'Setting' },

  'survival.ticks': {
    ko: '곡선 위의 짧은 금은 중도절단된 때입니다.',
    en: 'Ticks on the curves are times of censoring.',
  },
} as const satisfies Readonly<Record<string, Text>>;
