import type { Text } from '@daero/domain/text';

/** What a size rests on besides its numbers. */
export const assumed = {
  independent: { ko: '대상은 서로 독립이다', en: 'Subjects are independent of one another' },
  sawtooth: {
    ko: '정확 검정의 검정력은 톱니처럼 오르내리므로, 더 큰 표본에서도 유지되는 가장 작은 수이다',
    en: 'Exact power rises and falls like a saw; this is the smallest number from which it stays high enough',
  },
  share: {
    ko: '질병이 있는 사람의 비율이 예상한 대로이다',
    en: 'The share of people with the disease is as expected',
  },
  prevalenceKnown: {
    ko: '사용할 곳의 유병률을 안다',
    en: 'The prevalence where the device will be used is known',
  },
  binormal: {
    ko: '점수는 두 무리에서 정규분포로 바꿀 수 있다(이항정규)',
    en: 'Scores of both groups can be made normal (binormal)',
  },
  correlation: {
    ko: '두 AUC 추정값의 상관이 예상한 대로이다',
    en: 'The two AUC estimates correlate as expected',
  },
  discordance: {
    ko: '두 검사가 엇갈리는 비율이 예상한 대로이다',
    en: 'The two tests differ on the expected share of people',
  },
  marginals: {
    ko: '두 판정자의 양성 비율이 같다',
    en: 'Both raters call the same share positive',
  },
  normal: { ko: '측정값(차이)이 정규분포를 따른다', en: 'Measurements (their differences) are normal' },
  calibrated: {
    ko: '예측 위험이 맞고, 그 로짓이 두 무리에서 정규분포이다',
    en: 'The risks are right, and their logits are normal in both groups',
  },
  betweenCentres: {
    ko: '기관의 로짓은 예상한 표준편차의 정규분포를 따른다',
    en: 'Logits of centres are normal, with the expected standard deviation',
  },
  atRandom: {
    ko: '확인 여부는 검사 결과에만 달려 있다',
    en: 'Whether somebody is verified depends on the test result alone',
  },
  clusters: {
    ko: '군집의 크기와 군집 안의 상관이 예상한 대로이다(설계효과를 곱함)',
    en: 'Cluster sizes and the correlation within clusters are as expected (multiplied by the design effect)',
  },
  lost: {
    ko: '탈락과 불확정이 예상한 비율을 넘지 않는다',
    en: 'No more are lost or indeterminate than expected',
  },
  published: {
    ko: '판독자와 증례의 분산이 예상한 대로이다',
    en: 'Variances of readers and cases are as expected',
  },
} as const satisfies Readonly<Record<string, Text>>;
