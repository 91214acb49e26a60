import type { Text } from '@daero/domain/text';

export const resultWords = {
  'nav.results': { ko: '결과', en: 'Results' },
  'results.title': { ko: '결과', en: 'Results' },
  'results.state': {
    ko: '분석 {analyses} · 추정 {estimates} · 그림 {plots}',
    en: '{analyses} analyses · {estimates} estimates · {plots} plots',
  },
  'results.flow': { ko: '대상자 흐름', en: 'Participant flow' },
  'results.noFlow': { ko: '보일 수 있는 흐름이 없습니다.', en: 'There is no flow that may be shown.' },
  'results.noFlowWhy': {
    ko: '적은 인원의 칸이 있으면 흐름 전체가 기관 안에만 있습니다.',
    en: 'A flow with a cell of few people stays at the site as a whole.',
  },
  'results.method': { ko: '방법', en: 'Method' },
  'results.people': { ko: '대상', en: 'Analysed' },
  'results.from': { ko: '공식의 출처', en: 'Formula' },
  'results.node': { ko: '계보', en: 'Lineage' },
  'results.openLineage': { ko: '계보 열기: {name}', en: 'Open lineage: {name}' },
  'results.name': { ko: '무엇', en: 'What' },
  'results.estimate': { ko: '추정과 구간', en: 'Estimate and interval' },
  'results.how': { ko: '구한 방법', en: 'How' },
  'results.caption': { ko: '{name}: 추정', en: '{name}: estimates' },
  'results.plots': { ko: '{name}: 그림', en: '{name}: plots' },
  'results.warnings': { ko: '읽기 전에', en: 'Before reading' },
  'results.atSite': {
    ko: '기관 안에만 있는 그림: {plots}. 점이나 계단 하나가 한 사람이거나, 적은 인원의 칸이 있습니다.',
    en: 'Plots kept at the site: {plots}. A point or step is one person, or a cell is of few people.',
  },
  'results.nothing': { ko: '아직 구하지 않았습니다.', en: 'Not computed yet.' },
  'results.nothingWhy': {
    ko: '앞의 단계가 끝나면 여기에 추정과 그림이 옵니다.',
    en: 'Estimates and plots arrive here when the steps before it are done.',
  },
  'results.staleAge': { ko: '{at}에 구한 값', en: 'as computed on {at}' },
  'results.staleCause': {
    ko: '그 뒤에 바뀐 것이 있어 다시 구해야 합니다.',
    en: 'something it rests on has changed since; it must be computed again.',
  },
  'results.failed': { ko: '이 분석이 멈췄습니다.', en: 'This analysis failed.' },
  'results.failedTodo': {
    ko: '원인을 고치고 다시 계산하십시오. 다른 분석은 그대로입니다.',
    en: 'Mend the cause and build again; the other analyses stand.',
  },
  'fact.plotsAtSite': { ko: '기관 안에만 있는 그림', en: 'Plots kept at the site' },
} as const satisfies Readonly<Record<string, Text>>;
