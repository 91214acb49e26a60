import type { Text } from '@daero/domain/text';

/** What grids of two parameters and values of research say. */
export const analysesWords = {
  'grid.all': {
    ko: '두 값이 함께 움직여도 조합 {all}개 모두에서 가장 나은 대안은 하나: {name}',
    en: 'At all {all} pairs of values the same strategy is worth most: {name}',
  },
  'grid.some': {
    ko: '조합 {all}개 가운데 가장 나은 대안: {counts}',
    en: 'Worth most among {all} pairs of values: {counts}',
  },
  'grid.subtitle': {
    ko: '{label} · 지불의사 {willingness}/{effect} · 나머지 모수는 기본값 · 가격 {year}년',
    en: '{label} · willingness to pay {willingness}/{effect} · other parameters at their base values · prices of {year}',
  },
  'grid.note': {
    ko: '칸의 색과 표식은 순편익이 가장 큰 대안, 굵은 선은 결정이 바뀌는 곳입니다. 칸의 수는 격자에 따른 것이며 확률이 아닙니다.',
    en: 'Colour and marker of a cell: the strategy with the highest net benefit; heavy line: where the decision turns. Numbers of cells follow from the grid and are no probability.',
  },
  'grid.base': { ko: '기본값', en: 'base case' },
  'grid.baseOutside': {
    ko: '기본값({first}, {second})은 격자 밖에 있습니다.',
    en: 'The base case ({first}, {second}) lies outside the grid.',
  },
  'grid.best': { ko: '가장 나은 대안', en: 'Worth most' },
  'grid.gain': { ko: '기준 대안보다 큰 순편익', en: 'Net benefit over the reference' },

  'research.best': {
    ko: '비용을 빼고 가장 값진 연구: {label}, {n}명 (순가치 {value})',
    en: 'Worth most after its cost: {label} with {n} people (net value {value})',
  },
  'research.none': {
    ko: '비용을 빼고 값이 남는 연구가 없음',
    en: 'No study is worth more than its cost',
  },
  'research.subtitle': {
    ko: '표본 정보의 순가치(ENBS) · 결정 {population}건(할인) · 지불의사 {willingness}/{effect} · 가격 {year}년',
    en: 'Net benefit of sampling (ENBS) · {population} decisions (discounted) · willingness to pay {willingness}/{effect} · prices of {year}',
  },
  'research.note': {
    ko: '표본 정보의 가치(EVSI)는 연구를 추출마다 한 번씩 흉내 내어 회귀로 구했습니다. 0보다 작으면 연구가 제값을 하지 못합니다. 연구 비용과 결정의 수는 가정입니다.',
    en: 'The value of sample information (EVSI) is a regression on one simulated study a draw. Below 0 a study does not pay. Costs of studies and numbers of decisions are assumptions.',
  },
  'research.x': { ko: '연구 대상의 수 (명)', en: 'People in the study' },
  'research.y': { ko: '순가치 ({unit})', en: 'Net value ({unit})' },
  'research.study': { ko: '연구', en: 'Study' },
  'research.measures': { ko: '재는 것', en: 'Measures' },
  'research.n': { ko: '대상', en: 'People' },
  'research.evsi': { ko: 'EVSI, 결정 한 건', en: 'EVSI, a decision' },
  'research.all': { ko: 'EVSI, 모든 결정', en: 'EVSI, all decisions' },
  'research.cost': { ko: '연구 비용', en: 'Cost of the study' },
  'research.net': { ko: '순가치(ENBS)', en: 'Net value (ENBS)' },
} as const satisfies Readonly<Record<string, Text>>;
