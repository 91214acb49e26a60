import type { Text } from '@daero/domain/text';

/** What a study can ask. Pages, the command line and the schema of a question are made from these rows. */
export const questionKinds = [
  'accuracy',
  'ai-against-readers',
  'readers-aided',
  'multi-centre',
  'calibration',
  'agreement',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export type NumberField = {
  readonly is: 'share' | 'count' | 'number';
  readonly name: string;
  readonly label: Text;
  readonly base: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
};
export type ChoiceField = {
  readonly is: 'choice';
  readonly name: string;
  readonly label: Text;
  readonly base: string;
  readonly choices: readonly { readonly value: string; readonly label: Text }[];
};
/** A field counts only where another has one of these values. */
export type Field = (NumberField | ChoiceField) & {
  readonly when?: { readonly field: string; readonly is: readonly string[] };
};

const t = (ko: string, en: string): Text => ({ ko, en });
const share = (name: string, ko: string, en: string, base: number): NumberField => ({
  is: 'share',
  name,
  label: t(ko, en),
  base,
  from: 0,
  to: 1,
  step: 0.01,
});
const count = (name: string, ko: string, en: string, base: number, to: number): NumberField => ({
  is: 'count',
  name,
  label: t(ko, en),
  base,
  from: 1,
  to,
  step: 1,
});
const number = (
  name: string,
  ko: string,
  en: string,
  [base, from, to, step]: readonly [number, number, number, number],
): NumberField => ({ is: 'number', name, label: t(ko, en), base, from, to, step });
const choice = (
  name: string,
  ko: string,
  en: string,
  choices: readonly (readonly [string, string, string])[],
): ChoiceField => ({
  is: 'choice',
  name,
  label: t(ko, en),
  base: choices[0]?.[0] ?? '',
  choices: choices.map(([value, inKorean, inEnglish]) => ({ value, label: t(inKorean, inEnglish) })),
});
const only = (field: string, is: readonly string[], fields: readonly Field[]): readonly Field[] =>
  fields.map((one) => ({ ...one, when: { field, is } }));

const hypothesis: readonly Field[] = [
  choice('hypothesis', '가설', 'Hypothesis', [
    ['non-inferiority', '비열등성', 'Non-inferiority'],
    ['superiority', '우월성', 'Superiority'],
    ['equivalence', '동등성', 'Equivalence'],
  ]),
  ...only(
    'hypothesis',
    ['non-inferiority', 'equivalence'],
    [share('margin', '한계값(거리)', 'Margin (a distance)', 0.05)],
  ),
];
const errors: readonly Field[] = [
  share('alpha', '유의수준(단측)', 'Alpha (one-sided)', 0.025),
  share('power', '검정력', 'Power', 0.8),
];
const goals: readonly Field[] = [
  share('sensitivity', '예상 민감도', 'Expected sensitivity', 0.9),
  share('sensitivityGoal', '민감도 목표', 'Goal for sensitivity', 0.8),
  share('specificity', '예상 특이도', 'Expected specificity', 0.85),
  share('specificityGoal', '특이도 목표', 'Goal for specificity', 0.75),
];
const threshold = number(
  'threshold',
  '양성 문턱값(기기 점수)',
  'Threshold of the device score',
  [0.5, 0, 1, 0.01],
);
const sampling: readonly Field[] = [
  share('prevalence', '유병률', 'Prevalence', 0.2),
  choice('sampling', '모집', 'Recruitment', [
    ['consecutive', '연속 모집(유병률대로)', 'Consecutive (as prevalent)'],
    ['enriched', '질병 있는 사람을 늘려 모집', 'Enriched with disease'],
  ]),
  ...only('sampling', ['enriched'], [share('diseasedShare', '질병 있는 몫', 'Share with disease', 0.5)]),
];
const losses: readonly Field[] = [
  share('dropOut', '탈락 비율', 'Drop-out', 0.05),
  share('indeterminate', '불확정 비율', 'Indeterminate results', 0.03),
];
const clusters: readonly Field[] = [
  number(
    'clusterSize',
    '한 사람의 단위 수(병변 등)',
    'Units of a patient (lesions and the like)',
    [1, 1, 50, 0.5],
  ),
  share('clusterCorrelation', '군집 안 상관', 'Correlation within a patient', 0.3),
  number('clusterVariation', '단위 수의 변동계수', 'Variation of their number', [0, 0, 3, 0.1]),
];
const centres = count('centres', '참여 기관', 'Centres', 3, 200);
const readers: readonly Field[] = [
  count('readers', '판독자', 'Readers', 12, 200),
  share('readerSd', '판독자마다 다른 정도(SD)', 'How readers differ (SD)', 0.02),
];

/** The fields of each question, in the order in which a person fills them. */
export const questionFields: Readonly<Record<QuestionKind, readonly Field[]>> = {
  accuracy: [
    choice('endpoint', '일차 평가변수', 'Primary endpoint', [
      ['sensitivity-specificity', '민감도와 특이도(공동 일차)', 'Sensitivity and specificity (co-primary)'],
      ['auc', 'AUC', 'AUC'],
    ]),
    choice('aim', '목적', 'Aim', [
      ['goal', '목표를 넘음을 보임', 'Show it exceeds a goal'],
      ['precision', '정밀하게 추정', 'Estimate it precisely'],
    ]),
    ...only('endpoint', ['sensitivity-specificity'], goals),
    ...only(
      'endpoint',
      ['auc'],
      [share('auc', '예상 AUC', 'Expected AUC', 0.88), share('aucGoal', 'AUC 목표', 'Goal for the AUC', 0.8)],
    ),
    ...only(
      'aim',
      ['precision'],
      [share('halfWidth', '신뢰구간 폭의 절반', 'Half width of the interval', 0.05)],
    ),
    threshold,
    ...sampling,
    ...errors,
    centres,
    ...losses,
    ...clusters,
  ],
  'ai-against-readers': [
    choice('endpoint', '일차 평가변수', 'Primary endpoint', [
      ['auc', 'AUC(판독자 여러 명과)', 'AUC (several readers)'],
      ['sensitivity-specificity', '민감도와 특이도(통상 판독과)', 'Sensitivity, specificity (usual reading)'],
    ]),
    ...hypothesis,
    ...only(
      'endpoint',
      ['auc'],
      [
        share('aucDevice', '예상 AUC: 기기', 'Expected AUC: device', 0.88),
        share('aucReaders', '예상 AUC: 판독자', 'Expected AUC: readers', 0.86),
        ...readers,
        share('ofReaders', '상관: 두 판독자', 'Correlation: two readers', 0.4),
        share('withDevice', '상관: 판독자와 기기', 'Correlation: reader and device', 0.3),
      ],
    ),
    ...only(
      'endpoint',
      ['sensitivity-specificity'],
      [
        share('sensitivityDevice', '예상 민감도: 기기', 'Expected sensitivity: device', 0.9),
        share('sensitivityReader', '예상 민감도: 판독', 'Expected sensitivity: reading', 0.88),
        share('specificityDevice', '예상 특이도: 기기', 'Expected specificity: device', 0.85),
        share('specificityReader', '예상 특이도: 판독', 'Expected specificity: reading', 0.85),
        share('discordant', '둘이 엇갈리는 비율', 'Share on whom they differ', 0.12),
      ],
    ),
    threshold,
    ...sampling,
    ...errors,
    centres,
    ...losses,
  ],
  'readers-aided': [
    choice('order', '판독 순서', 'Order of reading', [
      ['crossover', '교차(휴지기를 둠)', 'Crossover (with washout)'],
      ['sequential', '순차(보조 없이 읽고 바로 보조)', 'Sequential (unaided, then aided)'],
    ]),
    ...only('order', ['crossover'], [count('washoutDays', '휴지기(일)', 'Washout (days)', 28, 365)]),
    choice('hypothesis', '가설', 'Hypothesis', [
      ['superiority', '우월성', 'Superiority'],
      ['non-inferiority', '비열등성', 'Non-inferiority'],
      ['equivalence', '동등성', 'Equivalence'],
    ]),
    ...only(
      'hypothesis',
      ['non-inferiority', 'equivalence'],
      [share('margin', '한계값(거리)', 'Margin (a distance)', 0.05)],
    ),
    share('aucAided', '예상 AUC: 보조', 'Expected AUC: aided', 0.87),
    share('aucUnaided', '예상 AUC: 비보조', 'Expected AUC: unaided', 0.82),
    ...readers,
    share('sameReader', '상관: 한 판독자, 두 방식', 'Correlation: one reader, two modes', 0.47),
    share('sameModality', '상관: 두 판독자, 한 방식', 'Correlation: two readers, one mode', 0.3),
    share('neither', '상관: 두 판독자, 두 방식', 'Correlation: two readers, two modes', 0.25),
    ...sampling,
    ...errors,
    centres,
    ...losses,
  ],
  'multi-centre': [
    ...goals,
    { ...centres, base: 8, from: 2 },
    number('between', '기관 사이 로짓의 SD', 'SD of centres (logit)', [0.3, 0, 3, 0.05]),
    threshold,
    ...sampling,
    ...errors,
    ...losses,
  ],
  calibration: [
    share('cStatistic', '예상 c 통계량', 'Expected c-statistic', 0.8),
    share('prevalence', '사건 비율', 'Share with the event', 0.2),
    share('slopeHalfWidth', '보정 기울기: 구간 폭의 절반', 'Calibration slope: half width', 0.15),
    share('ratioHalfWidth', '관찰/기대(로그): 구간 폭의 절반', 'Observed/expected (log): half width', 0.1),
    share('cHalfWidth', 'c 통계량: 구간 폭의 절반', 'c-statistic: half width', 0.03),
    share('riskThreshold', '조치하는 위험', 'Risk from which one acts', 0.1),
    share('sensitivity', '그 위험에서 민감도', 'Sensitivity there', 0.85),
    share('specificity', '그 위험에서 특이도', 'Specificity there', 0.6),
    share('benefitHalfWidth', '표준화 순편익: 구간 폭의 절반', 'Standardised net benefit: half width', 0.1),
    centres,
    ...losses,
  ],
  agreement: [
    choice('measure', '일치의 척도', 'Measure of agreement', [
      ['kappa', '카파(있음/없음)', 'Kappa (present or absent)'],
      ['icc', '급내상관(측정값)', 'Intraclass correlation (measurements)'],
      ['limits', '일치 한계(Bland-Altman)', 'Limits of agreement (Bland-Altman)'],
    ]),
    choice('aim', '목적', 'Aim', [
      ['goal', '목표를 넘음을 보임', 'Show it exceeds a goal'],
      ['precision', '정밀하게 추정', 'Estimate it precisely'],
    ]),
    ...only(
      'measure',
      ['kappa'],
      [
        share('kappa', '예상 카파', 'Expected kappa', 0.8),
        share('kappaGoal', '카파 목표', 'Goal for kappa', 0.6),
        share('positives', '양성으로 부를 비율', 'Share called positive', 0.3),
      ],
    ),
    ...only(
      'measure',
      ['icc'],
      [
        share('icc', '예상 급내상관', 'Expected correlation', 0.9),
        share('iccGoal', '급내상관 목표', 'Goal for the correlation', 0.8),
      ],
    ),
    ...only(
      'measure',
      ['limits'],
      [
        number('bias', '예상 치우침', 'Expected bias', [0, -10, 10, 0.1]),
        number('deviation', '차이의 표준편차', 'SD of the differences', [1, 0.01, 100, 0.1]),
        number('acceptable', '허용 차이', 'Acceptable difference', [2.5, 0.01, 100, 0.1]),
      ],
    ),
    ...only(
      'aim',
      ['precision'],
      [share('halfWidth', '신뢰구간 폭의 절반', 'Half width of the interval', 0.1)],
    ),
    ...errors,
    centres,
    ...losses,
  ],
};

export const questionTitles: Readonly<Record<QuestionKind, Text>> = {
  accuracy: t('기기 단독의 진단 정확도', 'Stand-alone accuracy'),
  'ai-against-readers': t('기기와 판독자의 비교', 'The device against readers'),
  'readers-aided': t('기기의 도움을 받는 판독', 'Readers with and without the device'),
  'multi-centre': t('여러 기관에서의 정확도', 'Accuracy across centres'),
  calibration: t('예측 위험의 보정과 쓸모', 'Calibration and usefulness of a risk'),
  agreement: t('측정과 판정의 일치', 'Agreement of measurements or ratings'),
};

export const baseOf = (kind: QuestionKind): Readonly<Record<string, string | number>> =>
  Object.fromEntries(questionFields[kind].map(({ name, base }) => [name, base]));

/** The fields that count, given what the others say. */
export const fieldsShown = (
  kind: QuestionKind,
  values: Readonly<Record<string, string | number>>,
): readonly Field[] =>
  questionFields[kind].filter(
    ({ when }) => when === undefined || when.is.includes(String(values[when.field] ?? '')),
  );
