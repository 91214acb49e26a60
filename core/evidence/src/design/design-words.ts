import type { Text } from '@daero/domain/text';
import type { MarginQuestion } from '@daero/statistics/accuracy/margin-test';
import type { NeededNumber, PlannedColumn, PlannedRequirement } from './design.ts';

export const t = (ko: string, en: string): Text => ({ ko, en });

export const people = t('명', 'people');
export const cases = t('증례', 'cases');

export const recruitNumber = (value: number, unit: Text = people): NeededNumber => ({
  id: 'recruit',
  label: t('모집할 수', 'To recruit'),
  value,
  unit,
});
export const number = (id: string, label: Text, value: number, unit: Text = people): NeededNumber => ({
  id,
  label,
  value,
  unit,
});

/** What is claimed of a difference, first minus second, in a sentence. */
export function hypothesisSentence(
  question: MarginQuestion,
  [first, second]: readonly [Text, Text],
  { quantity, margin }: { readonly quantity: Text; readonly margin: number },
): Text {
  switch (question) {
    case 'superiority':
      return t(
        `${first.ko}의 ${quantity.ko}가 ${second.ko}보다 높다(차이 > 0).`,
        `${quantity.en} is higher with ${first.en} than with ${second.en} (difference above 0).`,
      );
    case 'non-inferiority':
      return t(
        `${first.ko}의 ${quantity.ko}가 ${second.ko}보다 한계값 ${margin} 이상 낮지 않다(차이 > −${margin}).`,
        `${quantity.en} with ${first.en} is not lower than with ${second.en} by ${margin} or more (difference above −${margin}).`,
      );
    case 'equivalence':
      return t(
        `${first.ko}와 ${second.ko}의 ${quantity.ko} 차이가 한계값 ${margin} 안에 있다.`,
        `${quantity.en} with ${first.en} and with ${second.en} differ by less than ${margin} either way.`,
      );
  }
}

/** A proportion or an AUC above its goal. */
export const goalSentence = (quantity: Text, goal: number): Text =>
  t(`${quantity.ko}가 목표 ${goal}보다 높다.`, `${quantity.en} lies above its goal of ${goal}.`);

export const precisionSentence = (quantity: Text, halfWidth: number): Text =>
  t(
    `${quantity.ko}의 95% 신뢰구간 폭의 절반이 ${halfWidth} 이하이다.`,
    `Half the width of the 95% interval of the ${quantity.en} is ${halfWidth} at most.`,
  );

export const quantities = {
  sensitivity: t('민감도', 'Sensitivity'),
  specificity: t('특이도', 'Specificity'),
  auc: t('AUC', 'AUC'),
  kappa: t('카파', 'Kappa'),
  icc: t('급내상관', 'Intraclass correlation'),
} as const;

export const column = (name: string, kind: PlannedColumn['kind'], ko: string, en: string): PlannedColumn => ({
  name,
  kind,
  meaning: t(ko, en),
});
export const columns = {
  case: column('case_id', 'text', '대상의 가명 번호', 'Pseudonym of the subject'),
  site: column('site_code', 'number', '기관 번호(계획서의 sites)', 'Number of the site (sites of the plan)'),
  truth: column(
    'truth',
    'number',
    '기준 표준: 질병 있음 1, 없음 0',
    'Reference standard: 1 with the disease, 0 without',
  ),
  score: column('score', 'number', '기기의 점수', 'Score of the device'),
  patient: column('patient', 'text', '환자(군집)의 가명 번호', 'Pseudonym of the patient (cluster)'),
} as const;

export const requirements = {
  accuracy: {
    id: 'R-01',
    text: t(
      '사용할 곳과 같은 대상에서의 진단 정확도',
      'Diagnostic accuracy in the population of intended use',
    ),
    source: 'STARD-AI 2025',
  },
  centres: {
    id: 'R-02',
    text: t('여러 기관에서의 타당성과 그 차이', 'Validity across centres, and how they differ'),
    source: 'STARD-AI 2025; TRIPOD+AI 2024',
  },
  readers: {
    id: 'R-03',
    text: t('사람의 판독과 견준 성능', 'Performance against human reading'),
    source: 'STARD-AI 2025; FDA guidance on computer-assisted detection (2022)',
  },
  calibration: {
    id: 'R-04',
    text: t('예측 위험의 보정과 임상적 쓸모', 'Calibration of the risk, and its clinical usefulness'),
    source: 'TRIPOD+AI 2024',
  },
  agreement: {
    id: 'R-05',
    text: t('측정과 판정의 재현성', 'Reproducibility of measurements and ratings'),
    source: 'GRRAS 2011',
  },
} as const satisfies Readonly<Record<string, PlannedRequirement>>;

export const notes = {
  cohort: t(
    '질병이 있는 사람을 늘려 모집하면 예측도는 이 자료에서 바로 읽을 수 없다. 사용할 곳의 유병률에서 다시 계산한다.',
    'With recruitment enriched with disease, predictive values cannot be read off these data: they are computed again at the prevalence of care.',
  ),
  sequential: t(
    '순차 판독은 비보조 판독 직후 보조 판독을 하므로 순서의 영향이 방식의 차이에 섞인다. 교차 설계가 이를 나눈다.',
    'In sequential reading the aided reading always comes second, so order and mode cannot be told apart; a crossover separates them.',
  ),
  washout: t(
    '두 판독 사이에 휴지기(보통 4주 이상)를 두고, 순서를 판독자마다 무작위로 정한다.',
    'A washout (usually 4 weeks or more) lies between the two readings, and each reader is given their order at random.',
  ),
  clusteredHits: t(
    '한 사람의 단위는 독립이 아니므로 군집 분석을 함께 한다.',
    'Units of one patient are not independent: the clustered analysis goes with it.',
  ),
  fewCentres: t(
    '기관이 5곳보다 적으면 기관 사이의 차이를 거의 추정할 수 없다.',
    'With fewer than 5 centres how they differ can hardly be estimated.',
  ),
  intervalIsTest: t(
    '목표는 정확 구간(Clopper-Pearson)의 아래 끝이 목표값보다 높을 때 이룬 것으로 본다. 단측 정확 검정과 같다.',
    'A goal is met where the lower end of the exact (Clopper-Pearson) interval lies above it, which is the one-sided exact test.',
  ),
} as const satisfies Readonly<Record<string, Text>>;
