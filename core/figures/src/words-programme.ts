import type { Text } from '@daero/domain/text';

/** What the figures of programmes say. */
export const programmeWords = {
  'accrual.finding': {
    ko: '{label}: 목표 {target} 중 {actual}, 지금 속도로 {date}에 {low}–{high}({level} 구간)',
    en: '{label}: {actual} of {target}; at this pace {low}–{high} by {date} ({level} interval)',
  },
  'accrual.reached': {
    ko: '{label}: 목표 {target}에 이름, 지금 {actual}',
    en: '{label}: target of {target} reached, now {actual}',
  },
  'accrual.plain': { ko: '{label}: 목표 {target} 중 {actual}', en: '{label}: {actual} of {target}' },
  'accrual.subtitle': {
    ko: '누적 {unit} · {date} 기준 · {sites}곳',
    en: 'cumulative {unit} · as of {date} · sites: {sites}',
  },
  'accrual.note': {
    ko: '굵은 선은 센 것(실측), 가는 선은 기관별, 점선은 계획, 띠는 최근 {days}일의 속도가 이어질 때의 {level} 구간(예측)입니다. 속도는 포아송 분포로, 구간은 Byar의 방법으로 구했습니다.',
    en: 'The thick line is what was counted (observed), thin lines are sites, dashes the plan, and the band the {level} interval if the pace of the last {days} days goes on (forecast). The pace is taken as Poisson, its interval is Byar’s.',
  },
  'accrual.noteMeasured': {
    ko: '굵은 선은 센 것(실측), 가는 선은 기관별, 점선은 계획입니다.',
    en: 'The thick line is what was counted (observed), thin lines are sites, dashes the plan.',
  },
  'accrual.plan': { ko: '계획', en: 'plan' },
  'accrual.all': { ko: '전체', en: 'all' },
  'accrual.forecast': { ko: '예측', en: 'forecast' },
  'accrual.day': { ko: '날짜', en: 'Day' },
  'accrual.series': { ko: '무엇', en: 'Series' },
  'accrual.value': { ko: '누적 ({unit})', en: 'Cumulative ({unit})' },
  'accrual.today': { ko: '기준일', en: 'as of' },

  'amounts.finding': {
    ko: '{label}: 협약 {agreed} 중 {spent} 집행({share})',
    en: '{label}: {spent} of {agreed} spent ({share})',
  },
  'amounts.most': {
    ko: '{label}: 가장 많은 곳은 {group} {agreed}, 그중 {share} 집행',
    en: '{label}: most is with {group}, {agreed}, of which {share} is spent',
  },
  'amounts.subtitle': {
    ko: '{money} · {by} · 과제 {n}개 · {date} 기준 · 그 해의 금액',
    en: '{money} · {by} · projects: {n} · as of {date} · nominal won',
  },
  'amounts.note': {
    ko: '빈 막대는 협약액, 채운 막대는 집행액입니다.',
    en: 'Open bars are what was agreed, filled bars what was spent.',
  },
  'amounts.notePlanned': {
    ko: '빈 막대는 예산, 채운 막대는 집행액, 세로 금은 고르게 쓸 때 지금까지의 계획입니다.',
    en: 'Open bars are the budget, filled bars what was spent, upright marks what an even pace would have spent by now.',
  },
  'amounts.projects': { ko: '과제', en: 'Projects' },
  'amounts.agreed': { ko: '협약액(원)', en: 'Agreed (KRW)' },
  'amounts.spent': { ko: '집행액(원)', en: 'Spent (KRW)' },
  'amounts.planned': { ko: '고르게 쓸 때(원)', en: 'Even pace (KRW)' },
  'amounts.share': { ko: '집행률', en: 'Share spent' },
} as const satisfies Readonly<Record<string, Text>>;
