import type { Text } from '@daero/domain/text';

/** What the figure of a case on the road says. */
export const pathwayWords = {
  'case.finding': { ko: '{name}: {range} ({level} 구간)', en: '{name}: {range} ({level} interval)' },
  'case.findingMiss': {
    ko: '{name}: {range} ({level} 구간) · 사용기간 안에 재평가가 끝나지 않을 확률 {chance}',
    en: '{name}: {range} ({level} interval); chance that the reassessment misses the use window {chance}',
  },
  'case.done': { ko: '앞으로 예측할 단계가 없음', en: 'No stage is left to forecast' },
  'case.withheld': {
    ko: '정해지지 않은 기간이 있어 끝나는 날을 말할 수 없음',
    en: 'No end can be given: some durations have not been settled',
  },
  'case.subtitle': {
    ko: '{label} · 달력 · {draws}회 추출 · 앞으로의 결정이 모두 유리하다는 조건의 예측',
    en: '{label} · calendar · {draws} draws · forecast on condition that every decision to come is favourable',
  },
  'case.subtitlePlain': { ko: '{label} · 달력', en: '{label} · calendar' },
  'case.key': {
    ko: '꽉 찬 막대는 끝난 것, 절반 높이는 진행 중인 것, 점선은 예측입니다. 띠는 끝나는 날의 50·80·95% 구간, 세로 금은 중앙값, 빗금은 신청인을 기다린 때입니다.',
    en: 'Full bars are done, half-height bars are running, dashes are forecast. Bands are the 50, 80 and 95% intervals of the end, the upright mark is the median, hatching is time spent waiting for the applicant.',
  },
  'case.keyMore': {
    ko: '굵은 점선은 끝나는 날을 가장 자주 정하는 단계, §는 법이나 기관이 스스로 정한 기한입니다.',
    en: 'Thick dashes mark the stages that decide the end most often; § is a limit set by law or by the authority itself.',
  },
  'case.today': { ko: '기준일 {date}', en: 'as of {date}' },
  'case.windowEnd': { ko: '§ 사용기간 끝 {date}', en: '§ use window ends {date}' },
  'case.stage': { ko: '단계', en: 'Stage' },
  'case.from': { ko: '시작', en: 'Begins' },
  'case.fromAhead': { ko: '{date} 예측', en: '{date} forecast' },
  'case.end': { ko: '끝', en: 'Ends' },
  'case.ended': { ko: '{date} 완료', en: '{date} done' },
  'case.median': { ko: '중앙값 (예측)', en: 'Median (forecast)' },
  'case.interval': { ko: '{level} 구간 (예측)', en: '{level} interval (forecast)' },
  'case.limit': { ko: '기한 (법정)', en: 'Limit (law)' },
  'case.running': { ko: '진행 중', en: 'running' },
} as const satisfies Readonly<Record<string, Text>>;
