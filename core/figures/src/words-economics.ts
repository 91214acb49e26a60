import type { Text } from '@daero/domain/text';

/** What the figures of an economic model, a budget and a hospital's case say. */
export const economicsWords = {
  'trace.finding': {
    ko: '{years}년 뒤 {state}의 몫: {shares}',
    en: 'After {years} years, share in “{state}”: {shares}',
  },
  'trace.subtitle': {
    ko: '{label} · 기본 분석 · 상태 {states}개 · 코호트의 몫, 모두 더하면 1',
    en: '{label} · base case · {states} states · shares of the cohort, adding up to 1',
  },
  'trace.subtitleOpen': {
    ko: '{label} · 기본 분석 · 상태 {states}개 · 시작할 때의 코호트를 1로 본 몫(도중에 들어오는 사람 포함)',
    en: '{label} · base case · {states} states · shares of the cohort at the start, with those who join',
  },
  'trace.note': {
    ko: '모수의 기본값으로 구한 기대 분포이며 구간은 없습니다.',
    en: 'Expected shares at the base values of the parameters; there is no interval.',
  },
  'trace.x': { ko: '시작 뒤 햇수 (년)', en: 'Years since the start' },
  'trace.y': { ko: '코호트의 몫', en: 'Share of the cohort' },
  'trace.strategy': { ko: '전략', en: 'Strategy' },
  'trace.year': { ko: '햇수', en: 'Year' },

  'voi.none': {
    ko: '{at}에서 결정이 바뀔 추출이 없어, 더 알아도 얻는 것이 없음',
    en: 'At {at} no draw changes the decision: to know more would gain nothing',
  },
  'voi.finding': {
    ko: '{at}에서 가장 값진 근거: {parameter} (결정 한 건당 {value})',
    en: 'At {at} the evidence worth most is on: {parameter} ({value} a decision)',
  },
  'voi.noise': {
    ko: '{at}에서 완전한 정보의 가치는 결정 한 건당 {evpi}이며, 한 모수만으로는 얻는 것을 보이지 못함',
    en: 'At {at} perfect information is worth {evpi} a decision; no gain from any single parameter was shown',
  },
  'voi.subtitle': {
    ko: '{label} · 결정 한 건당 {unit} · 추출 {draws}회 · 가격 {year}년',
    en: '{label} · {unit} a decision · {draws} draws · prices of {year}',
  },
  'voi.note': {
    ko: '막대는 그 모수 하나를 확실히 안다고 할 때의 가치(EVPPI, 스플라인 회귀), 수염은 추출 묶음 열 개로 구한 ±1 표준오차, 점선은 모두를 알 때의 가치(EVPI)입니다.',
    en: 'Bars: the value of knowing that one parameter for certain (EVPPI, spline regression); whiskers: ±1 standard error over ten batches of draws; dashed: knowing everything (EVPI).',
  },
  'voi.noError': {
    ko: '추출이 1,000회보다 적어 표준오차를 구하지 않았습니다.',
    en: 'With fewer than 1,000 draws no standard error is given.',
  },
  'voi.more': {
    ko: '막대는 {all}개 가운데 알면 얻는 것이 있는 {shown}개이며, 모두는 표에 있습니다.',
    en: 'Bars: the {shown} of {all} whose knowledge is worth something; all are in the table.',
  },
  'voi.x': { ko: '지불의사 ({unit})', en: 'Willingness to pay ({unit})' },
  'voi.y': { ko: 'EVPI, 결정 한 건당 ({unit})', en: 'EVPI a decision ({unit})' },
  'voi.bars': { ko: '결정 한 건당 ({unit})', en: 'a decision ({unit})' },
  'voi.everything': { ko: '모두 (EVPI)', en: 'Everything (EVPI)' },
  'voi.parameter': { ko: '알게 되는 것', en: 'What would be known' },
  'voi.value': { ko: '결정 한 건당', en: 'A decision' },
  'voi.error': { ko: '표준오차', en: 'Standard error' },
  'voi.year': { ko: '한 해 (결정 {n}건)', en: 'A year ({n} decisions)' },
  'voi.stated': { ko: '{at}', en: '{at}' },

  'budget.finding': {
    ko: '{payer}의 순지출: {years}년 동안 {net} (시나리오 {low} ~ {high})',
    en: '{payer}: net spending over {years} years {net} (scenarios {low} to {high})',
  },
  'budget.one': {
    ko: '{payer}의 순지출: {years}년 동안 {net}',
    en: '{payer}: net spending over {years} years {net}',
  },
  'budget.subtitle': {
    ko: '{label} · 할인하지 않음 · 가격 {year}년 · 위: 기술이 있을 때와 없을 때의 차이, 아래: 두 경우의 지출 전체',
    en: '{label} · undiscounted · prices of {year} · above: the world with the technology less the world without; below: what both spend',
  },
  'budget.note': {
    ko: '점은 순지출, 수염은 시나리오 {n}개의 가장 작은 값과 큰 값이며 확률 구간이 아닙니다. 병원의 이득은 들어 있지 않습니다.',
    en: 'Dot: net; whisker: least and most of {n} scenarios, no probability interval. Gains of hospitals are not in it.',
  },
  'budget.noScenario': {
    ko: '시나리오가 없어 범위를 보이지 않습니다. 병원의 이득은 들어 있지 않습니다.',
    en: 'Without scenarios there is no range. Gains of hospitals are not in it.',
  },
  'budget.payer': { ko: '보험자', en: 'Payer' },
  'budget.patient': { ko: '환자 본인부담', en: 'Patients' },
  'budget.non-covered': { ko: '비급여', en: 'Non-covered' },
  'budget.fees': { ko: '기술의 비용', en: 'fees' },
  'budget.offsets': { ko: '다른 곳의 증감', en: 'offsets' },
  'budget.displaced': { ko: '밀려난 기술', en: 'displaced' },
  'budget.net': { ko: '순지출', en: 'net' },
  'budget.without': { ko: '기술이 없을 때', en: 'without' },
  'budget.with': { ko: '기술이 있을 때', en: 'with' },
  'budget.bearer': { ko: '부담하는 쪽', en: 'Borne by' },
  'budget.year': { ko: '연도', en: 'Year' },
  'budget.low': { ko: '가장 작은 시나리오', en: 'Least scenario' },
  'budget.high': { ko: '가장 큰 시나리오', en: 'Most' },
  'budget.above': { ko: '차이 ({unit})', en: 'Difference ({unit})' },
  'budget.below': { ko: '지출 ({unit})', en: 'Spending ({unit})' },

  'cash.back': {
    ko: '{hospital}: {month}개월째에 들인 돈이 모두 돌아옴',
    en: '{hospital}: everything paid has come back by month {month}',
  },
  'cash.never': {
    ko: '{hospital}: {months}개월 안에 들인 돈이 돌아오지 않음 (끝의 누적 {end})',
    en: '{hospital}: what was paid does not come back within {months} months (cumulative {end} at the end)',
  },
  'cash.subtitle': {
    ko: '{label} · {each} · 가격 {year}년 · 순현재가치 {npv}',
    en: '{label} · {each} · prices of {year} · net present value {npv}',
  },
  'cash.monthly': { ko: '월별', en: 'by month' },
  'cash.yearly': { ko: '연도별', en: 'by year' },
  'cash.each': { ko: '{n}개월씩', en: 'by {n} months' },
  'cash.note': {
    ko: '한 가지 전제의 흐름이며 구간은 없습니다. 병원의 이득은 수가의 근거가 아니고, 보험자의 절감은 병원의 것이 아닙니다.',
    en: 'One course under stated assumptions, without an interval. A hospital’s gain is no ground for a fee, and a payer’s saving is not the hospital’s.',
  },
  'cash.flow': { ko: '순현금흐름 ({unit})', en: 'Net cash flow ({unit})' },
  'cash.cumulative': { ko: '누적 ({unit})', en: 'Cumulative ({unit})' },
  'cash.net': { ko: '순현금흐름', en: 'Net cash flow' },
  'cash.sum': { ko: '누적', en: 'Cumulative' },
  'cash.x': { ko: '도입 뒤 개월', en: 'Months since the start' },
  'cash.month': { ko: '개월', en: 'Month' },
  'cash.payback': { ko: '{month}개월째 손익분기', en: 'pays back in month {month}' },

  'structure.states': {
    ko: '상태 {states}개와 옮겨 가는 길 {passages}개',
    en: '{states} states and {passages} passages between them',
  },
  'structure.tree': {
    ko: '끝이 {leaves}개인 나무, 결정 {decisions}개와 우연 {chances}개',
    en: 'A tree with {leaves} ends (decisions: {decisions}, chances: {chances})',
  },
  'structure.statesSubtitle': {
    ko: '{label} · 화살표 위는 한 주기에 옮겨 갈 확률, 머무는 길은 표에 있습니다',
    en: '{label} · on each arrow: the probability a cycle; who stays is in the table',
  },
  'structure.timesSubtitle': {
    ko: '{label} · 화살표 위는 옮겨 가기까지 걸리는 시간의 분포와 시계(reset: 상태에 들어갈 때부터, forward: 시작부터)',
    en: '{label} · on each arrow: the distribution of its time, and its clock (reset: from entry into the state, forward: from the start)',
  },
  'structure.curves': {
    ko: '생존 곡선 {curves}개가 나누는 상태 {states}개',
    en: '{states} states between {curves} survival curves',
  },
  'structure.curvesSubtitle': {
    ko: '{label} · 상태의 몫은 이웃한 곡선의 차이이며, 옮겨 가는 확률은 없습니다',
    en: '{label} · the share of a state is the difference of neighbouring curves; there are no probabilities of moving',
  },
  'structure.state': { ko: '상태', en: 'State' },
  'structure.time': { ko: '시간', en: 'Time' },
  'structure.treeSubtitle': {
    ko: '{label} · □ 결정 ○ 우연 ◁ 끝 · 가지 아래는 확률',
    en: '{label} · □ decision ○ chance ◁ end · below each branch: its probability',
  },
  'structure.note': {
    ko: '식과 모수 이름은 모형 파일에 쓰인 그대로입니다.',
    en: 'Expressions and names of parameters are those of the model file.',
  },
  'structure.from': { ko: '어디서', en: 'From' },
  'structure.to': { ko: '어디로', en: 'To' },
  'structure.probability': { ko: '확률', en: 'Probability' },
  'structure.payoffs': { ko: '값', en: 'Payoffs' },
  'structure.kind': { ko: '마디', en: 'Node' },
  'structure.decision': { ko: '결정', en: 'decision' },
  'structure.chance': { ko: '우연', en: 'chance' },
  'structure.leaf': { ko: '끝', en: 'end' },
  'structure.rest': { ko: '나머지', en: 'the rest' },
  'structure.tunnels': { ko: '{n}주기 기억', en: 'remembers {n} cycles' },
} as const satisfies Readonly<Record<string, Text>>;
