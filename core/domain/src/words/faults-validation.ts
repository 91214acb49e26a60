import type { Text } from '../text.ts';

/** What can go wrong in the validation of a device, and what to do. */
export const validationFaults = {
  'arms-not-two': {
    ko: '열 {column}의 값이 {arms}가지입니다({known}). 두 무리의 비교에는 두 가지가 필요합니다. 설정에 두 이름을 적거나 대상을 고치십시오.',
    en: 'Column {column} has {arms} values ({known}). A comparison of two groups needs two. Name both in the settings, or correct the population.',
  },
  'label-unknown': {
    ko: '열 {column}, {row}번째 행: 목록에 없는 값입니다: {label}. 쓸 수 있는 값: {known}. 값이나 설정을 고치십시오.',
    en: 'Column {column}, row {row}: {label} is not in the list. Known values: {known}. Correct the value or the settings.',
  },
  'rating-twice': {
    ko: '판정자 {rater}의 대상 {subject} 판정이 두 번 있습니다. 한 행만 남기십시오.',
    en: 'Rater {rater} rated subject {subject} twice. Keep one row.',
  },
  'rating-unpaired': {
    ko: '대상 {subject}에는 판정자 {raters}명 가운데 {rated}명의 판정만 있습니다. 이 분석은 모든 판정자가 모든 대상을 판정해야 합니다. 그 대상을 흐름에서 제외하십시오.',
    en: 'Subject {subject} was rated by {rated} of {raters} raters. Here every rater must have rated every subject. Exclude the subject in the flow.',
  },
  'case-twice': {
    ko: '대상 {patient}의 행이 여러 개입니다. 대응 비교에는 한 사람에 한 행이 필요합니다. 붓스트랩을 쓰거나 한 행만 남기십시오.',
    en: 'There are several rows of {patient}. This comparison needs one row a person. Use the bootstrap of patients, or keep one row.',
  },
  'threshold-absent': {
    ko: '{quantity}에는 문턱값이 필요합니다. 설정에 threshold를 적으십시오.',
    en: 'A threshold is needed for {quantity}. Write threshold in the settings.',
  },
  'goal-impossible': {
    ko: '{quantity}의 목표값이 0과 1 사이에 있지 않습니다: {goal}. 계획서의 목표값을 고치십시오.',
    en: 'The goal for {quantity} does not lie between 0 and 1: {goal}. Correct the goal in the plan.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What a reader must know before using a number of a validation. */
export const validationWarnings = {
  'threshold-chosen-here': {
    ko: '같은 자료에서 고른 문턱값입니다: 겉보기 민감도와 특이도는 다른 곳에서보다 좋게 보입니다. 보정값을 보고, 문턱값을 고정한 뒤 새 자료에서 확인하십시오.',
    en: 'The threshold was chosen on these people: apparent sensitivity and specificity look better than they will elsewhere. Read the corrected values, lock the threshold, and confirm it on new people.',
  },
  'thresholds-tied': {
    ko: '기준을 똑같이 만족하는 문턱값이 {thresholds}개 있어 가장 낮은 것을 적었습니다.',
    en: '{thresholds} thresholds meet the criterion equally well; the lowest is given.',
  },
  'co-primary-shown': {
    ko: '공동 일차 가설(민감도와 특이도)이 둘 다 단측 유의수준 {alpha}에서 확인되었습니다.',
    en: 'Both co-primary hypotheses (sensitivity and specificity) were shown at a one-sided level of {alpha}.',
  },
  'co-primary-not-shown': {
    ko: '공동 일차 가설이 둘 다 확인되지는 않았습니다(민감도 p = {sensitivity}, 특이도 p = {specificity}, 단측 유의수준 {alpha}). 하나만 확인된 연구는 성공이 아닙니다.',
    en: 'The co-primary hypotheses were not both shown (sensitivity p = {sensitivity}, specificity p = {specificity}, one-sided level {alpha}). A study that shows one of them has not succeeded.',
  },
  'rows-repeat-patients': {
    ko: '환자 {patients}명의 행이 {rows}개입니다: 이 구간은 행이 서로 독립이라고 보므로 실제보다 좁을 수 있습니다. 환자 단위 붓스트랩이나 군집 분석을 쓰십시오.',
    en: '{patients} patients have {rows} rows: this interval takes rows as independent and may be too narrow. Use the bootstrap of patients or the analysis of clustered units.',
  },
  'bootstrap-one-sided': {
    ko: '붓스트랩 값이 추정값의 한쪽에 몰려 있어 구간의 끝을 추정값에 두었습니다: 이 값은 표본에서 한쪽으로 치우칩니다.',
    en: 'The bootstrap lies to one side of the value, so that end of the interval is the value itself: such a value is biased in samples.',
  },
  'draws-without-value': {
    ko: '붓스트랩 {replicates}회 가운데 {missing}회는 값이 없어 뺐습니다.',
    en: '{missing} of {replicates} bootstrap samples had no value and were left out.',
  },
  'score-of-two-values': {
    ko: '{score}: 값이 두 가지뿐입니다. 이때 AUC는 민감도와 특이도의 평균이므로 연속 점수의 AUC와 그대로 비교할 수 없습니다.',
    en: 'The {score} score has two values only. Its AUC is the mean of sensitivity and specificity and does not compare with that of a continuous score.',
  },
  'omnibus-tested': {
    ko: '모든 AUC가 같다는 가설의 검정: χ²({df}) = {chi2}.',
    en: 'Test that all AUCs are equal: chi-square({df}) = {chi2}.',
  },
  'pairs-adjusted': {
    ko: '짝 {pairs}개의 p값은 Holm 방법으로 보정했고, 신뢰구간은 보정하지 않았습니다.',
    en: 'The p-values of {pairs} pairs are adjusted by the method of Holm; the intervals are not adjusted.',
  },
  'results-handled': {
    ko: '판정 불가 {indeterminate}건(처리: {indeterminateAs}), 결과 없음 {missing}건(처리: {missingAs})입니다.',
    en: '{indeterminate} results were indeterminate (handled as {indeterminateAs}) and {missing} were missing (handled as {missingAs}).',
  },
  'ratings-missing': {
    ko: '판정 {possible}개 가운데 {missing}개가 없습니다. 판정이 두 개 이상인 대상 {subjects}명으로 계산했습니다.',
    en: '{missing} of {possible} ratings are missing. The {subjects} subjects with at least two ratings were used.',
  },
  'centre-one-class': {
    ko: '기관 {centres}곳은 질병이 있거나 없는 사람이 2명 미만이어서 혼자서는 평가하지 않았습니다. 전체 값에는 들어 있습니다.',
    en: '{centres} centres have fewer than 2 people with, or without, the disease and are not judged alone. They count in the total.',
  },
  'spread-at-edge': {
    ko: '기관 사이 분산이 0으로 추정되었습니다: 차이가 없다는 뜻이 아니라 이 자료로는 보이지 않는다는 뜻입니다.',
    en: 'The variance between centres is estimated as 0: not that there is none, but that these data show none.',
  },
  'few-studies-for-asymmetry': {
    ko: '연구가 {studies}개여서 비대칭 검정의 검정력이 낮습니다(10개 이상을 권합니다).',
    en: 'With {studies} studies the test of asymmetry has little power (10 or more are advised).',
  },
  'summary-curve-absent': {
    ko: '연구 사이 분산이 0이어서 요약 ROC 곡선이 정의되지 않습니다.',
    en: 'A variance between studies is 0, so there is no summary ROC curve.',
  },
  'proportional-bias': {
    ko: '차이가 측정값의 크기에 따라 달라집니다(기울기 {slope}, p = {p}): 하나의 일치 한계가 모든 크기에 맞지 않습니다.',
    en: 'The difference moves with the size measured (slope {slope}, p = {p}): one pair of limits does not serve all sizes.',
  },
  'repeated-pairs': {
    ko: '대상 {subjects}명의 짝 {pairs}개입니다: 대상 사이와 대상 안의 분산을 나누어 더했습니다.',
    en: '{pairs} pairs of {subjects} subjects: the variances between and within subjects were estimated apart and added.',
  },
  'groups-merged': {
    ko: '위험이 같은 사람이 많아 무리가 {asked}개가 아니라 {groups}개입니다.',
    en: 'Many people share a risk, so there are {groups} groups and not {asked}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What the methods of a validation call what they give. */
export const validationEstimates: Readonly<Record<string, Text>> = {
  'auc-first': { ko: '첫째 AUC', en: 'AUC of the first' },
  'auc-second': { ko: '둘째 AUC', en: 'AUC of the second' },
  difference: { ko: '차이(첫째 - 둘째)', en: 'difference (first minus second)' },
  p: { ko: 'p값', en: 'p' },
  'partial-auc': { ko: '부분 AUC', en: 'partial AUC' },
  'partial-auc-corrected': { ko: '보정 부분 AUC', en: 'corrected partial AUC' },
  threshold: { ko: '고른 문턱값', en: 'chosen threshold' },
  'sensitivity-apparent': { ko: '겉보기 민감도', en: 'apparent sensitivity' },
  'specificity-apparent': { ko: '겉보기 특이도', en: 'apparent specificity' },
  'sensitivity-first': { ko: '첫째 민감도', en: 'sensitivity of the first' },
  'sensitivity-second': { ko: '둘째 민감도', en: 'sensitivity of the second' },
  'sensitivity-difference': { ko: '민감도 차이', en: 'difference in sensitivity' },
  'sensitivity-p': { ko: '민감도 p값', en: 'p for sensitivity' },
  'specificity-first': { ko: '첫째 특이도', en: 'specificity of the first' },
  'specificity-second': { ko: '둘째 특이도', en: 'specificity of the second' },
  'specificity-difference': { ko: '특이도 차이', en: 'difference in specificity' },
  'specificity-p': { ko: '특이도 p값', en: 'p for specificity' },
  'co-primary-p': { ko: '공동 일차 p값', en: 'co-primary p' },
  'ppv-ratio': { ko: '양성예측도의 비', en: 'ratio of positive predictive values' },
  'npv-ratio': { ko: '음성예측도의 비', en: 'ratio of negative predictive values' },
  'ppv-p': { ko: '양성예측도 비교 p값', en: 'p for positive predictive values' },
  'npv-p': { ko: '음성예측도 비교 p값', en: 'p for negative predictive values' },
  'sensitivity-worst': { ko: '민감도(최악)', en: 'sensitivity, worst case' },
  'sensitivity-best': { ko: '민감도(최선)', en: 'sensitivity, best case' },
  'specificity-worst': { ko: '특이도(최악)', en: 'specificity, worst case' },
  'specificity-best': { ko: '특이도(최선)', en: 'specificity, best case' },
  indeterminate: { ko: '판정 불가 비율', en: 'share indeterminate' },
  missing: { ko: '결과 없음 비율', en: 'share without a result' },
  kappa: { ko: '카파', en: 'kappa' },
  ac1: { ko: 'AC1', en: 'AC1' },
  pabak: { ko: 'PABAK', en: 'PABAK' },
  fleiss: { ko: 'Fleiss 카파', en: "Fleiss' kappa" },
  conger: { ko: 'Conger 카파', en: "Conger's kappa" },
  alpha: { ko: 'Krippendorff 알파', en: "Krippendorff's alpha" },
  icc: { ko: '급내상관계수', en: 'intraclass correlation' },
  concordance: { ko: '일치상관계수(Lin)', en: 'concordance coefficient (Lin)' },
  bias: { ko: '평균 차이', en: 'mean difference' },
  'lower-limit': { ko: '일치 하한', en: 'lower limit of agreement' },
  'upper-limit': { ko: '일치 상한', en: 'upper limit of agreement' },
  e50: { ko: '보정 오차 중앙값(E50)', en: 'median calibration error (E50)' },
  e90: { ko: '보정 오차 90백분위(E90)', en: '90th percentile of calibration error (E90)' },
  'brier-scaled': { ko: '척도화 브라이어 점수', en: 'scaled Brier score' },
  'brier-reliability': { ko: '브라이어: 신뢰도', en: 'Brier: reliability' },
  'brier-resolution': { ko: '브라이어: 분해능', en: 'Brier: resolution' },
  'brier-uncertainty': { ko: '브라이어: 불확실성', en: 'Brier: uncertainty' },
  'spiegelhalter-p': { ko: 'Spiegelhalter 검정 p', en: 'Spiegelhalter test p' },
  'hosmer-lemeshow-p': { ko: 'Hosmer-Lemeshow 검정 p', en: 'Hosmer-Lemeshow test p' },
  'median-odds-ratio': { ko: '중앙 오즈비', en: 'median odds ratio' },
  'interaction-p': { ko: '기관 상호작용 p값', en: 'p for interaction with centre' },
  'largest-change': { ko: '한 기관을 뺄 때의 가장 큰 변화', en: 'largest change on leaving a centre out' },
  'egger-p': { ko: 'Egger 검정 p', en: 'Egger test p' },
  'net-benefit-all': { ko: '모두 치료의 순편익', en: 'net benefit of treating all' },
  mean: { ko: '판독자 평균', en: 'mean of the readers' },
  first: { ko: '첫째 방식의 판독자 평균', en: 'mean of the readers, first modality' },
  second: { ko: '둘째 방식의 판독자 평균', en: 'mean of the readers, second modality' },
  device: { ko: '기기 단독', en: 'the device alone' },
  readers: { ko: '판독자 평균', en: 'mean of the readers' },
  period: { ko: '회차 효과(뒤 - 앞)', en: 'period effect (later minus earlier)' },
  'p-period': { ko: '회차 효과 p값', en: 'p for the period effect' },
  'carry-over': { ko: '이월 효과', en: 'carry-over' },
  'p-carry-over': { ko: '이월 효과 p값', en: 'p for carry-over' },
  f: { ko: 'F 통계량', en: 'F statistic' },
  'net-benefit-other': { ko: '둘째 위험의 순편익', en: 'net benefit of the second risk' },
  'sd-between': { ko: '대상 사이 표준편차', en: 'standard deviation between subjects' },
  'sd-within': { ko: '대상 안 표준편차', en: 'standard deviation within subjects' },
  gain: { ko: '모두 치료보다 나은 순편익', en: 'net benefit over treating all' },
};
