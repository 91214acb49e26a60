import { settleParticles } from '@daero/domain/format/particle';
import { fill, type Language, type Text } from '@daero/domain/text';
import { analysesWords } from './words-analyses.ts';
import { pathwayWords } from './words-pathway.ts';
import { programmeWords } from './words-programme.ts';
import { economicsWords } from './words-economics.ts';
import { validationWords } from './words-validation.ts';

/** What figures say. Titles are findings made from slots; each has a neutral form for an interval that includes the reference. */
export const figureWords = {
  ...validationWords,
  ...analysesWords,
  ...economicsWords,
  ...pathwayWords,
  ...programmeWords,
  interval: { ko: '{level} 구간', en: '{level} interval' },
  confidence: { ko: '{level} 신뢰구간', en: '{level} CI' },
  people: { ko: '{n}명', en: 'n {n}' },
  low: { ko: '하한', en: 'Lower' },
  high: { ko: '상한', en: 'Upper' },
  notShown: { ko: '그림에 없음', en: 'not drawn' },

  'roc.above': {
    ko: '{label}: AUC {auc}[으로/로] 우연(0.5)보다 높음',
    en: '{label}: AUC {auc}, above chance (0.5)',
  },
  'roc.below': {
    ko: '{label}: AUC {auc}[으로/로] 우연(0.5)보다 낮음',
    en: '{label}: AUC {auc}, below chance (0.5)',
  },
  'roc.includes': {
    ko: '{label}: AUC {auc}, 우연(0.5)과의 차이를 보이지 못함',
    en: '{label}: AUC {auc}, no difference from chance (0.5) shown',
  },
  'roc.unknown': { ko: '{label}: AUC {auc}, 구간 없음', en: '{label}: AUC {auc}, without an interval' },
  'roc.subtitle': {
    ko: 'ROC 곡선 · AUC {auc} · 사건 있음 {diseased}명, 없음 {healthy}명',
    en: 'ROC curve · AUC {auc} · with the event {diseased}, without {healthy}',
  },
  'roc.x': { ko: '1 − 특이도', en: '1 − specificity' },
  'roc.y': { ko: '민감도', en: 'Sensitivity' },
  'roc.chance': { ko: '우연 0.5', en: 'chance 0.5' },
  'roc.threshold': { ko: '양성 기준', en: 'Positive from' },
  'roc.none': { ko: '모두 음성', en: 'none positive' },
  'roc.at': { ko: '{threshold} 이상', en: '≥ {threshold}' },

  'forest.above': {
    ko: '{quantity} {value}[으로/로] 기준 {reference}보다 높음',
    en: '{quantity} {value}, above {reference}',
  },
  'forest.below': {
    ko: '{quantity} {value}[으로/로] 기준 {reference}보다 낮음',
    en: '{quantity} {value}, below {reference}',
  },
  'forest.includes': {
    ko: '{quantity} {value}, 기준 {reference}[과/와]의 차이를 보이지 못함',
    en: '{quantity} {value}, no difference from {reference} shown',
  },
  'forest.unknown': { ko: '{quantity} {value}', en: '{quantity} {value}' },
  'forest.spread': { ko: '{title} · 병원별 {low}–{high}', en: '{title}; sites from {low} to {high}' },
  'forest.rows': {
    ko: '{quantity}: 병원 {k}곳에서 {low}–{high}',
    en: '{quantity}: {low} to {high} over {k} sites',
  },
  'forest.subtitle': { ko: '{label} · n {n} · {level} 구간', en: '{label} · n {n} · {level} intervals' },
  'forest.estimate': { ko: '추정 ({level} 구간)', en: 'Estimate ({level} interval)' },
  'forest.n': { ko: 'n', en: 'n' },
  'forest.weight': { ko: '가중치', en: 'Weight' },
  'forest.row': { ko: '병원', en: 'Site' },
  'forest.reference': { ko: '기준 {reference}', en: 'reference {reference}' },
  'forest.prediction': { ko: '예측구간', en: 'Prediction interval' },
  'forest.summary': { ko: '메타분석', en: 'meta-analysis' },
  'forest.pooled-rows': { ko: '행 합침', en: 'rows pooled' },
  'forest.heterogeneity': {
    ko: '이질성: τ² = {tau2}, I² = {i2}, Q = {q}, {p}.',
    en: 'Heterogeneity: τ² = {tau2}, I² = {i2}, Q = {q}, {p}.',
  },
  'forest.marks': {
    ko: '네모의 넓이는 가중치, 마름모는 합친 추정, 가는 막대는 새 병원에 대한 예측구간입니다.',
    en: 'Squares are sized by weight; the diamond is the summary, the thin bar the prediction interval for a new site.',
  },

  'calibration.neutral': {
    ko: '{label}: 예측 위험과 관찰 위험의 어긋남을 보이지 못함',
    en: '{label}: no departure of observed from predicted risk shown',
  },
  'calibration.extreme': {
    ko: '{label}: 예측 위험이 실제보다 넓게 벌어짐 (기울기 {slope})',
    en: '{label}: predicted risks spread too widely (slope {slope})',
  },
  'calibration.narrow': {
    ko: '{label}: 예측 위험이 실제보다 좁게 몰림 (기울기 {slope})',
    en: '{label}: predicted risks spread too narrowly (slope {slope})',
  },
  'calibration.under': {
    ko: '{label}: 위험을 실제보다 낮게 예측함 (절편 {intercept})',
    en: '{label}: risk predicted too low (intercept {intercept})',
  },
  'calibration.over': {
    ko: '{label}: 위험을 실제보다 높게 예측함 (절편 {intercept})',
    en: '{label}: risk predicted too high (intercept {intercept})',
  },
  'calibration.unknown': {
    ko: '{label}: 기울기 {slope}, 절편 {intercept}, 구간 없음',
    en: '{label}: slope {slope}, intercept {intercept}, without intervals',
  },
  'calibration.subtitle': {
    ko: '보정 · 기울기 {slope} · 절편 {intercept} · {n}명, 사건 {events}건 · {level} 구간',
    en: 'Calibration · slope {slope} · intercept {intercept} · n {n}, {events} events · {level} intervals',
  },
  'calibration.x': { ko: '예측 위험', en: 'Predicted risk' },
  'calibration.y': { ko: '관찰 위험', en: 'Observed risk' },
  'calibration.perfect': { ko: '예측 = 관찰', en: 'predicted = observed' },
  'calibration.n': { ko: '구간별 인원', en: 'People per bin' },
  'calibration.curve': {
    ko: '선은 재보정 곡선, 점은 구간별 관찰 비율입니다.',
    en: 'The line is the recalibration curve, points are observed shares per bin.',
  },
  'calibration.ici': { ko: '평균 절대 어긋남(ICI) {ici}.', en: 'Mean absolute departure (ICI) {ici}.' },

  'survival.differs': {
    ko: '{label}: 무리 사이에 차이가 있음 ({p})',
    en: '{label}: the groups differ ({p})',
  },
  'survival.includes': {
    ko: '{label}: 무리 사이의 차이를 보이지 못함 ({p})',
    en: '{label}: no difference between the groups shown ({p})',
  },
  'survival.plain': { ko: '{label}: {time}일에 {values}', en: '{label}: at {time} days {values}' },
  'survival.at': { ko: '{title} · {time}일에 {values}', en: '{title}; at {time} days {values}' },
  'survival.value': { ko: '{group} {value}', en: '{group} {value}' },
  'survival.subtitle': {
    ko: 'Kaplan-Meier · {event} 없이 지낸 비율 · {n}명, {events}건 · {level} 신뢰구간 띠',
    en: 'Kaplan-Meier · share free of {event} · n {n}, {events} events · {level} CI bands',
  },
  'survival.x': { ko: '시간 (일)', en: 'Time (days)' },
  'survival.y': { ko: '사건 없이 지낸 비율', en: 'Share free of the event' },
  'survival.table': {
    ko: '위험군, 그리고 사건과 중도절단의 누계',
    en: 'At risk, and cumulative events and censored',
  },
  'survival.group': { ko: '무리', en: 'Group' },
  'survival.time': { ko: '시간 (일)', en: 'Time (days)' },
  'survival.share': { ko: '비율', en: 'Share' },
  'survival.atRisk': { ko: '위험군', en: 'At risk' },
  'survival.events': { ko: '사건', en: 'Events' },
  'survival.censored': { ko: '중도절단', en: 'Censored' },
  'survival.few': {
    ko: '회색 부분은 남은 사람이 10명 미만입니다.',
    en: 'Grey: fewer than 10 people remain.',
  },
  'survival.logRank': {
    ko: '로그순위 검정: χ² = {chi2}, 자유도 {df}, {p}.',
    en: 'Log-rank test: χ² = {chi2}, df {df}, {p}.',
  },

  'flow.title': {
    ko: '{unit} {first} 가운데 {last} 분석 ({share})',
    en: '{last} of {first} {unit} analysed ({share})',
  },
  'flow.broken': {
    ko: '{unit} {first} 가운데 {last} 분석 ({share}), {gap}[은/는] 설명되지 않음',
    en: '{last} of {first} {unit} analysed ({share}), {gap} unaccounted for',
  },
  'flow.subtitle': { ko: '{label} · 단위: {unit}', en: '{label} · unit: {unit}' },
  'flow.stage': { ko: '단계', en: 'Stage' },
  'flow.n': { ko: 'n', en: 'n' },
  'flow.left': { ko: '제외', en: 'Left' },
  'flow.reason': { ko: '사유', en: 'Reason' },
  'flow.gap': { ko: '설명되지 않음', en: 'Unaccounted for' },
  'flow.note.gap': {
    ko: '단계 사이의 수가 맞지 않습니다. 붉은 상자를 확인하십시오.',
    en: 'The counts of the stages do not add up; see the red box.',
  },

  'completeness.title': {
    ko: '가장 덜 채워진 항목은 {label}, {share}',
    en: 'Least complete: {label}, {share}',
  },
  'completeness.full': { ko: '{k}개 항목 모두 빠짐없음', en: 'All {k} items complete' },
  'completeness.none': { ko: '살펴본 항목 없음', en: 'No items examined' },
  'completeness.subtitle': {
    ko: '{label} · 값이 있는 {unit}의 비율 · n {of}',
    en: '{label} · share of {unit} with a value · n {of}',
  },
  'completeness.item': { ko: '항목', en: 'Item' },
  'completeness.present': { ko: '값 있음', en: 'With a value' },
  'completeness.of': { ko: '전체', en: 'Of' },
  'completeness.share': { ko: '비율 (%)', en: 'Share (%)' },

  'plane.more': {
    ko: '{comparison}: 추출의 {share}에서 효과가 늘고, {costShare}에서 비용이 늘어남',
    en: '{comparison}: more effect in {share} of draws, more cost in {costShare}',
  },
  'plane.less': {
    ko: '{comparison}: 추출의 {share}에서 효과가 줄고, {costShare}에서 비용이 늘어남',
    en: '{comparison}: less effect in {share} of draws, more cost in {costShare}',
  },
  'plane.includes': {
    ko: '{comparison}: 효과의 차이를 보이지 못함 (추출의 {share}에서 증가, 비용은 {costShare}에서 증가)',
    en: '{comparison}: no difference in effect shown (more in {share} of draws; cost higher in {costShare})',
  },
  'plane.subtitle': {
    ko: '증분 비용과 증분 효과 · 확률 민감도분석 추출 {draws}회 · {year}년 가격 · 타원은 추출의 95%',
    en: 'Incremental cost and effect · {draws} draws of the probabilistic analysis · {year} prices · ellipse holds 95% of draws',
  },
  'plane.x': { ko: '증분 효과 ({unit})', en: 'Incremental effect ({unit})' },
  'plane.y': { ko: '증분 비용 ({unit})', en: 'Incremental cost ({unit})' },
  'plane.ne': { ko: '효과 증가, 비용 증가', en: 'more effect, more cost' },
  'plane.se': { ko: '효과 증가, 비용 감소', en: 'more effect, less cost' },
  'plane.sw': { ko: '효과 감소, 비용 감소', en: 'less effect, less cost' },
  'plane.nw': { ko: '효과 감소, 비용 증가', en: 'less effect, more cost' },
  'plane.willingness': { ko: '{money}/{unit}', en: '{money}/{unit}' },
  'plane.mean': { ko: '평균', en: 'mean' },
  'plane.quadrant': { ko: '사분면', en: 'Quadrant' },
  'plane.share': { ko: '추출의 비율', en: 'Share of draws' },
  'plane.effect': { ko: '평균 증분 효과 ({unit})', en: 'Mean incremental effect ({unit})' },
  'plane.cost': { ko: '평균 증분 비용', en: 'Mean incremental cost' },
  'plane.note': {
    ko: '점선은 지불의사의 범위이며 하나의 기준값이 아닙니다. 그린 점은 추출 {drawn}회입니다.',
    en: 'Dashed lines are a range of willingness to pay, not one threshold. {drawn} draws are shown as points.',
  },

  'acceptability.one': {
    ko: '살펴본 지불의사 전체에서 기대 순편익이 가장 큰 전략: {name} (확률 {low}–{high})',
    en: '{name} has the highest expected net benefit at every willingness examined (probability {low}–{high})',
  },
  'acceptability.switch': {
    ko: '기대 순편익이 가장 큰 전략: {at}부터 {name} (확률 {low}–{high})',
    en: 'From {at} on, {name} has the highest expected net benefit (probability {low}–{high})',
  },
  'acceptability.subtitle': {
    ko: '{label} · 비용효과적일 확률 · 굵은 선은 기대 순편익이 가장 큰 전략(경계)',
    en: '{label} · probability of being cost-effective · thick line: strategy with the highest expected net benefit (frontier)',
  },
  'acceptability.x': { ko: '지불의사 ({unit})', en: 'Willingness to pay ({unit})' },
  'acceptability.y': { ko: '비용효과적일 확률', en: 'Probability cost-effective' },
  'acceptability.frontier': { ko: '경계의 전략', en: 'On the frontier' },
  'acceptability.note': {
    ko: '확률 0.5는 판정 기준이 아닙니다. 지불의사는 범위로 봅니다.',
    en: 'A probability of 0.5 decides nothing. Willingness to pay is read as a range.',
  },

  'tornado.sign': {
    ko: '{outcome}의 부호가 {parameter}에 따라 바뀜 ({low} ~ {high})',
    en: '{parameter} changes the sign of {outcome} ({low} to {high})',
  },
  'tornado.widest': {
    ko: '{outcome}에 가장 크게 작용하는 모수: {parameter} ({low} ~ {high})',
    en: '{parameter} moves {outcome} most ({low} to {high})',
  },
  'tornado.none': { ko: '{outcome}: 살펴본 모수 없음', en: '{outcome}: no parameter examined' },
  'tornado.subtitle': {
    ko: '{label} · 지불의사 {willingness} · 기본값 {base}',
    en: '{label} · willingness to pay {willingness} · base case {base}',
  },
  'tornado.base': { ko: '기본값 {base}', en: 'base case {base}' },
  'tornado.parameter': { ko: '모수', en: 'Parameter' },
  'tornado.state': { ko: '상태', en: 'State' },
  'tornado.lowInput': { ko: '낮은 값', en: 'Low value' },
  'tornado.highInput': { ko: '높은 값', en: 'High value' },
  'tornado.atLow': { ko: '낮은 값에서', en: 'At the low value' },
  'tornado.atHigh': { ko: '높은 값에서', en: 'At the high value' },
  'tornado.estimate': { ko: '●\u00a0추정', en: '●\u00a0estimate' },
  'tornado.assumption': { ko: '△\u00a0가정', en: '△\u00a0assumption' },
  'tornado.literature': { ko: '●\u00a0문헌', en: '●\u00a0literature' },
  'tornado.note': {
    ko: '막대 끝의 수는 모수의 값입니다. 빗금은 가정입니다.',
    en: 'Numbers at the ends of bars are values of the parameter. Hatched bars are assumptions.',
  },
  'tornado.more': {
    ko: '폭이 큰 {shown}개만 그렸습니다: 표에는 {all}개가 있습니다.',
    en: 'The widest {shown} are drawn; the table has all {all}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type FigureWord = keyof typeof figureWords;

/** Words with their slots filled and their Korean particles settled. */
export function say(
  name: FigureWord,
  language: Language,
  slots: Readonly<Record<string, string | number>> = {},
): string {
  const said = fill(figureWords[name][language], slots);
  return language === 'ko' ? settleParticles(said) : said;
}
